"""Dates and clock times in running text, with ISO 8601 and TIMEX3 values. No parse, no reference date needed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from clusterdoc.find.figures.dates.grammar import Reading, read_times
from clusterdoc.find.figures.dates.resolve import fill, settle
from clusterdoc.find.figures.dates.select import Claim, looks_ahead, select
from clusterdoc.find.figures.dates.timex import to_iso, to_timex
from clusterdoc.find.figures.dates.values import Calendar, Every, Reference

__all__ = ["DateMatch", "Reading", "find_dates", "read_times"]


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date or a clock time.

    `date` is ISO 8601 as far as the text (or the day of writing) allows, else None; `timex` is the TIMEX3 value, X for
    what is not known. `relative` ones need the day of writing. `weak` ones ("now", "the morning") stay out of tables.
    """

    start: int
    end: int
    kind: Literal["date", "time"]
    date: str | None
    timex: str
    relative: bool
    weak: bool = False


def find_dates(text: str, date: datetime.date | None = None) -> list[DateMatch]:
    """Return the dates and times of a text, sorted, not overlapping; relative ones resolved only if `date` is given.

    Spans and values follow TimeML 1.2.1 (TIMEX3), but for ranges, whose ends are two dates, and lengths of time, which
    are no dates.
    """
    today = datetime.datetime.combine(date, datetime.time()) if date and 1 < date.year < datetime.MAXYEAR else None
    claims = (claim for reading in read_times(text) for claim in select(text, reading))
    found = (_match(text, claim, today) for claim in claims)
    return [match for match in found if match is not None]


def _match(text: str, claim: Claim, today: datetime.datetime | None) -> DateMatch | None:
    start, end, value, weak = claim
    if isinstance(value, Reference):
        return DateMatch(start, end, "date", None, value.to, relative=True, weak=weak)
    often = isinstance(value, Every)
    value = value.what if isinstance(value, Every) else value
    said = settle(value, None)
    if said is None:
        return None
    if often:
        return DateMatch(start, end, "date", None, to_timex(said), relative=True, weak=weak)
    lean: Literal[-1, 1] = 1 if today and looks_ahead(text, start, end) else -1
    known = fill(settle(value, today) or said, today, lean)
    kind: Literal["date", "time"] = "time" if known.hour is not None else "date"
    return DateMatch(start, end, kind, to_iso(known), to_timex(known), relative=_is_relative(said), weak=weak)


def _is_relative(said: Calendar) -> bool:
    if said.unit in {"decade", "century"}:
        return False
    return said.year is None and (said.hour is None or bool(said.month or said.weekday))
