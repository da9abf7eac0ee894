"""A store that somebody else wrote: a row that clusterdoc did not write is named in a sentence, the rest is read."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from made import DOCUMENT, TEXT

from clusterdoc.cli import group
from clusterdoc.corpus import Article
from clusterdoc.store import connect
from clusterdoc.store.connect import StoreError, open_to_read, open_to_write
from clusterdoc.store.read import stored_documents
from clusterdoc.store.rows import document_rows
from clusterdoc.store.write import Found, Identity, Writer

if TYPE_CHECKING:
    from pathlib import Path

DAMAGE = {  # SQL, and what the sentence about `export --jsonl` says; None where what stands there can be read
    "UPDATE figures SET value = 'many' WHERE document = 1": "figures[0].value is text, not a number or null.",
    "UPDATE figures SET value = x'00ff' WHERE document = 1": "figures[0].value is bytes",
    "UPDATE figures SET value = 9e999 WHERE document = 1": "figures[0].value is no finite number.",
    "UPDATE figures SET kind = 'wish' WHERE document = 1": "figures[0].kind is 'wish', not money or ",
    "UPDATE figures SET start_char = -3 WHERE document = 1": "figures[0].start is too small.",
    "UPDATE figures SET start_char = 'here' WHERE document = 1": "figures[0].start is text, not a whole number.",
    "UPDATE quotes SET parts = 'none' WHERE document = 1": "Expecting value",
    "UPDATE quotes SET parts = '[[1]]' WHERE document = 1": "not enough values",
    "UPDATE quotes SET parts = 7 WHERE document = 1": "",
    "UPDATE quotes SET text = x'ff' WHERE document = 1": "quotes[0].text is bytes, not text.",
    "UPDATE documents SET sentences = 'no JSON' WHERE id = 1": "Expecting value",
    "UPDATE documents SET sentences = '[[5, 2]]' WHERE id = 1": "source.sentences[0] points nowhere.",
    "UPDATE documents SET sentences = x'ff' WHERE id = 1": "",
    "UPDATE documents SET text = 'Another text.' WHERE id = 1": "is of another text",
    "UPDATE documents SET text = x'6162' WHERE id = 1": "",
    "UPDATE documents SET meta = '{' WHERE id = 1": "Expecting property name",
    "UPDATE entities SET name = x'ff' WHERE document = 1": "entities[0].name is bytes, not text.",
    "UPDATE mentions SET entity = 99 WHERE document = 1": "list index out of range",
    "UPDATE mentions SET entity = 'one' WHERE document = 1": "",
    "UPDATE mentions SET found_by = '\"><b>' WHERE document = 1": "which does not match",
    "UPDATE documents SET title = x'ff' WHERE id = 1": "source.title is bytes",
    "UPDATE quotes SET speaker = cast(x'ff41' AS TEXT) WHERE document = 1": None,
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store with two articles, each with every kind of fact."""
    path = tmp_path / "news.db"
    with open_to_write(path) as connection:
        writer = Writer(connection, Identity("1.0", "fake 1"), ["corpus"], "1 jobs")
        for name, text in (("one", TEXT), ("two", TEXT + "\n")):
            article = Article(name, text, f"{name}:1", 0, meta='{"k": 1}')
            writer.commit([Found(article, document_rows(DOCUMENT))])
        writer.end_run()
    return path


def change(store: Path, script: str) -> None:
    with closing(sqlite3.connect(store, isolation_level=None)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(script)
    connection.close()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments])


