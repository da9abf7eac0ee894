"""A Document as tables: laid out for the width of a terminal, or, without a width, in plain columns never cut."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from clusterdoc.clean import clean
from clusterdoc.view.columns import TABLES, Column, Table, with_why
from clusterdoc.view.context import clause_around, line_around, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from clusterdoc.facts import Document
    from clusterdoc.view.context import Context

GAP: Final = 2
CONTEXT: Final = "In context"
CONTEXT_LEAST: Final = 30
CONTEXT_GOOD: Final = 44
LEAST: Final = 24
LEAST_FOLDED: Final = 16
LONG_WORD: Final = 14
Cells: TypeAlias = list[list[str]]  # a list of cells for each column


@dataclass(frozen=True, slots=True)
class Page:
    """Where tables are shown: its width in cells, None when it is no terminal, and the encoding it can show."""

    width: int | None = None
    encoding: str = "utf-8"

    @property
    def ellipsis(self) -> str:
        """Return the mark of what was cut."""
        return "…" if clean("…", self.encoding) == "…" else "..."


class Screen(Console):
    """Rich's console, where an article's text is nothing but text, and a broken pipe is the caller's affair."""

    def __init__(self) -> None:
        super().__init__(markup=False, emoji=False, highlight=False)

    def on_broken_pipe(self) -> NoReturn:
        """Raise, where Rich would end the run with exit code 1."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))

    def put(self, parts: Iterable[RenderableType], page: Page) -> None:
        """Print parts one under the other; where the page has no width, no line is wrapped or cut."""
        for part in parts:
            self.print(part, soft_wrap=page.width is None)


def document_tables(
    document: Document, lists: Sequence[str], page: Page, *, why: bool = False
) -> Iterator[RenderableType]:
    """Yield what to print for a document: a table for each list that has facts, under its title when there are more.

    With `why` a column says by which rules each fact was found.
    """
    filled = [with_why(TABLES[name]) if why else TABLES[name] for name in lists if getattr(document, name)]
    for number, table in enumerate(filled):
        if len(lists) > 1:
            yield title(table.title, page, first=not number)
        yield from printed_rows(table, document, page)


def title(name: str, page: Page, *, first: bool) -> Text:
    """Return the title of a table, a blank line before it unless it is the first."""
    return Text(name if first else f"\n{name}", style="bold underline" if page.width else "bold")


def printed_rows(table: Table, document: Document, page: Page) -> Iterator[RenderableType]:
    """Yield what to print for one table of a document."""
    yield from _terminal(table, document, page) if page.width else _plain(table, document, page)


def heading(name: str, page: Page) -> RenderableType:
    """Return what stands above the tables of one of several files."""
    if page.width is None:
        return Text(f"==> {clean(name, page.encoding)} <==")
    return Rule(Text(clean(name, page.encoding), style="bold"), align="left")


def _plain(table: Table, document: Document, page: Page) -> Iterator[Text]:
    facts, columns = table.facts(document), list(table.columns)
    cells = _cells(columns, facts, document, page)
    if table.place:
        columns.append(Column(CONTEXT, lambda fact, _: fact))
        places = (table.place(fact) for fact in facts)
        cells.append([clean(plain_words(clause_around(document.source, *place)), page.encoding) for place in places])
    widths = [_widest(column.header, texts) for column, texts in zip(columns, cells, strict=True)]
    yield line((column.header, "", width) for column, width in zip(columns, widths, strict=True))
    for row, fact in enumerate(facts):
        yield line(
            (texts[row].rjust(width) if column.right else texts[row], _style(column, fact), width)
            for column, texts, width in zip(columns, cells, widths, strict=True)
        )


def line(cells: Iterable[tuple[str, str, int]]) -> Text:
    """Return cells of given styles and widths as one line, without the blanks at its end."""
    line = Text(no_wrap=True, overflow="ignore")
    for text, style, width in cells:
        line.append(text, style=style or None)
        line.append(" " * (width - cell_len(text) + GAP))
    line.rstrip()
    return line


def _terminal(table: Table, document: Document, page: Page) -> Iterator[RenderableType]:
    facts = table.facts(document)
    cells = _cells(table.columns, facts, document, page)
    widths, context_width = layout(table, cells, page.width or 0)
    grid = new_grid()
    for column, width in zip(table.columns, widths, strict=True):
        if width:
            grid.add_column(column.header, width=width, justify="right" if column.right else "left", overflow="fold")
    if context_width:
        grid.add_column(CONTEXT, width=context_width, no_wrap=True)
    for row, fact in enumerate(facts):
        shown: list[RenderableType] = [
            Text(_cut(texts[row], column.most, page.ellipsis), style=_style(column, fact))
            for column, texts, width in zip(table.columns, cells, widths, strict=True)
            if width
        ]
        if context_width and table.place:
            around = line_around(document.source, *table.place(fact), page.encoding)
            shown.append(_in_context(around, context_width, page.ellipsis))
        grid.add_row(*shown)
    yield grid


def new_grid(*, expand: bool = False) -> Grid:
    """Return a table without columns yet, as wide as its columns or as the terminal."""
    return Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 0, 0, 1), expand=expand)


def layout(table: Table, cells: Cells, width: int) -> tuple[list[int], int]:
    """Return the width of each column, 0 for those left out, and of the context: all with their gaps fit the width."""
    natural = [_widest(column.header, texts) for column, texts in zip(table.columns, cells, strict=True)]
    asked = [_asked(column, most, width) for column, most in zip(table.columns, natural, strict=True)]
    widths = [size if column.rank == 0 else 0 for column, size in zip(table.columns, asked, strict=True)]
    _squeeze(widths, width)
    context = 0
    extras = [(column.rank, at) for at, column in enumerate(table.columns) if column.rank and any(cells[at])]
    for _, at in sorted([*extras, *([(table.context_rank, -1)] if table.place else [])]):
        room = width - _total(widths, context) - GAP
        if at < 0 and room >= CONTEXT_LEAST:
            context = min(room, CONTEXT_GOOD)
        elif at >= 0 and room >= asked[at]:
            widths[at] = asked[at]
    for at, column in enumerate(table.columns):
        if column.wraps and widths[at]:
            widths[at] += max(0, min(natural[at] - widths[at], width - _total(widths, context)))
    return widths, context and context + width - _total(widths, context)


def _asked(column: Column, natural: int, width: int) -> int:
    """Return the width a column begins with: at most a quarter of the page, a fifth where its words may be folded."""
    share, least = (5, LEAST_FOLDED) if column.folds else (4, LEAST)
    limit = column.least if column.wraps else column.most or max(width // share, least)
    return min(natural, max(limit, cell_len(column.header)))


def _squeeze(widths: list[int], width: int) -> None:
    """Narrow the widest columns, whose cells then fold, until all fit: nothing is lost on a small terminal."""
    widths[:] = [min(size, width) for size in widths]
    while _total(widths, 0) > max(width, GAP * len(widths) + len(widths)):
        widths[widths.index(max(widths))] -= 1


def _total(widths: Iterable[int], context: int) -> int:
    shown = [size for size in (*widths, context) if size]
    return sum(shown) + GAP * (len(shown) - 1)


def _widest(header: str, texts: Iterable[str]) -> int:
    return max(map(cell_len, [header, *texts]))


def _cells(columns: Iterable[Column], facts: Sequence[Any], document: Document, page: Page) -> Cells:
    return [[_text(column, column.cell(fact, document), page) for fact in facts] for column in columns]


def _text(column: Column, cell: str, page: Page) -> str:
    """Return a cell as it is shown; the marks of a letter or of Markdown are left out of what is the article's."""
    return clean(cell if column.computed else plain_words(cell), page.encoding)


def _style(column: Column, fact: object) -> str:
    return column.style if isinstance(column.style, str) else column.style(fact)


def _in_context(around: Context, width: int, ellipsis: str) -> Text:
    """Return a fact between its words, cut to a width, so that the facts of all rows begin in the same place."""
    left = max(0, min(width // 3, width - cell_len(around.fact)))
    fact = _cut(around.fact, width - left, ellipsis)
    before = _cut(around.before[::-1], left, ellipsis)[::-1]
    after = _cut(around.after, width - left - cell_len(fact), ellipsis)
    return Text.assemble(" " * (left - cell_len(before)), (before, "dim"), fact, (after, "dim"))


def _cut(text: str, width: int | None, ellipsis: str) -> str:
    """Return a text cut to a width in cells, at the end of a word where one is near."""
    if width is None or cell_len(text) <= width:
        return text
    kept = set_cell_size(text, max(0, width - len(ellipsis)))
    word = kept.rfind(" ", max(0, len(kept) - LONG_WORD)) + 1
    return (kept[:word] if word else kept) + ellipsis if width > len(ellipsis) else ""
