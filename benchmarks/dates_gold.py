"""Our readings of time against Recognizers-Text's datetime spec: a case passes when every text and timex is the spec's.

The spec is written for calendars and assistants, we for articles. Folded here: a range is one expression ("(start,end,
P3D)"), "since", "before" and "in" belong to it, zones do not; "in two weeks" is counted to the day; a quarter or
decade, "the next three days" are ranges; "Friday" stays XXXX-WXX-5 though the day of writing is given.
"""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from clusterdoc.find.figures.dates.arithmetic import add_months, first_moment, shift
from clusterdoc.find.figures.dates.grammar import Reading, read_times
from clusterdoc.find.figures.dates.resolve import fill, settle, settle_exactly
from clusterdoc.find.figures.dates.select import select, unwrap
from clusterdoc.find.figures.dates.timex import to_period, to_timex
from clusterdoc.find.figures.dates.values import (
    Calendar,
    Chosen,
    Duration,
    Every,
    Reference,
    Shifted,
    Stretch,
    Value,
    Window,
)

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
VAGUE = 3
LONG = {"decade": 120, "century": 1200, "quarter": 3, "half": 6}
COARSE = {"year", "month", "quarter", "half", "decade", "century"}


def predict_dates(record: dict[str, Any]) -> dict[str, Any]:
    """Return every expression of time in a text with the spec's span and timex."""
    text, today = record["text"], datetime.datetime.fromisoformat(record["reference"] or "2016-11-07T00:00:00")
    figures = [figure for reading in read_times(text) for figure in view(text, unwrap(reading), today)]
    return {"id": record["id"], "figures": figures}


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
    timex = written(value, today)
    if timex:
        yield {"span": [start, end], "timex": timex}


def counted(before: str, start: int, end: int, value: Duration, today: datetime.datetime) -> dict[str, Any]:
    """Return a length of time: a date after "in", a range after "within", else how long it is."""
    known = Duration(tuple((amount or VAGUE, unit) for amount, unit in value.amounts))
    if match := WITHIN.search(before):
        return {"span": [match.start(), end], "timex": window(Window(known, 1), today, at=today)}
    if (match := IN.search(before)) and (timex := written(Shifted(known, 1, exact=True), today)):
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


def written(value: Value, today: datetime.datetime) -> str | None:  # noqa: PLR0911 - a line for each sort of value
    """Return the spec's timex of a value."""
    if isinstance(value, Reference):
        return value.to
    if isinstance(value, Chosen) and value.of.month and value.of.day:
        value = value.of
    if isinstance(value, Every):
        return to_period(value.what) if isinstance(value.what, Duration) else written(value.what, today)
    if isinstance(value, Window):
        return window(value, today)
    if isinstance(value, Stretch):
        return stretch(value, today)
    if isinstance(value, Shifted) and value.by.amounts[-1][1] in {"hour", "minute", "second"} and not value.exact:
        return window(Window(value.by, value.sign), today)
    known = settle_exactly(value, today) if isinstance(value, Shifted) else settle(value, today)
    if known is None:
        return None
    if isinstance(value, Shifted) and value.exact and known.hour is not None:
        return to_timex(replace(known, second=known.second or 0))
    return calendar(known, today)


def calendar(known: Calendar, today: datetime.datetime) -> str:
    """Return a calendar time as the spec writes it: long ones as ranges, whole hours without minutes."""
    if known.weekday and known.day and not known.month:
        here = first_moment(replace(known, year=today.year, month=today.month))
        fits = here is not None and here.isoweekday() == known.weekday
        known = replace(known, year=today.year, month=today.month) if fits else replace(known, day=None)
    if known.week and known.year is None:
        known = replace(known, year=today.year)
    if known.holiday and known.year is None:
        dated = fill(known, today, 1)
        return to_timex(replace(dated, year=None))
    if known.unit in LONG:
        begin = first_moment(replace(known, year=known.year or 1)) if (known.year or 100) >= 100 else None
        if begin is None:
            return f"(XX{known.year}-01-01,XX{((known.year or 0) + 10) % 100:02}-01-01,P10Y)"
        ends = (begin, add_months(begin, LONG[known.unit]))
        years = [f"{d:%Y-%m-%d}" if known.year else f"{d:XXXX-%m-%d}" for d in ends]
        return f"({years[0]},{years[1]},{to_period(Duration(((1, known.unit),)))})"
    timex = to_timex(known)
    return timex.removesuffix(":00") if known.unit == "hour" else timex


