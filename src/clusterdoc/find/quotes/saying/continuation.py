"""Quotes over several paragraphs: one that continues, one after a colon, marks that close two paragraphs later."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.attribution import attribute, draft_of
from clusterdoc.find.quotes.saying.clauses import find_clauses
from clusterdoc.find.quotes.saying.headline_quotes import heading_quotes, headline
from clusterdoc.find.quotes.saying.source_words import source_range
from clusterdoc.find.quotes.saying.sources import actor_of, is_text
from clusterdoc.find.quotes.saying.subjects import can_speak
from clusterdoc.find.quotes.saying.tagged import find_tagged
from clusterdoc.find.quotes.saying.unclaimed import find_unclaimed
from clusterdoc.find.syntax import FINITE, direct_object, prepositional_objects
from clusterdoc.find.words.pronouns import FIRST_PERSON
from clusterdoc.prose.conversation import NUMERIC
from clusterdoc.prose.openings import is_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page, Paragraph
    from clusterdoc.prose.marks import Stretch

# DAHL: Go home.  Q: Why?
TRANSCRIPT: Final = re.compile(r"[\"“]?(?P<name>[A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{0,20}){0,4}):[ \t]{1,3}(?=\S)")

AMOUNT: Final = re.compile(r"[\s(+−–-]{0,4}[$£€¥₹]?\d")
AFTER_COLON: Final = "paragraph after a colon"
BEFORE_PARAGRAPH: Final = "colon before a paragraph"
NEAR_COLON: Final = 8  # words between a cue and the colon that ends its paragraph
LAST: Final = 4  # quotes of the paragraph before that may end it


@dataclass(frozen=True, slots=True)
class Memory:
    """What the paragraphs before leave open: the number of the last quote, an introduction, marks without a speaker."""

    last: int | None = None
    intro: Draft | None = None
    pending: tuple[Stretch, ...] = ()


def read_paragraphs(page: Page) -> list[Draft]:
    """Return the quotes of all paragraphs of a page; a quote that runs over several paragraphs is one."""
    memory = Memory()
    drafts: list[Draft] = []
    for number, paragraph in enumerate(page.paragraphs()):
        closing = closing_marks(paragraph, memory)
        going_on(drafts, memory, closing)
        found = own_quotes(paragraph, closing, first=number == 0)
        free = free_marks(paragraph, [*found, *quote_left_open(drafts, memory)])
        alone = free if free == paragraph.stretches and only_marks(paragraph) else ()
        if memory.intro is None:
            going_on(drafts, memory, alone)
        if opens_with_pending(paragraph, memory, found):
            found[0] = _joined(found[0], memory.pending)
            drafts = [draft for draft in drafts if not is_nobodys(draft, memory.pending)]
            memory = replace(memory, pending=())
        found += handed_down(paragraph, memory.intro, found, alone)
        if not found and continues_block(paragraph, drafts):
            drafts[-1] = drafts[-1].with_parts([*drafts[-1].parts, (paragraph.start, paragraph.end)])
        found += find_unclaimed(paragraph, [*found, *quote_left_open(drafts, memory)], drafts[-LAST:])
        found += find_tagged(paragraph, found)
        goes_on = alone and memory.intro is None
        here = last_marked(paragraph, found, () if alone else free, len(drafts))
        memory = _remembered(memory, paragraph, memory.last if goes_on else here, alone)
        drafts += found
    return drafts


def going_on(drafts: list[Draft], memory: Memory, stretches: Sequence[Stretch]) -> None:
    """Put the quote that ends in the last marks with more stretches in its place, if there is such a quote."""
    if memory.last is not None:
        drafts[memory.last] = _joined(drafts[memory.last], stretches)


def quote_left_open(drafts: Sequence[Draft], memory: Memory) -> Sequence[Draft]:
    """Return the quote that ends in the last marks of the paragraphs before, alone, or nothing."""
    return () if memory.last is None else (drafts[memory.last],)


def free_marks(paragraph: Paragraph, drafts: Sequence[Draft]) -> tuple[Stretch, ...]:
    """Return the stretches in marks of a paragraph that no quote has."""
    return tuple(stretch for stretch in paragraph.stretches if not any(draft.covers(stretch) for draft in drafts))


def is_nobodys(draft: Draft, pending: Sequence[Stretch]) -> bool:
    """Return whether a quote without a speaker has marks that belong to a quote of a paragraph before it."""
    return draft.head is None and any(draft.covers(stretch) for stretch in pending)


def continues_block(paragraph: Paragraph, drafts: Sequence[Draft]) -> bool:
    """Return whether a paragraph in the first person continues the one before it, which a colon introduced."""
    if not drafts or drafts[-1].rule != AFTER_COLON or not is_block(paragraph):
        return False
    return not paragraph.page.text[drafts[-1].parts[-1][1] : paragraph.start].strip()


def opens_with_pending(paragraph: Paragraph, memory: Memory, found: Sequence[Draft]) -> bool:
    """Return whether the first quote of a paragraph opens with marks that go on from paragraphs before it."""
    return bool(memory.pending and found and paragraph.stretches) and found[0].covers(paragraph.stretches[0])


def handed_down(
    paragraph: Paragraph, intro: Draft | None, found: Sequence[Draft], alone: Sequence[Stretch]
) -> Iterator[Draft]:
    """Yield the quote of a paragraph that the one before it introduces; `alone` are its marks when it is only marks."""
    if intro is None:
        return
    if alone:
        yield _introduced(intro, alone)
    elif not found and is_stated(paragraph, intro):
        yield stated(intro, paragraph)


def is_block(paragraph: Paragraph) -> bool:
    """Return whether a paragraph without marks is somebody's own words: sentences that say "I" or "we"."""
    text = paragraph.page.text[paragraph.start : paragraph.end]
    speaks = next(paragraph.tokens_among(FIRST_PERSON), None) is not None
    return speaks and not paragraph.stretches and text.endswith((".", "!", "?"))


