"""Marks meet clauses: which words in quotation marks belong to which clause of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.according import find_according
from clusterdoc.find.quotes.clauses import Clause, find_clauses, is_verb
from clusterdoc.find.quotes.contents import content_of
from clusterdoc.find.quotes.cues import Cue
from clusterdoc.find.quotes.page import Draft
from clusterdoc.find.quotes.subjects import inverted_subject, source_range, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.find.quotes.marks import Stretch
    from clusterdoc.find.quotes.page import Page, Paragraph

ANY_VERB: Final = Cue("", frozenset({"marks"}), frozenset())
WEAK: Final = frozenset({"marks"})
FURTHEST: Final = 160
FRAGMENT: Final = 5


def attribute(paragraph: Paragraph) -> list[Draft]:
    """Return the quotes of one paragraph that have a cue in it, in the order of the text."""
    page = paragraph.page
    clauses = list(find_clauses(paragraph))
    drafts = list(find_according(paragraph))
    for clause in clauses:
        draft = from_parse(page, clause)
        if draft:
            drafts.append(draft)
    clauses += unusual(paragraph, clauses)
    for stretch in paragraph.stretches:
        attach(paragraph, stretch, clauses, drafts)
    return sorted(drafts, key=lambda draft: draft.start)


def from_parse(page: Page, clause: Clause) -> Draft | None:
    """Return the quote whose content the parse shows, or None."""
    if clause.subject is None or clause.cue.frames <= WEAK:
        return None
    parts = page.pieces(content_of(page, clause))
    return draft_of(page, clause, parts) if parts else None


def draft_of(page: Page, clause: Clause, parts: list[tuple[int, int]]) -> Draft:
    """Return a quote of these parts with the cue and the source of a clause."""
    verb = clause.verb
    source = source_range(page, clause.subject, verb) if clause.subject is not None else None
    return Draft(parts, (verb.idx, verb.idx + len(verb)), verb, source, clause.subject)


def unusual(paragraph: Paragraph, known: list[Clause]) -> Iterator[Clause]:
    """Yield clauses whose verb is no cue but touches marks: `"Back off," Dahl barked.`, `Dahl was blunt: "Go home."`."""
    page = paragraph.page
    verbs = {clause.verb.i for clause in known}
    for stretch in paragraph.stretches:
        for token in near(paragraph, stretch):
            if token.i in verbs or page.inside[token.i] >= 0 or not is_verb(token):
                continue
            subject = subject_of(token) or (inverted_subject(token) if token.i > 0 else None)
            if subject is None or page.inside[subject.i] >= 0:
                continue
            clause = Clause(token, ANY_VERB, subject)
            if touches_right(page, stretch, clause) or introduces(page, stretch, clause):
                verbs.add(token.i)
                yield clause


def near(paragraph: Paragraph, stretch: Stretch):
    """Yield the tokens of a paragraph within reach of a stretch."""
    for token in paragraph.tokens:
        if abs(token.idx - stretch.end) < 60 or 0 <= stretch.start - token.idx < 60:
            yield token


def attach(paragraph: Paragraph, stretch: Stretch, clauses: list[Clause], drafts: list[Draft]) -> None:
    """Give a stretch in marks to the quote it belongs to; a new quote where a clause beside it has none yet."""
    page = paragraph.page
    covering = [draft for draft in drafts if covers(draft, stretch)]
    clause = beside(page, stretch, clauses)
    if clause is not None and not any(draft.verb is clause.verb for draft in covering):
        own = next((d for d in drafts if d.verb is clause.verb), None)
        if own is None:
            drafts.append(marked(draft_of(page, clause, [(stretch.start, stretch.end)])))
        else:
            widen(own, stretch)
        return
    if covering:
        for draft in covering:
            widen(draft, stretch)
        return
    clause = closest(page, stretch, clauses)
    if clause is None:
        follow(page, stretch, drafts)
        return
    own = next((d for d in drafts if d.verb is clause.verb and d.frame != "according"), None)
    if own is None:
        drafts.append(marked(draft_of(page, clause, [(stretch.start, stretch.end)])))
    else:
        widen(own, stretch)


def follow(page: Page, stretch: Stretch, drafts: list[Draft]) -> None:
    """Give whole sentences in marks to the quote in marks before them: `"No," said Ott. "Not this year."`."""
    if words(page, stretch) < 4 or page.text[stretch.inner_end - 1 : stretch.inner_end] not in tuple(".,!?—-…"):
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
    rest = [part for part in draft.parts if part not in touching]
    draft.parts = sorted([*rest, (start, end)])
    marked(draft)


def marked(draft: Draft) -> Draft:
    """Return the draft, noted as holding words in marks."""
    draft.marked = True
    return draft


def covers(draft: Draft, stretch: Stretch) -> bool:
    """Return whether a quote has words of a stretch."""
    return any(start < stretch.end and stretch.start < end for start, end in draft.parts)


def beside(page: Page, stretch: Stretch, clauses: list[Clause]) -> Clause | None:
    """Return the clause of saying that touches a stretch on the right, else the one that introduces it."""
    right = next((clause for clause in clauses if clause.subject and touches_right(page, stretch, clause)), None)
    if right is not None:
        return right
    left = [clause for clause in clauses if clause.subject is not None and introduces(page, stretch, clause)]
    return left[-1] if left else None


def touches_right(page: Page, stretch: Stretch, clause: Clause) -> bool:
    """Return whether a clause follows a stretch at once: `"…," said Ott`, `"…," she sighed`."""
    start = page.doc[clause.first].idx
    between = page.text[stretch.end : start]
    if not 0 <= start - stretch.end <= 3 or between.strip(" ,–—-\xa0"):
        return False
    sign = page.text[stretch.inner_end - 1 : stretch.inner_end]
    return "," in between or sign in tuple(",?!—-…") or page.text[start : start + 1].islower()


def introduces(page: Page, stretch: Stretch, clause: Clause) -> bool:
    """Return whether a clause leads to a stretch with a comma or a colon: `Ott said on Friday: "…"`."""
    verb = clause.verb
    if verb.i >= len(page.doc) or verb.idx > stretch.start:
        return False
    between = page.text[verb.idx + len(verb) : stretch.start]
    if len(between) > FURTHEST or any(sign in between for sign in '."“”;\n'):
        return False
    return between.rstrip().endswith((":", ",")) or not between.strip()


def closest(page: Page, stretch: Stretch, clauses: list[Clause]) -> Clause | None:
    """Return the clause of saying nearest to a stretch, in its sentence or touching it; None where none is near."""
    ranked = sorted(
        ((distance(page, stretch, clause), number) for number, clause in enumerate(clauses) if clause.subject is not None)
    )
    if not ranked:
        return None
    nearest, number = ranked[0]
    size = words(page, stretch)
    near_enough = nearest < (150 if size > FRAGMENT else 60) and (size >= 3 or nearest < 25)
    return clauses[number] if near_enough else None


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
