"""Words next to a number, a name or speech that decide what it is: each table says what the uses of its words mean."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final

from clusterdoc.find.words import any_of, forms, rows

# of numbers, of what they measure, of names, of titles, of speech; no use stands in two
TABLES: Final = ("contexts", "measuring", "names/contexts", "names/titles", "speech")


@cache
def words_by_use() -> dict[str, frozenset[str]]:
    """Return the words of every use in the tables."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, uses, *_ in (row for table in TABLES for row in rows(table)):
        for use in forms(uses):
            found[use].add(word)
    return {use: frozenset(words) for use, words in found.items()}


def any_word(use: str) -> str:
    """Return the source of a regular expression for any word of a use, its blanks of any kind."""
    return any_of(words_by_use()[use]).replace(r"\ ", r"\s")
