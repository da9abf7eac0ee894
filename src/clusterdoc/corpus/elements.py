"""JSON objects in an array, or one after the other over many lines: each as its bytes, in bounded memory.

Not ijson (3.6.0 tried: BSD, 0.7 MB, 50 ms to import): it stops at the first record that is broken, where a run names
that one and goes on; it takes a key that comes twice, makes a lone surrogate "?", and needs 1 GB for 20 kB of opening
brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.corpus.strict_json import RecordError
from clusterdoc.corpus.unpack import DOCUMENT_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TOKEN: Final = re.compile(rb'\\[\s\S]|["{}\[\],]')
BLANK: Final = b" \t\r\n"


def elements(chunks: Iterable[bytes], *, array: bool) -> Iterator[bytes | RecordError]:
    """Yield the elements of an array, or the objects that stand one after the other; an error for what is none."""
    found = Elements(array=array)
    held = b""
    for chunk in chunks:
        whole = held + chunk
        in_escape = (len(whole) - len(whole.rstrip(b"\\"))) % 2
        held = whole[len(whole) - in_escape :]
        yield from found.fed(whole[: len(whole) - in_escape])
    rest = b"".join(found.parts).strip(BLANK)
    if array and not found.closed:
        yield RecordError("The array has no end: the file is cut off.")
    elif array and rest:
        yield RecordError("Something stands behind the end of the array.")
    elif rest:
        yield rest


class Elements:
    """What was found so far: how deep the reader is, and the parts of the element that has not ended."""

    def __init__(self, *, array: bool) -> None:
        self.array = array
        self.depth = 0
        self.string = False
        self.closed = False
        self.parts: list[bytes] = []
        self.length = 0
        self.count = 0

    def fed(self, chunk: bytes) -> Iterator[bytes | RecordError]:
        """Yield the elements that end in a chunk, which does not end within an escape."""
        start = 0
        for token in TOKEN.finditer(chunk):
            mark = token[0]
            if mark == b'"':
                self.string = not self.string
            elif self.string or self.closed or len(mark) > 1:
                continue
            elif self.opens(mark):
                start = token.end()
            elif self.ends(mark):
                self.keep(chunk[start : token.start() if self.array else token.end()])
                yield from self.taken()
                start = token.end()
        self.keep(chunk[start:])

    def opens(self, mark: bytes) -> bool:
        """Tell whether the array begins."""
        begins = self.array and self.depth == 0 and mark == b"["
        self.depth += begins
        return begins

    def ends(self, mark: bytes) -> bool:
        """Tell whether an element ends at a bracket or a comma, of which note is taken."""
        if mark == b",":
            return self.array and self.depth == 1
        if mark in b"[{":
            self.depth += 1
            return False
        self.depth = max(0, self.depth - 1)
        self.closed = self.array and self.depth == 0
        return self.depth == 0

    def keep(self, part: bytes) -> None:
        """Keep a part of an element, unless the element is too long already."""
        self.length += len(part)
        if self.length <= DOCUMENT_BYTES:
            self.parts.append(part)

    def taken(self) -> Iterator[bytes | RecordError]:
        """Yield the element that has ended, and begin the next; an empty array has none."""
        element = b"".join(self.parts).strip(BLANK)
        too_long = self.length > DOCUMENT_BYTES
        self.parts, self.length = [], 0
        if element or too_long or self.count or not self.closed:
            self.count += 1
            yield RecordError(f"The record is longer than {DOCUMENT_BYTES // 1_000_000} MB.") if too_long else element
