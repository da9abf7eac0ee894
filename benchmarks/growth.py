"""How the time of a room grows with its text: the ratio of 40,000 characters to 10,000, 4 where it is linear.

    python benchmarks/growth.py

The tests count the functions that are called (`tests/steps.py`), which says nothing of work inside one call, in C. This
says it: it exits with 1 where a ratio is over 6 and the longer text takes over a tenth of a second.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from clusterdoc.find.figures.dates import find_dates
from clusterdoc.find.figures.numbers import find_numbers
from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE, TIMES = 10_000, 4
LIMIT, MOMENT = 6.0, 0.1
ROOMS: dict[str, Callable[[str], object]] = {"numbers": find_numbers, "dates": find_dates, "prose": read_prose}
UNITS = (
    *("1", "$", "1,", "1 ", "one ", "million ", "1-", "½", "5 (", "and ", "2 to ", "a ", "1.1.", "-", "99% "),
    *(
        "2019 ",
        "May ",
        "3 days ",
        "10:30 ",
        "1/",
        "👍",
        "a-\n",
        "> a\n",
        "A: b\n",
        "1 | 2\n",
        "&amp;",
        "**a** ",
        "\u00ad",
        "a,1,2\n",
        "ANA OTT\nHULL\n",
        "ANA OTT, HOST: a.\nOTT: b.\n",
        "Left: a; right: b.\n",
        "((Ana Ott)) a\n",
        f"{'a word ' * 6}       {'a word ' * 6}\n",
        f"{' ' * 60}a word\n",
    ),
)


def main() -> int:
    """Print a line for each room and unit that takes long, and return the exit status."""
    slow = [line for name, work in ROOMS.items() for unit in UNITS if (line := measured(name, work, unit))]
    print(*slow or ["Every ratio is under the limit."], sep="\n")
    return bool(slow)


def measured(name: str, work: Callable[[str], object], unit: str) -> str:
    """Return what is to say of a room and a unit, empty where it is linear."""
    few, many = (min(seconds(work, unit, size) for _ in range(2)) for size in (SIZE, SIZE * TIMES))
    grows = many > MOMENT and many > LIMIT * few
    return f"{name} {unit!r}: {few:.3f} s, {many:.3f} s, {many / few:.1f} times as long" if grows else ""


def seconds(work: Callable[[str], object], unit: str, size: int) -> float:
    """Return the CPU time of the work for so many characters."""
    text = (unit * (size // len(unit) + 1))[:size]
    started = time.process_time()
    work(text)
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
