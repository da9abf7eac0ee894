"""Words whose speaker the layout shows: turns of a conversation, paragraphs with a signature below.

`prose.blocks` finds the lines by their form; here a name must be somebody's: a person, an office, a voice.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.words.people import before_names, nouns
from clusterdoc.find.words.pronouns import SELVES
from clusterdoc.prose.blocks import find_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Span, Token

    from clusterdoc.find.quotes.reading.page import Page, Range
    from clusterdoc.prose.blocks import Block

TITLE: Final = re.compile(rf"(?:{before_names()})\b")
VOICE: Final = re.compile(r"(?i)(?:spk|speaker) ?\d{1,2}\Z")
INITIALS: Final = re.compile(r"(?:[A-Z]{1,2}|(?i:question|answer))\Z")
# Who an interview is with, where its turns are "Q." and "A.".
WITH: Final = re.compile(r"(?i)\b(?:interview(?:s|ed)?|q ?(?:&|and) ?a|conversation) with\b")
TALKED: Final = re.compile(r"(?i)\b(?:talk(?:s|ed)?|spoke|speaks|sat down|sits down|chatted|chats) (?:with|to)\b")
DESCRIBED: Final = re.compile(r"(?:\s\(\d{1,3}\))?,\s(?:an?\s|the\s|who\s|whose\s)?[\w’'-]{1,30}")
HANDED: Final = re.compile(r"\bover to (?=[A-Z])")
OWN_NAME: Final = re.compile(r"\b(?:[Mm]y name is|[Tt]his is|I am|I'm|I’m) (?=[A-Z])")
ENDS: Final = re.compile(r"[.?!]\s|\n")
REPORTERS: Final = frozenset({"reporter", "editor", "correspondent", "journalist", "writer", "host", "presenter"})
ANSWERS: Final = frozenset({"A", "ANSWER"})
OPERATOR: Final = "Operator"  # of a conference call
NEARBY: Final = 120
FULL_NAME: Final = 2  # words
SHORT: Final = 200  # characters of a pull quote
LONGEST_NAME: Final = 5  # blanks
HEAD: Final = 200  # characters of a turn in which its speaker says who speaks


class Ranges:
    """Ranges of offsets in their order, of which those near another range are found without a look at each."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self.ranges = sorted(ranges)
        self.starts = [start for start, _ in self.ranges]
        self.reached = list(accumulate((end for _, end in self.ranges), max))

    def near(self, start: int, end: int) -> range:
        """Return the numbers of the ranges that may have offsets of another range, in order: all that do are there."""
        return range(bisect_right(self.reached, start), bisect_left(self.starts, end))

    def meet(self, start: int, end: int) -> bool:
        """Return whether a range has offsets of another range."""
        return any(start < self.ranges[number][1] for number in self.near(start, end))


@dataclass(frozen=True)
class Names:
    """The names of a page that are looked up for each of its blocks, gathered once: the time stays linear."""

    page: Page
    blocks: Sequence[Block]

    @cached_property
    def people(self) -> tuple[Span, ...]:
        """The people that the model names."""
        return tuple(ent for ent in self.page.doc.ents if ent.label_ == "PERSON")

    @cached_property
    def by_initials(self) -> dict[str, Span]:
        """The first person of each initials."""
        return {_initials(person): person for person in reversed(self.people)}

    @cached_property
    def interviewed(self) -> Span | None:
        """The person with whom an interview says it is."""
        text = self.page.text
        if (said := WITH.search(text)) is not None and (one := self.after(said.end())) is not None:
            return one
        if (said := TALKED.search(text)) is None:
            return None
        before, after = self._before(said.start()), self.after(said.end())
        if before is None or after is None:
            return before or after
        return before if self._presented(before) > self._presented(after) else after

    def after(self, at: int) -> Span | None:
        """Return the first person named right after an offset, in the same sentence."""
        found = next((ent for ent in self.people if 0 <= ent.start_char - at < NEARBY), None)
        return found if found is not None and not ENDS.search(self.page.text[at : found.start_char]) else None

    def _before(self, at: int) -> Span | None:
        """Return the first person named before an offset, in the same sentence."""
        found = (ent for ent in self.people if 0 < at - ent.end_char < NEARBY)
        return next((ent for ent in found if not ENDS.search(self.page.text[ent.end_char : at])), None)

    def _presented(self, person: Span) -> int:
        """Return how much a text tells of a person: what they are, that the heading names them."""
        text = self.page.text
        described = DESCRIBED.match(text, person.end_char)
        asks = described is not None and not REPORTERS.isdisjoint(described[0].lower().split())
        heading = {word.strip(string.punctuation + "’”") for word in text.partition("\n")[0].split()}
        return (described is not None and not asks) + 2 * (person[-1].text in heading)

    @cached_property
    def people_by_line(self) -> str:
        """The people, each on a line."""
        return "".join(" ".join(person.text.split("\n")) + "\n" for person in self.people)

    @cached_property
    def turns_by_line(self) -> str:
        """The names of the turns, each on a line."""
        return "".join(self.page.text[slice(*block.name)] + "\n" for block in self.blocks if block.kind == "turn")

    @cached_property
    def turns_of_people(self) -> set[int]:
        """Where the turns start whose name the model takes for a person's."""
        starts = (block.name[0] for block in self.blocks if block.kind == "turn")
        return {start for start in starts if self.page.doc[self.page.token_at(start)].ent_type_ == "PERSON"}

    @cached_property
    def plain(self) -> set[str]:
        """The words in small letters."""
        return {token.text for token in self.page.doc if token.is_lower}


