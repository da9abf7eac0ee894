"""A corpus to articles: directories, files of all forms, records in JSON and CSV, plain or packed, one by one.

What cannot be read becomes an `Unreadable` with the file and the line, and the reading goes on.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from clusterdoc.corpus.entries import dates_of, entries
from clusterdoc.corpus.folders import file_size, opened, position, walk
from clusterdoc.corpus.published import Published, Unread
from clusterdoc.corpus.records import Article, Keys, article_of
from clusterdoc.corpus.strict_json import RecordError
from clusterdoc.corpus.unpack import DOCUMENT_BYTES, UnpackError, unpack, whole
from clusterdoc.deadline import deadline
from clusterdoc.errors import ClusterdocError, SourceError
from clusterdoc.source.content import Content, read_content
from clusterdoc.source.files import MAX_BYTES
from clusterdoc.source.naming import printable
from clusterdoc.source.shapes import BINARY, LINE, refuse_json, shape_of
from clusterdoc.source.signatures import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from clusterdoc.corpus.entries import Entry
    from clusterdoc.facts import Source

__all__ = ["STANDARD_INPUT", "Article", "Corpus", "CorpusError", "Item", "Unreadable"]

STANDARD_INPUT: Final = "-"
TEXT_AND_DATE: Final = Keys()
NAME: Final = "The file"  # in sentences that come with its place


class CorpusError(ClusterdocError):
    """A corpus that is not there."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or a line that is no article: where it stands ("news.jsonl:17") and one sentence about it."""

    where: str
    message: str
    position: int


Item: TypeAlias = Article | Unreadable


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles under some paths, in the order of the paths and, within a directory, of the names.

    A directory is read recursively for texts, web pages, PDFs, office documents, letters, JSON and CSV, packed or not;
    symbolic links in it are not followed. "-" is standard input. Its content says what a file holds: an article,
    or records, which have text and day under `keys`. `timeout` is in seconds for what makes an article of a file;
    `unread` counts the days that could not be read.
    """

    paths: tuple[str, ...]
    keys: Keys = TEXT_AND_DATE
    encoding: str | None = None
    unread: Unread = field(default_factory=Unread)
    timeout: float = 60.0

    def check(self) -> None:
        """Raise CorpusError when a path is not there, before any work is done."""
        for path in self.paths:
            if path.startswith(("http://", "https://")):
                raise CorpusError(f"{path} is an address on the web, which clusterdoc does not fetch.")
            if path != STANDARD_INPUT and not Path(path).exists():
                raise CorpusError(f"{path} is not there.")

    def size(self) -> int | None:
        """Return the bytes of all files, or None when that cannot be known (standard input)."""
        if STANDARD_INPUT in self.paths:
            return None
        return sum(file_size(path) for path in self.files())

    def files(self) -> Iterator[str]:
        """Yield the path of every file, in order."""
        for path in self.paths:
            yield from walk(path) if path != STANDARD_INPUT and Path(path).is_dir() else (path,)

    def __iter__(self) -> Iterator[Item]:
        """Yield every article, and what cannot be read as one; `position` counts the bytes of the files behind it."""
        behind = 0
        for path in self.files():
            name = "stdin" if path == STANDARD_INPUT else printable(Path(path).as_posix())
            try:
                if path == STANDARD_INPUT:
                    yield from self.read(sys.stdin.buffer, name, behind)
                else:
                    with opened(path) as file:
                        yield from self.read(file, name, behind, lambda path=path: self.dates(path))  # type: ignore[misc]  # mypy cannot infer its default
            except (OSError, ValueError, EOFError, UnpackError) as error:
                yield Unreadable(name, _reason(error), behind)
            behind += file_size(path)

    def read(
        self, file: BinaryIO, name: str, behind: int, dates: Callable[[], Iterable[object]] = tuple
    ) -> Iterator[Item]:
        """Yield the articles of one open file; `dates` gives all days that its records tell."""
        found = self.entries(file, name)
        if isinstance(found, Content):
            source = self.source(found)
            reached = behind + position(file)
            meta = json.dumps({"url": source.url}) if source.url else None
            yield Article(name, source.text, name, reached, source.title, source.published, meta, source.url)
            return
        published = Published(dates, self.unread)
        for entry in found:
            where = entry.where(name)
            # A plain file is read ahead of what is worked on; a packed one is shorter than what it unpacks to.
            reached = behind + min(entry.read, position(file))
            try:
                yield article_of(entry.record(), where, self.keys, reached, published)
            except RecordError as error:
                yield Unreadable(where, str(error), reached)

    def source(self, content: Content) -> Source:
        """Return the article in a file; raises SourceError, whatever goes wrong: the next file is to be read."""
        refuse_json(content.data, NAME)
        try:
            with deadline(self.timeout, NAME):
                return read_content(content)
        except ClusterdocError as error:
            raise SourceError(str(error)) from None
        except Exception as error:
            said = f"{type(error).__name__} {error}"[:200]
            raise SourceError(f"{NAME} hit a bug in clusterdoc ({said}): please report it.") from error

    def entries(self, file: BinaryIO, name: str) -> Iterator[Entry] | Content:
        """Return the records in an open file, or its content when it is an article; raises SourceError, UnpackError."""
        chunks = unpack(file)
        head = b""
        while len(head) < LINE and (chunk := next(chunks, b"")):
            head += chunk
        shape = shape_of(name, head, self.keys.text, self.encoding)
        if shape != "article" and not refused(head):
            return entries(shape, chain([head], chunks), self.keys, self.encoding)
        limit = MAX_BYTES if head.startswith(BINARY) else DOCUMENT_BYTES
        return Content(whole(chain([head], () if refused(head) else chunks), limit), NAME, self.encoding)

    def dates(self, path: str) -> Iterator[object]:
        """Yield all that the records of a file say of their days."""
        with opened(path) as file:
            found = self.entries(file, path)
            if not isinstance(found, Content):
                yield from dates_of(found, self.keys)


def _reason(error: Exception) -> str:
    """Return what went wrong with a file as one sentence."""
    if isinstance(error, OSError):
        return f"The file cannot be read: {error.strerror or error}."
    return str(error)
