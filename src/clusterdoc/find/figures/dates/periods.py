"""How months, quarters, seasons, years, decades and centuries are said: "March 2019", "Q3 2019", "the late 1990s"."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

from dataclasses import replace

from clusterdoc.find.figures.dates.chart import Rule
from clusterdoc.find.figures.dates.date_numerals import same, short_year
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


def _of_fiscal(quarter: int, year: Calendar) -> Calendar | None:
    found = _quarter(quarter, year.year)
    return found and replace(found, fiscal="F")


def _split_year(first: int, last: int) -> Calendar | None:
    # "the 2023/24 season", "2025-26": one year that begins in one and ends in the next; "2010-11" may be a month
    follows = (first + 1) % 100 == last and FIRST_SPLIT <= first < LAST_SPLIT
    return Calendar("year", year=first, until=first + 1) if follows and last > 12 else None


def _split_years(first: int, last: int) -> Calendar | None:
    return _split_year(first, last % 100) if last == first + 1 else None


def _era(year: float) -> Calendar | None:
    return Calendar("year", year=int(year)) if year == int(year) and 0 < abs(year) < 3000 else None


def _week(number: int, year: int | None) -> Calendar | None:
    return Calendar("week", week=number, year=year) if 1 <= number <= 53 else None


def _from_day(day: Calendar) -> Calendar:
    return replace(day, unit="week")


FIRST_SPLIT, LAST_SPLIT = 1900, 2100

RULES = (
    Rule("MONTHYEAR", "MONTH ,/of/in/-//? YEAR", _month_year),
    Rule("MONTHYEAR", "MONTH of TWO", _month_short_year),
    Rule("MONTHYEAR", "YEAR -? MONTH", _year_month),
    Rule("MONTHYEAR", "FOUR - ONE", _month_number),
    Rule("MONTHYEAR", "TWO - FOUR", _number_month),
    Rule("MONTHNAME", "MONTH", _month),
    Rule("DECADE", "the? FOUR '? s", _decade),
    Rule("DECADE", "the? '? TWO '? s", _decade),
    Rule("DECADE", "the? DECADENAME", _decade),
    Rule("DECADE", "the? TEENS -? DECADENAME", lambda hundreds, tens: _decade(100 * hundreds + tens)),
    Rule("CENTURY", "the? ORD -? century", _century),
    Rule("SEASONS", "the? SEASON of/,? YEAR", _season),
    Rule("SEASONS", "YEAR SEASON", _year_season),
    Rule("SEASONNAME", "the? SEASON", lambda season: _season(season, None)),
    Rule("QUARTER", "the? ORD -? quarter of/in? YEAR", _quarter),
    Rule("QUARTER", "the? YEAR ORD -? quarter", _year_quarter),
    Rule("QUARTER", "the? MONTH YEAR? -? quarter", lambda month, year: _quarter((month + 2) // 3, year)),
    Rule("QUARTER", "the? ORD -? fiscal? quarter", lambda n: _quarter(n, None)),
    Rule("QUARTER", "the final quarter of/in? YEAR", _last_quarter),
    Rule("QUARTER", "q ONE", lambda quarter: _quarter(quarter, None)),
    Rule("QUARTER", "q ONE of/-? YEAR", _quarter),
    Rule("QUARTER", "q ONE of/-? FISCALYEAR", _of_fiscal),
    Rule("QUARTER", "ONE q TWO", lambda quarter, year: _quarter(quarter, short_year(year))),
    Rule("QUARTER", "h ONE", lambda half: _half(half, None)),
    Rule("QUARTER", "h ONE of/-? YEAR", _half),
    Rule("QUARTER", "h ONE of/-? FISCALYEAR", lambda half, year: _half(half, year.year)),
    Rule("QUARTER", "the? ORD -? quarter of/in? the? FISCALYEAR", _of_fiscal),
    Rule("QUARTER", "the? FISCALYEAR ORD quarter", lambda year, quarter: _of_fiscal(quarter, year)),
    Rule("FISCAL", "fy SPLITYEAR", same),
    Rule("QUARTER", "ONE h TWO", lambda half, year: _half(half, short_year(year))),
    Rule("FISCALYEAR", "fy TWO", lambda year: _fiscal(short_year(year))),
    Rule("FISCALYEAR", "fy YEAR", _fiscal),
    Rule("FISCALYEAR", "fiscal year? of? YEAR", _fiscal),
    Rule("FISCAL", "the? FISCALYEAR", same),
    Rule("FISCAL", "the? fiscal/financial/tax/school year? SPLITYEAR", same),
    Rule("FISCAL", "the? SPLITYEAR fiscal/financial/tax/school/academic year", same),
    Rule("FISCALYEAR", "SPLITYEAR fiscal/financial/tax year", same),
    Rule("SPLITYEAR", "the? FOUR -// TWO", _split_year),
    Rule("SPLITYEAR", "the? FOUR -// FOUR", _split_years),
    Rule("ERA", "NUM bc/bce", lambda year: _era(-year)),
    Rule("ERA", "ad NUM", _era),
    Rule("ERA", "NUM ad/ce", _era),
    Rule("QUARTER", "YEAR -? q ONE", _year_quarter),
    Rule("QUARTER", "the? ORD half of/in? YEAR", _half),
    Rule("QUARTER", "the? ORD - half", lambda half: _half(half, None)),
    Rule("QUARTER", "YEAR -? h ONE", _year_half),
    Rule("FISCAL", "school year YEAR", _school),
    Rule("FISCAL", "the? calendar? year of? YEAR", _year),
    Rule("WEEKS", "the? week SHORT", lambda n: _week(n, None)),
    Rule("WEEKS", "the? week SHORT of YEAR", _week),
    Rule("WEEKS", "the week of/beginning/starting/commencing on? MONTHDAY", _from_day),
    Rule("YEARALONE", "YEAR", _year),
)