def with_turns(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the quotes of a page, its turns and signed paragraphs among them.

    Of the quotes within a turn those of others stay: what its speaker says "I think" of is said by the turn already.
    """
    blocks = find_blocks(page.text)
    names = Names(page, blocks)
    claimed = Ranges(part for draft in drafts if draft.head is not None for part in draft.parts)
    found = [draft for block in blocks for draft in spoken(names, block, claimed)]
    if not found:
        return list(drafts)
    turns = sorted(found, key=_with_name)
    places = Ranges(map(_with_name, turns))
    kept = [draft for draft in drafts if not _is_of_any(draft, turns, places)]
    return kept + found


def _with_name(turn: Draft) -> Range:
    """Return where a turn begins, with its name where that stands before it, and where it ends."""
    start, end = turn.parts[0]
    return min(start, (turn.source or (start, start))[0]), end


def _is_of_any(draft: Draft, turns: Sequence[Draft], places: Ranges) -> bool:
    """Return whether one of some turns takes the place of a quote."""
    near = places.near(draft.start, draft.parts[-1][1])
    return any(is_of_turn(draft, turns[number]) for number in near)


def spoken(names: Names, block: Block, claimed: Ranges) -> Iterator[Draft]:
    """Yield what a block says, if somebody says it and no quote has it."""
    page, (start, end) = names.page, block.name
    if block.kind == "turn":
        if is_anonymous(page.text[start:end]):
            yield Draft(((block.start, block.end),), "turn", source=block.name, head=_introduced(names, block))
        elif is_somebody(names, start, end) or is_among_people(names, start, end):
            yield Draft(((block.start, block.end),), "turn", source=block.name, head=_last_word(page, start, end))
    elif block.kind == "signature" and _is_signed(names, block) and not claimed.meet(block.start, block.end):
        yield Draft(
            ((block.start, block.end),), "signature below", source=block.name, head=_last_word(page, start, end)
        )


def _is_signed(names: Names, block: Block) -> bool:
    """Return whether a paragraph may be what its signature says: short, or in the first person, and no question."""
    page, (start, end) = names.page, block.name
    said = page.text[block.start : block.end]
    tokens = page.words(block.start, block.end)
    if said.endswith("?") or page.text[start:end].count(" ") > LONGEST_NAME or not is_somebody(names, start, end):
        return False
    return len(said) <= SHORT or any(token.lower_ in SELVES for token in tokens)


def is_of_turn(draft: Draft, turn: Draft) -> bool:
    """Return whether a turn takes the place of a quote: one across its edges, of its whole, or of its own speaker."""
    start, end = turn.parts[0]
    first, _ = _with_name(turn)
    begins, ends = draft.start, draft.parts[-1][1]
    if ends <= first or begins >= end:
        return False
    within = start < begins and ends <= end
    own = draft.head is None or draft.head.lower_ in SELVES or not start <= draft.head.idx < end
    return not within or own or draft.marked


def is_anonymous(name: str) -> bool:
    """Return whether a turn has no name but a number or initials: "spk00", "Q", "NG"."""
    return (VOICE.match(name) or INITIALS.match(name)) is not None


def _introduced(names: Names, turn: Block) -> Token | None:
    """Return the word that names who speaks under a number or initials, None where the text does not say."""
    name = names.page.text[slice(*turn.name)]
    if VOICE.match(name):
        return own_name(names.page, turn) or handed(names, turn)
    person = names.by_initials.get(name)
    if person is None and name.upper() in ANSWERS:
        person = names.interviewed
    return person.root if person is not None else None


def is_somebody(names: Names, start: int, end: int) -> bool:
    """Return whether words are a person's name, in capitals or not, or an office."""
    page = names.page
    name = page.text[start:end]
    tokens = page.words(start, end)
    if TITLE.match(name) or name.isupper() or name == OPERATOR or any(token.ent_type_ == "PERSON" for token in tokens):
        return True
    surname = name.rpartition(" ")[2]
    return name.split()[-1].lower() in nouns() or f"{surname}\n" in names.people_by_line


def is_among_people(names: Names, start: int, end: int) -> bool:
    """Return whether two names or more, which no word of the text is, open a turn beside turns of people.

    Or one that is the last of another turn's.
    """
    page = names.page
    words = [token for token in page.words(start, end) if token.is_alpha]
    if len(words) < FULL_NAME:
        return f" {page.text[start:end]}\n" in names.turns_by_line
    if not all(token.is_title and token.lower_ not in names.plain for token in words):
        return False
    return any(other != start for other in names.turns_of_people)


def _initials(person: Span) -> str:
    """Return the first letters of a name."""
    return "".join(token.text[0] for token in person if token.text[0].isupper())


def own_name(page: Page, turn: Block) -> Token | None:
    """Return the name by which a voice introduces itself: "My name is Dennis"."""
    said = OWN_NAME.search(page.text, turn.start, min(turn.end, turn.start + HEAD))
    if said is None:
        return None
    token = page.doc[page.token_at(said.end())]
    return token if token.ent_type_ == "PERSON" else None


def handed(names: Names, turn: Block) -> Token | None:
    """Return the name of the person to whom the turn before hands over: "I turn the call over to Lena Ott."."""
    before = max(0, turn.name[0] - HEAD)
    said = [found.end() for found in HANDED.finditer(names.page.text, before, turn.name[0])]
    person = names.after(said[-1]) if said else None
    return person.root if person is not None else None


def _last_word(page: Page, start: int, end: int) -> Token:
    """Return the word that heads a name: the last, or the last before "of"."""
    tokens = list(page.words(start, end))
    words = [token for token in tokens if not token.is_punct] or tokens or [page.doc[page.token_at(start)]]
    return next((before for before, token in pairwise(words) if token.lower_ == "of"), words[-1])
