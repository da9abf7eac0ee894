"""A number with its currency or unit, before its bound: what each stage of the grammar passes to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from clusterdoc.facts import Kind
    from clusterdoc.find.figures.numbers.numeral import Form


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it will be reported, but for its bound: `start` and `end` hold the currency and the unit.

    `scale` is what a scale word or letter multiplied it by; `leading` says that the currency stands before it; `rule`
    names what read it, "" for its form alone.
    """

    start: int
    end: int
    num_start: int
    num_end: int
    form: Form
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    scale: int = 1
    kind: Kind = "count"
    unit: str | None = None
    dimension: str = ""
    leading: bool = False
    per_unit: int = 1
    rule: str = ""
