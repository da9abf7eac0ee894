"""Edits of a text, and the way back: where each character of the edited text stood before."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Edit(NamedTuple):
    """A stretch of a text and what is put in its place."""

    start: int
    end: int
    text: str = ""


class Moved(NamedTuple):
    """An edit that was made: where what was put in stands now, and where what it stands for stood before."""

    start: int
    end: int
    old_start: int
    old_end: int


@dataclass(frozen=True, slots=True)
class Layer:
    """A text after some edits."""

    text: str
    moved: tuple[Moved, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets, in the text before the edits, of the characters start..end-1, one at least."""
        return self._place(start)[0], self._place(end - 1)[1]

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return those offsets as the one stretch that they are."""
        return [self.back(start, end)]

    def _place(self, at: int) -> tuple[int, int]:
        """Return where a character stood: more than one place for a ligature or a composed letter."""
        index = bisect_right(self.moved, at, key=lambda edit: edit.start) - 1
        if index < 0:
            return at, at + 1
        edit = self.moved[index]
        if at >= edit.end:
            old = edit.old_end + at - edit.end
        elif edit.end - edit.start == edit.old_end - edit.old_start:
            old = edit.old_start + at - edit.start
        else:
            return edit.old_start, edit.old_end
        return old, old + 1


class MovedStretch(NamedTuple):
    """Characters that were moved: where they stand now, and where the first of them stood before."""

    start: int
    end: int
    old: int


@dataclass(frozen=True, slots=True)
class Reordered:
    """A text after stretches of it changed places; what stands between them was put in."""

    text: str
    before: str
    moved: tuple[MovedStretch, ...]

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the offsets before of the characters start..end-1, one stretch for all between which stood nothing."""
        found: list[tuple[int, int]] = []
        index = max(bisect_right(self.moved, start, key=lambda stretch: stretch.start) - 1, 0)
        for stretch in takewhile(lambda stretch: stretch.start < end, islice(self.moved, index, None)):
            first, last = max(start, stretch.start), min(end, stretch.end)
            if first >= last:
                continue
            old = (stretch.old + first - stretch.start, stretch.old + last - stretch.start)
            if found and found[-1][1] <= old[0] and not self.before[found[-1][1] : old[0]].strip():
                old = (found.pop()[0], old[1])
            found.append(old)
        return found or [(self.moved[index].old, self.moved[index].old + 1)]


def edited(text: str, edits: Iterable[Edit]) -> Layer | None:
    """Return a text after edits, which come in any order; one that overlaps another before it is left out.

    None when there is no edit: the text stays what it is.
    """
    parts: list[str] = []
    moved: list[Moved] = []
    done = length = 0
    for edit in sorted(edits):
        if edit.start < done or text[edit.start : edit.end] == edit.text:
            continue
        length += edit.start - done
        parts += (text[done : edit.start], edit.text)
        moved.append(Moved(length, length + len(edit.text), edit.start, edit.end))
        length += len(edit.text)
        done = edit.end
    return Layer("".join((*parts, text[done:])), tuple(moved)) if moved else None
