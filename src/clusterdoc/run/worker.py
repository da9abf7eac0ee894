"""One worker process: batches of texts come in, plain facts go out, one article after the other."""

from __future__ import annotations

import os
import pkgutil
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing import connection, parent_process
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from clusterdoc.errors import ClusterdocError
from clusterdoc.version import package_state

if TYPE_CHECKING:
    from clusterdoc.run.options import Extract, Options

# What a worker sends: one of these words, and what belongs to it.
READY: Final = "ready"
BROKEN: Final = "broken"  # a sentence: the engine cannot be made here
FACTS: Final = "facts"  # the rows of the next article
RAISED: Final = "raised"  # class and message of the error that ended the batch
END: Final = "end"

CHANGED: Final = "clusterdoc's own files were changed during the run: start it again, and it goes on from there."

Pipe: TypeAlias = "connection.Connection[Any, Any]"


def work(pipe: Pipe, options: Options, code: list[str] | None = None) -> None:
    """Extract what comes through the pipe until the run that owns the worker closes it, or ends.

    `code` is what clusterdoc's files were when the run began. A worker that starts later, in place of one that was
    lost, might find other facts with other files, and one store would hold both.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends its workers
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # N workers are the parallelism
    threading.Thread(target=follow_the_run, daemon=True).start()
    limit_memory(options.memory)
    try:
        extract = pkgutil.resolve_name(options.engine)(options)
    except ClusterdocError as error:
        pipe.send((BROKEN, str(error)))
        return
    if code is not None and code != package_state():
        pipe.send((BROKEN, CHANGED))
        return
    pipe.send((READY, None))
    with suppress(EOFError, OSError):  # the run has closed its end
        while True:
            pipe.send(one_batch(pipe, extract, pipe.recv()))


def one_batch(pipe: Pipe, extract: Extract, batch: Any) -> tuple[str, Any]:  # noqa: ANN401 -- what a pipe brings is Any
    """Send the facts of a batch; return the message that ends it."""
    try:
        for facts in extract(batch):
            pipe.send((FACTS, facts))
    except Exception as error:  # noqa: BLE001 -- whatever a document raises must not end the run
        return RAISED, (type(error).__name__, one_line(error))
    return END, None


def one_line(error: Exception | str) -> str:
    """Return the message of an error on one line of bounded length, in characters that a store can hold."""
    return " ".join(str(error).encode(errors="replace").decode().split())[:300]


def follow_the_run() -> None:
    """End this process when the run has ended, however it ended."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def limit_memory(size: int) -> None:
    """Let an allocation beyond `size` bytes of address space fail, where the system has such limits."""
    if size and sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))
