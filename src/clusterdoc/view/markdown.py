"""Facts as Markdown: a table a list, as GitHub, Jupyter and most editors show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.clean import clean
from clusterdoc.view.columns import TABLES, with_why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.facts import Document

MARKS: Final = re.compile(r"[\\`*_\[\]<>|~&]")  # what acts in a cell


def to_markdown(document: Document, lists: Sequence[str], *, why: bool = False) -> str:
    """Return the lists of a document as Markdown, under the name of its source; with `why` with the rules."""
    parts = [f"# {escaped(document.source.title or document.source.name)}"]
    for name in lists:
        table = with_why(TABLES[name]) if why else TABLES[name]
        rows = [[column.cell(fact, document) for column in table.columns] for fact in table.facts(document)]
        if rows:
            headers = [column.header for column in table.columns]
            right = [column.right for column in table.columns]
            parts += [f"## {table.title}", "\n".join(table_lines(headers, rows, right))]
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
