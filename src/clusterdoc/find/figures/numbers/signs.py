"""The sign of a number: "-", "minus", an accountant's brackets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.words import any_of
from clusterdoc.find.words.number_words import FULL_SCALES, GLUED_SCALES, SCALES

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.quantity import Quantity

SIGN: Final = re.compile(
    r"(?<![^\s(\[\"'“‘:,;/<>=~≈$£€])(?<!\d\s)[-−]\Z|(?<![^\W_])(?:minus|negative)[\s-]{1,2}\Z", re.IGNORECASE
)
ALONE: Final = re.compile(r"\s?[-−]\s{1,2}\Z")  # "- 1 4/5" is negative when nothing else is there
REST: Final = re.compile(r"[^\n]{0,5}\s?\Z")
EITHER_WAY: Final = ("plus or ", "Plus or ", "+/")  # "plus or minus 3 points"
PLUS: Final = re.compile(r"(?<![^\s(\[\"])\+\Z")
SCALED: Final = any_of({*FULL_SCALES, "mn", "bn", "m"})
LOSS_BEFORE: Final = re.compile(r"\b(?:is|was|were|of|to|from|at)\s\(\Z")
# In a row of a table a minus that touches its number follows another number: "113.40 -1.62 -1.41%".
ROW_SIGN: Final = re.compile(r"\d%?[^\S\n][-−]\Z")
ROW_NUMBER: Final = re.compile(
    r"(?:\d{1,6}(?:,\d{3}){0,3}\.\d{1,4}(?!\d)%?|\d{1,6}%)(?:[^\S\n]{1,3}[-+−]?\d[\d.,]{0,12}%?){0,8}[^\S\n]?(?:\n|\Z)"
)
BRACKETS: Final = re.compile(rf"\)(?=\s(?:{SCALED}|per\s?cent)\b|\s?%)")
SCALE_AFTER: Final = re.compile(rf"\)\s({SCALED})\b")


def with_sign(text: str, found: Quantity) -> Quantity:
    """Return a number with the "-" or "minus" before it or its currency; "plus or minus 3 points" has no sign."""
    alone = ALONE.match(text, 0, found.start) if REST.match(text, found.end) else None
    if match := look_back(SIGN, text, found.start) or alone:
        return found if text.endswith(EITHER_WAY, 0, match.start()) else negative(found, match.start())
    if look_back(ROW_SIGN, text, found.start) and ROW_NUMBER.match(text, found.start):
        return negative(found, found.start - 1)
    plus = look_back(PLUS, text, found.start)
    return replace(found, start=plus.start()) if plus else found


def negative(found: Quantity, start: int) -> Quantity:
    """Return a quantity with a minus that begins at `start`; after a currency it lies outside the number."""
    value = None if found.value is None else -found.value
    return replace(found, start=start, num_start=found.num_start if found.leading else start, value=value)


def scaled(found: Quantity, factor: int, end: int) -> Quantity:
    """Return a quantity multiplied by a scale that ends at `end`."""
    value = None if found.value is None else found.value * factor
    return replace(found, value=value, scale=factor, num_end=end, end=end)


def in_brackets(text: str, found: Quantity) -> Quantity:
    """Return an amount alone in brackets, as accountants write it, as negative: "The result was ($4.2m)."."""
    loss = look_back(LOSS_BEFORE, text, found.start)
    if loss is None or found.value is None or found.value < 0 or not text.startswith(")", found.end):
        return found
    return replace(found, start=found.start - 1, end=found.end + 1, value=-found.value)


def with_brackets(text: str, found: Quantity) -> Quantity:
    """Return an accountant's "(3.2) million" as negative."""
    if found.value is None or found.start == 0 or text[found.start - 1] != "(":
        return found
    money = text.endswith(("$(", "£(", "€(", "¥("), 0, found.start) and text.startswith(")", found.end)
    if not (money or BRACKETS.match(text, found.end)):
        return found
    start = found.start - 1
    found = replace(found, start=start, num_start=start, value=-found.value)
    scale = SCALE_AFTER.match(text, found.end)
    if scale is None:
        return replace(found, end=found.end + 1, num_end=found.end + 1)
    return scaled(found, (SCALES | GLUED_SCALES)[scale[1]], scale.end())
