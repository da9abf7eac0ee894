"""Folders to the files of a corpus in them, and files opened: links left alone, pipes without a writer given up."""

from __future__ import annotations

import errno
import os
import select
import stat
from typing import TYPE_CHECKING, BinaryIO, Final

from clusterdoc.source.files import refuse_what_is_no_file
from clusterdoc.source.shapes import JSON_LINES, TABLES, unpacked_name

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS: Final = (".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".epub", ".eml", ".rtf", ".json")
PATIENCE_SECONDS: Final = 30  # for a FIFO to which nobody writes


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
    return unpacked_name(name).endswith(FORMS + JSON_LINES + TABLES)


def position(file: BinaryIO) -> int:
    """Return how far a file has been read, in bytes as packed; 0 for a pipe, which does not know."""
    return file.tell() if file.seekable() else 0


def opened(path: str) -> BinaryIO:
    """Return an open file.

    Raises SourceError for what is no file, OSError for a FIFO to which nobody writes: a run is not to hang.
    """
    refuse_what_is_no_file(path)
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
