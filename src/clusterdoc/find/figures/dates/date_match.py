"""What a claim says on the calendar: ISO 8601 and TIMEX3, resolved by the day of writing."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from clusterdoc.find.figures.dates.outlook import looks_ahead
from clusterdoc.find.figures.dates.resolution import fill, settle
from clusterdoc.find.figures.dates.timex import to_iso, to_timex
from clusterdoc.find.figures.dates.values import Every, Reference
from clusterdoc.find.figures.dates.zones import at_offset

if TYPE_CHECKING:
    from clusterdoc.find.figures.dates.select import Claim
    from clusterdoc.find.figures.dates.values import Calendar

LEAP_YEAR: Final = 2000


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date or a clock time.

    `date` is ISO 8601 as far as the text (or the day of writing) allows, else None; `timex` is the TIMEX3 value, X for
    what is not known. `weak` ones ("now", "the morning") stay out of tables.
    """

    start: int
    end: int
    kind: Literal["date", "time"]
    date: str | None
    timex: str
    weak: bool = False


def day_of_writing(date: datetime.date | None) -> datetime.datetime | None:
    """Return the first moment of a day; None at the ends of the calendar, where its neighbours cannot be counted."""
    if date is None or not 1 < date.year < datetime.MAXYEAR:
        return None
    return datetime.datetime.combine(date, datetime.time())


def match_claim(
    text: str, claim: Claim, today: datetime.datetime | None, first: DateMatch | None = None
) -> DateMatch | None:
    """Return the date or time of a claim, that of the end of a range after its `first`; None when it is neither."""
    start, end, value, weak = claim[:4]
    today = None if claim.open else today
    if isinstance(value, Reference):
        return DateMatch(start, end, "date", None, value.to, weak)
    often = isinstance(value, Every)
    value = value.what if isinstance(value, Every) else value
    said = settle(value, None)
    if said is None:
        return None
    if often:
        return DateMatch(start, end, _kind(said), None, to_timex(at_offset(said)), weak)
    lean: Literal[-1, 1] = 1 if today and looks_ahead(text, *(claim.day_at or (start, end))) else -1
    settled = that_exists(settle(value, today) or said)
    begin = first_day(first) if first is not None and settled.hour is None else None
    known = at_offset(that_exists(fill(settled, begin, 1) if today and begin else fill(settled, today, lean)))
    return DateMatch(start, end, _kind(known), to_iso(known), to_timex(known), weak)


def that_exists(known: Calendar) -> Calendar:
    """Return a time as it is, without its day where its month has no such day: "31 June"."""
    if known.day is None or known.month is None:
        return known
    last = calendar.monthrange(known.year or LEAP_YEAR, known.month)[1]
    return known if known.day <= last else replace(known, day=None)


def first_day(match: DateMatch) -> datetime.datetime | None:
    """Return the first moment of the day, month or year of a match; None where it is not known."""
    parts = (match.date or "").partition("T")[0].split("-")
    if not all(part.isdigit() for part in parts):
        return None
    year, month, day = (int(part) for part in [*parts, "1", "1"][:3])
    return datetime.datetime(year, month, day)  # noqa: DTZ001 - articles name no zone


def _kind(known: Calendar) -> Literal["date", "time"]:
    return "date" if known.hour is None else "time"
