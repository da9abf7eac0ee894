"""A lock that ends with its process: on a file that is there only as long as somebody holds it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock on a file, made for it and removed at the end; raises BlockingIOError while another has it.

    A process that is killed leaves the file, and its lock goes: the next one takes it over.
    """
    file = taken(path)
    try:
        yield
    finally:
        # Removed while it is held: whoever has opened it before finds that it is the file of that name no more.
        with suppress(OSError):  # Windows removes no file that is open: there it stays
            path.unlink()
        os.close(file)


def taken(path: Path) -> int:
    """Return a file that is open and locked, and still the one of that name once it is."""
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            lock(file)
            if same_file(file, path):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def lock(file: int) -> None:
    """Lock an open file for this process alone; raises BlockingIOError when another has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except PermissionError as error:  # Windows, and some systems for locks of another machine
        raise BlockingIOError(*error.args) from error


def same_file(file: int, path: Path) -> bool:
    """Tell whether an open file is the one that has this path now."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
