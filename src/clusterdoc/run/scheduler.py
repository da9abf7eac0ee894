"""A Dask scheduler as a run needs it: tasks in, answers out; all that can go wrong with it is one sentence."""

from __future__ import annotations

import asyncio
import logging
import re
from contextlib import contextmanager
from dataclasses import dataclass
from socket import gaierror
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.run.options import RunError
from clusterdoc.run.worker import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONNECT_SECONDS: Final = 10
PATIENCE_SECONDS: Final = 60  # without a worker, or without an answer of the scheduler

# What may be wrong with an address where something answers, but no scheduler of ours, by its beginning.
HINTS: Final = {
    "tcp://": "Does it ask for TLS, tls://?",
    "tls://": "TLS is set up in Dask's configuration under distributed.comm.tls.",
}
COMM: Final = re.compile("in <[^<>]{0,200}>: ")  # "in <TLS (closed) local=tls://…>: SSLError: …"


@dataclass(frozen=True, slots=True)
class Scheduler:
    """A client of the scheduler at an address."""

    address: str
    client: Any

    def submit(self, key: str, function: Callable[..., str], *arguments: object) -> Any:  # noqa: ANN401 -- distributed has no types
        """Have a function called somewhere; return the future of what it returns."""
        with _sentences_for_errors(self.address):
            return self.client.submit(function, *arguments, key=key)

    def threads(self) -> int:
        """Return how many threads the cluster has now: machines come and go."""
        with _sentences_for_errors(self.address):
            return sum(self.client.sync(self.client.scheduler.ncores, callback_timeout=PATIENCE_SECONDS).values())

    def result(self, future: Any) -> str | None:  # noqa: ANN401 -- the same
        """Wait for what a task returns; None when the workers that ran it have died, one after the other."""
        from distributed import KilledWorker

        while True:
            with _sentences_for_errors(self.address):
                try:
                    answer: str = future.result(PATIENCE_SECONDS)
                except KilledWorker:
                    return None
                except TimeoutError:
                    if self.threads():
                        continue
                    raise RunError(f"The cluster at {self.address} has no workers.") from None
                return answer


@contextmanager
def connected(address: str) -> Iterator[Scheduler]:
    """Connect to a scheduler; TLS is set up as Dask's own configuration says. Raises RunError."""
    try:
        import distributed
    except ModuleNotFoundError:
        raise RunError("A cluster needs one more package: pip install 'clusterdoc[cluster]'.") from None
    for name in ("distributed", "distributed.client"):  # they log with tracebacks what becomes a sentence here
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        asyncio.run(asyncio.wait_for(_answer(address), CONNECT_SECONDS))
    except Exception as error:
        raise RunError(no_answer(address, error)) from error
    with _sentences_for_errors(address):
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask has no types
    with client:
        yield Scheduler(address, client)


async def _answer(address: str) -> None:
    """Return when a scheduler has answered.

    A Client would wait for ever for a server that is none, and 20 seconds more for its own end after any other error.
    """
    from distributed import Security, rpc

    settings = Security().get_connection_args("client")  # type: ignore[no-untyped-call]  # Dask has no types
    async with rpc(address, timeout=CONNECT_SECONDS, connection_args=settings) as scheduler:  # type: ignore[no-untyped-call]
        await scheduler.identity()


def no_answer(address: str, error: BaseException) -> str:
    """Return the sentence for an address where no scheduler answers."""
    error = beginning(error)
    if isinstance(error, TimeoutError | asyncio.CancelledError | ConnectionRefusedError | gaierror):
        return f"No Dask scheduler answers at {address}."
    said = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    reason = COMM.sub("", one_line(said)).rstrip(".")
    return f"No Dask scheduler answers at {address}: {reason}. {HINTS.get(address[:6], '')}".rstrip()


@contextmanager
def _sentences_for_errors(address: str) -> Iterator[None]:
    """Turn what Dask raises into a RunError."""
    from concurrent.futures import CancelledError

    try:
        yield
    except RunError:
        raise
    except (OSError, CancelledError) as error:
        raise RunError(f"The scheduler at {address} is gone: run again when it is back.") from error
    except Exception as error:
        reason = one_line(str(beginning(error))).rstrip(".")
        raise RunError(f"The cluster at {address} cannot do the work: {reason}.") from error


def beginning(error: BaseException) -> BaseException:
    """Return the error that an error came from in the end: it says most."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error
