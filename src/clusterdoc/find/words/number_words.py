"""The words of numbers, read from `numbers.tsv`, and the alternatives of them that regular expressions are made of."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from clusterdoc.find.words import any_of, rows


def _whole(*kinds: str) -> dict[str, int]:
    """Return the whole number of every word of some kinds."""
    return {word: int(value) for word, kind, value, *_ in rows("numbers") if kind in kinds}


def _least_and_most(*kinds: str) -> dict[str, tuple[int, int]]:
    """Return the least and the most of every vague amount of some kinds."""
    ends = {word: value.split() for word, kind, value, *_ in rows("numbers") if kind in kinds}
    return {word: (int(low), int(high)) for word, (low, high) in ends.items()}


UNITS: Final = _whole("unit")
TEENS: Final = _whole("teen")
TENS: Final = _whole("ten")
SMALL: Final = UNITS | TEENS | TENS
# Written as a word, with a space or a hyphen before it: "4.5 billion", "2.5 mln", "three lakh crore".
FULL_SCALES: Final = _whole("scale")
SCALES: Final = FULL_SCALES | _whole("abbreviation")
SCALE_PLURALS: Final = {f"{word}s": value for word, value in FULL_SCALES.items()}
DOZENS: Final = _whole("dozen") | {"dozens": 12}
# Attached to digits: "1.2m", "$4bn". A single letter is a scale only where nothing shows that it is a unit.
GLUED_SCALES: Final = _whole("letters")
ORDINALS: Final = _whole("ordinal")
SCALE_ORDINALS: Final = _whole("scale ordinal")
# Parts of a whole: "two thirds", "three-quarters", "a fifth". "Second" is never one.
PARTS: Final = (
    {word: value for word, value in ORDINALS.items() if value not in (1, 2)} | SCALE_ORDINALS | _whole("part")
)
PLURAL_PARTS: Final = {f"{word}s": value for word, value in PARTS.items() if word != "half"} | {"halves": 2}
# Words that multiply what they stand with: "sales tripled", "a twofold rise".
MULTIPLES: Final = {word: Fraction(value) for word, kind, value, *_ in rows("numbers") if kind == "multiple"}
MULTIPLIES: Final = {word: Fraction(value) for word, kind, value, *_ in rows("numbers") if kind == "multiplies"}
# The least and the most of amounts that name no number, and those of them that can precede a greater one.
VAGUE: Final = _least_and_most("vague", "vague times")
VAGUE_TIMES: Final = _least_and_most("vague times", "vague times only")

MULTIPLE_SCALES: Final = _least_and_most("multi")  # "multimillion"

# Named parts of regular expressions.
ONE_TO_NINE: Final = any_of(word for word, value in UNITS.items() if value)
TENS_WORD: Final = any_of(TENS)
SCALE: Final = any_of(FULL_SCALES)
SCALE_OR_DOZEN: Final = any_of({*FULL_SCALES, "dozen"})
GREAT_SCALE: Final = any_of(word for word, value in FULL_SCALES.items() if value >= SCALES["million"])
ONES_ORDINAL: Final = any_of(word for word, value in ORDINALS.items() if value < TEENS["ten"])
PART: Final = any_of(PARTS)
