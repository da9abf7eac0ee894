"""How Recognizers-Text writes the values of time: "(2019-03-03,2019-03-05,P2D)", T06 for 6 o'clock."""

from __future__ import annotations

import datetime
from dataclasses import replace

from clusterdoc.find.figures.dates.arithmetic import add_months, as_calendar, calendar_unit, first_moment, shift
from clusterdoc.find.figures.dates.resolution import fill, settle
from clusterdoc.find.figures.dates.timex import to_period, to_timex
from clusterdoc.find.figures.dates.values import (
    Calendar,
    Chosen,
    Duration,
    Every,
    Reference,
    Shifted,
    Stretch,
    Unit,
    Value,
    Window,
)

VAGUE = 3
LONG = {"decade": 120, "century": 1200, "quarter": 3, "half": 6}
COARSE = {"year", "month", "quarter", "half", "decade", "century"}
WEEK = datetime.timedelta(days=7)


def known_length(length: Duration) -> Duration:
    """Return a length whose vague amounts are three, as the spec has it."""
    return Duration(tuple((amount or VAGUE, unit) for amount, unit in length.amounts))


def written(value: Value, today: datetime.datetime, *, exact: bool = False) -> str | None:  # noqa: PLR0911 - a line for each sort of value
    """Return the spec's timex of a value; `exact`: counted to the day ("two weeks ago", not "last week")."""
    if isinstance(value, Reference):
        return value.to
    if isinstance(value, Chosen) and value.of.month and value.of.day:
        value = value.of
    if isinstance(value, Every):
        return to_period(value.what) if isinstance(value.what, Duration) else written(value.what, today)
    if isinstance(value, Window):
        return window(value, today)
    if isinstance(value, Stretch):
        return stretch(value, today)
    if isinstance(value, Shifted) and value.by.amounts[-1][1] in {"hour", "minute", "second"} and not exact:
        return window(Window(value.by, value.sign), today)
    known = settle_exactly(value, today) if isinstance(value, Shifted) and exact else settle(value, today)
    if known is None:
        return None
    if isinstance(value, Shifted) and exact and known.hour is not None:
        return to_timex(replace(known, second=known.second or 0))
    return calendar(known, today)


def settle_exactly(value: Shifted, today: datetime.datetime) -> Calendar | None:
    """Return the time that "two weeks ago", "in two years" mean, counted to the day."""
    unit = calendar_unit(value.by.amounts[-1][1])
    anchor = settle(value.anchor, today) if value.anchor else None
    start = first_moment(fill(anchor, today, 1)) if anchor else today
    moment = start and shift(start, value.by, value.sign)
    precise: Unit = unit if unit in {"hour", "minute", "second"} else "day"
    return as_calendar(moment, precise) if moment else None


def calendar(known: Calendar, today: datetime.datetime) -> str:
    """Return a calendar time as the spec writes it: long ones as ranges, whole hours without minutes."""
    if known.weekday and known.day and not known.month:
        here = first_moment(replace(known, year=today.year, month=today.month))
        fits = here is not None and here.isoweekday() == known.weekday
        known = replace(known, year=today.year, month=today.month) if fits else replace(known, day=None)
    if known.week and known.year is None:
        known = replace(known, year=today.year)
    if known.holiday and known.year is None:
        dated = fill(known, today, 1)
        return to_timex(replace(dated, year=None))
    if known.unit in LONG:
        begin = first_moment(replace(known, year=known.year or 1)) if (known.year or 100) >= 100 else None
        if begin is None:
            return f"(XX{known.year}-01-01,XX{((known.year or 0) + 10) % 100:02}-01-01,P10Y)"
        ends = (begin, add_months(begin, LONG[known.unit]))
        years = [f"{d:%Y-%m-%d}" if known.year else f"{d:XXXX-%m-%d}" for d in ends]
        return f"({years[0]},{years[1]},{to_period(Duration(((1, known.unit),)))})"
    timex = to_timex(known)
    return timex.removesuffix(":00") if known.unit == "hour" else timex


def window(value: Window, today: datetime.datetime, at: datetime.datetime | None = None) -> str | None:
    """Return a range counted from the day of writing: "the next 3 days" begin tomorrow."""
    length = known_length(value.length)
    unit = length.amounts[-1][1]
    begin = at or origin(value, unit, today)
    if begin is None:
        return None
    other = shift(begin, length, value.sign)
    if other is None:
        return None
    first, last = sorted((begin, other))
    form = "%Y-%m-%dT%H:%M:%S" if unit in {"hour", "minute", "second"} else "%Y-%m-%d"
    return f"({first:{form}},{last:{form}},{to_period(length)})"


