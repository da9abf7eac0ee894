"""Runs jobs on a Dask cluster: a part a task, in the order of the corpus, a lost machine's parts made elsewhere."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.run.options import Job, Options, RunError
from clusterdoc.run.parts import import_part, make, part_of
from clusterdoc.run.session import identity_of
from clusterdoc.run.worker import one_line
from clusterdoc.store.write import Failed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AHEAD: Final = 4  # parts a thread of the cluster that may be under way or waiting for an earlier one
CONNECT_SECONDS: Final = 10


@dataclass(slots=True)
class Ahead:
    """A part under way, and its jobs."""

    future: Any
    jobs: list[Job]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers behind a scheduler's address; `folder` is where all machines find the parts."""

    address: str
    options: Options
    folder: Path

    def map(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
        """Yield the jobs in their order with their entries, a part at a time; raises RunError."""
        source = iter(jobs)
        batch = self.next_batch(source)
        if not batch:
            return  # nothing to do: no cluster is asked
        self.make_folder()
        with connected(self.address) as client:
            self.check_workers(client)
            ahead: deque[Ahead] = deque()
            while batch or ahead:
                while batch and len(ahead) < AHEAD * max(1, threads(client)):
                    ahead.append(self.submit(client, batch))
                    batch = self.next_batch(source)
                first = ahead.popleft()
                made: list[str] = []
                yield self.finish(client, first, made)
                for path in made:  # the run has committed what is in it
                    Path(path).unlink(missing_ok=True)
        with suppress(OSError):  # parts of another run may be there
            self.folder.rmdir()

    def next_batch(self, source: Iterator[Job]) -> list[Job]:
        """Return the next jobs: as many as make a batch, and those between them that need no work."""
        batch: list[Job] = []
        work = 0
        for job in source:
            batch.append(job)
            work += job.entry is None
            if work >= self.options.batch or len(batch) >= self.options.batch * AHEAD:
                break
        return batch

    def submit(self, client: Any, jobs: list[Job]) -> Ahead:  # noqa: ANN401 -- distributed has no types
        """Ask the cluster for the part of a batch."""
        work = [job for job in jobs if job.entry is None]
        if not work:
            return Ahead(None, jobs)
        part = part_of(work, identity_of(self.options), self.folder.absolute())
        return Ahead(client.submit(make, part, self.options, key=f"clusterdoc-{Path(part.path).stem}"), jobs)

    def finish(self, client: Any, part: Ahead, made: list[str]) -> list[Job]:  # noqa: ANN401 -- the same
        """Wait for a part and import it, its file added to `made`; one that the cluster gives up is taken apart."""
        work = [job for job in part.jobs if job.entry is None]
        if not work:
            return part.jobs
        try:
            path = part.future.result()
        except Exception as error:  # noqa: BLE001 -- whatever happened on the machine of the worker
            self.take_apart(client, work, error, made)
            return part.jobs
        try:
            import_part(path, work)
        except FileNotFoundError:
            raise RunError(
                f"The cluster left {path}, which this machine does not see: name a shared directory with --parts."
            ) from None
        made.append(path)
        return part.jobs

    def take_apart(self, client: Any, work: list[Job], error: Exception, made: list[str]) -> None:  # noqa: ANN401 -- the same
        """Run the halves of a part that failed as a whole; a single document has failed."""
        if len(work) == 1:
            article = work[0].work
            work[0].entry = Failed(article.id, type(error).__name__, one_line(error), article.sha256, article.date)
            return
        middle = len(work) // 2
        for half in [self.submit(client, work[:middle]), self.submit(client, work[middle:])]:
            self.finish(client, half, made)

    def check_workers(self, client: Any) -> None:  # noqa: ANN401 -- the same
        """Raise RunError when a worker would find other facts than this machine: another version or model."""
        here = identity_of(self.options)
        try:
            there = client.run(identity_of, self.options)
        except Exception as error:
            raise RunError(f"The cluster cannot run clusterdoc {here.clusterdoc}: {one_line(error)}") from error
        for worker, identity in sorted(there.items()):
            if identity != here:
                raise RunError(
                    f"The worker at {worker} has clusterdoc {identity.clusterdoc} with {identity.model}, "
                    f"this machine {here.clusterdoc} with {here.model}."
                )

    def make_folder(self) -> None:
        """Make the folder of the parts."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RunError(f"{self.folder} cannot be made: {error.strerror}.") from error


def connected(address: str) -> Any:  # noqa: ANN401 -- distributed has no types
    """Return a client of a scheduler; TLS is set up as Dask's own configuration says. Raises RunError."""
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise RunError("A cluster needs one more package: pip install 'clusterdoc[cluster]'.") from None
    try:
        return Client(address, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask has no types
    except (OSError, ValueError) as error:
        raise RunError(f"No Dask scheduler answers at {address}: {error or type(error).__name__}.") from error


def threads(client: Any) -> int:  # noqa: ANN401 -- the same
    """Return how many threads the cluster has now: machines come and go."""
    return sum(client.nthreads().values())
