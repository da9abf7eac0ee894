"""How a corpus is run, and what crosses from process to process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from clusterdoc.errors import ClusterdocError
from clusterdoc.terms import MAX_CHARS

if TYPE_CHECKING:
    from clusterdoc.corpus import Article
    from clusterdoc.store.rows import Rows
    from clusterdoc.store.write import Entry

ENGINE: Final = "clusterdoc.run.engine:engine"
BATCH_CHARACTERS: Final = 200_000
LONG: Final = 1_000_000  # characters that one time limit covers; a longer text has as many limits as it is long


class RunError(ClusterdocError):
    """A run that cannot go on; the message is one sentence, and the store holds all that was reported done."""


@dataclass(frozen=True, slots=True)
class Options:
    """How workers extract.

    `timeout` is in seconds a document (of up to a million characters), `memory` in bytes of address space a worker
    (0: no limit), `recycle` in documents, after which a worker is replaced by a new one, `batch` in documents; a
    text of more than `max_chars` is read in sections; `names` is the text of a list of the user's own. `engine` names
    the function that makes the extract function, "module:name".
    """

    model: str | None = None
    trust: bool = False
    timeout: float = 60.0
    memory: int = 4 << 30
    recycle: int = 10_000
    batch: int = 16
    max_chars: int = MAX_CHARS
    names: str = ""
    engine: str = ENGINE


class Task(NamedTuple):
    """What a worker needs of an article: its name, its text, and its day of publication in ISO 8601."""

    name: str
    text: str
    date: str | None


# Extracts the facts of some articles, in their order. It may stop with any error, or not come back at all.
Extract: TypeAlias = Callable[[Sequence[Task]], Iterator["Rows"]]


@dataclass(slots=True)
class Job:
    """An article on its way through a run; `entry` is what becomes of it, once that is known.

    A job that comes with its entry needs no work and only keeps its place in the order. `deaths` counts the workers
    that died over the article alone; `position` counts the bytes of the corpus read with it.
    """

    article: Article | None = None
    entry: Entry | None = None
    deaths: int = 0
    position: int = 0

    @property
    def task(self) -> Task:
        """Return the work to be done."""
        article = self.work
        return Task(article.id, article.text, article.date)

    @property
    def work(self) -> Article:
        """Return the article; a job without one has its entry from the start."""
        if self.article is None:
            raise ValueError("This job has no article.")
        return self.article


def time_limit(options: Options, characters: int) -> float:
    """Return how many seconds a text may take."""
    return options.timeout * max(1.0, characters / LONG)
