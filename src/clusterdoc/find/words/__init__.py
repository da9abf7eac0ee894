"""The vocabulary: every table of English in this folder, one file a subject, one row a word.

A table is tab-separated. It begins with lines of "#" that say what it is; "# columns:" names its columns. The first
column is the word; "example" is a sentence in which the finder must find it, "counter-example" one in which the word
stands and must find nothing. Where one sentence fits every row, "# example:" gives it, with {} for the word; where one
fits every word of a use, "# example USE:" does.
`tests/find/test_words.py` runs all of them through the finder.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE: Final = Path(__file__).parent
COLUMNS: Final = "# columns:"
EXAMPLE: Final = "# example:"


class Header(NamedTuple):
    """The header of a table: the names of its columns, and the sentence that fits every row, or ""."""

    columns: tuple[str, ...]
    example: str


def rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a table, such as "cues" or "names/cities", each with as many cells as the table has columns."""
    width = len(header(table).columns)
    for line in _lines(table):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (width - len(cells))


def forms(cell: str) -> list[str]:
    """Return the forms in a cell, which "|" separates; none of an empty cell."""
    return cell.split("|") if cell else []


def any_of(words: Iterable[str]) -> str:
    """Return the source of a regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def header(table: str) -> Header:
    """Return the header of a table."""
    heads = [line for line in _lines(table) if line.startswith("#")]
    columns = next((line.removeprefix(COLUMNS).strip() for line in heads if line.startswith(COLUMNS)), "")
    example = next((line.removeprefix(EXAMPLE).strip() for line in heads if line.startswith(EXAMPLE)), "")
    return Header(tuple(name.strip() for name in columns.split("\t")), example)


def examples_by_use(table: str) -> dict[str, str]:
    """Return the sentences that a table gives for the words of each use."""
    heads = (line.removeprefix("# example ").partition(": ") for line in _lines(table) if line.startswith("# example "))
    return {use: sentence for use, _, sentence in heads}


def table_names() -> list[str]:
    """Return the names of all tables, sorted."""
    return sorted(path.relative_to(HERE).with_suffix("").as_posix() for path in HERE.rglob("*.tsv"))


def _lines(table: str) -> list[str]:
    return HERE.joinpath(f"{table}.tsv").read_text(encoding="utf-8").splitlines()
