"""Edits of a text, and the way back: where each character of the edited text stood before."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
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


def edited(text: str, edits: Iterable[Edit]) -> Layer | None:
    """Return a text after edits, which come in any order; one that overlaps another before it is left out.

    None when there is no edit: the text stays what it is.
    """
    pieces: list[str] = []
    moved: list[Moved] = []
    done = length = 0
    for edit in sorted(edits):
        if edit.start < done or text[edit.start : edit.end] == edit.text:
            continue
        length += edit.start - done
        pieces += (text[done : edit.start], edit.text)
        moved.append(Moved(length, length + len(edit.text), edit.start, edit.end))
        length += len(edit.text)
        done = edit.end
    return Layer("".join((*pieces, text[done:])), tuple(moved)) if moved else None
