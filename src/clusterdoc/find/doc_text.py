"""The text of a Doc, and the parts of a text around an offset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    import re

    from spacy.tokens import Doc

TEXTS: Final[WeakKeyDictionary[Doc, str]] = WeakKeyDictionary()
# How many characters before an offset a pattern is looked for: those of short patterns, and of nearly all long ones.
NEAR: Final = 30
FAR: Final = 110
# The most characters of a line that are looked at.
FURTHEST: Final = 200


def text_of(doc: Doc) -> str:
    """Return `doc.text`, put together once: no finder changes the tokens of a Doc."""
    text = TEXTS.get(doc)
    if text is None:
        text = TEXTS[doc] = doc.text
    return text


def look_back(pattern: re.Pattern[str], text: str, end: int, reach: int = NEAR) -> re.Match[str] | None:
    r"""Return the match of a pattern, which mostly ends in \Z or $, in the text right before an offset."""
    return pattern.search(text, max(0, end - reach), end)


def text_before(text: str, end: int, reach: int = NEAR) -> str:
    """Return at most so many characters of a text, those right before an offset."""
    return text[max(0, end - reach) : end]


def text_around(text: str, start: int, end: int, reach: int) -> str:
    """Return a stretch of a text with at most so many characters before and after it."""
    return text_before(text, start, reach) + text[start : end + reach]


def capital_before(text: str, end: int) -> bool:
    """Return whether the last word before an offset begins with a capital: a title before a name does."""
    last = text_before(text, end).split()[-1:]
    return bool(last) and last[0] != last[0].lower()


def surrounding_line(text: str, start: int, end: int) -> str:
    """Return the line that holds a stretch; of a very long line only what is near the stretch."""
    before = text_before(text, start, FURTHEST).rpartition("\n")[2]
    return before + text[start:end] + text[end : end + FURTHEST].partition("\n")[0]
