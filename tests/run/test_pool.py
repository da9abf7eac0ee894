"""The pool on engines that cost nothing: what one document does, and what becomes of the others."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import TYPE_CHECKING

import pytest

from clusterdoc.corpus import Article
from clusterdoc.run.options import Job, Options, RunError
from clusterdoc.run.pool import Pool, Worker
from clusterdoc.store.write import Failed, Found

if TYPE_CHECKING:
    from collections.abc import Iterable

FAKE = Options(engine="fake_engine:engine", batch=8, timeout=2)


def run(texts: Iterable[str], options: Options = FAKE, jobs: int = 2) -> list[Job]:
    todo = [Job(Article(str(n), text, str(n), 0)) for n, text in enumerate(texts)]
    return [job for ready in Pool(options, jobs).map(todo) for job in ready]


def failures(jobs: list[Job]) -> dict[str, str]:
    return {job.entry.id: job.entry.error for job in jobs if isinstance(job.entry, Failed)}


def ordinary(count: int) -> list[str]:
    return [f"Ann says {n}" for n in range(count)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_jobs_come_back_in_their_order_with_their_facts(jobs: int) -> None:
    done = run(ordinary(100), jobs=jobs)
    assert [job.work.id for job in done] == [str(n) for n in range(100)]
    assert all(isinstance(job.entry, Found) and job.entry.article is job.article for job in done)


def test_each_bad_document_is_one_failure_and_the_rest_is_done() -> None:
    texts = ordinary(60)
    texts[3], texts[20], texts[41] = "raise", "die", "stall"
    done = run(texts)
    assert failures(done) == {"3": "ValueError", "20": "WorkerDied", "41": "Timeout"}
    assert len(done) == 60


def test_the_message_of_a_failure_is_one_line() -> None:
    (job,) = run(["raise"], jobs=1)
    assert isinstance(job.entry, Failed)
    assert job.entry.message == "this text is bad"


def test_a_document_that_wants_too_much_memory_fails_alone() -> None:
    assert failures(run(["Ann", "hog", "Ann and Bob"])) == {"1": "MemoryError"}


def test_a_batch_of_nothing_but_bad_documents_ends() -> None:
    assert len(failures(run(["raise"] * 20))) == 20


def test_a_job_that_needs_no_work_keeps_its_place_and_starts_no_worker() -> None:
    pool = Pool(FAKE, 2)
    todo = [Job(entry=Failed(str(n), "Unreadable", "")) for n in range(500)]
    assert [job for ready in pool.map(todo) for job in ready] == todo
    assert not pool.workers


def test_workers_that_are_killed_cost_nothing_but_time() -> None:
    pool = Pool(FAKE, 2)
    todo = [Job(Article(str(n), f"slow {n}", str(n), 0)) for n in range(200)]
    over = threading.Event()

    def kill() -> None:
        while not over.wait(0.7):
            for worker in [worker for worker in pool.workers if worker.ready][:1]:
                os.kill(worker.process.pid or 0, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        done = [job for ready in pool.map(todo) for job in ready]
    finally:
        over.set()
        killer.join()
    assert not failures(done)
    assert len(done) == 200


def test_ctrl_c_leaves_workers_alone_from_their_first_moment_on() -> None:
    worker = Worker(FAKE)
    try:
        os.kill(worker.process.pid or 0, signal.SIGINT)  # as a terminal sends it to all of its processes
        worker.pipe.recv()  # it is ready
        assert worker.process.is_alive()
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    finally:
        worker.stop()


def test_the_first_batch_is_one_article_so_that_the_time_left_is_known_soon() -> None:
    pool = Pool(FAKE, 1)
    told: list[int] = []
    pool.on_ready = lambda: told.append(len(told))
    (first, *_) = pool.map(Job(Article(str(n), "Ann", str(n), 0)) for n in range(20))
    assert (len(first), told) == (1, [0])


def test_a_worker_is_replaced_after_so_many_documents() -> None:
    pool = Pool(Options(engine=FAKE.engine, batch=4, recycle=8), 1)
    seen = set()
    for _ in pool.map(Job(Article(str(n), "Ann", str(n), 0)) for n in range(40)):
        seen |= {worker.process.pid for worker in pool.workers}
    assert len(seen) > 2


@pytest.mark.parametrize(
    ("engine", "sentence"),
    [("fake_engine:broken", "The model is not installed."), ("fake_engine:deadly", "No worker gets ready")],
)
def test_workers_that_cannot_start_end_the_run(engine: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clusterdoc.run.pool.STARTS", 3)
    with pytest.raises(RunError, match=sentence):
        run(ordinary(3), Options(engine=engine))


def test_no_worker_outlives_its_pool() -> None:
    pool = Pool(FAKE, 2)
    finished = pool.map(Job(Article(str(n), f"slow {n}", str(n), 0)) for n in range(100))
    next(finished)
    workers = [worker.process.pid for worker in pool.workers]
    finished.close()  # type: ignore[attr-defined]  # a generator
    time.sleep(0.1)
    for pid in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(pid or 0, 0)
