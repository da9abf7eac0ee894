"""Figures to quotes: the innermost quote that holds a figure, and who stated it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.facts import Quote


class Statement(NamedTuple):
    """The id of a quote and the canonical name of its speaker."""

    quote: str | None
    speaker: str | None


class Holder(NamedTuple):
    """One part of a quote, with the length of the whole quote."""

    start: int
    end: int
    length: int
    quote: Quote


def holders(quotes: Sequence[Quote]) -> list[Holder]:
    """Return the parts of all quotes that somebody spoke, shortest quote first."""
    parts = [
        Holder(part.start, part.end, sum(p.end - p.start for p in quote.parts), quote)
        for quote in quotes
        if not quote.scare
        for part in quote.parts
    ]
    return sorted(parts, key=lambda holder: (holder.length, holder.start))


def statement(start: int, end: int, parts: Sequence[Holder]) -> Statement:
    """Return the innermost quote around a figure, and the speaker of the innermost one whose speaker is known."""
    around = [part.quote for part in parts if part.start <= start and end <= part.end]
    if not around:
        return Statement(None, None)
    names = (quote.speaker.name for quote in around if quote.speaker is not None and quote.speaker.name)
    return Statement(around[0].id, next(names, None))
