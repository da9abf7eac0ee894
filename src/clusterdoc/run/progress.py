"""How far a run is, on standard error: a line a minute here, a bar on a terminal (`clusterdoc.cli.bar`)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from clusterdoc.run.summary import Summary

LOG_SECONDS: Final = 60.0


@dataclass(slots=True)
class Progress:
    """Says how far a run is; without a stream it says nothing."""

    stream: TextIO | None
    total: int | None = None
    summary: Summary | None = None
    last: float = 0.0
    skipped: int | None = None
    started: float | None = None

    def begin(self, summary: Summary, size: Callable[[], int | None]) -> None:
        """Take note of the start, and of the size of the corpus in bytes, when that is needed."""
        self.summary = summary
        self.total = size() if self.stream else None
        self.last = time.monotonic()

    def loading(self) -> None:
        """Say that there is work, for which the model is being loaded."""
        self.say("loading the model")

    def ready(self) -> None:
        """Take note that a model is loaded: the time left is reckoned from here."""
        self.started = self.started or time.monotonic()

    def show(self, position: int) -> None:
        """Say how far the run is, when it is time; `position` is in bytes of the corpus."""
        if self.summary is not None and time.monotonic() - self.last >= LOG_SECONDS:
            self.last = time.monotonic()
            self.say(progress_line(self.summary, self.left(position)))

    def say(self, line: str) -> None:
        """Write a line."""
        if self.stream is not None:
            self.stream.write(f"clusterdoc: {line}\n")
            self.stream.flush()

    def left(self, position: int) -> float | None:
        """Return the seconds that the rest will take at the speed so far, or None when that cannot be known."""
        worked = position - (self.skipped or 0)
        if self.total is None or self.summary is None or worked <= 0:
            return None
        seconds = time.monotonic() - self.started if self.started else self.summary.seconds()
        return seconds * max(0, self.total - position) / worked

    def skip(self, position: int) -> None:
        """Take note of how much an earlier run did: it takes no time now, and must not promise any."""
        if self.skipped is None:
            self.skipped = position

    def clear(self) -> None:
        """Make room for another line."""

    def end(self) -> None:
        """End, however the run ended."""


def progress_line(summary: Summary, left: float | None) -> str:
    """Return how far a run is, in one line."""
    done = summary.documents + summary.copies
    parts = [
        f"{done:,} {'article' if done == 1 else 'articles'}",
        f"{summary.words / max(summary.seconds(), 0.001):,.0f} words/s",
        f"{summary.failures:,} failed",
    ]
    return ", ".join([*parts, f"{clock(left)} left"] if left is not None else parts)


def summary_line(summary: Summary) -> str:
    """Return what a run did, in one line."""
    counts = (
        (summary.documents, "done"),
        (summary.copies, "the same text as another"),
        (summary.known, "done before"),
        (summary.failures, "failed"),
        (summary.failed_before, "failed before (--retry tries again)"),
        (summary.pruned, "of another version, model or setting removed"),
    )
    words = ", ".join(f"{count:,} {word}" for count, word in counts if count) or "no articles"
    speed = f"; {summary.words:,} words, {summary.words / summary.seconds():,.0f} a second" if summary.words else ""
    return f"{words} in {clock(summary.seconds())}{speed}"


def safe_line(summary: Summary) -> str:
    """Return what an interrupted run leaves, and how to go on, in one line."""
    done = summary.documents + summary.copies
    before = f", besides {summary.known:,} done before" if summary.known else ""
    safe = f"{done:,} {'article of this run is' if done == 1 else 'articles of this run are'} safe"
    return f"stopped after {clock(summary.seconds())}: {safe}{before}; the same command goes on from there"


def clock(seconds: float) -> str:
    """Return a duration as hours, minutes and seconds: "1:02:03", "2:03", "0.4 s"."""
    if seconds < 10:  # noqa: PLR2004 -- below that tenths are worth telling
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
