"""Entities in the form score_entities.py takes, and the measures that are reported of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scorers import run_scorer

if TYPE_CHECKING:
    from pathlib import Path

    from clusterdoc.facts import Document


def predict(record: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return a document's mentions with their labels and clusters."""
    return {
        "id": record["id"],
        "entities": [
            {"span": [mention.start, mention.end], "label": entity.label, "cluster": entity.id}
            for entity in document.entities
            for mention in entity.mentions
        ],
    }


def measure(score: Path, gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return F1 over PER, ORG and LOC, over all four labels, of distinct names, and of clusters."""
    scorer = score / "score_entities.py"
    three = run_scorer(scorer, gold, predicted, "--labels", "PER,ORG,LOC")
    four = run_scorer(scorer, gold, predicted, "--clusters")
    return [
        ("norm3", percent(three["norm"]["ALL"])),
        *(
            (f"norm_{label}", percent(four["norm"][label]))
            for label in ("PER", "ORG", "LOC", "MISC")
            if label in four["norm"]
        ),
        ("norm4", percent(four["norm"]["ALL"])),
        ("docset", percent(four["docset"]["ALL"])),
        ("clusters", percent(four["conll"]["ALL"])),
    ]


def percent(row: list[float]) -> float:
    """Return the F1 of a (precision, recall, F1) row in percent."""
    return round(100 * row[2], 1)
