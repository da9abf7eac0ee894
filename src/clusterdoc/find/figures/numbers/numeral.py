"""A number where it stands, before its unit and bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fractions import Fraction

Form = Literal["digits", "words", "fraction", "ordinal", "vague", "multiple", "decade"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `text[start:end]`: a value, or the two ends of a vague amount.

    `scale` is what a scale word multiplied it by (10**6 in "7 million"), 1 when there is none.
    """

    start: int
    end: int
    form: Form
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    scale: int = 1
