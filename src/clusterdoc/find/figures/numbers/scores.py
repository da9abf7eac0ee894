"""Two numbers that are a score or a vote, and the words near a number that show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words.change import carriers
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.find.figures.numbers.quantity import Quantity

# Words of winning and voting: "1-3" near one of them is a score and no range.
SCORE_WORDS: Final = words_by_use()["score"]
WORD: Final = re.compile(r"[a-z]{2,12}", re.IGNORECASE)
SENTENCE_END: Final = re.compile(r"[.!?]\s|\n")
POINTS_TO: Final = " points to "
BEFORE: Final = 30
AFTER: Final = 16
CHANGED_BEFORE: Final = 60
MOST_SEATS: Final = 500


def is_score(text: str, left: Quantity, right: Quantity, joint: str) -> bool:
    """Return whether two numbers are a score or a vote: "3-1", "51–49", "230-to-198", "voted 5 to 4"."""
    if left.value is None or right.value is None or not (is_plain(left) and is_plain(right)):
        return False
    falls = left.value >= right.value
    if joint in ("-", "–", "−"):
        return falls or (right.value < MOST_SEATS and is_cued(text, left, right))
    if joint == "-to-":
        return falls
    return joint == " to " and falls and left.value < MOST_SEATS and is_cued(text, left, right)


def is_point_score(text: str, left: Quantity, right: Quantity) -> bool:
    """Return whether two numbers are a score in words: "a 22 points to 10 win"."""
    if right.start - left.end != len(POINTS_TO) or not text.startswith(POINTS_TO, left.end):
        return False
    if left.value is None or right.value is None or not (is_plain(left) and is_plain(right)):
        return False
    return left.value >= right.value and not is_changed(text, left.start)


def is_plain(quantity: Quantity) -> bool:
    """Return whether a quantity is digits without unit or scale."""
    return quantity.kind == "count" and quantity.form == "digits" and quantity.scale == 1


def is_cued(text: str, left: Quantity, right: Quantity) -> bool:
    """Return whether words of winning or voting stand before or after two numbers."""
    return has_word(text, left.start, BEFORE, SCORE_WORDS) or any(
        word.group().lower() in SCORE_WORDS for word in WORD.finditer(text, right.end, right.end + AFTER)
    )


def is_changed(text: str, start: int) -> bool:
    """Return whether a verb of change stands before a number in its sentence."""
    return has_word(text, start, CHANGED_BEFORE, carriers())


def has_word(text: str, start: int, reach: int, words: frozenset[str]) -> bool:
    """Return whether one of the words stands within reach before `start`, in the same sentence."""
    low = max(0, start - reach)
    for end in SENTENCE_END.finditer(text, low, start):
        low = end.end()
    if low and text[low - 1].isalpha():  # the window begins inside a word: "a|down"
        low += len(text[low:start]) - len(text[low:start].lstrip("abcdefghijklmnopqrstuvwxyz"))
    return any(word.group().lower() in words for word in WORD.finditer(text, low, start))


def following(text: str, found: Sequence[Quantity], index: int) -> range:
    """Return the indices of the numbers of one score from `index` on: the sets of "6-3-1"."""
    last = index
    while last + 1 < len(found) and text[found[last].end : found[last + 1].start] in ("-", "–"):
        last += 1
    return range(index, last + 1)
