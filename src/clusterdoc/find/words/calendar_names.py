"""The names of months and days of the week, read from `calendar.tsv`, and the parts of patterns made of them."""

from __future__ import annotations

from typing import Final, NamedTuple

from clusterdoc.find.words import any_of, rows


class CalendarName(NamedTuple):
    """A month or a day of the week: its number, its short forms, and how people who are called so bear it."""

    word: str
    kind: str
    number: int
    short: tuple[str, ...]
    borne: tuple[str, ...]


_NAMES: Final = tuple(
    CalendarName(word, kind, int(value), tuple(short.split()), tuple(borne.split()))
    for word, kind, value, short, _, borne, *_ in rows("calendar")
    if kind in {"month", "weekday"}
)


def _in_full(kind: str) -> dict[str, int]:
    return {name.word: name.number for name in _NAMES if name.kind == kind}


def _shortened(kind: str) -> dict[str, int]:
    return {form: name.number for name in _NAMES if name.kind == kind for form in name.short}


def _any_form(kind: str) -> str:
    """Return the source of a pattern for a name in full or in short, with the stop of a short one."""
    return rf"(?:{any_of(_in_full(kind))}|(?:{any_of(_shortened(kind))})\b\.?)"


def _borne(how: str) -> frozenset[str]:
    return frozenset(name.word for name in _NAMES if how in name.borne)


MONTHS: Final = _in_full("month") | _shortened("month")  # to 1-12
WEEKDAYS: Final = _in_full("weekday") | _shortened("weekday")  # to 1-7, Monday to Sunday
# A stop after these ends no sentence: "Dec. 31".
SHORT_NAMES: Final = frozenset(_shortened("month")) | frozenset(_shortened("weekday"))
# Parts of patterns, in small letters.
MONTH: Final = _any_form("month")
WEEKDAY: Final = _any_form("weekday")
WEEKDAY_IN_FULL: Final = any_of(_in_full("weekday"))
# Months that people are called as: "April Kerr", "Mrs May".
FIRST_NAMES: Final = _borne("first")
LAST_NAMES: Final = _borne("last")
_VERBS: Final = {"may"}
_ALWAYS_NAMES: Final = {*_in_full("month"), *_in_full("weekday")} - _VERBS


def is_calendar_name(word: str) -> bool:
    """Return whether a word with a capital names a month or a weekday wherever it stands; "May" is a verb as well."""
    return word.lower() in _ALWAYS_NAMES
