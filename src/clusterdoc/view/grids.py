"""Tables of texts, which are no facts of one document: to fit a terminal, or in plain columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from clusterdoc.view.table import line, new_grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType


def grid(headers: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int]) -> Iterator[RenderableType]:
    """Yield a table that fits the terminal, its cells folded."""
    table = new_grid(expand=True)
    for header, share in zip(headers, shares, strict=True):
        table.add_column(header, ratio=share or None, no_wrap=not share, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    yield table


def plain_columns(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    """Yield lines of columns with two blanks between, never wrapped or cut."""
    widths = [max(map(cell_len, column)) for column in zip(headers, *rows, strict=True)]
    for row in (headers, *rows):
        yield line((text, "", width) for text, width in zip(row, widths, strict=True))
