"""Drafts to quotes: ids, types, text, speakers."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.facts import Quote, Span
from clusterdoc.find.quotes.rules import VERBATIM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from clusterdoc.facts import QuoteType, Speaker
    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.reading.page import Page, Range
    from clusterdoc.prose.marks import Stretch

WORD: Final = re.compile(r"\w{1,100}")
NEARLY_ALL: Final = 0.98


class Attributed(NamedTuple):
    """A draft with its speaker and the ids of the entities it is about."""

    draft: Draft
    speaker: Speaker | None
    about: tuple[str, ...]


def build_quotes(page: Page, attributed: Iterable[Attributed]) -> tuple[Quote, ...]:
    """Return drafts as quotes q1, q2 … in the order of the text."""
    ordered = sorted(attributed, key=lambda one: (one.draft.start, -one.draft.parts[-1][1]))
    return tuple(build_quote(page, f"q{rank}", one) for rank, one in enumerate(ordered, 1))


def build_quote(page: Page, name: str, attributed: Attributed) -> Quote:
    """Return one draft as a quote."""
    draft, speaker, about = attributed
    parts = tuple(_span_of(page, part) for part in _merged(page.text, draft.parts))
    return Quote(
        id=name,
        type="direct" if draft.rule in VERBATIM else _type_of(parts, page.stretches),
        parts=parts,
        text=" … ".join(part.text for part in parts),
        cue=_span_of(page, draft.cue) if draft.cue else None,
        speaker=speaker,
        scare=draft.scare,
        about=about,
        by=f"rule:{draft.rule}",
    )


def _span_of(page: Page, where: Range) -> Span:
    """Return offsets as a span of the article."""
    return Span(*where, page.text[where[0] : where[1]])


def _merged(text: str, parts: Sequence[Range]) -> list[Range]:
    """Return parts in order, those that overlap or touch within a line made one."""
    joined: list[Range] = []
    for start, end in sorted(parts):
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start] == " "):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _type_of(parts: Sequence[Span], stretches: Sequence[Stretch]) -> QuoteType:
    """Return direct when at least 98 % of the words stand inside marks of any kind, indirect when none, else mixed."""
    total = inside = 0
    for part in parts:
        for word in WORD.finditer(part.text):
            at = part.start + word.start()
            index = bisect_right(stretches, at, key=lambda stretch: stretch.start) - 1
            total += 1
            inside += index >= 0 and at < stretches[index].end
    if not inside:
        return "indirect"
    return "direct" if inside >= NEARLY_ALL * total else "mixed"
