"""The sign of a number: "-", "minus", an accountant's brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words.number_words import FULL_SCALES, GLUED_SCALES, SCALES, any_of

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.quantities import Quantity

SIGN: Final = re.compile(
    r"(?<![^\s(\[\"'“‘:,;/<>=~≈$£€])(?<!\d\s)[-−]\Z|(?<![^\W_])(?:minus|negative)[\s-]{1,2}\Z", re.IGNORECASE
)
LONGEST_SIGN: Final = 18
ALONE: Final = re.compile(r"\s?[-−]\s{1,2}\Z")  # "- 1 4/5" is negative when nothing else is there
REST: Final = re.compile(r"[^\n]{0,5}\s?\Z")
EITHER_WAY: Final = ("plus or ", "Plus or ", "+/")  # "plus or minus 3 points"
PLUS: Final = re.compile(r"(?<![^\s(\[\"])\+\Z")
SCALED: Final = any_of({*FULL_SCALES, "mn", "bn", "m"})
BRACKETS: Final = re.compile(rf"\)(?=\s(?:{SCALED}|per\s?cent)\b|\s?%)")
SCALE_AFTER: Final = re.compile(rf"\)\s({SCALED})\b")


def read_sign(text: str, found: Quantity) -> None:
    """Take "-" or "minus" before the number or its currency into it; "plus or minus 3 points" has no sign."""
    low = max(0, found.start - LONGEST_SIGN)
    alone = ALONE.match(text, 0, found.start) if REST.match(text, found.end) else None
    if match := SIGN.search(text, low, found.start) or alone:
        if text.endswith(EITHER_WAY, low, match.start()):
            return
        found.start = match.start()
        if not found.leading:
            found.num_start = match.start()
        found.value = None if found.value is None else -found.value
    elif match := PLUS.search(text, low, found.start):
        found.start = match.start()


def read_brackets(text: str, found: Quantity) -> None:
    """Read an accountant's "(3.2) million" as negative."""
    match = BRACKETS.match(text, found.end)
    if match is None or found.value is None or found.start == 0 or text[found.start - 1] != "(":
        return
    found.start -= 1
    found.num_start, found.value = found.start, -found.value
    scale = SCALE_AFTER.match(text, found.end)
    if scale:
        factor = (SCALES | GLUED_SCALES)[scale[1]]
        found.value, found.scale = found.value * factor, factor
        found.end = scale.end()
    else:
        found.end += 1
    found.num_end = found.end
