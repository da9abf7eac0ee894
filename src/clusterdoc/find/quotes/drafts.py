"""A quote while it is being put together: what is said, the cue, and the words that name its source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Range
    from clusterdoc.prose.marks import Stretch


def meets(part: Range, stretch: Stretch) -> bool:
    """Return whether a part of a text has words of a stretch in marks."""
    return part[0] < stretch.end and stretch.start < part[1]


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote in the making: its parts, cue and source as offsets, the head words of cue and source.

    `rule` names the rule that found it (see rules.py); `marked` says that it has words in quotation marks; `scare`
    that these words are only a term that the writer puts in marks, not speech.
    """

    parts: tuple[Range, ...]
    rule: str
    cue: Range | None = None
    verb: Token | None = None
    source: Range | None = None
    head: Token | None = None
    marked: bool = False
    scare: bool = False

    @property
    def start(self) -> int:
        """Where the first part starts."""
        return min(start for start, _ in self.parts)

    def covers(self, stretch: Stretch) -> bool:
        """Return whether the quote has words of a stretch in marks."""
        return any(meets(part, stretch) for part in self.parts)

    def widened(self, stretch: Stretch) -> Draft:
        """Return the quote with the whole of a stretch in marks in the parts that touch it."""
        start, end = stretch.start, stretch.end
        touching = [part for part in self.parts if meets(part, stretch)]
        for part in touching:
            start, end = min(start, part[0]), max(end, part[1])
        others = (part for part in self.parts if part not in touching)
        return self.with_parts([*others, (start, end)], marked=True)

    def with_parts(self, parts: list[Range], *, marked: bool | None = None) -> Draft:
        """Return the quote with other parts, in the order of the text."""
        return replace(self, parts=tuple(sorted(parts)), marked=self.marked if marked is None else marked)
