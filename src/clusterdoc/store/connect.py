"""Opening a store, for the one run that writes it or for any number of readers."""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

from clusterdoc.errors import ClusterdocError
from clusterdoc.sidecars import no_file
from clusterdoc.store.lock import locked
from clusterdoc.store.objects import foreign_object, schema_script, schema_version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID: Final = 0x636C7374
WAIT_SECONDS: Final = 5.0  # for a reader that holds the file for a moment

# What SQLite says, by the beginning of its error's name, and what a reader can do about it.
ERRORS: Final = {
    "SQLITE_FULL": "The disk is full: {path} holds all that was reported done; make room and run again.",
    "SQLITE_READONLY": "{path} is read-only.",
    "SQLITE_CANTOPEN": "{path} cannot be opened: is its directory there, and may it be written?",
    "SQLITE_NOTADB": "{path} is not a clusterdoc store.",
    "SQLITE_CORRUPT": "{path} is damaged: {error}.",
    "SQLITE_BUSY": "{path} is in use by another program.",
    "SQLITE_LOCKED": "{path} is in use by another program.",
    "SQLITE_IOERR": "{path} cannot be read or written ({error}): it holds all that was reported done.",
}


class StoreError(ClusterdocError):
    """A store that cannot be used; the message is one sentence, and the store is as it was."""


@contextmanager
def _sentences_for_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        said = " ".join(str(error).split())  # it may quote the layout that it found, with its line breaks
        for beginning, sentence in ERRORS.items():
            if name.startswith(beginning):
                raise StoreError(sentence.format(path=path, error=said)) from error
        raise StoreError(f"{path} cannot be used: {said}.") from error
    except UnicodeDecodeError as error:  # SQLite's message quotes what it found in place of its layout
        raise StoreError(f"{path} is damaged: its layout is no text.") from error


@contextmanager
def open_to_write(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a store, made when it is not there, for this run alone; raises StoreError."""
    refuse_pipes_and_folders(path)
    place = path if path.exists() else path.parent
    if place.exists() and not os.access(place, os.W_OK):
        raise StoreError(f"{place} is read-only: take a --store that can be written.")
    with _sentences_for_errors(path), only_run(path):
        connection = connect(f"{path.absolute().as_uri()}?mode=rwc")
        try:
            _check(connection, path, new=True)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            if not user_version(connection):
                create(connection)
            yield connection
        finally:
            connection.close()


@contextmanager
def open_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a store for reading, also beside a run that writes it; raises StoreError."""
    if not path.exists():
        raise StoreError(f"{path} is not there: a store is a file that `clusterdoc run CORPUS --store FILE` makes.")
    refuse_pipes_and_folders(path)
    with _sentences_for_errors(path):
        connection = read_connection(path)
        try:
            _check(connection, path, new=False)
            yield connection
        finally:
            connection.close()


def refuse_pipes_and_folders(path: Path) -> None:
    """Raise StoreError when something else than a file lies where a store does, or where SQLite keeps files of it."""
    found = no_file(str(path))
    if found == str(path):
        raise StoreError(f"{path} is not a clusterdoc store.")
    if found:
        raise StoreError(f"{path} cannot be used: {found} is no file.")


def connect(uri: str) -> sqlite3.Connection:
    """Return a connection in which transactions begin when we say so."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WAIT_SECONDS)
    connection.row_factory = sqlite3.Row
    connection.text_factory = lambda text: text.decode(errors="replace")  # whoever wrote it
    with closed_on_error(connection):
        connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Close a connection when what is done with it fails."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def read_connection(path: Path) -> sqlite3.Connection:
    """Return a reading connection; on a medium that cannot be written, where WAL cannot work, one without locks.

    It may write the files beside the store, by which SQLite keeps readers and a run apart, and removes them at the end.
    Raises StoreError when a run left changes beside the store that cannot be read there.
    """
    try:
        connection = connect(f"{path.absolute().as_uri()}?mode=rw")
        with closed_on_error(connection):
            connection.execute("PRAGMA query_only = ON")
            user_version(connection)
    except sqlite3.OperationalError:
        if left_behind(path):
            raise StoreError(
                f"{path} has changes in {path.name}-wal that can only be read in a directory that can be written: "
                "copy both files there."
            ) from None
        connection = connect(f"{path.absolute().as_uri()}?immutable=1")
    return connection


def left_behind(path: Path) -> bool:
    """Return whether changes of a run that was cut off, or still goes on, stand beside a store and not in it."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False


def create(connection: sqlite3.Connection) -> None:
    """Lay out an empty store, wholly or not at all."""
    connection.executescript(f"BEGIN IMMEDIATE;\n{schema_script()}\nCOMMIT;")


def _check(connection: sqlite3.Connection, path: Path, *, new: bool) -> None:
    """Raise StoreError unless the file is a store of this schema; an empty one will do when it may be `new`."""
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    version = user_version(connection)
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if new and empty and not found:
        return
    if found != APPLICATION_ID:
        raise StoreError(f"{path} is not a clusterdoc store.")
    ours = schema_version()
    if version != ours:
        age = "an older" if version < ours else "a newer"
        raise StoreError(
            f"{path} was written by {age} clusterdoc (store version {version}, this one works with {ours}): "
            "run the corpus into a new store."
        )
    if foreign := foreign_object(connection):
        raise StoreError(f"{path} is not a clusterdoc store: its {foreign} is another than clusterdoc makes.")


def user_version(connection: sqlite3.Connection) -> int:
    """Return the version of the schema, 0 for an empty file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


@contextmanager
def only_run(path: Path) -> Iterator[None]:
    """Hold the store for one run, by a lock beside the store itself, whatever link leads to it; raises StoreError."""
    store = path.resolve()
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(store.with_name(f"{store.name}.lock")))
        except BlockingIOError:
            raise StoreError(f"Another run is writing {path}: wait for it, or take another store.") from None
        except OSError as error:
            raise StoreError(ERRORS["SQLITE_CANTOPEN"].format(path=path)) from error
        yield
