"""The numbers an article states, and what they are numbers of."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Figure
from clusterdoc.find.doc_text import text_of
from clusterdoc.find.figures.dates import DateMatch
from clusterdoc.find.figures.dates.timex import said_in_parts, to_period
from clusterdoc.find.figures.dates.values import Duration
from clusterdoc.find.figures.measure.ages_of import GENDERS, persons, stands_for, the_one_of_that_age
from clusterdoc.find.figures.measure.kinds import as_age, as_duration, in_a_name, named_spans, under_an_arrangement
from clusterdoc.find.figures.measure.meaning import understand
from clusterdoc.find.figures.measure.parsed import chained, parse_numbers
from clusterdoc.find.figures.measure.templates.persons import whose_age
from clusterdoc.find.figures.numbers import NumberMatch, find_grammar
from clusterdoc.find.figures.numbers.rules import DATE
from clusterdoc.find.links import statements

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from clusterdoc.facts import Entity, Quote
    from clusterdoc.find.figures.measure.ages_of import Person
    from clusterdoc.find.figures.measure.kinds import NamedSpan
    from clusterdoc.find.figures.measure.meaning import Meaning


# The fields that a figure takes from its number as they are.
SHARED: Final = {each.name for each in fields(Figure)} & {each.name for each in fields(NumberMatch)} - {
    *("start", "end", "by", "same_as"),
}
OF_PERSON: Final = f"rule:{whose_age.name}"


def find_figures(
    doc: Doc, entities: Sequence[Entity] = (), quotes: Sequence[Quote] = (), date: datetime.date | None = None
) -> tuple[Figure, ...]:
    """Return the figures of an article in the order of the text, linked to the quotes that hold them.

    `date` is the day of publication, which resolves relative dates. A Doc without a parse still gives values, bounds
    and units; what a figure measures is then None.
    """
    text = text_of(doc)
    names = named_spans(entities)
    matches = find_grammar(text, date)
    numbers = [match for match in matches if isinstance(match, NumberMatch) and not in_a_name(match, names)]
    figures = [dated(text, match) for match in matches if isinstance(match, DateMatch)]
    if doc.has_annotation("DEP"):
        figures += with_persons(measured_figures(doc, numbers, names), doc, entities)
    else:
        figures += [plain_figure(text, match) for match in numbers]
    return linked(sorted(figures, key=lambda figure: figure.start), numbers, quotes)


def dated(text: str, match: DateMatch) -> Figure:
    """Return the figure of a date or time; its id comes later."""
    words = text[match.start : match.end]
    return Figure(
        "",
        match.start,
        match.end,
        words,
        match.kind,
        date=match.date,
        timex=match.timex,
        weak=match.weak,
        by=f"rule:{DATE}",
    )


def measured_figures(doc: Doc, matches: Iterable[NumberMatch], names: Sequence[NamedSpan]) -> list[Figure]:
    """Return the figures of numbers with what the parse says of them; links come later."""
    parsed = (under_an_arrangement(number) for number in parse_numbers(doc, matches))
    numbers = chained(as_duration(as_age(number, names)) for number in parsed)
    text = text_of(doc)
    figures = [plain_figure(text, number.match) for number in numbers]
    return [with_meaning(plain, meaning) for plain, meaning in zip(figures, understand(numbers), strict=True)]


def with_persons(figures: list[Figure], doc: Doc, entities: Sequence[Entity]) -> list[Figure]:
    """Return the figures; those that are the age of "he", "she" or "the 66-year-old" measure the name meant."""
    people = (
        persons(entities) if any(is_of_a_pronoun(figure) or stands_for_its_holder(figure) for figure in figures) else []
    )
    found: list[Figure] = []
    for figure in figures:
        if is_of_a_pronoun(figure):
            found.append(resolved(figure, doc, people))
        elif stands_for_its_holder(figure):
            meant = the_one_of_that_age(doc, figure, found, people)
            found.append(replace(figure, of=meant, of_by=OF_PERSON) if meant is not None else figure)
        else:
            found.append(figure)
    return found


def stands_for_its_holder(figure: Figure) -> bool:
    """Return whether a figure is an age used as a noun for a person: "the 66-year-old's death"."""
    return figure.kind == "age" and figure.of is None


def is_of_a_pronoun(figure: Figure) -> bool:
    """Return whether a figure is the age of "he" or "she"."""
    return figure.kind == "age" and figure.of is not None and figure.of.text.lower() in GENDERS


def resolved(figure: Figure, doc: Doc, people: Sequence[Person]) -> Figure:
    """Return an age with the name that its pronoun stands for; unchanged where the text does not say who it is."""
    meant = stands_for(doc, figure.of, people) if figure.of is not None else None
    return replace(figure, of=meant) if meant is not None else figure


def plain_figure(text: str, match: NumberMatch) -> Figure:
    """Return the figure of a number with what can be read from the characters alone."""
    return Figure(
        id="",
        start=match.start,
        end=match.end,
        text=text[match.start : match.end],
        by=match.by or None,
        **{name: getattr(match, name) for name in SHARED},
    )


def with_meaning(plain: Figure, meaning: Meaning) -> Figure:
    """Return a figure with its counted unit, what it measures, and whether it is a change."""
    return replace(
        plain,
        kind=meaning.kind or plain.kind,
        unit=meaning.unit,
        of=meaning.of,
        of_by=f"rule:{meaning.rule}" if meaning.rule else None,
        trend=meaning.trend,
        role=meaning.role,
    )


def linked(figures: Sequence[Figure], numbers: Iterable[NumberMatch], quotes: Sequence[Quote]) -> tuple[Figure, ...]:
    """Return the figures numbered in the order of the text, each with its quote, its speaker and what it converts."""
    ids = {figure.start: f"f{number}" for number, figure in enumerate(figures, 1)}
    converted = {match.start: match.same_as for match in numbers if match.same_as is not None}
    return tuple(
        replace(
            figure,
            id=ids[figure.start],
            timex=figure.timex or timex_of(figure),
            same_as=ids.get(converted.get(figure.start, -1)),
            quote=said.quote,
            speaker=said.speaker,
        )
        for figure, said in zip(figures, statements(figures, quotes), strict=True)
    )


def timex_of(figure: Figure) -> str | None:
    """Return the TIMEX3 value of a duration of one value, such as "P3D", or None."""
    if figure.kind != "duration" or figure.value is None or figure.unit is None:
        return None
    parts = said_in_parts(figure.value, figure.unit) if figure.by == "rule:compound" else ()
    return to_period(Duration(parts or ((figure.value, figure.unit),)))
