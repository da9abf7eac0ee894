"""The lines of a text as they stand: where each begins and ends, how far it is set in, and how it begins and ends."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.words import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINE: Final = re.compile(r"[^\n\f]+|\f")
TERMINAL: Final = re.compile(r"[.!?:…][\"'“”’»)\]]{0,3}(?:\[\d{1,3}\])?\Z")
OPENING: Final = "\"“‘'([«"
LAST_WORD: Final = re.compile(r"(?:(?<=[\s\"“‘'(])|\A)[A-Za-z]{1,12}\Z")
CUT_WORD: Final = re.compile(r"[^\W\d_]{2}-\Z")
# A line that goes on for itself: a bullet, a number of a list, a cell, a rule.
OWN: Final = re.compile(r"[-*+•●▪◦‣·][ \t]|\(?(?:\d{1,2}|[a-zA-Z])[.)][ \t]|#{1,6} |[-=*_]{3,}\s*\Z|[^|]{0,200}\|")
CELLS: Final = re.compile(r"\S(?:\t| {3,})\S")


class Line(NamedTuple):
    """A line without the white space round it: offsets, the columns it is set in, and what stands there."""

    start: int
    end: int
    indent: int
    text: str
    page: bool = False  # a page break stands before it
    gap: int = 0  # how many empty lines stand before it

    @property
    def ended(self) -> bool:
        """Tell whether the line ends as a sentence does."""
        return TERMINAL.search(self.text, max(0, len(self.text) - 10)) is not None

    @property
    def lower(self) -> bool:
        """Tell whether the line begins in small letters."""
        return self.text[:3].lstrip(OPENING)[:1].islower()

    @property
    def cut(self) -> bool:
        """Tell whether the line ends in the first part of a word, and a hyphen."""
        return CUT_WORD.search(self.text, max(0, len(self.text) - 40)) is not None

    @property
    def hanging(self) -> bool:
        """Tell whether the last word needs another: an article, a preposition, a conjunction."""
        found = LAST_WORD.search(self.text, max(0, len(self.text) - 13))
        return found is not None and found[0] in joining_words()

    @property
    def own(self) -> bool:
        """Tell whether the line never goes on the one before: a bullet, a row, a rule."""
        return OWN.match(self.text) is not None

    @property
    def row(self) -> bool:
        """Tell whether the line is made of cells."""
        return CELLS.search(self.text) is not None or "|" in self.text

    @property
    def first_word(self) -> int:
        """Return how many characters its first word has."""
        return len(self.text.split(None, 1)[0])


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text that are not empty."""
    done, page = 0, False
    for found in LINE.finditer(text):
        content = found[0].strip()
        if not content:
            page = page or found[0] == "\f"
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        gap = text.count("\n", done, start) - 1
        indent = len(found[0][: start - found.start()].expandtabs())
        yield Line(start, start + len(content), indent, content, page, max(gap, 0))
        done, page = start + len(content), False


def at_line_starts(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield where a pattern matches at the beginning of a line: most texts have few lines, and many characters."""
    return (found for start in starts if (found := pattern.match(text, start)))


def line_starts(text: str) -> list[int]:
    """Return where the lines of a text begin."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


@cache
def joining_words() -> frozenset[str]:
    """Return the words after which a sentence never ends."""
    return frozenset(row[0] for row in rows("joining") if not row[1])


@cache
def words_before(what: str) -> frozenset[str]:
    """Return the words after which no sentence ends when the next line begins with a "number", or with a "noun"."""
    return frozenset(row[0] for row in rows("joining") if row[1] == what)
