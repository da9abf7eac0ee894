"""Our readings of time against Recognizers-Text's datetime spec: a case passes when every text and timex is the spec's.

The spec is written for calendars and assistants, we for articles. Folded here: a range is one expression ("(start,end,
P3D)"), "since", "before" and "in" belong to it, zones do not; "in two weeks" is counted to the day; a quarter or
decade, "the next three days" are ranges; "Friday" stays XXXX-WXX-5 though the day of writing is given.
"""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING, Any

from dates_timex import known_length, window, written

from clusterdoc.find.figures.dates.grammar import Reading, read_times
from clusterdoc.find.figures.dates.select import select, unwrap
from clusterdoc.find.figures.dates.timex import to_period
from clusterdoc.find.figures.dates.values import Calendar, Duration, Every, Shifted, Stretch, Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOUND = re.compile(
    r"(?:\b(?:since|before|after|until|till|by|no later than|later than|earlier than|as (?:early|late) as|"
    r"starting(?: on| from)?|beginning(?: on)?|any ?time from|(?:year )?(?:is )?greater than|prior to|on or after|"
    r"less than|more than)|[<>] ?=?) (?:around )?(?:the )?$|[<>]? ?=\s?$",
    re.IGNORECASE,
)
APPROXIMATE = re.compile(r"\b(?:around|circa) $", re.IGNORECASE)
LATER = re.compile(r" (?:or|and) (?:later|greater|after|earlier|before)(?= on\b|[.,?]|$)(?: on (?=[A-Z]))?")
ZONE = re.compile(
    r" ?\(?\b(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|pt|et|cet|bst|local time|(?:eastern|pacific|mountain|central)"
    r"(?: standard| daylight)?(?: time)?)\)?$",
    re.IGNORECASE,
)
OFFSET = re.compile(r"(T\d\d(?::\d\d){0,2})(?:Z|[+-]\d\d:\d\d|US -\d)")
DECADES = re.compile(r"P(\d+)(DE|CE)")
YEARS = {"DE": 10, "CE": 100}
IN = re.compile(r"\bin $", re.IGNORECASE)
WITHIN = re.compile(r"\bwithin $", re.IGNORECASE)
ARTICLE = re.compile(
    r"the (?!(?:last|first|second|third|\d+\w\w|[a-z-]+th) |next (?:\w+ )?decade|week\b(?! \d)|year$|month$|day$|"
    r"weekend|quarter$|end of to)",
    re.IGNORECASE,
)
PLAIN_ARTICLE = re.compile(r"the (?!next (?:\w+ )?decade|year$|month$|end of to)", re.IGNORECASE)
ARTICLED = {
    "RELUNIT",
    "WINDOW",
    "SOMEUNIT",
    "FISCAL",
    "MODIFIED",
    "WEEKS",
    "NAMED",
    "INSIDE",
    "DECADE",
    "CENTURY",
    "SEASONS",
    "SEASONNAME",
}
IN_THE = re.compile(r"\b(?:in the|in|at) $", re.IGNORECASE)
MORE = re.compile(r"\b(?:more|less) than $", re.IGNORECASE)


def predict_dates(record: dict[str, Any]) -> dict[str, Any]:
    """Return every expression of time in a text with the spec's span and timex."""
    text, today = record["text"], datetime.datetime.fromisoformat(record["reference"] or "2016-11-07T00:00:00")
    figures = [figure for reading in read_times(text) for figure in view(text, unwrap(reading), today)]
    return {"id": record["id"], "figures": [{**figure, "timex": as_theirs(figure["timex"])} for figure in figures]}


def as_theirs(timex: str) -> str:
    """Return a timex as the spec writes it: clock times without a zone, decades and centuries in years."""
    timex = OFFSET.sub(r"\1", timex)
    return DECADES.sub(lambda match: f"P{int(match[1]) * YEARS[match[2]]}Y", timex)


def measure(gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return the share of cases in percent where all texts and timexes are the spec's."""
    pairs = list(zip(records(gold), records(predicted), strict=True))
    right = sum(pairs_of(g) == pairs_of(p) for g, p in pairs)
    return [("pass", round(100 * right / len(pairs), 1))]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def pairs_of(record: dict[str, Any]) -> list[tuple[tuple[int, ...], str | None]]:
    """Return span and timex of every figure of a record, in the order of the text."""
    return sorted((tuple(f["span"]), f.get("timex")) for f in record["figures"])


def view(text: str, reading: Reading, today: datetime.datetime) -> Iterator[dict[str, Any]]:
    """Yield what the spec makes of one reading: none, one, or its parts."""
    if reading.category in {"YEARALONE", "DAYSPAN"} and not list(select(text, reading)):
        return
    value = reading.value
    if (
        isinstance(value, Stretch)
        and not text[reading.start].isalpha()
        and " and " in text[reading.start : reading.end]
    ):
        for claim in select(text, reading):
            yield {"span": [claim.start, claim.end], "timex": written(claim.value, today)}
        return
    start, end = spread(text, reading)
    before = text[:start]
    if isinstance(value, Window) and WITHIN.search(before):
        yield counted(before, start, end, value.length, today)
        return
    if isinstance(value, Duration):
        yield counted(before, start, end, value, today)
        return
    timex = written(value, today, exact=reading.category == "AGO")
    if timex:
        yield {"span": [start, end], "timex": timex}


def counted(before: str, start: int, end: int, value: Duration, today: datetime.datetime) -> dict[str, Any]:
    """Return a length of time: a date after "in", a range after "within", else how long it is."""
    known = known_length(value)
    if match := WITHIN.search(before):
        return {"span": [match.start(), end], "timex": window(Window(known, 1), today, at=today)}
    if (match := IN.search(before)) and (timex := written(Shifted(known, 1), today, exact=True)):
        return {"span": [match.start(), end], "timex": timex}
    if match := MORE.search(before):
        start = match.start()
    return {"span": [start, end], "timex": to_period(known)}


def spread(text: str, reading: Reading) -> tuple[int, int]:
    """Return the spec's span: with the words that bound a time, without its zone."""
    start, end = reading.start, reading.end
    zone = ZONE.search(text[start:end])
    end = start + zone.start() if zone and zone.start() else end
    if match := LATER.match(text, end):
        end = match.end()
    value = reading.value
    bound = BOUND.search(text[:start])
    if reading.category == "DOTTEDTIME":
        start -= len("at ")
    if not bound and reading.category in ARTICLED and (match := article(reading).match(text, start)):
        start = match.end()
    if not isinstance(value, Duration | Stretch | Every) and bound:
        return bound.start(), end
    if isinstance(value, Calendar) and value.part and not value.mod and (match := IN_THE.search(text[:start])):
        return match.start(), end
    if match := APPROXIMATE.search(text[:start]):
        return match.start(), end
    return start, end


def article(reading: Reading) -> re.Pattern[str]:
    """Return which articles the spec leaves out: "the last week of July" keeps its own."""
    return PLAIN_ARTICLE if reading.category in {"WINDOW", "RELUNIT"} else ARTICLE
