"""Words beside a number that decide what it is, read from `contexts.tsv`, which says what each use means."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from clusterdoc.find.words import any_of, forms, rows


@cache
def words_by_use() -> dict[str, frozenset[str]]:
    """Return the words of every use in the table."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, uses, *_ in rows("contexts"):
        for use in forms(uses):
            found[use].add(word)
    return {use: frozenset(words) for use, words in found.items()}


def any_word(use: str) -> str:
    """Return the source of a regular expression for any word of a use, its blanks of any kind."""
    return any_of(words_by_use()[use]).replace(r"\ ", r"\s")
