"""What resuming the training of the model's names gains: with and without the rules, on every development set.

    nice python benchmarks/train_trial.py --gold DIR --corpus TEXTS.jsonl [--epochs 2] [--rate 0.0005] [--no-distant]

Trained on text whose licence allows weights that are shipped: WikiGold, GUM news, the whole articles, and the corpus
with the labels our own rules give it. What a model has seen it is not measured on: these three sets are read by models
of the other folds, the rest by one trained on all. So that nothing is forgotten, the model's own dates and numbers stay
in every example, and `rehearse` holds its outputs near what they were (spaCy's `Language.rehearse`).
Writes nothing: it answers whether weights of our own would be worth shipping.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ablation_entities import model_alone
from entities_gold import percent, scored
from scorers import run_scorer
from spacy.training import Example
from spacy.util import filter_spans, minibatch

from clusterdoc.find.entities import find_entities
from clusterdoc.find.entities.gazetteer import look_up
from clusterdoc.parse.pipeline import load
from clusterdoc.parse.tokenizing import split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc, Span

    from clusterdoc.facts import Entity
    from clusterdoc.parse.pipeline import Pipeline

FOLDS: Final = 3
SEED: Final = 9
BATCH: Final = 16
DROPOUT: Final = 0.25
# The sets trained on, and the coarse labels each of them annotates: what it leaves out the model goes on to label.
TRAINED: Final = {
    "entities/wikigold_dev": frozenset({"PER", "ORG", "LOC", "MISC"}),
    "entities/gum_news_dev": frozenset({"PER", "ORG", "LOC"}),
    "whole/wikinews20": frozenset({"PER", "ORG", "LOC", "MISC"}),
}
HELD_OUT: Final = ("entities/worldwide_dev", "entities/uner_ewt_dev", "entities/seed")
KIND: Final = {
    **dict.fromkeys(("GPE", "LOC", "FAC"), "LOC"),
    **dict.fromkeys(("NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"), "MISC"),
    "PERSON": "PER",
    "ORG": "ORG",
}
# Which label a coarse one stands for when neither the model nor the gazetteer says; of MISC none is likely enough.
LIKELY: Final = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}

Record = dict[str, Any]
Found = tuple[tuple["Entity", ...], tuple["Entity", ...]]


class Name(NamedTuple):
    """A name to learn: offsets and a label, None where only a coarse one is known."""

    start: int
    end: int
    label: str | None


class Text(NamedTuple):
    """A text to learn from."""

    text: str
    names: list[Name]


def main() -> None:
    """Train a model a fold and one on all, and print what each set gains."""
    options = arguments()
    sets = {name: read(options.gold / f"{name}.jsonl") for name in (*TRAINED, *HELD_OUT)}
    held = {record["id"] for record in sets["whole/wikinews20"]}
    base = names_only(load())
    corpus = [] if options.no_distant else [record for record in read(options.corpus) if record["id"] not in held]
    distant = [distantly(base, record["text"]) for record in corpus]
    gold = {name: [by_hand(base, record, TRAINED[name]) for record in sets[name]] for name in TRAINED}
    found = {name: [find(base, record["text"]) for record in records] for name, records in sets.items()}
    report("before", options.gold, sets, found)
    for fold in (*range(FOLDS), FOLDS):  # the last one leaves nothing out
        seen = [text for texts in gold.values() for n, text in enumerate(texts) if n % FOLDS != fold]
        trained = train([*distant, *seen], options.epochs, options.rate)
        for name, records in sets.items():
            for n, record in enumerate(records):
                if fold == (FOLDS if name in HELD_OUT else n % FOLDS):
                    found[name][n] = find(trained, record["text"])
    report("after", options.gold, sets, found)


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="What resuming the training of the model's names gains.")
    parser.add_argument("--gold", type=Path, required=True, help="directory with entities/, whole/ and score/")
    parser.add_argument("--corpus", type=Path, required=True, help="texts of the distant labels, a JSON object a line")
    parser.add_argument("--epochs", type=int, default=2, help="how often every text is read")
    parser.add_argument("--rate", type=float, default=0.0005, help="learning rate")
    parser.add_argument("--no-distant", action="store_true", help="learn from the annotated sets only")
    return parser.parse_args()


def read(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file with a JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def names_only(pipeline: Pipeline) -> Pipeline:
    """Return the pipeline with all but the tokenizer and the names switched off."""
    pipeline.nlp.select_pipes(enable="ner")
    return pipeline


def find(pipeline: Pipeline, text: str) -> Found:
    """Return the entities of a text without and with the rules."""
    doc = pipeline.parse(text)
    return model_alone(doc), find_entities(doc)


def distantly(pipeline: Pipeline, text: str) -> Text:
    """Return a text with the names that our rules find and the model's dates and numbers."""
    doc = pipeline.parse(text)
    found = [
        Name(mention.start, mention.end, entity.label) for entity in find_entities(doc) for mention in entity.mentions
    ]
    return Text(text, with_rest(doc, found, frozenset(KIND.values())))


