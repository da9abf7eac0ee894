"""What a search found: as tables, JSON Lines or CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TextIO

from clusterdoc.clean import clean
from clusterdoc.view.csv import write_columns, write_row
from clusterdoc.view.forms import SAFE
from clusterdoc.view.json import dumps
from clusterdoc.view.text_table import TextTable
from clusterdoc.view.wording import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from clusterdoc.view.forms import Dialect
    from clusterdoc.view.table import Page

Hit = dict[str, Any]
Column = tuple[str, str, int]

# Title of a table, and its columns: header, key, and the share of a terminal's width.
ARTICLE: Final = (("Article", "title", 3), ("Date", "date", 0))
WHY: Final = ("Why", "why", 2)
TABLES: Final = {
    "quote": ("Quotes", (("Speaker", "speaker", 2), ("Quote", "text", 6), *ARTICLE)),
    "figure": (
        "Figures",
        (("Figure", "text", 2), ("Of", "of", 2), ("Speaker", "speaker", 2), ("In context", "sentence", 4), *ARTICLE),
    ),
}


def write_json(hits: Sequence[Hit], stream: TextIO, *, ascii: bool) -> None:  # noqa: A002 -- the word of the json module
    """Write a hit a line."""
    stream.writelines(f"{dumps(hit, ascii=ascii)}\n" for hit in hits)


def write_csv(hits: Sequence[Hit], keys: Sequence[str], stream: TextIO, dialect: Dialect = SAFE) -> None:
    """Write a header and a row a hit."""
    write_columns(keys, stream, dialect)
    for hit in hits:
        write_row([hit[key] for key in keys], stream, dialect)


def hit_tables(hits: Sequence[Hit], page: Page, *, why: bool = False) -> Iterator[RenderableType]:
    """Yield what to print: for each sort of fact that was found its title and its table, with `why` with the rules."""
    from clusterdoc.view.grids import grid, plain_columns
    from clusterdoc.view.table import title

    shares = {name: [share for *_, share in reasoned(columns, why=why)] for name, columns in TABLES.values()}
    for number, table in enumerate(text_tables_of(hits, why=why)):
        rows = [[clean(cell, page.encoding) for cell in row] for row in table.rows]
        yield title(table.title, page, first=not number)
        yield from (
            grid(table.headers, rows, shares[table.title]) if page.width else plain_columns(table.headers, rows)
        )


def reasoned(columns: Sequence[Column], *, why: bool) -> Sequence[Column]:
    """Return columns, with `why` with one more: the rules that found each fact."""
    return (*columns, WHY) if why else columns


def text_tables_of(hits: Sequence[Hit], *, why: bool = False) -> list[TextTable]:
    """Return a table for each sort of fact that was found; with `why` with the rules that found them."""
    shown = [
        {**hit, "title": hit["title"] or hit["article"], "why": reasons(hit.get("by"), hit.get("of_by"))}
        for hit in hits
    ]
    found = {fact: [hit for hit in shown if hit["fact"] == fact] for fact in TABLES}
    return [
        TextTable(
            name,
            [header for header, _, _ in reasoned(columns, why=why)],
            [[str(hit[key] or "") for _, key, _ in reasoned(columns, why=why)] for hit in found[fact]],
        )
        for fact, (name, columns) in TABLES.items()
        if found[fact]
    ]
