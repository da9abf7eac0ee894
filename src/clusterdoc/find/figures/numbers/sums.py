"""A number as it grows, word by word."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from clusterdoc.find.words.number_words import (
    DOZENS,
    ORDINALS,
    SCALE_ORDINALS,
    SCALE_PLURALS,
    SCALES,
    SMALL,
    TEENS,
    UNITS,
)

HUNDRED: Final = 100
TEN: Final = 10
GREATEST_SCALE: Final = 10**15


@dataclass(slots=True)
class Sum:
    """A number as it is read, word by word: thousands already closed, and the group below the next scale."""

    end: int
    total: Fraction = field(default_factory=Fraction)
    group: Fraction | None = None
    last: str = ""
    scale: int = 1
    ordinal: bool = False
    in_digits: bool = False

    @property
    def value(self) -> Fraction:
        """What has been read so far."""
        return self.total + (self.group or 0)

    def take(self, word: str, end: int) -> bool:
        """Add a word and return True, or return False when the number does not go on with it."""
        taken = self.take_small(word) or self.take_scale(word) or (not self.in_digits and self.take_ordinal(word))
        if taken:
            self.end = end
        return taken

    def take_small(self, word: str) -> bool:
        """Add "seven", "seventeen" or "seventy" where one fits: after "hundred", and "seven" after "seventy"."""
        value = SMALL.get(word)
        if (
            value is None
            or self.last in ("unit", "teen", "digits", "dozen")
            or (self.last == "ten" and not 0 < value < TEN)
        ):
            return False
        if value == 0 and self.last:
            return False
        self.group = (self.group or Fraction(0)) + value
        self.last = "unit" if word in UNITS else "teen" if word in TEENS else "ten"
        return True

    def take_scale(self, word: str) -> bool:
        """Multiply by "hundred", "million" or "dozen": the group before it, or what "lakh" of "lakh crore" made."""
        if word in DOZENS:
            self.group, self.total, self.last = 12 * (self.value if self.last else Fraction(1)), Fraction(0), "dozen"
            self.scale = 12
            return True
        scale = SCALES.get(word) or SCALE_PLURALS.get(word)
        if scale is None or self.last == "dozen":
            return False
        if scale == HUNDRED:
            return self.take_hundred()
        if self.last == "scale":
            if self.scale * scale > GREATEST_SCALE:
                return False
            self.total *= scale
        elif self.total and self.scale <= scale:
            return False
        else:
            self.total += (1 if self.group is None else self.group) * scale
        self.scale = self.scale * scale if self.last == "scale" else scale
        self.group, self.last = None, "scale"
        return True

    def take_hundred(self) -> bool:
        """Multiply the group by a hundred ("three hundred", "322 hundred"), but never twice."""
        if self.last in ("hundred", "scale") or (self.last in ("unit", "ten", "teen") and (self.group or 0) >= HUNDRED):
            return False
        self.group, self.last = (1 if self.group is None else self.group) * Fraction(HUNDRED), "hundred"
        self.scale = max(self.scale, HUNDRED)
        return True

    def take_ordinal(self, word: str) -> bool:
        """Close the number with "first" of "twenty-first" or "hundredth" of "two hundredth"."""
        if word in SCALE_ORDINALS and self.last:
            self.group, self.total = self.value * SCALE_ORDINALS[word], Fraction(0)
        elif (
            word in ORDINALS
            and self.last in ("ten", "hundred", "scale")
            and (self.last != "ten" or ORDINALS[word] < TEN)
        ):
            self.group = (self.group or Fraction(0)) + ORDINALS[word]
        else:
            return False
        self.ordinal, self.last = True, "ordinal"
        return True

    def add_part(self, part: Fraction, end: int) -> None:
        """Add "and a half": of the scale when one has just been read ("a million and a half")."""
        if self.last == "scale":
            self.total += part * self.scale
        else:
            self.group = (self.group or Fraction(0)) + part
        self.end, self.last = end, "part"
