"""Files and standard input to text. No normalising and no guessing: offsets are sacred."""

from __future__ import annotations

import os
import re
import shlex
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Final

from clusterdoc.errors import ClusterdocError
from clusterdoc.facts import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

STDIN: Final = "-"
SAMPLE: Final = "article.txt"
MAX_BYTES: Final = 100_000_000
PATIENCE: Final = 2.0  # seconds until somebody is told what is being waited for
URL: Final = re.compile(r"(?i)[a-z][a-z0-9+.-]{1,20}://")

SIGNATURES: Final = (  # how files begin that are no text: (first bytes, what it is, the cure)
    (b"\x1f\x8b", "gzip-compressed", "gunzip -c FILE | clusterdoc COMMAND -"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed", "zstdcat FILE | clusterdoc COMMAND -"),
    (b"BZh", "bzip2-compressed", "bunzip2 -c FILE | clusterdoc COMMAND -"),
    (b"\xfd7zXZ", "xz-compressed", "xzcat FILE | clusterdoc COMMAND -"),
    (b"%PDF-", "a PDF", "pdftotext FILE - | clusterdoc COMMAND -"),
    (b"PK\x03\x04", "a ZIP or an office document", "export it as plain text"),
    (b"\xff\xfe\x00\x00", "UTF-32", "iconv -f UTF-32 -t UTF-8 FILE"),
    (b"\x00\x00\xfe\xff", "UTF-32", "iconv -f UTF-32 -t UTF-8 FILE"),
    (b"\xff\xfe", "UTF-16", "iconv -f UTF-16 -t UTF-8 FILE"),
    (b"\xfe\xff", "UTF-16", "iconv -f UTF-16 -t UTF-8 FILE"),
)


class SourceError(ClusterdocError, ValueError):
    """A file that cannot be read as an article; the message is one sentence that says what to do."""


def silent(sentence: str) -> None:
    """Say nothing: the `say` of a caller who has nobody to tell."""


def read_file(path: str | os.PathLike[str], say: Callable[[str], None] = silent) -> Source:
    """Return the article in a UTF-8 file or a FIFO; `say` gets one sentence when a FIFO stays silent for two seconds.

    Raises SourceError when the path cannot be read as text: not there, a directory, a device, compressed, not UTF-8.
    """
    name = os.fspath(path)
    if URL.match(name):
        raise SourceError(f"{name} is a URL, and URLs are not fetched: save the page as text first.")
    if not name:
        raise SourceError("'' is not a file name: it is empty.")
    try:
        refuse_what_is_no_file(name)
        with waiting(name, say) as arrived, Path(name).open("rb") as stream:
            return read_stream(stream, name, arrived)
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{name!r} is not a file name: {error}.") from error


def read_stdin(say: Callable[[str], None] = silent) -> Source:
    """Return the article on standard input; `say` gets one sentence when nothing came for two seconds.

    Raises SourceError when standard input is closed, empty or not text.
    """
    if sys.stdin is None:
        raise SourceError("Standard input is closed.")
    try:
        with waiting("standard input", say) as arrived:
            text = read_stream(sys.stdin.buffer, STDIN, arrived).text
    except OSError as error:
        raise SourceError(f"Standard input cannot be read: {error.strerror}.") from error
    if not text:
        raise SourceError("Standard input is empty.")
    return Source("standard input", text)


def read_sample() -> Source:
    """Return the sample article, which lies in the wheel and, in a checkout, under data/."""
    from importlib import resources

    package = resources.files("clusterdoc")
    shipped = package.joinpath(SAMPLE)
    sample = shipped if shipped.is_file() else Path(str(package)).parents[1] / "data" / SAMPLE
    return Source(SAMPLE, decode(sample.read_bytes(), SAMPLE))


def stdin_is_given() -> bool:
    """Return whether standard input is a pipe, a file or a socket: a terminal, /dev/null or nothing is not."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):  # closed, or replaced by a stream without a descriptor
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def refuse_what_is_no_file(name: str) -> None:
    """Raise SourceError for a directory, a device (but /dev/null) or a socket; OSError when there is nothing."""
    mode = Path(name).stat().st_mode
    if stat.S_ISDIR(mode):
        raise SourceError(f"{name} is a directory: name the files in it, such as {Path(name) / '*.txt'}.")
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode) and not Path(name).samefile(os.devnull):
        raise SourceError(f"{name} is a device, not an article.")


def read_stream(stream: BinaryIO, name: str, arrived: Callable[[], None]) -> Source:
    """Return the article in a byte stream, read to its end; `arrived` is called when its first byte is there."""
    first = stream.read(1)
    arrived()
    data = first + stream.read(MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise SourceError(f"{shown(name)} is longer than {MAX_BYTES // 1_000_000} MB: no article is.")
    return Source(printable(name), decode(data, name))


def decode(data: bytes, name: str) -> str:
    """Return UTF-8 bytes as text, without the byte order mark; raises SourceError naming the bad byte and the cure."""
    for signature, what, cure in SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"{shown(name)} is {what}, not UTF-8 text: {cure.replace('FILE', typed(name))}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{shown(name)} is not UTF-8 (byte 0x{data[error.start]:02x} at {error.start:,}). "
            f"Convert it: iconv -f latin1 -t utf-8 {typed(name)}"
        ) from None


def typed(name: str) -> str:
    """Return a source's name as it is typed in a shell."""
    return "FILE" if name == STDIN else shlex.quote(name)


def printable(name: str) -> str:
    """Return a file name as text: bytes of it that are not UTF-8, which Python keeps as surrogates, become visible."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def shown(name: str) -> str:
    """Return a source's name as a sentence has it."""
    return "Standard input" if name == STDIN else name


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
