"""The work of `clusterdoc run` without its processes: what is found, not who finds it, is the matter of most tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.run.engine import engine
from clusterdoc.run.pool import Pool
from clusterdoc.store.write import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clusterdoc.run.options import Job


class OwnProcess(Pool):
    """A pool that does all its work here, with the model that is loaded already."""

    def map(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
        """Yield the jobs one by one with their entries."""
        extract = engine(self.options)
        for job in jobs:
            if job.entry is None:
                [rows] = extract([job.task])
                job.entry = Found(job.work, rows)
            yield [job]