def window(value: Window, today: datetime.datetime, at: datetime.datetime | None = None) -> str | None:
    """Return a range counted from the day of writing: "the next 3 days" begin tomorrow."""
    length = Duration(tuple((amount or VAGUE, unit) for amount, unit in value.length.amounts))
    unit = length.amounts[-1][1]
    begin = at or origin(value, unit, today)
    if begin is None:
        return None
    other = shift(begin, length, value.sign)
    if other is None:
        return None
    first, last = sorted((begin, other))
    form = "%Y-%m-%dT%H:%M:%S" if unit in {"hour", "minute", "second"} else "%Y-%m-%d"
    return f"({first:{form}},{last:{form}},{to_period(length)})"


def origin(value: Window, unit: str, today: datetime.datetime) -> datetime.datetime | None:
    """Return the moment a range is counted from."""
    if value.anchor is not None:
        outer = settle(value.anchor, today)
        begin = first_moment(fill(outer, today, -1)) if outer else None
        if outer is None or begin is None:
            return None
        if unit == "week":
            begin += datetime.timedelta(days=-begin.weekday() % 7)
        length = Duration(((1, outer.unit),))
        return begin if value.sign > 0 else shift(begin, length, 1)
    if unit in {"hour", "minute", "second"}:
        return today
    day = datetime.datetime.combine(today.date(), datetime.time())
    if unit in LONG:
        begin = first_moment(settle(Shifted(Duration(((1, unit),)), 0), day) or Calendar("day"))
        return begin and (add_months(begin, LONG[unit]) if value.sign > 0 else begin)
    return day + datetime.timedelta(days=1) if value.sign > 0 else day


def stretch(value: Stretch, today: datetime.datetime) -> str | None:
    """Return a range as (first,last,length)."""
    first, last = end_of(value.first, today), end_of(value.last, today)
    if first is None or last is None:
        return None
    lean_first, lean_last = begin_of(dated(first, today), today), begin_of(dated(last, today), today)
    if lean_first is None or lean_last is None:
        return None
    if lean_last < lean_first and last.year is None:
        lean_last = begin_of(replace(last, year=lean_first.year + 1), today) if last.month else lean_last + WEEK
    return f"({edge(first)},{edge(last)},{period(first, last, lean_first, lean_last or lean_first)})"


WEEK = datetime.timedelta(days=7)


def dated(what: Calendar, today: datetime.datetime) -> Calendar:
    """Return a month or day without a year in the year of writing."""
    return replace(what, year=today.year) if what.year is None and what.month else what


def end_of(value: Value, today: datetime.datetime) -> Calendar | None:
    """Return an end of a range; "now" is today."""
    if isinstance(value, Reference):
        return settle(Shifted(Duration(((1, "day"),)), 0), today)
    return settle(value, today)


def begin_of(what: Calendar, today: datetime.datetime) -> datetime.datetime | None:
    """Return the moment a filled-in time begins, after its end or in its middle if the text says so."""
    if what.hour is not None and not (what.month or what.weekday or what.day):
        return first_moment(replace(what, year=today.year, month=today.month, day=today.day))
    begin = first_moment(fill(replace(what, nth=None), today, 1))
    if begin is None or what.mod not in {"END", "MID"} or what.unit not in {"year", "month"}:
        return begin
    if what.mod == "END":
        return add_months(begin, 12 if what.unit == "year" else 1)
    return begin + (datetime.timedelta(days=182) if what.unit == "year" else datetime.timedelta(days=15))


def edge(what: Calendar) -> str:
    """Return the first day or the clock time of an end."""
    if what.hour is not None:
        return calendar(what, datetime.datetime(2000, 1, 1))  # noqa: DTZ001 - a clock time has no zone here
    if what.unit == "day":
        return to_timex(what)
    dated = begin_of(replace(what, year=what.year or 2000), datetime.datetime(2000, 1, 1))  # noqa: DTZ001 - no zone is meant
    if dated is None:
        return to_timex(what)
    return f"{dated:%Y-%m-%d}" if what.year else f"{dated:XXXX-%m-%d}"


def period(first: Calendar, last: Calendar, begin: datetime.datetime, end: datetime.datetime) -> str:
    """Return how long a range is, in years, months, days, or hours and minutes."""
    if first.hour is not None:
        seconds = int((end - begin).total_seconds()) % 86400 if not last.day else int((end - begin).total_seconds())
        hours, minutes = divmod(seconds // 60, 60)
        return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if first.unit in COARSE and last.unit in COARSE:
        months = (end.year - begin.year) * 12 + end.month - begin.month
        whole = first.unit == last.unit == "year" and not (first.mod or last.mod)
        return f"P{months // 12}Y" if whole else f"P{months}M"
    return f"P{(end - begin).days}D"
