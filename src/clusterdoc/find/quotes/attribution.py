"""Marks meet clauses: which words in quotation marks belong to which clause of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.according import find_according
from clusterdoc.find.quotes.beside import blunt, clause_after, clause_before
from clusterdoc.find.quotes.clauses import find_clauses
from clusterdoc.find.quotes.contents import content_of
from clusterdoc.find.quotes.page import Draft
from clusterdoc.find.quotes.subjects import source_range

if TYPE_CHECKING:
    from clusterdoc.find.quotes.clauses import Clause
    from clusterdoc.find.quotes.marks import Stretch
    from clusterdoc.find.quotes.page import Page, Paragraph, Range

WEAK: Final = frozenset({"marks"})
FRAGMENT: Final = 5
WHOLE: Final = 4
ENDS: Final = tuple(".,!?—-…")


def attribute(paragraph: Paragraph) -> list[Draft]:
    """Return the quotes of one paragraph that have a cue in it, in the order of the text."""
    page = paragraph.page
    clauses = list(find_clauses(paragraph))
    drafts = list(find_according(paragraph))
    drafts += [draft for clause in clauses if (draft := from_parse(page, clause))]
    for stretch in paragraph.stretches:
        attach(paragraph, stretch, clauses, drafts)
    return sorted(drafts, key=lambda draft: draft.start)


def from_parse(page: Page, clause: Clause) -> Draft | None:
    """Return the quote whose content the parse shows, or None."""
    if clause.subject is None or clause.cue.frames <= WEAK:
        return None
    parts = page.pieces(content_of(page, clause))
    return draft_of(page, clause, parts) if parts else None


def draft_of(page: Page, clause: Clause, parts: list[Range]) -> Draft:
    """Return a quote of these parts with the cue and the source of a clause."""
    verb = clause.verb
    source = source_range(page, clause.subject, verb) if clause.subject is not None else None
    return Draft(parts, (verb.idx, verb.idx + len(verb)), verb, source, clause.subject)


def attach(paragraph: Paragraph, stretch: Stretch, clauses: list[Clause], drafts: list[Draft]) -> None:
    """Give a stretch in marks to the quote it belongs to; a new quote where a clause beside it has none yet."""
    page = paragraph.page
    clause = clause_after(page, paragraph, stretch, {clause.verb.i: clause for clause in clauses})
    covering = [draft for draft in drafts if covers(draft, stretch)]
    if clause is None and not covering:
        clause = clause_before(page, stretch, clauses) or blunt(page, stretch) or closest(page, stretch, clauses)
    if clause is not None:
        give(page, stretch, clause, drafts)
    elif covering:
        for draft in covering:
            widen(draft, stretch)
    else:
        follow(page, stretch, drafts)


def give(page: Page, stretch: Stretch, clause: Clause, drafts: list[Draft]) -> None:
    """Give a stretch to the quote of a clause, one made for it where there is none."""
    own = next((draft for draft in drafts if draft.verb == clause.verb and draft.frame != "according"), None)
    if own is None:
        own = draft_of(page, clause, [(stretch.start, stretch.end)])
        drafts.append(own)
    elif own.head is None or own.head != clause.subject:
        own.head = clause.subject
        own.source = draft_of(page, clause, []).source
    widen(own, stretch)


def follow(page: Page, stretch: Stretch, drafts: list[Draft]) -> None:
    """Give whole sentences in marks to the quote in marks before them: `"No," said Ott. "Not this year."`."""
    if words(page, stretch) < WHOLE or not page.text[stretch.inner_start : stretch.inner_end].endswith(ENDS):
        return
    before = [draft for draft in drafts if draft.marked and draft.start < stretch.start]
    if before:
        widen(before[-1], stretch)


def widen(draft: Draft, stretch: Stretch) -> None:
    """Let the parts of a quote that touch a stretch take in all of it."""
    start, end = stretch.start, stretch.end
    touching = [part for part in draft.parts if part[0] < end and start < part[1]]
    for part in touching:
        start, end = min(start, part[0]), max(end, part[1])
    draft.parts = sorted([*(part for part in draft.parts if part not in touching), (start, end)])
    draft.marked = True


def covers(draft: Draft, stretch: Stretch) -> bool:
    """Return whether a quote has words of a stretch."""
    return any(start < stretch.end and stretch.start < end for start, end in draft.parts)


def closest(page: Page, stretch: Stretch, clauses: list[Clause]) -> Clause | None:
    """Return the clause of saying nearest to a stretch, in its sentence or touching it; None where none is near."""
    speaking = [clause for clause in clauses if clause.subject is not None]
    if not speaking:
        return None
    nearest = min(speaking, key=lambda clause: distance(page, stretch, clause))
    gap = distance(page, stretch, nearest)
    size = words(page, stretch)
    near = gap < (150 if size > FRAGMENT else 60) and (size >= 3 or gap < 25)
    return nearest if near else None


def distance(page: Page, stretch: Stretch, clause: Clause) -> int:
    """Return how far a clause is from a stretch, in characters; sentence ends between and weak cues add to it."""
    verb = clause.verb
    start, end = verb.idx, verb.idx + len(verb)
    gap = min(abs(start - stretch.end), abs(end - stretch.start))
    between = page.text[min(stretch.end, end) : max(stretch.start, start)]
    stops = sum(between.count(sign) for sign in (". ", "! ", "? ", '." ', ".” "))
    return gap + 60 * stops + (30 if clause.cue.frames <= WEAK else 0)


def words(page: Page, stretch: Stretch) -> int:
    """Return how many words a stretch holds."""
    return len(page.text[stretch.inner_start : stretch.inner_end].split())
