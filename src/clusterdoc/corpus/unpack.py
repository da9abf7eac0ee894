"""Bytes of a file, unpacked, in bounded memory: a small archive must not become a full disk or a full memory."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DOCUMENT_BYTES: Final = 20_000_000
# Apache Tika's defence against bombs: text packs 3 to 10 times, 1,000 zeros to one byte.
RATIO: Final = 100
UNSUSPECTED_BYTES: Final = 1_000_000  # so small that no ratio matters
CHUNK: Final = 65_536
BLOCK: Final = 1_024  # of a packed file at a time: zstd can make 32,000 bytes of one
GZIP: Final = b"\x1f\x8b"
ZSTD: Final = b"\x28\xb5\x2f\xfd"
ZSTD_WINDOW: Final = 1 << 27  # zstd's own default limit: 128 MB


class UnpackError(Exception):
    """A file that cannot be unpacked; the message is one sentence."""


class Readable(Protocol):
    """What gives bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""


class Unpacker(Protocol):
    """What unpacks one member of a packed file."""

    @property
    def eof(self) -> bool:
        """Tell whether the member has ended."""

    @property
    def unused_data(self) -> bytes:
        """Return what came after its end."""

    def decompress(self, data: bytes, /) -> bytes:
        """Return what the next bytes unpack to."""


def unpack(file: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of a file, unpacked when they begin as gzip or zstd do.

    Raises UnpackError for a damaged file, for one that unpacks to more than a hundred times its size, and for zstd
    without the extra that reads it.
    """
    head = file.read(len(ZSTD))
    replay = Replay(head, file)
    if head.startswith(GZIP):
        yield from capped(members(gzip_member, replay), replay)
    elif head == ZSTD:
        yield from capped(members(zstd_frame, replay), replay)
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


def gzip_member() -> Unpacker:
    """Return what unpacks one member of a gzip file."""
    return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)


def zstd_frame() -> Unpacker:
    """Return what unpacks one frame of a zstd file; raises UnpackError without the extra."""
    try:
        import zstandard
    except ModuleNotFoundError:
        raise UnpackError("Reading .zst files needs one more package: pip install 'clusterdoc[zstd]'.") from None
    return zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW).decompressobj()


def members(new: Callable[[], Unpacker], packed: Replay) -> Iterator[bytes]:
    """Yield what the members of a packed file hold, one after the other; raises UnpackError for a damaged one."""
    member: Unpacker | None = None
    while block := packed.read(BLOCK):
        while block := block if member else block.lstrip(b"\0"):  # zeros pad a file to whole blocks
            member = member or new()
            try:
                yield member.decompress(block)
            except Exception as error:
                raise UnpackError(f"The file is damaged: {error}.") from error
            block = member.unused_data if member.eof else b""
            member = None if member.eof else member
    if member:
        raise UnpackError("The file ends before its end: it is cut off.")


def whole(chunks: Iterable[bytes], limit: int = DOCUMENT_BYTES) -> bytes:
    """Return all chunks as one; raises UnpackError when they are longer than a document may be."""
    parts, total = [], 0
    for chunk in chunks:
        total += len(chunk)
        if total > limit:
            raise UnpackError(f"The file is longer than {limit // 1_000_000} MB.")
        parts.append(chunk)
    return b"".join(parts)


def split_lines(chunks: Iterable[bytes], limit: int = DOCUMENT_BYTES) -> Iterator[bytes | None]:
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
