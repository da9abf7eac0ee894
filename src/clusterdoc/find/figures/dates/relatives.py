"""Times relative to the day of writing or inside a larger time: "last Friday", "the first Monday of May"."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

from dataclasses import replace

from clusterdoc.find.figures.dates.chart import Rule
from clusterdoc.find.figures.dates.date_numerals import same
from clusterdoc.find.figures.dates.values import (
    Calendar,
    Chosen,
    Duration,
    Mod,
    Shifted,
    Stretch,
    Unit,
    Value,
    Window,
    Within,
)

_CALENDAR_UNITS: dict[str, Unit] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "weekend": "weekend", "week": "week",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip


def _days(count: int) -> Shifted:
    return Shifted(Duration(((abs(count) or 1, "day"),)), (count > 0) - (count < 0))


def _one(unit: str) -> Duration:
    return Duration(((1, unit),))


def _shift(which: int, unit: str) -> Shifted:
    return Shifted(_one(unit), which)


def _shift_fiscal(which: int, unit: str) -> Shifted | None:
    return replace(_shift(which, unit), fiscal="F") if unit in {"year", "quarter"} else None


def _some(unit: str) -> Value | None:
    """Return what "the same week", "that year" mean: a unit that another sentence fixes."""
    name = _CALENDAR_UNITS.get(unit)
    return Calendar(name) if name and name not in {"second", "minute", "hour"} else None


def _this_one(unit: str) -> Value | None:
    if unit == "weekend":
        return Calendar("weekend")
    return _shift(0, unit) if unit in {"day", "week", "month", "quarter", "year"} else None


def _that_ended(unit: Shifted, end: Value) -> Stretch | None:
    """Return the quarter, or the year of the calendar, that ended on a day, and that day."""
    name = unit.by.amounts[-1][1]
    if name != "quarter" and not (name == "year" and isinstance(end, Calendar) and end.month == 12):
        return None
    return Stretch(Shifted(_one(name), 0, end), end)


def _choose(which: int, calendar: Calendar) -> Chosen:
    return Chosen(which, calendar)


def _nearest(which: int, calendar: Calendar) -> Chosen:
    return Chosen(which, calendar, nearest=True)


def _after(weekday: Calendar, anchor: Value) -> Chosen:
    """Return "the Monday after Easter"."""
    return Chosen(1, weekday, nearest=True, anchor=anchor)


def _before(weekday: Calendar, anchor: Value) -> Chosen:
    """Return "the Friday before Christmas"."""
    return Chosen(-1, weekday, nearest=True, anchor=anchor)


def _within(inner: Calendar, outer: Value) -> Within:
    return Within(outer, inner)


def _outer_first(outer: Value, inner: Calendar) -> Within:
    return Within(outer, inner)


def _nth_weekday(nth: int, weekday: int, outer: Value) -> Within:
    return Within(outer, Calendar("day", weekday=weekday, nth=nth))


def _nth_unit(nth: int, unit: str, outer: Value) -> Within | None:
    name = _CALENDAR_UNITS.get(unit)
    if name == "month":
        return Within(outer, Calendar("month", month=nth)) if 1 <= nth <= 12 else None
    if name == "day":
        return Within(outer, Calendar("day", day=nth)) if 1 <= nth <= 31 else None
    return Within(outer, Calendar("week", nth=nth)) if name == "week" else None


def _half_of(half: int, outer: Value) -> Within | None:
    """Return "the first half of the year"; None of other times, which have no halves."""
    is_year = isinstance(outer, Shifted) and outer.by.amounts[-1][1] == "year"
    return Within(outer, Calendar("half", half=half)) if is_year and half in {1, 2} else None


def _last_unit(_which: int, unit: str, outer: Value) -> Within | None:
    return _nth_unit(-1, unit, outer)


def _edge_window(nth: int, length: Duration, outer: Value) -> Window | None:
    """Return "the first ten days of last year": a window at the beginning or the end of a larger time."""
    return Window(length, 1 if nth == 1 else -1, outer) if nth in {1, -1} else None


def _modified(mod: Mod, what: Value) -> Value | None:
    return replace(what, mod=mod) if isinstance(what, Calendar | Shifted) else Within(what, Calendar("day", mod=mod))


_DAYS = (
    Rule("RELDAY", "TODAY", _days),
    Rule("RELDAY", "the? day after tomorrow", lambda: _days(2)),
    Rule("RELDAY", "the? day before yesterday", lambda: _days(-2)),
    Rule("RELUNIT", "the? BACK ONEUNIT", _shift),
    Rule("RELUNIT", "the? AHEAD ONEUNIT", _shift),
    Rule("RELUNIT", "THIS fiscal ONEUNIT", _shift_fiscal),
    Rule("RELUNIT", "the? BACK/AHEAD fiscal/school ONEUNIT", _shift_fiscal),
    Rule("RELUNIT", "THIS calendar/business/working? ONEUNIT", _shift),
    Rule("RELUNIT", "the ONEUNIT after next", lambda unit: Shifted(Duration(((2, unit),)), 1)),
    Rule("SOMEUNIT", "the/that/this? same ONEUNIT", _some),
    Rule("SOMEUNIT", "that ONEUNIT", _some),
    Rule("THEUNIT", "the ONEUNIT", _this_one),
    Rule("UNITENDED", "THEUNIT ended/ending on? POINT", _that_ended),
    Rule("NAMED", "this/the? past WEEKDAYNAME", lambda what: _nearest(-1, what)),
    Rule("NAMED", "this/the? coming/upcoming WEEKDAYNAME", lambda what: _nearest(1, what)),
    Rule("NAMED", "the? BACK/AHEAD WEEKDAYNAME/MONTHNAME/SEASONNAME", _choose),
    Rule("NAMED", "THIS WEEKDAYNAME/MONTHNAME/SEASONNAME", _choose),
    Rule("NAMED", "this BACK WEEKDAYNAME/MONTHNAME/SEASONNAME", _choose),
    Rule("NAMED", "BACK/AHEAD/THIS DAYDATE", _choose),
    Rule("WEEKDAYFROM", "the WEEKDAYNAME after POINT", _after),
    Rule("WEEKDAYFROM", "the WEEKDAYNAME before POINT", _before),
    Rule("NAMED", "WEEKDAYNAME BACK/AHEAD/THIS", lambda what, which: _choose(which, what)),
)
_INSIDE = (
    Rule("INSIDE", "WEEKDAYNAME of/,? RELUNIT", _within),
    Rule("INSIDE", "RELUNIT ,/on/-? WEEKDAYNAME", _outer_first),
    Rule("INSIDE", "MONTHNAME/MONTHDAY/HOLIDAY/SEASONNAME/QUARTER of? RELUNIT", _within),
    Rule("INSIDE", "the? ORD of? RELUNIT", lambda day, outer: Within(outer, Calendar("day", day=day))),
    Rule("INSIDE", "QUARTER of the UNIT", lambda what, unit: Within(_shift(0, unit), what)),
    Rule("INSIDE", "the? ORD half of PERIOD", _half_of),
    Rule("INSIDE", "RELUNIT ' s QUARTER", _outer_first),
    Rule("INSIDE", "the? ORD WEEKDAY of/in PERIOD", _nth_weekday),
    Rule("INSIDE", "the? BACK WEEKDAY of/in PERIOD", lambda _which, day, outer: _nth_weekday(-1, day, outer)),
    Rule("INSIDE", "the? ORD ONEUNIT of/in PERIOD", _nth_unit),
    Rule("INSIDE", "the? BACK ONEUNIT of/in PERIOD", _last_unit),
    Rule("INSIDE", "the? ORD COUNTED of PERIOD", _edge_window),
    Rule("INSIDE", "the? BACK COUNTED of PERIOD", _edge_window),
    Rule("INSIDE", "the? week SHORT of RELUNIT", lambda number, outer: Within(outer, Calendar("week", week=number))),
    Rule("PERIOD", "RELUNIT", same),
    Rule("PERIOD", "the UNIT", lambda unit: _shift(0, unit)),
    Rule("PERIOD", "MONTHYEAR", same),
    Rule("PERIOD", "MONTHNAME", same),
    Rule("PERIOD", "YEARALONE", same),
)
_MODIFIED = (
    Rule("MODIFIED", "MOD -? LARGE", _modified),
    Rule("MODIFIED", "the MOD -? DECADE/CENTURY", _modified),
    Rule("MODIFIED", "year -? end YEARALONE?", lambda year: _modified("END", year or _shift(0, "year"))),
    Rule("MODIFIED", "MOD in LARGE", _modified),
    Rule("MODIFIED", "the? ENDS of LARGE", _modified),
    Rule("MODIFIED", "the? ENDS of the? UNIT", lambda mod, unit: _modified(mod, _shift(0, unit))),
    Rule("MODIFIED", "MOD in the UNIT", lambda mod, unit: _modified(mod, _shift(0, unit))),
)
RULES = (*_DAYS, *_INSIDE, *_MODIFIED)
