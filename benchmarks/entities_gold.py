"""Entities in the form score_entities.py takes, and the measures that are reported of them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scorers import run_scorer

from clusterdoc.find.entities.clusters import group_names
from clusterdoc.find.entities.names import Name

if TYPE_CHECKING:
    from clusterdoc.facts import Document, Entity, Label

# Sets with coarse labels: any label of the kind will do, where only clusters are measured.
COARSE: Final[dict[str, Label]] = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE", "MISC": "EVENT"}


def predict(record: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return a document's mentions with their labels and clusters."""
    return scored(record, document.entities)


def scored(record: dict[str, Any], entities: tuple[Entity, ...]) -> dict[str, Any]:
    """Return entities as the scorer takes them."""
    return {
        "id": record["id"],
        "entities": [
            {"span": [mention.start, mention.end], "label": entity.label, "cluster": entity.id}
            for entity in entities
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
        *given_gold(scorer, gold),
    ]


def given_gold(scorer: Path, gold: Path) -> list[tuple[str, float]]:
    """Return the CoNLL average of the clusters made of the gold mentions, for sets that have clusters."""
    with gold.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    if not any(mention.get("cluster") for record in records for mention in record["entities"]):
        return []
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "given.jsonl"
        target.write_text("".join(f"{json.dumps(clustered(record))}\n" for record in records), encoding="utf-8")
        return [("clusters_given_gold", percent(run_scorer(scorer, gold, target, "--clusters")["conll"]["ALL"]))]


def clustered(record: dict[str, Any]) -> dict[str, Any]:
    """Return the gold mentions of a record, grouped by our rules."""
    names = {
        Name(start, end, record["text"][start:end], COARSE.get(mention.get("coarse"), mention["label"]))
        for mention in record["entities"]
        if mention.get("cluster")
        for start, end in [mention["span"]]
    }
    return scored(record, group_names(record["text"], sorted(names)))


def percent(row: list[float]) -> float:
    """Return the F1 of a (precision, recall, F1) row in percent."""
    return round(100 * row[2], 1)
