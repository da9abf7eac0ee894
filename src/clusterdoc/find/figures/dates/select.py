"""Which readings are dates of an article: both ends of a range, each on its own; no lengths, no doubtful years."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from clusterdoc.find.doc_text import look_back, text_before
from clusterdoc.find.figures.dates.arithmetic import calendar_unit
from clusterdoc.find.figures.dates.doubts import (
    counts_things,
    is_clock,
    is_dotted_clock,
    is_qualifying,
    is_said_clock,
    is_year,
    speaks_of_weather,
)
from clusterdoc.find.figures.dates.values import (
    Calendar,
    Every,
    Reference,
    Shifted,
    Stretch,
    Value,
    Window,
)
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.find.figures.dates.grammar import Reading

_APART = re.compile(r"\b(?:to|until|till|through|thru|and)\b|[-–—~]")
_ON = re.compile(r"\b(?:on|at|in|of|for|from|around|during|before|after|by|until|since|than)\b|[@(]", re.IGNORECASE)
_COUNTED_FROM = re.compile(r"\b(?:from|since)\b")
_SEASON_CUE = re.compile(
    r"\b(?:in|during|since|of|by|until|through|that|before|after|over|for|next|last|this) (?:the )?$", re.IGNORECASE
)
_NEWSPAPER = re.compile(rf" (?:{any_word('newspaper')})\b")
_PROGRAMME = re.compile(rf"['’]?s? (?:{any_word('programme')})\b")
# "in the quarter", "for the year", "over the weekend": the period that the report is about
_AT_UNIT = re.compile(r"\b(?:in|for|during|over|at|on)\s$", re.IGNORECASE)
_UNIT_OF = re.compile(
    r"(?<=year) (?:ended|ending|through)\b|\s(?:of|that|when|since|before|after|to|in which)\b|-|\s(?:day|days|night)\b"
)
_UNSURE = frozenset({"REFERENCE", "PARTS", "MODPART"})
_HALF_OF_YEAR = re.compile(r"[12]H\d\d")
_CLOCKS = {"TOHOUR": is_said_clock, "DOTTEDTIME": is_dotted_clock}
_LENGTHS = frozenset({"LENGTH", "WINDOW", "PAIRDATE"})


class Claim(NamedTuple):
    """A stretch of the text that is one date or time, and what it means; `weak` ones stay out of tables.

    `day_at` is where the text names the day of a clock time; the day of an `open` one is not given. A claim that
    `follows` is the end of a range that the claim before it begins.
    """

    start: int
    end: int
    value: Value
    weak: bool = False
    day_at: tuple[int, int] | None = None
    open: bool = False
    follows: bool = False


def select(text: str, reading: Reading) -> Iterator[Claim]:
    """Yield the dates and times in one expression of time that a reader would mark."""
    reading = unwrap(reading)
    value = reading.value
    if isinstance(value, Stretch) and reading.category == "UNITENDED":
        unit, end = reading.constituents
        yield Claim(unit.start, unit.end, value.first)
        yield from select(text, end)
    elif isinstance(value, Stretch):
        yield from _ends(text, reading, value)
    elif reading.category == "MOMENT":
        yield from _moment(text, reading)
    elif isinstance(value, Window) and value.anchor is not None:
        yield from select(text, reading.constituents[-1])
    elif isinstance(value, Calendar) and _may_be_years(text, reading):
        yield from _short_years(reading, value)
    elif _is_counted_from(text, reading):
        yield from select(text, reading.constituents[1])
    elif reading.category == "SETS" and (clock := _clock_of(reading)):
        yield Claim(clock.start, clock.end, Every(clock.value))
    elif reading.category not in _LENGTHS and _is_date(text, reading):
        yield Claim(reading.start, reading.end, _anchored(text, reading), weak=_is_weak(text, reading))


def _may_be_years(text: str, reading: Reading) -> bool:
    """Return whether a month or a range is written with a dash as two years are: "2010–12"."""
    return reading.category in {"MONTHYEAR", "DATESPAN"} and "–" in text[reading.start : reading.end]


def _is_counted_from(text: str, reading: Reading) -> bool:
    """Return whether a length of time leads to the time it is counted from: "two days since Monday"."""
    if reading.category != "AGO" or len(reading.constituents) <= 1:
        return False
    return _COUNTED_FROM.search(_gap(text, *reading.constituents[:2])) is not None


def _clock_of(reading: Reading) -> Reading | None:
    """Return the clock time of "every day at 1 p.m.", if a set has one."""
    return next((constituent for constituent in reading.constituents if constituent.category == "TIME"), None)


def _anchored(text: str, reading: Reading) -> Value:
    # "three days later": counted from an event of the story, not from the day of writing
    value = reading.value
    if isinstance(value, Shifted) and value.anchor is None and text[reading.start : reading.end].endswith("later"):
        return Calendar(calendar_unit(value.by.amounts[-1][1]))
    return value


def unwrap(reading: Reading) -> Reading:
    """Return the innermost reading that has the text and the value of this one."""
    while len(reading.constituents) == 1 and is_same(reading.constituents[0], reading):
        reading = reading.constituents[0]
    return reading


def is_same(inner: Reading, outer: Reading) -> bool:
    """Return whether a reading has the text and the value of the one around it."""
    same_text = (inner.start, inner.end) == (outer.start, outer.end)
    return same_text and inner.value is outer.value


def _gap(text: str, left: Reading, right: Reading) -> str:
    return text[left.end : right.start]


def _moment(text: str, reading: Reading) -> Iterator[Claim]:
    """Yield "3 p.m. Friday" as one claim; with a word between them, the day and the time as two linked claims."""
    left, right = reading.constituents[0], reading.constituents[-1]
    are_apart = _ON.search(_gap(text, left, right)) is not None or _is_zoned_before_date(left.value, right.value)
    if not are_apart:
        yield Claim(reading.start, reading.end, reading.value)
        return
    for constituent in (left, right):
        clock = isinstance(constituent.value, Calendar) and constituent.value.hour is not None
        yield Claim(constituent.start, constituent.end, reading.value if clock else constituent.value)


def _is_zoned_before_date(clock: Value, day: Value) -> bool:
    """Return whether a time with its zone stands before a date with its year: "13:39 GMT 10 March 2015"."""
    if not isinstance(clock, Calendar) or not isinstance(day, Calendar):
        return False
    return clock.hour is not None and clock.zone != "" and day.year is not None


def _ends(text: str, reading: Reading, value: Stretch) -> Iterator[Claim]:
    """Yield both ends of a range, each with its own words."""
    while len(reading.constituents) == 1:
        reading = reading.constituents[0]
    names = {constituent.category for constituent in reading.constituents}
    if "BAREHOURS" in names or reading.category == "BAREHOURS1" or "PAIRDATE" in names:
        for constituent in reading.constituents:
            if constituent.category == "TIMEDAY":
                yield from select(text, constituent)
        return
    last = value.last
    if (
        isinstance(last, Calendar)
        and last.unit == "year"
        and counts_things(last.year or 0, text[reading.end : reading.end + 24])
    ):
        return
    groups: list[list[Reading]] = []
    for constituent in _ends_of_range(reading):
        if groups and not _APART.search(_gap(text, groups[-1][-1], constituent)):
            groups[-1].append(constituent)
        else:
            groups.append([constituent])
    if len(groups) == 1:
        for constituent in groups[0]:
            inner = constituent._replace(value=value) if isinstance(constituent.value, Stretch) else constituent
            yield from select(text, inner)
        return
    yield Claim(groups[0][0].start, groups[0][-1].end, value.first)
    yield Claim(groups[-1][0].start, reading.end, value.last, follows=True)


def _ends_of_range(reading: Reading) -> tuple[Reading, ...]:
    """Return the constituents of a range; those of "March 3-5" when "2019" follows it."""
    first, *rest = reading.constituents
    if not (rest and rest[0].category == "YEAR" and isinstance(first.value, Stretch)):
        return reading.constituents
    return (*first.constituents, *rest)


def _short_years(reading: Reading, value: Calendar) -> Iterator[Claim]:
    # "2010–12" with a dash is two years; with a hyphen it is a month
    year, month = value.year or 0, value.month or 0
    if year % 100 >= month:
        yield Claim(reading.start, reading.end, value)
        return
    for constituent, named in ((reading.constituents[0], year), (reading.constituents[-1], year - year % 100 + month)):
        yield Claim(constituent.start, constituent.end, Calendar("year", year=named))


def _is_date(text: str, reading: Reading) -> bool:  # noqa: PLR0911 - a question for each sort of expression
    value, category = reading.value, reading.category
    before, after = text_before(text, reading.start), text[reading.end : reading.end + 24]
    if not _is_written_so(text, reading):
        return False
    if isinstance(value, Every):
        return isinstance(value.what, Calendar) and (value.what.weekday or value.what.day) is not None
    if isinstance(value, Shifted) and value.by.amounts[-1][1] in {"second", "minute", "hour"}:
        return False
    if category == "YEARALONE" and isinstance(value, Calendar):
        return is_year(text[reading.start : reading.end], value.year or 0, before, after)
    if isinstance(value, Calendar) and value.unit == "decade" and (value.year or 0) < 100:
        return _is_decade(text, reading)
    if category in {"SEASONNAME", "SEASON"}:
        return _SEASON_CUE.search(before) is not None
    if category in {"WEEKDAYNAME", "MONTHNAME"}:
        return not (before.endswith("The ") and _NEWSPAPER.match(after))
    if category in _CLOCKS:
        return _CLOCKS[category](text, reading.start, reading.end)
    if isinstance(value, Calendar) and value.hour is not None:
        return is_clock(text[reading.start : reading.end], before)
    return True


def _is_decade(text: str, reading: Reading) -> bool:
    """Return whether "the 70s" are years and not ages or temperatures."""
    said = text[reading.start : reading.end].lower()
    is_said_so = "'" in said or "’" in said or said.startswith("the ")
    return is_said_so and not speaks_of_weather(text, reading.start)


def _is_written_so(text: str, reading: Reading) -> bool:
    """Return whether a short period, an era or "today" is one, by its capitals and the words around it."""
    if reading.category in {"QUARTER", "FISCAL"}:
        return _is_short_period(text, reading)
    said = text[reading.start : reading.end]
    if reading.category == "ERA":
        return any(mark in said for mark in ("BC", "AD", "CE"))
    if reading.category == "RELDAY" and said[0].isupper():
        return not (_PROGRAMME.match(text, reading.end) or text.endswith("USA ", 0, reading.start))
    return True


def _is_short_period(text: str, reading: Reading) -> bool:
    """Return whether "Q2", "H1" or "FY24" is a period and nothing else: "q2", "H1N1", "100% H2"."""
    said = text[reading.start : reading.end]
    if said[0].isdigit() and said[1:2] in "hH":
        return _HALF_OF_YEAR.fullmatch(said) is not None
    if not said[0].isalpha() or not said[1:2].isdigit() or len(said) > len("Q2"):
        return True
    if said[0] == "Q" and is_qualifying(text, reading.start, reading.end):
        return False
    glued = text[reading.end : reading.end + 1].isalnum()
    return said[0].isupper() and not glued and not text.endswith("% ", 0, reading.start)


def _is_weak(text: str, reading: Reading) -> bool:
    """Return whether a reader would not mark a time: "now", "the morning", "a day later", the year of no report."""
    value, category = reading.value, reading.category
    if category == "THEUNIT":
        return look_back(_AT_UNIT, text, reading.start) is None or (_UNIT_OF.match(text, reading.end) is not None)
    if category == "AGO" and isinstance(value, Shifted):
        least = 1 if text[reading.start : reading.end].endswith("later") else 0
        return all(amount <= least for amount, _ in value.by.amounts)
    if category == "MODIFIED" and isinstance(value, Shifted):
        return text[reading.start : reading.end].endswith("the day")
    return category in _UNSURE or isinstance(value, Reference)
