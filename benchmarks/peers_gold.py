"""Our figures in the conventions of the peers' own tests: quantulum3's means of ranges, Duckling's smallest units.

quantulum3 makes "3 to 4 litres" 3.5, counts years as numbers and leaves out dates, times and ordinals; Duckling gives
"1.5 hours" in minutes and "0.5 kg" in grams. Both keep cents as cents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from clusterdoc.find.figures.numbers import NumberMatch, find_grammar

if TYPE_CHECKING:
    from clusterdoc.facts import Document, Figure

LEFT_OUT = {"date", "time", "ordinal"}
YEAR = re.compile(r"\d{4}")
CENTS = re.compile(r"\b(?:cents?|pence|penn(?:y|ies)|dimes?)\b")
COINS = {"dime": 10, "dimes": 10}
# How many of the gold's unit make one of ours.
FACTORS = {
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("day", "hour"): 24,
    ("month", "day"): 30,
    ("kilogram", "gram"): 1000,
    ("milligram", "gram"): 0.001,
}


def view(record: dict[str, Any], document: Document) -> list[dict[str, Any]]:
    """Return a document's figures as the set would annotate them."""
    numbers = {m.start: m for m in find_grammar(document.source.text) if isinstance(m, NumberMatch)}
    quantulum = record["dataset"] == "quantulum_tests"
    found = []
    for figure in document.figures:
        if quantulum and figure.kind == "date" and YEAR.fullmatch(figure.text):
            found.append({"span": [figure.start, figure.end], "value": int(figure.text), "low": None, "high": None})
        elif figure.start in numbers and not figure.weak and not (quantulum and figure.kind in LEFT_OUT):
            found.append(as_peer(figure, numbers[figure.start], record, mean=quantulum))
    return found


def as_peer(figure: Figure, number: NumberMatch, record: dict[str, Any], *, mean: bool) -> dict[str, Any]:
    """Return one figure with its value in the unit the gold has there."""
    factor = scale(figure, record)
    value, low, high = (None if x is None else x * factor for x in (number.value, number.low, number.high))
    if mean and low is not None and high is not None:
        value, low, high = (low + high) / 2, None, None
    return {
        "span": [figure.start, figure.end],
        "kind": figure.kind,
        "value": value,
        "low": low,
        "high": high,
        "bound": figure.bound,
        "unit": figure.unit,
    }


def scale(figure: Figure, record: dict[str, Any]) -> float:
    """Return by how much a value of ours is smaller than the gold's in its own unit."""
    if coin := CENTS.search(figure.text):
        return 100 / COINS.get(coin.group(), 1)
    for gold in record["figures"]:
        overlapping = gold["span"] and gold["span"][0] < figure.end and figure.start < gold["span"][1]
        if overlapping and (figure.unit, gold["unit"]) in FACTORS:
            return FACTORS[figure.unit or "", gold["unit"]]
    return 1
