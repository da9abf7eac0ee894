"""Two numbers that make one ratio: "one in five", "3 out of 4", "2-to-1", "a ratio of 3:1"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words.bound_phrases import APPROXIMATOR

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.quantities import Quantity

OUT_OF: Final = re.compile(r"(?:\s|-)(?:in|out\sof|in\severy|out\sof\severy|of\severy|for\severy|per)(?:\s|-)")
TO: Final = re.compile(r"-to-")
WORD_AFTER: Final = re.compile(r"[\s-]\w")
COLON: Final = re.compile(r":(?P<other>\d{1,4})(?![\d:.]\d|\d)")
RATIO_BEFORE: Final = re.compile(
    rf"\b(?:ratio|odds|proportion)s?\s(?:of\s|was\s|is\s)?(?:(?:{APPROXIMATOR})\s)?\Z", re.IGNORECASE
)
FACTOR_BEFORE: Final = re.compile(rf"\b(?:a|by)\sfactor\sof\s(?:(?:{APPROXIMATOR}|more\sthan)\s)?\Z", re.IGNORECASE)
# "Percent of 10" alone, not "what percent of 10 is 5" or "a few per cent of 10 men".
PERCENT_OF: Final = re.compile(r"(?:\A|[.:;,(\n]\s?)(?P<percent>(?:percents?|per\scents?)\sof\s)\Z", re.IGNORECASE)
CLOSES: Final = re.compile(r"\s?(?:[.,;:)]|\Z|\n)")
GREATEST_IN: Final = 1000
GREATEST_TO: Final = 10  # more than that is a vote: "230-to-198"


def join(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return "one in five" as 0.2, None when two numbers are none; the part is smaller than the whole."""
    if left.kind != "count" or right.kind != "count" or left.value is None or right.value is None:
        return None
    if not (left.value.denominator == right.value.denominator == 1) or left.num_end != left.end or right.value <= 0:
        return None
    gap = text[left.end : right.start]
    if gap == " over " and not WORD_AFTER.match(text, right.end):
        return replace(
            left,
            end=right.end,
            num_end=right.num_end,
            value=left.value / right.value,
            kind="ratio",
            form="fraction",
            rule="ratio of two numbers",
        )
    if OUT_OF.fullmatch(gap):
        low = gap.strip(" -").startswith(("in", "per"))
        far = right.value > GREATEST_IN and left.value > GREATEST_TO
        if not 0 < left.value < right.value or (low and (far or left.scale > 1)):
            return None
    elif not TO.fullmatch(gap) or left.value <= right.value or right.value > GREATEST_TO:
        return None
    return replace(
        left,
        end=right.end,
        num_end=right.num_end,
        value=left.value / right.value,
        kind="ratio",
        form="fraction",
        dimension="ratio",
        rule="ratio of two numbers",
    )


def with_colon(text: str, quantity: Quantity) -> Quantity | None:
    """Return "3:1" after the word "ratio" as 3; None for a quantity that no ratio's colon follows."""
    match = COLON.match(text, quantity.end)
    if match is None or quantity.value is None or not int(match["other"]):
        return None
    if not RATIO_BEFORE.search(text, max(0, quantity.start - 32), quantity.start):
        return None
    return replace(
        quantity,
        end=match.end(),
        num_end=match.end(),
        value=quantity.value / int(match["other"]),
        kind="ratio",
        form="fraction",
        rule="ratio of two numbers",
    )


def percent_of(text: str, quantity: Quantity, before: Quantity | None) -> Quantity:
    """Return the bare number of "percent of 10" as a percentage; other quantities as they are."""
    match = PERCENT_OF.search(text, max(0, quantity.start - 18), quantity.start) if quantity.kind == "count" else None
    if match is None or (before and before.end > match.start("percent")) or not CLOSES.match(text, quantity.end):
        return quantity
    return replace(quantity, start=match.start("percent"), kind="percent", unit="percent", dimension="percent")


def with_factor(text: str, quantity: Quantity) -> Quantity:
    """Return "a factor of two" as a ratio; other quantities as they are."""
    if quantity.kind == "count" and (match := FACTOR_BEFORE.search(text, max(0, quantity.start - 32), quantity.start)):
        return replace(quantity, start=match.start(), kind="ratio", form="multiple", rule="factor")
    return quantity
