"""Amounts that name no number: "dozens", "hundreds of thousands", "several hundred", "double-digit"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.words import any_of
from clusterdoc.find.words.number_words import DOZENS, FULL_SCALES, MULTIPLE_SCALES, SCALES, VAGUE, VAGUE_TIMES

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTED_SCALES: Final = tuple(name.removesuffix("s") for name in VAGUE if name != "tens")
PLURAL_TIMES: Final = re.compile(
    rf"(?P<times>{any_of(VAGUE_TIMES)})\s(?:and\s(?P=times)\s)?of\s(?P<scale>{any_of(FULL_SCALES)})s\b", re.IGNORECASE
)
PLURAL: Final = re.compile(
    rf"(?:(?:{any_of(VAGUE.keys() - {'tens'})})\b|tens(?=\sof\s)|scores(?=\sof\s(?:people|[a-z]{{3,14}}s\b)))",
    re.IGNORECASE,
)
SEVERAL: Final = re.compile(
    rf"(?P<much>several|a\s(?:good\s)?few|few|many)\s(?P<scale>{any_of(COUNTED_SCALES)})s?\b",
    re.IGNORECASE,
)
MULTI: Final = re.compile(rf"multi[\s-](?P<scale>{any_of(FULL_SCALES)})(?=[\s-])", re.IGNORECASE)
COUPLE: Final = re.compile(
    rf"a\scouple(?:\sof)?\s(?P<scale>{any_of(COUNTED_SCALES)})s?\b|a\scouple\sof\b"
    r"|a\scouple(?=\s(?:more|days|weeks|months|years|hours|minutes))",
    re.IGNORECASE,
)
MULTIPLE_SCALE: Final = re.compile(rf"(?:{any_of(MULTIPLE_SCALES)})\b", re.IGNORECASE)
DIGIT: Final = re.compile(r"(?P<places>single|double|triple)[\s-]digits?\b", re.IGNORECASE)
PLACES: Final = {"single": (1, 9), "double": (10, 99), "triple": (100, 999)}
VAGUE_STARTS: Final = frozenset(VAGUE | VAGUE_TIMES | MULTIPLE_SCALES) | {
    "multi",
    "several",
    "few",
    "many",
    "single",
    "double",
    "triple",
}


class Amount(NamedTuple):
    """The offset after a vague amount, and its least and most."""

    end: int
    low: int
    high: int


def read_vague(text: str, start: int) -> Amount | None:
    """Return the vague amount that begins at `start`, None when none does."""
    for pattern, ends in READINGS:
        if match := pattern.match(text, start):
            return Amount(match.end(), *ends(match))
    return None


def _times(match: re.Match[str]) -> tuple[int, int]:
    low, high = VAGUE_TIMES[match["times"].lower()]
    scale = SCALES[match["scale"].lower()]
    return low * scale, high * scale


def _multi(match: re.Match[str]) -> tuple[int, int]:
    scale = SCALES[match["scale"].lower()]
    return scale, scale * 10


def _two(match: re.Match[str]) -> tuple[int, int]:
    count = 2 * (SCALES | DOZENS)[(match["scale"] or "").lower()] if match["scale"] else 2
    return count, count


# The first that begins where the number does wins: a pattern, and the least and the most of its match.
READINGS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int]]], ...]] = (
    (PLURAL_TIMES, _times),
    (PLURAL, lambda match: (VAGUE | VAGUE_TIMES)[match.group().lower()]),
    (MULTI, _multi),
    (MULTIPLE_SCALE, lambda match: MULTIPLE_SCALES[match.group().lower()]),
    (SEVERAL, lambda match: VAGUE[f"{match['scale'].lower()}s"]),  # "a few hundred" are hundreds
    (COUPLE, _two),
    (DIGIT, lambda match: PLACES[match["places"].lower()]),
)
