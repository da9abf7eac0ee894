"""A Document as CSV: a row a fact, of an entity a row a mention. UTF-8, a header, lines that end in LF."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.view.clean import visible
from clusterdoc.view.context import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

    from clusterdoc.facts import Document

HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "entities": ("source", "id", "label", "name", "title", "by", "start", "end", "text", "sentence"),
    "quotes": (
        *("source", "id", "type", "scare", "speaker", "speaker_text", "speaker_entity", "cue"),
        *("start", "end", "text"),
    ),
    "figures": (
        *("source", "id", "kind", "text", "value", "low", "high", "bound", "unit", "trend", "role", "of", "date"),
        *("timex", "quote", "speaker", "same_as", "weak", "start", "end", "sentence"),
    ),
}
# A spreadsheet takes a cell that begins so for a formula; the wide forms of the signs too, under an East Asian locale.
FORMULA: Final = re.compile("[=+\\-@\t\r\n＝＋－＠]")
CRLF: Final = "\r\n"
ACTING: Final = re.compile("[^ -~\t\r\n]")


@dataclass(frozen=True, slots=True)
class _Lines:
    """A stream that gets lines ending in LF; the csv module puts a lone CR in quotes only when lines end in CRLF."""

    stream: TextIO

    def write(self, row: str) -> None:
        self.stream.write(row.removesuffix(CRLF) + "\n")


def rows(document: Document, name: str) -> Iterator[list[object]]:
    """Yield the rows of a list of facts, each cell as the facts have it, None when unknown."""
    keys = HEADERS[name]
    for cells in {"entities": _entities, "quotes": _quotes, "figures": _figures}[name](document):
        yield [cells[key] for key in keys]


def write_header(name: str, stream: TextIO) -> None:
    """Write the names of the columns of a list of facts."""
    csv.writer(_Lines(stream), lineterminator=CRLF).writerow(HEADERS[name])


def write_rows(document: Document, name: str, stream: TextIO, *, raw: bool = False) -> None:
    """Write the rows of a list of facts; unless raw, no cell is a formula and no character acts on a terminal."""
    encoding = stream.encoding or "utf-8"
    writer = csv.writer(_Lines(stream), lineterminator=CRLF)
    for row in rows(document, name):
        writer.writerow([_cell(value, encoding, raw=raw) for value in row])


def _cell(value: object, encoding: str, *, raw: bool) -> object:
    if not isinstance(value, str):
        return value
    if raw:
        return value.encode(encoding, "backslashreplace").decode(encoding)
    safe = ACTING.sub(lambda found: visible(found[0], encoding), value)
    return f"'{safe}" if FORMULA.match(safe) else safe


def _entities(document: Document) -> Iterator[dict[str, Any]]:
    for entity in document.entities:
        for mention in entity.mentions:
            yield {
                "source": document.source.name,
                "id": entity.id,
                "label": entity.label,
                "name": entity.name,
                "title": entity.title,
                "by": mention.by,
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
                "sentence": sentence_of(document.source, mention.start, mention.end),
            }


def _quotes(document: Document) -> Iterator[dict[str, Any]]:
    for quote in document.quotes:
        yield {
            "source": document.source.name,
            "id": quote.id,
            "type": quote.type,
            "scare": quote.scare,
            "speaker": quote.speaker and quote.speaker.name,
            "speaker_text": quote.speaker and quote.speaker.text,
            "speaker_entity": quote.speaker and quote.speaker.entity,
            "cue": quote.cue and quote.cue.text,
            "start": quote.parts[0].start,
            "end": quote.parts[-1].end,
            "text": quote.text,
        }


def _figures(document: Document) -> Iterator[dict[str, Any]]:
    for figure in document.figures:
        yield {
            "source": document.source.name,
            **{key: getattr(figure, key) for key in HEADERS["figures"] if key not in ("source", "of", "sentence")},
            "of": figure.of and figure.of.text,
            "sentence": sentence_of(document.source, figure.start, figure.end),
        }
