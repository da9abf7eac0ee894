"""Engines that workers import in place of the model's: what a text says happens, and it costs nothing."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from clusterdoc.errors import ClusterdocError
from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker
from clusterdoc.store.rows import Rows, document_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.run.options import Extract, Options, Task


def engine(options: Options) -> Extract:
    """Return an engine that finds "Ann" and what she says; it raises, dies, fells or stalls over a text that asks."""
    del options

    def extract(batch: Sequence[Task]) -> Iterator[Rows]:
        for task in batch:
            if task.text.startswith("raise"):
                raise ValueError("this text\nis bad")
            if task.text.startswith("die"):
                os.kill(os.getpid(), signal.SIGKILL)
            if task.text.startswith("fell"):
                os.kill(os.getppid(), signal.SIGKILL)
            while task.text.startswith("stall"):
                time.sleep(1)
            if task.text.startswith("slow"):
                time.sleep(0.02)
            if task.text.startswith("hog"):
                bytearray(64 << 30)
            yield document_rows(found(task.name, task.text))

    return extract


def broken(options: Options) -> Extract:
    """Fail as a model does that is not installed."""
    del options
    raise ClusterdocError("The model is not installed.")


def deadly(options: Options) -> Extract:
    """Die while loading."""
    del options
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def found(name: str, text: str) -> Document:
    """Return a document with one fact of each kind, all of them at the beginning of the text."""
    words = Span(0, len(text), text)
    start = Span(0, 3, text[:3])
    return Document(
        Source(name, text, ((0, len(text)),)),
        "fake 1",
        (
            Entity("e1", "PERSON", "Ann", None, (Mention(0, 3, text[:3]),)),
            Entity("e2", "GPE", "Bönn", None, (Mention(0, 1, text[:1]),)),
        ),
        (Quote("q1", "direct", (words,), text, start, Speaker(0, 3, text[:3], "Ann", "e1"), about=("e2",)),),
        (
            Figure("f1", 0, 3, text[:3], "money", 5_000_000, unit="USD", of=start, quote="q1", speaker="Ann"),
            Figure("f2", 0, 3, text[:3], "measure", low=1.5, high=2, bound="range", unit="meter", same_as="f1"),
        ),
        "0",
    )
