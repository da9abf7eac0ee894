"""Amounts that name no number: "dozens", "hundreds of thousands", "several hundred", "double-digit"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

from clusterdoc.find.figures.numbers.words import SCALES, VAGUE, VAGUE_TIMES

PLURAL: Final = re.compile(
    r"(?P<times>tens|dozens|scores|hundreds|thousands)\s(?:and\s(?P=times)\s)?of\s(?P<scale>thousands|millions"
    r"|billions|trillions)\b"
    r"|(?P<alone>dozens|hundreds|thousands|millions|billions|trillions|tens(?=\sof\s)"
    r"|scores(?=\sof\s(?:people|[a-z]{3,14}s\b)))\b",
    re.IGNORECASE,
)
SEVERAL: Final = re.compile(
    r"(?P<much>several|a\s(?:good\s)?few|many|a\scouple(?:\sof)?)\s(?P<scale>dozen|hundred|thousand|million"
    r"|billion)s?\b",
    re.IGNORECASE,
)
COUPLE: Final = re.compile(
    r"a\scouple\sof\b|a\scouple(?=\s(?:hundred|dozen|more|days|weeks|months|years|hours|minutes))", re.IGNORECASE
)
DIGIT: Final = re.compile(r"(?P<places>single|double|triple)[\s-]digits?\b", re.IGNORECASE)
PLACES: Final = {"single": (1, 9), "double": (10, 99), "triple": (100, 999)}
# How many "several" are: a few of the scale at least, the next scale at most ("a few hundred" = 100-1,000).
MUCH: Final = {
    "dozen": (24, 99),
    "hundred": (100, 1000),
    "thousand": (10**3, 10**4),
    "million": (10**6, 10**7),
    "billion": (10**9, 10**10),
}
VAGUE_STARTS: Final = frozenset(VAGUE | VAGUE_TIMES) | {"several", "many", "single", "double", "triple"}


class Amount(NamedTuple):
    """The offset after a vague amount, and its least and most."""

    end: int
    low: Fraction
    high: Fraction


def read_vague(text: str, start: int) -> Amount | None:
    """Return the vague amount that begins at `start`, None when none does."""
    if match := PLURAL.match(text, start):
        if match["times"]:
            low, high = VAGUE_TIMES[match["times"].lower()]
            scale = SCALES[match["scale"].lower()[:-1]]
            return Amount(match.end(), Fraction(low * scale), Fraction(high * scale))
        low, high = (VAGUE | VAGUE_TIMES)[match["alone"].lower()]
        return Amount(match.end(), Fraction(low), Fraction(high))
    if match := SEVERAL.match(text, start):
        low, high = MUCH[match["scale"].lower()]
        return Amount(match.end(), Fraction(low), Fraction(high))
    if match := COUPLE.match(text, start):
        return Amount(match.end(), Fraction(2), Fraction(2))
    if match := DIGIT.match(text, start):
        low, high = PLACES[match["places"].lower()]
        return Amount(match.end(), Fraction(low), Fraction(high))
    return None
