"""Lines that a wrapping program broke, joined again, by the evidence of the whole text.

A line break within a sentence (the next line begins in small letters, or the line ends in "the") is sure. The sure
breaks tell how full a line is before it is broken; a break after a line that is as full is one of them, too. So a
text may be wrapped at any width, ragged or not, with empty lines or indents between its paragraphs or none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words import rows
from clusterdoc.find.words.people import nouns
from clusterdoc.prose.conversation import turn_starts
from clusterdoc.prose.datelines import places
from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import OPENING, Line, lines, words_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENDS: Final = (".", "!", "?")
WIDEST: Final = 160
NARROWEST: Final = 25
SHARE_SURE: Final = 0.3  # of the breaks after an unfinished line, in a wrapped text
RAGGED_FILL: Final = 0.92  # of the shortest line, where letters differ in width and no line is exactly full
RAGGED: Final = 0.8  # of the usual width: shorter lines were not broken by a program
FEW: Final = 8
INVISIBLE: Final = 2  # characters that made a line wider for the program that broke it, and are none now
SHORT: Final = 0.6
NEARLY: Final = 0.8  # full: a sentence that breaks off so goes on in the next column, an empty line between them
EIGHTH: Final = 8  # of the lines of a ragged text are less full: a sentence that ends so ends its paragraph
INITIAL: Final = re.compile(r"[A-Z]\. [A-Z]")
HYPHEN: Final = re.compile(r"[^\W\d_]{2,40}-\Z")
WORD: Final = re.compile(r"[^\W\d_]{2,40}")
NAME: Final = re.compile(r"\b([A-Z][\w’'-]{1,30})(?= ([A-Z][\w’'-]{1,30}))")
LAST: Final = re.compile(r"(?<![^\s\"“‘'(])[A-Za-z][\w’'-]{0,25}\Z")
FIRST: Final = re.compile(r"[A-Z][\w’'-]{1,30}|[$£€¥]?\d")
NUMBERS: Final = "$£€¥0123456789"
HYPHENED: Final = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,3}")


@dataclass(frozen=True, slots=True)
class Habit:
    """How a text is wrapped: how full a line is when it is broken, how wide, how far set in, how evenly.

    `full` is how full a line is that ends as a sentence does and goes on all the same.
    """

    fill: int
    width: int
    indent: int
    ragged: bool
    full: int


def joined_lines(text: str) -> Iterator[Edit]:
    """Yield the edits that make one line of the lines of a paragraph, words cut by a hyphen whole."""
    if not may_be_wrapped(text):
        return
    found = list(lines(text))
    pairs = list(pairwise(found))
    words = Words(text)
    habit = habit_of(pairs, words)
    if habit is None:
        return
    spoken = turn_starts(found)
    yield from set_in(text, found[0])
    for first, second in pairs:
        if not (first.ended and second.start in spoken) and _goes_on(first, second, habit, words):
            yield _joint(first, second, words)
        else:
            yield from set_in(text, second)


def set_in(text: str, line: Line) -> Iterator[Edit]:
    """Yield the edit that leaves out the blanks with which the first line of a paragraph is set in."""
    start = max(text.rfind("\n", 0, line.start), text.rfind("\f", 0, line.start)) + 1
    if start < line.start and not line.row:
        yield Edit(start, line.start)


def may_be_wrapped(text: str) -> bool:
    """Tell whether a line ends as no sentence does and the next goes on in letters: none does in most texts."""
    rows = [row.strip() for row in text.split("\n")]
    return any(
        first and second and not first.endswith(ENDS) and (second.lstrip(OPENING)[:1].islower() or first[-1].islower())
        for first, second in pairwise(rows)
    )


def habit_of(pairs: Sequence[tuple[Line, Line]], words: Words) -> Habit | None:
    """Return how a text is wrapped, or None where its lines are its paragraphs."""
    candidates = [(first, second) for first, second in pairs if may_join(first, second)]
    sure = [(first, second) for first, second in candidates if is_sure(first, second, words)]
    unfinished = sum(1 for first, _ in candidates if not first.ended)
    if not sure or len(sure) < SHARE_SURE * unfinished:
        return None
    widths = sorted(len(first.text) + first.indent for first, _ in sure)
    width = widths[int(0.95 * (len(widths) - 1))]
    if width > WIDEST:
        return None
    fills = sorted(filled(first, second) for first, second in sure if not first.cut) or [width]
    fill = next(fill for fill in fills if fill >= RAGGED * fills[len(fills) // 2])
    fill = fill if len(fills) >= FEW else min(fill, width)
    ragged = widths[-1] >= fill
    full = fills[len(fills) // EIGHTH] if ragged and len(fills) >= FEW else fill
    fill = int(RAGGED_FILL * fill) if ragged else fill
    indents = Counter(second.indent for _, second in sure)
    return Habit(fill, width, indents.most_common(1)[0][0], ragged, full)


def may_join(first: Line, second: Line) -> bool:
    """Tell whether a line can go on the one before it: no empty line between them, no row, no bullet."""
    item = second.own and not (first.hanging and INITIAL.match(second.text))
    return not (second.gap or second.page or item or first.row or second.row)


def is_sure(first: Line, second: Line, words: Words) -> bool:
    """Tell whether a break stands within a sentence."""
    return not first.ended and (second.lower or first.hanging or words.belong(first, second))


def filled(first: Line, second: Line) -> int:
    """Return how wide a line would be with the first word of the next one."""
    return first.indent + len(first.text) + 1 + second.first_word


def _goes_on(first: Line, second: Line, habit: Habit, words: Words) -> bool:
    """Tell whether a wrapping program broke the paragraph here."""
    if not may_join(first, second):
        return over_a_page(first, second, habit)
    if is_sure(first, second, words):
        return True
    if second.indent > habit.indent:
        return False
    least = habit.full if first.ended else habit.fill - INVISIBLE
    return filled(first, second) >= least or is_open(first, second, habit)


def is_open(first: Line, second: Line, habit: Habit) -> bool:
    """Tell whether a line breaks off in running text: it is no heading, and long for the width."""
    if len(first.text) < SHORT * habit.width:
        return False
    if first.ended:
        return second.lower and first.text.endswith(":")
    return (habit.ragged or habit.width <= NARROWEST) and any(word.islower() for word in first.text.split())


def over_a_page(first: Line, second: Line, habit: Habit) -> bool:
    """Tell whether a sentence goes on after a page break or an empty line."""
    if second.own or first.row or second.row or not (second.page or second.gap):
        return False
    if first.ended or len(first.text) < SHORT * habit.width:
        return False
    return second.page or (second.lower and (first.cut or len(first.text) >= NEARLY * habit.width))


class Words:
    """The words of a text: they tell whether a hyphen at the end of a line is one of the word's own."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def whole(self) -> frozenset[str]:
        """The words, in small letters, and those with a hyphen as they stand: "long", "term", "long-term"."""
        return frozenset(word.lower() for word in HYPHENED.findall(self.text))

    @cached_property
    def names(self) -> frozenset[tuple[str, str]]:
        """The pairs of words in capitals that stand beside each other on a line: ("Keir", "Starmer")."""
        return frozenset((name[1], name[2]) for name in NAME.finditer(self.text))

    def belong(self, first: Line, second: Line) -> bool:
        """Tell whether the words on both sides of a break are parts of a name, a rank, or a price: "New⏎York"."""
        last, following = LAST.search(first.text, max(0, len(first.text) - 30)), FIRST.match(second.text)
        if last is None or following is None:
            return False
        one, two = last[0], following[0]
        if two[0] in NUMBERS:
            return one in words_before("number")
        if not (one[0].isupper() and two[0].isupper()):
            return False
        rank = one.lower() in words_before("noun") and two.lower() in nouns()
        return rank or (one, two) in self.names or f"{one} {two}".lower() in places()

    def hyphen_stays(self, head: str, tail: str) -> bool:
        """Tell whether "long-" and "term" are "long-term": the text writes it so, or a part of it mostly has one."""
        head, tail = head.lower(), tail.lower()
        if head + tail in self.whole:
            return False
        return f"{head}-{tail}" in self.whole or (head, "first") in _compounds() or (tail, "last") in _compounds()


def _joint(first: Line, second: Line, words: Words) -> Edit:
    """Return what stands between two lines of a paragraph: a blank, or nothing within a word."""
    if first.text.endswith(("—", "–")) and not first.text.endswith((" —", " –")):
        return Edit(first.end, second.start)
    if not (first.text.endswith("-") and first.text[-2:-1].isalnum()):
        return Edit(first.end, second.start, " ")
    head, tail = HYPHEN.search(first.text, max(0, len(first.text) - 42)), WORD.match(second.text)
    if head is None or tail is None or not second.text[:1].islower() or words.hyphen_stays(head[0][:-1], tail[0]):
        return Edit(first.end, second.start)
    return Edit(first.end - 1, second.start)


@cache
def _compounds() -> frozenset[tuple[str, str]]:
    """Return the words that others are joined to by a hyphen, and where: "long" first in "long-term"."""
    return frozenset((row[0], row[1]) for row in rows("hyphened"))
