"""Runs jobs on a Dask cluster: a part a task, in the order of the corpus, a lost machine's parts made elsewhere."""

from __future__ import annotations

import hashlib
import shutil
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.run.options import BATCH_CHARACTERS, Job, Options, RunError
from clusterdoc.run.parts import Part, import_part, make, part_of
from clusterdoc.run.scheduler import Scheduler, connected
from clusterdoc.run.session import identity_of
from clusterdoc.store.write import Failed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

AHEAD: Final = 4  # parts a thread of the cluster that may be under way or waiting for an earlier one
TRIES: Final = 2  # to get a part that another run may have taken from the folder


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

    A `private` folder is this store's alone, and goes with the end of the run.
    """

    address: str
    options: Options
    folder: Path
    private: bool = True

    def map(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
        """Yield the jobs in their order with their entries, a part at a time; raises RunError."""
        source = iter(jobs)
        batch = self.next_batch(source)
        if not batch:
            return  # nothing to do: no cluster is asked
        self.make_folder()
        with connected(self.address) as scheduler:
            ahead: deque[Ahead] = deque()
            while batch or ahead:
                while batch and len(ahead) < AHEAD * max(1, scheduler.threads()):
                    ahead.append(self.submit(scheduler, batch))
                    batch = self.next_batch(source)
                first = ahead.popleft()
                made = self.finish(scheduler, first)
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

    def submit(self, scheduler: Scheduler, jobs: Sequence[Job], attempt: int = 1) -> Ahead:
        """Ask the cluster for the part of a batch."""
        work = [job for job in jobs if job.entry is None]
        if not work:
            return Ahead(jobs, work)
        part = part_of(work, identity_of(self.options), self.folder.absolute())
        # The path, not only its name: the same part of another run is in another folder.
        key = hashlib.sha256(f"{part.path} {attempt}".encode()).hexdigest()
        return Ahead(jobs, work, part, scheduler.submit(f"clusterdoc-{key}", make, part, self.options))

    def finish(self, scheduler: Scheduler, ahead: Ahead, attempt: int = 1) -> list[Part]:
        """Wait for a part and give its jobs their entries; return the parts that were made.

        One whose workers died is taken apart; one that is not there is made again, for another run that shares the
        folder may have had the same articles and done with them.
        """
        if ahead.part is None:
            return []
        trouble = scheduler.result(ahead.future)
        if trouble is None:
            return self.take_apart(scheduler, ahead.work)
        if trouble:
            raise RunError(trouble)
        try:
            import_part(ahead.part, ahead.work)
        except FileNotFoundError:
            if attempt < TRIES:
                return self.finish(scheduler, self.submit(scheduler, ahead.work, attempt + 1), attempt + 1)
            raise RunError(
                f"The cluster left {ahead.part.path}, which this machine does not see: "
                "name a shared directory with --parts."
            ) from None
        return [ahead.part]

    def take_apart(self, scheduler: Scheduler, work: Sequence[Job]) -> list[Part]:
        """Run the halves of a part whose workers died; a single document has failed."""
        if len(work) == 1:
            article = work[0].work
            message = "The machines that worked on it died, one after the other."
            work[0].entry = Failed(article.id, "WorkerDied", message, article.sha256, article.date)
            return []
        middle = len(work) // 2
        halves = [self.submit(scheduler, half) for half in (work[:middle], work[middle:])]
        return [part for half in halves for part in self.finish(scheduler, half)]

    def make_folder(self) -> None:
        """Make the folder of the parts."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RunError(f"{self.folder} cannot be made: {error.strerror}.") from error
