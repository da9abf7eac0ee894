"""Our figures against the specs of Recognizers-Text: a case passes when every span and value is the spec's.

A spec's recognizer reads one kind of number and nothing else, so each set sees only its kinds; a spec's span holds the
unit but not the bound words, and cents and pence stand in their own unit.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from clusterdoc.find.figures.grammar import NumberMatch, find_grammar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from clusterdoc.facts import Document, Figure

TEMPERATURES = {"degree_Celsius", "degree_Fahrenheit", "kelvin", "degC", "degF", "degree"}
NUMBERS = {"count", "ratio", "measure", "money", "percent", "duration", "age"}
KINDS = {
    "rspec_age": {"age"},
    "rspec_currency": {"money"},
    "rspec_dimension": {"measure"},
    "rspec_number": NUMBERS,
    "rspec_numberrange": NUMBERS,
    "rspec_ordinal": {"ordinal"},
    "rspec_percent": {"percent"},
    "rspec_temperature": {"measure"},
}
SUBUNITS = {"Cent", "Penny", "Pence", "Sen", "Satoshi"}
UNITS = {
    "Dollar": "USD",
    "United States dollar": "USD",
    "Euro": "EUR",
    "Pound": "GBP",
    "British pound": "GBP",
    "Chinese yuan": "CNY",
    "Canadian dollar": "CAD",
    "Australian dollar": "AUD",
    "Japanese yen": "JPY",
    "percentage": "percent",
}
BOUNDS = {">": "low", ">=": "low", "<": "high", "<=": "high"}


def view(record: dict[str, Any], document: Document) -> list[dict[str, Any]]:
    """Return the figures of the set's kinds, each with every span a spec might give it."""
    dataset = record["dataset"]
    numbers = {m.start: m for m in find_grammar(document.source.text) if isinstance(m, NumberMatch)}
    figures = [f for f in document.figures if f.kind in KINDS.get(dataset, ()) and wanted(dataset, f)]
    return [
        {
            "span": [f.start, f.end],
            "kind": f.kind,
            "spans": spans(f, numbers[f.start].num_start, numbers[f.start].num_end) if f.start in numbers else [],
            **(as_range(f) if dataset == "rspec_numberrange" else {"value": f.value, "low": f.low, "high": f.high}),
            "bound": f.bound,
            "unit": f.unit,
        }
        for f in figures
    ]


def wanted(dataset: str, figure: Figure) -> bool:
    """Return whether a set's recognizer would look at a figure."""
    temperature = figure.unit in TEMPERATURES
    if dataset == "rspec_numberrange":
        return figure.bound not in {"=", "~"}
    return {"rspec_temperature": temperature, "rspec_dimension": not temperature or figure.unit == "degree"}.get(
        dataset, True
    )


def as_range(figure: Figure) -> dict[str, Any]:
    """Return both ends of a range: "more than 5" has no upper one."""
    ends = {"value": None, "low": figure.low, "high": figure.high}
    if figure.bound in BOUNDS:
        ends[BOUNDS[figure.bound]] = figure.value
    return ends


def spans(figure: Figure, number_start: int, number_end: int) -> list[list[int]]:
    """Return the spans of a figure with and without bound words, with and without the unit."""
    text = figure.text[: number_start - figure.start]
    symbol = number_start - len(text) + len(text.rstrip()) - len(text.split()[-1]) if text.split() else number_start
    starts = (figure.start, symbol, number_start)
    return [[start, end] for start in starts for end in (figure.end, number_end)]


def measure(gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return the share of cases that pass in percent, and of those with units that pass with the unit."""
    pairs = list(zip(records(gold), records(predicted), strict=True))
    passed = [(g, p) for g, p in pairs if passes(g["figures"], p["figures"])]
    return [("pass", round(100 * len(passed) / len(pairs), 1))]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def passes(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> bool:
    """Return whether the found figures are the gold ones: the same number of them, each at its span with its value."""
    return len(gold) == len(found) and all(agrees(g, f) for g, f in zip(by_start(gold), by_start(found), strict=True))


def by_start(figures: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return figures in the order of the text."""
    return sorted(figures, key=lambda figure: figure["span"])


def agrees(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """Return whether one found figure has the span and the value of a gold one."""
    if gold["span"] not in found["spans"]:
        return False
    scale = 100 if gold["unit"] in SUBUNITS and found["kind"] == "money" else 1
    return all(close(gold[end], found[end], scale) for end in ("value", "low", "high"))


def close(gold: float | None, found: float | None, scale: int) -> bool:
    """Return whether two values are equal, or both missing."""
    if gold is None or found is None:
        return gold is None and found is None
    return math.isclose(gold, found * scale, rel_tol=1e-5, abs_tol=1e-8)
