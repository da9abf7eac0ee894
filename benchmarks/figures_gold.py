"""Figures in the form score_figures.py takes: our fields folded into other people's conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scorers import run_scorer

if TYPE_CHECKING:
    from pathlib import Path

    from clusterdoc.facts import Document


def predict(record: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return a document's figures as the scorer reads them."""
    figures = [
        {
            "span": [f.start, f.end],
            "value": f.value,
            "low": f.low,
            "high": f.high,
            "bound": f.bound,
            "unit": f.unit,
            "kind": f.kind,
        }
        for f in document.figures
    ]
    return {"id": record["id"], "figures": figures}


def measure(score: Path, gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return the strict measures."""
    scores = run_scorer(score / "score_figures.py", gold, predicted)
    return [(name, row[2]) for name, row in scores["strict"][0].items()]
