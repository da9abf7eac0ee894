"""Parts, and a run on a cluster of this machine, on an engine that costs nothing."""

from __future__ import annotations

import os
import re
import socket
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from dask_cluster import dask_cluster
from fake_run import OPTIONS, run
from test_session import content, corpus, ordinary

from clusterdoc.corpus import Article, Corpus
from clusterdoc.run.cluster import Cluster
from clusterdoc.run.options import Job, RunError
from clusterdoc.run.parts import Part, import_part, make, part_for
from clusterdoc.run.progress import Progress
from clusterdoc.run.session import Session, identity_of
from clusterdoc.store.write import Failed, Found, Identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.run.summary import Summary

HERE = identity_of(OPTIONS)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Yield the address of a scheduler with two workers."""
    with dask_cluster(2) as (address, _):
        yield address


def on_cluster(address: str, path: str, store: Path, parts: Path | None = None) -> Summary:
    workers = Cluster(address, OPTIONS, parts or store.with_name("parts"), private=parts is None)
    return Session(Corpus((path,)), store, OPTIONS, address).run(workers, lambda _: None, Progress(None))


def some_jobs() -> list[Job]:
    return [Job(Article(str(n), text, "", 0)) for n, text in enumerate(["Ann says a.", "raise", "Bob."])]


def test_a_part_is_named_after_what_is_in_it_and_made_once(tmp_path: Path) -> None:
    jobs = some_jobs()
    part = part_for(jobs, HERE, tmp_path)
    assert part_for(jobs, HERE, tmp_path) == part
    assert part_for(jobs, Identity("2", "fake 1"), tmp_path).path != part.path
    assert part_for(jobs[:2], HERE, tmp_path).path != part.path
    assert make(part, OPTIONS) == ""
    made = Path(part.path).stat()
    assert make(part, OPTIONS) == ""
    assert Path(part.path).stat() == made
    assert [path.name for path in tmp_path.iterdir()] == [Path(part.path).name]
    import_part(part, jobs)
    assert [type(job.entry) for job in jobs] == [Found, Failed, Found]


@pytest.mark.parametrize(
    ("identity", "folder", "engine", "sentence"),
    [
        (
            Identity("2", "m 1"),
            "",
            OPTIONS.engine,
            r"The worker on \S+: it has clusterdoc \S+ with .+, not 2 with m 1\.",
        ),
        (HERE, "none", OPTIONS.engine, r"The worker on \S+ cannot write \S+none\S+: No such file or directory\."),
        (HERE, "", "fake_engine:broken", r"The worker on \S+: The model is not installed\."),
    ],
)
def test_what_a_machine_cannot_do_is_one_sentence_and_no_failure_of_a_document(
    tmp_path: Path, identity: Identity, folder: str, engine: str, sentence: str
) -> None:
    part = part_for(some_jobs(), identity, tmp_path / folder)
    assert re.fullmatch(sentence, make(part, replace(OPTIONS, engine=engine)))
    assert not list(tmp_path.iterdir())


def test_any_error_of_a_machine_is_sent_as_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_deep(*_: object) -> None:
        raise RecursionError("maximum recursion depth exceeded")  # no recursion: what limit there is others may raise

    monkeypatch.setattr("clusterdoc.run.parts.part_outcomes", too_deep)
    assert " failed: RecursionError: maximum recursion depth" in make(part_for(some_jobs(), HERE, tmp_path), OPTIONS)


def test_a_cluster_fills_the_store_as_a_pool_does(tmp_path: Path, scheduler: str) -> None:
    path = corpus(tmp_path, {**ordinary(60), "a5": "raise", "a7": "Ann says 3.", "a20": "die"})
    summary = on_cluster(scheduler, path, tmp_path / "cluster.db")
    assert (summary.documents, summary.copies, summary.failures) == (57, 1, 2)
    run(path, tmp_path / "pool.db")
    assert content(tmp_path / "cluster.db") == content(tmp_path / "pool.db")
    assert not (tmp_path / "parts").exists()


def test_a_document_over_which_whole_machines_die_is_one_failure(tmp_path: Path) -> None:
    path = corpus(tmp_path, {"a": "Ann says a.", "b": "Bob.", "c": "fell", "d": "Ann says d."})
    settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with dask_cluster(1, settings=settings, nannies=True) as (address, _):
        summary = on_cluster(address, path, tmp_path / "news.db")
    assert (summary.documents, summary.failures) == (3, 1)
    assert [row[2] for row in content(tmp_path / "news.db")["failures"]] == ["c"]


def test_runs_that_share_a_folder_of_parts_do_not_take_them_from_each_other(tmp_path: Path, scheduler: str) -> None:
    path = corpus(tmp_path, ordinary(100, "slow"))
    stores = [tmp_path / f"{number}.db" for number in range(3)]
    with ThreadPoolExecutor() as together:
        runs = [together.submit(on_cluster, scheduler, path, store, tmp_path / "shared") for store in stores]
    assert [finished.result().documents for finished in runs] == [100, 100, 100]
    assert not list((tmp_path / "shared").iterdir())


def test_a_part_that_other_runs_always_take_first_is_made_for_this_run_alone(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(part: Part, jobs: Sequence[Job]) -> None:
        if re.fullmatch(r"[0-9a-f]{64}\.json", Path(part.path).name):
            Path(part.path).unlink()
            raise FileNotFoundError
        import_part(part, jobs)

    monkeypatch.setattr("clusterdoc.run.cluster.import_part", taken)
    path = corpus(tmp_path, ordinary(20))
    assert on_cluster(scheduler, path, tmp_path / "news.db", tmp_path / "shared").documents == 20
    assert not list((tmp_path / "shared").iterdir())


def test_parts_that_do_not_come_to_this_machine_are_one_sentence(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(part: Part, _: object) -> None:
        Path(part.path).unlink()
        raise FileNotFoundError

    monkeypatch.setattr("clusterdoc.run.cluster.import_part", elsewhere)
    with pytest.raises(RunError, match="name a shared directory with --parts"):
        on_cluster(scheduler, corpus(tmp_path, ordinary(3)), tmp_path / "news.db")


def test_a_part_is_worth_a_bounded_number_of_characters(tmp_path: Path) -> None:
    jobs = [Job(Article(str(n), "a" * 90_000, "", 0)) for n in range(8)]
    cluster = Cluster("", replace(OPTIONS, batch=100), tmp_path)
    source = iter(jobs)
    assert [len(cluster.next_batch(source)) for _ in range(4)] == [3, 3, 2, 0]


def test_workers_get_memory_as_a_run_of_one_machine_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLOC_TRIM_THRESHOLD_", "65536")  # as a Dask nanny does
    make(part_for(some_jobs(), HERE, tmp_path), OPTIONS)
    assert "MALLOC_TRIM_THRESHOLD_" not in os.environ


def test_a_cluster_that_would_find_other_facts_is_refused(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clusterdoc.version.__version__", "999")
    with pytest.raises(RunError, match=r"The worker on \S+: it has clusterdoc \S+ with \S+ \S+, not 999 with"):
        on_cluster(scheduler, corpus(tmp_path, ordinary(3)), tmp_path / "news.db")


def test_a_cluster_without_clusterdoc_is_one_sentence(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = ModuleType("nowhere")
    monkeypatch.setattr(make, "__module__", "nowhere")
    monkeypatch.setattr(nowhere, "make", make, raising=False)
    monkeypatch.setitem(sys.modules, "nowhere", nowhere)
    with pytest.raises(RunError, match=r"The cluster at \S+ cannot do the work: No module named 'nowhere'\."):
        on_cluster(scheduler, corpus(tmp_path, ordinary(3)), tmp_path / "news.db")


def test_a_cluster_without_workers_is_one_sentence_and_so_is_one_whose_scheduler_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clusterdoc.run.scheduler.PATIENCE_SECONDS", 1)
    path = corpus(tmp_path, ordinary(3))
    with dask_cluster(0) as (address, process):
        with pytest.raises(RunError, match=r"The cluster at \S+ has no workers\."):
            on_cluster(address, path, tmp_path / "news.db")
        monkeypatch.setattr("clusterdoc.run.scheduler.PATIENCE_SECONDS", 60)
        killer = threading.Timer(1, process.kill)
        killer.start()
        with pytest.raises(RunError, match=r"The scheduler at \S+ is gone: run again when it is back\."):
            on_cluster(address, path, tmp_path / "news.db")
    assert run(path, tmp_path / "news.db").documents == 3


def test_a_corpus_without_work_asks_for_no_cluster(tmp_path: Path) -> None:
    path = corpus(tmp_path, ordinary(3))
    run(path, tmp_path / "news.db")
    assert on_cluster("tcp://127.0.0.1:1", path, tmp_path / "news.db").known == 3


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("tcp://127.0.0.1:1", r"No Dask scheduler answers at tcp://127\.0\.0\.1:1\."),
        ("nonsense://here", "No Dask scheduler answers at nonsense://here: unknown address scheme 'nonsense'"),
        ("tls://127.0.0.1:1", "No Dask scheduler answers at tls://.+ TLS is set up in Dask's configuration"),
    ],
)
def test_a_scheduler_that_is_not_there_is_one_sentence(
    tmp_path: Path, address: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("clusterdoc.run.scheduler.CONNECT_SECONDS", 0.5)
    with pytest.raises(RunError, match=sentence):
        on_cluster(address, corpus(tmp_path, ordinary(3)), tmp_path / "news.db")
    assert not (tmp_path / "parts").exists()


def test_a_server_that_is_no_scheduler_does_not_keep_a_run_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("clusterdoc.run.scheduler.CONNECT_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(RunError, match="No Dask scheduler answers"):
        on_cluster(f"tcp://127.0.0.1:{silent.getsockname()[1]}", corpus(tmp_path, ordinary(3)), tmp_path / "news.db")


def test_without_the_extra_one_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RunError, match=r"pip install 'clusterdoc\[cluster\]'"):
        on_cluster("tcp://127.0.0.1:1", corpus(tmp_path, ordinary(3)), tmp_path / "news.db")
