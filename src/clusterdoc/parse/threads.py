"""One thread for the matrix products of a parse, and the host program's setting again afterwards.

The matrices of these models are small: many threads take four to six times the CPU time and are slower on the wall.
OpenBLAS has one setting a process. Several parses may overlap, so the first saves the host's and the last restores it.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


NAMES: Final = [  # of OpenBLAS's functions, by how it was built: numpy's own wheels have the first
    (f"{prefix}openblas_get_num_threads{suffix}", f"{prefix}openblas_set_num_threads{suffix}")
    for prefix in ("scipy_", "")
    for suffix in ("64_", "")
]


class Blas(NamedTuple):
    """The two functions of OpenBLAS that tell and set its number of threads."""

    get: Callable[[], int]
    set: Callable[[int], object]


class OneThread:
    """Limits OpenBLAS to one thread while any parse is under way."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.parses = 0
        self.before = 1

    def enter(self, blas: Blas) -> None:
        """Begin a parse: the first one sets the limit."""
        with self.lock:
            self.parses += 1
            if self.parses == 1:
                self.before = blas.get()
                blas.set(1)

    def leave(self, blas: Blas) -> None:
        """End a parse: the last one gives the host its setting back."""
        with self.lock:
            self.parses -= 1
            if self.parses == 0:
                blas.set(self.before)


ONE: Final = OneThread()


@lru_cache(maxsize=1)
def loaded_blas() -> Blas | None:
    """Return the OpenBLAS that numpy is linked to, None when it is another library, which has other habits."""
    import ctypes

    core = import_module("numpy._core._multiarray_umath")
    try:
        linked = ctypes.CDLL(str(core.__file__))  # its symbols are those of the libraries it needs, too
    except OSError:
        return None
    found = ((getattr(linked, get, None), getattr(linked, put, None)) for get, put in NAMES)
    return next((Blas(get, put) for get, put in found if get and put), None)


@contextmanager
def one_thread() -> Iterator[None]:
    """Run the body with one thread for matrix products; the command line has set that for good."""
    if os.environ.get("OPENBLAS_NUM_THREADS") == "1":
        yield
        return
    blas = loaded_blas()
    if blas is None:
        yield
        return
    ONE.enter(blas)
    try:
        yield
    finally:
        ONE.leave(blas)
