"""A limit on the time that reading one article may take."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clusterdoc.errors import ClusterdocError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class TooSlowError(ClusterdocError):
    """An article that took longer than it may."""


@contextmanager
def deadline(seconds: float, name: str) -> Iterator[None]:
    """Raise TooSlowError in the body once it has run for that long.

    There is no limit without SIGALRM (Windows), nor in another thread than the main one, which alone gets it.
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"{name} was given up after {seconds:g} seconds: raise --timeout.")

    previous = signal.signal(signal.SIGALRM, stop)
    # Again every second, because an exception raised in a finalizer or a callback is lost.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        # An alarm that is on its way would end the process, once nobody handles it: to ignore it is to discard it.
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, previous)
