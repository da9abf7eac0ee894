"""How much work something is, in steps and not in seconds: the same figure on every machine, however busy."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

STEADY = 1.1
"""What a law of growth leaves to tables that double now and then and to a sort's logarithm."""


def steps(work: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, are called while ``work`` is done."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def check_growth(work: Callable[[int], object], size: int, times: int = 4) -> None:
    """Check that work for ``times`` as much takes hardly more than ``times`` as many steps.

    ``work`` does its work for a given size. What is loaded or kept at the first call is not counted.
    """
    work(size)
    few, many = (steps(partial(work, amount)) for amount in (size, times * size))
    assert many <= STEADY * times * few, f"{many} steps for {times * size}, {few} for {size}"
