"""The article cut at the boundaries of its marks, so that nested and crossing marks both become well-formed HTML.

A mark that crosses another is closed and opened again; no character is left out, moved or said twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain, pairwise, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINE: Final = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article that shows a fact: `id` is its own, `item` that of its fact in the lists.

    `wide` marks (quotes) hold many others and leave the words inside them to link elsewhere. `label` says what the
    mark is, `classes` and `value` what its element carries, `who` the name that is shown before it.
    """

    start: int
    end: int
    id: str
    item: str
    tag: str
    classes: str
    label: str
    value: str | None = None
    wide: bool = False
    who: str | None = None


class Open(NamedTuple):
    """A mark begins, or goes on after a boundary (then `first` is false)."""

    mark: Mark
    first: bool


class Text(NamedTuple):
    """Words with no boundary inside, and the mark they link back from, if any."""

    text: str
    mark: Mark | None


class Close(NamedTuple):
    """The innermost open mark ends, or pauses at a boundary."""

    mark: Mark


Strand: TypeAlias = Open | Text | Close


class WovenParagraph(NamedTuple):
    """A paragraph in strands, with the line breaks that stand before it."""

    gap: str
    strands: tuple[Strand, ...]


def weave(text: str, marks: Iterable[Mark]) -> tuple[tuple[WovenParagraph, ...], str]:
    """Return the paragraphs of a text with their marks, and the space after the last: joined they are the text."""
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.id))
    loom = _Loom(text, waiting)
    woven, position = [], 0
    for start, end in _paragraphs(text):
        woven.append(WovenParagraph(text[position:start], tuple(loom.paragraph(start, end))))
        position = end
    return tuple(woven), text[position:]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the paragraphs: separated by blank lines where the text has any, else by line breaks."""
    lines = [found.span() for found in LINE.finditer(text) if not found[0].isspace()]
    gaps = [(before, after) for (_, before), (after, _) in pairwise(lines)]
    blank = [max(text.count("\n", *gap), text.count("\r", *gap)) > 1 for gap in gaps]
    if not any(blank):
        return lines
    starts = [lines[0][0]] + [after for (_, after), parted in zip(gaps, blank, strict=True) if parted]
    ends = [before for (before, _), parted in zip(gaps, blank, strict=True) if parted] + [lines[-1][1]]
    return list(zip(starts, ends, strict=True))


@dataclass(slots=True)
class _Loom:
    """Walks the text once, paragraph by paragraph, with the marks that are open and those still to come."""

    text: str
    waiting: list[Mark]
    carried: list[Mark] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)
    position: int = 0
    next: int = 0

    def paragraph(self, start: int, end: int) -> Iterator[Strand]:
        """Yield the strands of the paragraph at these offsets; marks that go on after it are carried over."""
        stack: list[Mark] = []
        for left, right in self._stretches(start, end):
            yield from self._close(stack, left)
            for mark in sorted((*self.carried, *self._beginning(left)), key=lambda mark: -mark.end):
                if mark.end > left:
                    stack.append(mark)
                    yield Open(mark, mark.id not in self.opened)
                    self.opened.add(mark.id)
            self.carried = []
            yield Text(self.text[left:right], next((mark for mark in reversed(stack) if not mark.wide), None))
        yield from map(Close, reversed(stack))
        self.carried = [mark for mark in stack if mark.end > end]

    def _stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the stretches between boundaries inside a paragraph."""
        waiting = (self.waiting[index] for index in range(self.next, len(self.waiting)))
        coming = takewhile(lambda mark: mark.start < end, waiting)
        cuts = {start, end, *chain.from_iterable((mark.start, mark.end) for mark in (*self.carried, *coming))}
        inside = sorted(cut for cut in cuts if start <= cut <= end)
        return list(pairwise(inside))

    def _beginning(self, position: int) -> Iterator[Mark]:
        """Yield the marks that begin at or before a position and have not begun yet."""
        while self.next < len(self.waiting) and self.waiting[self.next].start <= position:
            yield self.waiting[self.next]
            self.next += 1

    def _close(self, stack: list[Mark], position: int) -> Iterator[Close]:
        """Yield what closes at a position; marks closed only because they cross are carried on."""
        ended = [depth for depth, mark in enumerate(stack) if mark.end <= position]
        if ended:
            closing = stack[ended[0] :]
            del stack[ended[0] :]
            self.carried = [mark for mark in closing if mark.end > position]
            yield from map(Close, reversed(closing))


def unlinked(paragraphs: Iterable[WovenParagraph]) -> frozenset[str]:
    """Return the ids of marks whose words all link elsewhere, so that they need a link of their own."""
    strands = [strand for paragraph in paragraphs for strand in paragraph.strands]
    linked = {strand.mark.id for strand in strands if isinstance(strand, Text) and strand.mark}
    return frozenset(map(attrgetter("mark.id"), (strand for strand in strands if isinstance(strand, Open)))) - linked
