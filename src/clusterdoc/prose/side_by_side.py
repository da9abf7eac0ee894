"""Columns that stand side by side, as `pdftotext -layout` prints them, read one after the other.

A gutter is a strip of blanks that most lines of a page leave free, with text on both sides. The columns are read as
columns where each of them, all pages together, is running text that a program wrapped: those of a table are not.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, groupby, islice, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.prose.edits import MovedStretch, Reordered
from clusterdoc.prose.lines import lines
from clusterdoc.prose.wrapping import NARROWEST, Words, habit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PAGE: Final = re.compile(r"[^\f]+|\f")
ROW: Final = re.compile(r"[^\n]*(?:\n|\Z)")
BLANKS: Final = re.compile(r"(?<! ) {2,400}+(?=[^ \n])")
WORDS: Final = re.compile(r"[^ ]+(?: [^ ]+)*")
FREE: Final = 0.8  # of the lines of a page that reach beyond a gutter leave it free
ROWS: Final = 4  # lines on both sides of a gutter, at least
MOST: Final = 5  # columns of running text on a page
WIDEST_PAGE: Final = 400  # characters
SEVERAL: Final = 2


class Cell(NamedTuple):
    """The words of a column in a row of a page: offsets, and how many columns of characters stand before them."""

    start: int
    end: int
    at: int


class Row(NamedTuple):
    """A row of a page: the words in each column, or offsets of the row where it goes over a gutter."""

    cells: tuple[Cell | None, ...]
    start: int
    end: int

    @property
    def filled(self) -> int:
        """Return how many columns have words here."""
        return sum(cell is not None for cell in self.cells)


class Gutter(NamedTuple):
    """A strip between two columns: the columns of characters first..last-1."""

    first: int
    last: int


def reading_order(text: str) -> Reordered | None:
    """Return a text whose columns side by side are read one after the other, or None where it has none."""
    if "   " not in text or sum(1 for _ in islice(BLANKS.finditer(text), ROWS)) < ROWS:
        return None
    pages = [(page, gutters(page)) for page in PAGE.finditer(text)]
    if not any(found for _, found in pages):
        return None
    written = Written(text)
    for page, found in pages:
        if found:
            written.page([row_of(row, found) for row in page_rows(page)])
        else:
            written.take(*page.span())
    return written.reordered() if written.is_running_text() else None


def page_rows(page: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the rows of a page."""
    return (row for row in ROW.finditer(page.string, *page.span()) if row[0])


def gutters(page: re.Match[str]) -> list[Gutter]:
    """Return the strips of a page that most of its rows leave free, with words on both sides."""
    rows = [row[0].rstrip() for row in page_rows(page)]
    width = max(map(len, rows))
    if len(rows) < ROWS or not 2 * NARROWEST < width <= WIDEST_PAGE or "\t" in page[0]:
        return []
    blanks = [run.span() for row in rows for run in BLANKS.finditer(row)]
    free = covered(blanks, width)
    beyond = covered(((0, len(row)) for row in rows), width)
    before = covered(((len(row) - len(row.lstrip()) + 1, width) for row in rows if row), width)
    good = [at for at in range(width) if min(free[at], before[at]) >= ROWS and free[at] >= FREE * beyond[at]]
    strips = [[at for _, at in strip] for _, strip in groupby(enumerate(good), key=lambda one: one[1] - one[0])]
    found = [Gutter(strip[0], strip[-1] + 1) for strip in strips if len(strip) >= SEVERAL]
    return found if len(found) < MOST else []


def covered(spans: Iterable[tuple[int, int]], width: int) -> list[int]:
    """Return how many spans cover each place."""
    steps = [0] * (width + 1)
    for start, end in spans:
        if start < end:
            steps[start] += 1
            steps[end] -= 1
    return list(accumulate(steps))


