"""Dates and clock times in running text, with ISO 8601 and TIMEX3 values. No parse, no reference date needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.dates.clock_days import with_days
from clusterdoc.find.figures.dates.date_match import DateMatch, day_of_writing, match_claim
from clusterdoc.find.figures.dates.grammar import read_times
from clusterdoc.find.figures.dates.order import day_first, is_day_first
from clusterdoc.find.figures.dates.select import select

if TYPE_CHECKING:
    import datetime

__all__ = ["DateMatch", "find_dates"]


def find_dates(text: str, date: datetime.date | None = None) -> list[DateMatch]:
    """Return the dates and times of a text, sorted, not overlapping; relative ones resolved only if `date` is given.

    Spans and values follow TimeML 1.2.1 (TIMEX3), but for ranges, whose ends are two dates, and lengths of time, which
    are no dates.
    """
    today = day_of_writing(date)
    first = is_day_first(text)
    claims = with_days(text, [claim for reading in read_times(text) for claim in select(text, reading)], today)
    found: list[DateMatch] = []
    for claim in claims:
        before = found[-1] if claim.follows and found else None
        match = match_claim(text, day_first(text, claim) if first else claim, today, before)
        found += [match] if match is not None else []
    return found
