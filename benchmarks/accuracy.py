"""Measure the finders against annotated text: one line a set and measure.

    python benchmarks/accuracy.py --gold DIR [--only quotes|figures|entities|whole] [--set NAME] [--half 1|2]
                                  [--json] [--docs DIR]

DIR holds quotes/, figures/, entities/ and whole/ with a JSON object a line ({"id", "text", …}), and score/ with the
scorers. The product runs once over every set in this process; predictions in the scorers' form are left in --keep.
What a gold set calls a thing that we call otherwise is mapped in the module of its area (figures_gold.py …).
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import entities_gold
import figures_gold
import quotes_gold
import speakers_gold
import whole_gold
from spacy.tokens import Doc, DocBin

from clusterdoc.extractor import Extractor, extractor, sentences
from clusterdoc.extractor.putback import put_back
from clusterdoc.facts import Document, Source
from clusterdoc.find import find_facts
from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from types import ModuleType

AREAS: dict[str, ModuleType] = {
    "quotes": quotes_gold,
    "figures": figures_gold,
    "entities": entities_gold,
    "whole": whole_gold,
}
Record = dict[str, Any]


def main() -> None:
    """Score what the arguments ask for."""
    options = arguments()
    found = extractor(options.model)
    rows = []
    for area, path in gold_sets(options):
        for measure, score in score_set(found, area, path, options):
            rows.append({"area": area, "set": path.stem, "measure": measure, "score": score})
            if not options.json:
                print(area, path.stem, measure, score, flush=True)
    if options.json:
        print(json.dumps(rows, indent=1))
    if not rows:
        sys.exit(f"No gold sets under {options.gold}.")


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Measure the finders against annotated text.")
    parser.add_argument("--gold", type=Path, required=True, help="directory with quotes/, figures/, entities/, score/")
    parser.add_argument("--only", choices=AREAS, help="only this area")
    parser.add_argument("--set", help="only this set: the file's name without .jsonl")
    parser.add_argument(
        "--skip", action="append", default=["polnear_train"], help="leave this set out (polnear_train is)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON list instead of lines")
    parser.add_argument("--docs", type=Path, help="keep parsed Docs here, to measure a finder again without parsing")
    parser.add_argument("--keep", type=Path, help="leave the predictions here")
    parser.add_argument("--half", type=int, choices=(1, 2), help="only the first or the second half, sorted by id")
    parser.add_argument("--model", help="as clusterdoc --model")
    return parser.parse_args()


def gold_sets(options: argparse.Namespace) -> list[tuple[str, Path]]:
    """Return (area, file) of every set asked for."""
    return [
        (area, path)
        for area in AREAS
        if options.only in (None, area)
        for path in sorted((options.gold / area).glob("*.jsonl"))
        if (path.stem == options.set if options.set else path.stem not in options.skip)
    ]


def score_set(found: Extractor, area: str, path: Path, options: argparse.Namespace) -> list[tuple[str, float]]:
    """Run the product over one set and return its measures."""
    with tempfile.TemporaryDirectory() as scratch:
        path = path if options.half is None else half_of(path, options.half, Path(scratch))
        return score_records(found, area, path, options)


def half_of(path: Path, half: int, folder: Path) -> Path:
    """Return a file with one half of the records of a set, sorted by id: rules are made on one, judged on the other."""
    records = sorted(map(json.loads, path.read_text(encoding="utf-8").splitlines()), key=lambda record: record["id"])
    middle = (len(records) + 1) // 2
    taken = records[:middle] if half == 1 else records[middle:]
    kept = folder / path.name
    kept.write_text("".join(json.dumps(record) + "\n" for record in taken), encoding="utf-8")
    return kept


def score_records(found: Extractor, area: str, path: Path, options: argparse.Namespace) -> list[tuple[str, float]]:
    """Run the product over the records of a file and return its measures."""
    records = [json.loads(line) for line in path.open(encoding="utf-8")]
    proses = [read_prose(record["text"]) for record in records]
    docs = parsed(found, [prose.text for prose in proses], options.docs)
    documents = [
        put_back(document(found, record, doc), Source("", record["text"]), prose)
        for record, doc, prose in zip(records, docs, proses, strict=True)
    ]
    predictions = [AREAS[area].predict(record, one) for record, one in zip(records, documents, strict=True)]
    speakers = speakers_gold.measure(records, proses, docs, documents) if area == "whole" else []
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{area}-{path.stem}.jsonl"
        target.write_text("".join(json.dumps(p) + "\n" for p in predictions), encoding="utf-8")
        measures: list[tuple[str, float]] = AREAS[area].measure(options.gold / "score", path, target)
        return [*measures, *speakers]


def document(found: Extractor, record: Record, doc: Doc) -> Document:
    """Return the facts of the prose of one record, dated where the set gives a reference date."""
    date = datetime.date.fromisoformat(record["reference"][:10]) if record.get("reference") else None
    facts = find_facts(doc, date)
    return Document(Source(str(record.get("id", "")), doc.text, sentences(doc)), found.pipeline.name, *facts)


def parsed(found: Extractor, texts: list[str], folder: Path | None) -> list[Doc]:
    """Return the parsed texts, from `folder` when an earlier run left them there."""
    if folder is None:
        return [found.pipeline.parse(text) for text in texts]
    key = hashlib.sha256("\0".join([found.pipeline.name, *texts]).encode()).hexdigest()[:16]
    kept = folder / f"{key}.spacy"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        DocBin(docs=[found.pipeline.parse(text) for text in texts], attrs=DOC_ATTRIBUTES).to_disk(kept)
    return list(DocBin().from_disk(kept).get_docs(found.pipeline.nlp.vocab))


DOC_ATTRIBUTES = ["ORTH", "LEMMA", "TAG", "POS", "MORPH", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE", "SPACY"]

if __name__ == "__main__":
    main()
