"""Tables of words beside the finder that reads them: a row a line, its cells parted by tabs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE: Final = Path(__file__).parent


def rows(*path: str) -> Iterator[list[str]]:
    """Yield the rows of a table below find/, each as its cells; lines that begin with # say what the table is."""
    for line in HERE.joinpath(*path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def cell(row: list[str], column: int) -> list[str]:
    """Return the forms in a cell, which are parted by "|"; none when the row ends before it."""
    return row[column].split("|") if len(row) > column and row[column] else []
