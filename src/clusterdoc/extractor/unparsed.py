"""Figures without a parse: value, bound and unit from the characters alone, for streams; spaCy is not loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc import version
from clusterdoc.extractor.putback import Way
from clusterdoc.facts import Document
from clusterdoc.find.figures import dated, linked, plain_figure
from clusterdoc.find.figures.numbers import NumberMatch, find_grammar
from clusterdoc.prose import read_prose
from clusterdoc.prose.day import with_publication_day

if TYPE_CHECKING:
    import datetime

    from clusterdoc.facts import Source


def find_unparsed_figures(source: Source, date: datetime.date | None = None) -> Document:
    """Return the document of what is found without a model: figures in the order of the text.

    What they measure, their quotes and speakers are unknown (None). `date` is that of `Extractor.extract`.
    """
    prose = read_prose(source.text)
    source = with_publication_day(source, prose.text, date)
    matches = find_grammar(prose.text, source.day())
    numbers = [match for match in matches if isinstance(match, NumberMatch)]
    found = [
        plain_figure(prose.text, match) if isinstance(match, NumberMatch) else dated(prose.text, match)
        for match in matches
    ]
    way = Way(prose, source.text)
    figures = tuple(way.figure(figure) for figure in linked(found, numbers, ()))
    return Document(source, None, figures=figures, version=version.__version__)
