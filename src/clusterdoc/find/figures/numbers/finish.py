"""A quantity with its bound, as the match that is reported."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.match import NumberMatch
from clusterdoc.find.figures.numbers import ones
from clusterdoc.find.figures.numbers.bounds import bound_after, bound_before

if TYPE_CHECKING:
    from fractions import Fraction

    from clusterdoc.facts import Bound, Number
    from clusterdoc.find.figures.numbers.quantities import Quantity

# Between a figure and the one that converts it: "5 miles (8 km)", "€20,000 (£17,500; $22,900)".
OPENED: Final = re.compile(r"\s?[(\[]\s?")
TOGETHER: Final = re.compile(r"\s?[(\[]\s?|\s?/\s?|;\s|,\s|\sor\s")
LONGEST_GAP: Final = 4
# Words that measure time: "for over five years", "it took over two hours".
LASTING: Final = re.compile(
    r"\b(?:for|in|of|after|than|takes?|taking|taken|took|last(?:s|ed|ing)?|spen[dt]s?|wait(?:s|ed|ing)?|served?|is|was"
    r"|were|are|be|been|to|by|at|and|or|with)\s\Z",
    re.IGNORECASE,
)
LONGEST_LASTING: Final = 8
CONVERTED: Final = frozenset({"money", "measure"})


def finished(text: str, quantity: Quantity, claimed: bytearray, matches: list[NumberMatch]) -> NumberMatch | None:
    """Return a quantity as a match, None for the pronoun "one" and for what something else has claimed."""
    floor = matches[-1].end if matches else 0
    if is_taken(claimed, floor, quantity.start, quantity.end):
        return None
    start, end, bound = bounded(text, quantity)
    if is_taken(claimed, floor, start, end):
        start, end, bound = quantity.start, quantity.end, "="
    weak = False
    if bound == "=" and ones.is_bare_one(text, quantity):
        if ones.is_pronoun(text, quantity):
            return None
        weak = ones.is_weak(text, quantity, matches)
    if quantity.value is None:
        bound = "~" if quantity.dimension == "decade" else "range"
    match = NumberMatch(
        start, end, quantity.num_start, quantity.num_end, quantity.kind,
        number(quantity.value), number(quantity.low), number(quantity.high), bound, quantity.unit, weak,
        rate=quantity.rate,
    )  # fmt: skip
    return with_original(text, single(match), matches)


def is_taken(claimed: bytearray, floor: int, start: int, end: int) -> bool:
    """Return whether a stretch reaches into the match before or into what is claimed."""
    return start < floor or claimed.find(1, start, end) >= 0


def bounded(text: str, quantity: Quantity) -> tuple[int, int, Bound]:
    """Return the span with its bound words, and the bound: the words before decide over those after."""
    start, end = quantity.start, quantity.end
    bound: Bound = "="
    if quantity.kind == "ordinal":
        return start, end, bound
    if after := bound_after(text, end):
        end, bound = after
    before = bound_before(text, start)
    if before and not (quantity.kind == "duration" and is_during(text, before.edge, start)):
        start, bound = before
    return start, end, bound


def is_during(text: str, edge: int, start: int) -> bool:
    """Return whether "over" before a span of time is when, not how long: "raise $2 over five years"."""
    return text[edge:start].lower() == "over " and not LASTING.search(text, max(0, edge - LONGEST_LASTING), edge)


def number(value: Fraction | None) -> Number | None:
    """Return a fraction as int when it is one, else as the nearest float."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def single(match: NumberMatch) -> NumberMatch:
    """Return "a couple of", whose ends are one number, as about that number."""
    if match.low is None or match.low != match.high:
        return match
    return replace(match, value=match.low, low=None, high=None, bound="~")


def with_original(text: str, match: NumberMatch, matches: list[NumberMatch]) -> NumberMatch:
    """Return a match linked to the one it converts, another when it is none."""
    if not matches or match.kind not in CONVERTED:
        return match
    last = matches[-1]
    gap = text[last.end : match.start]
    if last.kind != match.kind or last.unit == match.unit or len(gap) > LONGEST_GAP or not TOGETHER.fullmatch(gap):
        return match
    return replace(match, same_as=last.start if OPENED.fullmatch(gap) else last.same_as)
