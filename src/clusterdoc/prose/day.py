"""The day an article was written, where its header or its dateline gives a full date."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words.calendar_names import MONTH, MONTHS, WEEKDAY
from clusterdoc.prose.lines import lines

if TYPE_CHECKING:
    from clusterdoc.facts import Source

HEADER_LINES: Final = 12
FULL: Final = re.compile(
    rf"(?i)(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{MONTH}),? (?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d))(?!\d)"
)
# A line that is a date and little more: "Published: Tuesday, 5 May 2024, 10:42 GMT", "·27 Aug 2024".
BEFORE: Final = re.compile(
    r"(?i)[\s·•|*-]{0,4}"
    r"(?:(?:(?:first )?(?:published|posted|issued|released?)|(?:last )?updated|date)(?: on| at)?:? {0,3})?"
    rf"(?:{WEEKDAY},? )?\Z"
)
AFTER: Final = re.compile(
    r"(?i)[\s,·•|–—-]{0,4}(?:at )?(?:\d{1,2}[:.]\d\d ?)?(?:[ap]\.?m\.?)?(?: ?[a-z]{2,4})?[\s|.]{0,4}\Z"
)
# "LEEDS, May 4, 2024 (TPA)", before its dash was made the end of a line or after.
DATELINE_BEFORE: Final = re.compile(r"[A-Z][\w .,'’/-]{1,50}, \Z|[A-Z][\w .,'’()-]{1,60}[)—–-] ?\Z")
DATELINE_AFTER: Final = re.compile(r" ?(?:\([A-Z][\w ./&-]{1,40}\)|/[A-Z][\w .]{2,30}/)| ?(?:--|[–—-])|\Z")


def with_publication_day(source: Source, text: str, date: datetime.date | None) -> Source:
    """Return a source with its day of publication: `date`, else the one it tells, else the one written in its prose."""
    day = date or source.day() or day_written(text)
    return replace(source, published=day.isoformat() if day else None)


def day_written(text: str) -> datetime.date | None:
    """Return the full date of a header line or of a dateline at the beginning of a text, or None."""
    for line in islice(lines(text), HEADER_LINES):
        found = FULL.search(line.text, 0, 200)
        if found is not None and _heads(line.text, found):
            return day_of(found)
    return None


def _heads(line: str, day: re.Match[str]) -> bool:
    """Tell whether a date is a line of its own, or stands in a dateline."""
    before, after = line[: day.start()], line[day.end() :]
    if BEFORE.match(before) and (AFTER.match(after) or after.startswith("  ")):
        return True
    return bool(DATELINE_BEFORE.match(before) and DATELINE_AFTER.match(after))


def day_of(found: re.Match[str]) -> datetime.date | None:
    """Return a day that was matched, None for one that no month has."""
    year, day = (found[part] or found[f"{part}2"] or found[f"{part}3"] for part in ("year", "day"))
    month = found["month"] or found["month2"]
    number = MONTHS[month.lower().rstrip(".")] if month else int(found["month3"])
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None
