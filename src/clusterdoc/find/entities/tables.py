"""The tables under lists/: a row a line, its cells parted by tabs."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a table under lists/, each as its cells; its first line says what it is and begins with #."""
    text = resources.files(__package__).joinpath("lists", f"{table}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def cell(row: list[str], column: int) -> list[str]:
    """Return the forms in a cell, which are parted by "|"; none when the row ends before it."""
    return row[column].split("|") if len(row) > column and row[column] else []
