"""The tables under lists/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find import tables
from clusterdoc.find.tables import cell

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["cell", "rows"]


def rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a table under lists/, each as its cells."""
    return tables.rows("entities", "lists", f"{table}.tsv")
