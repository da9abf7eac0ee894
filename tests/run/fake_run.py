"""A run of the fake engine as a program of its own, to be killed: CORPUS STORE JOBS; prints each id that is done."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdoc.corpus import Corpus
from clusterdoc.run.options import Options
from clusterdoc.run.pool import Pool
from clusterdoc.run.progress import Progress
from clusterdoc.run.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from clusterdoc.run.summary import Summary
    from clusterdoc.store.write import Entry

OPTIONS = Options(engine="fake_engine:engine", batch=8, timeout=2)


def run(
    corpus: str, store: Path, jobs: int = 1, tell: Callable[[Entry], None] = lambda _: None, *, retry: bool = False
) -> Summary:
    """Run the fake engine over a corpus."""
    session = Session(Corpus((corpus,)), store, OPTIONS, f"{jobs} jobs", retry=retry)
    return session.run(Pool(OPTIONS, jobs), tell, Progress(None))


def say(entry: Entry) -> None:
    """Print the id of an article."""
    print(entry.article.id if hasattr(entry, "article") else entry.id, flush=True)  # noqa: T201 -- the test reads it


if __name__ == "__main__":
    run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), say)
