"""The pool on engines that cost nothing: what one document does, and what becomes of the others."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import connection
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


class Killing(Pool):
    """A pool whose workers are killed when they have answered, and when they have nothing to do."""

    every = 7

    def hear(self, worker: Worker, word: str, content: object) -> None:
        super().hear(worker, word, content)
        self.heard = getattr(self, "heard", 0) + 1
        if self.heard % self.every == 0:
            kill(worker)


def kill(worker: Worker) -> None:
    os.kill(worker.process.pid or 0, signal.SIGKILL)
    connection.wait([worker.process.sentinel])


@pytest.mark.parametrize("jobs", [1, 2])
def test_workers_that_are_killed_cost_nothing_but_time(jobs: int) -> None:
    todo = [Job(Article(str(n), f"Ann {n}", str(n), 0)) for n in range(60)]
    done = [job for ready in Killing(FAKE, jobs).map(todo) for job in ready]
    assert not failures(done)
    assert [job.work.id for job in done] == [str(n) for n in range(60)]


def test_no_document_answers_for_a_worker_that_died_with_nothing_to_do() -> None:
    pool = Pool(FAKE, 1, stay=True)
    try:
        list(pool.map([Job(Article("0", "Ann", "0", 0))]))
        kill(*pool.workers)
        ((job,),) = pool.map([Job(Article("1", "Ann", "1", 0))])
    finally:
        pool.close()
    assert (job.deaths, isinstance(job.entry, Found)) == (0, True)


def test_after_a_start_that_failed_workers_start_one_by_one() -> None:
    pool = Pool(Options(engine=FAKE.engine, batch=1), 3)
    pool.source = iter([Job(Article(str(n), "Ann", str(n), 0)) for n in range(9)])
    try:
        pool.hand_out()
        assert len(pool.workers) == 3
        pool.lose(pool.workers[0], "WorkerDied", "")
        pool.hand_out()
        assert len(pool.workers) == 2
        while pool.failed_starts:
            pool.wait()
        pool.hand_out()
        assert len(pool.workers) == 3
    finally:
        pool.close()


def test_a_worker_that_starts_with_other_code_than_the_run_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clusterdoc.run.pool.package_state", lambda: ["facts.py 1 2"])
    with pytest.raises(RunError, match="files were changed during the run"):
        run(ordinary(1), jobs=1)


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
