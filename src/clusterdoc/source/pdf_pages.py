"""The pages of a PDF: headers and footers left out, columns one after the other, cells of a row on one line."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clusterdoc.source.pdf_cells import TextRun

MARGIN: Final = 3  # lines at the head and at the foot of a page among which headers and footers are
REPEATED: Final = 0.4  # of the pages: headers of left pages may differ from those of right ones
DIGITS: Final = re.compile(r"\d{1,9}")
# What a browser prints round a page, and page numbers.
STAMP: Final = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?|(?:https?|file)://\S{1,900}"
    r"|(?:[Pp]age )?\d{1,4}(?: of |/)\d{1,4}"
    r"|(?:[Pp]age |[-–—] ?)\d{1,4}(?: ?[-–—])?|\d{1,4}"
)
LINE_WIDTH: Final = 9  # times its height: narrower cells are no lines of a column
MIN_LINES: Final = 3
CROSSING: Final = 0.35  # of the lines may cross the gutter of columns: headings, pictures' captions
SAME_LINE: Final = 0.4  # of the height of a line
JUSTIFIED: Final = 5.0  # line heights that a blank of a justified line may have
ROUNDED: Final = 3.0  # points


def without_furniture(pages: Sequence[Sequence[TextRun]]) -> list[list[TextRun]]:
    """Return the pages without what is repeated at their head or foot, and without page numbers there."""
    repeated = Counter(key for page in pages for key in {furniture_key(cell) for cell in margin(page)})
    often = max(2, REPEATED * len(pages))
    kept = []
    for page in pages:
        edge = margin(page)
        gone = {cell for cell in edge if repeated[furniture_key(cell)] >= often}
        stamped = [cell for cell in edge if STAMP.fullmatch(cell.text)]
        gone.update(cell for cell in edge if any(same_line(cell, stamp) for stamp in stamped))
        kept.append([cell for cell in page if cell not in gone])
    return kept


def margin(page: Sequence[TextRun]) -> list[TextRun]:
    """Return the cells in the first and last lines of a page."""
    heights = sorted({cell.middle for cell in page})
    edge = {*heights[:MARGIN], *heights[-MARGIN:]}
    return [cell for cell in page if cell.middle in edge]


def furniture_key(cell: TextRun) -> tuple[str, int]:
    """Return what a header has in common on all pages: its words, numbers left out, and its height."""
    return DIGITS.sub("0", cell.text), round(cell.middle / ROUNDED)


def same_line(one: TextRun, other: TextRun) -> bool:
    """Tell whether two cells stand on one line."""
    return abs(one.middle - other.middle) <= SAME_LINE * min(one.size, other.size)


def ordered(page: Sequence[TextRun]) -> Iterator[list[TextRun]]:
    """Yield the columns of a page in reading order, each as its lines from top to foot."""
    waiting = [list(page)]
    while waiting:
        cells = waiting.pop()
        gutter = gutter_of(cells)
        if gutter is None:
            if cells:
                yield _rows(cells)
            continue
        waiting += reversed(list(parts(cells, gutter)))


def gutter_of(cells: Sequence[TextRun]) -> float | None:
    """Return where a blank stands between two columns of lines, or None in a page of one column."""
    lefts = Counter(round(cell.left / ROUNDED) for cell in cells)
    places = [left * ROUNDED - ROUNDED for left, count in lefts.items() if count >= MIN_LINES]
    found = [(crossing(cells, place), place) for place in places if parts_columns(cells, place)]
    good = [(count, place) for count, place in found if count <= CROSSING * len(cells)]
    return min(good)[1] if good else None


def crossing(cells: Sequence[TextRun], gutter: float) -> int:
    """Return how many lines cross a gutter."""
    return sum(crosses(cell, gutter) for cell in cells)


def crosses(cell: TextRun, gutter: float) -> bool:
    """Tell whether a line begins left of a gutter and ends right of it."""
    return cell.left < gutter < cell.right - ROUNDED


def parts_columns(cells: Sequence[TextRun], gutter: float) -> bool:
    """Tell whether there are columns of lines, no cells of a table, on both sides of a gutter, and side by side."""
    before = [cell for cell in cells if cell.right <= gutter + ROUNDED]
    behind = [cell for cell in cells if cell.left >= gutter]
    if min(len(before), len(behind)) < MIN_LINES:
        return False
    foot, top = (
        max(min(cell.foot for cell in side) for side in (before, behind)),
        min(max(cell.top for cell in side) for side in (before, behind)),
    )
    size = median(cell.size for cell in cells)
    wide = all(median(cell.right - cell.left for cell in side) >= LINE_WIDTH * size for side in (before, behind))
    return wide and top - foot >= 2 * size


def parts(cells: Sequence[TextRun], gutter: float) -> Iterator[list[TextRun]]:
    """Yield what stands left and right of a gutter, from one line that crosses it to the next."""
    left: list[TextRun] = []
    right: list[TextRun] = []
    full: list[TextRun] = []
    for cell in sorted(cells, key=lambda cell: -cell.middle):
        if crosses(cell, gutter):
            yield from (side for side in (left, right) if side)
            left, right = [], []
            full.append(cell)
            continue
        if full:
            yield full
            full = []
        (left if cell.left < gutter else right).append(cell)
    yield from (side for side in (full, left, right) if side)


def _rows(cells: Iterable[TextRun]) -> list[TextRun]:
    """Return the lines of a column from its top to its foot; the cells of a row of a table are separated by tabs."""
    lines: list[list[TextRun]] = []
    for cell in sorted(cells, key=lambda cell: -cell.middle):
        if lines and same_line(lines[-1][0], cell):
            lines[-1].append(cell)
        else:
            lines.append([cell])
    alone = [True, *(len(line) == 1 for line in lines), True]
    return [
        _joined(sorted(line, key=lambda cell: cell.left), justified=above and below)
        for line, above, below in zip(lines, alone, alone[2:], strict=False)
    ]


def _joined(line: Sequence[TextRun], *, justified: bool) -> TextRun:
    """Return the cells of one line as one; a line among running text that has wide blanks is a justified one."""
    first, last = line[0], line[-1]
    text = first.text
    for before, cell in pairwise(line):
        near = justified and cell.left - before.right < JUSTIFIED * cell.size
        text += (" " if near else "\t") + cell.text
    return first._replace(text=text, right=last.right)