@pytest.mark.parametrize("script", DAMAGE)
def test_a_row_that_is_damaged_is_named_and_the_rest_is_exported(store: Path, script: str) -> None:
    change(store, script)
    result, said = run("export", store, "--jsonl"), DAMAGE[script]
    names = [json.loads(line)["source"]["name"] for line in result.stdout.splitlines()]
    if said is None:
        assert (names, result.exit_code, result.stderr) == (["one", "two"], 0, "")
        return
    assert (names, result.exit_code) == (["two"], 2)
    assert result.stderr.startswith("Error: Row 1 of documents (one) is damaged: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("script", DAMAGE)
def test_no_damage_is_a_bug_of_any_command(store: Path, script: str, tmp_path: Path) -> None:
    change(store, script)
    for arguments in (
        ("export", store, "--csv", "--table", "figures"),
        ("export", store, "--csv-raw", "--table", "quotes"),
        ("export", store, "--csv", "--table", "said_about"),
        ("export", store, "--parquet", tmp_path / "parquet"),
        ("search", store, "taxes"),
        ("search", store, "homes", "--json", "--speaker", "ott"),
        ("search", store, "million", "--csv-raw"),
    ):
        result = run(*arguments)
        assert result.exit_code in (0, 2)
        assert "hit a bug" not in result.stderr
        assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_layout_that_is_no_text_is_one_sentence(store: Path) -> None:
    data = store.read_bytes()
    assert data.count(b"CREATE TABLE quotes") == 1
    store.write_bytes(data.replace(b"CREATE TABLE quotes", b"CREATE TABLE quo\xb4\xf2s"))
    for arguments in (("export", store, "--jsonl"), ("search", store, "taxes")):
        answer = run(*arguments)
        assert (answer.exit_code, answer.stderr.count("\n")) == (2, 1)
        assert "damaged" in answer.stderr


def test_what_sqlite_says_of_a_layout_is_one_line(store: Path) -> None:
    """SQLite quotes all that follows what it cannot read, line breaks and all."""
    data = store.read_bytes()
    at = data.index(b"CREATE TABLE documents")
    first = data.index(b"\n", at)
    store.write_bytes(data[: first + 5] + b"`" + data[first + 6 :])
    answer = run("export", store, "--jsonl")
    assert (answer.exit_code, answer.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("script", ["DROP TABLE mentions", "DROP TABLE quotes_fts", "DROP VIEW current"])
def test_a_store_without_one_of_its_tables_is_one_sentence(store: Path, script: str) -> None:
    change(store, script)
    answers = [run("export", store, "--jsonl"), run("search", store, "taxes")]
    failed = [answer for answer in answers if answer.exit_code]
    assert failed
    for answer in failed:
        assert (answer.exit_code, answer.stderr.count("\n")) == (2, 1)
        assert f"Error: {store} cannot be used: no such table" in answer.stderr


ENDLESS = "WITH RECURSIVE d (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM d)"


@pytest.mark.parametrize(
    ("name", "script"),
    [
        (
            "current",
            "DROP VIEW current; CREATE VIEW current AS ENDLESS SELECT documents.* FROM documents, d WHERE n < 0",
        ),
        ("figures", "DROP TABLE figures; CREATE VIEW figures AS ENDLESS SELECT n AS id, n AS document FROM d"),
        ("quotes_fts", "DROP TABLE quotes_fts; CREATE VIEW quotes_fts AS ENDLESS SELECT n AS text FROM d"),
        ("quotes_fts", "DROP TABLE quotes_fts; CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, content='speakers')"),
    ],
)
def test_what_bears_the_name_of_a_table_and_may_have_no_end_is_one_sentence(
    store: Path, name: str, script: str
) -> None:
    for statement in script.replace("ENDLESS", ENDLESS).split(";"):
        change(store, statement)
    for answer in (run("export", store, "--jsonl"), run("search", store, "taxes")):
        assert answer.exit_code == 2
        assert f"is not a clusterdoc store: its {name} is another than clusterdoc makes." in answer.stderr


def test_tables_and_views_of_others_may_stand_beside_those_of_a_store(store: Path) -> None:
    change(store, "CREATE VIEW mine AS SELECT name FROM entities")
    change(store, "CREATE TABLE notes (note TEXT)")
    change(store, "ALTER TABLE documents ADD COLUMN mark TEXT")
    assert run("export", store, "--jsonl").exit_code == 0


def test_a_caller_who_needs_all_gets_an_error(store: Path) -> None:
    change(store, "UPDATE quotes SET parts = 7 WHERE document = 2")
    with open_to_read(store) as connection, pytest.raises(StoreError, match=r"Row 2 of documents \(two\) is damaged"):
        list(stored_documents(connection))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
@pytest.mark.parametrize("ending", ["", "-journal", "-wal", "-shm"])
def test_a_pipe_in_place_of_a_file_of_the_store_makes_nobody_wait(store: Path, ending: str) -> None:
    place = store.with_name(store.name + ending)
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    said = "news.db is not a clusterdoc store" if not ending else rf"news\.db{ending} is no file"
    with pytest.raises(StoreError, match=said), open_to_read(store):
        pass
    with pytest.raises(StoreError, match=said), open_to_write(store):
        pass


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every place one where nothing can be written beside a store: root could."""
    real = connect.connect

    def refuse(uri: str) -> sqlite3.Connection:
        if uri.endswith("?mode=rw"):
            raise sqlite3.OperationalError("unable to open database file")
        return real(uri)

    monkeypatch.setattr(connect, "connect", refuse)


def test_changes_that_cannot_be_read_are_said_and_never_passed_over(store: Path, read_only: None) -> None:
    assert read_only is None
    with open_to_read(store) as connection:
        assert len(list(stored_documents(connection))) == 2
    store.with_name(f"{store.name}-wal").write_bytes(b"changes")
    said = r"has changes in news\.db-wal that can only be read in a directory"
    with pytest.raises(StoreError, match=said), open_to_read(store):
        pass
