"""One raising, one killing and one endless document among many: each is a failure, and nothing else is lost.

    python benchmarks/poison_run.py CORPUS.jsonl [--articles 800] [--jobs 2] [--timeout 20]

The engine is the real one but for three texts. To have 800 articles from a corpus of 294, each is cut into its halves
and the halves are numbered.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import tempfile
import time
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdoc.corpus import Corpus
from clusterdoc.run.engine import engine as real_engine
from clusterdoc.run.options import Options
from clusterdoc.run.pool import Pool
from clusterdoc.run.progress import Progress
from clusterdoc.run.session import Session, complaint
from clusterdoc.store.write import Failed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.run.options import Extract, Task
    from clusterdoc.store.rows import Rows

RAISING, KILLING, ENDLESS = "raise!", "kill!", "endless!"


def engine(options: Options) -> Extract:
    """Return the real engine, but for what the three texts do."""
    extract = real_engine(options)

    def poisoned(batch: Sequence[Task]) -> Iterator[Rows]:
        for task in batch:
            if task.text == RAISING:
                raise ValueError("a document that raises")
            if task.text == KILLING:
                os.kill(os.getpid(), signal.SIGKILL)
            while task.text == ENDLESS:
                pass
            yield from extract([task])

    return poisoned


def main() -> None:
    """Run the poisoned corpus and print what became of it."""
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch) / "corpus.jsonl"
        corpus.write_text("\n".join(map(json.dumps, records(options))), encoding="utf-8")
        working = Options(engine="poison_run:engine", timeout=options.timeout)
        session = Session(Corpus((str(corpus),)), Path(scratch) / "store.db", working, f"{options.jobs} jobs")
        failed: list[str] = []
        start = time.monotonic()
        summary = session.run(
            Pool(working, options.jobs),
            lambda entry: failed.append(complaint(entry)) if isinstance(entry, Failed) else None,
            Progress(None),
        )
    print(f"{summary.documents} documents, {summary.failures} failures in {time.monotonic() - start:.0f} s")
    print("\n".join(failed))


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Run a corpus with three poisoned documents.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=800)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=20)
    return parser.parse_args()


def records(options: argparse.Namespace) -> list[dict[str, str]]:
    """Return the articles, three of them poisoned."""
    texts = [json.loads(line)["text"] for line in options.corpus.read_text("utf-8").splitlines()]
    halves = [half for text in texts for half in (text[: len(text) // 2], text[len(text) // 2 :])]
    numbered = (f"{half}\n\nVersion {number}." for number in count() for half in halves)
    chosen = list(islice(numbered, options.articles))
    for place, text in zip((0.2, 0.5, 0.8), (RAISING, KILLING, ENDLESS), strict=True):
        chosen[int(place * len(chosen))] = text
    return [{"id": str(number), "text": text} for number, text in enumerate(chosen)]


if __name__ == "__main__":
    main()
