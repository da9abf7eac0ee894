"""A Dask cluster of this machine, its workers with the fake engine: to be started, used and killed."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECONDS = 60


@contextmanager
def dask_cluster(
    workers: int, protocol: str = "tcp", settings: Mapping[str, str] | None = None, *, nannies: bool = False
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Yield the address of a scheduler, and its process; each worker is a process of its own.

    One with a nanny, which is another process, starts again when it dies.
    """
    pytest.importorskip("distributed")
    environment = {**os.environ, **(settings or {})}
    here = {"cwd": Path(__file__).parent, "env": environment, "stderr": subprocess.PIPE, "text": True}
    dask = [sys.executable, "-m", "dask"]
    options = ["--protocol", protocol, "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    scheduler: subprocess.Popen[str] = subprocess.Popen([*dask, "scheduler", *options], **here)  # type: ignore[call-overload]
    started = [scheduler]
    try:
        address = after("Scheduler at:", scheduler)
        options = [address, "--nanny" if nannies else "--no-nanny", "--nthreads", "1", "--no-dashboard"]
        command = [*dask, "worker", *options, "--preload", "fake_engine"]
        started += [subprocess.Popen(command, **here) for _ in range(workers)]  # type: ignore[call-overload]
        for worker in started[1:]:
            after("Registered to:", worker)
        yield address, scheduler
    finally:
        for process in reversed(started):
            process.terminate()
            process.communicate(timeout=SECONDS)


def after(words: str, process: subprocess.Popen[str]) -> str:
    """Return what a process says on the line that has some words, and after them."""
    assert process.stderr
    for line in process.stderr:
        if words in line:
            return line.split(words)[1].strip()
    raise AssertionError(words)
