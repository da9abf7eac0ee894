"""How ranges are said: "from May to June", "March 3-5", "2010–12"; each end takes what both share."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

from dataclasses import replace
from typing import cast

from clusterdoc.find.figures.dates.chart import Rule
from clusterdoc.find.figures.dates.clocks import in_part, make_time
from clusterdoc.find.figures.dates.date_numerals import fixed, same
from clusterdoc.find.figures.dates.values import Calendar, Duration, Moment, Shifted, Stretch, Value, Within

SHORTEST_MONTH = 28


def _join(first: Value, last: Value) -> Stretch | None:
    """Return a range of two times of the same sort; the first end takes the year of the second if it says none."""
    if isinstance(first, Moment) and isinstance(last, Calendar):
        if last.sure and _said(last) < _said(first.clock):
            return Stretch(first, Moment(_next_day(first.day), last))
        return Stretch(first, Moment(first.day, _later(first.clock, last)))
    if isinstance(first, Calendar) and isinstance(last, Moment):
        return Stretch(Moment(last.day, _same_half(first, last.clock)), last)
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        return _join_calendars(first, last)
    return Stretch(first, last)


def _said(clock: Calendar) -> tuple[int, int]:
    """Return the hour and the minute of a clock time."""
    return clock.hour or 0, clock.minute or 0


def _next_day(day: Value) -> Value:
    """Return the day after one: by its number where that says it, else as one counted from it."""
    if isinstance(day, Calendar) and day.day is not None and day.day < SHORTEST_MONTH:
        return replace(day, day=day.day + 1)
    return Shifted(Duration(((1, "day"),)), 1, day)


def _join_alike(first: Value, last: Value) -> Stretch | None:
    # "5 May - 7 May", "2017-2019"; "05-Aug-2016" and "Dec-2018" are one date
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        mixed = (first.month is None) != (last.month is None)
        coarse = first.unit != last.unit and {first.unit, last.unit} & {"year", "quarter", "half"}
        return (
            None if mixed or (coarse and (first.year is None) != (last.year is None)) else _join_calendars(first, last)
        )
    return Stretch(first, last) if type(first) is type(last) else None


def _join_calendars(first: Calendar, last: Calendar) -> Stretch:
    if first.year is None and last.year is not None and first.month is not None and last.month is not None:
        before = (first.month, first.day or 0) <= (last.month, last.day or 99)
        return Stretch(replace(first, year=last.year - (not before)), last)
    return Stretch(first, last)


def _later(first: Calendar, last: Calendar) -> Calendar:
    """Return the second end of "11-4", "10:30 to 3" in the half of the day that follows the first."""
    (hour, _), earlier = _said(last), _said(first) > _said(last)
    return replace(last, hour=hour + 12) if earlier and hour < 12 and not last.sure else last


def _same_half(first: Calendar, last: Calendar) -> Calendar:
    """Return the first end of "5 to 6pm", "9.30-4.30pm" in the half of the day that makes it come before the second."""
    (hour, minute), end = _said(first), _said(last)
    if hour < 12 and (hour + 12, minute) <= end:
        return replace(first, hour=hour + 12)
    return replace(first, hour=0) if hour == 12 and end < (12, 0) else first


def _hours(first: Calendar, last: Calendar) -> Stretch:
    return Stretch(first, _later(first, last))


def _hours_before(first: Calendar, last: Calendar) -> Stretch:
    return Stretch(_same_half(first, last), last)


def _calendars(stretch: Stretch) -> tuple[Calendar, Calendar]:
    """Return both ends of a range of clock times or days, which are fields of the calendar."""
    return cast("tuple[Calendar, Calendar]", (stretch.first, stretch.last))


def _on(day: Value, hours: Stretch) -> Stretch:
    """Return "Monday 3-5 pm": hours on a day, in the half of the day that "afternoon" or "tonight" tells."""
    whole, part = (day.day, day.clock.part) if isinstance(day, Moment) else (day, None)
    first, last = (Moment(whole, in_part(hour, part)) for hour in _calendars(hours))
    return Stretch(first, last)


def _hours_on(hours: Stretch, day: Value) -> Stretch:
    return _on(day, hours)


def _days(month: int, first: int, last: int) -> Stretch | None:
    following = month if first < last else month % 12 + 1
    return Stretch(Calendar("day", month=month, day=first), Calendar("day", month=following, day=last))


def _days_of(first: int, last: int, month: int) -> Stretch | None:
    if first < last:
        return _days(month, first, last)
    return Stretch(Calendar("day", day=first), Calendar("day", month=month, day=last))


def _days_in(first: int, last: int, outer: Shifted) -> Stretch | None:
    if outer.by.amounts[-1][1] != "month":
        return None
    return Stretch(Within(outer, Calendar("day", day=first)), Within(outer, Calendar("day", day=last)))


def _with_year(stretch: Stretch, year: int) -> Stretch:
    first, last = _calendars(stretch)
    goes_past_december = (first.month or 0) > (last.month or 0)
    return Stretch(replace(first, year=year - goes_past_december), replace(last, year=year))


def _two_decades(first: Calendar, last: int) -> Stretch | None:
    # "the 1960s and 70s"
    year = first.year or 0
    second = year - year % 100 + last
    return Stretch(first, Calendar("decade", year=second)) if second > year and last % 10 == 0 else None


def _short_years(first: int, last: int) -> Stretch:
    # "2010-12"; "2015-03" is a month, "2010-2012" is read by the rows of whole dates
    year = first - first % 100 + last
    return Stretch(Calendar("year", year=first), Calendar("year", year=year))


def _month_or_years(first: int, last: int) -> Value | None:
    if (first + 1) % 100 == last and last > 12:
        return None  # a split year
    if first % 100 < last and last > 12:
        return _short_years(first, last)
    return Calendar("month", year=first, month=last) if 1 <= last <= 12 else None


def _four_hours(first: int, last: int) -> Stretch | None:
    # "between 0730-0930"; 2007 and 2009 are years
    start, end = make_time(first // 100, first % 100), make_time(last // 100, last % 100)
    if start is None or end is None or first >= 1300 or min(first, last) >= 1000:
        return None
    return Stretch(start, _later(start, end))


_HOURS = (
    Rule("HOURS", "BARETIME to/until/till/-/and/through TIME", _hours_before),
    Rule("HOURS", "TIME to/until/till/-/and/through BARETIME", _hours),
    Rule("HOURS", "TIME to/until/till/-/and/through TIME", Stretch),
    Rule("FROMHOURS", "from/between/at? HOURS", same),
    Rule("BAREHOURS", "from/between? BARETIME to/until/till/-/and BARETIME", _hours),
    Rule("HOURS", "from/between FOUR -/to/and FOUR", _four_hours),
)


_DAYS = (
    Rule("DAYSPAN", "MONTH the? DAYNO -/to/through/until/till the? DAYNO", _days),
    Rule("DAYSPAN", "the? DAYNO -/to/through/until/till/and the? DAYNO of? MONTH", _days_of),
    Rule("DAYSPAN", "MONTH DAYNO and DAYNO", _days),
    Rule("DATESPAN", "DAYSPAN ,/in/of? YEAR", _with_year),
    Rule("DATESPAN", "DAYSPAN", same),
    Rule("DATESPAN", "DECADE and/to/- TWO '? s", _two_decades),
    Rule("DATESPAN", "from/between the? DAYNO -/to/and the? DAYNO of/in/,? RELUNIT", _days_in),
    Rule("DATESPAN", "from/between? PAIRDATE -/to/and PAIRDATE/FULL", _join),
    Rule("DATESPAN", "from/between? PAIRDATE -/to/and PAIRDATE ,// YEAR", lambda a, b, y: _with_year(Stretch(a, b), y)),
    Rule("DATESPAN", "FOUR - TWO", _month_or_years),
    Rule("DATESPAN", "from? ANYDATE to/through/until/till/thru ENDDATE", _join),
    Rule("DATESPAN", "ANYDATE - ENDDATE", _join_alike),
    Rule("DATESPAN", "between ANYDATE and/to/through ENDDATE", _join),
    Rule("ENDDATE", "ANYDATE", same),
    Rule("ENDDATE", "date", fixed(Shifted(Duration(((1, "day"),)), 0))),
    Rule("RANGE", "from/between? DATESPAN", same),
    Rule("RANGE", "FROMHOURS", same),
    Rule("RANGE", "TIMEDAY ,? FROMHOURS", _on),
    Rule("RANGE", "TIMEDAY ,? BAREHOURS", _on),
    Rule("RANGE", "FROMHOURS ,/on/of? TIMEDAY", _hours_on),
    Rule("RANGE", "BAREHOURS on? TIMEDAY", _hours_on),
    Rule("RANGE", "from/between BAREHOURS1", same),
    Rule("RANGE", "from/between MOMENT to/and/until/till/-/through MOMENT/TIME", _join),
    Rule("RANGE", "from/between TIME to/and/until/till/-/through MOMENT", _join),
    Rule("BAREHOURS1", "BARETIME to/until/till/-/and BARETIME", _hours),
)


RULES = (*_HOURS, *_DAYS)
