"""Our figures against the specs of Recognizers-Text: a case passes when every span and value is the spec's.

A spec's recognizer reads one kind of number and nothing else, so each set sees only its kinds; a spec's span holds the
unit but not the bound words; cents and pence stand in their own unit, feet and inches in feet. Mentions without a
number ("the last page", "convert to fahrenheit") are no figures by our conventions: they are taken out of the specs,
and `README.md` counts them.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from clusterdoc.find.figures.numbers import NumberMatch, find_grammar

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
WORD = re.compile(r"\S+")
LOOSELY = re.compile(r"(?: more or less| or (?:so|more|less))?\Z")
INTERVAL = re.compile(r"[(\[](?P<low>[\d.-]*),(?P<high>[\d.-]*)[)\]]")
BOUNDS = {">": "low", ">=": "low", "<": "high", "<=": "high"}


def view(record: dict[str, Any], document: Document) -> list[dict[str, Any]]:
    """Return the figures of the set's kinds, each with every span a spec might give it."""
    dataset = record["dataset"]
    numbers = {m.start: m for m in find_grammar(document.source.text) if isinstance(m, NumberMatch)}
    return [
        as_spec(dataset, figure, numbers[figure.start])
        for figure in document.figures
        if figure.start in numbers and wanted(dataset, figure, numbers[figure.start])
    ]


def as_spec(dataset: str, figure: Figure, number: NumberMatch) -> dict[str, Any]:
    """Return one figure with every span a spec might give it, and fractions in full."""
    values = {"value": number.value, "low": number.low, "high": number.high}
    return {
        "span": [figure.start, figure.end],
        "kind": figure.kind,
        "spans": spans(figure, number.num_start, number.num_end),
        **(as_range(figure) if dataset == "rspec_numberrange" else values),
        "bound": figure.bound,
        "unit": figure.unit,
    }


def wanted(dataset: str, figure: Figure, number: NumberMatch) -> bool:
    """Return whether a set's recognizer would look at a figure."""
    if figure.kind not in KINDS.get(dataset, ()):
        return False
    temperature = figure.unit in TEMPERATURES
    glued = figure.kind == "measure" and figure.text[number.num_end - figure.start :][:1].isalpha()
    return {
        "rspec_number": not glued,
        "rspec_numberrange": figure.bound not in {"=", "~"},
        "rspec_temperature": temperature,
        "rspec_dimension": not temperature or figure.unit == "degree",
    }.get(dataset, True)


def as_range(figure: Figure) -> dict[str, Any]:
    """Return both ends of a range: "more than 5" has no upper one."""
    ends = {"value": None, "low": figure.low, "high": figure.high}
    if figure.bound in BOUNDS:
        ends[BOUNDS[figure.bound]] = figure.value
    return ends


def spans(figure: Figure, number_start: int, number_end: int) -> list[list[int]]:
    """Return the spans of a figure with and without bound words, with and without the unit."""
    before = figure.text[: number_start - figure.start]
    starts = [figure.start, number_start, *(figure.start + word.start() for word in WORD.finditer(before))]
    ends = (figure.end, number_end, figure.end - len(LOOSELY.search(figure.text)[0]))  # type: ignore[index]
    return [[start, end] for start in starts for end in ends]


def measure(gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return the share of cases that pass in percent, and of those with units that pass with the unit."""
    pairs = list(zip(records(gold), records(predicted), strict=True))
    passed = [
        (g, p) for g, p in pairs if passes([f for f in map(with_ends, g["figures"]) if has_number(f)], p["figures"])
    ]
    return [("pass", round(100 * len(passed) / len(pairs), 1))]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def with_ends(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a figure of the spec with the ends of its interval: "(30,)" has a lower one only."""
    interval = INTERVAL.fullmatch(figure["raw"] or "") if figure["type"] == "numberrange" else None
    if interval is None:
        return figure
    ends = {end: float(interval[end]) if interval[end] else None for end in ("low", "high")}
    exact = ends["low"] == ends["high"]  # "equals 20" is a number, not a range
    return figure | ({"low": None, "high": None} if exact else ends) | {"value": None}


def has_number(figure: dict[str, Any]) -> bool:
    """Return whether a figure of the spec states a number."""
    return any(figure[end] is not None for end in ("value", "low", "high"))


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
    scale = 100.0 if gold["unit"] in SUBUNITS and found["kind"] == "money" else 1.0
    if (gold["unit"], found["unit"]) == ("Foot", "inch"):
        scale = 1 / 12
    return all(close(gold[end], found[end], scale) for end in ("value", "low", "high"))


def close(gold: float | None, found: float | None, scale: float) -> bool:
    """Return whether two values are equal, or both missing."""
    if gold is None or found is None:
        return gold is None and found is None
    return math.isclose(gold, found * scale, rel_tol=1e-5, abs_tol=1e-8)
