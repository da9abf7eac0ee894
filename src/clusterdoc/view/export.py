"""A store in other forms: JSON Lines of schema version 1, CSV, Parquet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TextIO

from clusterdoc.errors import ClusterdocError
from clusterdoc.store.read import stored_documents
from clusterdoc.view.csv import write_header, write_rows
from clusterdoc.view.json import dumps

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

# Each table, and how its rows belong to the extractor of the latest run.
TABLES: Final = {
    "documents": "id IN (SELECT id FROM current)",
    "copies": "document IN (SELECT id FROM current)",
    **dict.fromkeys(("entities", "mentions", "quotes", "figures"), "document IN (SELECT id FROM current)"),
    "failures": "extractor = (SELECT extractor FROM runs ORDER BY id DESC LIMIT 1)",
}
ROW_GROUP: Final = 10_000


class ExportError(ClusterdocError):
    """An export that cannot be made; the message is one sentence."""


def export_jsonl(connection: sqlite3.Connection, stream: TextIO) -> None:
    """Write a document a line as --json has it, with the other keys of its record as `source.meta`."""
    for stored in stored_documents(connection):
        data = stored.document.to_dict()
        data["source"]["meta"] = json.loads(stored.meta) if stored.meta else None
        stream.write(dumps(data) + "\n")


def export_csv(connection: sqlite3.Connection, name: str, stream: TextIO, *, raw: bool) -> None:
    """Write one list of facts, "entities", "quotes" or "figures", as --csv has it."""
    write_header(name, stream)
    for stored in stored_documents(connection):
        write_rows(stored.document, name, stream, raw=raw)


def export_parquet(connection: sqlite3.Connection, folder: Path) -> list[Path]:
    """Write a Parquet file a table into a folder, made when it is not there; return the files.

    Raises ExportError without the extra that writes Parquet, or when the folder cannot be written.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise ExportError("Parquet needs one more package: pip install 'clusterdoc[parquet]'.") from None
    types = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [write_table(connection, table, folder, types, pq) for table in TABLES]
    except OSError as error:
        raise ExportError(f"{folder} cannot be written: {error.strerror or error}.") from error


def write_table(connection: sqlite3.Connection, table: str, folder: Path, types: dict[str, Any], pq: Any) -> Path:  # noqa: ANN401 -- pyarrow has no types
    """Write one table under a temporary name that becomes its own when it is whole; return the file."""
    import pyarrow as pa

    columns = [(row["name"], types[row["type"]]) for row in connection.execute(f"PRAGMA table_info({table})")]
    schema = pa.schema(columns)
    target = folder / f"{table}.parquet"
    beside = folder / f".{table}.parquet.tmp"
    rows = connection.execute(f"SELECT * FROM {table} WHERE {TABLES[table]} ORDER BY 1")  # noqa: S608 -- our own names
    try:
        with pq.ParquetWriter(beside, schema, compression="zstd") as writer:
            while group := rows.fetchmany(ROW_GROUP):
                writer.write_table(pa.Table.from_pylist([dict(row) for row in group], schema=schema))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)  # a full disk is not made fuller
    return target
