"""From what an expression means to a date on the calendar, once the day of writing is known."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from clusterdoc.find.figures.dates.arithmetic import as_calendar, calendar_unit, first_moment, shift
from clusterdoc.find.figures.dates.holidays import find_holiday, find_weekday
from clusterdoc.find.figures.dates.values import Calendar, Chosen, Duration, Moment, Shifted, Unit, Value, Within

if TYPE_CHECKING:
    from collections.abc import Sequence

Lean = Literal[-1, 1]
SATURDAY = 6
_MONTH = Duration(((1, "month"),))


def settle(value: Value, today: datetime.datetime | None) -> Calendar | None:
    """Return the calendar time a value names; what needs a day of writing that is not given stays open.

    "Friday" and "10 March" stay without their year: `fill` guesses those. None for lengths, ranges and sets.
    """
    if isinstance(value, Calendar):
        return _dated_holiday(value)
    if isinstance(value, Shifted):
        return _settle_shifted(value, today)
    if isinstance(value, Chosen):
        return _settle_chosen(value, today)
    if isinstance(value, Within):
        outer = settle(value.outer, today)
        return outer and _inside(outer, value.inner)
    if isinstance(value, Moment):
        day, clock = settle(value.day, today), value.clock
        return day and replace(
            day, unit=clock.unit, part=clock.part, hour=clock.hour, minute=clock.minute, second=clock.second,
            zone=clock.zone, mod=clock.mod or day.mod,
        )  # fmt: skip
    return None


def _settle_shifted(value: Shifted, today: datetime.datetime | None) -> Calendar | None:
    unit = calendar_unit(value.by.amounts[-1][1])
    anchor = settle(value.anchor, today) if value.anchor else None
    if anchor is not None:
        anchor = fill(anchor, today, 1 if value.sign else -1) if today else anchor
        start = first_moment(anchor)
        is_day_counted = value.sign != 0 and unit in {"week", "month", "year"} and anchor.unit == "day"
        unit = "day" if is_day_counted else unit
    else:
        start = today
    moment = start and shift(start, value.by, value.sign)
    if moment is None:
        return Calendar(unit, mod=value.mod, fiscal=value.fiscal)
    return replace(as_calendar(moment, unit), mod=value.mod, fiscal=value.fiscal)


def _settle_chosen(value: Chosen, today: datetime.datetime | None) -> Calendar:
    what, which = value.of, value.which
    if value.anchor is not None:
        anchor = settle(value.anchor, today)
        today = first_moment(fill(anchor, today, -1)) if anchor is not None else None
    if today is None:
        return replace(what)
    if what.unit == "day" and what.weekday and not what.day:
        return _choose_weekday(what.weekday, which, today, nearest=value.nearest)
    here = fill(replace(what, year=today.year), today, -1)
    start = first_moment(here)
    if start is None or which == 0:
        return here
    same = as_calendar(today, what.unit) == as_calendar(start, what.unit)
    behind = start < today and not same
    if which < 0:
        return here if behind else fill(replace(what, year=today.year - 1), today, -1)
    return fill(replace(what, year=today.year + 1), today, -1) if behind or same else here


def _choose_weekday(weekday: int, which: int, today: datetime.datetime, *, nearest: bool) -> Calendar:
    if nearest:
        days = (weekday - today.isoweekday()) % 7
        return as_calendar(today + datetime.timedelta(days=(days or 7) if which >= 0 else days - 7), "day")
    monday = today - datetime.timedelta(days=today.isoweekday() - 1)
    return as_calendar(monday + datetime.timedelta(days=weekday - 1 + 7 * which), "day")


def _inside(outer: Calendar, inner: Calendar) -> Calendar | None:
    """Return the time that `inner` names within `outer`."""
    if inner.unit == "day" and inner.weekday:
        return _nth_weekday(outer, inner.weekday, inner.nth) if inner.nth else _weekday_of(outer, inner, inner.weekday)
    if inner.unit == "week" and inner.nth:
        last = 5 if outer.month else 52
        return replace(inner, year=outer.year, month=outer.month, nth=last if inner.nth < 0 else inner.nth)
    if inner.unit == "day" and not (inner.month or inner.day or inner.holiday):
        return replace(outer, mod=inner.mod)
    month = inner.month or (outer.month if inner.unit == "day" else None)
    return _dated_holiday(replace(inner, year=outer.year, month=month))


def _weekday_of(outer: Calendar, inner: Calendar, weekday: int) -> Calendar:
    """Return a weekday in a week; of any other time the weekday without a date."""
    start = first_moment(outer) if outer.unit == "week" else None
    return as_calendar(start + datetime.timedelta(days=weekday - 1), "day") if start else inner


def _nth_weekday(outer: Calendar, weekday: int, nth: int) -> Calendar:
    if outer.year is not None and outer.month is not None:
        day = find_weekday(outer.year, outer.month, weekday, nth)
        return Calendar("day", year=day.year, month=day.month, day=day.day)
    return Calendar("day", year=outer.year, month=outer.month, weekday=weekday, nth=nth)


def _dated_holiday(what: Calendar) -> Calendar:
    if not what.holiday or what.day:
        return what
    if len(what.holiday) == len("12-25"):
        return replace(what, month=int(what.holiday[:2]), day=int(what.holiday[3:]))
    if what.year is None:
        return what
    day = find_holiday(what.holiday, what.year)
    return replace(what, year=day.year, month=day.month, day=day.day)


def fill(what: Calendar, today: datetime.datetime | None, lean: Lean) -> Calendar:
    """Return a time with the year, month or day the text leaves out: the nearest in the past (-1) or future (1)."""
    if what.year is not None:
        short = what.unit == "decade" and what.year < 100  # noqa: PLR2004 - "the '70s"
        return replace(what, year=what.year + 1900) if short else _dated_holiday(what)
    return what if today is None else _nearest(what, today, lean)


def _nearest(what: Calendar, today: datetime.datetime, lean: Lean) -> Calendar:
    """Return a time without its year as the nearest of its kind in the past (-1) or future (1)."""
    if what.weekday and not (what.month or what.day):
        return _fill_weekday(what, what.weekday, today, lean)
    if what.unit == "weekend":
        return _fill_weekend(today, lean)
    if _recurs_each_year(what):
        here = _fill_year(what, today, lean)
        year = here.year or today.year
        return _on_its_weekday([here, *(replace(here, year=year + more) for more in (-lean, lean))])
    if what.day:
        here = _fill_month(what, what.day, today, lean)
        return _on_its_weekday([here, *(_next_month(here, sign) for sign in (-lean, lean))])
    has_clock = what.hour is not None or what.part
    return replace(what, year=today.year, month=today.month, day=today.day) if has_clock else what


def _on_its_weekday(days: Sequence[Calendar]) -> Calendar:
    """Return the first of some days that falls on the weekday that the text gives, else the first of them."""
    return next((day for day in days if _is_on_its_weekday(day)), days[0])


def _is_on_its_weekday(day: Calendar) -> bool:
    """Return whether a day falls on the weekday that the text gives; True where it gives none."""
    start = first_moment(day) if day.weekday and day.day else None
    return start is None or start.isoweekday() == day.weekday


def _next_month(day: Calendar, sign: Lean) -> Calendar:
    """Return the same day of the month after (1) or before (-1)."""
    months = 12 * (day.year or 0) + (day.month or 0) - 1 + sign
    return replace(day, year=months // 12, month=months % 12 + 1)


def _recurs_each_year(what: Calendar) -> bool:
    """Return whether a time lacks nothing but its year."""
    return any((what.holiday, what.month, what.season, what.quarter, what.half, what.week))


def _fill_weekend(today: datetime.datetime, lean: Lean) -> Calendar:
    back = today.isoweekday() % 7 if lean < 0 and today.isoweekday() < SATURDAY else 0
    return as_calendar(today - datetime.timedelta(days=back), "weekend")


def _fill_weekday(what: Calendar, weekday: int, today: datetime.datetime, lean: Lean) -> Calendar:
    days = (weekday - today.isoweekday()) % 7
    day = as_calendar(today + datetime.timedelta(days=days if lean > 0 or days == 0 else days - 7), "day")
    return replace(what, year=day.year, month=day.month, day=day.day, weekday=None)


def _fill_year(what: Calendar, today: datetime.datetime, lean: Lean) -> Calendar:
    here = _dated_holiday(replace(what, year=today.year))
    start = first_moment(here)
    if start is None:
        return here
    unit: Unit = "month" if what.unit not in {"day", "week", "quarter", "half"} else what.unit
    same = as_calendar(start, unit) == as_calendar(today, unit)
    if lean < 0 and start > today and not same:
        return _dated_holiday(replace(what, year=today.year - 1))
    if lean > 0 and start < today and not same:
        return _dated_holiday(replace(what, year=today.year + 1))
    return here


def _fill_month(what: Calendar, day: int, today: datetime.datetime, lean: Lean) -> Calendar:
    here = replace(what, year=today.year, month=today.month)
    if (day <= today.day) == (lean < 0) or day == today.day:
        return here
    other = shift(today.replace(day=1), _MONTH, lean)
    return replace(what, year=other.year, month=other.month) if other else here
