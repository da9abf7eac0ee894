"""Finding facts in a store: quotes by their words, figures by the words of their sentence, both by who and when."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.folding import name_matcher, spellings
from clusterdoc.store.read import fail
from clusterdoc.store.rows import LARGEST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

OF_FIGURES: Final = ("of", "bound", "value", "low", "high", "unit", "per", "sentence")
# What a hit has, in this order; a quote has no value, a figure no context but its sentence.
KEYS: Final = (
    "fact", "kind", "speaker", "text", *OF_FIGURES, "article", "title", "date", "by", "of_by",
)  # fmt: skip
AMOUNT: Final = frozenset({"value", "low", "high"})
NUMBER: Final = int | float | None
COMMON: Final = ("f.speaker", "f.text", "f.found_by AS by")
COLUMNS: Final = {
    "quotes": ", ".join(
        ("'quote' AS fact", "f.type AS kind", *COMMON, "NULL AS of_by", *(f"NULL AS {key}" for key in OF_FIGURES))
    ),
    "figures": ", ".join(
        ("'figure' AS fact", "f.kind", *COMMON, "f.of_found_by AS of_by", *(f"f.{key}" for key in OF_FIGURES))
    ),
}
SHOWN: Final = {"quotes": "NOT f.scare", "figures": "NOT f.weak"}
KIND: Final = {"quotes": "f.type", "figures": "f.kind"}
ABOUT: Final = (
    "{quote} IN (SELECT link.quote FROM quote_entities AS link "
    "JOIN entities AS e ON e.id = link.entity WHERE concerned(e.name))"
)
QUOTE: Final = {"quotes": "f.id", "figures": "f.quote"}
OR: Final = "OR"


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: all that is given must fit.

    `words` are matched by their stems: all of them, or, with OR between two, either; several words in one string are a
    phrase, and "vir*" is every word that begins so. `speaker` and `about` fit a name that has them from the beginning
    of a word on, whatever the case, the accents and the form of an apostrophe. `kind` is a type of quote or a kind of
    figure; `since` and `until` are ISO dates, and leave out articles without a date.
    """

    words: Sequence[str] = ()
    speaker: str | None = None
    about: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None


def search(
    connection: sqlite3.Connection, question: Question, limit: int, complain: Callable[[str], None] = fail
) -> Iterator[dict[str, Any]]:
    """Yield the quotes, then the figures, that fit, at most `limit` of each; every one as a dict of `KEYS`.

    With words the best come first, without words the latest. `complain` gets a sentence for each fact whose cells hold
    what clusterdoc did not write.
    """
    connection.create_function("speaks", 1, name_matcher(question.speaker or ""), deterministic=True)
    connection.create_function("concerned", 1, name_matcher(question.about or ""), deterministic=True)
    values = {
        "words": match_expression(question.words),
        "kind": question.kind,
        "since": question.since,
        "until": question.until,
        "limit": min(limit, LARGEST),
    }
    for table in COLUMNS:
        for row in connection.execute(query(table, question), values):
            hit = {key: row[key] for key in KEYS}
            wrong = [key for key in KEYS if not isinstance(hit[key], NUMBER if key in AMOUNT else str | None)]
            if wrong:
                complain(f"A {hit['fact']} of {str(hit['article'])[:80]} is damaged: its {wrong[0]} has another type.")
            else:
                yield hit


def query(table: str, question: Question) -> str:
    """Return the SQL that finds the facts of a table; its parts are our own words, what was asked is bound."""
    conditions = {
        f"{table}_fts MATCH :words": bool(question.words),
        SHOWN[table]: True,
        f"{KIND[table]} = :kind": question.kind is not None,
        "speaks(f.speaker)": question.speaker is not None,
        ABOUT.format(quote=QUOTE[table]): question.about is not None,
        "d.published >= :since": question.since is not None,
        "d.published <= :until": question.until is not None,
    }
    matched = f"{table}_fts JOIN {table} AS f ON f.id = {table}_fts.rowid" if question.words else f"{table} AS f"
    order = f"{table}_fts.rank" if question.words else "d.published DESC"
    return (
        f"SELECT {COLUMNS[table]}, d.article, d.title, d.published AS date "  # noqa: S608 -- our own words
        f"FROM {matched} JOIN current AS d ON d.id = f.document "
        f"WHERE {' AND '.join(condition for condition, asked in conditions.items() if asked)} "
        f"ORDER BY {order}, f.id LIMIT :limit"
    )


def match_expression(words: Sequence[str]) -> str:
    """Return words as FTS5 asks for them: each a string, so that none is an operator but OR between two."""
    words = [word for word in words if any(map(str.isalnum, word))] or words[:1]
    last = len(words) - 1
    between = [word == OR and 0 < at < last and words[at - 1] != OR for at, word in enumerate(words)]
    asked = [OR if is_or else matched(word) for word, is_or in zip(words, between, strict=True)]
    # FTS5 itself puts no AND next to a bracket
    joined = (word if OR in (before, word) else f"AND {word}" for before, word in pairwise(asked))
    return " ".join([*asked[:1], *joined])


def matched(word: str) -> str:
    """Return one word or phrase as FTS5 asks for it, in all its spellings, with its "*" when letters are before it."""
    clean = word.encode(errors="replace").decode().replace("\0", " ")  # a byte that is no UTF-8 comes as a surrogate
    begun = clean.endswith("*") and any(map(str.isalnum, clean))
    forms = ['"{}"'.format(form.replace('"', '""')) + " *" * begun for form in spellings(clean)]
    return forms[0] if len(forms) == 1 else f"({' OR '.join(forms)})"


def articles_with(connection: sqlite3.Connection, words: Sequence[str]) -> list[str]:
    """Return the ids of the articles that have all of some words in their title or text, by day; of all without."""
    matched = "AND id IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH :words)" if words else ""
    rows = connection.execute(
        f"SELECT article FROM current WHERE true {matched} ORDER BY published, id",  # noqa: S608 -- our own words
        {"words": match_expression(words)},
    )
    return [row["article"] for row in rows]
