"""Corpora: what is an article, what is not, and that the one never stops the other."""

from __future__ import annotations

import gzip
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from clusterdoc.corpus import Article, Corpus, CorpusError, Unreadable
from clusterdoc.corpus.records import Keys
from clusterdoc.corpus.unpack import UnpackError, split_lines, unpack, whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = b'{"id": "a", "text": "One."}\n'


def zstd(content: bytes) -> bytes:
    return bytes(pytest.importorskip("zstandard").ZstdCompressor().compress(content))


def read(*paths: Path | str, text_key: str = "text") -> list[Article | Unreadable]:
    return list(Corpus(tuple(str(path) for path in paths), Keys(text_key)))


def articles(*paths: Path | str, text_key: str = "text") -> list[tuple[str, str]]:
    return [(item.id, item.text) for item in read(*paths, text_key=text_key) if isinstance(item, Article)]


def test_a_directory_is_read_recursively_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", "a/notes.xyz", "c.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f'{{"text": "{name}"}}', encoding="utf-8")
    (tmp_path / "a" / "3.txt").symlink_to(tmp_path / "b.txt")
    base = tmp_path.as_posix()
    assert [name for name, _ in articles(tmp_path)] == [
        f"{base}/{name}" for name in ("a/1.txt", "a/2.txt", "b.txt", "c.jsonl:1")
    ]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd])
def test_packed_files_are_read_as_what_they_hold(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "a.txt.gz").write_bytes(pack("Ärger".encode()))
    (tmp_path / "b.jsonl.zst").write_bytes(pack(GOOD * 2))
    assert [text for _, text in articles(tmp_path)] == ["Ärger", "One.", "One."]


def test_a_gzip_file_of_several_members_is_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(GOOD) + gzip.compress(GOOD) + b"\0" * 100)
    assert len(articles(tmp_path)) == 2


@pytest.mark.parametrize(
    ("content", "count"),
    [(GOOD, 1), (b"\xef\xbb\xbf" + GOOD, 1), (b"  \n" + GOOD * 2, 2), (b"Plain words.\n{}", 1), (b"", 1)],
)
def test_a_file_named_by_itself_is_json_lines_when_it_begins_with_a_brace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, count: int
) -> None:
    (tmp_path / "a.data").write_bytes(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert len(articles(tmp_path / "a.data")) == len(articles("-")) == count


def test_a_record_keeps_its_other_keys_title_and_day(tmp_path: Path) -> None:
    record = {"id": 7, "body": "Words — here.", "title": "T", "date": "2023-07-07T10:00:00Z", "tags": [1, {"x": None}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (item,) = read(tmp_path / "a.jsonl", text_key="body")
    assert isinstance(item, Article)
    assert (item.id, item.text, item.title, item.date) == ("7", "Words — here.", "T", "2023-07-07")
    assert json.loads(item.meta or "") == {key: record[key] for key in ("title", "date", "tags")}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b'{"text": "a"', "The line is not JSON: Expecting ',' delimiter at column 13."),
        (b'{"text": "a', "The line is not JSON: Unterminated string starting at column 10."),
        (b'{"text": "a", "n": NaN}', "NaN is not JSON."),
        (b'{"text": "a", "n": -Infinity}', "-Infinity is not JSON."),
        (b'{"text": "a", "n": 1e999}', "A number is too large."),
        (b'{"text": "a", "text": "b"}', 'The key "text" stands twice.'),
        (b'{"text": "a", "x": {"k": 1, "k": 1}}', 'The key "k" stands twice.'),
        (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "The JSON is nested too deep."),
        (
            b'{"text": "a", "x": "\\ud83d\\ude00", "n": ' + b"[" * 993 + b"]" * 993 + b"}",
            "The JSON is nested too deep.",
        ),
        (b'{"text": "a", "n": ' + b'{"a":' * 100 + b"1" + b"}" * 101, "The JSON is nested too deep."),
        (b'{"text": "a", "n": ' + b"9" * 5_000 + b"}", "A number has more digits than Python reads."),
        (b'{"text": "a\\ud800"}', "A lone surrogate is no character."),
        (b'{"text": "a", "x": ["\\udfff"]}', "A lone surrogate is no character."),
        (b'{"text": "a\xff"}', "Byte 11 of the line is not UTF-8."),
        (b'{"text": 1}', 'There is no string under "text".'),
        (b"{}", 'There is no string under "text".'),
        (b'["text"]', "The line is not a JSON object."),
        (b'{"text": "' + b"a" * 20_000_001 + b'"}', "The line is longer than 20 MB."),
    ],
)
def test_a_bad_line_is_one_sentence_with_its_number_and_the_next_is_read(
    tmp_path: Path, line: bytes, sentence: str
) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD + line + b"\r\n\n" + GOOD)
    _, bad, good = read(tmp_path / "a.jsonl")
    assert isinstance(bad, Unreadable)
    assert (bad.where, bad.message) == (f"{(tmp_path / 'a.jsonl').as_posix()}:2", sentence)
    assert isinstance(good, Article)


