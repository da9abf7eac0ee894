"""Rows of a table (CSV) to records: the delimiter by the names of the columns, no guess at what a row lacks."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from clusterdoc.corpus.records import Keys, listed
from clusterdoc.corpus.strict_json import RecordError
from clusterdoc.corpus.unpack import DOCUMENT_BYTES
from clusterdoc.source.beginning import marked
from clusterdoc.source.shapes import DELIMITERS

if TYPE_CHECKING:
    from collections.abc import Iterator

# A record or what is wrong with it, and how many characters were read up to its end.
Row: TypeAlias = tuple[dict[str, str] | RecordError, int]

TOO_LONG: Final = f"The row is longer than {DOCUMENT_BYTES // 1_000_000} MB: nothing behind it is read."
MAX_BAD: Final = 100  # rows one after the other that cannot be read: it is no table
MAX_COLUMNS: Final = 1_000
SEPARATOR: Final = re.compile(r"(?i)sep=.\s*\Z")  # what Excel writes above a table


class Bytes(io.RawIOBase):
    """Chunks of bytes as a stream; the first can be looked at."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self.chunks = chunks
        self.head = next(chunks, b"")
        self.rest = memoryview(self.head)  # a slice of it copies nothing, however long the chunk is

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # what RawIOBase's own callers give
        """Put the next bytes into a buffer and return how many; 0 at the end."""
        while not self.rest:
            chunk = next(self.chunks, None)
            if chunk is None:
                return 0
            self.rest = memoryview(chunk)
        taken, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


class Lines:
    """The lines of a table, each with its end, in bounded memory: a record may have many, of 20 MB together."""

    def __init__(self, text: io.TextIOBase) -> None:
        self.text = text
        self.read = 0  # characters, of all records
        self.before = 0  # of those records that have ended

    def __iter__(self) -> Iterator[str]:
        """Yield the lines; raises RecordError when a record is too long."""
        while line := self.text.readline(DOCUMENT_BYTES + 1):
            self.read += len(line)
            if self.read - self.before > DOCUMENT_BYTES:
                raise RecordError(TOO_LONG)
            yield line


def read_rows(
    chunks: Iterator[bytes], keys: Keys, encoding: str | None
) -> Iterator[tuple[dict[str, str] | RecordError, int]]:
    """Yield the record of each row, or what is wrong with it, and how many characters were read.

    Raises RecordError for a table without the column of the text, or whose rest cannot be read.
    """
    stream = Bytes(chunks)
    encoding = marked(stream.head) or encoding or "utf-8"
    lines = Lines(io.TextIOWrapper(io.BufferedReader(stream), encoding, newline=""))  # type: ignore[type-var]  # typeshed asks for more than is called
    csv.field_size_limit(DOCUMENT_BYTES)
    try:
        yield from _read(lines, keys)
    except UnicodeDecodeError:
        advice = "--encoding NAME reads another, such as cp1252"
        raise RecordError(f"What comes next is not {encoding.upper().removesuffix('-SIG')}: {advice}.") from None


def _read(lines: Lines, keys: Keys) -> Iterator[Row]:
    """Yield the records of lines, the first of which has the names of the columns."""
    every = iter(lines)
    header = next((line for line in every if line.strip() and not SEPARATOR.match(line)), "")
    delimiter, names = _columns_of(header, keys)
    table = csv.reader(every, delimiter=delimiter, strict=True)
    bad = 0
    while bad < MAX_BAD:
        lines.before = lines.read
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            if lines.read - lines.before > DOCUMENT_BYTES // 2:  # what comes next is the middle of a cell
                raise RecordError(TOO_LONG) from None
            record: dict[str, str] | RecordError = RecordError(f"The row cannot be read: {error}.")
        else:
            record = of_cells(cells, names)
            if not cells:
                continue
        bad = bad + 1 if isinstance(record, RecordError) else 0
        yield record, lines.read
    raise RecordError(f"So many rows one after the other cannot be read ({MAX_BAD}): nothing behind them is.")


def _columns_of(header: str, keys: Keys) -> tuple[str, list[str]]:
    """Return what separates the columns, and their names; raises RecordError when none of them has the text."""
    found = [(one, _names_of(header, one)) for one in DELIMITERS]
    delimiter, names = max(found, key=lambda one: (keys.text in with_key(one[1], keys), len(one[1])))
    names = with_key(names, keys)
    for key, option in ((keys.text, "--text-key"), (keys.date, "--date-key")):
        if key is not None and key not in names:
            raise RecordError(f'There is no column "{key}": its columns are {listed(names)} ({option} names another).')
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice is not None:
        raise RecordError(f'Two columns are called "{twice[:40]}".')
    return delimiter, names


def _names_of(header: str, delimiter: str) -> list[str]:
    """Return the names of the columns if this is what separates them."""
    try:
        return [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])][:MAX_COLUMNS]
    except csv.Error:
        return []


def with_key(names: list[str], keys: Keys) -> list[str]:
    """Return the names of columns, one that differs from a key by upper case only written as that key."""
    asked = {key.lower(): key for key in (keys.text, keys.date) if key is not None and key not in names}
    return [asked.get(name.lower(), name) for name in names]


def of_cells(cells: list[str], names: list[str]) -> dict[str, str] | RecordError:
    """Return the record of a row, or an error when it has more or fewer cells than there are columns."""
    if len(cells) != len(names):
        return RecordError(f"The row has {len(cells):,} cells, and there are {len(names):,} columns.")
    return dict(zip(names, cells, strict=True))
