"""The store: what is written comes back, an article has one document, and no trouble damages it."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clusterdoc.corpus import Article
from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker
from clusterdoc.source import read_sample
from clusterdoc.store import lock
from clusterdoc.store.connect import StoreError, open_to_read, open_to_write
from clusterdoc.store.read import stored_documents
from clusterdoc.store.rows import Rows, document, document_rows
from clusterdoc.store.write import Copy, Failed, Found, Identity, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.extractor import Extractor

IDENTITY = Identity("1.0", "fake 1")
FACT_TABLES = ("entities", "mentions", "quotes", "quote_entities", "figures")


def facts_of(text: str) -> Document:
    """Return a document with every kind of fact and link, whatever the text."""
    span, first = Span(0, len(text), text), Span(0, 2, text[:2])
    return Document(
        Source("a", text, ((0, len(text)),), "On " + text, "2023-07-07", "https://example.org/a", "html"),
        "fake 1",
        (
            Entity(
                "e1", "PERSON", "Ann", "minister", (Mention(0, 2, text[:2]), Mention(1, 2, text[1:2], "rule:again"))
            ),
            Entity("e2", "GPE", "Bonn", None, (Mention(0, 1, text[:1]),)),
        ),
        (
            Quote("q1", "indirect", (span,), text, None, None, scare=True),
            Quote(
                "q2",
                "direct",
                (first, span),
                f"{text[:2]} … {text}",
                first,
                Speaker(0, 2, text[:2], "Ann", "e1"),
                about=("e2", "e1"),
                by="rule:after cue",
            ),
            Quote("q3", "mixed", (span,), text, first, Speaker(None, None, None, None, None)),
        ),
        (
            Figure(
                "f1",
                0,
                2,
                text[:2],
                "money",
                2.5,
                bound="<",
                unit="USD",
                of=first,
                quote="q2",
                speaker="Ann",
                per="barrel",
                by="rule:money",
                of_by="rule:subject",
            ),
            Figure("f2", 0, 2, text[:2], "count", low=24, high=99, bound="range", same_as="f3", weak=True),
            Figure("f3", 0, 2, text[:2], "date", date="2023-07-07", timex="2023-07-07", trend="up", role="to"),
        ),
        "1.0",
    )


def article(name: str, text: str, **more: str) -> Article:
    return Article(name, text, f"{name}:1", 0, **more)


def found(name: str, text: str, **more: str) -> Found:
    return Found(article(name, text, **more), document_rows(facts_of(text)))


@contextmanager
def writing(store: Path, identity: Identity = IDENTITY) -> Iterator[Writer]:
    with open_to_write(store) as connection:
        yield Writer(connection, identity, ["corpus"], "1 jobs")


def table(store: Path, query: str) -> list[tuple[object, ...]]:
    with open_to_read(store) as connection:
        return [tuple(row) for row in connection.execute(query)]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_rows_make_the_document_they_came_from() -> None:
    whole = facts_of("Ann said so.")
    again = Rows(**json.loads(json.dumps({name: getattr(document_rows(whole), name) for name in Rows.__slots__})))
    assert document(again, "a", whole.source.text, "fake 1", "1.0") == whole


def test_a_document_comes_back_from_the_store_as_it_was(store: Path) -> None:
    with writing(store) as writer:
        writer.commit([found(name, f"{name} said so.", meta='{"url":"u"}') for name in ("Ann", "Bob")])
    with open_to_read(store) as connection:
        back = list(stored_documents(connection))
    for stored, name in zip(back, ("Ann", "Bob"), strict=True):
        expected = facts_of(f"{name} said so.")
        assert stored.document == replace(expected, source=replace(expected.source, name=name))
        assert stored.meta == '{"url":"u"}'


def test_the_sample_article_comes_back_from_the_store_as_it_was(store: Path, found: Extractor) -> None:
    whole = found.extract(read_sample())
    with writing(store, Identity(whole.version or "", whole.model or "")) as writer:
        writer.commit([Found(article(whole.source.name, whole.source.text), document_rows(whole))])
    with open_to_read(store) as connection:
        (back,) = stored_documents(connection)
    assert back.document.to_dict() == whole.to_dict()


def test_a_number_that_no_column_holds_becomes_one_it_does(store: Path) -> None:
    whole = facts_of("Ann")
    huge = replace(
        whole, figures=(replace(whole.figures[0], value=10**400), replace(whole.figures[2], value=-(10**20)))
    )
    with writing(store) as writer:
        writer.commit([Found(article("a", "Ann"), document_rows(huge))])
    assert table(store, "SELECT value FROM figures ORDER BY id") == [(sys.float_info.max,), (-1e20,)]


def test_a_changed_article_has_its_new_facts_only(store: Path) -> None:
    with writing(store) as writer:
        writer.commit([found("a", "Old words."), found("b", "Other words.")])
        writer.commit([found("a", "New words.")])
    assert table(store, "SELECT article, text FROM documents ORDER BY id") == [
        ("b", "Other words."),
        ("a", "New words."),
    ]
    counts = [table(store, f"SELECT count(*) FROM {name}") for name in FACT_TABLES]  # noqa: S608 -- our own names
    assert counts == [[(4,)], [(6,)], [(6,)], [(4,)], [(6,)]]
    assert table(store, "SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'old'") == [(0,)]
    assert table(store, "SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'new'") == [(3,)]
    with closing(sqlite3.connect(store)) as connection, connection:
        for index in ("documents_fts", "quotes_fts", "figures_fts"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 -- our own
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()


def test_the_same_text_is_stored_once_and_outlives_the_first_article_that_had_it(store: Path) -> None:
    with writing(store) as writer:
        copy = Copy(article("b", "Same.", title="B"), article("b", "Same.").sha256)
        writer.commit([found("a", "Same.", title="A"), copy])
        assert writer.document_of("a") == writer.document_of("b")
        writer.commit([found("a", "Changed.")])
        assert writer.document_of("a") != writer.document_of("b")
    assert table(store, "SELECT article, title, text FROM documents ORDER BY id") == [
        ("b", "B", "Same."),
        ("a", "On Changed.", "Changed."),
    ]
    assert table(store, "SELECT * FROM copies") == []


def test_a_copy_of_what_failed_has_failed(store: Path) -> None:
    with writing(store) as writer:
        writer.commit([Copy(article("b", "Same."), article("b", "Same.").sha256)])
    assert table(store, "SELECT article, error FROM failures") == [("b", "Copy")]


def test_the_same_text_on_another_day_is_another_document(store: Path) -> None:
    with writing(store) as writer:
        writer.commit([found("a", "Friday.", date="2023-07-07"), found("b", "Friday.")])
    assert table(store, "SELECT article, date FROM documents") == [("a", "2023-07-07"), ("b", None)]


def test_versions_stand_side_by_side_and_views_answer_for_the_latest(store: Path) -> None:
    for version in ("1.0", "1.1"):
        with writing(store, Identity(version, "fake 1")) as writer:
            writer.commit([found("a", "Ann said so.")])
    assert table(store, "SELECT count(*) FROM documents") == [(2,)]
    assert table(store, "SELECT speaker, quotes, documents FROM speakers") == [("Ann", 1, 1)]
    assert table(store, "SELECT figure, of, quote FROM quotes_with_figures") == [("An", "An", "An … Ann said so.")]
    assert table(store, "SELECT speaker, value FROM figures_by_speaker") == [("Ann", 2.5)]


def test_readmes_own_tables_count_nothing_twice_and_prune_leaves_the_latest_only(store: Path) -> None:
    views = ("current", "current_entities", "current_quotes", "current_figures", "speakers", "said_about")
    counts = []
    for version in ("1.0", "1.1"):
        with writing(store, Identity(version, "fake 1")) as writer:
            writer.commit([found("a", "Ann said so."), Failed("b", "X", "Y")])
        counts.append([table(store, f"SELECT count(*) FROM {view}") for view in views])  # noqa: S608 -- our own names
    assert counts[0] == counts[1] == [[(1,)], [(2,)], [(3,)], [(3,)], [(1,)], [(2,)]]
    with writing(store, Identity("1.1", "fake 1")) as writer:
        assert writer.prune() == 1
        assert writer.prune() == 0
    assert table(store, "SELECT count(*) FROM documents UNION ALL SELECT count(*) FROM quotes") == [(1,), (3,)]
    assert table(store, "SELECT clusterdoc FROM extractors") == [("1.1",)]
    assert table(store, "SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'ann'") == [(3,)]
    assert table(store, "PRAGMA foreign_key_check") == []


PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text("utf-8")
QUESTIONS = re.findall(r"^```sql\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("question", QUESTIONS)
def test_readmes_questions_have_the_same_answer_when_the_store_holds_two_versions(store: Path, question: str) -> None:
    text = "The virus costs more than $2 million."
    whole = facts_of(text)
    dear = replace(whole.figures[0], value=2e6)
    answers = []
    for version in ("1.0", "1.1"):
        with writing(store, Identity(version, "fake 1")) as writer:
            writer.commit([Found(article("a", text), document_rows(replace(whole, figures=(dear,))))])
        answers.append(table(store, question))
    assert answers[0] == answers[1] != []


def test_the_store_says_who_said_what_about_whom(store: Path) -> None:
    with writing(store) as writer:
        writer.commit([found("a", "Ann said so.")])
    rows = table(store, "SELECT speaker, about, label, quote, published FROM said_about")
    assert rows == [("Ann", name, label, "An … Ann said so.", "2023-07-07") for name, label in
                    (("Ann", "PERSON"), ("Bonn", "GPE"))]  # fmt: skip


def test_speakers_have_a_label_and_leave_out_words_that_name_nobody(store: Path) -> None:
    whole = facts_of("Officials said so.")
    officials = replace(whole.quotes[1], id="q4", speaker=Speaker(0, 2, "Of", "officials", None))
    with writing(store) as writer:
        writer.commit(
            [Found(article("a", whole.source.text), document_rows(replace(whole, quotes=(*whole.quotes, officials))))]
        )
    assert table(store, "SELECT speaker, label, quotes FROM speakers") == [("Ann", "PERSON", 1)]


def test_an_article_is_dated_by_its_record_else_by_itself(store: Path) -> None:
    with writing(store) as writer:
        writer.commit([found("a", "One."), found("b", "Two.", date="2024-01-02")])
    assert table(store, "SELECT date, published FROM documents ORDER BY id") == [
        (None, "2023-07-07"),
        ("2024-01-02", "2024-01-02"),
    ]


def test_a_lock_left_by_a_killed_run_is_taken_over_and_goes_with_the_next(store: Path) -> None:
    left = store.with_name("news.db.lock")
    left.touch()
    with open_to_write(store):
        assert left.exists()
    assert [path.name for path in store.parent.iterdir()] == ["news.db"]


def test_a_lock_on_a_file_that_was_removed_meanwhile_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "x.lock", lock.lock
    raced = iter([True, False])

    def slow(file: int) -> None:
        real(file)
        if next(raced):
            path.unlink()  # the run before us ends between our opening the file and our locking it

    monkeypatch.setattr(lock, "lock", slow)
    with lock.locked(path), pytest.raises(BlockingIOError), path.open("rb") as other:
        real(other.fileno())


def test_a_failure_goes_when_the_article_is_done(store: Path) -> None:
    with writing(store) as writer:
        writer.commit(
            [Failed("a", "Timeout", "No answer."), Failed("a", "ValueError", "Bad."), Failed("b:1", "X", "Y")]
        )
        assert [tuple(row) for row in writer.connection.execute("SELECT error FROM failures")] == [
            ("ValueError",),
            ("X",),
        ]
        writer.commit([found("a", "Words."), found("b", "Other words.")])
    assert table(store, "SELECT * FROM failures") == []


@pytest.mark.parametrize("name", ["documents", "quotes", "figures"])
def test_the_index_of_words_is_found_by_the_tools_that_look_for_one(store: Path, name: str) -> None:
    with open_to_write(store):
        pass
    query = f"SELECT name FROM sqlite_schema WHERE sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"{name}\"%'"  # noqa: S608 -- theirs
    assert table(store, query) == [(f"{name}_fts",)]


def test_two_runs_cannot_write_one_store(store: Path) -> None:
    with open_to_write(store), pytest.raises(StoreError, match="Another run is writing"), open_to_write(store):
        pass


def test_a_link_to_a_store_is_the_store(store: Path) -> None:
    link = store.with_name("link.db")
    link.symlink_to(store)
    with open_to_write(store), pytest.raises(StoreError, match="Another run is writing"), open_to_write(link):
        pass
    with open_to_write(link):
        pass
    assert {path.name for path in store.parent.iterdir()} == {"link.db", "news.db"}


def test_a_reader_sees_what_is_committed_while_a_run_goes_on(store: Path) -> None:
    with writing(store) as writer:
        writer.commit([found("a", "Words.")])
        assert table(store, "SELECT count(*) FROM documents") == [(1,)]


def test_a_transaction_that_fails_leaves_nothing(store: Path) -> None:
    with pytest.raises(AttributeError), writing(store) as writer:
        writer.commit([found("a", "Words."), None])  # type: ignore[list-item]
    assert table(store, "SELECT count(*) FROM documents") == [(0,)]


def test_a_full_disk_is_one_sentence_and_costs_nothing_that_was_committed(store: Path) -> None:
    def fill() -> None:
        with writing(store) as writer:
            writer.connection.execute("PRAGMA max_page_count = 120")
            for number in range(1000):
                writer.commit([found(str(number), f"Words {number}. " * 50)])

    with pytest.raises(StoreError, match=r"^The disk is full: \S+ holds all"):
        fill()
    kept = table(store, "SELECT article FROM documents ORDER BY id")
    assert kept == [(str(number),) for number in range(len(kept))]
    assert len(kept) > 1
    assert table(store, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize(
    ("pragma", "sentence"),
    [
        ("PRAGMA user_version = 0", "written by an older clusterdoc"),
        ("PRAGMA user_version = 9", "written by a newer clusterdoc"),
        ("PRAGMA application_id = 7", "is not a clusterdoc store"),
    ],
)
def test_a_store_of_another_schema_is_refused_and_left_alone(store: Path, pragma: str, sentence: str) -> None:
    with open_to_write(store):
        pass
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute(pragma)
    connection.close()
    before = store.read_bytes()
    with pytest.raises(StoreError, match=sentence), open_to_write(store):
        pass
    with pytest.raises(StoreError, match=sentence), open_to_read(store):
        pass
    assert store.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database, only words" * 100, b"SQLite format 3\0" + b"x" * 4000])
def test_a_file_that_is_no_store_is_refused_and_left_alone(store: Path, content: bytes) -> None:
    store.write_bytes(content)
    with pytest.raises(StoreError, match="is not a clusterdoc store"), open_to_write(store):
        pass
    assert store.read_bytes() == content


def test_a_read_only_store_is_one_sentence(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "os.access", lambda path, mode: path != store.parent or mode != os.W_OK
    )  # root may write anywhere
    with pytest.raises(StoreError, match="is read-only"), open_to_write(store):
        pass
    assert not store.exists()


def test_a_store_in_no_directory_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"), open_to_write(tmp_path / "none" / "news.db"):
        pass
    with pytest.raises(StoreError, match="is not there"), open_to_read(tmp_path / "news.db"):
        pass
