"""The numbers an article states, and what they are numbers of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clusterdoc.facts import Figure
from clusterdoc.find.figures.dates import DateMatch
from clusterdoc.find.figures.dates.timex import to_period
from clusterdoc.find.figures.dates.values import Duration
from clusterdoc.find.figures.measure.changes import change
from clusterdoc.find.figures.measure.meaning import converted, dated_phrase, understand
from clusterdoc.find.figures.measure.names import as_age, as_duration, in_a_name, named_spans
from clusterdoc.find.figures.measure.numeral import find_numerals
from clusterdoc.find.figures.numbers import NumberMatch, find_grammar
from clusterdoc.find.links import statements

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from clusterdoc.facts import Entity, Quote, Role, Trend
    from clusterdoc.find.figures.measure.meaning import Meaning
    from clusterdoc.find.figures.measure.names import NamedSpan


def find_figures(
    doc: Doc, entities: Sequence[Entity] = (), quotes: Sequence[Quote] = (), date: datetime.date | None = None
) -> tuple[Figure, ...]:
    """Return the figures of an article in the order of the text, linked to the quotes that hold them.

    `date` is the day of publication, which resolves relative dates. A Doc without a parse still gives values, bounds
    and units; what a figure measures is then None.
    """
    text = doc.text
    names = named_spans(entities)
    matches = find_grammar(text, date)
    numbers = [match for match in matches if isinstance(match, NumberMatch) and not in_a_name(match, names)]
    dates = [dated(text, match) for match in matches if isinstance(match, DateMatch)]
    if doc.has_annotation("DEP"):
        figures = measured_dates(doc, dates) + measured_numbers(doc, text, numbers, names)
    else:
        figures = dates + [figure(text, match) for match in numbers]
    return linked(sorted(figures, key=lambda figure: figure.start), numbers, quotes)


def dated(text: str, match: DateMatch) -> Figure:
    """Return the figure of a date or time; its id comes later."""
    words = text[match.start : match.end]
    return Figure("", match.start, match.end, words, match.kind, date=match.date, timex=match.timex, weak=match.weak)


def measured_dates(doc: Doc, dates: Iterable[Figure]) -> list[Figure]:
    """Return dates with what is dated by them ("a 2009 law") or what happened then; links come later."""
    return [replace(date, of=dated_phrase(doc, date.start, date.end)) for date in dates]


def measured_numbers(doc: Doc, text: str, numbers: Iterable[NumberMatch], names: Sequence[NamedSpan]) -> list[Figure]:
    """Return the figures of numbers with what the parse says of them; links come later."""
    numerals = [as_duration(as_age(numeral, names)) for numeral in find_numerals(doc, numbers)]
    return [
        understood(figure(text, numeral.match), meaning, *change(moved))
        for numeral, meaning, moved in zip(numerals, understand(numerals), converted(numerals), strict=True)
    ]


def figure(text: str, match: NumberMatch) -> Figure:
    """Return the figure of a number as the characters alone tell it."""
    return Figure(
        id="",
        start=match.start,
        end=match.end,
        text=text[match.start : match.end],
        kind=match.kind,
        value=match.value,
        low=match.low,
        high=match.high,
        bound=match.bound,
        unit=match.unit,
        weak=match.weak,
    )


def understood(plain: Figure, meaning: Meaning, trend: Trend | None, role: Role) -> Figure:
    """Return a figure with its counted unit, what it measures, and whether it is a change."""
    kind = meaning.kind or plain.kind
    return replace(plain, kind=kind, unit=meaning.unit, of=meaning.of, trend=trend, role=role)


def linked(figures: Sequence[Figure], numbers: Iterable[NumberMatch], quotes: Sequence[Quote]) -> tuple[Figure, ...]:
    """Return the figures numbered in the order of the text, each with its quote, its speaker and what it converts."""
    ids = {figure.start: f"f{number}" for number, figure in enumerate(figures, 1)}
    converted = {match.start: match.same_as for match in numbers if match.same_as is not None}
    return tuple(
        replace(
            figure,
            id=ids[figure.start],
            timex=figure.timex or length(figure),
            same_as=ids.get(converted.get(figure.start, -1)),
            quote=said.quote,
            speaker=said.speaker,
        )
        for figure, said in zip(figures, statements(figures, quotes), strict=True)
    )


def length(figure: Figure) -> str | None:
    """Return the TIMEX3 value of a duration of one value, such as "P3D", or None."""
    if figure.kind != "duration" or figure.value is None or figure.unit is None:
        return None
    return to_period(Duration(((figure.value, figure.unit),)))
