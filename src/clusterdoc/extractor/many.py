"""Many articles to documents, one after the other, in this process or in some."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, TypeAlias

from clusterdoc.corpus.contents import parts_at
from clusterdoc.errors import SourceError
from clusterdoc.extractor import extractor
from clusterdoc.facts import Document, Source

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from clusterdoc.name_patterns import NamePattern

Article: TypeAlias = "str | os.PathLike[str] | Source"
Outcome: TypeAlias = Document | SourceError

BATCH: Final = 16  # articles that go to a process at once
AHEAD: Final = 2  # batches for each process that are under way


@dataclass(frozen=True, slots=True)
class Reader:
    """How many articles are read: with which model, which names of the user's own, on which day of publication."""

    model: str | None
    names: tuple[NamePattern, ...]
    date: datetime.date | None

    def outcomes(self, article: Article) -> Iterator[Outcome]:
        """Yield the document of an article, those of the records in a file, or why one cannot be read."""
        for part in [article] if isinstance(article, Source) else parts_at(article):
            if isinstance(part, Source):
                yield replace(extractor(self.model), names=self.names).extract(part, self.date)
            else:
                yield part

    def batch(self, articles: Sequence[Article]) -> list[Outcome]:
        """Return the outcomes of a batch, in a process that does nothing else."""
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the processes are the parallelism
        return [outcome for article in articles for outcome in self.outcomes(article)]


def outcomes(articles: Iterable[Article], reader: Reader, processes: int) -> Iterator[Outcome]:
    """Yield what becomes of each article, in their order; they are taken as they are needed."""
    if processes == 1:
        yield from chain.from_iterable(map(reader.outcomes, articles))
        return
    left = iter(articles)
    under_way: deque[Future[list[Outcome]]] = deque()
    pool = ProcessPoolExecutor(processes, get_context("spawn"))
    try:
        while True:
            while len(under_way) < AHEAD * processes and (batch := list(islice(left, BATCH))):
                under_way.append(pool.submit(reader.batch, batch))
            if not under_way:
                return
            yield from under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
