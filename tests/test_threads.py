"""A parse takes one thread for its matrix products, and leaves the host's setting as it was."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from clusterdoc.parse.threads import loaded_blas, one_thread

if TYPE_CHECKING:
    from collections.abc import Iterator


def threads() -> int:
    blas = loaded_blas()
    if blas is None:
        pytest.skip("numpy has another BLAS here")
    return blas.get()


@pytest.fixture(autouse=True)
def three(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the host program have three threads."""
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    blas, before = loaded_blas(), threads()
    assert blas
    blas.set(3)
    yield
    blas.set(before)


def test_there_is_one_thread_inside_and_the_hosts_own_outside() -> None:
    with one_thread():
        assert threads() == 1
    assert threads() == 3


def test_an_error_inside_leaves_the_hosts_setting() -> None:
    with pytest.raises(KeyError), one_thread():
        raise KeyError
    assert threads() == 3


def test_parses_that_overlap_leave_the_hosts_setting() -> None:
    begun, ended = Barrier(8), Barrier(8)

    def parse(number: int) -> int:
        with one_thread():
            begun.wait(30)
            inside = threads()
            if number % 2:
                ended.wait(30)
        if not number % 2:
            ended.wait(30)
        return inside

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(parse, range(8))) == [1] * 8
    assert threads() == 3
