"""Parts of a run on a cluster: a batch's outcomes in a file named after what is in it, whole or not there at all.

A worker makes a part and the run imports it. A part that is there is never made again, whoever asked for it first.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING, Any, TypeAlias

from clusterdoc.corpus import Article
from clusterdoc.errors import ClusterdocError
from clusterdoc.run.options import Job, Options, RunError, Task
from clusterdoc.run.pool import Pool
from clusterdoc.run.session import identity_of
from clusterdoc.run.worker import one_line
from clusterdoc.store.rows import Rows
from clusterdoc.store.write import Failed, Found, Identity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.store.write import Entry

# What became of an article: its rows, or the class and the message of an error.
Outcome: TypeAlias = Rows | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """The tasks of a part, what makes its facts, and where it goes."""

    tasks: tuple[Task, ...]
    identity: Identity
    path: str


def part_for(jobs: Sequence[Job], identity: Identity, folder: Path, owner: str = "") -> Part:
    """Return the part of some jobs: its name is the hash of the texts, their days, and what makes the facts.

    With the name of an `owner`, a run, it is that run's alone: no other makes or removes it.
    """
    tasks = tuple(job.task for job in jobs)
    name = hashlib.sha256(repr(identity).encode())
    for task in tasks:
        name.update(json.dumps([task.text, task.date]).encode())
    of_owner = f".{owner}" if owner else ""
    return Part(tasks, identity, str(folder / f"{name.hexdigest()}{of_owner}.json"))


def make(part: Part, options: Options) -> str:
    """Extract a part on this machine and leave it in its file, unless it is there.

    Returns "", or a sentence when this machine cannot do it. It raises nothing: not every error can be sent, and the
    client of Dask 2026.8 waits for ever for one that cannot.
    """
    try:
        check_identity(part.identity, options)
        if not Path(part.path).exists():
            content = json.dumps([data(outcome) for outcome in part_outcomes(part.tasks, options)])
            _write_whole(Path(part.path), content)
    except OSError as error:
        return f"The worker on {gethostname()} cannot write {part.path}: {error.strerror or error}."
    except ClusterdocError as error:
        return f"The worker on {gethostname()}: {error}"
    except Exception as error:  # noqa: BLE001 -- as above
        return f"The worker on {gethostname()} failed: {type(error).__name__}: {one_line(error)}"
    return ""


def check_identity(asked: Identity, options: Options) -> None:
    """Raise RunError when this machine would find other facts than the one that asks: another version or model."""
    here = identity_of(options)
    if here != asked:
        raise RunError(
            f"it has clusterdoc {here.clusterdoc} with {here.model}, not {asked.clusterdoc} with {asked.model}."
        )


def part_outcomes(tasks: Sequence[Task], options: Options) -> list[Outcome]:
    """Return what becomes of each task in a pool of this thread, under all its limits."""
    # A Dask worker may be a daemon, which multiprocessing allows no children; ours end with it, they follow its pipe.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]  # noqa: SLF001 -- as above
    # A Dask nanny has malloc give memory back at once, which costs our workers a fifth of their time in page faults.
    os.environ.pop("MALLOC_TRIM_THRESHOLD_", None)
    if getattr(HERE, "options", None) != options:
        HERE.options, HERE.pool = options, Pool(options, 1, stay=True)
    jobs = [Job(Article(task.name, task.text, task.name, 0, date=task.date)) for task in tasks]
    return [outcome(job.entry) for ready in HERE.pool.map(jobs) for job in ready]


HERE = threading.local()


def outcome(entry: Entry | None) -> Outcome:
    """Return what became of an article without the article."""
    if isinstance(entry, Found):
        return entry.rows
    if isinstance(entry, Failed):
        return entry.error, entry.message
    raise TypeError(entry)


def data(found: Outcome) -> Any:  # noqa: ANN401 -- JSON
    """Return an outcome as JSON has it."""
    return {name: getattr(found, name) for name in Rows.__slots__} if isinstance(found, Rows) else found


def import_part(part: Part, jobs: Sequence[Job]) -> None:
    """Give the jobs of a part their entries; raises FileNotFoundError when this machine does not see the file."""
    for job, found in zip(jobs, json.loads(Path(part.path).read_bytes()), strict=True):
        article = job.work
        if isinstance(found, dict):
            job.entry = Found(article, Rows(**found))
        else:
            error, message = found
            job.entry = Failed(article.id, error, message, article.sha256, article.date)


def _write_whole(path: Path, content: str) -> None:
    """Write a file under a name of this process, sync it, and rename it: nobody ever sees a torn one."""
    temporary = path.with_name(f".{path.name}.{gethostname()}.{os.getpid()}.{threading.get_ident()}")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)  # a full disk is not made fuller
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
