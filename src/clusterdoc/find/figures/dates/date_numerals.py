"""How numbers, days of the month and years are said: "twenty-first", "nineteen eighty-six", "'99"."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.dates.chart import Rule

if TYPE_CHECKING:
    from collections.abc import Callable


def same(value: object) -> object:
    """Return the one value as it is."""
    return value


def fixed(value: object) -> Callable[..., object]:
    """Return a function that gives the same value for every reading."""
    return lambda *_: value


def _add(left: float, right: float) -> float:
    return left + right


def _unit_ordinal(tens: int, ordinal: int) -> int | None:
    return tens + ordinal if ordinal < 10 else None


def _day(number: int) -> int | None:
    return number if 1 <= number <= 31 else None


def _year(number: int) -> int | None:
    return number if 1000 <= number < 2200 else None


def short_year(number: int) -> int:
    """Return the year within living memory that two digits name: "'99", "of 87"."""
    return number + (2000 if number < 40 else 1900)


def _said_year(hundreds: int, rest: int | None) -> int | None:
    # "nineteen eighty-six", "seventeen hundred thirty three"
    return 100 * hundreds + (rest or 0) if 10 < hundreds <= 20 else None


def _two_digits(hundreds: int, rest: int) -> int | None:
    return _said_year(hundreds, rest) if rest >= 10 else None


def _thousand(count: int, rest: int | None) -> int | None:
    return 2000 + (rest or 0) if count == 2 else None


RULES = (
    Rule("WORDNUM", "TENS -/and? ONES", _add),
    Rule("WORDNUM", "ONES", same),
    Rule("WORDNUM", "TEENS", same),
    Rule("WORDNUM", "TENS", same),
    Rule("NUM", "INT", same),
    Rule("NUM", "DECIMAL", same),
    Rule("NUM", "WORDNUM", same),
    Rule("NUM", "a/one hundred", fixed(100)),
    Rule("ORD", "TENS -? ORDINAL", _unit_ordinal),
    Rule("ORD", "ORDINAL", same),
    Rule("DAYNO", "SHORT", _day),
    Rule("DAYNO", "ORD", _day),
    Rule("DAYNO", "TEENS", _day),
    Rule("DAYNO", "TENS -? ONES", lambda tens, ones: _day(tens + ones)),
    Rule("YEAR", "FOUR", _year),
    Rule("YEAR", "' TWO", short_year),
    Rule("YEAR", "WORDNUM WORDNUM", _two_digits),
    Rule("YEAR", "WORDNUM hundred and? WORDNUM?", _said_year),
    Rule("YEAR", "ONES thousand and? WORDNUM?", _thousand),
)
