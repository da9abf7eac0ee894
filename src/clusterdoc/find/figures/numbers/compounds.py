"""One figure of two numbers and two units: "6ft 2in", "3 hours and 20 minutes", "three dollars 50 cents"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.figures.numbers.units import WORDS

if TYPE_CHECKING:
    from clusterdoc.facts import Kind
    from clusterdoc.find.figures.numbers.quantity import Quantity

# (greater unit, smaller unit, how many smaller ones make a greater): the figure is given in the smaller one.
PARTS_OF: Final = {
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("meter", "centimeter"): 100,
    ("kilogram", "gram"): 1000,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("mile", "furlong"): 8,
    ("week", "day"): 7,
}
BETWEEN: Final = re.compile(r"-?|[\s-]{0,2}(?:,\s)?(?:and[\s-])?")
PLUS_MINUS: Final = re.compile(r"\s?(?:±|\+/-)\s?")
CLAUSE_END: Final = re.compile(r"\s?(?:[.;!?]|\Z|\n)")
ARTICLE_UNIT: Final = re.compile(r"(?<![^\W_])an?\s(?P<unit>[a-z]{3,9})\sand\s\Z", re.IGNORECASE)
HALVED: Final = frozenset({"duration", "length", "mass", "volume"})
TIGHT: Final = re.compile(r"[\s-]?|,\s|\s?and\s")
FEET_INCHES: Final = re.compile(r"['’′]\s?(?P<inches>\d{1,2})(?:[\"”″]|''|’’)")
SHORTEST: Final = 4  # people, in feet
TALLEST: Final = 8
LONGEST_GAP: Final = 6  # ", and "
CENTS: Final = 100
MONTHS: Final = 12
# "2h 11m 53s", "5m 30s", and after a word of running "2:01:09".
LENGTH_OF_TIME: Final = re.compile(
    r"(?:(?P<hours>\d{1,3})h(?:rs?)?\s?(?=\d))?(?P<minutes>\d{1,3})m(?:ins?)?(?:\s?(?P<seconds>\d{1,2}(?:\.\d{1,3})?)s)?(?![^\W_])"
)
RUNNING_TIME: Final = re.compile(r"(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d{1,3})?)(?![:\d])")
# "1:54.22", and after a word of racing "26.42": nothing else has hundredths of seconds
RACE_TIME: Final = re.compile(r"(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d\.\d{1,3})(?![:\d])")
SECONDS: Final = re.compile(
    r"(?P<seconds>\d{1,2}\.\d\d)(?=[.,;:)!?]?(?:\s(?:in|to|for|and|at|while|with|which|on|from|behind|ahead|as|by)\b|\s?\Z"
    r"|[.,;:)!?]\s?))"
)
RACED_BEFORE: Final = re.compile(
    r"(?:\b|(?<=\d))(?:swam|swims|clocked|clocking|clocks|timed\sat|touched\sin|home\sin|(?:winning|best|record|finishing)\s(?:time|mark)\sof"
    r"|(?:her|his|a|the)\stime\sof|(?:ran|run|running)\s(?:a|an)|(?:second|third|fourth|fifth|line|final|first|m)\sin)\s\Z"
)
IN_OR_OF: Final = re.compile(r"\b(?:in|(?:record|best|lap|split)\sof|after\sa)\s\Z")
RACE: Final = re.compile(
    r"\b(?:hurdles|sprint|freestyle|backstroke|breaststroke|butterfly|medley|relay|lap|clocking)\b|\d00\s?m(?:etres|eters)?\b|\b[1-8]00\swas\swon\b"
)
RUN_BEFORE: Final = re.compile(
    r"\b(?:in|of|time|clocked|ran|record|run(?:ning)?|finished|won|timed\sat|was|a)\s(?:a\s)?\Z", re.IGNORECASE
)


def join_compound(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return two neighbours as one, None when they are two figures."""
    if left.value is None or right.value is None or not left.end <= right.start <= left.end + LONGEST_GAP:
        return None
    gap = text[left.end : right.start]
    if left.kind == "money":
        return join_money(gap, left, right) if right.kind == "money" else join_bare_cents(text, left, right)
    if left.kind == "count":
        exact = PLUS_MINUS.fullmatch(gap)  # "2,000.45±0.01 pounds"
        return replace(right, start=left.start, num_start=left.num_start, value=left.value) if exact else None
    if gap == " and " and right.form == "fraction" and left.dimension in HALVED:
        return together(left, right, left.value + right.value, left.unit)  # "two years and a half"
    return join_units(gap, left, right)