def origin(value: Window, unit: str, today: datetime.datetime) -> datetime.datetime | None:
    """Return the moment a range is counted from."""
    if value.anchor is not None:
        outer = settle(value.anchor, today)
        begin = first_moment(fill(outer, today, -1)) if outer else None
        if outer is None or begin is None:
            return None
        if unit == "week":
            begin += datetime.timedelta(days=-begin.weekday() % 7)
        length = Duration(((1, outer.unit),))
        return begin if value.sign > 0 else shift(begin, length, 1)
    if unit in {"hour", "minute", "second"}:
        return today
    day = datetime.datetime.combine(today.date(), datetime.time())
    if unit in LONG:
        begin = first_moment(settle(Shifted(Duration(((1, unit),)), 0), day) or Calendar("day"))
        return begin and (add_months(begin, LONG[unit]) if value.sign > 0 else begin)
    return day + datetime.timedelta(days=1) if value.sign > 0 else day


def stretch(value: Stretch, today: datetime.datetime) -> str | None:
    """Return a range as (first,last,length)."""
    first, last = end_of(value.first, today), end_of(value.last, today)
    if first is None or last is None:
        return None
    lean_first, lean_last = begin_of(dated(first, today), today), begin_of(dated(last, today), today)
    if lean_first is None or lean_last is None:
        return None
    if lean_last < lean_first and last.year is None:
        lean_last = begin_of(replace(last, year=lean_first.year + 1), today) if last.month else lean_last + WEEK
    return f"({edge(first)},{edge(last)},{period(first, last, lean_first, lean_last or lean_first)})"


def dated(what: Calendar, today: datetime.datetime) -> Calendar:
    """Return a month or day without a year in the year of writing."""
    return replace(what, year=today.year) if what.year is None and what.month else what


def end_of(value: Value, today: datetime.datetime) -> Calendar | None:
    """Return an end of a range; "now" is today."""
    if isinstance(value, Reference):
        return settle(Shifted(Duration(((1, "day"),)), 0), today)
    return settle(value, today)


def begin_of(what: Calendar, today: datetime.datetime) -> datetime.datetime | None:
    """Return the moment a filled-in time begins, after its end or in its middle if the text says so."""
    if what.hour is not None and not (what.month or what.weekday or what.day):
        return first_moment(replace(what, year=today.year, month=today.month, day=today.day))
    begin = first_moment(fill(replace(what, nth=None), today, 1))
    if begin is None or what.mod not in {"END", "MID"} or what.unit not in {"year", "month"}:
        return begin
    if what.mod == "END":
        return add_months(begin, 12 if what.unit == "year" else 1)
    return begin + (datetime.timedelta(days=182) if what.unit == "year" else datetime.timedelta(days=15))


def edge(what: Calendar) -> str:
    """Return the first day or the clock time of an end."""
    if what.hour is not None:
        return calendar(what, datetime.datetime(2000, 1, 1))  # noqa: DTZ001 - a clock time has no zone here
    if what.unit == "day":
        return to_timex(what)
    dated = begin_of(replace(what, year=what.year or 2000), datetime.datetime(2000, 1, 1))  # noqa: DTZ001 - no zone is meant
    if dated is None:
        return to_timex(what)
    return f"{dated:%Y-%m-%d}" if what.year else f"{dated:XXXX-%m-%d}"


def period(first: Calendar, last: Calendar, begin: datetime.datetime, end: datetime.datetime) -> str:
    """Return how long a range is, in years, months, days, or hours and minutes."""
    if first.hour is not None:
        seconds = int((end - begin).total_seconds()) % 86400 if not last.day else int((end - begin).total_seconds())
        hours, minutes = divmod(seconds // 60, 60)
        return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if first.unit in COARSE and last.unit in COARSE:
        months = (end.year - begin.year) * 12 + end.month - begin.month
        whole = first.unit == last.unit == "year" and not (first.mod or last.mod)
        return f"P{months // 12}Y" if whole else f"P{months}M"
    return f"P{(end - begin).days}D"
