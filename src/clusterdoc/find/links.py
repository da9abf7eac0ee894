"""Figures to quotes: the innermost quote that holds a figure, and who stated it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.facts import Figure, Quote


TABLE: Final = "rule:row label"


class Statement(NamedTuple):
    """The id of a quote and the canonical name of its speaker."""

    quote: str | None
    speaker: str | None


def statements(figures: Sequence[Figure], quotes: Sequence[Quote]) -> list[Statement]:
    """Return for each figure, in the order of the text, the innermost quote around it and who stated it.

    The speaker is that of the innermost quote whose speaker is known. What stands in a table nobody has said.
    """
    waiting = [(part.start, part.end, quote) for quote in quotes if not quote.scare for part in quote.parts]
    waiting.sort(key=lambda part: part[0], reverse=True)
    opened: list[tuple[int, Quote]] = []
    found = []
    for figure in figures:
        while waiting and waiting[-1][0] <= figure.start:
            opened.append(waiting.pop()[1:])
        opened = [part for part in opened if part[0] > figure.start]
        around = sorted((quote for end, quote in opened if end >= figure.end), key=length)
        names = (quote.speaker.name for quote in around if quote.speaker is not None and quote.speaker.name)
        stated = Statement(around[0].id, next(names, None)) if around else Statement(None, None)
        found.append(Statement(None, None) if figure.of_by == TABLE else stated)
    return found


def length(quote: Quote) -> int:
    """Return how many characters a quote has."""
    return sum(part.end - part.start for part in quote.parts)
