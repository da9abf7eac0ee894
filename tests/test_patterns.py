"""Every regular expression of the package is linear: eight times as much text takes some eight times as long."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from typing import TYPE_CHECKING, Final

import pytest

import clusterdoc

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH: Final = 2_000
MOMENT: Final = 0.0025  # seconds: what takes no longer is not looked at again; it is 0.04 for four times the length
FACTOR: Final = 8
QUADRATIC: Final = 22  # times as long for FACTOR times as much: 64 where it is quadratic, 8 where it is linear
UNITS: Final = (
    *"aA1 \n.,-'\"“’$%(/:;&\u00a0\u200b½€é字",
    "in <",
    *("a ", "A ", "Aa ", "1 ", "1,", "1.", "1,1", "1-", "A.", "a-", "a, ", '" ', '" a', "''", "(1) ", "$1 ", "1% "),
    *("one ", "and ", "hundred ", "one hundred and ", "Mr ", "Mr. A ", "May ", "May 1 ", "10 ", "1/1 ", "1:1 ", "of "),
    *("said ", 'said "', "A A. ", "U.S. ", "University of ", "www.a", "1 to ", "a's ", "\r\n", "to 1 ", "more than "),
)  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield (where, pattern) for every compiled pattern that a module holds, also inside its tables."""
    for module in pkgutil.walk_packages(clusterdoc.__path__, "clusterdoc."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            yield from ((f"{module.name}.{name}", pattern) for pattern in inside(value))


def inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Yield the text patterns in a value: itself, or the members of a table."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, dict):
        for member in value.values():
            yield from inside(member, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for member in value:
            yield from inside(member, depth + 1)
    elif depth < 3 and hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        for field in value.__dataclass_fields__:
            yield from inside(getattr(value, field), depth + 1)


FOUND: Final = sorted({pattern.pattern: (where, pattern) for where, pattern in patterns()}.values(), key=lambda p: p[0])


def test_the_walk_finds_the_patterns() -> None:
    assert len(FOUND) > 5


@pytest.mark.parametrize("pattern", [p for _, p in FOUND], ids=[f"{w}-{n}" for n, (w, _) in enumerate(FOUND)])
def test_a_pattern_is_linear(pattern: re.Pattern[str]) -> None:
    assert not [unit for unit in UNITS if is_slow(pattern, unit) and growth(pattern, unit) > QUADRATIC]


def is_slow(pattern: re.Pattern[str], unit: str) -> bool:
    """Return whether one look, which chance may have slowed down, says that the growth is worth measuring."""
    taken = seconds(pattern, unit, LENGTH)
    return taken > MOMENT and taken > QUADRATIC * seconds(pattern, unit, LENGTH // FACTOR)


def growth(pattern: re.Pattern[str], unit: str) -> float:
    """Return how many times as long FACTOR times as much takes: the same on a slow machine and a fast one."""
    few, many = (min(seconds(pattern, unit, length) for _ in range(3)) for length in (LENGTH // FACTOR, LENGTH))
    return many / few


def seconds(pattern: re.Pattern[str], unit: str, length: int) -> float:
    """Return the CPU time of finding every match in so many characters."""
    text = (unit * (length // len(unit) + 1))[:length]
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started


@pytest.mark.parametrize(("pattern", "quadratic"), [("a+b", True), ("a{1,100}b", False), ("a", False)])
def test_the_growth_says_what_is_quadratic(pattern: str, *, quadratic: bool) -> None:
    assert (growth(re.compile(pattern), "a") > QUADRATIC) == quadratic
