"""A store in other forms: JSON Lines of schema version 1, CSV, Parquet."""

from __future__ import annotations

import datetime
import json
from importlib import resources
from typing import TYPE_CHECKING, Any, Final, TextIO

from clusterdoc.errors import ClusterdocError
from clusterdoc.store.read import stored_documents
from clusterdoc.store.rows import TRUTHS, without_point
from clusterdoc.terms import STORE_VIEWS
from clusterdoc.view.csv import write_columns, write_header, write_row, write_rows
from clusterdoc.view.forms import SAFE
from clusterdoc.view.json import dumps

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from clusterdoc.view.forms import Dialect

OF_CURRENT: Final = "document IN (SELECT id FROM current)"
# Each table, and which of its rows belong to the extractor of the latest run; the views have no others.
TABLES: Final = {
    "documents": "id IN (SELECT id FROM current)",
    "copies": OF_CURRENT,
    **dict.fromkeys(("entities", "mentions", "quotes", "quote_entities", "figures"), OF_CURRENT),
    "failures": "extractor = (SELECT extractor FROM runs ORDER BY id DESC LIMIT 1)",
    **dict.fromkeys(STORE_VIEWS, "true"),
}
# Columns that mean more than SQLite's type says, by table and name or by name alone.
KINDS: Final = {
    **dict.fromkeys(("documents.date", "copies.date", "failures.date"), "DATE"),
    **dict.fromkeys(("published", "first_date", "last_date"), "DATE"),
    **dict.fromkeys(("scare", "has_speaker", *TRUTHS), "BOOLEAN"),
    **dict.fromkeys(("parts", "sentences"), "SPANS"),
    **dict.fromkeys(("speakers.quotes", "speakers.direct", "speakers.documents"), "INTEGER"),
    "speakers.label": "TEXT",
}
ROW_GROUP: Final = 10_000
CELLS: Final[dict[str, Any]] = {"INTEGER": int, "REAL": int | float, "BOOLEAN": int}  # all others are text


class ExportError(ClusterdocError):
    """An export that cannot be made; the message is one sentence."""


def export_jsonl(connection: sqlite3.Connection, stream: TextIO, complain: Callable[[str], None]) -> None:
    """Write a document a line as --json has it, with the other keys of its record as `source.meta`.

    `complain` gets a sentence for each row that cannot be read, here and below; the others are written.
    """
    for stored in stored_documents(connection, complain=complain):
        data = stored.document.to_dict()
        data["source"]["meta"] = json.loads(stored.meta) if stored.meta else None
        stream.write(dumps(data) + "\n")


def export_csv(
    connection: sqlite3.Connection,
    name: str,
    stream: TextIO,
    complain: Callable[[str], None],
    dialect: Dialect = SAFE,
) -> None:
    """Write one list of facts, "entities", "quotes" or "figures", as --csv has it; or one of `STORE_VIEWS`."""
    if name in STORE_VIEWS:
        kinds = kinds_of(connection, name)
        write_columns(list(kinds), stream, dialect)
        for row in typed_rows(connection.execute(f"SELECT * FROM {name}"), name, kinds, complain):  # noqa: S608 -- our own
            write_row([without_point(cell) for cell in row.values()], stream, dialect)
        return
    write_header(name, stream, dialect)
    for stored in stored_documents(connection, complain=complain):
        write_rows(stored.document, name, stream, dialect)


def datasette_metadata(database: str) -> str:
    """Return the metadata.yaml by which Datasette shows a store of this name: titles, facets, the usual questions."""
    template = resources.files(__package__).joinpath("datasette.yaml").read_text("utf-8")
    return template.replace("DATABASE", json.dumps(database))


def export_parquet(connection: sqlite3.Connection, folder: Path, complain: Callable[[str], None]) -> list[Path]:
    """Write a Parquet file a table into a folder, made when it is not there; return the files.

    Raises ExportError without the extra that writes Parquet, or when the folder cannot be written.
    """
    try:
        import pyarrow.parquet  # noqa: F401 -- whether it is there
    except ModuleNotFoundError:
        raise ExportError("Parquet needs one more package: pip install 'clusterdoc[parquet]'.") from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [write_table(connection, table, folder, complain) for table in TABLES]
    except OSError as error:
        raise ExportError(f"{folder} cannot be written: {error.strerror or error}.") from error


def write_table(connection: sqlite3.Connection, table: str, folder: Path, complain: Callable[[str], None]) -> Path:
    """Write one table or view under a temporary name that becomes its own when it is whole; return the file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = kinds_of(connection, table)
    schema = pa.schema([(name, arrow_type(kind)) for name, kind in kinds.items()])
    target = folder / f"{table}.parquet"
    unfinished = folder / f".{table}.parquet.tmp"
    rows = connection.execute(f"SELECT * FROM {table} WHERE {TABLES[table]} ORDER BY 1")  # noqa: S608 -- our own names
    try:
        with pq.ParquetWriter(unfinished, schema, compression="zstd") as writer:
            while group := rows.fetchmany(ROW_GROUP):
                cells = list(typed_rows(group, table, kinds, complain))
                writer.write_table(pa.Table.from_pylist(cells, schema=schema))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)  # a full disk is not made fuller
    return target


def kinds_of(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return the kind of each column: SQLite's type, or what `KINDS` says it means."""
    columns = connection.execute(f"PRAGMA table_info({table})")
    return {
        row["name"]: KINDS.get(f"{table}.{row['name']}") or KINDS.get(row["name"]) or row["type"] for row in columns
    }


def arrow_type(kind: str) -> Any:  # noqa: ANN401 -- pyarrow has no types
    """Return the type that Parquet has for a kind of column."""
    import pyarrow as pa

    types = {"INTEGER": pa.int64(), "REAL": pa.float64(), "BOOLEAN": pa.bool_(), "DATE": pa.date32()}
    spans = pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())]))
    return spans if kind == "SPANS" else types.get(kind, pa.string())


def typed_rows(
    rows: Iterable[sqlite3.Row], table: str, kinds: Mapping[str, str], complain: Callable[[str], None]
) -> Iterator[dict[str, object]]:
    """Yield the rows of a table with the values of their kinds; `complain` gets a sentence for one that has others."""
    for row in rows:
        try:
            cells = {name: typed(row[name], kind) for name, kind in kinds.items()}
        except (ValueError, TypeError) as error:
            complain(f"Row {row[0]} of {table} is damaged: {error}")
        else:
            yield cells


def typed(value: Any, kind: str) -> object:  # noqa: ANN401 -- what SQLite holds
    """Return the value of a cell as its kind of column has it."""
    if value is None:
        return None
    expected: Any = CELLS.get(kind, str)
    if not isinstance(value, expected):
        raise TypeError(f"{str(value)[:40]!r} is no {kind}.")
    if kind == "SPANS":
        return [{"start": start, "end": end} for start, end in json.loads(value)]
    if kind == "DATE":
        return datetime.date.fromisoformat(value)
    return bool(value) if kind == "BOOLEAN" else value
