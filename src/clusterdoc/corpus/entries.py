"""The records of a file, one after the other, whichever shape it has; what is none is an error with its place."""

from __future__ import annotations

import codecs
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from clusterdoc.corpus.elements import elements
from clusterdoc.corpus.records import date_of
from clusterdoc.corpus.strict_json import RecordError, parse_object
from clusterdoc.corpus.tables import read_rows
from clusterdoc.corpus.unpack import DOCUMENT_BYTES, split_lines
from clusterdoc.source.beginning import marked
from clusterdoc.source.shapes import NO_RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clusterdoc.corpus.records import Keys
    from clusterdoc.source.shapes import Shape

FIRST_ROW: Final = 2  # below the names of the columns
ALONE: Final = 0  # the number of a record that is a whole file


class Entry(NamedTuple):
    """A record or what is wrong with it, its number, and how many bytes were unpacked up to its end."""

    number: int
    value: dict[str, Any] | RecordError
    read: int

    def record(self) -> dict[str, Any]:
        """Return the record; raises RecordError."""
        if isinstance(self.value, RecordError):
            raise self.value
        return self.value

    def where(self, name: str) -> str:
        """Return the place of the record in a file of that name."""
        return f"{name}:{self.number}" if self.number else name


def entries(shape: Shape, chunks: Iterator[bytes], keys: Keys, encoding: str | None = None) -> Iterator[Entry]:
    """Yield the records of a file, by its shape, from its bytes."""
    if shape == "table":
        return of_table(chunks, keys, encoding)
    if shape == "json":
        return iter([Entry(ALONE, RecordError(f"It {NO_RECORDS}"), 0)])
    utf_8 = in_utf_8(chunks, encoding)
    return of_lines(utf_8) if shape == "lines" else of_elements(utf_8, array=shape == "array")


def dates_of(found: Iterable[Entry], keys: Keys) -> Iterator[object]:
    """Yield all that records say of their days."""
    for entry in found:
        if isinstance(entry.value, dict):
            yield date_of(entry.value, keys)


def of_lines(chunks: Iterable[bytes]) -> Iterator[Entry]:
    """Yield the records of JSON Lines, numbered as the lines are."""
    read = 0
    for number, line in enumerate(split_lines(chunks), 1):
        read += DOCUMENT_BYTES if line is None else len(line) + 1
        if line is None:
            yield Entry(number, RecordError(f"The line is longer than {DOCUMENT_BYTES // 1_000_000} MB."), read)
        elif line.strip():
            yield Entry(number, _parsed(line, "line"), read)


def of_elements(chunks: Iterable[bytes], *, array: bool) -> Iterator[Entry]:
    """Yield the records of an array, or those that stand one after the other; one alone has no number."""
    found = enumerate(elements(chunks, array=array), 1)
    first, second = next(found, None), next(found, None)
    read = 0
    for number, element in chain([first] if first else [], [second] if second else [], found):
        read += len(element) if isinstance(element, bytes) else 0
        value = _parsed(element, "record") if isinstance(element, bytes) else element
        yield Entry(number if second or array else ALONE, value, read)


def of_table(chunks: Iterator[bytes], keys: Keys, encoding: str | None) -> Iterator[Entry]:
    """Yield the records of a table, numbered as the rows are."""
    number = read = 0
    try:
        for number, (value, read) in enumerate(read_rows(chunks, keys, encoding), FIRST_ROW):
            yield Entry(number, value, read)
    except RecordError as error:  # the rest of the table cannot be read
        yield Entry(number and number + 1, error, read)


def _parsed(data: bytes, what: str) -> dict[str, Any] | RecordError:
    """Return the JSON object in some bytes, or what is wrong with it."""
    try:
        return parse_object(data, what)
    except RecordError as error:
        return error


def in_utf_8(chunks: Iterator[bytes], encoding: str | None) -> Iterator[bytes]:
    """Yield the bytes of a text in UTF-8: those of UTF-16, UTF-32 or the encoding that was asked for are put into it.

    Raises UnicodeDecodeError, a ValueError, for what is not in that encoding.
    """
    first = next(chunks, b"")
    encoding = marked(first) or encoding or "utf-8"
    if codecs.lookup(encoding).name in ("utf-8", "utf-8-sig"):
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk in chain([first], chunks):
        yield decoder.decode(chunk).encode("utf-8", "surrogatepass")
    yield decoder.decode(b"", final=True).encode()
