"""One run: a corpus, a store, and the workers between them."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from clusterdoc import version
from clusterdoc.parse.pipeline import model_name
from clusterdoc.run.plan import Plan
from clusterdoc.run.summary import Summary
from clusterdoc.source.naming import STDIN, printable
from clusterdoc.store.connect import open_to_write
from clusterdoc.store.write import Failed, Identity, Writer
from clusterdoc.terms import MAX_CHARS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from clusterdoc.corpus import Corpus
    from clusterdoc.run.options import Job, Options
    from clusterdoc.run.progress import Progress
    from clusterdoc.store.write import Entry

TRANSACTION: Final = 50  # documents: what a reader waits for, and what a crash costs


class Workers(Protocol):
    """What runs jobs: the pool of this machine, or a cluster."""

    def map(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
        """Yield the jobs in their order with their entries."""


@dataclass(frozen=True, slots=True)
class Session:
    """What to run and where to: `name` says who works, `date` is that of articles without one.

    `tell` is called with every entry once it is committed; `prune` removes what other extractors found, at the end.
    `summary` counts what is done and safe, also when the run is interrupted.
    """

    corpus: Corpus
    store: Path
    options: Options
    name: str
    date: str | None = None
    retry: bool = False
    prune: bool = False
    summary: Summary = field(default_factory=Summary)

    def run(self, workers: Workers, tell: Callable[[Entry], None], progress: Progress) -> Summary:
        """Run it; raises CorpusError, ModelError, RunError or StoreError, with all that was told in the store."""
        self.corpus.check()
        identity = identity_of(self.options)
        summary = self.summary
        with open_to_write(self.store) as connection:
            writer = Writer(
                connection,
                identity,
                [path if path == STDIN else printable(path) for path in self.corpus.paths],
                self.name,
            )
            plan = Plan(writer, self.corpus, self.date, self.retry)
            progress.begin(summary, self.corpus.size)
            try:
                with closing(iter(workers.map(_counted(plan, progress)))) as finished:  # type: ignore[type-var]  # a generator, which closes
                    for jobs in finished:
                        self.commit(jobs, writer, plan, summary)
                        for job in jobs:
                            if job.entry is not None:
                                tell(job.entry)
                        progress.show(jobs[-1].position)
            finally:
                summary.known, summary.failed_before = plan.known, plan.failed_before
                progress.end()
            writer.end_run()
            summary.pruned = writer.prune() if self.prune else 0
        return summary

    @staticmethod
    def commit(jobs: list[Job], writer: Writer, plan: Plan, summary: Summary) -> None:
        """Commit what became of some jobs."""
        entries = [job.entry for job in jobs if job.entry is not None]
        for start in range(0, len(entries), TRANSACTION):
            writer.commit(entries[start : start + TRANSACTION])
        for job in jobs:
            plan.done(job)
        for entry in entries:
            summary.add(entry)


def _counted(plan: Plan, progress: Progress) -> Iterator[Job]:
    """Yield the jobs of a plan; what is behind the first one has been done before, which the progress is told."""
    for job in plan:
        progress.skip(plan.reached)
        yield job


def identity_of(options: Options) -> Identity:
    """Return what makes the facts under these options; raises ModelError when the model is not installed."""
    changed: dict[str, object] = {} if options.max_chars == MAX_CHARS else {"max_chars": options.max_chars}
    if options.names:
        changed["names"] = hashlib.sha256(options.names.encode()).hexdigest()
    settings = json.dumps(changed, separators=(",", ":"))
    return Identity(version.__version__, model_name(options.model, trust=options.trust), settings)


def complaint(entry: Failed) -> str:
    """Return the sentence about an article that failed."""
    return (
        f"{entry.id}: {entry.message}" if entry.error == "Unreadable" else f"{entry.id}: {entry.error}: {entry.message}"
    )
