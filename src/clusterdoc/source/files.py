"""Files and standard input to their content: opened, waited for, read to the end within a limit.

The content is made an article only when the cache does not know it: what is imported here is imported for every second
look, of which pathlib would be a tenth, and the facts a fifth. So neither is.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import contextmanager
from itertools import islice
from threading import Timer
from typing import TYPE_CHECKING, Final

from clusterdoc.errors import SourceError
from clusterdoc.source.content import Content, read_content
from clusterdoc.source.naming import STDIN, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from clusterdoc.facts import Source

SAMPLE: Final = "article.txt"
MAX_BYTES: Final = 100_000_000
SEVERAL: Final = 1000  # files of a directory tell what it holds
PATIENCE: Final = 2.0  # seconds before a message says what is being waited for
URL: Final = re.compile(r"(?i)[a-z][a-z0-9+.-]{1,20}://")


def silent(sentence: str) -> None:
    """Say nothing: the `say` of a caller who has nobody to tell."""


def read_file(path: str | os.PathLike[str], say: Callable[[str], None] = silent, encoding: str | None = None) -> Source:
    """Return the article in a file or a FIFO; `say` gets one sentence when a FIFO stays silent for two seconds.

    `encoding` is that of a text without a byte order mark, UTF-8 when it is None. Raises SourceError when the path
    cannot be read as an article: not there, a directory, a device, an archive, not in that encoding.
    """
    return read_content(file_content(os.fspath(path), say, encoding))


def read_stdin(say: Callable[[str], None] = silent, encoding: str | None = None) -> Source:
    """Return the article on standard input; `say` gets one sentence when nothing came for two seconds.

    Raises SourceError when standard input is closed, empty or no article.
    """
    return read_content(stdin_content(say, encoding))


def file_content(name: str, say: Callable[[str], None] = silent, encoding: str | None = None) -> Content:
    """Return the content of a file; raises SourceError."""
    if URL.match(name):
        raise SourceError(f"{name} is an address: clusterdoc.source.web.fetch fetches pages.")
    if not name:
        raise SourceError("'' is not a file name: it is empty.")
    try:
        refuse_what_is_no_file(name)
        with waiting(name, say) as arrived, open(name, "rb") as stream:
            return Content(read_stream(stream, name, arrived), name, encoding)
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{name!r} is not a file name: {error}.") from error


def stdin_content(say: Callable[[str], None] = silent, encoding: str | None = None) -> Content:
    """Return the content of standard input; raises SourceError."""
    if sys.stdin is None:
        raise SourceError("Standard input is closed.")
    try:
        with waiting("standard input", say) as arrived:
            data = read_stream(sys.stdin.buffer, STDIN, arrived)
    except OSError as error:
        raise SourceError(f"Standard input cannot be read: {error.strerror}.") from error
    if not data:
        raise SourceError("Standard input is empty.")
    return Content(data, STDIN, encoding)


def read_sample() -> Source:
    """Return the sample article."""
    return read_content(sample_content())


def sample_content() -> Content:
    """Return the content of the sample article, which lies in the wheel and, in a checkout, under data/."""
    package = os.path.dirname(os.path.dirname(__file__))
    places = [os.path.join(package, SAMPLE), os.path.join(package, "..", "..", "data", SAMPLE)]
    with open(next(filter(os.path.isfile, places), SAMPLE), "rb") as stream:
        return Content(stream.read(), SAMPLE)


def stdin_is_given() -> bool:
    """Return whether standard input is a pipe, a file or a socket: a terminal, /dev/null or nothing is not."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):  # closed, or replaced by a stream without a descriptor
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def refuse_what_is_no_file(name: str) -> None:
    """Raise SourceError for a directory, a device (but /dev/null), a socket or a file that lies on no disk.

    Raises OSError when there is nothing of that name.
    """
    status = os.stat(name)
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise SourceError(f"{name} is a directory: {what_to_do_with(name)}.")
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode) and not os.path.samefile(name, os.devnull):
        raise SourceError(f"{name} is a device, not an article.")
    if stat.S_ISREG(mode) and not status.st_size and has_content(name):
        raise SourceError(f"{name} is a file of the system, not an article.")


def what_to_do_with(directory: str) -> str:
    """Return how the files of a directory are read: by the ending that most of them have, or by a run."""
    from collections import Counter
    from shlex import quote

    with os.scandir(directory) as entries:
        names = [entry.name for entry in islice(entries, SEVERAL) if entry.name[0] != "." and entry.is_file()]
    endings = Counter(os.path.splitext(name)[1] for name in sorted(names)).most_common(1)
    files = os.path.join(quote(directory), f"*{endings[0][0] if endings else '.txt'}")
    return f"name the files in it, such as {files}, or `clusterdoc run {quote(directory)} --store news.db` reads all"


def has_content(name: str) -> bool:
    """Return whether a file that says it is empty has content: the kernel's files do, and may have no end."""
    descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        return bool(os.read(descriptor, 1))
    except BlockingIOError:
        return True  # a file that is empty makes nobody wait
    finally:
        os.close(descriptor)


def read_stream(stream: BinaryIO, name: str, arrived: Callable[[], None]) -> bytes:
    """Return the bytes of a stream, read to its end; `arrived` is called when its first byte is there."""
    first = stream.read(1)
    arrived()
    data = first + stream.read(MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise SourceError(f"{shown(name)} is longer than {MAX_BYTES // 1_000_000} MB: no article is.")
    return data


@contextmanager
def waiting(name: str, say: Callable[[str], None]) -> Iterator[Callable[[], None]]:
    """Say what is waited for when the function that is yielded has not been called within two seconds."""
    timer = Timer(PATIENCE, say, [f"waiting for {name}"])
    timer.daemon = True
    timer.start()
    try:
        yield timer.cancel
    finally:
        timer.cancel()
