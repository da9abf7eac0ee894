"""Whole news stories, invented and annotated by hand: what single sentences hide, stories show.

The floors are what is found today, rounded down; a rule that lowers one is looked at before it lands.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

import clusterdoc
from clusterdoc import Document

STORIES: Final = Path(__file__).parent / "gold" / "stories"
FLOORS: Final = {  # story: share in percent of (mentions with their label and name, quotes with speaker, figures)
    "flood": (85, 86, 91),
    "results": (86, 81, 97),
    "trial": (88, 84, 96),
}
Fact = dict[str, Any]


@cache
def story(name: str) -> tuple[Document, dict[str, list[Fact]]]:
    """Return the facts found in a story, and those annotated."""
    text = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    return clusterdoc.extract(text), json.loads((STORIES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FLOORS)
def test_every_annotation_points_at_its_text(name: str) -> None:
    document, gold = story(name)
    spans = [m for e in gold["entities"] for m in e["mentions"]] + gold["figures"]
    spans += [part for quote in gold["quotes"] for part in quote["parts"]]
    assert all(document.source.text[span["start"] : span["end"]] == span["text"] for span in spans)


@pytest.mark.parametrize("name", FLOORS)
def test_names_are_found_with_their_type_and_full_form(name: str) -> None:
    document, gold = story(name)
    found = {(m.start, m.end, e.label, e.name) for e in document.entities for m in e.mentions}
    wanted = [(m["start"], m["end"], e["label"], e["name"]) for e in gold["entities"] for m in e["mentions"]]
    assert percent([row in found for row in wanted]) >= FLOORS[name][0], [row for row in wanted if row not in found]


@pytest.mark.parametrize("name", FLOORS)
def test_quotes_are_found_with_their_speaker(name: str) -> None:
    document, gold = story(name)
    missed = [quote for quote in gold["quotes"] if not any(same_quote(quote, other) for other in document.quotes)]
    assert percent([quote not in missed for quote in gold["quotes"]]) >= FLOORS[name][1], missed


@pytest.mark.parametrize("name", FLOORS)
def test_figures_are_found_with_value_bound_and_unit(name: str) -> None:
    document, gold = story(name)
    missed = [figure for figure in gold["figures"] if not any(same_figure(figure, f) for f in document.figures)]
    assert percent([figure not in missed for figure in gold["figures"]]) >= FLOORS[name][2], missed


def same_quote(gold: Fact, quote: clusterdoc.Quote) -> bool:
    """Return whether two quotes share half of their characters and have the same speaker."""
    wanted = {i for part in gold["parts"] for i in range(part["start"], part["end"])}
    found = {i for part in quote.parts for i in range(part.start, part.end)}
    speaker = quote.speaker.name if quote.speaker else None
    return 2 * len(wanted & found) >= len(wanted | found) and speaker == (gold["speaker"] or {}).get("name")


def same_figure(gold: Fact, figure: clusterdoc.Figure) -> bool:
    """Return whether two figures overlap and say the same number of the same unit."""
    apart = figure.end <= gold["start"] or gold["end"] <= figure.start
    if apart or figure.kind != gold["kind"]:
        return False
    if figure.kind in {"date", "time"}:
        return bool(figure.date == gold["date"])
    numbers = [(gold[key], getattr(figure, key)) for key in ("value", "low", "high")]
    same: bool = all(a == b or (a is not None and b is not None and abs(a - b) < 1e-4) for a, b in numbers)
    return same and [figure.bound, figure.unit] == [gold["bound"], gold["unit"]]


def percent(hits: list[bool]) -> float:
    """Return the share of hits in percent."""
    return 100 * sum(hits) / len(hits)
