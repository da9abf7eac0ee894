"""Rows of tables written as rows: cells separated by tabs, signs of numbers as signs, labels next to their numbers.

Markdown's bars and rules are left out, dots that lead to a number and dashes before one in a list are a tab, and where
each label has its number on the line below, the two are a row.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import Line, at_line_starts, line_starts, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NUMBER: Final = r"[($£€¥₹+−–-]{0,3}\d[\d.,]{0,20}"
RULE: Final = re.compile(r"[ \t]{0,4}(?=[^\n]{0,3}[-=]{2})[|+:=\- ]{3,90}(?=\n|\Z)\n?")
BAR: Final = re.compile(r"[ \t]{0,4}\|[ \t]{0,8}(?![-:=]{2})(?=[^\n|]{1,200}\|)")
LAST_BAR: Final = re.compile(r"[ \t]{0,40}\|[ \t]{0,8}(?=\n|\Z)")
LEADERS: Final = re.compile(rf"(?<=\w) ?(?:\.{{4,120}}|(?: \.){{3,60}}) {{0,3}}(?={NUMBER})")
DASHED: Final = re.compile(
    r"(?P<label>[^\W\d_][^\n\t|:–—.?!]{1,40}?)(?P<dash> [–—-] )"
    rf"(?={NUMBER}(?: ?(?:%|[a-z]{{1,10}}))?[ \t]{{0,3}}(?:\n|\Z))"
)
VALUE: Final = re.compile(
    rf"{NUMBER}(?<![.,]) ?(?:%|per ?cent|(?:million|billion|trillion|[mbt]n|[mk])\b)?(?: [a-z²]{{1,12}}){{0,2}}\Z"
)
VALUE_LINE: Final = re.compile(rf"\n[ \t]{{0,40}}{NUMBER}[^\n]{{0,40}}(?=\n|\Z)")
LABEL: Final = re.compile(r"[^\W\d_][^\n:\d]{1,40}\Z")
# Signs before the numbers of a row: "-1.62", "▼1.62", "▲ 0.42".
ROW: Final = re.compile(
    r"[^\W\d_][^\n|\t]{0,40}?(?:[ \t]{0,3}[|\t][ \t|]{0,8}| {1,40})(?=[$£€¥(▲▼△▽↑↓+−-]{0,3} ?\d)"
    r"(?P<cells>[^\n]{2,160})"
)
CELL: Final = r"[$£€¥(▲▼△▽↑↓+−-]{0,3}+ ?\d[\d.,]{0,16}+(?:%\)?|[a-z]{1,2}\b|\)%?)?"
CELLS: Final = re.compile(rf"[\s|]{{0,8}}+{CELL}(?P<more>[\s|]{{1,8}}+{CELL}){{0,11}}+\s{{0,4}}\Z")
SIGN: Final = re.compile(r"(?<=[\s|(])(?:-(?=[$£€¥]?\d)|[▼▽↓] ?-?(?=[$£€¥]?\d)|[▲△↑] ?\+?(?=[$£€¥]?\d))")
BETWEEN: Final = re.compile(r" (?=[$£€¥+]?\d)")
SIGNED: Final = re.compile(r"[ \t|(](?:-[$£€¥]?\d|[▲▼△▽↑↓])")
# A row of a file of data, and its cells: "North,71.2,4%", 'Ott;"1,204";60'. A blank after a comma is a sentence's.
QUOTED: Final = r"\"[^\n\"]{0,80}\""
DATA: Final = re.compile(
    rf"(?:{QUOTED}|[^\s\d,;\"][^\n\d,;\"]{{0,60}}|\d[\d./-]{{0,10}})"
    rf"(?:[,;](?! )(?:{QUOTED}|[^\n,;\"]{{0,60}})){{1,30}}(?=\n|\Z)"
)
PART: Final = re.compile(rf"(?P<quoted>{QUOTED})|[,;]")
FIGURE: Final = re.compile(r"[,;]\"?[-+−$£€¥]{0,2}\d")
SEVERAL: Final = 2


def cells(text: str) -> Iterator[Edit]:
    """Yield the edits that write rows of tables as rows."""
    if "|" in text:
        yield from bars(text, line_starts(text))
    if "...." in text or " . . ." in text:
        yield from (Edit(*found.span(), "\t") for found in LEADERS.finditer(text))
    yield from dashes(text)
    yield from below(text)
    if FIGURE.search(text):
        yield from data_rows(text, line_starts(text))


def data_rows(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that put tabs between the cells of rows as a file of data has them, where several stand together.

    They have as many cells as those beside them, and two of them have numbers.
    """
    rows = [(row, list(PART.finditer(text, *row.span()))) for row in at_line_starts(DATA, text, starts)]
    for alike in tables(rows):
        if sum(1 for row, _ in alike if FIGURE.search(row[0])) >= SEVERAL:
            yield from (edit for _, parts in alike for part in parts for edit in tabbed(part))


