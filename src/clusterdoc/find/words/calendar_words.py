"""The words of the calendar and the clock, read from `calendar.tsv`; units of time from `units.tsv`."""

from __future__ import annotations

from typing import Final, NamedTuple

from clusterdoc.find.words import rows
from clusterdoc.find.words.bound_phrases import APPROXIMATORS
from clusterdoc.find.words.inflection import plural


class CalendarWord(NamedTuple):
    """A word of time: what it is, its value, its short forms, and which forms need other words of time."""

    word: str
    kind: str
    value: str
    short: tuple[str, ...]
    ambiguous: tuple[str, ...]


_ROWS: Final = tuple(
    CalendarWord(word, kind, value, tuple(short.split()), tuple(ambiguous.split()))
    for word, kind, value, short, ambiguous, *_ in rows("calendar")
)
_COUNTED_UNITS: Final = frozenset(
    {"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"}
)


def _values(kind: str) -> dict[str, str]:
    """Return the value of every form of a kind of word."""
    return {form: row.value for row in _ROWS if row.kind == kind for form in (row.word, *row.short)}


def _numbers(kind: str) -> dict[str, int]:
    return {form: int(value) for form, value in _values(kind).items()}


def _sets(value: str) -> tuple[float, str]:
    count, unit = value.split()
    return (float(count), unit)


def _singular_units() -> dict[str, str]:
    named = {
        form: unit for form, unit, dimension, match, *_ in rows("units") if (dimension, match) == ("duration", "name")
    }
    return {form: unit for form, unit in named.items() if unit in _COUNTED_UNITS} | _values("unit")


WEEKDAY_SETS: Final = {plural(row.word): int(row.value) for row in _ROWS if row.kind == "weekday"}
AMBIGUOUS: Final = frozenset(form for row in _ROWS for form in row.ambiguous)
SINGULAR_UNITS: Final = {form: unit for form, unit in _singular_units().items() if not form.endswith("s")}
PLURAL_UNITS: Final = {plural(form): unit for form, unit in SINGULAR_UNITS.items()}
UNIT_LETTERS: Final = _values("unit letter")
PARTS: Final = _values("part")
SEASONS: Final = _values("season")
DAYS: Final = _numbers("today")
REFERENCES: Final = _values("reference")
BACK: Final = _numbers("back")
AHEAD: Final = _numbers("ahead")
THIS: Final = _numbers("this")
MODS: Final = _values("mod")
ENDS: Final = _values("ends")
ABOUT: Final = _values("about") | {phrase: "APPROX" for phrase in APPROXIMATORS if phrase.isalpha()}
DECADES: Final = _numbers("decade")
SETS: Final = {form: _sets(value) for form, value in _values("set").items()}
VAGUE: Final = _numbers("vague")  # 0: how many is not said
ZONES: Final = _values("zone")
AMERICAN_ZONES: Final = _numbers("american zone")  # "eastern", "pacific": hours from UTC in winter
STARTERS: Final = frozenset(_values("starter"))
HOLIDAYS: Final = _values("holiday")
