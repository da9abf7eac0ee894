"""Figures in the forms their gold sets take, and the measures that are reported of each set.

Every set has its own view of a document and its own measure: NewsQuant in `newsquant_gold.py`, Recognizers' specs in
`specs_gold.py`, the peers' own tests in `peers_gold.py`, dates in `dates_gold.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import dates_gold
import newsquant_gold
import peers_gold
import specs_gold
from scorers import run_scorer

if TYPE_CHECKING:
    from pathlib import Path

    from clusterdoc.facts import Document

# What the published table of CQE counts, and what we add to it.
CQE = {
    "value": "value",
    "value+unit": "value+unit",
    "value+change": "value+change",
    "value+concept_partial": "concept_partial",
    "value+concept_exact": "concept_exact",
}
STRICT = ("value+unit+bound", "span_overlap")
# A seed figure is a core one that our conventions have a word for: dates carry no unit and no "of".
SEED_UNITS = {"millimetre": "millimeter", "-": None}


def predict(record: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return a document's figures in the form its set is scored in."""
    if record["dataset"] == "rspec_datetime":
        return dates_gold.predict_dates(record)
    if record["dataset"] == "newsquant":
        figures = newsquant_gold.view(document)
    elif record["dataset"] in {"quantulum_tests", "duckling_en"}:
        figures = peers_gold.view(record, document)
    elif record["dataset"].startswith("rspec_"):
        figures = specs_gold.view(record, document)
    else:
        figures = plain(document)
    return {"id": record["id"], "figures": figures}


def plain(document: Document) -> list[dict[str, Any]]:
    """Return the figures as they are, without those left out of tables."""
    return [
        {
            "span": [f.start, f.end],
            "kind": f.kind,
            "value": f.value,
            "low": f.low,
            "high": f.high,
            "bound": f.bound,
            "unit": f.unit,
            "of": [f.of.start, f.of.end] if f.of else None,
            "date": f.date,
            "timex": f.timex,
            "speaker": f.speaker,
        }
        for f in document.figures
        if not f.weak
    ]


def measure(score: Path, gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return the measures of a set."""
    if gold.stem.startswith("newsquant"):
        return newsquant(score, gold, predicted)
    if gold.stem == "acceptance":
        return acceptance(score, gold, predicted)
    if gold.stem == "seed":
        return seed(gold, predicted)
    if gold.stem == "rspec_datetime":
        return dates_gold.measure(gold, predicted)
    if gold.stem.startswith("rspec_"):
        return specs_gold.measure(gold, predicted)
    scores = run_scorer(score / "score_figures.py", gold, predicted)
    return [("value", scores["strict"][0]["value"][2])]


def newsquant(score: Path, gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return F1 in CQE's counting, and one-to-one with the bound and by place."""
    scores = run_scorer(score / "score_figures.py", gold, predicted)
    cqe, strict = scores["cqe"][0], scores["strict"][0]
    return [(name, cqe[key][2]) for key, name in CQE.items()] + [(f"strict_{name}", strict[name][2]) for name in STRICT]


def acceptance(score: Path, gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return how many values are right, with their bound too, and how many sentences rightly have no figure."""
    command = [sys.executable, str(score / "accept_figures.py"), str(gold), str(predicted)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    counts = dict(
        line.rsplit(maxsplit=1) for line in lines if line[-1:].isdigit() and "/" in line.rsplit(maxsplit=1)[-1]
    )
    names = {"ALL": "value", "ALL value+bound": "value+bound", "not": "must_not"}
    return [(name, float(counts[key].split("/")[0])) for key, name in names.items() if key in counts]


def seed(gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return how many core figures of the sample are right in every field, of how many, and how many are extra."""
    wanted = json.loads(gold.read_text(encoding="utf-8"))["figures"]
    found = json.loads(predicted.read_text(encoding="utf-8"))["figures"]
    core = [figure for figure in wanted if figure["core"]]
    right = sum(any(same_figure(figure, other) for other in found) for figure in core)
    known = [figure["span"] for figure in wanted]
    extra = sum(not any(overlap(other["span"], span) for span in known) for other in found)
    return [("core_right", float(right)), ("core", float(len(core))), ("extra", float(extra))]


def same_figure(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    """Return whether a found figure has the value or date, bound, unit, "of" and speaker of a core figure."""
    if not overlap(wanted["span"], found["span"]):
        return False
    if wanted["kind"] == "date":
        return bool(wanted["date"] == found["date"])
    unit = SEED_UNITS.get(wanted["unit"], wanted["unit"])
    same = all(wanted[key] == found[key] for key in ("value", "low", "high", "bound"))
    measured = found["of"] is not None and overlap(found["of"], wanted["concept_span"])
    return bool(same and unit == found["unit"] and measured and wanted.get("speaker") in {None, found["speaker"]})


def overlap(one: list[int], other: list[int]) -> bool:
    """Return whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]
