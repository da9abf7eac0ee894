"""Dates and clock times in running text, with ISO 8601 and TIMEX3 values. No parse, no reference date needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = "|".join(MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
_DATE = re.compile(
    rf"\b(?:(?:{_WEEKDAY}), )?(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?\b"
    rf"|\b(?P<weekday>{_WEEKDAY})\b"
    r"|(?<=\b[Ii]n )(?P<alone>(?:1[2-9]|20)\d\d)\b"
    r"|\b(?P<hour>\d{1,2})(?::(?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?"
)


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date or a clock time; `date` is ISO 8601 as far as the text (or the reference date) allows, else None."""

    start: int
    end: int
    kind: Literal["date", "time"]
    date: str | None
    timex: str
    relative: bool


def find_dates(text: str, date: datetime.date | None = None) -> list[DateMatch]:
    """Return the dates and times of a text, sorted, not overlapping; relative ones resolved only when `date` is given."""
    del date
    return [_read(match) for match in _DATE.finditer(text)]


def _read(match: re.Match[str]) -> DateMatch:
    start, end = match.span()
    if weekday := match["weekday"]:
        return DateMatch(start, end, "date", None, f"XXXX-WXX-{WEEKDAYS.index(weekday) + 1}", relative=True)
    if year := match["alone"]:
        return DateMatch(start, end, "date", year, year, relative=False)
    if hour := match["hour"]:
        value = int(hour) % 12 + 12 * (match["half"] == "p")
        return DateMatch(start, end, "time", None, f"T{value:02}:{match['minute'] or '00'}", relative=False)
    timex = f"{match['year'] or 'XXXX'}-{MONTHS.index(match['month']) + 1:02}-{int(match['day']):02}"
    return DateMatch(start, end, "date", timex if match["year"] else None, timex, relative=not match["year"])