def and_a_half(text: str, quantity: Quantity) -> Quantity:
    """Return "a month and a half" as one and a half, another quantity as it is."""
    if quantity.form != "fraction" or quantity.value is None:
        return quantity
    match = look_back(ARTICLE_UNIT, text, quantity.start)
    unit = WORDS.get(match["unit"].lower()) if match else None
    if match is None or unit is None or unit[1] not in HALVED:
        return quantity
    kind: Kind = "duration" if unit[1] == "duration" else "measure"
    return replace(
        quantity, start=match.start(), num_start=match.start(), value=1 + quantity.value, unit=unit[0], kind=kind,
        dimension=unit[1], form="words",
    )  # fmt: skip


def is_height(gap: str, left: Quantity, right: Quantity) -> bool:
    """Return whether a bare number behind feet counts inches: "5-foot-11", "6 foot 2"."""
    bare = right.unit is None and right.kind == "count" and gap in (" ", "-")
    return bare and left.unit == "foot" and left.value is not None and SHORTEST <= left.value <= TALLEST


def join_units(gap: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return "6ft 2in", "5-foot-11" or "3 hours and 20 minutes" in the smaller unit."""
    if left.value is None or right.value is None or right.start != right.num_start or not BETWEEN.fullmatch(gap):
        return None
    unit = "inch" if is_height(gap, left, right) else right.unit
    if (left.unit, unit) == ("year", "month") and "and" in gap and right.value < MONTHS:
        return together(left, right, left.value + right.value / MONTHS, "year")  # "12 years and six months"
    factor = PARTS_OF.get((left.unit or "", unit or ""))
    if factor is None or left.value.denominator != 1 or not 0 <= right.value < factor:
        return None
    return together(left, right, left.value * factor + right.value, unit)


def join_money(gap: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return "three dollars and 50 cents" as one."""
    is_main, is_part = left.per_unit == 1, right.per_unit != 1
    if left.value is None or right.value is None or not (is_main and is_part) or not TIGHT.fullmatch(gap):
        return None
    return together(left, right, left.value + right.value, left.unit) if right.value < 1 else None


def join_bare_cents(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return "15 dollars and 50" as one, where nothing is counted by the second number."""
    plain = not left.leading and left.per_unit == 1 and left.scale == 1
    if not plain or left.value is None or right.value is None or not 0 < right.value < CENTS:
        return None
    if text[left.end : right.start] not in (" ", " and ") or not CLAUSE_END.match(text, right.end):
        return None
    return together(left, right, left.value + right.value / CENTS, left.unit)


def together(left: Quantity, right: Quantity, value: Fraction, unit: str | None) -> Quantity:
    """Return one quantity from the start of the left to the end of the right one."""
    return replace(left, end=right.end, num_end=right.num_end, value=value, unit=unit, rule="compound")


def length_of_time(text: str, quantity: Quantity) -> Quantity:
    """Return "2h 11m 53s" or the running time "2:01:09" as one duration; other quantities as they are."""
    start = quantity.num_start
    if quantity.form != "digits" or quantity.leading or not text[start].isdigit():
        return quantity
    match = LENGTH_OF_TIME.match(text, start)
    if match is None or not (match["hours"] or match["seconds"]):
        ran = look_back(RUN_BEFORE, text, start)
        match = (RUNNING_TIME.match(text, start) if ran else None) or RACE_TIME.match(text, start)
    if match is None and is_raced(text, start):
        match = SECONDS.match(text, start)
    if match is None:
        return quantity
    parts = match.groupdict(default="0")
    minutes = Fraction(parts.get("hours", 0)) * 60 + Fraction(parts.get("minutes", 0))
    seconds = None if match["seconds"] is None else minutes * 60 + Fraction(match["seconds"])
    return replace(
        quantity, end=match.end(), num_end=match.end(), value=minutes if seconds is None else seconds,
        unit="minute" if seconds is None else "second", kind="duration", dimension="duration", rule="compound", scale=1,
    )  # fmt: skip


def is_raced(text: str, start: int) -> bool:
    """Return whether "9.86" at `start` is the time of a race: "clocked 9.86", "the 100m record of 9.86"."""
    if look_back(RACED_BEFORE, text, start):
        return True
    return look_back(IN_OR_OF, text, start) is not None and look_back(RACE, text, start, FAR) is not None


def feet_and_inches(text: str, quantity: Quantity) -> Quantity:
    """Return 6'2" as 74 inches; other quantities as they are."""
    match = FEET_INCHES.match(text, quantity.end)
    if quantity.unit or quantity.value is None or match is None or not 0 < quantity.value <= TALLEST:
        return quantity
    inches = quantity.value * 12 + int(match["inches"])
    return replace(
        quantity,
        end=match.end(),
        num_end=match.end(),
        value=inches,
        unit="inch",
        kind="measure",
        dimension="length",
        rule="compound",
    )
