"""What the words of `contexts.tsv` make of a number: for each use, whether a text shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.dates import DateMatch, find_dates
from clusterdoc.find.figures.numbers import NumberMatch, find_grammar, find_numbers

if TYPE_CHECKING:
    from collections.abc import Callable

MILLIONS: Final = 1_600_000


def has_value(*values: float) -> Callable[[str], bool]:
    """Return a check that a text has a number of one of these values."""
    return lambda text: any(found.value in values for found in find_numbers(text))


def has_no_value(*values: float) -> Callable[[str], bool]:
    """Return a check that a text has no number of these values, be it alone or at an end of a range."""
    return lambda text: not any({found.value, found.low, found.high} & set(values) for found in find_numbers(text))


def has_unit(*units: str | None) -> Callable[[str], bool]:
    """Return a check that a number of a text has one of these units."""
    return lambda text: any(found.unit in units for found in find_numbers(text))


def has_kind(kind: str) -> Callable[[str], bool]:
    """Return a check that a number of a text is of a kind."""
    return lambda text: any(found.kind == kind for found in find_numbers(text))


def has_no_kind(kind: str) -> Callable[[str], bool]:
    """Return a check that no number of a text is of a kind."""
    return lambda text: not has_kind(kind)(text)


def has_bound(bound: str) -> Callable[[str], bool]:
    """Return a check that all numbers of a text have a bound."""
    return lambda text: {found.bound for found in find_numbers(text)} == {bound}


def has_no_date(text: str) -> bool:
    """Return whether a text has no date."""
    return not find_dates(text)


def has_date(text: str) -> bool:
    """Return whether a text has a date and nothing else."""
    return [type(found) for found in find_grammar(text)] == [DateMatch]


def has_time(text: str) -> bool:
    """Return whether a text has a clock time."""
    return any(found.kind == "time" for found in find_dates(text))


def has_number(text: str) -> bool:
    """Return whether a text has a number that counts something."""
    return any(isinstance(found, NumberMatch) for found in find_grammar(text))


CONTEXT_CHECKS: Final[dict[str, Callable[[str], bool]]] = {
    "millions": has_value(MILLIONS),
    "level in millions": has_value(MILLIONS),
    "thousands": has_value(5000),
    "no year": has_no_date,
    "screen": has_no_value(4000),
    "angle before": has_unit("arcdegree"),
    "angle after": has_unit("arcdegree"),
    "study": has_unit(None),
    "warmth": has_unit("degree_Fahrenheit"),
    "year": has_date,
    "total in millions": has_value(MILLIONS),
    "service": has_time,
    "timetable": has_time,
    "newspaper": has_no_date,
    "programme": has_no_date,
    "ordinal in an idiom": has_no_kind("ordinal"),
    "ordinal in a name": has_no_kind("ordinal"),
    "place": has_kind("ordinal"),
    "score": has_no_value(1, 3),
    "multiple": has_kind("ratio"),
    "rival": has_no_kind("money"),
    "of an age": has_kind("age"),
    "aged": has_kind("age"),
    "price": has_kind("money"),
    "opener": has_value(65),
    "verb follows": has_value(400),
    "dimension": has_unit("inch"),
    "foot mark": has_unit("foot"),
    "inch mark": has_unit("inch"),
    "camera": has_unit("megapixel"),
    "period": has_bound("="),
    "in the course of": has_bound("="),
    "rising to a level": has_bound("="),
    "American money": has_unit("USD"),
    "British money": has_unit("GBP"),
    "smaller or greater": has_kind("ratio"),
    "verb of place": has_bound("="),
    "topic": has_bound("="),
    "cricket": has_no_value(8),
    "counted in brackets": has_no_date,
    "half of a game": has_no_kind("ratio"),
}
