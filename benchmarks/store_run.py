"""Measure how a store grows: the documents of one are written again and again under new names into another.

    python benchmarks/store_run.py STORE.db [--articles 10000]

Prints for each tenth of the way the writer's CPU time and the bytes an article, the largest transaction so far (pages
of the write-ahead log), and the time of a search and of the view of speakers.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdoc.corpus import Article
from clusterdoc.store.connect import open_to_read, open_to_write
from clusterdoc.store.read import stored_documents
from clusterdoc.store.rows import document_rows
from clusterdoc.store.search import Question, search
from clusterdoc.store.write import Found, Identity, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clusterdoc.facts import Document

TRANSACTION = 50


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure how a store grows.")
    parser.add_argument("store", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    with open_to_read(options.store) as connection:
        documents = [stored.document for stored in stored_documents(connection)]
    print(
        "| articles | writer, CPU ms an article | KB an article | largest transaction, MB | search, ms | speakers, ms |"
    )
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch, open_to_write(Path(scratch) / "grown.db") as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")  # by hand, to see the size of each transaction
        writer = Writer(connection, Identity("0", "grown"), [], "1 jobs")
        source = entries(documents)
        largest = 0
        for done in range(options.articles // 10, options.articles + 1, options.articles // 10):
            start = time.process_time()
            for _ in range(options.articles // 10 // TRANSACTION):
                writer.commit([next(source) for _ in range(TRANSACTION)])
                largest = max(largest, (Path(scratch) / "grown.db-wal").stat().st_size)
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cpu = (time.process_time() - start) * 1000 / (options.articles // 10)
            size = (Path(scratch) / "grown.db").stat().st_size / 1024 / done
            found = timed(lambda: list(search(connection, Question(["climate", "change"]), 50)))
            view = timed(lambda: connection.execute("SELECT * FROM speakers LIMIT 10").fetchall())
            print(f"| {done:,} | {cpu:.2f} | {size:.1f} | {largest / 1e6:.1f} | {found:.1f} | {view:.1f} |", flush=True)


def entries(documents: list[Document]) -> Iterator[Found]:
    """Yield the documents over and over, each time as another text; the making of the rows costs the worker."""
    prepared = [(document.source.text, document_rows(document)) for document in documents]
    for number, (text, found) in enumerate(cycle(prepared)):
        yield Found(Article(str(number), f"{text} ({number})", "", 0), found)


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds of CPU something takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