def by_hand(pipeline: Pipeline, record: Record, annotated: frozenset[str]) -> Text:
    """Return a text with the names annotated by hand, and what the model says of everything else."""
    doc = pipeline.parse(record["text"])
    labels = {(m.start, m.end): entity.label for entity in find_entities(doc) for m in entity.mentions}
    found = []
    for name in annotated_names(record):
        start, end = name.start, name.end
        ours = labels.get((start, end))
        known = look_up(record["text"][start:end])
        likely = [ours, known and known.label, LIKELY.get(name.label or "")]
        fine = name.label if name.label in KIND else next((x for x in likely if x and KIND[x] == name.label), None)
        found.append(Name(start, end, fine))
    return Text(record["text"], with_rest(doc, found, annotated))


def annotated_names(record: Record) -> Iterator[Name]:
    """Yield the annotated names of a record, labelled as OntoNotes or coarsely does."""
    for entity in record["entities"]:
        if "mentions" in entity:
            yield from (Name(m["start"], m["end"], entity["label"]) for m in entity["mentions"])
        else:
            start, end = entity["span"]
            yield Name(start, end, entity["coarse"])


def with_rest(doc: Doc, names: list[Name], annotated: frozenset[str]) -> list[Name]:
    """Return the names and those of the model that no annotator was asked for: dates, numbers, and what a set omits."""
    rest = [Name(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if KIND.get(ent.label_) not in annotated]
    return names + [new for new in rest if not any(new.start < old.end and old.start < new.end for old in names)]


def train(texts: list[Text], epochs: int, rate: float) -> Pipeline:
    """Return the model with its training resumed on the texts."""
    pipeline = names_only(load())
    nlp = pipeline.nlp
    examples = [example for text in texts for example in paragraph_examples(nlp, text)]
    optimizer = nlp.resume_training()
    optimizer.learn_rate = rate
    order = random.Random(SEED)  # noqa: S311 -- an order, not a secret
    for _ in range(epochs):
        order.shuffle(examples)
        for batch in minibatch(examples, BATCH):  # type: ignore[no-untyped-call]
            nlp.update(batch, drop=DROPOUT, sgd=optimizer)
            nlp.rehearse(order.sample(examples, BATCH // 4), sgd=optimizer)
    ner: Any = nlp.get_pipe("ner")
    with nlp.use_params(optimizer.averages):
        weights = ner.to_bytes()
    ner.from_bytes(weights)
    return pipeline


def paragraph_examples(nlp: Language, text: Text) -> Iterator[Example]:
    """Yield the paragraphs of a text, as the product parses them, each with its names."""
    offset = 0
    for paragraph in split_paragraphs(text.text):
        wanted = nlp.make_doc(paragraph)
        here = [name for name in text.names if offset <= name.start and name.end <= offset + len(paragraph)]
        spans = [(span_of(wanted, name, offset), name.label) for name in here]
        ents = filter_spans([span for span, label in spans if label])
        taken = {token.i for span in ents for token in span}
        unknown = [span for span, label in spans if not label and taken.isdisjoint(range(span.start, span.end))]
        wanted.set_ents(ents, missing=unknown)
        offset += len(paragraph)
        yield Example(nlp.make_doc(paragraph), wanted)


def span_of(doc: Doc, name: Name, offset: int) -> Span:
    """Return the tokens of a name in a paragraph that begins at `offset`."""
    span = doc.char_span(name.start - offset, name.end - offset, label=name.label or "", alignment_mode="expand")
    if span is None:
        raise ValueError(f"No token at {name}.")
    return span


def report(title: str, gold: Path, sets: dict[str, list[Record]], found: dict[str, list[Found]]) -> None:
    """Print norm F1 over PER, ORG and LOC, and over all four labels, a line a set, without and with the rules."""
    for name, records in sets.items():
        figures = []
        for which in (0, 1):
            entities = [pair[which] for pair in found[name]]
            figures += [norm(gold, records, entities, *labels) for labels in (("--labels", "PER,ORG,LOC"), ())]
        print(title, name, *figures, flush=True)


def norm(gold: Path, records: list[Record], found: list[tuple[Entity, ...]], *labels: str) -> float:
    """Return norm F1 in percent."""
    rows = [
        (as_scored(record, n), scored({"id": n}, own))
        for n, (record, own) in enumerate(zip(records, found, strict=True))
    ]
    with tempfile.TemporaryDirectory() as scratch:
        paths = [Path(scratch) / name for name in ("gold.jsonl", "predicted.jsonl")]
        for path, column in zip(paths, zip(*rows, strict=True), strict=True):
            path.write_text("".join(f"{json.dumps(row)}\n" for row in column), encoding="utf-8")
        return percent(run_scorer(gold / "score" / "score_entities.py", *paths, *labels)["norm"]["ALL"])


def as_scored(record: Record, number: int) -> Record:
    """Return a gold record as the scorer takes it, whole articles too."""
    names = [
        {"span": name[:2], "label": name.label, "coarse": KIND.get(name.label or "", name.label)}
        for name in annotated_names(record)
    ]
    return {"id": number, "text": record["text"], "entities": names}


if __name__ == "__main__":
    main()
