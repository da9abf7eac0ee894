"""The text of a Doc, and what stands in a text around a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    import re

    from spacy.tokens import Doc

TEXTS: Final[WeakKeyDictionary[Doc, str]] = WeakKeyDictionary()
# How far before a place a pattern is looked for: no pattern of the first kind is longer, few are as long as the second.
NEAR: Final = 30
FAR: Final = 110
# No line is looked at any further.
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
    """Return the text right before an offset, so many characters of it."""
    return text[max(0, end - reach) : end]


def text_around(text: str, start: int, end: int, reach: int) -> str:
    """Return a stretch of a text and so many characters before and after it."""
    return text_before(text, start, reach) + text[start : end + reach]


def capital_before(text: str, end: int) -> bool:
    """Return whether the last word before an offset has a capital: where it has none no title stands there."""
    last = text_before(text, end).split()[-1:]
    return bool(last) and last[0] != last[0].lower()


def surrounding_line(text: str, start: int, end: int) -> str:
    """Return the line in which a stretch stands, of a very long one what is near."""
    before = text_before(text, start, FURTHEST).rpartition("\n")[2]
    return before + text[start:end] + text[end : end + FURTHEST].partition("\n")[0]
