"""The words around marks that belong to what is said: before them and between two stretches, never after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.adjacent import is_whole
from clusterdoc.find.quotes.saying.tails import take_tail

if TYPE_CHECKING:
    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.find.quotes.saying.clauses import Clause
    from clusterdoc.prose.marks import Stretch

NEAR: Final = 60
STOPS: Final = frozenset(".!?;:")
LEADS: Final = tuple(":,.–—-")


def shaped(page: Page, draft: Draft, stretch: Stretch, clause: Clause) -> Draft:
    """Return a quote with a stretch in marks, and with or without the words around the marks."""
    draft = draft.widened(stretch)
    if is_whole(page, stretch):
        draft = _without_tail(draft, stretch, clause)
        near = abs(clause.verb.idx - stretch.start) < NEAR or clause.verb.idx >= stretch.end
        return _without_lead(page, draft, stretch) if near else draft
    if clause.first > page.first_token(stretch):
        return with_lead(page, draft, stretch, clause)
    return take_tail(page, bridged(page, draft, stretch), stretch)


def _without_tail(draft: Draft, stretch: Stretch, clause: Clause) -> Draft:
    """Return a quote without what stands between a sentence in marks and its clause: `"I quit," was all he said`."""
    parts = [(a, stretch.end) if a < stretch.end < b <= clause.verb.idx else (a, b) for a, b in draft.parts]
    return draft.with_parts([(a, b) for a, b in parts if not stretch.end <= a < b <= clause.verb.idx])


def led_in(page: Page, draft: Draft, stretch: Stretch) -> Draft | None:
    """Return what is said before the colon that leads to a sentence in marks: `Ott said rents fell: "It hurts."`."""
    verb = draft.verb
    if verb is None or draft.marked or not (is_whole(page, stretch) and page.before(stretch.start).endswith(":")):
        return None
    stated = any(child.dep_ == "ccomp" and child.idx < stretch.start for child in verb.rights)
    parts = [(a, b) for a, b in draft.parts if verb.idx < a and b < stretch.start]
    return draft.with_parts(parts) if stated and parts else None


def bridged(page: Page, draft: Draft, stretch: Stretch) -> Draft:
    """Fill the gap between two pieces of one sentence: `said they "agreed early" by calling and "spared us"`."""
    before = [part for part in draft.parts if part[1] < stretch.start]
    if not before:
        return draft
    gap = page.doc[page.token_at(before[-1][1]) : page.first_token(stretch)]
    verb = draft.verb.i if draft.verb is not None else -1
    if any(t.i == verb or t.text in STOPS or cues.speaks(t) or t.is_space for t in gap):
        return draft
    others = (part for part in draft.parts if part != before[-1])
    return draft.with_parts([*others, (before[-1][0], stretch.end)])


def with_lead(page: Page, draft: Draft, stretch: Stretch, clause: Clause) -> Draft:
    """Take in the sentence that leads to words in marks: `It was "a gift," Ott said`."""
    start = stretch.start
    for token in reversed(page.doc[lead_of(page, stretch, clause) : page.first_token(stretch)]):
        if page.in_marks(token.i) or token.is_space or token.text in STOPS or cues.speaks(token):
            break
        joins = token.dep_ == "cc" and start == stretch.start  # `"…," Kerr said, and "too little," said Ott.`
        start = token.idx if not joins and (token.is_alpha or token.like_num or token.is_currency) else start
    first = min([start, *(a for a, b in draft.parts if a < stretch.end and start < b)])
    apart = (part for part in draft.parts if part[0] >= stretch.end or part[1] <= start)
    return draft.with_parts([*apart, (first, stretch.end)])


def lead_of(page: Page, stretch: Stretch, clause: Clause) -> int:
    """Return the first word of the sentence that leads to a stretch; of several sentences in it, of the first one.

    `Kerr and Dahl "were stiff. It was no fun," Ott said`; none of another clause of saying is led in.
    """
    start, first = page.sentences[clause.verb.i], page.first_token(stretch)
    if not first < start or page.doc[start].idx >= stretch.end:
        return start
    words = page.doc[page.sentences[first] : first]
    return start if any(cues.speaks(token) for token in words) else words.start


def _without_lead(page: Page, draft: Draft, stretch: Stretch) -> Draft:
    """Leave out what the parse joined to a sentence in marks: `He said it twice: "…," Ott said` has one content."""
    if page.before(stretch.start)[-1:] not in LEADS:
        return draft
    apart = [(a, b) for a, b in draft.parts if b > stretch.start or page.has_marks(a, b)]
    return draft.with_parts([(stretch.start if a < stretch.start < b else a, b) for a, b in apart])