def own_quotes(paragraph: Paragraph, closing: Sequence[Stretch], *, first: bool) -> list[Draft]:
    """Return the quotes that a paragraph has by itself: a turn in a transcript, clauses of saying, a headline's."""
    found = attribute(paragraph, paragraph.stretches[len(closing) :])
    turn = transcript_turn(paragraph, found)
    if turn is not None:
        return [turn]
    return found or (headline(paragraph) if first else heading_quotes(paragraph))


def closing_marks(paragraph: Paragraph, memory: Memory) -> tuple[Stretch, ...]:
    """Return the stretch that closes the marks of the paragraph before, alone, or nothing."""
    if memory.last is None:
        return ()
    return tuple(s for s in paragraph.stretches[:1] if s.start == s.inner_start == paragraph.start)


def _introduced(intro: Draft, stretches: Sequence[Stretch]) -> Draft:
    """Return the quote of a paragraph of marks that the one before it introduces."""
    return replace(intro, parts=tuple((stretch.start, stretch.end) for stretch in stretches), marked=True)


def is_stated(paragraph: Paragraph, intro: Draft) -> bool:
    """Return whether a paragraph without marks is what the one before it introduces: "Ott said:¶I am proud …"."""
    page = paragraph.page
    if is_block(paragraph):
        return True
    if intro.verb is None or paragraph.stretches or not page.text[: paragraph.end].endswith((".", "!", "?")):
        return False
    after = page.doc[intro.verb.i + 1 : paragraph.first]
    if direct_object(intro.verb) is not None:  # "found these faults:"
        return False
    near = len(after) <= NEAR_COLON and not any(token.text in (".", ";") for token in after)
    return near and intro.verb.tag_ in FINITE and "clause" in cues.verbs()[intro.verb.lower_].frames


def stated(intro: Draft, paragraph: Paragraph) -> Draft:
    """Return the quote of a paragraph without marks that the one before it introduces."""
    return replace(intro, parts=((paragraph.start, paragraph.end),), rule=AFTER_COLON)


def _joined(draft: Draft, stretches: Sequence[Stretch]) -> Draft:
    """Return a quote with the marks of other paragraphs."""
    for stretch in stretches:
        draft = draft.widened(stretch)
    return draft


def _remembered(memory: Memory, paragraph: Paragraph, last: int | None, free: tuple[Stretch, ...]) -> Memory:
    """Return what a paragraph leaves to the next one; `last` is the number of the quote that ends in its last marks."""
    stretches = paragraph.stretches
    pending = memory.pending + (free if last is None and memory.intro is None else ())
    settled = last is not None or not stretches or stretches[-1].closed
    return Memory(last, introduction(paragraph), () if settled else pending)


def last_marked(paragraph: Paragraph, found: Sequence[Draft], free: Sequence[Stretch], before: int) -> int | None:
    """Return the number of the quote that has the last marks of a paragraph, None where these are nobody's.

    `before` is the number of the first of the quotes found.
    """
    stretches = paragraph.stretches
    if not stretches or stretches[-1] in free:
        return None
    return next((before + n for n in reversed(range(len(found))) if found[n].covers(stretches[-1])), None)


