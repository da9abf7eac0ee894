"""The texts of tests are parsed once a session, those in their rows many at once: a fifth of the work."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
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
    """A pipeline that keeps each paragraph it has parsed: what many tests read is parsed once a session."""

    known: dict[str, Doc] = field(default_factory=dict)

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Parse the paragraphs of texts in batches of many, the short ones first."""
        paragraphs = {paragraph for text in texts for paragraph in split_paragraphs(text)}
        for batch in batches(iter(sorted(paragraphs - self.known.keys(), key=lambda each: (len(each), each)))):
            self.known.update(zip(batch, self.annotated(batch), strict=True))

    def parse(self, text: str) -> Doc:
        """Return a Doc of a text, as any pipeline does."""
        self.read_ahead([text])
        parts = [self.known[paragraph] for paragraph in split_paragraphs(text)]
        return doc_of_parts(parts) if parts else self.nlp.make_doc("")


def reading_ahead(found: Extractor) -> Extractor:
    """Return an extractor whose pipeline can read ahead."""
    return replace(found, pipeline=ReadAhead(found.pipeline.nlp, found.pipeline.name, found.pipeline.steps))


def read_ahead(found: Extractor, texts: Iterable[str]) -> None:
    """Let the pipeline of an extractor read texts ahead."""
    assert isinstance(found.pipeline, ReadAhead)
    found.pipeline.read_ahead(texts)


def texts_of(items: Iterable[pytest.Item]) -> Iterator[str]:
    """Yield what a `text` or an `example` in the rows of tests is parsed as; "¶" ends a paragraph, [] and {} mark."""
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