def row_of(row: re.Match[str], found: Sequence[Gutter]) -> Row:
    """Return a row in columns, or in none where its words go over a gutter."""
    words = row[0].rstrip()
    cuts = [0]
    for gutter in found:
        cut = cut_at(words, gutter)
        if cut is None:
            return Row((), *row.span())
        cuts.append(cut)
    return Row(tuple(cell_of(row, *cut) for cut in pairwise([*cuts, len(words)])), *row.span())


def cut_at(words: str, gutter: Gutter) -> int | None:
    """Return where a row is cut at a gutter: behind its blanks."""
    if len(words) <= gutter.last:
        return len(words)
    for run in BLANKS.finditer(words):
        if run.start() < gutter.last and run.end() > gutter.first:
            return run.end()
    return None


def cell_of(row: re.Match[str], start: int, end: int) -> Cell | None:
    """Return the words between two places of a row."""
    words = row[0][start:end]
    kept = words.strip()
    if not kept:
        return None
    at = start + len(words) - len(words.lstrip())
    return Cell(row.start() + at, row.start() + at + len(kept), at)


class Written:
    """A text as it is written again, in its order of reading."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.moved: list[MovedStretch] = []
        self.words: list[str] = []
        self.length = 0
        self.columns: dict[int, list[str]] = {}

    def take(self, start: int, end: int) -> None:
        """Write characters of the text."""
        self.moved.append(MovedStretch(self.length, self.length + end - start, start))
        self.put(self.text[start:end])

    def put(self, words: str) -> None:
        """Write characters that the text does not have here."""
        self.words.append(words)
        self.length += len(words)

    def page(self, rows: Sequence[Row]) -> None:
        """Write a page: its columns, as far down as no row goes over a gutter, then that row, and so on."""
        for over, band in groupby(rows, key=lambda row: not row.cells):
            if over:
                for row in band:
                    self.take(row.start, row.end)
            else:
                self.band(list(band))

    def band(self, rows: Sequence[Row]) -> None:
        """Write columns that stand side by side, one after the other."""
        for number in range(len(rows[0].cells)):
            column = [row.cells[number] for row in rows]
            edge = Counter(cell.at for cell in column if cell is not None).most_common(1)
            lines_of = self.columns.setdefault(number, [])
            for gap, cell in with_gaps(rows, number):
                indent = " " * max(0, cell.at - edge[0][0])
                self.put("\n" * gap + indent)
                self.cell(cell)
                self.put("\n")
                lines_of.append("\n" * gap + indent + self.text[cell.start : cell.end])

    def cell(self, cell: Cell) -> None:
        """Write a line of a column, one blank between its words: more of them only fill it."""
        for number, found in enumerate(WORDS.finditer(self.text, cell.start, cell.end)):
            self.put(" " * (number > 0))
            self.take(*found.span())

    def is_running_text(self) -> bool:
        """Tell whether each column is text that a program wrapped."""
        return all(is_wrapped("\n".join(column)) for column in self.columns.values())

    def reordered(self) -> Reordered:
        """Return the text, and where its characters stood."""
        return Reordered("".join(self.words), self.text, tuple(self.moved))


def with_gaps(rows: Sequence[Row], number: int) -> Iterator[tuple[bool, Cell]]:
    """Yield the words of a column, and whether an empty line stands before them.

    Where lines of the columns do not stand at one height, each has a row of its own: a row that is empty in this column
    alone is no empty line there. Nor are those above its first line: it goes on from the foot of the one before.
    """
    empty, was_shared, gap = 0, True, False
    first = next(at for at, row in enumerate(rows) if row.cells[number]) if number else 0
    for row in rows[first:]:
        cell = row.cells[number]
        if cell is None:
            empty += 1
            gap = gap or was_shared or not row.filled or empty >= len(row.cells)
            continue
        yield gap, cell
        empty, gap, was_shared = 0, False, row.filled >= SEVERAL


def is_wrapped(column: str) -> bool:
    """Tell whether a column is running text."""
    found = list(lines(column))
    habit = habit_of(list(pairwise(found)), Words(column)) if len(found) >= ROWS else None
    return habit is not None and habit.width >= NARROWEST
