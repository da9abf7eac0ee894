"""Words whose speaker the form of the text tells: turns of a conversation, paragraphs signed below.

`prose.blocks` finds the lines by their form; here a name must be somebody's: a person, an office, a voice.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.words.people import before_names, nouns
from clusterdoc.find.words.pronouns import SELVES
from clusterdoc.prose.blocks import find_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.prose.blocks import Block

TITLE: Final = re.compile(rf"(?:{before_names()})\b")
VOICE: Final = re.compile(r"(?i)(?:spk|speaker) ?\d{1,2}\Z")
INITIALS: Final = re.compile(r"(?:[A-Z]{1,2}|(?i:question|answer))\Z")
# Who an interview is with, where its turns are "Q." and "A.".
WITH: Final = re.compile(
    r"(?i)\b(?:interview(?:s|ed)?|q ?(?:&|and) ?a|conversation|talk(?:s|ed)?|spoke|speaks) (?:with|to)\b"
)
OWN_NAME: Final = re.compile(r"\b(?:[Mm]y name is|[Tt]his is|I am|I'm|I’m) (?=[A-Z])")
ANSWERS: Final = frozenset({"A", "ANSWER"})
OPERATOR: Final = "Operator"  # of a conference call
NEARBY: Final = 120
FULL_NAME: Final = 2  # words
SHORT: Final = 200  # characters of a pull quote
LONGEST_NAME: Final = 5  # blanks
HEAD: Final = 200  # characters of a turn in which its speaker says who speaks


def with_turns(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the quotes of a page, its turns and signed paragraphs among them.

    Of the quotes within a turn those of others stay: what its speaker says "I think" of is said by the turn already.
    """
    found = [draft for block in find_blocks(page.text) for draft in spoken(page, block, drafts)]
    if not found:
        return list(drafts)
    kept = [draft for draft in drafts if not any(is_of_turn(draft, turn) for turn in found)]
    return kept + found


def spoken(page: Page, block: Block, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what a block says, if somebody says it."""
    start, end = block.name
    if block.kind == "turn":
        if is_anonymous(page.text[start:end]):
            yield Draft(((block.start, block.end),), "turn", source=block.name, head=_introduced(page, block))
        elif is_somebody(page, start, end) or is_among_people(page, start, end):
            yield Draft(((block.start, block.end),), "turn", source=block.name, head=_last_word(page, start, end))
    elif block.kind == "signature" and _is_signed(page, block):
        claimed = [part for draft in drafts if draft.head is not None for part in draft.parts]
        free = not any(part[0] < block.end and block.start < part[1] for part in claimed)
        if free:
            yield Draft(
                ((block.start, block.end),), "signature below", source=block.name, head=_last_word(page, start, end)
            )


def _is_signed(page: Page, block: Block) -> bool:
    """Return whether a paragraph may be what its signature says: short, or in the first person, and no question."""
    start, end = block.name
    said = page.text[block.start : block.end]
    tokens = page.doc[page.token_at(block.start) : page.token_at(block.end)]
    if said.endswith("?") or page.text[start:end].count(" ") > LONGEST_NAME or not is_somebody(page, start, end):
        return False
    return len(said) <= SHORT or any(token.lower_ in SELVES for token in tokens)


def is_of_turn(draft: Draft, turn: Draft) -> bool:
    """Return whether a turn takes the place of a quote: one across its edges, of its whole, or of its own speaker."""
    start, end = turn.parts[0]
    name = turn.source or (start, start)
    begins, ends = draft.start, draft.parts[-1][1]
    if ends <= min(start, name[0]) or begins >= end:
        return False
    within = start < begins and ends <= end
    own = draft.head is None or draft.head.lower_ in SELVES or not start <= draft.head.idx < end
    return not within or own or draft.marked


def is_anonymous(name: str) -> bool:
    """Return whether a turn has no name but a number or initials: "spk00", "Q", "NG"."""
    return (VOICE.match(name) or INITIALS.match(name)) is not None


def _introduced(page: Page, turn: Block) -> Token | None:
    """Return the word that names who speaks under a number or initials, None where the text does not tell."""
    name = page.text[slice(*turn.name)]
    if VOICE.match(name):
        return own_name(page, turn)
    person = next((ent for ent in _people(page) if _initials(ent) == name), None)
    if person is None and name.upper() in ANSWERS:
        person = interviewed(page)
    return person.root if person is not None else None


def is_somebody(page: Page, start: int, end: int) -> bool:
    """Return whether words are a person's name, in capitals or not, or an office."""
    name = page.text[start:end]
    tokens = page.doc[page.token_at(start) : page.token_at(end - 1) + 1]
    if TITLE.match(name) or name.isupper() or name == OPERATOR or any(token.ent_type_ == "PERSON" for token in tokens):
        return True
    surname = name.rpartition(" ")[2]
    return name.split()[-1].lower() in nouns() or any(ent.text.endswith(surname) for ent in _people(page))


def is_among_people(page: Page, start: int, end: int) -> bool:
    """Return whether two names or more, which no word of the text is, open a turn beside turns of people.

    Or one that is the last of another turn's.
    """
    names = [token for token in page.doc[page.token_at(start) : page.token_at(end - 1) + 1] if token.is_alpha]
    others = [block.name for block in find_blocks(page.text) if block.kind == "turn" and block.name[0] != start]
    if len(names) < FULL_NAME:
        return any(page.text[slice(*other)].endswith(f" {page.text[start:end]}") for other in others)
    if not all(token.is_title for token in names):
        return False
    plain = {token.text for token in page.doc if token.is_lower}
    if any(token.lower_ in plain for token in names):
        return False
    return any(page.doc[page.token_at(first)].ent_type_ == "PERSON" for first, _ in others)


def _people(page: Page) -> Iterator[Span]:
    """Yield the people that the model names."""
    return (ent for ent in page.doc.ents if ent.label_ == "PERSON")


def _initials(person: Span) -> str:
    """Return the first letters of a name."""
    return "".join(token.text[0] for token in person if token.text[0].isupper())


def interviewed(page: Page) -> Span | None:
    """Return the person with whom an interview says it is."""
    said = WITH.search(page.text)
    if said is None:
        return None
    return next((ent for ent in _people(page) if 0 <= ent.start_char - said.end() < NEARBY), None)


def own_name(page: Page, turn: Block) -> Token | None:
    """Return the name by which a voice introduces itself: "My name is Dennis"."""
    said = OWN_NAME.search(page.text, turn.start, min(turn.end, turn.start + HEAD))
    if said is None:
        return None
    token = page.doc[page.token_at(said.end())]
    return token if token.ent_type_ == "PERSON" else None


def _last_word(page: Page, start: int, end: int) -> Token:
    """Return the word that heads a name: the last, or the last before "of"."""
    tokens = [token for token in page.doc[page.token_at(start) : page.token_at(end)] if token.idx < end]
    words = [token for token in tokens if not token.is_punct] or tokens or [page.doc[page.token_at(start)]]
    return next((before for before, token in pairwise(words) if token.lower_ == "of"), words[-1])
