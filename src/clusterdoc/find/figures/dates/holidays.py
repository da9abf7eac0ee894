"""On which day of a year a holiday falls."""

from __future__ import annotations

import calendar
import datetime


def find_holiday(rule: str, year: int) -> datetime.date:
    """Return the day on which a rule of `calendar.tsv` falls in a year."""
    if rule.startswith("easter"):
        return _easter(year) + datetime.timedelta(days=int(rule[6:]))
    fields, _, later = rule.partition("+")
    month, first, *nth = (int(part) for part in fields.split("-"))
    if not nth:
        return datetime.date(year, month, first)
    return find_weekday(year, month, first, nth[0]) + datetime.timedelta(days=int(later or 0))


def find_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """Return the nth (5 or -1: the last) weekday (Monday 1 … Sunday 7) of a month."""
    weeks = calendar.Calendar().itermonthdates(year, month)
    days = [day for day in weeks if day.month == month and day.isoweekday() == weekday]
    return (days[:nth] if nth > 0 else days)[-1]


def _easter(year: int) -> datetime.date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letters of the source
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)
