"""Facts that were found before, so that a second look at an article loads no model.

One SQLite file in the user's cache directory, readable by its owner only, bounded in size, least recently used out.
Many processes may use it at once. Whatever is wrong with it (a lock, a full disk, a damaged file or entry, another
layout) means "not there": the facts are found again. Nothing in it is trusted: entries are bounded before they are
unpacked, and each is sealed with a digest over its key and itself.

It is imported for every second look, in which pathlib and dataclasses would cost more than all that is done here.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
import zlib
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.places import cache_directory
from clusterdoc.sidecars import no_file
from clusterdoc.version import __version__, package_state

try:  # as hashlib has it, whose import loads OpenSSL: a twentieth of a second look
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE: Final = "facts-2.sqlite"
WAIT_SECONDS: Final = 2.0
LIMIT_BYTES: Final = 200_000_000
MOST_UNPACKED: Final = 50_000_000  # bytes of one entry
MOST_PACKED: Final = 20_000_000
SEAL_BYTES: Final = 32
KEPT_SHARE: Final = 0.9  # of the limit, when the least recently used go: not one by one
STEPS: Final = 100_000  # of SQLite's machine between two looks at the clock
LAYOUT: Final = {
    "facts": "CREATE TABLE facts (key text primary key, used real not null, size integer not null, body blob not null)",
    "facts_used": "CREATE INDEX facts_used on facts (used)",
}
OBJECTS: Final = "select name, sql from sqlite_master where sql is not null limit 9"
FIND: Final = "select body from facts where key = ? and typeof(body) = 'blob' and length(body) <= ?"
COUNT: Final = "select count(*), coalesce(sum(size), 0) from facts"
MAKE_ROOM: Final = """
delete from facts where key in (
    select key from (select key, sum(size) over (order by used desc, key) as kept from facts) where kept > ?
)
"""


class DamagedError(sqlite3.DatabaseError):
    """A file that is no cache of this version, or an entry that is not what was put in."""


class CacheInfo(NamedTuple):
    """What a cache holds: the number of articles and their size in bytes, compressed."""

    path: str
    articles: int
    size: int


class FactCache:
    """The cache in a directory, which is made when something is first put into it."""

    def __init__(self, directory: str | os.PathLike[str], limit: int = LIMIT_BYTES) -> None:
        self.directory = os.fspath(directory)
        self.limit = limit
        self.path = os.path.join(self.directory, FILE)

    def get(self, key: str) -> str | None:
        """Return what was put under a key, or None."""
        if not os.path.exists(self.path):
            return None
        with self._opened() as database:
            row = database and database.execute(FIND, (key, MOST_PACKED)).fetchone()
            if not database or not row:
                return None
            with suppress(sqlite3.OperationalError):  # a cache that cannot be written to can be read
                database.execute("update facts set used = ? where key = ?", (time.time(), key))
            return unpacked_entry(key, row[0])
        return None

    def put(self, key: str, body: str) -> None:
        """Keep a text under a key, unless it is too long; when the cache grows over its limit the oldest go."""
        data = packed_entry(key, body)
        if data is None:
            return
        with suppress(OSError):
            os.makedirs(self.directory, mode=0o700, exist_ok=True)
        with self._opened() as database:
            if database is None:
                return
            database.execute("insert or replace into facts values (?, ?, ?, ?)", (key, time.time(), len(data), data))
            total = database.execute("select sum(size) from facts").fetchone()[0]
            if total > self.limit:
                database.execute(MAKE_ROOM, (self.limit * KEPT_SHARE,))

    def info(self) -> CacheInfo:
        """Return how much the cache holds."""
        if os.path.exists(self.path):
            with self._opened() as database:
                if database is not None:
                    return CacheInfo(self.path, *database.execute(COUNT).fetchone())
        return CacheInfo(self.path, 0, 0)

    def clear(self) -> None:
        """Remove the files of facts, also those of earlier versions. Raises OSError when that cannot be done."""
        with suppress(FileNotFoundError):
            for name in sorted(os.listdir(self.directory)):
                if name.startswith("facts-") and ".sqlite" in name:
                    os.remove(os.path.join(self.directory, name))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection | None]:
        """Open the database for one transaction, or give None; errors end the transaction, a damaged file goes."""
        try:
            database = self._connect()
        except (sqlite3.Error, OSError, ValueError) as error:
            self._remove_if_damaged(error)
            database = None
        if database is None:
            yield None
            return
        with closing(database):
            try:
                with database:
                    yield database
            except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
                self._remove_if_damaged(error)

    def _connect(self) -> sqlite3.Connection:
        """Return a connection to a database of this layout, which is made in an empty file."""
        if no_file(self.path):
            raise DamagedError("The cache is no file.")
        new = not os.path.exists(self.path)
        database = sqlite3.connect(self.path, timeout=WAIT_SECONDS)
        try:
            end = time.monotonic() + WAIT_SECONDS
            database.set_progress_handler(lambda: int(time.monotonic() > end), STEPS)
            if new:
                os.chmod(self.path, 0o600)
                with suppress(sqlite3.OperationalError):  # another that begins at the same time sets it
                    database.execute("pragma journal_mode = wal")
            database.execute("pragma synchronous = off")
            lay_out(database)
        except BaseException:
            database.close()
            raise
        return database

    def _remove_if_damaged(self, error: Exception) -> None:
        """Remove a file that is damaged; one that is locked, full or cannot be opened stays."""
        if is_damage(error):
            with suppress(OSError):
                self.clear()


def is_damage(error: Exception) -> bool:
    """Return whether an error says that a file is no database, or another: not that it cannot be used just now."""
    if isinstance(error, sqlite3.OperationalError):
        # A file format of the future, or a text that Python cannot decode, of which it says no name.
        return getattr(error, "sqlite_errorname", "SQLITE_ERROR") == "SQLITE_ERROR"
    return isinstance(error, sqlite3.DatabaseError | UnicodeDecodeError)  # a message that quotes bytes of the file


def lay_out(database: sqlite3.Connection) -> None:
    """Make the table in an empty database. Raises DamagedError when it holds anything else, such as a view."""
    if not is_laid_out(database):
        with database:  # table and index at once: of two that begin together the second finds both
            database.execute("begin immediate")
            if not is_laid_out(database):
                for sql in LAYOUT.values():
                    database.execute(sql)


def is_laid_out(database: sqlite3.Connection) -> bool:
    """Return whether the table is there, or nothing at all. Raises DamagedError when there is anything else."""
    found = dict(database.execute(OBJECTS).fetchall())
    if found and found != LAYOUT:
        raise DamagedError("The cache has another layout.")
    return bool(found)


def packed_entry(key: str, body: str) -> bytes | None:
    """Return a text compressed and sealed, or None when it is too long to be kept."""
    text = body.encode()
    data = zlib.compress(text, 1)
    return sealed(key, data) + data if len(text) <= MOST_UNPACKED and len(data) <= MOST_PACKED - SEAL_BYTES else None


def unpacked_entry(key: str, data: bytes) -> str | None:
    """Return the text that was packed under a key, or None when the seal does not fit or the text is too long."""
    if data[:SEAL_BYTES] != sealed(key, data[SEAL_BYTES:]):
        return None
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data[SEAL_BYTES:], MOST_UNPACKED).decode()
    except (zlib.error, UnicodeDecodeError):
        return None
    return None if unpacking.unconsumed_tail else text


def sealed(key: str, data: bytes) -> bytes:
    """Return the digest that stands before an entry: nothing but what was put under this key has it."""
    return blake2b(key.encode() + data, digest_size=SEAL_BYTES).digest()


def user_cache() -> FactCache | None:
    """Return the user's cache; None when it is off, or when nobody can say where the user's directory is."""
    directory = cache_directory()
    return FactCache(directory) if directory else None


def facts_key(data: bytes, *options: object) -> str:
    """Return the key of what is found in some bytes: over them, the options, and all that is installed here.

    What is installed: versions as the names of their directories have them, because importlib.metadata costs 30 ms.
    """
    texts = (__version__, *(str(option) for option in options), *_installed(), *package_state())
    return digest((*(text.encode("utf-8", "surrogatepass") for text in texts), data))


def digest(parts: tuple[bytes, ...]) -> str:
    """Return a BLAKE2b over some parts, each with its length, so that no two lists of parts have the same."""
    over = blake2b(digest_size=SEAL_BYTES)
    for part in parts:
        over.update(len(part).to_bytes(8, "big") + part)
    return over.hexdigest()


def _installed() -> list[str]:
    """Return which versions of which distributions are installed."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            found.update(name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))
    return sorted(found)
