"""Parts, and a run on a cluster of this machine, on an engine that costs nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fake_run import OPTIONS, run
from test_session import content, corpus, ordinary

from clusterdoc.corpus import Article, Corpus
from clusterdoc.run.cluster import Cluster
from clusterdoc.run.options import Job, RunError
from clusterdoc.run.parts import import_part, make, part_of
from clusterdoc.run.progress import Progress
from clusterdoc.run.session import Session
from clusterdoc.store.write import Failed, Found, Identity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.run.session import Summary

IDENTITY = Identity("1", "fake 1")


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a scheduler with two workers, each a process of its own."""
    pytest.importorskip("distributed")
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    here = {"cwd": Path(__file__).parent, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "dask"]
    options = ["--scheduler-file", str(file), "--no-dashboard"]
    scheduler = subprocess.Popen([*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", *options], **here)  # type: ignore[call-overload]
    while not file.exists():
        time.sleep(0.1)
    one_thread = ["--nworkers", "2", "--nthreads", "1"]
    workers = subprocess.Popen([*dask, "worker", *options, *one_thread, "--preload", "fake_engine"], **here)  # type: ignore[call-overload]
    yield json.loads(file.read_text("utf-8"))["address"]
    for process in (workers, scheduler):
        process.terminate()
        process.wait(20)


def on_cluster(address: str, path: str, store: Path) -> Summary:
    workers = Cluster(address, OPTIONS, store.with_name("parts"))
    return Session(Corpus((path,)), store, OPTIONS, address).run(workers, lambda _: None, Progress(None))


def test_a_part_is_named_after_what_is_in_it_and_made_once(tmp_path: Path) -> None:
    jobs = [Job(Article(str(n), text, "", 0)) for n, text in enumerate(["Ann says a.", "raise", "Bob."])]
    part = part_of(jobs, IDENTITY, tmp_path)
    assert part_of(jobs, IDENTITY, tmp_path) == part
    assert part_of(jobs, Identity("2", "fake 1"), tmp_path).path != part.path
    assert part_of(jobs[:2], IDENTITY, tmp_path).path != part.path
    made = Path(make(part, OPTIONS)).stat()
    assert Path(make(part, OPTIONS)).stat() == made
    assert [path.name for path in tmp_path.iterdir()] == [Path(part.path).name]
    import_part(part.path, jobs)
    assert [type(job.entry) for job in jobs] == [Found, Failed, Found]


def test_a_cluster_fills_the_store_as_a_pool_does(tmp_path: Path, scheduler: str) -> None:
    path = corpus(tmp_path, {**ordinary(60), "a5": "raise", "a7": "Ann says 3.", "a20": "die"})
    summary = on_cluster(scheduler, path, tmp_path / "cluster.db")
    assert (summary.documents, summary.copies, summary.failures) == (57, 1, 2)
    run(path, tmp_path / "pool.db")
    assert content(tmp_path / "cluster.db") == content(tmp_path / "pool.db")
    assert not (tmp_path / "parts").exists()


def test_a_cluster_that_would_find_other_facts_is_refused(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clusterdoc.__version__", "999")
    with pytest.raises(RunError, match=r"The worker at \S+ has clusterdoc \S+ with \S+ \S+, this machine 999 with"):
        on_cluster(scheduler, corpus(tmp_path, ordinary(3)), tmp_path / "news.db")


def test_a_corpus_without_work_asks_for_no_cluster(tmp_path: Path) -> None:
    path = corpus(tmp_path, ordinary(3))
    run(path, tmp_path / "news.db")
    assert on_cluster("tcp://127.0.0.1:1", path, tmp_path / "news.db").known == 3


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://here"])
def test_a_scheduler_that_is_not_there_is_one_sentence(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("clusterdoc.run.cluster.CONNECT_SECONDS", 0.5)
    with pytest.raises(RunError, match="No Dask scheduler answers at"):
        on_cluster(address, corpus(tmp_path, ordinary(3)), tmp_path / "news.db")


def test_without_the_extra_one_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RunError, match=r"pip install 'clusterdoc\[cluster\]'"):
        on_cluster("tcp://127.0.0.1:1", corpus(tmp_path, ordinary(3)), tmp_path / "news.db")
