"""Bytes of a file, unpacked, in bounded memory: a small archive must not become a full disk or a full memory."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOCUMENT_BYTES: Final = 20_000_000
# Apache Tika's defence against bombs: text packs 3 to 10 times, 1,000 zeros to one byte.
RATIO: Final = 100
UNSUSPECTED_BYTES: Final = 1_000_000  # so small that no ratio matters
CHUNK: Final = 65_536
GZIP: Final = b"\x1f\x8b"
ZSTD: Final = b"\x28\xb5\x2f\xfd"
ZSTD_WINDOW: Final = 1 << 27  # zstd's own default limit: 128 MB


class UnpackError(Exception):
    """A file that cannot be unpacked; the message is one sentence."""


class Readable(Protocol):
    """What gives bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""


def unpack(file: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of a file, unpacked when they begin as gzip or zstd do.

    Raises UnpackError for a damaged file, for one that unpacks to more than a hundred times its size, and for zstd
    without the extra that reads it.
    """
    head = file.read(len(ZSTD))
    replay = Replay(head, file)
    if head.startswith(GZIP):
        yield from capped(gzip_chunks(replay), replay)
    elif head == ZSTD:
        yield from capped(zstd_chunks(replay), replay)
    else:
        while chunk := replay.read(CHUNK):
            yield chunk


class Replay:
    """A file whose first bytes were read already, counting what is taken from it."""

    def __init__(self, head: bytes, file: Readable) -> None:
        self.head = head
        self.file = file
        self.taken = 0

    def read(self, size: int = CHUNK, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        chunk, self.head = (self.head[:size], self.head[size:]) if self.head else (self.file.read(size), b"")
        self.taken += len(chunk)
        return chunk


def capped(chunks: Iterator[bytes], packed: Replay) -> Iterator[bytes]:
    """Yield the chunks until they are too many for what they came from."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > UNSUSPECTED_BYTES and total > RATIO * packed.taken:
            raise UnpackError(f"The file unpacks to more than {RATIO} times its size, as bombs do: it is left out.")
        yield chunk


def gzip_chunks(packed: Replay) -> Iterator[bytes]:
    """Yield what a gzip file holds, all its members one after the other."""
    member = zlib.decompressobj(wbits=31)
    try:
        while block := packed.read():
            while block:
                yield member.decompress(block, CHUNK)
                while member.unconsumed_tail:
                    yield member.decompress(member.unconsumed_tail, CHUNK)
                block = member.unused_data.lstrip(b"\0") if member.eof else b""
                if member.eof and block:
                    member = zlib.decompressobj(wbits=31)
    except zlib.error as error:
        raise UnpackError(f"The gzip file is damaged: {error}.") from error
    if not member.eof:
        raise UnpackError("The gzip file ends before its end.")


def zstd_chunks(packed: Replay) -> Iterator[bytes]:
    """Yield what a zstd file holds."""
    try:
        import zstandard
    except ModuleNotFoundError:
        raise UnpackError("Reading .zst files needs one more package: pip install 'clusterdoc[zstd]'.") from None
    unpacker = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    reader = unpacker.stream_reader(cast("BinaryIO", packed), read_across_frames=True)
    try:
        while chunk := reader.read(CHUNK):
            yield chunk
    except zstandard.ZstdError as error:
        raise UnpackError(f"The zstd file is damaged: {error}.") from error


def whole(chunks: Iterable[bytes], limit: int = DOCUMENT_BYTES) -> bytes:
    """Return all chunks as one; raises UnpackError when they are longer than a document may be."""
    parts, total = [], 0
    for chunk in chunks:
        total += len(chunk)
        if total > limit:
            raise UnpackError(f"The file is longer than {limit // 1_000_000} MB.")
        parts.append(chunk)
    return b"".join(parts)


def lines(chunks: Iterable[bytes], limit: int = DOCUMENT_BYTES) -> Iterator[bytes | None]:
    """Yield the lines without their ends; None for one that is longer than `limit`, of which no more is kept."""
    parts: list[bytes] = []
    length = 0
    for chunk in chunks:
        *ended, tail = chunk.split(b"\n")
        for end in ended:
            yield None if length + len(end) > limit else b"".join((*parts, end))
            parts, length = [], 0
        length += len(tail)
        parts = [*parts, tail] if length <= limit and tail else parts
        if length > limit:
            parts = []
    if length:
        yield None if length > limit else b"".join(parts)
