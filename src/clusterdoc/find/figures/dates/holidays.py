"""Holidays by name, and on which day of a year they fall."""

from __future__ import annotations

import datetime

# what people say: the day it falls on, as month-day, month-weekday-nth (5: the last), or days after Easter Sunday
HOLIDAYS = {
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "christmas": "12-25",
    "boxing day": "12-26",
    "new year's eve": "12-31",
    "new year's day": "01-01",
    "new year day": "01-01",
    "new year's": "01-01",
    "new year": "01-01",
    "valentine's day": "02-14",
    "st patrick's day": "03-17",
    "st. patrick's day": "03-17",
    "saint patrick": "03-17",
    "earth day": "04-22",
    "april fools' day": "04-01",
    "may day": "05-01",
    "international workers' day": "05-01",
    "juneteenth": "06-19",
    "freedom day": "06-19",
    "jubilee day": "06-19",
    "independence day": "07-04",
    "bastille day": "07-14",
    "halloween": "10-31",
    "all saints' day": "11-01",
    "veterans day": "11-11",
    "armistice day": "11-11",
    "martin luther king day": "01-1-3",
    "presidents' day": "02-1-3",
    "memorial day": "05-1-5",
    "mother's day": "05-7-2",
    "father's day": "06-7-3",
    "labor day": "09-1-1",
    "labour day": "09-1-1",
    "columbus day": "10-1-2",
    "thanksgiving day": "11-4-4",
    "thanksgiving": "11-4-4",
    "black friday": "11-4-4+1",
    "good friday": "easter-2",
    "easter sunday": "easter+0",
    "easter monday": "easter+1",
    "easter": "easter+0",
    "ash wednesday": "easter-46",
    "palm sunday": "easter-7",
    "whit monday": "easter+50",
}


def find_holiday(rule: str, year: int) -> datetime.date:
    """Return the day on which a rule of HOLIDAYS falls in a year."""
    if rule.startswith("easter"):
        return _easter(year) + datetime.timedelta(days=int(rule[6:]))
    fields, _, later = rule.partition("+")
    month, first, *nth = (int(part) for part in fields.split("-"))
    if not nth:
        return datetime.date(year, month, first)
    return find_weekday(year, month, first, nth[0]) + datetime.timedelta(days=int(later or 0))


def find_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """Return the nth (5 or -1: the last) weekday (Monday 1 … Sunday 7) of a month."""
    first = datetime.date(year, month, 1)
    day = first + datetime.timedelta(days=(weekday - first.isoweekday()) % 7)
    wanted = 5 if nth < 0 else nth
    for _ in range(wanted - 1):
        later = day + datetime.timedelta(days=7)
        if later.month != month:
            break
        day = later
    return day


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
