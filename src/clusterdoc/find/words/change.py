"""The words of change, read from `change.tsv`: which way a verb, noun or particle moves the number next to it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from clusterdoc.find.words import rows
from clusterdoc.find.words.inflection import inflected, plural

if TYPE_CHECKING:
    from clusterdoc.facts import Trend


class ChangeWord(NamedTuple):
    """A word of change: its lemma, its part of speech, its trend (None: it does not say), and all its forms."""

    lemma: str
    part: str
    trend: Trend | None
    forms: tuple[str, ...]


CARRIES: Final = "from"


@cache
def change_words() -> tuple[ChangeWord, ...]:
    """Return the rows of the table."""
    return tuple(
        ChangeWord(word, part, cast("Trend | None", trend or None), _forms(word, part, forms))
        for word, part, trend, forms, *_ in rows("change")
    )


def trends(part: str) -> dict[str, Trend]:
    """Return the trend of every lemma of a part of speech ("verb", "noun", "way") that has one."""
    return {word.lemma: word.trend for word in change_words() if word.part == part and word.trend}


@cache
def carriers() -> frozenset[str]:
    """Return all forms, in small letters, that carry a number from one value to another: "fell from 5% to 3%"."""
    carrying = (word for word in change_words() if word.part != "way" or CARRIES in word.forms)
    return frozenset(form for word in carrying for form in word.forms) - {CARRIES}


def _forms(word: str, part: str, listed: str) -> tuple[str, ...]:
    if part == "verb":
        return (*inflected(word), *listed.split())
    return (word, plural(word)) if part == "noun" else (word, *listed.split())