def test_a_record_may_be_a_hundred_deep_and_have_any_number_of_lists(tmp_path: Path) -> None:
    deep, wide = b"[" * 99 + b"]" * 99, b"[" + b"[]," * 10_000 + b"[]]"
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "a", "deep": ' + deep + b', "wide": ' + wide + b"}")
    assert [text for _, text in articles(tmp_path)] == ["a"]


def test_a_pair_of_surrogates_is_a_character(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "\\ud83c\\udfe0"}')
    assert [text for _, text in articles(tmp_path)] == ["🏠"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"caf\xe9", "The file is not UTF-8 (byte 0xe9 at 3): --encoding cp1252"),
        ("a.txt", b"a" * 20_000_001, "longer than 20 MB"),
        ("a.txt.gz", gzip.compress(b"a" * 15_000_000), "more than 100 times its size"),
        ("a.txt.zst", zstd(b"a" * 15_000_000), "more than 100 times its size"),
        ("a.txt.gz", gzip.compress(b"words")[:-9], "cut off"),
        ("a.txt.gz", gzip.compress(b"words")[:-8] + b"\0" * 8, "damaged"),
        ("a.txt.zst", zstd(b"words" * 9)[:-1], "cut off"),
        ("a.txt.zst", b"\x28\xb5\x2f\xfd" + b"\xff" * 99, "damaged"),
    ],
)
def test_a_bad_file_is_one_sentence_and_the_next_is_read(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "b.txt").write_text("Good.", encoding="utf-8")
    bad, good = read(tmp_path)
    assert isinstance(bad, Unreadable)
    assert sentence in bad.message
    assert isinstance(good, Article)


def test_a_file_that_has_vanished_is_one_sentence(tmp_path: Path) -> None:
    (item,) = read(tmp_path / "none.txt")
    assert isinstance(item, Unreadable)
    assert item.message == "The file cannot be read: No such file or directory."


@pytest.mark.parametrize(("path", "sentence"), [("https://example.org/a", "does not fetch"), ("none", "is not there")])
def test_a_corpus_that_is_not_there_stops_the_run_before_it_starts(path: str, sentence: str) -> None:
    with pytest.raises(CorpusError, match=sentence):
        Corpus((path,)).check()


def test_the_size_is_that_of_the_files_and_the_last_position(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD * 3)
    (tmp_path / "b.txt").write_bytes(b"12345")
    corpus = Corpus((str(tmp_path),))
    assert corpus.size() == 3 * len(GOOD) + 5 == list(corpus)[-1].position
    assert Corpus(("-",)).size() is None


def test_a_plain_file_that_is_read_ahead_is_behind_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD * 3)
    assert [item.position for item in read(tmp_path)] == [len(GOOD), 2 * len(GOOD), 3 * len(GOOD)]


def test_a_packed_file_is_behind_by_what_was_read_of_it(tmp_path: Path) -> None:
    packed = gzip.compress(GOOD * 3)
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    assert read(tmp_path)[-1].position == min(len(packed), 3 * len(GOOD))


@pytest.mark.parametrize(
    ("name", "id"),
    [("7", "7"), ('"x"', "x"), ('""', ":1"), ("true", ":1"), ("null", ":1"), ("[1]", ":1"), ("1.5", ":1")],
)
def test_an_article_has_its_own_id_or_its_place(tmp_path: Path, name: str, id: str) -> None:  # noqa: A002 -- the key
    (tmp_path / "a.jsonl").write_text(f'{{"id": {name}, "text": "Ann."}}', encoding="utf-8")
    (item,) = read(tmp_path)
    assert isinstance(item, Article)
    assert item.id.removeprefix((tmp_path / "a.jsonl").as_posix()) == id


@pytest.mark.parametrize("cut", [1, 2, 3, 1000])
def test_lines_do_not_depend_on_how_they_came(cut: int) -> None:
    content = b"a\n\nbcdefgh\n" + b"i" * 6
    chunks = [content[start : start + cut] for start in range(0, len(content), cut)]
    assert list(split_lines(chunks, 6)) == [b"a", b"", None, b"iiiiii"]


def test_an_archive_is_never_held_in_memory_whole() -> None:
    bomb = io.BytesIO(gzip.compress(b"\0" * 50_000_000))
    with pytest.raises(UnpackError):
        whole(unpack(bomb), 10_000_000)
    assert bomb.tell() < 1_000_000


def test_a_directory_has_articles_of_every_form_and_one_table_says_what_is_none(tmp_path: Path) -> None:
    head = b"From: a@b\nTo: c\nSubject: A bridge\nDate: Fri, 7 Jul 2023 09:00:00 +0000\n"
    (tmp_path / "a.eml").write_bytes(head + b"\nWords.\n")
    (tmp_path / "b.txt").write_bytes(b"SQLite format 3\0")
    letter, database = read(tmp_path)
    assert isinstance(letter, Article)
    assert (letter.text, letter.title, letter.date) == ("Words.\n", "A bridge", "2023-07-07")
    assert isinstance(database, Unreadable)
    assert database.message.startswith("The file is an SQLite database, not an article: ")
