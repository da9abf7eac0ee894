"""Facts that were found before, so that a second look at an article loads no model.

One SQLite file in the user's cache directory, readable by its owner only, bounded in size, least recently used out.
Many processes may use it at once; whatever is wrong with it (a lock, a full disk, a damaged file) means "not there":
the facts are found again. Keys hold all that the facts depend on: the text, the versions of clusterdoc, spaCy and the
model, the options.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clusterdoc.keys import ANSWER, FACTS, WAIT_SECONDS, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT_BYTES: Final = 200_000_000
KEPT_SHARE: Final = 0.9  # of the limit, when the least recently used go: not one by one
SCHEMA: Final = """
create table if not exists facts (key text primary key, used real not null, size integer not null, body blob not null);
create index if not exists facts_used on facts (used);
"""
COUNT: Final = "select count(*) filter (where key not glob ?), coalesce(sum(size), 0) from facts"
MAKE_ROOM: Final = """
delete from facts where key in (
    select key from (select key, sum(size) over (order by used desc, key) as kept from facts) where kept > ?
)
"""


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds: the number of articles and their size in bytes, compressed."""

    path: Path
    articles: int
    size: int


@dataclass(frozen=True, slots=True)
class FactCache:
    """The cache in a directory, which is made when something is first put into it."""

    directory: Path
    limit: int = LIMIT_BYTES

    @property
    def path(self) -> Path:
        """Return the SQLite file."""
        return self.directory / FACTS

    def get(self, key: str) -> str | None:
        """Return what was put under a key, or None."""
        try:
            return kept(os.fspath(self.path), key)
        except (sqlite3.OperationalError, OSError):
            return None
        except (sqlite3.DatabaseError, zlib.error, UnicodeDecodeError):
            self._remove_damaged()
            return None

    def put(self, key: str, body: str) -> None:
        """Keep a text under a key; when the cache grows over its limit the least recently used go."""
        packed = zlib.compress(body.encode(), 1)
        with suppress(OSError):
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._opened() as database:
            if database is None:
                return
            database.execute(
                "insert or replace into facts values (?, ?, ?, ?)", (key, time.time(), len(packed), packed)
            )
            total = database.execute("select sum(size) from facts").fetchone()[0]
            if total > self.limit:
                database.execute(MAKE_ROOM, (self.limit * KEPT_SHARE,))

    def info(self) -> CacheInfo:
        """Return how much the cache holds."""
        articles, size = 0, 0
        if self.path.exists():
            with self._opened() as database:
                if database is not None:
                    articles, size = database.execute(COUNT, (f"{ANSWER}*",)).fetchone()
        return CacheInfo(self.path, articles, size)

    def clear(self) -> None:
        """Remove the cache's file. Raises OSError when that cannot be done."""
        for path in sorted(self.directory.glob(self.path.name + "*")):
            path.unlink(missing_ok=True)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection | None]:
        """Open the database for one transaction, or give None; errors end the transaction, a damaged file goes."""
        try:
            database = self._connect()
        except (sqlite3.Error, OSError):
            database = None
        if database is None:
            yield None
            return
        with closing(database):
            try:
                with database:
                    yield database
            except sqlite3.DatabaseError as error:
                if not isinstance(error, sqlite3.OperationalError):
                    self._remove_damaged()

    def _connect(self) -> sqlite3.Connection:
        new = not self.path.exists()
        database = sqlite3.connect(self.path, timeout=WAIT_SECONDS)
        try:
            if new:
                self.path.chmod(0o600)
                database.execute("pragma journal_mode = wal")
            database.execute("pragma synchronous = off")
            database.executescript(SCHEMA)
        except sqlite3.DatabaseError as error:
            database.close()
            if not isinstance(error, sqlite3.OperationalError):
                self._remove_damaged()
            raise
        return database

    def _remove_damaged(self) -> None:
        with suppress(OSError):
            self.clear()


def user_cache() -> FactCache | None:
    """Return the user's cache, or None when CLUSTERDOC_CACHE=off; CLUSTERDOC_CACHE may also name a directory."""
    setting = os.environ.get("CLUSTERDOC_CACHE", "")
    if setting.lower() in ("off", "0", "no"):
        return None
    if setting:
        return FactCache(Path(setting))
    from platformdirs import user_cache_path

    return FactCache(user_cache_path("clusterdoc"))
