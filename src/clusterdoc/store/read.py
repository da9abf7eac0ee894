"""Reading a store: its articles as the documents they were."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.schema import check
from clusterdoc.store.connect import StoreError
from clusterdoc.store.rows import COLUMNS, ORIGIN, REFERENCES, Row, Rows, document

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from clusterdoc.facts import Document


@dataclass(frozen=True, slots=True)
class Stored:
    """A document of a store, and the other keys of its record as a JSON object."""

    document: Document
    meta: str | None


DOCUMENTS: Final = """
    SELECT d.*, e.model, e.clusterdoc FROM current AS d JOIN extractors AS e ON e.id = d.extractor
    WHERE :article IS NULL OR d.article = :article
       OR d.id IN (SELECT document FROM copies WHERE article = :article)
    ORDER BY d.id"""


def fail(sentence: str) -> None:
    """Raise StoreError: the `complain` of a caller who cannot do with less than all."""
    raise StoreError(sentence)


def stored_documents(
    connection: sqlite3.Connection, article: str | None = None, complain: Callable[[str], None] = fail
) -> Iterator[Stored]:
    """Yield the documents of the extractor of the latest run, in the order they were written.

    With the id of an article only the document that it has, its own or that of the same text. `complain` gets a
    sentence for each row of documents that holds what clusterdoc did not write.
    """
    for row in connection.execute(DOCUMENTS, {"article": article}):
        try:
            whole = _stored(connection, row)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            complain(f"Row {row['id']} of documents ({str(row['article'])[:80]}) is damaged: {error}")
        else:
            yield whole


def _stored(connection: sqlite3.Connection, row: sqlite3.Row) -> Stored:
    """Return the document of a row of `current`; raises ValueError and the like for what clusterdoc did not write."""
    tables = {table: table_rows(connection, table, row["id"]) for table in COLUMNS}
    found = Rows(row["words"], row["sentences"], tables, {name: row[name] for name in ORIGIN})
    whole = document(found, row["article"], row["text"], row["model"], row["clusterdoc"])
    check(whole.to_dict())
    if row["meta"] is not None:
        json.loads(row["meta"])
    return Stored(whole, row["meta"])


def table_rows(connection: sqlite3.Connection, table: str, document_id: int) -> list[Row]:
    """Return a document's rows of a table, their references as places in its lists."""
    columns = ", ".join(COLUMNS[table])
    query = f"SELECT {columns} FROM {table} WHERE document = ? ORDER BY id"  # noqa: S608 -- our own names
    first = [first_id(connection, name, document_id) for name in REFERENCES[table]]
    return [_placed(row, first) for row in connection.execute(query, (document_id,))]


def first_id(connection: sqlite3.Connection, table: str, document_id: int) -> int:
    """Return the smallest id that a document has in a table, 0 when it has none: its ids follow one another."""
    query = f"SELECT ifnull(min(id), 0) FROM {table} WHERE document = ?"  # noqa: S608 -- our own names
    smallest: int = connection.execute(query, (document_id,)).fetchone()[0]
    return smallest


def _placed(row: sqlite3.Row, first: list[int]) -> Row:
    """Return a row whose first cells, ids, are places in lists that begin with the ids `first`."""
    cells: list[Any] = list(row)
    for place, start in enumerate(first):
        cells[place] = None if cells[place] is None else cells[place] - start
    return cells
