"""The words right before and right after a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


def words_start(number: ParsedNumber, start: int | None = None, passed: Collection[str] = ()) -> int:
    """Return where the words of a number begin, with its bound words and words of the parts of speech `passed`.

    `start` is where to look from; where the number itself begins unless it is given.
    """
    doc, at = number.words.doc, number.words.start if start is None else start
    while at > number.sentence and (doc[at - 1].idx >= number.match.start or doc[at - 1].pos_ in passed):
        at -= 1
    return at


def word_before(number: ParsedNumber, passed: Collection[str] = ()) -> Token:
    """Return the word before the words of a number; the first word of the sentence where they open it."""
    return number.words.doc[max(words_start(number, passed=passed) - 1, number.sentence)]


def word_after(number: ParsedNumber, past: int = 0) -> Token | None:
    """Return the word after a number, or so many words past that one; None behind the end of the text."""
    at = number.words.end + past
    return number.words.doc[at] if at < len(number.words.doc) else None


def follows(number: ParsedNumber, words: Collection[str]) -> bool:
    """Return whether the word right before a number, in its sentence, is one of some."""
    start = number.words.start
    return start > number.sentence and number.words.doc[start - 1].lower_ in words


def is_followed_by(number: ParsedNumber, words: Collection[str]) -> bool:
    """Return whether the word right after a number is one of some."""
    after = word_after(number)
    return after is not None and after.lower_ in words


def texts_after(number: ParsedNumber, many: int) -> list[str]:
    """Return so many words after a number in small letters, fewer at the end of the text."""
    end = number.words.end
    return [word.lower_ for word in number.words.doc[end : end + many]]
