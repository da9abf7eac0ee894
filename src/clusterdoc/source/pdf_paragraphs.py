"""The lines of columns to paragraphs, by where they stand: spacing, indents, size, and how full a line is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clusterdoc.source.pdf_cells import TextRun

SPACED: Final = 1.25  # times the usual distance of lines: more of it parts paragraphs
INDENTED: Final = 0.7  # line heights
SIZES: Final = 0.12  # by which the size of a heading differs
DROPPED: Final = 1.7  # times the height of the lines, of a capital that stands before them
BULLET: Final = re.compile(r"[•●▪◦‣·*–-]\s|\(?\d{1,2}[.)]\s")
ENDED: Final = re.compile(r"[.!?:…][\"'“”’»)\]]{0,3}\Z")
CUT: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,40})[-‐]\Z")
TAIL: Final = re.compile(r"[^\W\d_]{1,40}")
OPENING: Final = "\"“‘'([«"


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line, and what is usual in its column: where lines begin and end, how far one stands below the other."""

    cell: TextRun
    left: float
    right: float
    spacing: float
    first: bool

    @property
    def text(self) -> str:
        """Return its words."""
        return self.cell.text

    @property
    def ended(self) -> bool:
        """Tell whether it ends as a sentence does."""
        return ENDED.search(self.text, max(0, len(self.text) - 5)) is not None

    @property
    def cut(self) -> bool:
        """Tell whether it ends in a part of a word, and a hyphen."""
        return self.text.endswith(("-", "‐")) and self.text[-2:-1].isalnum()

    @property
    def lower(self) -> bool:
        """Tell whether it begins in small letters."""
        return self.text[:3].lstrip(OPENING)[:1].islower()

    @property
    def indented(self) -> bool:
        """Tell whether it begins further right than its column."""
        return self.cell.left > self.left + INDENTED * self.cell.size


def paragraphs(columns: Iterable[Sequence[TextRun]]) -> list[str]:
    """Return the paragraphs of columns, which come in reading order."""
    lines = [line for column in columns for line in _placed(column)]
    hyphens = Hyphens(" ".join(line.text for line in lines))
    found = [[line.text] for line in lines[:1]]
    for before, line in pairwise(lines):
        if begins_paragraph(before, line):
            found.append([])
        found[-1].append(line.text)
    return [hyphens.joined(texts) for texts in found]


def _placed(column: Sequence[TextRun]) -> Iterator[PdfLine]:
    """Yield the lines of a column with what is usual in it."""
    cells = with_initials(column)
    if not cells:
        return
    left, right = min(cell.left for cell in cells), max(cell.right for cell in cells)
    steps = [one.middle - other.middle for one, other in pairwise(cells)]
    near = [step for step, cell in zip(steps, cells, strict=False) if 0 < step < 2 * cell.size]
    spacing = median(near) if near else 1.3 * cells[0].size
    for number, cell in enumerate(cells):
        yield PdfLine(cell, left, right, spacing, number == 0)


def with_initials(column: Sequence[TextRun]) -> list[TextRun]:
    """Return the lines of a column, a large initial joined to the line that it begins."""
    cells: list[TextRun] = []
    initial = ""
    for cell, after in zip(column, [*column[1:], None], strict=True):
        if after and len(cell.text) == 1 and cell.text.isupper() and cell.size > DROPPED * after.size:
            initial = cell.text
        else:
            cells.append(cell._replace(text=initial + cell.text))
            initial = ""
    return cells


def begins_paragraph(before: PdfLine, line: PdfLine) -> bool:
    """Tell whether a paragraph begins at a line."""
    if other_kind(before, line):
        return True
    if before.cut:
        return False
    if line.first:
        return over_a_column(before, line)
    if before.cell.middle - line.cell.middle > SPACED * max(line.spacing, line.cell.size):
        return True
    if sets_in(before, line):
        return True
    return is_short(before, line) and not line.lower


def other_kind(before: PdfLine, line: PdfLine) -> bool:
    """Tell whether one of two lines is a row or a bullet, or they differ in size as a heading and its text do."""
    if "\t" in before.text or "\t" in line.text or BULLET.match(line.text):
        return True
    return abs(before.cell.size - line.cell.size) > SIZES * max(before.cell.size, line.cell.size)


def over_a_column(before: PdfLine, line: PdfLine) -> bool:
    """Tell whether the first line of a column, or of a page, begins a paragraph."""
    if line.lower:
        return False
    return before.ended or line.indented or is_short(before, line)


def sets_in(before: PdfLine, line: PdfLine) -> bool:
    """Tell whether a line is set in more than the one before it, unless that is a bullet, which hangs out."""
    further = line.cell.left > before.cell.left + INDENTED * line.cell.size
    return further and not BULLET.match(before.text) and not line.lower


def is_short(before: PdfLine, line: PdfLine) -> bool:
    """Tell whether the first word of a line had room on the one before it."""
    word = len(line.text.split(None, 1)[0]) + 1
    width = (line.cell.right - line.cell.left) * word / max(len(line.text), 1)
    return before.cell.right + width < before.right - INDENTED * line.cell.size


class Hyphens:
    """The words of a document: they tell whether a hyphen at the end of a line is one of the word's own."""

    def __init__(self, text: str) -> None:
        self.words = frozenset(re.findall(r"[^\W\d_]{2,40}(?:-[^\W\d_]{2,40})*", text))

    def joined(self, lines: Sequence[str]) -> str:
        """Return lines as one, words that were cut at the end of a line whole."""
        text = lines[0]
        for line in lines[1:]:
            cut, tail = CUT.search(text, max(0, len(text) - 45)), TAIL.match(line)
            if cut and tail and line[:1].islower():
                text = text[:-1] + "-" * self.stays(cut[1], tail[0]) + line
            elif text.endswith(("-", "‐", "—")) and text[-2:-1].isalnum():
                text += line
            else:
                text = f"{text} {line}"
        return text

    def stays(self, head: str, tail: str) -> bool:
        """Tell whether "long-" and "term" are "long-term"."""
        if head + tail in self.words:
            return False
        return f"{head}-{tail}" in self.words or head.lower() in _compounds() or tail.lower() in _compounds()


@cache
def _compounds() -> frozenset[str]:
    """Return words that are joined to others by a hyphen: "long" of "long-term", "based" of "London-based"."""
    return frozenset(row[0] for row in rows("hyphened"))
