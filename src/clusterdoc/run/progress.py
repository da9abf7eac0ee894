"""How far a run is, on standard error: one line that changes on a terminal, one line a minute elsewhere."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from clusterdoc.run.session import Summary

TERMINAL_SECONDS: Final = 0.5
LOG_SECONDS: Final = 60.0
ERASE: Final = "\r\x1b[K"


@dataclass(slots=True)
class Progress:
    """Says how far a run is; without a stream it says nothing."""

    stream: TextIO | None
    terminal: bool = False
    total: int | None = None
    summary: Summary | None = None
    last: float = 0.0
    skipped: int | None = None
    shown: bool = False

    def begin(self, summary: Summary, size: Callable[[], int | None]) -> None:
        """Take note of the start, and of the size of the corpus in bytes, when that is needed."""
        self.summary = summary
        self.total = size() if self.stream else None
        self.last = time.monotonic()

    def show(self, position: int) -> None:
        """Say how far the run is, when it is time; `position` is in bytes of the corpus."""
        if self.stream is None or self.summary is None:
            return
        if self.skipped is None:
            self.skipped = position  # what an earlier run did took no time and must not promise any
        if time.monotonic() - self.last < (TERMINAL_SECONDS if self.terminal else LOG_SECONDS):
            return
        self.last = time.monotonic()
        line = progress_line(self.summary, self.left(position))
        self.stream.write(f"{ERASE}{line}" if self.terminal else f"clusterdoc: {line}\n")
        self.stream.flush()
        self.shown = True

    def left(self, position: int) -> float | None:
        """Return the seconds that the rest will take at the speed so far, or None when that cannot be known."""
        worked = position - (self.skipped or 0)
        if self.total is None or self.summary is None or worked <= 0:
            return None
        return self.summary.seconds() * max(0, self.total - position) / worked

    def clear(self) -> None:
        """Make room for another line on the terminal."""
        if self.shown and self.terminal and self.stream is not None:
            self.stream.write(ERASE)
            self.stream.flush()

    end = clear


def progress_line(summary: Summary, left: float | None) -> str:
    """Return how far a run is, in one line."""
    parts = [
        f"{summary.documents + summary.copies:,} articles",
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
    told = ", ".join(f"{count:,} {word}" for count, word in counts if count) or "no articles"
    speed = f"; {summary.words:,} words, {summary.words / summary.seconds():,.0f} a second" if summary.words else ""
    return f"{told} in {clock(summary.seconds())}{speed}"


def clock(seconds: float) -> str:
    """Return a duration as hours, minutes and seconds: "1:02:03", "2:03", "0.4 s"."""
    if seconds < 10:  # noqa: PLR2004 -- below that tenths are worth telling
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
