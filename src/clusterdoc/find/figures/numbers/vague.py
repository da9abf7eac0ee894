"""Amounts that name no number: "dozens", "hundreds of thousands", "several hundred", "double-digit"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

from clusterdoc.find.words.number_words import FULL_SCALES, SCALES, VAGUE, VAGUE_TIMES, any_of

COUNTED_SCALES: Final = tuple(name.removesuffix("s") for name in VAGUE if name != "tens")
PLURAL: Final = re.compile(
    rf"(?P<times>{any_of(VAGUE_TIMES)})\s(?:and\s(?P=times)\s)?of\s(?P<scale>{any_of(FULL_SCALES)})s\b"
    rf"|(?P<alone>{any_of(VAGUE.keys() - {'tens'})}|tens(?=\sof\s)|scores(?=\sof\s(?:people|[a-z]{{3,14}}s\b)))\b",
    re.IGNORECASE,
)
SEVERAL: Final = re.compile(
    rf"(?P<much>several|a\s(?:good\s)?few|many|a\scouple(?:\sof)?)\s(?P<scale>{any_of(COUNTED_SCALES)})s?\b",
    re.IGNORECASE,
)
COUPLE: Final = re.compile(
    r"a\scouple\sof\b|a\scouple(?=\s(?:hundred|dozen|more|days|weeks|months|years|hours|minutes))", re.IGNORECASE
)
DIGIT: Final = re.compile(r"(?P<places>single|double|triple)[\s-]digits?\b", re.IGNORECASE)
PLACES: Final = {"single": (1, 9), "double": (10, 99), "triple": (100, 999)}
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
            scale = SCALES[match["scale"].lower()]
            return Amount(match.end(), Fraction(low * scale), Fraction(high * scale))
        low, high = (VAGUE | VAGUE_TIMES)[match["alone"].lower()]
        return Amount(match.end(), Fraction(low), Fraction(high))
    if match := SEVERAL.match(text, start):
        low, high = VAGUE[f"{match['scale'].lower()}s"]  # "a few hundred" are hundreds
        return Amount(match.end(), Fraction(low), Fraction(high))
    if match := COUPLE.match(text, start):
        return Amount(match.end(), Fraction(2), Fraction(2))
    if match := DIGIT.match(text, start):
        low, high = PLACES[match["places"].lower()]
        return Amount(match.end(), Fraction(low), Fraction(high))
    return None
