"""How a day is said: "Friday, 4 January 2019", "the 10th of March", "2019-01-04", "Labor Day"."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

from dataclasses import replace
from typing import Final

from clusterdoc.find.figures.dates.chart import Rule
from clusterdoc.find.figures.dates.date_numerals import same, short_year
from clusterdoc.find.figures.dates.values import Calendar
from clusterdoc.find.words.calendar_words import HOLIDAYS

LONGEST: Final = 31


def _month_day(month: int, day: int) -> Calendar | None:
    return Calendar("day", month=month, day=day) if 1 <= month <= 12 and 1 <= day <= LONGEST else None


def _day_month(day: int, month: int) -> Calendar | None:
    return _month_day(month, day)


def _dated(day: Calendar, year: int) -> Calendar:
    return replace(day, year=year)


def _day_month_year(day: int, month: int, year: int) -> Calendar | None:
    dated = _month_day(month, day)
    return dated and replace(dated, year=year)


def _year_month_day(year: int, month: int, day: int) -> Calendar | None:
    return _day_month_year(day, month, year)


def _weekday(weekday: int) -> Calendar:
    return Calendar("day", weekday=weekday)


def _with_weekday(weekday: int, day: Calendar) -> Calendar:
    return replace(day, weekday=weekday)


def _triple(written: str) -> Calendar | None:
    """Read 2019-01-04, 1/4/2019 (month first unless that cannot be) and 23.04.2022 (day first)."""
    mark = next(character for character in written if not character.isdigit())
    first, second, third = written.split(mark)
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:
        return _day_month_year(c, b, a)
    if len(third) == 3:
        return None
    year = c if len(third) == 4 else short_year(c)
    if mark == "." or a > 12:
        return _day_month_year(a, b, year) or _day_month_year(b, a, year)
    return _day_month_year(b, a, year)


def _compact(written: str) -> Calendar | None:
    return _day_month_year(int(written[6:]), int(written[4:6]), int(written[:4]))


def _pair(written: str) -> Calendar | None:
    first, second = (int(part) for part in written.split("/"))
    return _month_day(first, second) or _month_day(second, first)


def _holiday(name: str) -> Calendar:
    return Calendar("day", holiday=name)


def _named(name: str) -> Rule:
    return Rule("HOLIDAY", name.replace("'", " ' ").replace(".", " ."), lambda: _holiday(HOLIDAYS[name]))


RULES = (
    *(_named(name) for name in HOLIDAYS),
    Rule("MONTHDAY", "MONTH ,? the? DAYNO", _month_day),
    Rule("MONTHDAY", "MONTH -// SHORT", _month_day),
    Rule("MONTHDAY", "the? DAYNO of? MONTH", _day_month),
    Rule("MONTHDAY", "SHORT -// MONTH", _day_month),
    Rule("FULL", "ISO", lambda written: _triple(written[:10])),
    Rule("FULL", "LONG", _triple),
    Rule("FULL", "TRIPLE", _triple),
    Rule("FULL", "COMPACT", _compact),
    Rule("FULL", "MONTHDAY ,/of/in/-//? YEAR", _dated),
    Rule("FULL", "SHORT - MONTH - TWO", lambda d, m, y: _day_month_year(d, m, short_year(y))),
    Rule("FULL", "DAYNO of? MONTH of TWO", lambda d, m, y: _day_month_year(d, m, short_year(y))),
    Rule("FULL", "YEAR -// MONTH -// SHORT", _year_month_day),
    Rule("FULL", "YEAR / SHORT / MONTH", lambda y, d, m: _day_month_year(d, m, y)),
    Rule("FULL", "MONTH - YEAR - SHORT", lambda m, y, d: _day_month_year(d, m, y)),
    Rule("FULL", "FOUR TWO TWO", _year_month_day),
    Rule("DAYDATE", "FULL", same),
    Rule("DAYDATE", "MONTHDAY", same),
    Rule("DAYDATE", "WEEKDAY ,? the? FULL", _with_weekday),
    Rule("DAYDATE", "WEEKDAY ,/-? the? MONTHDAY", _with_weekday),
    Rule("DAYDATE", "WEEKDAY ( MONTHDAY )", _with_weekday),
    Rule("DAYDATE", "WEEKDAY ,? PAIRDATE", _with_weekday),
    Rule("DAYDATE", "WEEKDAY the? ORD", lambda w, d: Calendar("day", weekday=w, day=d)),
    Rule("DAYDATE", "HOLIDAY", same),
    Rule("DAYDATE", "HOLIDAY of/,? YEAR", _dated),
    Rule("WEEKDAYNAME", "WEEKDAY", _weekday),
    Rule("PAIRDATE", "PAIR", _pair),
)