Parts: TypeAlias = "tuple[re.Match[str], list[re.Match[str]]]"


def tables(rows: Sequence[Parts]) -> Iterator[list[Parts]]:
    """Yield rows that stand below one another and have as many cells."""
    table: list[Parts] = []
    for row, parts in rows:
        if table and (row.start() != table[-1][0].end() + 1 or commas(parts) != commas(table[-1][1])):
            yield table
            table = []
        table.append((row, parts))
    yield table


def commas(parts: Sequence[re.Match[str]]) -> int:
    """Return how many of the parts of a row stand between cells."""
    return sum(1 for part in parts if not part["quoted"])


def tabbed(part: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits that make a tab of a comma between cells, and leave out the marks round a cell."""
    if not part["quoted"]:
        yield Edit(*part.span(), "\t")
        return
    yield Edit(part.start(), part.start() + 1)
    yield Edit(part.end() - 1, part.end())


def bars(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that leave out the bars at the edges of a table, and its rules."""
    rows = list(at_line_starts(BAR, text, starts))
    if not rows:
        return
    yield from (Edit(*found.span()) for found in rows)
    yield from (Edit(*found.span()) for found in at_line_starts(RULE, text, starts))
    yield from (Edit(*found.span()) for found in LAST_BAR.finditer(text))


def dashes(text: str) -> Iterator[Edit]:
    """Yield the edits that put a tab between label and number of the lines of a list: "Net sales – $71 million"."""
    found = list(at_line_starts(DASHED, text, line_starts(text)))
    if len(found) >= SEVERAL:
        yield from (Edit(*row.span("dash"), "\t") for row in found)


def below(text: str) -> Iterator[Edit]:
    """Yield the edits that put a number beside the label above it, where several labels have one."""
    if not VALUE_LINE.search(text):
        return
    found = [(label, value) for label, value in pairwise(lines(text)) if is_name_of_value(label, value)]
    firsts = {label.start for label, _ in found}
    for number, (label, value) in enumerate(found):
        before = number > 0 and found[number - 1][1].end <= label.start <= found[number - 1][1].end + SEVERAL
        after = number + 1 < len(found) and 0 < found[number + 1][0].start - value.end <= SEVERAL
        if (before or after) and value.start not in firsts:
            yield Edit(label.end, value.start, "\t")


def is_name_of_value(label: Line, value: Line) -> bool:
    """Tell whether a line names what the number on the next line counts."""
    if value.gap or len(value.text) > 40 or len(label.text) > 42:  # noqa: PLR2004 -- a label, no sentence
        return False
    return not label.ended and LABEL.match(label.text) is not None and VALUE.match(value.text) is not None


def signs(text: str) -> Iterator[Edit]:
    """Yield the edits that write the sign of a number in a row as a minus or a plus."""
    if not SIGNED.search(text):
        return
    for row in at_line_starts(ROW, text, line_starts(text)):
        found = CELLS.match(row["cells"])
        if found is not None and SIGNED.search(text, row.start("cells") - 1, row.end()):
            yield from row_signs(text, row.start("cells") - 1, row.end(), alone=not found["more"] or ":" in row[0])


def row_signs(text: str, start: int, end: int, *, alone: bool) -> Iterator[Edit]:
    """Yield the edits that write the signs of a row, and tabs for its blanks, unless it has a number `alone`."""
    for sign in SIGN.finditer(text, start, end):
        written = "+" if sign[0][0] in "▲△↑" else "−"
        if not alone and text[sign.start() - 1] in " \t":  # behind a digit and one blank a sign is a dash
            yield Edit(sign.start() - 1, sign.start(), "\t\t")
        yield Edit(*sign.span(), written)
    if not alone:
        yield from (Edit(*gap.span(), "\t") for gap in BETWEEN.finditer(text, start, end))
