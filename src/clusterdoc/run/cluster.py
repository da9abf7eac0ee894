"""Runs jobs on a Dask cluster: a part a task, in the order of the corpus; parts of a lost machine are made again."""

from __future__ import annotations

import hashlib
import shutil
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from clusterdoc.run.options import BATCH_CHARACTERS, Job, Options, RunError
from clusterdoc.run.parts import Part, import_part, make, part_for
from clusterdoc.run.scheduler import Scheduler, connected
from clusterdoc.run.session import identity_of
from clusterdoc.store.write import Failed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

AHEAD: Final = 4  # parts a thread of the cluster that may be under way or waiting for an earlier one
TRIES: Final = 2  # of a part that another run has taken away, of a document that may have died with another
SHARED: Final = 1  # the try whose part is that of all runs


@dataclass(slots=True)
class Ahead:
    """A part under way, and its jobs; no part when none of them needs work."""

    jobs: Sequence[Job]
    work: Sequence[Job]
    part: Part | None = None
    future: Any = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers behind a scheduler's address; `folder` is where all machines find the parts.

    A `private` folder is this store's alone, and goes with the end of the run. `name` is this run's and no other's.
    """

    address: str
    options: Options
    folder: Path
    private: bool = True
    name: str = field(default_factory=lambda: uuid4().hex)

    def map(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
        """Yield the jobs in their order with their entries, a part at a time; raises RunError."""
        source = iter(jobs)
        batch = self.next_batch(source)
        if not batch:
            return  # nothing to do: no cluster is asked
        with connected(self.address) as scheduler:
            self.make_folder()
            ahead: deque[Ahead] = deque()
            while batch or ahead:
                while batch and len(ahead) < AHEAD * max(1, scheduler.threads()):
                    ahead.append(self.submit(scheduler, batch))
                    batch = self.next_batch(source)
                first = ahead.popleft()
                made = self.collect(scheduler, first)
                yield list(first.jobs)
                for part in made:  # the run has committed what is in it
                    Path(part.path).unlink(missing_ok=True)
        if self.private:
            shutil.rmtree(self.folder, ignore_errors=True)

    def next_batch(self, source: Iterator[Job]) -> list[Job]:
        """Return the next jobs: as many as make a batch, and those between them that need no work."""
        batch: list[Job] = []
        work = characters = 0
        for job in source:
            batch.append(job)
            if job.entry is None:
                work += 1
                characters += len(job.work.text)
            full = work >= self.options.batch or characters >= BATCH_CHARACTERS
            if full or len(batch) >= self.options.batch * AHEAD:
                break
        return batch

    def submit(self, scheduler: Scheduler, jobs: Sequence[Job], attempt: int = SHARED) -> Ahead:
        """Ask the cluster for the part of a batch."""
        work = [job for job in jobs if job.entry is None]
        if not work:
            return Ahead(jobs, work)
        # Other runs that want a part take it away as soon as they have it; the one of this run's own is left to it.
        owner = "" if attempt == SHARED else self.name
        part = part_for(work, identity_of(self.options), self.folder.absolute(), owner)
        # The path, not only its name: the same part of another run is in another folder.
        key = hashlib.sha256(f"{part.path} {attempt}".encode()).hexdigest()
        return Ahead(jobs, work, part, scheduler.submit(f"clusterdoc-{key}", make, part, self.options))

    def collect(self, scheduler: Scheduler, ahead: Ahead, attempt: int = SHARED) -> list[Part]:
        """Wait for a part and give its jobs their entries; return the parts that were made.

        One whose workers died is taken apart. One that is not there is made again, for this run alone: another run that
        shares the folder may have had the same articles and done with them.
        """
        if ahead.part is None:
            return []
        trouble = scheduler.result(ahead.future)
        if trouble:
            raise RunError(trouble)
        died = trouble is None
        if died and len(ahead.work) > 1:
            return self.take_apart(scheduler, ahead.work)
        if not died and imported(ahead.part, ahead.work):
            return [ahead.part]
        if attempt < TRIES:
            return self.collect(scheduler, self.submit(scheduler, ahead.work, attempt + 1), attempt + 1)
        if died:
            ahead.work[0].entry = lost(ahead.work[0])
            return []
        raise RunError(
            f"The cluster left {ahead.part.path}, which is not to be seen here: name a shared directory with --parts."
        )

    def take_apart(self, scheduler: Scheduler, work: Sequence[Job]) -> list[Part]:
        """Run the halves of a part whose workers died.

        One after the other: Dask counts a death against all that a worker was to do, not only against what killed it.
        """
        middle = len(work) // 2
        made = []
        for half in (work[:middle], work[middle:]):
            made += self.collect(scheduler, self.submit(scheduler, half))
        return made

    def make_folder(self) -> None:
        """Make the folder of the parts."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RunError(f"{self.folder} cannot be made: {error.strerror}.") from error


def imported(part: Part, work: Sequence[Job]) -> bool:
    """Give the jobs of a part their entries; False when this machine does not see its file."""
    try:
        import_part(part, work)
    except FileNotFoundError:
        return False
    return True


def lost(job: Job) -> Failed:
    """Return the failure of a document over which whole machines died."""
    article = job.work
    message = "The machines that worked on it died, one after the other."
    return Failed(article.id, "WorkerDied", message, article.sha256, article.date)
