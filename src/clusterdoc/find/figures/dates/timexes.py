"""Every expression of time as TimeML marks it: dates and times, and lengths and sets beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from clusterdoc.find.figures.dates.date_match import day_of_writing, match_claim
from clusterdoc.find.figures.dates.grammar import Reading, read_times
from clusterdoc.find.figures.dates.select import select, unwrap
from clusterdoc.find.figures.dates.timex import to_period
from clusterdoc.find.figures.dates.values import Duration, Every, Window

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from clusterdoc.find.figures.dates.date_match import DateMatch
    from clusterdoc.find.figures.dates.select import Claim

# "a 34-year-old", "at year-end": no length of time
_NO_LENGTH = re.compile(r"[- ]olds?\b|-end\b")
# "a second chance", "5 m", "3h": the second, and letters that are units only in tables
_DOUBTFUL = re.compile(r"(?:an?|one) second|[0-9.]{1,20} ?[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time with the type and the value of TimeML 1.2.1: P5Y for "the last five years"."""

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


def find_timex(text: str, date: datetime.date | None = None) -> list[Timex]:
    """Return the TIMEX3 expressions of a text in its order, not overlapping; `date` resolves the relative ones."""
    today = day_of_writing(date)
    found: list[Timex] = []
    for reading in read_times(text):
        found += _lengths(text, unwrap(reading))
        for claim in select(text, reading):
            match = match_claim(text, claim, today)
            if match and not (found and found[-1].end > match.start):
                found.append(Timex(match.start, match.end, _type(claim, match), match.timex))
    return found


def _type(claim: Claim, match: DateMatch) -> Literal["DATE", "TIME", "SET"]:
    if isinstance(claim.value, Every):
        return "SET"
    return "TIME" if match.kind == "time" else "DATE"


def _lengths(text: str, reading: Reading) -> Iterator[Timex]:
    """Yield the length or the set that a reading is, if it is one."""
    start, end, value = reading.start, reading.end, reading.value
    if isinstance(value, Every) and isinstance(value.what, Duration):
        yield Timex(start, end, "SET", to_period(value.what))
    length = value.length if isinstance(value, Window) else value
    if not isinstance(length, Duration) or (value is length and length.amounts[0][1] == "quarter"):
        return
    if _NO_LENGTH.match(text, end) or _DOUBTFUL.fullmatch(text, start, end):
        return
    yield Timex(start, end, "DURATION", to_period(length))
