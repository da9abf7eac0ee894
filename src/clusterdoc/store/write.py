"""Writing a store: one writer, and a document is done when the transaction that holds it is committed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from clusterdoc.corpus import STANDARD_INPUT
from clusterdoc.store.rows import COLUMNS, REFERENCES, Row, Rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from clusterdoc.corpus import Article


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes the facts; with the text and its date it is the key of a document.

    `model` is as facts carry it ("en_core_web_md 3.7.1"), `options` a JSON object.
    """

    clusterdoc: str
    model: str
    options: str = "{}"


@dataclass(frozen=True, slots=True)
class Found:
    """The facts of an article."""

    article: Article
    rows: Rows


@dataclass(frozen=True, slots=True)
class Copy:
    """An article with the text and date of one that stands before it in the corpus or in the store."""

    article: Article
    sha256: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An article or a line without facts: the class of the error and one sentence."""

    id: str
    error: str
    message: str
    sha256: str | None = None
    date: str | None = None


Entry: TypeAlias = Found | Copy | Failed

KEY: Final = "extractor = ? AND sha256 = ? AND ifnull(date, '') = ?"

DOCUMENT_COLUMNS: Final = (
    "id", "extractor", "run", "article", "title", "date", "published", "url", "format", "sha256", "words", "text",
    "sentences", "meta",
)  # fmt: skip


class Writer:
    """Writes one run into an open store."""

    def __init__(self, connection: sqlite3.Connection, identity: Identity, corpus: Sequence[str], workers: str) -> None:
        self.connection = connection
        row = (identity.clusterdoc, identity.model, identity.options)
        self.corpus = json.dumps(list(corpus))
        with Transaction(connection):
            self.extractor = extractor_id(connection, row)
            started = connection.execute(
                "INSERT INTO runs (extractor, corpus, workers, started) VALUES (?, ?, ?, ?)",
                (self.extractor, self.corpus, workers, now()),
            )
            self.run = started.lastrowid
        self.next_id = {table: self.largest_id(table) + 1 for table in ("documents", *COLUMNS)}

    def largest_id(self, table: str) -> int:
        """Return the largest id of a table, 0 for an empty one."""
        largest: int = self.connection.execute(f"SELECT ifnull(max(id), 0) FROM {table}").fetchone()[0]  # noqa: S608 -- our own names
        return largest

    def document_with(self, sha256: str, date: str | None) -> int | None:
        """Return the document of this extractor with a text and date."""
        return self.first(f"SELECT id FROM documents WHERE {KEY}", self.extractor, sha256, date or "")  # noqa: S608 -- a constant

    def document_of(self, article: str) -> int | None:
        """Return the document of this extractor that an article has, its own or one it is a copy of."""
        own = self.first("SELECT id FROM documents WHERE extractor = ? AND article = ?", self.extractor, article)
        return own or self.first(
            "SELECT document FROM copies WHERE extractor = ? AND article = ?", self.extractor, article
        )

    def failed_with(self, sha256: str, date: str | None) -> frozenset[str]:
        """Return the articles with a text and date that have failed under this extractor."""
        query = f"SELECT article FROM failures WHERE {KEY}"  # noqa: S608 -- a constant
        return frozenset(row[0] for row in self.connection.execute(query, (self.extractor, sha256, date or "")))

    def first(self, query: str, *values: object) -> int | None:
        """Return the first cell of the first row, or None."""
        row = self.connection.execute(query, values).fetchone()
        return row[0] if row else None

    def commit(self, entries: Sequence[Entry]) -> None:
        """Write some entries in one transaction: after it they are done, before it none is."""
        with Transaction(self.connection):
            for entry in entries:
                if isinstance(entry, Found):
                    self.add(entry)
                elif isinstance(entry, Copy):
                    self.add_copy(entry)
                else:
                    self.add_failure(entry)
            self.count(entries)

    def end_run(self) -> None:
        """Note that the run has come to its end.

        What an earlier run of the same corpus could not read, and this one did not meet again, is there no more: every
        run meets all that cannot be read. Standard input is another corpus each time.
        """
        with Transaction(self.connection):
            if STANDARD_INPUT not in json.loads(self.corpus):
                self.connection.execute(
                    "DELETE FROM failures WHERE extractor = ? AND error = 'Unreadable' AND run != ? "
                    "AND run IN (SELECT id FROM runs WHERE corpus = ?)",
                    (self.extractor, self.run, self.corpus),
                )
            self.connection.execute("UPDATE runs SET ended = ? WHERE id = ?", (now(), self.run))

    def add(self, entry: Found) -> None:
        """Write a document with its facts, in place of what its article had before."""
        article, found = entry.article, entry.rows
        self.forget(article)
        document = self.next_id["documents"]
        self.next_id["documents"] += 1
        origin = found.origin.get
        self.insert("documents", DOCUMENT_COLUMNS, [
            [document, self.extractor, self.run, article.id, article.title or origin("title"), article.date,
             article.date or origin("published"), origin("url"), origin("format"), article.sha256, found.words,
             article.text, found.sentences, article.meta],
        ])  # fmt: skip
        base = {table: self.next_id[table] for table in COLUMNS}
        for table, columns in COLUMNS.items():
            rows = [
                [base[table] + place, document, *_linked(row, REFERENCES[table], base)]
                for place, row in enumerate(found.tables[table])
            ]
            self.insert(table, ("id", "document", *columns), rows)
            self.next_id[table] += len(rows)

    def prune(self) -> int:
        """Remove what other extractors (another version, model or setting) found; return how many documents went."""
        before: int = self.connection.total_changes
        with Transaction(self.connection):
            removed = self.connection.execute("DELETE FROM documents WHERE extractor != ?", (self.extractor,)).rowcount
            for table in ("failures", "runs"):
                self.connection.execute(f"DELETE FROM {table} WHERE extractor != ?", (self.extractor,))  # noqa: S608 -- ours
            self.connection.execute("DELETE FROM extractors WHERE id != ?", (self.extractor,))
        if self.connection.total_changes > before:
            self.connection.execute("VACUUM")
        return removed

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Insert rows into a table."""
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        self.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 -- our own names

    def add_copy(self, entry: Copy) -> None:
        """Note an article beside the document it is a copy of, or beside the failure."""
        article = entry.article
        document = self.document_with(entry.sha256, article.date)
        if document is None:
            message = "The same text failed above."
            self.add_failure(Failed(article.id, "Copy", message, entry.sha256, article.date))
        elif self.document_of(article.id) != document:
            self.forget(article)
            columns = ("extractor", "article", "document", "title", "meta")
            self.insert("copies", columns, [[self.extractor, article.id, document, article.title, article.meta]])

    def forget(self, article: Article) -> None:
        """Remove what an article had before: its failure, its place as a copy, or its document.

        A document that has copies is theirs from then on.
        """
        here = (self.extractor, article.id)
        self.connection.execute(
            "DELETE FROM failures WHERE extractor = ? AND article IN (?, ?)", (*here, article.where)
        )
        self.connection.execute("DELETE FROM copies WHERE extractor = ? AND article = ?", here)
        old = self.first("SELECT id FROM documents WHERE extractor = ? AND article = ?", *here)
        heir = self.connection.execute(
            "SELECT article, title, meta FROM copies WHERE document = ? ORDER BY article LIMIT 1", (old,)
        ).fetchone()
        if heir:
            self.connection.execute("DELETE FROM copies WHERE extractor = ? AND article = ?", (self.extractor, heir[0]))
            self.connection.execute("UPDATE documents SET article = ?, title = ?, meta = ? WHERE id = ?", (*heir, old))
        else:
            self.connection.execute("DELETE FROM documents WHERE id = ?", (old,))

    def add_failure(self, entry: Failed) -> None:
        """Note what has no facts, in place of an earlier failure."""
        self.connection.execute("DELETE FROM failures WHERE extractor = ? AND article = ?", (self.extractor, entry.id))
        columns = ("extractor", "run", "article", "sha256", "date", "error", "message")
        row = [self.extractor, self.run, entry.id, entry.sha256, entry.date, entry.error, entry.message]
        self.insert("failures", columns, [row])

    def count(self, entries: Sequence[Entry]) -> None:
        """Add some entries to the counts of the run."""
        found = [entry for entry in entries if isinstance(entry, Found)]
        failed = sum(isinstance(entry, Failed) for entry in entries)
        words = sum(entry.rows.words for entry in found)
        self.connection.execute(
            "UPDATE runs SET documents = documents + ?, words = words + ?, failures = failures + ? WHERE id = ?",
            (len(found), words, failed, self.run),
        )


class Transaction:
    """BEGIN IMMEDIATE … COMMIT, or ROLLBACK when anything is raised."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __enter__(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self.connection.execute("COMMIT")
        elif self.connection.in_transaction:  # SQLite has already rolled back after some errors
            self.connection.execute("ROLLBACK")


def _linked(row: Row, references: Sequence[str], base: dict[str, int]) -> Row:
    """Return a row whose first cells, places in the lists of `references`, are ids."""
    ids = [None if place is None else base[table] + place for table, place in zip(references, row, strict=False)]
    return [*ids, *row[len(references) :]]


def extractor_id(connection: sqlite3.Connection, row: tuple[str, str, str]) -> int:
    """Return the id of an extractor, a new one when it has not been here before."""
    names = "clusterdoc, model, options"
    connection.execute(f"INSERT OR IGNORE INTO extractors ({names}) VALUES (?, ?, ?)", row)  # noqa: S608 -- a constant
    query = f"SELECT id FROM extractors WHERE ({names}) = (?, ?, ?)"  # noqa: S608 -- a constant
    found: int = connection.execute(query, row).fetchone()[0]
    return found


def now() -> str:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
