"""A Document as rows of the store's tables, and back: `document(rows(found), …) == found`.

Rows of one document refer to each other by their place in the lists; the writer turns places into ids. They are plain
lists of strings and numbers, so that they cross processes and machines as JSON.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.facts import Document, Entity, Figure, Mention, Number, Quote, Source, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = list[Any]

LARGEST: Final = 2**63 - 1  # of SQLite's integers
LARGEST_REAL: Final = int(sys.float_info.max)

ORIGIN: Final = ("title", "published", "url", "format")  # what a source says of itself

# The fields of a figure that are one cell each, as they are; the others refer to something else.
PLAIN: Final = tuple(each.name for each in fields(Figure) if each.name not in {"id", "quote", "same_as", "of"})
TRUTHS: Final = frozenset(each.name for each in fields(Figure) if isinstance(each.default, bool))
RENAMED: Final = {"start": "start_char", "end": "end_char", "by": "found_by", "of_by": "of_found_by"}

# The columns that rows() fills, in its order; the first `references` of them are places in the lists named.
COLUMNS: Final = {
    "entities": ("label", "name", "title", "mentions"),
    "mentions": ("entity", "start_char", "end_char", "text", "found_by"),
    "quotes": (
        "speaker_entity", "type", "text", "speaker", "speaker_text", "speaker_start", "speaker_end", "has_speaker",
        "cue", "cue_start", "cue_end", "parts", "scare", "found_by",
    ),
    "quote_entities": ("quote", "entity"),
    "figures": (
        "quote", "same_as", "of", "of_start", "of_end", "sentence", *(RENAMED.get(name, name) for name in PLAIN),
    ),
}  # fmt: skip
REFERENCES: Final = {
    "entities": (),
    "mentions": ("entities",),
    "quotes": ("entities",),
    "quote_entities": ("quotes", "entities"),
    "figures": ("quotes", "figures"),
}


@dataclass(frozen=True, slots=True)
class Rows:
    """The facts of one article: `words` in its text, `sentences` as JSON, and a list of rows a table.

    `origin` holds what its source says of itself, by the names of `ORIGIN`.
    """

    words: int
    sentences: str
    tables: dict[str, list[Row]]
    origin: dict[str, str | None] = field(default_factory=dict)


def document_rows(document: Document) -> Rows:
    """Return the rows of a document."""
    entity = _places(document.entities)
    quote = _places(document.quotes)
    figure = _places(document.figures)
    source = document.source
    return Rows(
        len(source.text.split()),
        json.dumps(source.sentences, separators=(",", ":")),
        {
            "entities": [[e.label, e.name, e.title, len(e.mentions)] for e in document.entities],
            "mentions": [[entity[e.id], m.start, m.end, m.text, m.by] for e in document.entities for m in e.mentions],
            "quotes": [quote_row(q, entity) for q in document.quotes],
            "quote_entities": [[quote[q.id], entity[one]] for q in document.quotes for one in q.about],
            "figures": [figure_row(f, quote, figure, source) for f in document.figures],
        },
        {name: getattr(source, name) for name in ORIGIN},
    )


def _places(facts: Sequence[Entity | Quote | Figure]) -> dict[str | None, int | None]:
    """Return the place of each fact by its id, and None for None."""
    return {None: None, **{fact.id: place for place, fact in enumerate(facts)}}


def quote_row(quote: Quote, entity: Mapping[str | None, int | None]) -> Row:
    """Return the row of a quote."""
    speaker = quote.speaker or Speaker(None, None, None, None, None)
    parts = json.dumps([[part.start, part.end] for part in quote.parts], separators=(",", ":"))
    return [
        entity[speaker.entity], quote.type, quote.text, speaker.name, speaker.text, speaker.start, speaker.end,
        int(quote.speaker is not None), *span_cells(quote.cue), parts, int(quote.scare),
        quote.by,
    ]  # fmt: skip


def figure_row(
    figure: Figure, quote: Mapping[str | None, int | None], place: Mapping[str | None, int | None], source: Source
) -> Row:
    """Return the row of a figure, with the sentence it stands in."""
    return [
        quote[figure.quote],
        place[figure.same_as],
        *span_cells(figure.of),
        " ".join(source.sentence(figure.start, figure.end).split()),
        *(storable(getattr(figure, name)) for name in PLAIN),
    ]


def span_cells(span: Span | None) -> tuple[str | None, int | None, int | None]:
    """Return a span as text, start and end."""
    return (span.text, span.start, span.end) if span else (None, None, None)


def storable(value: str | Number | None) -> str | Number | None:
    """Return a value that SQLite holds: its integers end at 64 bits, and a truth is one of them."""
    if not isinstance(value, int):
        return value
    if abs(value) > LARGEST:
        return float(max(-LARGEST_REAL, min(value, LARGEST_REAL)))
    return int(value)


def document(found: Rows, name: str, text: str, model: str | None, version: str | None) -> Document:
    """Return the document whose rows these are, found by a model and a version of clusterdoc."""
    mentions: list[list[Mention]] = [[] for _ in found.tables["entities"]]
    about: list[list[str]] = [[] for _ in found.tables["quotes"]]
    for place, start, end, words, by in found.tables["mentions"]:
        mentions[place].append(Mention(start, end, words, by))
    for place, entity in found.tables["quote_entities"]:
        about[place].append(f"e{entity + 1}")
    return Document(
        Source(name, text, tuple((start, end) for start, end in json.loads(found.sentences)), **found.origin),
        model,
        tuple(
            Entity(f"e{n}", label, called, title, tuple(spans))
            for n, ((label, called, title, _), spans) in enumerate(
                zip(found.tables["entities"], mentions, strict=True), 1
            )
        ),
        tuple(
            replace(quote_of(f"q{n}", row, text), about=tuple(entities))
            for n, (row, entities) in enumerate(zip(found.tables["quotes"], about, strict=True), 1)
        ),
        tuple(figure_of(f"f{n}", row) for n, row in enumerate(found.tables["figures"], 1)),
        version,
    )


def quote_of(name: str, row: Row, text: str) -> Quote:
    """Return the quote of a row."""
    cells = dict(zip(COLUMNS["quotes"], row, strict=True))
    speaker = Speaker(
        cells["speaker_start"], cells["speaker_end"], cells["speaker_text"], cells["speaker"],
        _named("e", cells["speaker_entity"]),
    )  # fmt: skip
    return Quote(
        name,
        cells["type"],
        tuple(Span(start, end, text[start:end]) for start, end in json.loads(cells["parts"])),
        cells["text"],
        _span_of(cells, "cue"),
        speaker if cells["has_speaker"] else None,
        bool(cells["scare"]),
        by=cells["found_by"],
    )


def figure_of(name: str, row: Row) -> Figure:
    """Return the figure of a row."""
    cells = dict(zip(COLUMNS["figures"], row, strict=True))
    plain = {one: without_point(cells[RENAMED.get(one, one)]) for one in PLAIN}
    truths = {one: bool(plain[one]) for one in TRUTHS}
    links = {"quote": _named("q", cells["quote"]), "same_as": _named("f", cells["same_as"])}
    return Figure(id=name, **{**plain, **truths, **links, "of": _span_of(cells, "of")})


def _span_of(cells: Mapping[str, Any], column: str) -> Span | None:
    """Return the span whose text, start and end stand in a column and its neighbours, or None."""
    text = cells[column]
    return None if text is None else Span(cells[f"{column}_start"], cells[f"{column}_end"], text)


def _named(letter: str, place: int | None) -> str | None:
    """Return the id of a place in a list: 0 is "e1"."""
    return None if place is None else f"{letter}{place + 1}"


def without_point(number: object) -> Any:  # noqa: ANN401 -- the cell of a row
    """Return a number as JSON shows it best: 800000000, not 800000000.0."""
    return int(number) if isinstance(number, float) and number.is_integer() else number
