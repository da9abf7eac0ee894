"""Hold the lean, fast pipeline to stock spaCy's output: tokens, tags, lemmas, heads and names on any texts.

    python benchmarks/same_output.py TEXTS.jsonl...
    python benchmarks/same_output.py --try TEXTS.jsonl...   the faster steps with a version of spaCy not tested yet

Prints the number of tokens compared and those that differ; exit 1 when a name differs or more than 1 in 40,000 tokens.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Final

import spacy
from spacy.about import __version__ as VERSION  # noqa: N812 -- a constant

from clusterdoc.parse import fast
from clusterdoc.parse.pipeline import DEFAULT_MODEL, find_model, load
from clusterdoc.parse.tokenizing import batches, split_paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ALLOWED_TOKENS: Final = 1 / 40_000


def main() -> int:
    """Compare both pipelines over the files' texts."""
    warnings.filterwarnings("ignore", message=r"\[W095\]")
    names_of_files = [name for name in sys.argv[1:] if name != "--try"]
    if "--try" in sys.argv:
        fast.TESTED = frozenset({VERSION})  # type: ignore[misc]  # a trial
    stock, lean = spacy.load(find_model(DEFAULT_MODEL, trust=False)), load()
    lines = [line for name in names_of_files for line in Path(name).read_text(encoding="utf-8").splitlines()]
    pieces = [piece for line in lines for piece in split_paragraphs(json.loads(line)["text"])]
    tokens = different = names = 0
    ours_of = (doc for batch in batches(iter(pieces)) for doc in lean.annotated(batch))
    for ours, theirs in zip(ours_of, stock.pipe(pieces, batch_size=32), strict=True):
        tokens += len(theirs)
        different += sum(row(a) != row(b) for a, b in zip(ours, theirs, strict=True))
        names += spans(ours) != spans(theirs)
    steps = "faster" if any(type(step).__name__ == "Names" for step in lean.steps) else "own"
    print(f"spaCy {VERSION}, {steps} steps: {tokens} tokens, {different} differ;", end=" ")
    print(f"{len(pieces)} paragraphs, names differ in {names}")
    return int(names > 0 or different > tokens * ALLOWED_TOKENS)


def row(token: Token) -> tuple[object, ...]:
    """Return all that a finder reads of a token."""
    return token.text, token.norm_, token.lemma_, token.tag_, token.pos_, str(token.morph), token.dep_, token.head.i


def spans(doc: Doc) -> list[tuple[int, int, str]]:
    """Return the names of a Doc."""
    return [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]


if __name__ == "__main__":
    sys.exit(main())
