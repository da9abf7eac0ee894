"""What is derived from files that do not change, kept in the directory for caches: sealed, whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from clusterdoc.places import cache_directory

SEAL: Final = 32  # bytes of SHA-256
MOST: Final = 100_000_000  # bytes of a file that is read at all


def read_kept(name: str, purpose: str) -> memoryview | None:
    """Return what was kept under a name for a purpose; None when there is nothing, or something else."""
    data = read_bounded(name, MOST)
    body = memoryview(data)[SEAL:]
    return body if data[:SEAL] == _seal(purpose, [body]) else None


def read_bounded(name: str, most: int) -> bytes:
    """Return the bytes of a file of the directory for caches; none when it is no file, longer, or cannot be read."""
    with suppress(OSError), open(kept_path(name), "rb", opener=_without_waiting) as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size <= most:
            data = file.read(most + 1)
            return data if len(data) <= most else b""
    return b""


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; of a pipe, to which nobody may ever write, nothing is waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def keep(name: str, purpose: str, *parts: bytes) -> None:
    """Keep some bytes under a name, sealed; `purpose` says what they are good for."""
    write_kept(name, _seal(purpose, parts), *parts)


def write_kept(name: str, *parts: bytes) -> None:
    """Write a file of the directory for caches, whole or not at all, where one can be written."""
    with suppress(OSError):
        path = kept_path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}.new")
        try:
            new.write_bytes(b"".join(parts))
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _seal(purpose: str, parts: list[memoryview] | tuple[bytes, ...]) -> bytes:
    """Return the digest over what bytes are for and what they are."""
    import hashlib

    digest = hashlib.sha256(hashlib.sha256(purpose.encode()).digest())
    for part in parts:
        digest.update(part)
    return digest.digest()


def kept_path(name: str) -> Path:
    """Return the path of a file of the directory for caches; raises FileNotFoundError where there is none."""
    directory = cache_directory()
    if directory is None:
        raise FileNotFoundError
    return Path(directory) / name
