"""What paragraphs hand on: a quote that goes on, a colon that introduces, marks that close two paragraphs later."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.reading.page import Draft
from clusterdoc.find.quotes.saying.attribution import attribute, covers, draft_of, widen
from clusterdoc.find.quotes.saying.clauses import find_clauses
from clusterdoc.find.quotes.saying.loose import find_loose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.find.quotes.reading.marks import Stretch
    from clusterdoc.find.quotes.reading.page import Page, Paragraph

# DAHL: Go home.  Q: Why?
TRANSCRIPT: Final = re.compile(r"[\"“]?(?P<name>[A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{0,20}){0,4}):[ \t]{1,3}(?=\S)")

HEADLINE: Final = re.compile(r"(?P<name>[A-Z][^\r\n:\"“‘]{1,40}):[ \t]{1,3}(?=[A-Z‘'])")
LONGEST_HEADLINE: Final = 140


@dataclass(slots=True)
class Memory:
    """What the paragraph before leaves open."""

    last: Draft | None = None
    intro: Draft | None = None
    pending: list[Stretch] = field(default_factory=list)


def read_paragraphs(page: Page) -> list[Draft]:
    """Return the quotes of all paragraphs of a page, those that go on over paragraphs as one."""
    memory = Memory()
    drafts: list[Draft] = []
    titles = headline(page)
    for paragraph in page.paragraphs():
        closing = closing_marks(paragraph, memory)
        found = attribute(paragraph, paragraph.stretches[len(closing) :])
        found += [*transcript(paragraph, found), *(titles if not drafts and not found else ())]
        titles = []
        done = [*found, memory.last] if closing and memory.last else found
        loose = [s for s in paragraph.stretches if not any(covers(draft, s) for draft in done)]
        if loose and len(loose) == len(paragraph.stretches) and only_marks(paragraph):
            found += carry_on(loose, memory)
        elif memory.pending and found and paragraph.stretches and covers(found[0], paragraph.stretches[0]):
            for stretch in memory.pending:
                widen(found[0], stretch)
            memory.pending = []
        found += find_loose(paragraph, [*found, *([memory.last] if memory.last else [])])
        drafts += found
        remember(memory, paragraph, found, loose)
    return drafts


def closing_marks(paragraph: Paragraph, memory: Memory) -> tuple[Stretch, ...]:
    """Return the stretch that closes the marks of the paragraph before, given to the quote they opened."""
    first = paragraph.stretches[0] if paragraph.stretches else None
    if first is None or memory.last is None or not first.start == first.inner_start == paragraph.start:
        return ()
    widen(memory.last, first)
    return (first,)


def carry_on(loose: list[Stretch], memory: Memory) -> Iterator[Draft]:
    """Give a paragraph that is only a quote to whom the one before it leaves the word; yield a new quote if any."""
    if memory.intro is not None:
        intro = memory.intro
        parts = [(stretch.start, stretch.end) for stretch in loose]
        yield Draft(parts, intro.cue, intro.verb, intro.source, intro.head, marked=True)
    elif memory.last is not None:
        for stretch in loose:
            widen(memory.last, stretch)
    else:
        memory.pending += loose


def remember(memory: Memory, paragraph: Paragraph, found: list[Draft], loose: list[Stretch]) -> None:
    """Note what this paragraph leaves to the next one."""
    stretches = paragraph.stretches
    only = bool(loose) and len(loose) == len(stretches) and only_marks(paragraph)
    if not only:
        ends_marked = bool(stretches) and stretches[-1] not in loose
        memory.last = next((d for d in reversed(found) if covers(d, stretches[-1])), None) if ends_marked else None
    elif memory.intro is not None:
        memory.last = found[-1] if found else None
    memory.intro = introduction(paragraph)
    if memory.last is not None or not stretches or stretches[-1].closed:
        memory.pending = []


def introduction(paragraph: Paragraph) -> Draft | None:
    """Return cue and source of a paragraph that ends in a colon: `The statement read:`."""
    page = paragraph.page
    if not page.text[paragraph.start : paragraph.end].endswith(":"):
        return None
    clauses = [clause for clause in find_clauses(paragraph) if clause.subject is not None]
    return draft_of(page, clauses[-1], []) if clauses else None


def transcript(paragraph: Paragraph, found: list[Draft]) -> Iterator[Draft]:
    """Yield the words after a name in capitals and a colon: `DAHL: Go home.`."""
    page = paragraph.page
    name = TRANSCRIPT.match(page.text, paragraph.start, paragraph.end)
    if name is None or any(draft.start < name.end() for draft in found):
        return
    token = page.doc[page.token_at(name.start("name"))]
    found.clear()
    source = name.span("name")
    yield Draft([(name.end(), paragraph.end)], (source[1], source[1] + 1), None, source, token)


def headline(page: Page) -> list[Draft]:
    """Return what a headline reports after a name and a colon: "Ott: Rents will fall"; empty if it does not."""
    title = next((paragraph for paragraph in page.paragraphs()), None)
    name = HEADLINE.match(page.text, title.start, title.end) if title is not None else None
    if title is None or name is None or title.end - title.start > LONGEST_HEADLINE:
        return []
    words = [token for token in title.tokens if token.idx < name.end("name")]
    person = next((token for token in reversed(words) if token.ent_type_ == "PERSON"), None)
    if person is None:
        return []
    colon = name.end("name")
    return [Draft([(name.end(), title.end)], (colon, colon + 1), None, name.span("name"), person)]


def only_marks(paragraph: Paragraph) -> bool:
    """Return whether all words of a paragraph stand in marks."""
    page = paragraph.page
    return all(page.inside[t.i] >= 0 or not (t.is_alpha or t.like_num) for t in paragraph.tokens)
