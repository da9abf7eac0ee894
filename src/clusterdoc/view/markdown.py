"""Tables as Markdown, as GitHub, Jupyter and most editors show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.view.text_table import TextTable

MARKS: Final = re.compile(r"[\\`*_\[\]<>|~&]")  # what acts in a cell


def to_markdown(heading: str, tables: Sequence[TextTable]) -> str:
    """Return tables as Markdown under a heading; "" is none."""
    parts = [f"# {escaped(heading)}"] if heading else []
    for table in tables:
        parts += [f"## {table.title}"] if table.title else []
        parts.append("\n".join(table_lines(table.headers, table.rows, table.right)))
    return "\n\n".join(parts) + "\n"


def table_lines(headers: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool] = ()) -> Iterator[str]:
    """Yield the lines of a table; `right` says which columns stand at the right."""
    aligned = [*right, *[False] * (len(headers) - len(right))]
    yield _line(headers)
    yield "|" + "|".join("---:" if side else "---" for side in aligned) + "|"
    for row in rows:
        yield _line([escaped(cell) for cell in row])


def _line(cells: Sequence[str]) -> str:
    """Return cells as a row of a table."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Return a text in which nothing acts, neither on a terminal nor as Markdown or HTML."""
    return MARKS.sub(lambda found: f"\\{found[0]}", clean(text))
