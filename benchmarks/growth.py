"""How the time of a room grows with its text: the ratio of 40,000 characters to 10,000, 4 where it is linear.

    python benchmarks/growth.py [--facts]

With --facts it is all facts of a text, of more kinds of text, in some fifteen minutes. The tests count the functions
that are called (`tests/steps.py`), which says nothing of work inside one call, in C. This says it, with exit code 1
where a ratio is over 6 and the longer text takes over a tenth of a second.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.dates import find_dates
from clusterdoc.find.figures.numbers import find_numbers
from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE, TIMES = 10_000, 4
LIMIT, MOMENT = 6.0, 0.1
ROOMS: dict[str, Callable[[str], object]] = {"numbers": find_numbers, "dates": find_dates, "prose": read_prose}
UNITS = (
    *(
        "1",
        "$",
        "1,",
        "1 ",
        "one ",
        "million ",
        "5 crowns ",
        "1-",
        "½",
        "5 (",
        "and ",
        "2 to ",
        "a ",
        "1.1.",
        "-",
        "99% ",
    ),
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
MORE: Final = (
    *("1) ", "1. ", "(a) ", "[1] ", "- a\n", "• ", "| ", "— ", "... ", "! ", "? ", ": ", "“", "” ", '" ', "'s ", "(("),
    *(
        "\n",
        "\n\n",
        "\t",
        "\f",
        "\u200b",
        "\u200d",
        "e\u0301",
        "\u202e",
        "x",
        "X",
        "字",
        "٠",
        "²",
        "a@b.c ",
        "http://a ",
    ),
    *("said ", "he said ", "Ott said. ", "“a” said Ott. ", "Ott: “a”\n", "Q. Who is Ott?\nA. “Ott.”\n", "told Ott "),
    *(
        "Ott ",
        "Ott, ",
        "Ott and ",
        "Ana Ott, ",
        "Mayor ",
        "U.S. ",
        "the Ott ",
        "Ott's ",
        "that ",
        "who ",
        "of the ",
        "per ",
    ),
    *(
        "third ",
        "half ",
        "one in ",
        "5m ",
        "5 km ",
        "5-",
        "12:00-",
        "1999/",
        "Monday ",
        "1 Jan ",
        "rose 5% ",
        "5 of 6 ",
    ),
    *(
        "killed 5 ",
        "5 times ",
        "Total: 5\n",
        "1\n",
        "1\t",
        "5%of\n",
        ": a. OTT:\n",
        ": $5 of ' asked\n\n",
        "it cost $5.\n",
    ),
)


def main() -> int:
    """Print a line for each room and unit that takes long, and return the exit status."""
    facts = "--facts" in sys.argv
    rooms, units = ({"facts": facts_of}, (*UNITS, *MORE)) if facts else (ROOMS, UNITS)
    slow = [line for name, work in rooms.items() for unit in units if (line := measured(name, work, unit))]
    print(*slow or ["Every ratio is under the limit."], sep="\n")
    return bool(slow)


def facts_of(text: str) -> object:
    """Return all facts of a text."""
    from clusterdoc.extractor import extractor
    from clusterdoc.facts import Source

    return extractor().extract(Source("growth", text))


def measured(name: str, work: Callable[[str], object], unit: str) -> str:
    """Return what is to say of a room and a unit, empty where it is linear."""
    work(unit)  # what is loaded at the first call is not counted
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
