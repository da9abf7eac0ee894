"""How months, quarters, seasons, years, decades and centuries are said: "March 2019", "Q3 2019", "the late 1990s"."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

from dataclasses import replace

from clusterdoc.find.figures.dates.chart import Rule
from clusterdoc.find.figures.dates.numerals import short_year
from clusterdoc.find.figures.dates.values import Calendar


def _month_year(month: int, year: int) -> Calendar:
    return Calendar("month", year=year, month=month)


def _month_short_year(month: int, year: int) -> Calendar:
    return _month_year(month, short_year(year))


def _year_month(year: int, month: int) -> Calendar:
    return _month_year(month, year)


def _year(year: int) -> Calendar:
    return Calendar("year", year=year)


def _month(month: int) -> Calendar:
    return Calendar("month", month=month)


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


def _fiscal(year: int) -> Calendar:
    return Calendar("year", year=year, fiscal="F")


def _school(year: int) -> Calendar:
    return Calendar("year", year=year, fiscal="S")


def _week(number: int, year: int | None) -> Calendar | None:
    return Calendar("week", week=number, year=year) if 1 <= number <= 53 else None


def _from_day(day: Calendar) -> Calendar:
    return replace(day, unit="week")


RULES = (
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
    Rule("QUARTER", "the? ORD -? quarter of/in? YEAR", _quarter),
    Rule("QUARTER", "the? YEAR ORD -? quarter", _year_quarter),
    Rule("QUARTER", "the? ORD -? fiscal? quarter", lambda n: _quarter(n, None)),
    Rule("QUARTER", "the? ORD fiscal quarter", lambda n: _fiscal_quarter(n, None)),
    Rule("QUARTER", "the final/fourth quarter of/in? YEAR", _last_quarter),
    Rule("QUARTER", "q ONE of/-? YEAR?", _quarter),
    Rule("QUARTER", "YEAR -? q ONE", _year_quarter),
    Rule("QUARTER", "the? ORD half of/in? YEAR", _half),
    Rule("QUARTER", "the? ORD - half", lambda half: _half(half, None)),
    Rule("QUARTER", "YEAR -? h ONE", _year_half),
    Rule("QUARTER", "h ONE of? YEAR", _half),
    Rule("FISCAL", "the? fiscal year? of? YEAR", _fiscal),
    Rule("FISCAL", "school year YEAR", _school),
    Rule("FISCAL", "calendar? year of? YEAR", _year),
    Rule("FISCAL", "the year of? YEAR", _year),
    Rule("WEEKS", "the? week SHORT", lambda n: _week(n, None)),
    Rule("WEEKS", "the? week SHORT of YEAR", _week),
    Rule("WEEKS", "the week of/beginning/starting/commencing on? MONTHDAY", _from_day),
    Rule("YEARALONE", "YEAR", _year),
)
