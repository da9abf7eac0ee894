"""Bare numbers that are rates of a currency: "the rupee closed at 73.37 per dollar" is 73.37 rupees."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.figures.numbers.currencies import BARE
from clusterdoc.find.words import any_of
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.quantity import Quantity

# Currencies that are quoted in another, and names that more often mean something else ("they won").
NOT_LOCAL: Final = frozenset({"USD", "EUR", "GBP", "BTC"})
LOCAL: Final = {
    name: code for name, code in BARE.items() if code not in NOT_LOCAL and name.isalpha() and name not in ("won", "sen")
}
SUBJECT: Final = re.compile(
    rf"(?:\b[Tt]he\s(?:[A-Z][a-z]{{2,12}}\s)?|(?:\A|\n|[.;•]\s))(?:(?P<name>{any_of(LOCAL)})|(?:local\s|domestic\s)?currency)\b"
    rf"|\b(?P<other>{any_word('rival')})\b",
    re.IGNORECASE,
)
LEVEL_BEFORE: Final = re.compile(r"\b(?:at|to|of|around|near)\s\Z")
SENTENCE: Final = re.compile(r"[.!?]\s+(?=[A-Z])|\n")
REACH: Final = 260
FAR: Final = 1500


def in_its_currency(text: str, quantity: Quantity) -> Quantity:
    """Return a bare level with decimals, said of a currency, as an amount of it; other quantities as they are."""
    value = quantity.value
    is_level = quantity.kind == "count" and quantity.unit is None and value is not None and value.denominator != 1
    if not is_level or not look_back(LEVEL_BEFORE, text, quantity.start):
        return quantity
    code = subject_currency(text, quantity.start)
    return replace(quantity, kind="money", unit=code, dimension="money", rule="rate of exchange") if code else quantity


def subject_currency(text: str, start: int) -> str | None:
    """Return the code of the currency that the sentence before `start` is about, None for another subject."""
    low = max(0, start - REACH)
    for end in SENTENCE.finditer(text, low, start):
        low = end.end() - text[end.start() : end.end()].count("\n")
    subjects = list(SUBJECT.finditer(text, max(0, low - 2), start))
    if not subjects or subjects[-1]["other"]:
        return None
    name = subjects[-1]["name"] or last_named(text, subjects[-1].start())
    return LOCAL.get(name.lower()) if name else None


def last_named(text: str, start: int) -> str | None:
    """Return the name of the currency that "the local currency" stands for: the last one named before."""
    named = [match["name"] for match in SUBJECT.finditer(text, max(0, start - FAR), start) if match["name"]]
    return named[-1] if named else None
