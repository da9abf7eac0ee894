"""A corpus to articles: directories, text files and JSON Lines, plain or packed, one article after the other.

What cannot be read becomes an `Unreadable` with the file and the line, and the reading goes on.
"""

from __future__ import annotations

import errno
import os
import select
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from clusterdoc.corpus.records import Article, RecordError, parse_record
from clusterdoc.corpus.unpack import DOCUMENT_BYTES, UnpackError, lines, unpack, whole
from clusterdoc.errors import ClusterdocError
from clusterdoc.source.content import Content, read_content
from clusterdoc.source.naming import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["STANDARD_INPUT", "Article", "Corpus", "CorpusError", "Item", "Unreadable"]

STANDARD_INPUT: Final = "-"
TEXT: Final = (".txt",)
FORMS: Final = (".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".epub", ".eml", ".rtf")
JSON_LINES: Final = (".jsonl", ".ndjson")
PACKED: Final = (".gz", ".zst")
PATIENCE_SECONDS: Final = 30  # for a FIFO to which nobody writes


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

    A directory is read recursively for texts, web pages, PDFs, office documents, letters and JSON Lines, packed or not;
    symbolic links in it are not followed.
    A file named by itself may have any ending: it is JSON Lines when it begins with "{". "-" is standard input.
    """

    paths: tuple[str, ...]
    text_key: str = "text"
    encoding: str | None = None

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
                    with _opened(path) as file:
                        yield from self.read(file, name, behind)
            except (OSError, ValueError, EOFError, UnpackError) as error:
                yield Unreadable(name, _reason(error), behind)
            behind += file_size(path)

    def read(self, file: BinaryIO, name: str, behind: int) -> Iterator[Item]:
        """Yield the articles of one open file."""
        chunks = unpack(file)
        first = next(chunks, b"")
        rest = chain_first(first, chunks)
        if is_json_lines(name, first):
            yield from self.records(rest, file, name, behind)
        else:
            source = read_content(Content(whole(rest), "The file", self.encoding))
            reached = behind + position(file)
            yield Article(name, source.text, name, reached, source.title, source.published)

    def records(self, chunks: Iterable[bytes], file: BinaryIO, name: str, behind: int) -> Iterator[Item]:
        """Yield the records of a JSON Lines file."""
        unpacked = 0
        for number, line in enumerate(lines(chunks), 1):
            where = f"{name}:{number}"
            unpacked += DOCUMENT_BYTES if line is None else len(line) + 1
            reached = behind + min(unpacked, position(file))  # a plain file is read ahead, a packed one is shorter
            try:
                if line is None:
                    yield Unreadable(where, f"The line is longer than {DOCUMENT_BYTES // 1_000_000} MB.", reached)
                elif line.strip():
                    yield parse_record(line, where, self.text_key, reached)
            except RecordError as error:
                yield Unreadable(where, str(error), reached)


def walk(folder: str) -> Iterator[str]:
    """Yield the text and JSON Lines files under a folder, sorted by name, links left alone.

    Folders may stand in each other as deep as they like: what is to be done is a list, the next of it last.
    """
    waiting = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name, reverse=True)
        except OSError:
            yield path  # opening it says why
            continue
        for entry in entries:
            below = entry.is_dir(follow_symlinks=False)
            if below or (entry.is_file(follow_symlinks=False) and is_corpus_file(entry.name)):
                waiting.append((entry.path, below))


def is_corpus_file(name: str) -> bool:
    """Tell whether a file in a folder is one of a corpus, by its name."""
    return unpacked_name(name).lower().endswith(TEXT + JSON_LINES + FORMS)


def is_json_lines(name: str, first: bytes) -> bool:
    """Tell JSON Lines from text by the name, else by the first character."""
    bare = unpacked_name(name)
    if bare.endswith(TEXT + JSON_LINES):
        return bare.endswith(JSON_LINES)
    return first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def unpacked_name(name: str) -> str:
    """Return a file's name without the ending of its packing: "a.txt.gz" is "a.txt"."""
    return name.removesuffix(PACKED[0]).removesuffix(PACKED[1])


def chain_first(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a chunk that was read ahead, then the others."""
    yield first
    yield from rest


def position(file: BinaryIO) -> int:
    """Return how far a file has been read, in bytes as packed; 0 for a pipe, which does not know."""
    return file.tell() if file.seekable() else 0


def _opened(path: str) -> BinaryIO:
    """Return an open file. Raises OSError for a FIFO to which nobody writes: a run is not to hang."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISFIFO(os.fstat(descriptor).st_mode):
        ready = select.poll()
        ready.register(descriptor, select.POLLIN)
        if not ready.poll(1_000 * PATIENCE_SECONDS):
            os.close(descriptor)
            raise OSError(errno.EAGAIN, f"nothing came for {PATIENCE_SECONDS} seconds")
    if hasattr(os, "set_blocking"):
        os.set_blocking(descriptor, True)
    return os.fdopen(descriptor, "rb")


def file_size(path: str) -> int:
    """Return the bytes of a file, 0 when it is gone."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 -- a million Path objects would cost more than the calls
    except OSError:
        return 0


def _reason(error: Exception) -> str:
    """Return what went wrong with a file as one sentence."""
    if isinstance(error, OSError):
        return f"The file cannot be read: {error.strerror or error}."
    return str(error)