def introduction(paragraph: Paragraph) -> Draft | None:
    """Return cue and source of a paragraph that ends in a colon: `The statement read:`."""
    page = paragraph.page
    if not page.text[paragraph.start : paragraph.end].endswith(":"):
        return None
    clauses = [clause for clause in find_clauses(paragraph) if clause.subject is not None]
    if clauses and is_topic(paragraph, clauses[-1].verb):
        return None
    if clauses and not is_verbal(clauses[-1].subject):
        return draft_of(page, clauses[-1], (), BEFORE_PARAGRAPH)
    return named_before_colon(paragraph) or text_before_colon(paragraph)


def is_topic(paragraph: Paragraph, verb: Token) -> bool:
    """Return whether a line only says what the words after it are about: "On what he told the players:"."""
    first = next(token for token in paragraph.tokens if not token.is_space)
    return first.lower_ == "on" and first.is_ancestor(verb)


def text_before_colon(paragraph: Paragraph) -> Draft | None:
    """Return the source of a paragraph that ends in a text or a cue: "Statement from Bo Dahl:", "Ott made a plea:"."""
    words = [token for token in paragraph.tokens if not token.is_space]
    text = next((token for token in reversed(words[:-1]) if token.pos_ == "NOUN" and is_written_or_said(token)), None)
    if text is None or any(token.text == "." for token in words[:-1] if token.i > text.i):
        return None
    writer = next(prepositional_objects(text, ("from", "by")), None)
    if writer is None and text.dep_ == "dobj" and (text.i == words[-2].i or text.head.dep_ == "ROOT"):
        writer = actor_of(text.head)
    if writer is None or not can_speak(writer):
        return None
    source = source_range(paragraph.page, writer, text.head)
    return Draft((), BEFORE_PARAGRAPH, (text.idx, text.idx + len(text)), text, source, writer)


def is_written_or_said(noun: Token) -> bool:
    """Return whether a noun is a text or a cue: "statement", "plea"."""
    return is_text(noun) or noun.lower_ in cues.cue_nouns()


def is_verbal(subject: Token | None) -> bool:
    """Return whether what the parse takes for a speaker is a verb: "Commenting, Ana Rao, head of …, said:"."""
    return subject is not None and subject.tag_ == "VBG"


def named_before_colon(paragraph: Paragraph) -> Draft | None:
    """Return cue and source of a paragraph that ends in a verb of saying and a colon, and names one person."""
    page = paragraph.page
    words = [token for token in paragraph.tokens if not token.is_space]
    verb = words[-2] if len(words) > 1 else None
    if verb is None or verb.lower_ not in cues.verbs():
        return None
    people = [ent for ent in page.doc[paragraph.first : verb.i].ents if ent.label_ == "PERSON"]
    if len(people) != 1 or any(token.text == "." for token in words[:-2]):
        return None
    source = (people[0].start_char, people[0].end_char)
    cue = (verb.idx, verb.idx + len(verb))
    return Draft((), BEFORE_PARAGRAPH, cue, verb, source, people[0].root)


def transcript_turn(paragraph: Paragraph, found: Sequence[Draft]) -> Draft | None:
    """Return the words after a name in capitals and a colon: `DAHL: Go home.`."""
    page = paragraph.page
    name = TRANSCRIPT.match(page.text, paragraph.start, paragraph.end)
    if name is None or is_label(name["name"]) or any(draft.start < name.end() for draft in found):
        return None
    if opens_on_amount(paragraph, name.end()):
        return None
    if NUMERIC.match(page.text, name.end(), paragraph.end):  # DAX: up 1.2%
        return None
    token = page.doc[page.token_at(name.start("name"))]
    colon = name.end("name")
    parts = ((name.end(), paragraph.end),)
    return Draft(parts, "name and colon", (colon, colon + 1), source=name.span("name"), head=token)


def opens_on_amount(paragraph: Paragraph, start: int) -> bool:
    """Return whether what stands behind a colon is an amount, nobody's words: "EBITDA: $12m vs $9m"."""
    if not AMOUNT.match(paragraph.page.text, start):
        return False
    return not any(token.pos_ in {"VERB", "AUX"} for token in paragraph.tokens if token.idx >= start)


def only_marks(paragraph: Paragraph) -> bool:
    """Return whether all words of a paragraph stand in marks."""
    page = paragraph.page
    words = (token for token in paragraph.tokens if token.is_alpha or token.like_num)
    return bool(paragraph.stretches) and all(page.in_marks(word.i) for word in words)
