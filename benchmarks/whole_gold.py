"""Whole articles: the product's own JSON, scored as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scorers import run_scorer

if TYPE_CHECKING:
    from pathlib import Path

    from clusterdoc.facts import Document


def predict(record: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return what `clusterdoc facts --json` prints."""
    del record
    return document.to_dict()


def measure(score: Path, gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return every measure of score_whole.py as area_measure."""
    scores = run_scorer(score / "score_whole.py", gold, predicted)
    return [
        (f"{area}_{name}", value) for area, row in scores.items() for name, value in row.items() if value is not None
    ]
