"""Workers of our own: watched, limited, replaced; a batch that fails is taken apart to the one document that did it.

Not `nlp.pipe(n_process=N)`: it waits for ever for a worker that was killed, and sends 323 KB of Doc an article through
a pipe where the facts are some 10 KB.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from contextlib import contextmanager
from multiprocessing import connection, resource_tracker
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.run.options import BATCH_CHARACTERS, Job, Options, RunError, time_limit
from clusterdoc.run.worker import BROKEN, END, FACTS, RAISED, READY, work
from clusterdoc.store.write import Failed, Found
from clusterdoc.version import package_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WINDOW: Final = 8  # batches a worker that may be under way or done before an earlier one is
LOAD_SECONDS: Final = 300.0
STARTS: Final = 20  # workers in a row that may die before they are ready: by hands, or for want of memory
DEATHS: Final = 5  # workers that may die over one document: four in a row may have been killed by someone else


class Worker:
    """A process, its pipe, and the jobs it has still to answer."""

    def __init__(self, options: Options, code: list[str] | None = None) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.options = options
        self.pipe, theirs = spawn.Pipe()
        self.process = spawn.Process(target=work, args=(theirs, options, code), daemon=True)
        with no_interrupt():
            self.process.start()
        theirs.close()
        self.jobs: deque[Job] = deque()
        self.ready = False
        self.busy = False  # until the worker says that its batch has ended
        self.answered = 0
        self.deadline = time.monotonic() + LOAD_SECONDS

    def give(self, jobs: Iterable[Job]) -> None:
        """Hand over a batch; it is sent when the worker is ready."""
        self.busy = True
        self.jobs.extend(jobs)
        if self.ready:
            self.send()

    def send(self) -> None:
        """Send the batch. A worker that is dead by now is found dead by whoever waits for it."""
        self.set_deadline()
        try:
            self.pipe.send([job.task for job in self.jobs])
        except OSError:
            self.process.kill()

    def set_deadline(self) -> None:
        """Give the worker its time for the next document, or for the end of the batch."""
        self.deadline = time.monotonic() + self.limit()

    def limit(self) -> float:
        """Return how many seconds the worker has for what it is doing."""
        return time_limit(self.options, len(self.jobs[0].work.text) if self.jobs else 0)

    def has_ended(self) -> bool:
        """Tell whether the process is gone; `is_alive` may hold it for alive until the system has cleared it away."""
        return bool(connection.wait([self.process.sentinel], 0))

    def stop(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
        self.process.close()


@contextmanager
def no_interrupt() -> Iterator[None]:
    """Keep Ctrl-C from the processes started here, which inherit that; it reaches this one at the end.

    Without it a worker that is still importing Python's own modules would answer with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # which lets the signal through again when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Pool:
    """Runs jobs through `count` workers, which start when there is something to do.

    They end with the jobs, or `stay` for the next ones. `on_loading` is called when the first one
    starts to load its model, `on_ready` when one has. The first batch is one article, from which the time left is
    reckoned.
    """

    def __init__(self, options: Options, count: int, *, stay: bool = False) -> None:
        self.options = options
        self.count = count
        self.stay = stay
        self.code = package_state()
        self.workers: list[Worker] = []
        self.source: Iterator[Job] = iter(())
        self.exhausted = False
        self.again: deque[list[Job]] = deque()  # batches whose worker failed
        self.order: deque[Job] = deque()  # jobs taken and not yet given back
        self.ended = False  # a batch has ended since jobs were last given back
        self.failed_starts = 0
        self.begun = False
        self.started = False
        self.on_loading: Callable[[], None] = lambda: None
        self.on_ready: Callable[[], None] = lambda: None

    def map(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
        """Yield the jobs in their order with their entries, in lists of those that became ready together."""
        self.source, self.exhausted = iter(jobs), False
        try:
            while True:
                self.hand_out()
                busy = any(worker.busy for worker in self.workers)
                # A transaction a batch, not one a document: each costs a sync of the disk.
                if (self.ended or not busy) and (ready := self.take_ready()):
                    self.ended = False
                    yield ready
                elif busy:
                    self.wait()
                elif self.exhausted and not self.order:
                    break
        except BaseException:
            self.close()
            raise
        if not self.stay:
            self.close()

    def close(self) -> None:
        """End all workers."""
        for worker in self.workers:
            worker.stop()
        self.workers.clear()
        self.order.clear()
        self.again.clear()

    def take_ready(self) -> list[Job]:
        """Return the jobs at the head of the order that have their entries."""
        ready = []
        while self.order and self.order[0].entry is not None:
            ready.append(self.order.popleft())
        return ready

    def hand_out(self) -> None:
        """Give every idle worker a batch, and start workers while there are batches for them."""
        for worker in [worker for worker in self.workers if not worker.busy]:
            if worker.answered >= self.options.recycle or worker.has_ended():
                self.workers.remove(worker)  # one that died with nothing to do died of no document
                worker.stop()
            elif batch := self.next_batch():
                worker.give(batch)
        while self.may_start() and (batch := self.next_batch()):
            self.start(batch)

    def may_start(self) -> bool:
        """Tell whether there is room for one more worker: after a start that failed, they start one by one.

        Loading takes more memory and time than anything else a worker does, and several at once the most.
        """
        one_by_one = self.failed_starts > 0 and any(not worker.ready for worker in self.workers)
        return len(self.workers) < self.count and not one_by_one

    def start(self, batch: list[Job]) -> None:
        """Start a worker with its first batch."""
        if not self.started:
            self.started = True
            self.on_loading()
        worker = Worker(self.options, self.code)
        worker.give(batch)
        self.workers.append(worker)

    def next_batch(self) -> list[Job]:
        """Return the next jobs that need work; none when there are no more, or too many are under way."""
        if self.again:
            return self.again.popleft()
        batch: list[Job] = []
        characters = 0
        most = self.options.batch if self.begun else 1
        while (
            len(batch) < most
            and characters < BATCH_CHARACTERS
            and len(self.order) < WINDOW * self.options.batch * self.count
        ):
            job = next(self.source, None)
            if job is None:
                self.exhausted = True
                break
            self.order.append(job)
            if job.entry is None:
                batch.append(job)
                characters += len(job.work.text)
        self.begun = self.begun or bool(batch)
        return batch

    def wait(self) -> None:
        """Wait until a worker says something, dies, or is late; deal with it."""
        busy = [worker for worker in self.workers if worker.busy]
        patience = min(worker.deadline for worker in busy) - time.monotonic()
        handles = [handle for worker in busy for handle in (worker.pipe, worker.process.sentinel)]
        connection.wait(handles, max(0.0, patience))
        for worker in busy:
            if not self.listen(worker):
                self.lose(worker, "WorkerDied", died(worker))
            elif worker.busy and time.monotonic() > worker.deadline:
                self.lose(worker, "Timeout", f"No answer within {worker.limit():g} seconds.")

    def listen(self, worker: Worker) -> bool:
        """Take what a worker has sent; False when it is dead and has nothing more to say."""
        alive = worker.process.is_alive()
        try:
            while worker.pipe.poll():
                self.hear(worker, *worker.pipe.recv())
        except (EOFError, OSError):
            return False
        return alive or not worker.busy

    def hear(self, worker: Worker, word: str, content: Any) -> None:  # noqa: ANN401 -- what a pipe brings is Any
        """Deal with one message of a worker."""
        if word == READY:
            worker.ready, self.failed_starts = True, 0
            self.on_ready()
            worker.send()
        elif word == FACTS:
            job = worker.jobs.popleft()
            job.entry = Found(job.work, content)
            worker.answered += 1
            worker.set_deadline()
        elif word == RAISED:
            worker.busy, self.ended = False, True
            self.take_apart(worker, *content)
        elif word == END:
            worker.busy, self.ended = False, True
        elif word == BROKEN:
            raise RunError(content)

    def lose(self, worker: Worker, error: str, message: str) -> None:
        """Deal with a worker that died or is late."""
        self.workers.remove(worker)
        worker.stop()
        self.ended = True
        if worker.ready:
            self.take_apart(worker, error, message)
            return
        self.failed_starts += 1
        if self.failed_starts >= STARTS:
            raise RunError(f"No worker gets ready: {message}")
        self.again.appendleft(list(worker.jobs))

    def take_apart(self, worker: Worker, error: str, message: str) -> None:
        """Put the jobs a worker did not answer back in smaller batches; a single one has failed.

        The first is the likeliest culprit, for batches are worked on in order: it goes alone, the rest in halves.
        """
        jobs = list(worker.jobs)
        worker.jobs.clear()
        if len(jobs) > 1:
            middle = 1 + len(jobs[1:]) // 2
            self.again.extendleft(part for part in (jobs[middle:], jobs[1:middle], jobs[:1]) if part)
            return
        for job in jobs:
            job.deaths += 1
            if error == "WorkerDied" and job.deaths < DEATHS:
                self.again.appendleft([job])
            else:
                article = job.work
                job.entry = Failed(article.id, error, message, article.sha256, article.date)


def died(worker: Worker) -> str:
    """Return how a worker ended, as a sentence."""
    worker.process.join(1.0)
    code = worker.process.exitcode
    return (
        f"The worker was killed by signal {-code}." if code is not None and code < 0 else f"The worker ended: {code}."
    )
