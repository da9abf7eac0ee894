"""The layout of a store, and what in a store of somebody else's bears a name of it and is something else.

A view that stands for a table may have no end.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import cache
from importlib import resources
from typing import Final

OBJECTS: Final = "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view')"
PLAIN: Final = "CREATE TABLE "
VERSION: Final = re.compile(r"^PRAGMA user_version = (\d{1,9});", re.MULTILINE)


def schema_script() -> str:
    """Return the SQL that lays out an empty store."""
    return resources.files("clusterdoc.store").joinpath("schema.sql").read_text("utf-8")


@cache
def schema_version() -> int:
    """Return the version of the layout."""
    return int(VERSION.findall(schema_script())[0])


@cache
def expected_objects() -> dict[str, tuple[str, str]]:
    """Return the type and the SQL of every table and view of a store, by name."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript(schema_script())
        return {name: (kind, sql) for name, kind, sql in empty.execute(OBJECTS)}


def foreign_object(connection: sqlite3.Connection) -> str | None:
    """Return the name of a table or view of a store that is not the one clusterdoc makes, None when there is none.

    Of a plain table the columns are not compared: whatever its rows hold, they have an end.
    """
    for name, kind, sql in connection.execute(OBJECTS):
        expected = expected_objects().get(name)
        is_plain = kind == "table" and str(sql).startswith(PLAIN)
        same = expected is None or expected == (kind, sql) or (is_plain and expected[1].startswith(PLAIN))
        if not same:
            return str(name)
    return None
