"""A Document as CSV: a row a fact, of an entity a row a mention. UTF-8, a header, lines that end in LF."""

from __future__ import annotations

import csv
import os
import re
import stat
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from clusterdoc.clean import visible
from clusterdoc.facts import Figure
from clusterdoc.view.forms import SAFE
from clusterdoc.view.wording import names_about

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TextIO

    from clusterdoc.facts import Document, Entity, Mention
    from clusterdoc.view.forms import Dialect

Cell: TypeAlias = "Callable[[Any, Document], object]"


def field(path: str) -> Cell:
    """Return the cell that is an attribute of a fact, "cue.text" one of a part of it: None when there is no part."""
    name, _, rest = path.partition(".")

    def cell(fact: object, document: Document) -> object:
        part = getattr(fact, name)
        return field(rest)(part, document) if rest and part is not None else part

    return cell


def sentence(fact: Any, document: Document) -> str:  # noqa: ANN401 -- whatever has a place
    """Return the sentence that a mention or a figure stands in."""
    return document.source.sentence(fact.start, fact.end)


class NamedMention(NamedTuple):
    """A mention and the entity it is one of."""

    entity: Entity
    mention: Mention


FACTS: Final[Mapping[str, Callable[[Document], Sequence[Any]]]] = {
    "entities": lambda document: [NamedMention(entity, one) for entity in document.entities for one in entity.mentions],
    "quotes": lambda document: document.quotes,
    "figures": lambda document: document.figures,
}
PLACED: Final = (  # fields of a figure whose columns stand in this order; those of all other fields follow
    "id", "kind", "text", "value", "low", "high", "bound", "unit", "trend", "role", "of", "date", "timex", "quote",
    "speaker", "same_as", "weak", "start", "end",
)  # fmt: skip
FURTHER: Final = tuple(each.name for each in fields(Figure) if each.name not in PLACED)
COLUMNS: Final[Mapping[str, Mapping[str, Cell]]] = {  # a row a column: its name and its cell
    "entities": {
        **{name: field(f"entity.{name}") for name in ("id", "label", "name", "title")},
        **{name: field(f"mention.{name}") for name in ("by", "start", "end", "text")},
        "sentence": lambda row, document: sentence(row.mention, document),
    },
    "quotes": {
        **{name: field(name) for name in ("id", "type", "scare")},
        "speaker": field("speaker.name"),
        "speaker_text": field("speaker.text"),
        "speaker_entity": field("speaker.entity"),
        "about": lambda quote, document: "; ".join(names_about(quote, document)),
        "cue": field("cue.text"),
        "start": lambda quote, _: min(part.start for part in quote.parts),
        "end": lambda quote, _: max(part.end for part in quote.parts),
        "text": field("text"),
        "by": field("by"),
    },
    "figures": {
        **{name: field("of.text" if name == "of" else name) for name in (*PLACED, *FURTHER)},
        "sentence": sentence,
    },
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


def write_byte_order_mark(stream: TextIO) -> None:
    """Write the mark by which Excel reads UTF-8 where the stream is a new file; pipes and terminals get none."""
    try:
        file = os.fstat(stream.fileno())
    except (OSError, ValueError):  # no file: a stream in memory
        return
    if stat.S_ISREG(file.st_mode) and not file.st_size and (stream.encoding or "").lower().replace("-", "") == "utf8":
        stream.write("\ufeff")


def write_header(name: str, stream: TextIO, dialect: Dialect = SAFE) -> None:
    """Write the names of the columns of a list of facts."""
    write_columns(["source", *COLUMNS[name]], stream, dialect)


def write_columns(names: Sequence[str], stream: TextIO, dialect: Dialect = SAFE) -> None:
    """Write the first line of CSV; unless raw, before it the mark by which Excel reads UTF-8, where a file begins."""
    if not dialect.raw:
        write_byte_order_mark(stream)
    write_row(names, stream, dialect)


def write_rows(document: Document, name: str, stream: TextIO, dialect: Dialect = SAFE) -> None:
    """Write the rows of a list of facts."""
    for fact in FACTS[name](document):
        row = [document.source.name, *(cell(fact, document) for cell in COLUMNS[name].values())]
        write_row(row, stream, dialect)


def write_row(row: Sequence[object], stream: TextIO, dialect: Dialect = SAFE) -> None:
    """Write one row; unless raw, no cell is a formula and no character acts on a terminal."""
    encoding = stream.encoding or "utf-8"
    cells = [_shown(value, encoding, raw=dialect.raw) for value in row]
    csv.writer(_Lines(stream), delimiter=dialect.delimiter, lineterminator=CRLF).writerow(cells)


def _shown(value: object, encoding: str, *, raw: bool) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    if raw:
        return value.encode(encoding, "backslashreplace").decode(encoding)
    safe = ACTING.sub(lambda found: visible(found[0], encoding), value)
    return f"'{safe}" if FORMULA.match(safe) and len(safe) > 1 else safe  # the sign alone, a bound, runs nothing
