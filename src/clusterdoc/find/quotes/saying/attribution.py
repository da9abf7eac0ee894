"""Marks meet clauses: which words in quotation marks belong to which clause of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.reading.page import Draft
from clusterdoc.find.quotes.reading.works import is_name
from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.according import find_according
from clusterdoc.find.quotes.saying.beside import ANY_VERB, clause_after, clause_before, is_whole, unusual
from clusterdoc.find.quotes.saying.clauses import find_clauses
from clusterdoc.find.quotes.saying.contents import content_of
from clusterdoc.find.quotes.saying.nominal import find_nominal
from clusterdoc.find.quotes.saying.tails import take_tail
from clusterdoc.find.quotes.speakers.subjects import source_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.find.quotes.reading.marks import Stretch
    from clusterdoc.find.quotes.reading.page import Page, Paragraph, Range
    from clusterdoc.find.quotes.saying.clauses import Clause

WEAK: Final = frozenset({"marks"})
FRAGMENT: Final = 5
WHOLE: Final = 4
FAR: Final = 150
NEAR: Final = 60
SENTENCE_ENDS: Final = (".", "!", "?", '"', "”", "''", ":")
STOPS: Final = frozenset(".!?;:")
LEADS: Final = frozenset(":,.–—-")


def attribute(paragraph: Paragraph, stretches: Sequence[Stretch]) -> list[Draft]:
    """Return the quotes of one paragraph that have a cue in it, in text order; `stretches` are to be given away."""
    page = paragraph.page
    clauses = list(find_clauses(paragraph))
    drafts = [*find_according(paragraph), *find_nominal(paragraph)]
    drafts += [draft for clause in clauses if (draft := from_parse(page, clause))]
    for stretch in stretches:
        attach(paragraph, stretch, clauses, drafts)
    return sorted(drafts, key=lambda draft: draft.start)


def from_parse(page: Page, clause: Clause) -> Draft | None:
    """Return the quote whose content the parse shows, or None."""
    if clause.subject is None or "marks" in clause.cue.frames:
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
    covering = [draft for draft in drafts if covers(draft, stretch)]
    named = is_name(page, stretch)
    if named and not covering:
        return
    known = {clause.verb.i: clause for clause in clauses}
    clause = None if named else clause_after(page, paragraph, stretch, known)
    if clause is not None and clause.cue is ANY_VERB and covering:  # `in a clip that Kerr called "a fake," Dahl sang`
        clause = None
    if clause is None and not covering:
        clause = clause_before(page, stretch, clauses) or unusual(page, stretch)
    if clause is not None:
        clauses.append(clause)
        give(page, stretch, clause, drafts)
    elif covering:
        for draft in covering:
            widen(draft, stretch)
            take_tail(page, draft, stretch)
        drafts += nested(page, stretch, clauses, covering)
    elif not follow(page, stretch, drafts):
        clause = governing(page, stretch, clauses) or closest(page, stretch, clauses)
        if clause is not None:
            give(page, stretch, clause, drafts)


def nested(page: Page, stretch: Stretch, clauses: list[Clause], covering: list[Draft]) -> list[Draft]:
    """Return the quote inside another: `Ott reported that she got a note stating, "Stay away."`."""
    inner = clause_before(page, stretch, clauses) if is_whole(page, stretch) else None
    if inner is None or any(draft.verb == inner.verb for draft in covering):
        return []
    if not any(start <= inner.verb.idx < end for draft in covering for start, end in draft.parts):
        return []
    draft = draft_of(page, inner, [])
    widen(draft, stretch)
    return [draft]


def give(page: Page, stretch: Stretch, clause: Clause, drafts: list[Draft]) -> None:
    """Give a stretch to the quote of a clause, one made for it where there is none."""
    own = next((draft for draft in drafts if draft.verb == clause.verb and draft.frame != "according"), None)
    if own is None:
        parts = page.pieces(content_of(page, clause)) if "marks" in clause.cue.frames else []
        own = draft_of(page, clause, [part for part in parts if part[0] < stretch.end and stretch.start < part[1]])
        drafts.append(own)
    elif own.head is None or own.head != clause.subject:
        own.head = clause.subject
        own.source = draft_of(page, clause, []).source
    widen(own, stretch)
    if is_whole(page, stretch):
        if abs(clause.verb.idx - stretch.start) < NEAR or clause.verb.idx >= stretch.end:
            drop_lead(page, own, stretch)
    elif clause.first > page.first_token(stretch):
        take_lead(page, own, stretch, clause)
    else:
        bridge(page, own, stretch)
        take_tail(page, own, stretch)


def bridge(page: Page, draft: Draft, stretch: Stretch) -> None:
    """Fill the gap between two pieces of one sentence: `said they "agreed early" by calling and "spared us"`."""
    before = [part for part in draft.parts if part[1] < stretch.start]
    if not before:
        return
    gap = page.doc[page.token_at(before[-1][1]) : page.first_token(stretch)]
    verb = draft.verb.i if draft.verb is not None else -1
    if gap and not any(t.i == verb or t.text in STOPS or t.lower_ in cues.verbs() or t.is_space for t in gap):
        draft.parts = [part for part in draft.parts if part != before[-1]]
        draft.parts = sorted([*(p for p in draft.parts if p[0] != stretch.start), (before[-1][0], stretch.end)])


def take_lead(page: Page, draft: Draft, stretch: Stretch, clause: Clause) -> None:
    """Take in the sentence that leads to words in marks: `It was "a gift," Ott said`."""
    start = stretch.start
    for token in reversed(page.doc[page.sentences[clause.verb.i] : page.first_token(stretch)]):
        if page.inside[token.i] >= 0 or token.is_space or token.text in STOPS or token.lower_ in cues.verbs():
            break
        start = token.idx if token.is_alpha or token.like_num or token.is_currency else start
    draft.parts = sorted(
        [part for part in draft.parts if part[0] >= stretch.end or part[1] <= start]
        + [(min([start, *(a for a, b in draft.parts if a < stretch.end and start < b)]), stretch.end)]
    )


def drop_lead(page: Page, draft: Draft, stretch: Stretch) -> None:
    """Leave out what the parse joined to a sentence in marks: `He said it twice: "…," Ott said` has one content."""
    lead = page.before(stretch.start)[-1:]
    kept = []
    for start, end in draft.parts:
        first = stretch.start if start < stretch.start < end and lead in LEADS else start
        if not page.has_marks(start, end) and end <= stretch.start and lead in LEADS:
            continue
        kept.append((first, end))
    draft.parts = kept


def follow(page: Page, stretch: Stretch, drafts: list[Draft]) -> bool:
    """Give whole sentences in marks to the quote in marks before them: `"No," said Ott. "Not this year."`."""
    if not is_whole(page, stretch) or not page.before(stretch.start).endswith(SENTENCE_ENDS):
        return False
    before = [draft for draft in drafts if draft.marked and draft.start < stretch.start]
    last = told_before(page, stretch, drafts) or (before[-1] if before else None)
    if last is not None:
        widen(last, stretch)
    return last is not None


def told_before(page: Page, stretch: Stretch, drafts: list[Draft]) -> Draft | None:
    """Return the quote whose cue rules the sentence before a stretch: `Ott said rents fell. "It hurts."`."""
    ends = page.first_token(stretch) - 1
    while ends > 0 and page.doc[ends].is_space:
        ends -= 1
    first = page.sentences[ends]
    for draft in drafts:
        verb = draft.verb
        if verb is not None and verb.dep_ == "ROOT" and first <= verb.i and page.ends[verb.i] - 1 <= ends:
            return draft
    return None


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


def governing(page: Page, stretch: Stretch, clauses: list[Clause]) -> Clause | None:
    """Return the clause of saying above a stretch in the parse: `thanked them for their "decisive steps"`."""
    verbs = {clause.verb.i: clause for clause in clauses if clause.subject is not None}
    first = page.first_token(stretch)
    inner = next((t for t in page.doc[first : first + 3] if page.inside[t.i] >= 0 and t.is_alpha), None)
    if inner is None:
        return None
    for above in inner.ancestors:
        if above.i in verbs:
            return verbs[above.i]
        if above.dep_ in ("relcl", "advcl") or (above.pos_ == "VERB" and page.inside[above.i] < 0):
            return None
    return None


def closest(page: Page, stretch: Stretch, clauses: list[Clause]) -> Clause | None:
    """Return the clause of saying nearest to words in marks that are more than a term; None where none is near."""
    speaking = [clause for clause in clauses if clause.subject is not None]
    size = words(page, stretch)
    if not speaking or size < WHOLE or (is_whole(page, stretch) and page.before(stretch.start).endswith(SENTENCE_ENDS)):
        return None
    nearest = min(speaking, key=lambda clause: distance(page, stretch, clause))
    return nearest if distance(page, stretch, nearest) < (FAR if size > FRAGMENT else NEAR) else None


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
