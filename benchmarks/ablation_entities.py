"""What each step of the entities' rules gains: norm F1 over the labels of a set, all steps, and all but one.

    python benchmarks/ablation_entities.py --gold DIR [--docs DIR] [--set NAME]...

Without --set: all sets of news and mail. The last column is the gain over the steps before it, added one by one.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from accuracy import parsed
from entities_gold import percent, scored
from scorers import run_scorer

from clusterdoc.extractor import extractor
from clusterdoc.facts import Entity, Mention
from clusterdoc.find.entities import STEPS
from clusterdoc.find.entities.cleaning import clean_names
from clusterdoc.find.entities.clusters import group_names
from clusterdoc.find.entities.names import LABELS, longest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc

    Find = Callable[[Doc], tuple[Entity, ...]]

SETS: Final = ("worldwide_dev", "wikigold_dev", "gum_news_dev", "uner_ewt_dev")
# Sets without MISC: what is no person, body or place is not annotated there.
THREE: Final = frozenset({"gum_news_dev", "uner_ewt_dev"})


def main() -> None:
    """Print a table a set: the model alone, cleaning, and every step."""
    parser = argparse.ArgumentParser(description="What each step of the entities' rules gains.")
    parser.add_argument("--gold", type=Path, required=True, help="directory with entities/ and score/")
    parser.add_argument("--docs", type=Path, help="where accuracy.py keeps parsed Docs")
    parser.add_argument("--set", action="append", help="a set's name without .jsonl")
    options = parser.parse_args()
    for name in options.set or SETS:
        table(options.gold, options.docs, name)


def table(gold: Path, docs: Path | None, name: str) -> None:
    """Print what the steps gain on one set."""
    path = gold / "entities" / f"{name}.jsonl"
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    read = parsed(extractor(), [record["text"] for record in records], docs)

    labels = ("--labels", "PER,ORG,LOC") if name in THREE else ()

    def score(find: Find) -> float:
        return norm(gold / "score" / "score_entities.py", path, records, [find(doc) for doc in read], *labels)

    whole, last = score(steps(STEPS)), score(model_alone)
    print(f"{name:28}  without  added  gain")
    print(f"{'model alone':28}        -  {last:5}")
    for number, step in enumerate((None, *STEPS)):
        added = score(steps(STEPS[:number]))
        without = f"{score(steps(STEPS[: number - 1] + STEPS[number:])):7}" if step else "      -"
        title = step.__name__ if step else "clean_names"
        print(f"{title:28}  {without}  {added:5}  {added - last:+.1f}")
        last = added
    print(f"{'all':28}  {whole:7}")


def steps(chosen: Sequence[Any]) -> Find:
    """Return a finder that takes only the steps chosen."""

    def find(doc: Doc) -> tuple[Entity, ...]:
        names = longest_first(clean_names(doc))
        for step in chosen:
            names = step(doc.text, names)
        return group_names(doc.text, names)

    return find


def model_alone(doc: Doc) -> tuple[Entity, ...]:
    """Return the model's names, each an entity of its own."""
    return tuple(
        Entity(f"e{n}", LABELS[ent.label_], ent.text, None, (Mention(ent.start_char, ent.end_char, ent.text),))
        for n, ent in enumerate(doc.ents, 1)
        if ent.label_ in LABELS
    )


def norm(
    scorer: Path, gold: Path, records: list[dict[str, Any]], found: list[tuple[Entity, ...]], *labels: str
) -> float:
    """Return the norm F1, over four labels unless the scorer's `labels` say otherwise, in percent."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "predicted.jsonl"
        rows = [scored(record, entities) for record, entities in zip(records, found, strict=True)]
        target.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        return percent(run_scorer(scorer, gold, target, *labels)["norm"]["ALL"])


if __name__ == "__main__":
    main()
