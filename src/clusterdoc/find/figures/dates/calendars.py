"""How the calendar is said: days, months, quarters, seasons, years, decades, holidays."""

from __future__ import annotations

from dataclasses import replace

from clusterdoc.find.figures.dates.chart import Rule
from clusterdoc.find.figures.dates.holidays import HOLIDAYS
from clusterdoc.find.figures.dates.numerals import same
from clusterdoc.find.figures.dates.values import Calendar, Mod, Value, Within

_LENGTHS = (31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month_day(month: int, day: int) -> Calendar | None:
    return Calendar("day", month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _day_month(day: int, month: int) -> Calendar | None:
    return _month_day(month, day)


def _dated(day: Calendar, year: int) -> Calendar:
    return replace(day, year=year)


def _day_month_year(day: int, month: int, year: int) -> Calendar | None:
    dated = _month_day(month, day)
    return dated and replace(dated, year=year)


def _year_month_day(year: int, month: int, day: int) -> Calendar | None:
    return _day_month_year(day, month, year)


def _month_year(month: int, year: int) -> Calendar:
    return Calendar("month", year=year, month=month)


def _month_short_year(month: int, year: int) -> Calendar:
    return _month_year(month, year + (2000 if year < 40 else 1900))


def _year_month(year: int, month: int) -> Calendar:
    return _month_year(month, year)


def _year(year: int) -> Calendar:
    return Calendar("year", year=year)


def _month(month: int) -> Calendar:
    return Calendar("month", month=month)


def _weekday(weekday: int) -> Calendar:
    return Calendar("day", weekday=weekday)


def _day_of_month(day: int) -> Calendar | None:
    return Calendar("day", day=day) if 1 <= day <= 31 else None


def _with_weekday(weekday: int, day: Calendar) -> Calendar:
    return replace(day, weekday=weekday)


def _triple(written: str) -> Calendar | None:
    """Read 2019-01-04, 1/4/2019 (month first unless that cannot be) and 23.04.2022 (day first)."""
    mark = next(character for character in written if not character.isdigit())
    first, second, third = written.split(mark)
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:
        return _day_month_year(c, b, a) if len(third) <= 2 else None
    if len(first) == 3 or len(third) == 3:
        return None
    year = c if len(third) == 4 else c + (2000 if c < 40 else 1900)
    if mark == "." or a > 12:
        return _day_month_year(a, b, year) or _day_month_year(b, a, year)
    return _day_month_year(b, a, year) or _day_month_year(a, b, year)


def _compact(written: str) -> Calendar | None:
    return _day_month_year(int(written[6:]), int(written[4:6]), int(written[:4]))


def _pair(written: str) -> Calendar | None:
    first, second = (int(part) for part in written.split("/"))
    return _month_day(first, second) or _month_day(second, first)


def _month_number(year: int, month: int) -> Calendar | None:
    return _month_year(month, year) if 1 <= month <= 12 else None


def _number_month(month: int, year: int) -> Calendar | None:
    return _month_number(year, month)


def _decade(year: int) -> Calendar | None:
    return Calendar("decade", year=year) if year % 10 == 0 else None


def _century(ordinal: int) -> Calendar | None:
    return Calendar("century", year=100 * (ordinal - 1)) if 3 <= ordinal <= 30 else None


def _season(season: str, year: int | None) -> Calendar:
    return Calendar("season", season=season, year=year)


def _year_season(year: int, season: str) -> Calendar:
    return _season(season, year)


def _quarter(quarter: int, year: int | None) -> Calendar | None:
    return Calendar("quarter", quarter=quarter, year=year) if 1 <= quarter <= 4 else None


def _fiscal_quarter(quarter: int, year: int | None) -> Calendar | None:
    found = _quarter(quarter, year)
    return found and replace(found, fiscal="F")


def _year_quarter(year: int, quarter: int) -> Calendar | None:
    return _quarter(quarter, year)


def _last_quarter(year: int) -> Calendar | None:
    return _quarter(4, year)


def _half(half: int, year: int | None) -> Calendar | None:
    return Calendar("half", half=half, year=year) if 1 <= half <= 2 else None


def _year_half(year: int, half: int) -> Calendar | None:
    return _half(half, year)


def _quarter_of(quarter: int, outer: Value) -> Within | None:
    found = _quarter(quarter, None)
    return found and Within(outer, found)


def _half_of(half: int, outer: Value) -> Within | None:
    found = _half(half, None)
    return found and Within(outer, found)


def _quarter_in(outer: Value, quarter: int) -> Within | None:
    return _quarter_of(quarter, outer)


def _fiscal(year: int) -> Calendar:
    return Calendar("year", year=year, fiscal="F")


def _school(year: int) -> Calendar:
    return Calendar("year", year=year, fiscal="S")


def _week(number: int, year: int | None) -> Calendar | None:
    return Calendar("week", week=number, year=year) if 1 <= number <= 53 else None


def _week_of(number: int, outer: Value) -> Within | None:
    week = _week(number, None)
    return week and Within(outer, week)


def _from_day(day: Calendar) -> Calendar:
    return replace(day, unit="week")


def _modified(mod: Mod, what: Calendar) -> Calendar:
    return replace(what, mod=mod)


def _holiday(name: str) -> Calendar:
    return Calendar("day", holiday=name)


def _named(name: str) -> Rule:
    return Rule("HOLIDAY", name.replace("'", " ' "), lambda: _holiday(HOLIDAYS[name]))


_DAYS = (
    Rule("MONTHDAY", "MONTH ,? the? DAYNO", _month_day),
    Rule("MONTHDAY", "MONTH /? SHORT", _month_day),
    Rule("MONTHDAY", "MONTH - SHORT", _month_day),
    Rule("MONTHDAY", "the? DAYNO of? MONTH", _day_month),
    Rule("MONTHDAY", "the? DAYNO day? of MONTH", _day_month),
    Rule("MONTHDAY", "SHORT - MONTH", _day_month),
    Rule("MONTHDAY", "SHORT / MONTH", _day_month),
    Rule("FULL", "ISO", lambda written: _triple(written[:10])),
    Rule("FULL", "LONG", _triple),
    Rule("FULL", "TRIPLE", _triple),
    Rule("FULL", "COMPACT", _compact),
    Rule("FULL", "MONTHDAY ,? YEAR", _dated),
    Rule("FULL", "MONTHDAY of/in YEAR", _dated),
    Rule("FULL", "MONTHDAY - YEAR", _dated),
    Rule("FULL", "DAYNO of? MONTH of TWO", lambda d, m, y: _day_month_year(d, m, y + (2000 if y < 40 else 1900))),
    Rule("FULL", "SHORT / MONTH / YEAR", _day_month_year),
    Rule("FULL", "SHORT - YEAR - MONTH", lambda d, y, m: _day_month_year(d, m, y)),
    Rule("FULL", "YEAR - MONTH - SHORT", _year_month_day),
    Rule("FULL", "YEAR / MONTH / SHORT", _year_month_day),
    Rule("FULL", "YEAR / SHORT / MONTH", lambda y, d, m: _day_month_year(d, m, y)),
    Rule("FULL", "MONTH - YEAR - SHORT", lambda m, y, d: _day_month_year(d, m, y)),
    Rule("FULL", "FOUR TWO TWO", _year_month_day),
    Rule("DAYDATE", "FULL", same),
    Rule("DAYDATE", "MONTHDAY", same),
    Rule("DAYDATE", "WEEKDAY ,? the? FULL", _with_weekday),
    Rule("DAYDATE", "WEEKDAY ,? the? MONTHDAY", _with_weekday),
    Rule("DAYDATE", "WEEKDAY - MONTHDAY", _with_weekday),
    Rule("DAYDATE", "WEEKDAY ( MONTHDAY )", _with_weekday),
    Rule("DAYDATE", "WEEKDAY ,? PAIRDATE", _with_weekday),
    Rule("DAYDATE", "WEEKDAY SHORT - SHORT", lambda w, a, b: _with_weekday(w, _month_day(a, b) or _weekday(w))),
    Rule("DAYDATE", "WEEKDAY the? ORD", lambda w, d: Calendar("day", weekday=w, day=d)),
    Rule("DAYDATE", "HOLIDAY", same),
    Rule("DAYDATE", "HOLIDAY of/,? YEAR", _dated),
    Rule("WEEKDAYNAME", "WEEKDAY", _weekday),
    Rule("PAIRDATE", "PAIR", _pair),
)
_PERIODS = (
    Rule("MONTHYEAR", "MONTH of/in? YEAR", _month_year),
    Rule("MONTHYEAR", "MONTH ,/- YEAR", _month_year),
    Rule("MONTHYEAR", "MONTH / YEAR", _month_year),
    Rule("MONTHYEAR", "MONTH of TWO", _month_short_year),
    Rule("MONTHYEAR", "YEAR -? MONTH", _year_month),
    Rule("MONTHYEAR", "YEAR / MONTH", _year_month),
    Rule("MONTHYEAR", "FOUR - ONE", _month_number),
    Rule("MONTHYEAR", "TWO - FOUR", _number_month),
    Rule("MONTHNAME", "MONTH", _month),
    Rule("DECADE", "the? FOUR '? s", _decade),
    Rule("DECADE", "the? ' TWO '? s", _decade),
    Rule("DECADE", "the? TWO '? s", _decade),
    Rule("DECADE", "the? DECADENAME", _decade),
    Rule("CENTURY", "the? ORD -? century", _century),
    Rule("SEASONS", "the? SEASON of/,? YEAR", _season),
    Rule("SEASONS", "YEAR SEASON", _year_season),
    Rule("SEASONNAME", "the? SEASON", lambda season: _season(season, None)),
    Rule("QUARTER", "the? ORD quarter of/in? YEAR", _quarter),
    Rule("QUARTER", "the? YEAR ORD quarter", _year_quarter),
    Rule("QUARTER", "the? ORD fiscal? quarter", lambda n: _quarter(n, None)),
    Rule("QUARTER", "the? ORD fiscal quarter", lambda n: _fiscal_quarter(n, None)),
    Rule("QUARTER", "the final/fourth quarter of/in? YEAR", _last_quarter),
    Rule("QUARTER", "q ONE of/-? YEAR?", _quarter),
    Rule("QUARTER", "YEAR -? q ONE", _year_quarter),
    Rule("QUARTER", "the? ORD half of/in? YEAR", _half),
    Rule("QUARTER", "YEAR -? h ONE", _year_half),
    Rule("QUARTER", "h ONE of? YEAR", _half),
    Rule("FISCAL", "fiscal year? of? YEAR", _fiscal),
    Rule("FISCAL", "school year YEAR", _school),
    Rule("FISCAL", "calendar? year of? YEAR", _year),
    Rule("FISCAL", "the year of? YEAR", _year),
    Rule("WEEKS", "the? week SHORT", lambda n: _week(n, None)),
    Rule("WEEKS", "the? week SHORT of YEAR", _week),
    Rule("WEEKS", "the week of/beginning/starting/commencing on? MONTHDAY", _from_day),
    Rule("YEARALONE", "YEAR", _year),
)
RULES = (*_DAYS, *_PERIODS, *(_named(name) for name in HOLIDAYS))
