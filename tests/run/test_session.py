"""Whole runs on an engine that costs nothing: into the store once, whatever happens on the way."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fake_run import OPTIONS, run

from clusterdoc.corpus import Corpus
from clusterdoc.run.progress import Progress
from clusterdoc.run.session import Session
from clusterdoc.store.write import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from clusterdoc.run.options import Job
    from clusterdoc.store.write import Entry

TABLES = ("documents", "copies", "entities", "mentions", "quotes", "quote_entities", "figures", "failures")


class NoWorkers:
    """Workers that must not be asked for anything."""

    def map(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
        """Yield nothing, and fail when there is something to do."""
        for job in jobs:
            raise AssertionError(job)
        yield from ()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def corpus(folder: Path, texts: Mapping[str, str]) -> str:
    path = folder / "corpus.jsonl"
    lines = (json.dumps({"id": name, "text": text}) for name, text in texts.items())
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def ordinary(count: int, beginning: str = "Ann says") -> dict[str, str]:
    return {f"a{number}": f"{beginning} {number}." for number in range(count)}


def content(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of a store but for the runs, and which run a document came with."""
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.row_factory = sqlite3.Row
        rows = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}  # noqa: S608 -- our own names
    connection.close()
    return {table: [tuple(row[key] for key in row.keys() if key != "run") for row in rows[table]] for table in TABLES}  # noqa: SIM118 -- a Row iterates over its values


def test_an_unchanged_corpus_asks_for_no_worker(tmp_path: Path, store: Path) -> None:
    path = corpus(tmp_path, ordinary(30))
    assert run(path, store).documents == 30
    before = content(store)
    again = Session(Corpus((path,)), store, OPTIONS, "none").run(NoWorkers(), lambda _: None, Progress(None))
    assert (again.known, again.documents) == (30, 0)
    assert content(store) == before


def test_only_a_changed_article_is_done_anew(tmp_path: Path, store: Path) -> None:
    run(corpus(tmp_path, ordinary(30)), store)
    told: list[Entry] = []
    run(corpus(tmp_path, {**ordinary(30), "a7": "Bob says nothing."}), store, tell=told.append)
    assert [entry.article.id for entry in told if isinstance(entry, Found)] == ["a7"]
    assert ["a7" in row for row in content(store)["documents"] if "Bob says nothing." in row] == [True]
    assert len(content(store)["documents"]) == 30


def test_the_store_is_the_same_whatever_the_jobs(tmp_path: Path) -> None:
    texts = {**ordinary(90, "slow"), "a5": "raise", "a40": "die", "a41": "slow 3.", "a60": "die"}
    path = corpus(tmp_path, texts)
    stores = [tmp_path / f"{jobs}.db" for jobs in (1, 3)]
    for store, jobs in zip(stores, (1, 3), strict=True):
        run(path, store, jobs)
    assert content(stores[0]) == content(stores[1])


def test_one_raising_one_killing_and_one_endless_document_are_three_failures(tmp_path: Path, store: Path) -> None:
    texts = {**ordinary(200), "a11": "raise", "a99": "die", "a150": "stall"}
    summary = run(corpus(tmp_path, texts), store, 2)
    assert (summary.documents, summary.failures) == (197, 3)
    assert [row[2:3] + row[5:] for row in content(store)["failures"]] == [
        ("a11", "ValueError", "this text is bad"),
        ("a99", "WorkerDied", "The worker was killed by signal 9."),
        ("a150", "Timeout", "No answer within 2 seconds."),
    ]


def test_what_failed_is_tried_again_only_when_asked_for(tmp_path: Path, store: Path) -> None:
    path = corpus(tmp_path, {**ordinary(3), "a1": "raise"})
    assert run(path, store).failures == 1
    again = run(path, store)
    assert (again.failures, again.failed_before) == (0, 1)
    assert run(path, store, retry=True).failures == 1
    run(corpus(tmp_path, {**ordinary(3), "a1": "Ann is well."}), store)
    assert content(store)["failures"] == []


def test_a_bad_line_is_a_failure_and_the_run_goes_on(tmp_path: Path, store: Path) -> None:
    path = Path(corpus(tmp_path, ordinary(2)))
    path.write_text(path.read_text("utf-8").replace("\n", '\n{"text": NaN}\n'), encoding="utf-8")
    summary = run(str(path), store)
    assert (summary.documents, summary.failures) == (2, 1)


def test_a_bad_line_that_is_gone_is_no_failure_any_more(tmp_path: Path, store: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    good, bad = '{"id": "a", "text": "Ann."}\n', '{"text": NaN}\n'
    path.write_text(bad + good + bad, encoding="utf-8")
    other = tmp_path / "other.jsonl"
    other.write_text(bad, encoding="utf-8")
    run(str(other), store)
    assert run(str(path), store).failures == 2
    path.write_text(good + bad, encoding="utf-8")
    assert run(str(path), store).failures == 1
    assert [row[2] for row in content(store)["failures"]] == [f"{other}:1", f"{path}:2"]


def test_two_articles_of_one_text_are_one_document(tmp_path: Path, store: Path) -> None:
    path = corpus(tmp_path, {"a": "Ann.", "b": "Ann.", "c": "Bob."})
    summary = run(path, store)
    assert (summary.documents, summary.copies) == (2, 1)
    assert run(path, store).known == 3


def test_two_records_of_one_id_do_not_replace_each_other(tmp_path: Path, store: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": 1, "text": "Ann."}\n{"id": 1, "text": "Bob."}\n', encoding="utf-8")
    assert run(str(path), store).documents == 2
    assert run(str(path), store).known == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_is_killed_again_and_again_loses_nothing_it_reported(tmp_path: Path, jobs: int) -> None:
    path = corpus(tmp_path, ordinary(150, "slow"))
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    run(path, whole)
    dice = random.Random(6)  # noqa: S311 -- no secret
    reported: list[str] = []
    for _ in range(4):
        program = [sys.executable, str(Path(__file__).with_name("fake_run.py")), path, str(killed), str(jobs)]
        with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
            time.sleep(dice.uniform(0.5, 2.0))
            process.kill()
            reported += (process.stdout.read() if process.stdout else "").split()
        assert len(reported) == len(set(reported))
        if killed.exists():
            assert set(reported) <= {row[2] for row in content(killed)["documents"]}
    run(path, killed)
    assert content(killed) == content(whole)
