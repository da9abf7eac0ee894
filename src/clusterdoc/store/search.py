"""Finding words in a store: the quotes that hold them, and the figures in whose sentence they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.store.rows import LARGEST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

# What a hit tells, in this order; a quote has no value, a figure no context but its sentence.
KEYS: Final = (
    "fact", "kind", "speaker", "text", "of", "bound", "value", "low", "high", "unit", "sentence", "article", "title",
    "date",
)  # fmt: skip
QUERIES: Final = {
    "quote": """
        SELECT 'quote' AS fact, q.type AS kind, q.speaker, q.text, NULL AS of, NULL AS bound, NULL AS value,
               NULL AS low, NULL AS high, NULL AS unit, NULL AS sentence, d.article, d.title, d.date
        FROM quotes_fts JOIN quotes AS q ON q.id = quotes_fts.rowid JOIN current AS d ON d.id = q.document
        WHERE quotes_fts MATCH :words AND NOT q.scare
          AND (:kind IS NULL OR q.type = :kind) AND (:speaker IS NULL OR named(q.speaker))
        ORDER BY quotes_fts.rank, q.id LIMIT :limit""",
    "figure": """
        SELECT 'figure' AS fact, f.kind, f.speaker, f.text, f.of, f.bound, f.value, f.low, f.high, f.unit, f.sentence,
               d.article, d.title, d.date
        FROM figures_fts JOIN figures AS f ON f.id = figures_fts.rowid JOIN current AS d ON d.id = f.document
        WHERE figures_fts MATCH :words AND NOT f.weak
          AND (:kind IS NULL OR f.kind = :kind) AND (:speaker IS NULL OR named(f.speaker))
        ORDER BY figures_fts.rank, f.id LIMIT :limit""",
}


def search(
    connection: sqlite3.Connection, words: Sequence[str], speaker: str | None, kind: str | None, limit: int
) -> Iterator[dict[str, Any]]:
    """Yield the quotes, then the figures, that have all the words, the best first; each as a dict of `KEYS`.

    A word of several words is a phrase. Words are matched by their stems. `speaker` fits a name that has it at the
    beginning of a word, in any case; `kind` is a type of quote or a kind of figure.
    """
    connection.create_function("named", 1, matcher(speaker or ""), deterministic=True)
    named = None if speaker is None else storable(speaker)
    values = {"words": match_expression(words), "speaker": named, "kind": kind, "limit": min(limit, LARGEST)}
    for query in QUERIES.values():
        for row in connection.execute(query, values):
            yield dict(row)


def match_expression(words: Sequence[str]) -> str:
    """Return words as FTS5 asks for them: each a string, so that none is an operator."""
    return " ".join('"{}"'.format(storable(word).replace('"', '""').replace("\0", " ")) for word in words)


def storable(word: str) -> str:
    """Return a word of the command line as SQLite takes it: a byte that is no UTF-8 has come as a lone surrogate."""
    return word.encode(errors="replace").decode()


def matcher(speaker: str) -> Callable[[str | None], bool]:
    """Return a function that tells whether a name has the beginning of a word in it."""
    pattern = re.compile(rf"(?<!\w){re.escape(speaker)}", re.IGNORECASE)
    return lambda name: name is not None and pattern.search(name) is not None
