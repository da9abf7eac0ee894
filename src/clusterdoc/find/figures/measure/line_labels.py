"""Numbers in tables and lists: the label of the row or of the line that a number stands in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import text_before, text_of
from clusterdoc.find.figures.measure.parsed import once
from clusterdoc.find.figures.measure.word_span import Words

if TYPE_CHECKING:
    from clusterdoc.find.figures.measure.parsed import ParsedNumber

LONGEST_LINE: Final = 400
LONGEST_LABEL: Final = 80
# What separates the cells of a row: a bar, a tab, several blanks.
GAP: Final = re.compile(r"\s?\|\s?|\t|[ \xa0]{3}")
WHOLE_GAP: Final = re.compile(r"\s?\|\s?|\t|[ \xa0]{3,40}")
# A row of figures after a label, separated by single blanks: "ACME 113.40 -1.62 -1.41%".
FIGURES: Final = re.compile(r"(?:\s[-+(±−]?[$€£¥]?\d[\d.,]{0,20}(?:%|\)|\s?[mb]n)?){2,12}\s?\Z")
FIGURE_ENDS: Final = frozenset("%)n")
WORD: Final = re.compile(r"[^\W\d_]{2,40}")
MOST_WORDS: Final = 3
REACH_UP: Final = 6000  # characters of a table above a row
PER_AFTER: Final = re.compile(r"\A\s(?:an?|per)\s[a-z]{3,12}")
DASHED: Final = re.compile(r"\s[–—-]\s\Z")
LETTER: Final = re.compile(r"[^\W\d_]")
DIGIT: Final = re.compile(r"\d")
BULLETS: Final = " \t\xa0•·*–—-"


@once
def label_of_row(number: ParsedNumber) -> Words | None:
    """Return the label of the row of a table that a number stands in, None in a line of prose.

    Where the row has no label, or a year for one, it is the head of the column.
    """
    line, at = line_of(number)
    label = row_label(line, at)
    if label:
        return words_at(number, number.match.start - at, label)
    return head_of_column(number, line, at) if has_gap(line) else None


def head_of_column(number: ParsedNumber, line: str, at: int) -> Words | None:
    """Return the cell in letters over a number in a row without a label, below a row of as many cells."""
    cells = cells_in_line(line)
    column = next((index for index, (start, end) in enumerate(cells) if start <= at < end), 0)
    if not column or LETTER.search(line, *cells[0]) or not is_figure_cell(line, at):
        return None
    above = number.match.start - at
    rows = text_before(text_of(number.words.doc), above, REACH_UP).split("\n")
    for line_above in reversed(rows[:-1]):
        above -= len(line_above) + len("\n")
        row = cells_in_line(line_above)
        if len(row) != len(cells):
            return None
        start, end = row[column]
        head = line_above[start:end]
        if LETTER.search(head) and not DIGIT.search(head):
            return words_at(number, above + start, head) if _is_label(head) else None
    return None


def cells_in_line(line: str) -> list[tuple[int, int]]:
    """Return where the cells of a row begin and end."""
    gaps = [(gap.start(), gap.end()) for gap in WHOLE_GAP.finditer(line)]
    return list(zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(line)], strict=True))


def label_before_colon(number: ParsedNumber) -> Words | None:
    """Return the label that begins a line and ends in a colon right before a number that ends the line."""
    line, at = line_of(number)
    label, colon, rest = line[:at].partition(":")
    if not colon and (dash := DASHED.search(line[:at])):
        label, colon, rest = line[: dash.start()], dash.group(), ""
    after = line[at + number.match.end - number.match.start :]
    after = after if number.match.per is None else PER_AFTER.sub("", after, count=1)
    ends = LETTER.search(after) is None or after.lstrip().startswith("(")
    named = colon and not rest.strip() and ends and _is_label(label)
    return words_at(number, number.match.start - at, label) if named else None


def line_of(number: ParsedNumber) -> tuple[str, int]:
    """Return the line that holds a number, "" when it is long, and where in it the number begins."""
    text, start = text_of(number.words.doc), number.match.start
    before = text_before(text, start, LONGEST_LINE).rpartition("\n")[2]
    after = text[start : start + LONGEST_LINE].partition("\n")[0]
    return ("", 0) if LONGEST_LINE in (len(before), len(after)) else (before + after, len(before))


def row_label(line: str, at: int) -> str:
    """Return the first cell of a row of cells, or the words before a row of figures; "" for a line of prose."""
    gap = GAP.search(line.lstrip(BULLETS)) if has_gap(line) else None
    bullets = len(line) - len(line.lstrip(BULLETS))
    label = line[: bullets + gap.start()] if gap else before_figures(line)
    return label if len(label) < at and _is_label(label) and is_figure_cell(line, at) else ""


@lru_cache(maxsize=1)  # for the next number of the line
def before_figures(line: str) -> str:
    """Return what stands before the row of figures that ends a line, "" where none does."""
    figures = FIGURES.search(line) if ends_in_figure(line) else None
    return line[: figures.start()] if figures is not None else ""


def has_gap(line: str) -> bool:
    """Return whether a line may hold more than one cell: a cheap check before the pattern, as most lines are prose."""
    return "|" in line or "\t" in line or "  " in line.replace("\xa0", " ")


def ends_in_figure(line: str) -> bool:
    """Return whether the end of a line may be that of a row of figures: a cheap check before the pattern."""
    last = line.rstrip().rstrip(".,")[-1:]
    return last.isdigit() or last in FIGURE_ENDS


def is_figure_cell(line: str, at: int) -> bool:
    """Return whether the cell of a row that holds a number holds little else."""
    edges = [0, *(gap.end() for gap in GAP.finditer(line)), len(line)]
    start = max(edge for edge in edges if edge <= at)
    end = min(edge for edge in edges if edge > at)
    return len(WORD.findall(line, start, end)) <= MOST_WORDS


def _is_label(words: str) -> bool:
    """Return whether words can be a label: they have letters, and are neither too long nor a sentence."""
    return len(words) <= LONGEST_LABEL and LETTER.search(words) is not None and not words.rstrip().endswith((".", "?"))


def words_at(number: ParsedNumber, start: int, label: str) -> Words | None:
    """Return the words of the label at an offset, without its bullets."""
    first = start + len(label) - len(label.lstrip(BULLETS))
    tokens = number.words.doc.char_span(first, start + len(label.rstrip()), alignment_mode="contract")
    return Words(tokens.doc, tokens.start, tokens.end) if tokens else None
