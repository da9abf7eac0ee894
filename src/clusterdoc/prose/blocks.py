"""What the lines of a prose are where they are no running text: turns of a conversation, rows of a table, signatures.

    find_blocks(doc.text)        # every finder may ask; the answer for one text is kept

A turn's `name` is who speaks, `start` where the words begin, `end` where they end: at the next turn. A row's `name` is
its label. A signature's `name` is who signed the paragraph before, which is `start` to `end`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from clusterdoc.prose.conversation import NAME, NUMERIC, moved, turns
from clusterdoc.prose.lines import Line, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["turn", "row", "signature"]


class Block(NamedTuple):
    """What a stretch of the prose is: offsets of its words, and of the name of who speaks or what a row is about."""

    kind: Kind
    start: int
    end: int
    name: tuple[int, int]


# Under words in marks a name needs no dash.
ALONE: Final = re.compile(rf"(?P<name>{NAME})(?:, [^\n.!?:]{{2,80}})?\Z")
SIGNED: Final = re.compile(r"[–—~-]{1,2} {0,2}(?P<name>(?:the |a |an )?[^\W_][^\n.!?:;\"“”]{2,70})\Z")
CELL: Final = re.compile(r" {0,4}\|[ |]{0,4}|\t[\t ]{0,8}| {3,40}")
LABEL_FIRST: Final = re.compile(
    r"(?P<label>[A-Z][\w.&'’ -]{0,40}?)(?P<cells>(?: [-+−–$£€]{0,2}\d[\d,.]{0,12}%?){2,12})\Z"
)
OPENING_MARKS: Final = ("“", '"', "‘", "'")
CLOSING_MARKS: Final = ("”", '"', "’", "'")
LETTER: Final = re.compile(r"[^\W\d_]")
LONGEST_SIGNED: Final = 600
SEVERAL: Final = 2


@lru_cache(maxsize=8)
def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the turns, rows and signatures of a prose in its order."""
    found = list(lines(text))
    spoken = (Block("turn", *turn) for turn in turns(found))
    return tuple(sorted([*spoken, *rows_of(found), *signatures(found)], key=lambda block: block.start))


def rows_of(found: Sequence[Line]) -> Iterator[Block]:
    """Yield the rows of tables: a label, and cells of numbers."""
    spaced = [LABEL_FIRST.match(line.text) for line in found]
    several = sum(1 for row in spaced if row is not None) >= SEVERAL
    for line, label in zip(found, spaced, strict=True):
        cell = CELL.search(line.text)
        if (
            cell is not None
            and cell.start() > 0
            and LETTER.search(line.text, 0, cell.start())
            and numbers_only(CELL.split(line.text[cell.end() :]))
        ):
            yield Block("row", line.start + cell.end(), line.end, (line.start, line.start + cell.start()))
        elif label is not None and (several or "%" in label["cells"]) and not line.ended:
            yield Block("row", line.start + label.start("cells") + 1, line.end, moved(line, label.span("label")))


def numbers_only(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a row are numbers."""
    return all(NUMERIC.match(cell) for cell in cells if cell) and any(cell for cell in cells)


def signatures(found: Sequence[Line]) -> Iterator[Block]:
    """Yield what is signed on the line below: "– Number 10 spokesman"."""
    for said, line in pairwise(found):
        in_marks = said.text.startswith(OPENING_MARKS) and said.text.endswith(CLOSING_MARKS)
        signed = SIGNED.match(line.text) or (ALONE.match(line.text) if in_marks and " " in line.text else None)
        if signed is not None and (said.ended or in_marks) and len(said.text) <= LONGEST_SIGNED:
            yield Block("signature", said.start, said.end, moved(line, signed.span("name")))
