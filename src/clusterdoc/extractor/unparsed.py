"""Figures without a parse: value, bound and unit from the characters alone, for streams; spaCy is not loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.extractor.putback import Way
from clusterdoc.find.figures import dated, linked, plain_figure
from clusterdoc.find.figures.numbers import NumberMatch, find_grammar
from clusterdoc.prose import read_prose
from clusterdoc.prose.day import day_written

if TYPE_CHECKING:
    import datetime

    from clusterdoc.facts import Figure


def find_unparsed_figures(text: str, date: datetime.date | None = None) -> tuple[Figure, ...]:
    """Return the figures of a text in its order: what they measure, their quotes and speakers are unknown (None)."""
    prose = read_prose(text)
    matches = find_grammar(prose.text, date or day_written(prose.text))
    numbers = [match for match in matches if isinstance(match, NumberMatch)]
    found = [
        plain_figure(prose.text, match) if isinstance(match, NumberMatch) else dated(prose.text, match)
        for match in matches
    ]
    way = Way(prose, text)
    return tuple(way.figure(figure) for figure in linked(found, numbers, ()))
