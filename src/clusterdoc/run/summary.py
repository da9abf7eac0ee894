"""What a run did."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clusterdoc.store.write import Copy, Found

if TYPE_CHECKING:
    from clusterdoc.store.write import Entry


@dataclass(slots=True)
class Summary:
    """What a run did: articles by what became of them, words extracted, and seconds taken."""

    documents: int = 0
    copies: int = 0
    failures: int = 0
    known: int = 0
    failed_before: int = 0
    words: int = 0
    pruned: int = 0
    started: float = field(default_factory=time.monotonic)

    def add(self, entry: Entry) -> None:
        """Count what became of an article."""
        if isinstance(entry, Found):
            self.documents += 1
            self.words += entry.rows.words
        elif isinstance(entry, Copy):
            self.copies += 1
        else:
            self.failures += 1

    @property
    def items(self) -> int:
        """Return how many articles there were, those that failed included."""
        return self.documents + self.copies + self.failures + self.known + self.failed_before

    def seconds(self) -> float:
        """Return the seconds since the start."""
        return time.monotonic() - self.started
