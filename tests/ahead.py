"""The texts in the rows of tests are parsed many at once, before the first test needs one: a fifth of the work."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from clusterdoc.parse.pipeline import Pipeline, doc_of_parts
from clusterdoc.parse.tokenizing import batches, split_paragraphs
from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pytest
    from spacy.tokens import Doc

    from clusterdoc.extractor import Extractor

UNMARKED: Final = str.maketrans("", "", "[]{}")


@dataclass(frozen=True, slots=True)
class ReadAhead(Pipeline):
    """A pipeline that hands out, once each, the Docs of the texts that it has read ahead, and parses any other text."""

    docs: dict[str, Doc] = field(default_factory=dict)

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Parse texts in batches of many, the short ones first."""
        parts = {text: list(split_paragraphs(text)) for text in sorted(set(texts) - self.docs.keys(), key=len)}
        stretches = (stretch for part in parts.values() for stretch in part)
        annotated = (doc for batch in batches(stretches) for doc in self.annotated(batch))
        for text, part in parts.items():
            if part:
                self.docs[text] = doc_of_parts(list(islice(annotated, len(part))))

    def parse(self, text: str) -> Doc:
        """Return the Doc of a text, as any pipeline does."""
        doc = self.docs.pop(text, None)
        return Pipeline.parse(self, text) if doc is None else doc


def reading_ahead(found: Extractor) -> Extractor:
    """Return an extractor whose pipeline can read ahead."""
    return replace(found, pipeline=ReadAhead(found.pipeline.nlp, found.pipeline.name, found.pipeline.steps))


def read_ahead(found: Extractor, texts: Iterable[str]) -> None:
    """Let the pipeline of an extractor read texts ahead."""
    assert isinstance(found.pipeline, ReadAhead)
    found.pipeline.read_ahead(texts)


def texts_of(items: Iterable[pytest.Item]) -> Iterator[str]:
    """Yield what the `text` or the `example` in the rows of tests is parsed as: "¶" ends a paragraph, [] and {} mark."""
    for item in items:
        row = item.callspec.params if hasattr(item, "callspec") else {}
        if {"parse", "found"} & set(getattr(item, "fixturenames", ())):
            if "text" in row:
                yield from as_parsed(row["text"])
            if "example" in row:
                yield row["example"].translate(UNMARKED)


def as_parsed(text: str) -> set[str]:
    """Return what a text of a row may be parsed as: its lines, or the prose of its paragraphs."""
    return {text.replace("¶", "\n"), read_prose(text.replace("¶", "\n\n")).text} if "¶" in text else {text}
