"""The sample article's figures, annotated by hand: all core ones right, and no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from clusterdoc.facts import Document, Figure

SEED = json.loads((Path(__file__).parent.parent / "gold" / "figures" / "seed.jsonl").read_text(encoding="utf-8"))
CORE = [figure for figure in SEED["figures"] if figure["core"]]
UNITS = {"millimetre": "millimeter"}


def at(article: Document, gold: dict[str, Any]) -> Figure:
    """Return the figure that overlaps an annotated one."""
    start, end = gold["span"]
    return next(figure for figure in article.figures if figure.start < end and start < figure.end)


@pytest.mark.parametrize("gold", CORE, ids=[figure["surface"] for figure in CORE])
def test_every_core_figure_is_found_with_all_it_says(article: Document, gold: dict[str, Any]) -> None:
    figure = at(article, gold)
    assert figure.text == gold["surface"]
    assert figure.kind == gold["kind"]
    assert (figure.value, figure.low, figure.high, figure.bound) == tuple(
        gold[key] for key in ("value", "low", "high", "bound")
    )
    if figure.kind == "date":
        assert figure.date == gold["date"]
    else:
        assert figure.unit == UNITS.get(gold["unit"], gold["unit"])


MEASURED = [figure for figure in CORE if figure["kind"] not in {"date", "time"}]


@pytest.mark.parametrize("gold", MEASURED, ids=[figure["surface"] for figure in MEASURED])
def test_every_core_figure_measures_what_the_annotation_says(article: Document, gold: dict[str, Any]) -> None:
    of = at(article, gold).of
    assert of is not None
    assert of.start < gold["concept_span"][1]
    assert gold["concept_span"][0] < of.end


@pytest.mark.parametrize("gold", [f for f in CORE if "speaker" in f], ids=lambda figure: figure["surface"])
def test_every_speaker_is_right(article: Document, gold: dict[str, Any]) -> None:
    assert at(article, gold).speaker == gold["speaker"]


def test_nothing_else_is_a_figure(article: Document) -> None:
    spans = [figure["span"] for figure in SEED["figures"]]
    extra = [f.text for f in article.figures if not f.weak and not any(f.start < e and s < f.end for s, e in spans)]
    assert extra == []
