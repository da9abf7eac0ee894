"""What the model and the finders read: the words of an article without the accidents of its form.

Each layer is a text and the edits that made it; facts are found in the last one and put back through all of them. The
prose of a clean text is that text: no layer, no cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.british import double_marks
from clusterdoc.prose.cells import cells, signs
from clusterdoc.prose.characters import characters
from clusterdoc.prose.conversation import turn_lines
from clusterdoc.prose.edits import Layer, Reordered, edited
from clusterdoc.prose.headings import headings
from clusterdoc.prose.markup import markup, quoting
from clusterdoc.prose.openings import openings
from clusterdoc.prose.running_heads import running_heads
from clusterdoc.prose.side_by_side import reading_order
from clusterdoc.prose.spacing import spacing
from clusterdoc.prose.wrapping import joined_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from clusterdoc.prose.edits import Edit


@dataclass(frozen=True, slots=True)
class Prose:
    """What is read of an article, and the way back into its text; `layers` is empty when that is the same.

    `written` is the text with its marks as they are written, the same characters in the same places for the rest.
    """

    text: str
    layers: tuple[Layer | Reordered, ...] = ()
    written: str = ""

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where the characters start..end-1 of the prose stand in the article's text, in the order of the prose.

        One stretch, but for lines of a column that has another beside it: they are one each.
        """
        found = [(start, end)]
        for layer in reversed(self.layers):
            found = [old for place in found for old in layer.stretches(*place)]
        return found

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the article's text of the longest stretch of the characters start..end-1."""
        return max(self.stretches(start, end), key=lambda place: place[1] - place[0])


def read_prose(text: str) -> Prose:
    """Return the prose of an article's text."""
    layers: list[Layer | Reordered] = []
    for step in STEPS:
        layer = step(text)
        if layer is not None:
            layers.append(layer)
            text = layer.text
    doubled = edited(text, double_marks(text))
    if doubled is None:
        return Prose(text, tuple(layers), text)
    return Prose(doubled.text, (*layers, doubled), text)


def _by(find: Callable[[str], Iterable[Edit]]) -> Callable[[str], Layer | None]:
    """Return the step that makes the edits that a function finds."""
    return lambda text: edited(text, find(text))


STEPS: Final[tuple[Callable[[str], Layer | Reordered | None], ...]] = (
    *map(_by, (characters, running_heads)),
    reading_order,
    *map(_by, (quoting, markup, cells, joined_lines, headings, openings, turn_lines, spacing, signs)),
)
