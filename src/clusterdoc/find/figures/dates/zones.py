"""The offset of a clock time from UTC, where the text names a zone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.dates.arithmetic import first_moment
from clusterdoc.find.figures.dates.holidays import find_weekday

if TYPE_CHECKING:
    import datetime

    from clusterdoc.find.figures.dates.values import Calendar

AMERICAN: Final = "US "  # "ET": standard time in winter, an hour more in summer
SUNDAY: Final = 7
MARCH: Final = 3
NOVEMBER: Final = 11


def at_offset(what: Calendar) -> Calendar:
    """Return a clock time with its offset from UTC; "" where that depends on a day that is not known."""
    if what.hour is None or not what.zone.startswith(AMERICAN):
        return what if what.hour is not None or not what.zone else replace(what, zone="")
    day = first_moment(what) if what.day is not None else None
    if day is None:
        return replace(what, zone="")
    hours = int(what.zone.removeprefix(AMERICAN)) + is_summer_in_america(day.date())
    return replace(what, zone=f"{hours:+03}:00")


def is_summer_in_america(day: datetime.date) -> bool:
    """Return whether a day lies from the second Sunday of March to the first of November, by the rule since 2007."""
    return find_weekday(day.year, MARCH, SUNDAY, 2) <= day < find_weekday(day.year, NOVEMBER, SUNDAY, 1)
