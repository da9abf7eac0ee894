"""Counting on the calendar: days, ISO weeks, months and years after a day or before it."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import replace

from clusterdoc.find.figures.dates.values import Calendar, Duration, Unit

# what a unit is in another: a fortnight is 2 weeks
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAYS = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_UNITS: dict[str, Unit] = {"night": "day", "fortnight": "week", "business day": "day", "business week": "week"}


def add_months(moment: datetime.datetime, months: int) -> datetime.datetime:
    """Return the same day a number of months later; the last day of the month where it has no such day."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def shift(moment: datetime.datetime, length: Duration, sign: int) -> datetime.datetime | None:
    """Return the moment a length of time after (1) or before (-1) another; for 0 that moment itself.

    None where that is outside the calendar, and for a vague length.
    """
    if not all(amount for amount, _ in length.amounts):
        return None
    try:
        for amount, unit in length.amounts:
            moment = _shift_one(moment, sign * amount, unit)
    except (OverflowError, ValueError):
        return None
    return moment


def _shift_one(moment: datetime.datetime, amount: float, unit: str) -> datetime.datetime:
    if unit.startswith("business "):
        return (
            _shift_workdays(moment, int(amount))
            if unit.endswith(("day", "days"))
            else _shift_one(moment, amount, unit[9:])
        )
    if unit in _MONTHS:
        return add_months(moment, int(amount * _MONTHS[unit]))
    if unit in _SECONDS:
        return moment + datetime.timedelta(seconds=amount * _SECONDS[unit])
    return moment + datetime.timedelta(days=amount * _DAYS.get(unit, 1))


def _shift_workdays(moment: datetime.datetime, count: int) -> datetime.datetime:
    step = 1 if count > 0 else -1
    for _ in range(min(abs(count), 4000)):
        moment += datetime.timedelta(days=step)
        while moment.isoweekday() > 5:  # noqa: PLR2004 - Saturday and Sunday
            moment += datetime.timedelta(days=step)
    return moment


def calendar_unit(unit: str) -> Unit:
    """Return the unit of the calendar that a word for a length counts in."""
    return _UNITS.get(unit, unit)  # type: ignore[arg-type] # the others name themselves


def as_calendar(moment: datetime.datetime, unit: Unit) -> Calendar:
    """Return the day, week, month … that a moment lies in."""
    year, month = moment.year, moment.month
    week_year, week, _ = moment.isocalendar()
    known = {
        "century": Calendar("century", year=year - year % 100),
        "decade": Calendar("decade", year=year - year % 10),
        "year": Calendar("year", year=year),
        "half": Calendar("half", year=year, half=(month + 5) // 6),
        "quarter": Calendar("quarter", year=year, quarter=(month + 2) // 3),
        "month": Calendar("month", year=year, month=month),
        "week": Calendar("week", year=week_year, week=week),
        "weekend": Calendar("weekend", year=week_year, week=week),
    }
    if unit in known:
        return known[unit]
    day = Calendar("day", year=year, month=month, day=moment.day)
    if unit in _SECONDS:
        return replace(day, unit=unit, hour=moment.hour, minute=moment.minute, second=moment.second)
    return day


def first_moment(what: Calendar) -> datetime.datetime | None:
    """Return the moment at which a calendar time begins; None when its year is not known or there is no such day."""
    if what.year is None:
        return None
    try:
        if what.week is not None:
            return datetime.datetime.combine(datetime.date.fromisocalendar(what.year, what.week, 1), datetime.time())
        month = what.month or _first_month(what)
        return datetime.datetime(what.year, month, what.day or 1, what.hour or 0, what.minute or 0, what.second or 0)  # noqa: DTZ001 - articles name no zone
    except ValueError:
        return None


def _first_month(what: Calendar) -> int:
    if what.quarter:
        return 3 * what.quarter - 2
    if what.half:
        return 6 * what.half - 5
    return SEASON_STARTS[what.season] if what.season else 1
