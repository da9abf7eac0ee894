"""Records in JSON arrays, JSON Lines and tables, and the days that they tell: in a run and in every reader alike."""

from __future__ import annotations

import json
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from clusterdoc.cli import group
from clusterdoc.corpus import Article, Corpus
from clusterdoc.corpus.elements import elements
from clusterdoc.corpus.published import Published, Unread
from clusterdoc.corpus.records import Keys
from clusterdoc.corpus.tables import Bytes
from clusterdoc.facts import Document, Source
from clusterdoc.source.shapes import shape_of

if TYPE_CHECKING:
    from pathlib import Path

A, B = '{"text": "Ann."}', '{"text": "Bob."}'
SAVED = json.dumps(Document(Source("n", "Ann.", title="T", published="2023-07-07"), "m", version="1").to_dict())
ROWS = 'id,Text,date\n1,"Ann, who\nsaid ""no"".",2023-07-07\n2,Bob.,\n'
LONG = "x" * 5_000


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.json", f"[{A}, {B}]", [("a.json:1", "Ann."), ("a.json:2", "Bob.")]),
        ("a.json", f"[\n  {A},\n  {B}\n]\n", [("a.json:1", "Ann."), ("a.json:2", "Bob.")]),
        ("a.json", A, [("a.json", "Ann.")]),
        ("a.json", '{\n  "text": "Ann."\n}', [("a.json", "Ann.")]),
        ("a.json", f"{A}\n{B}\n", [("a.json:1", "Ann."), ("a.json:2", "Bob.")]),
        ("a.json", '{\n  "text": "Ann."\n}\n{\n  "text": "Bob."\n}', [("a.json:1", "Ann."), ("a.json:2", "Bob.")]),
        ("a.data", f"[{A}]", [("a.data:1", "Ann.")]),
        ("a.txt", A, [("a.txt", "Ann.")]),
        ("a.json", '[{"text": "\\\\\\"]},{ \\u00e9"}]', [("a.json:1", '\\"]},{ é')]),
        ("a.json", SAVED, [("n", "Ann.")]),
        ("a.json", f'{{"text": "{LONG}"}}\n{B}', [("a.json:1", LONG), ("a.json:2", "Bob.")]),
        ("a.csv", ROWS, [("1", 'Ann, who\nsaid "no".'), ("2", "Bob.")]),
        ("a", ROWS, [("1", 'Ann, who\nsaid "no".'), ("2", "Bob.")]),
        ("a.csv", "\ufeff" + ROWS, [("1", 'Ann, who\nsaid "no".'), ("2", "Bob.")]),
        ("a.csv", 'sep=;\r\ntext;n\r\n"a; b, c";5\r\n', [("a.csv:2", "a; b, c")]),
        ("a.tsv", "n\ttext\n1\tIt cost $5, he said; no more.\n", [("a.tsv:2", "It cost $5, he said; no more.")]),
        ("a.csv", "text\nAnn.\n", [("a.csv:2", "Ann.")]),
        ("a.csv", "guid,headline,text\ng-1,T,Ann.\n", [("g-1", "Ann.")]),
        ("a.txt", "Paris, Text\nnot a table", [("a.txt", "Paris, Text\nnot a table")]),
        ("a.txt", "Mayor, 61, quits\n\nShe, 61, did.", [("a.txt", "Mayor, 61, quits\n\nShe, 61, did.")]),
        ("a.txt", "Ticker\tLast\nACME\t113.40\n", [("a.txt", "Ticker\tLast\nACME\t113.40\n")]),
        ("a.txt", "[1] Ann said so.", [("a.txt", "[1] Ann said so.")]),
    ],
)  # fmt: skip
def test_a_file_of_records_is_read_record_by_record(
    tmp_path: Path, name: str, data: str, expected: list[tuple[str, str]]
) -> None:
    path = tmp_path / name
    path.write_bytes(data.encode())
    read = [(item.id.rpartition("/")[2], item.text) for item in Corpus((str(path),)) if isinstance(item, Article)]
    assert read == expected
    shown = CliRunner().invoke(group, ["figures", "--no-parse", "--json", str(path)])
    sources = [json.loads(line)["source"] for line in shown.stdout.splitlines()]
    assert [source["text"] for source in sources] == [text for _, text in expected]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.json", '["Ann", "Bob"]', "is JSON of neither saved facts nor records of articles"),
        ("a", '["Ann", "Bob"]', "is JSON of neither"),
        ("a.json", "{}", "is JSON of neither"),
        ("a.json", "5", "is JSON of neither"),
        ("a.json", "Ann said so.", "is JSON of neither"),
        ("a.json", '{"type": "Feature", "articles": []}', 'There is no string under "text": its keys are "type", "art'),
        ("a.json", f"[{A}, {A}", "The array has no end: the file is cut off."),
        ("a.json", f"[{A}] {A}", "Something stands behind the end of the array."),
        ("a.json", f"[{A},]", "The record is not JSON: Expecting value at column 1."),
        ("a.json", f"[{A}, 5]", "The record is not a JSON object."),
        ("a.json", '{"text": "a"\n, "b": }', "The record is not JSON: "),
        ("a.txt", '{"Ann" said so.', "The record is not JSON: "),
        ("a.csv", "id,body\n1,x\n", 'There is no column "text": its columns are "id", "body" (--text-key names'),
        (
            "a.csv",
            "id,b\x1b[2J\n1,x\n",
            'There is no column "text": its columns are "id", "b\\x1b[2J" (--text-key names',
        ),
        ("a", "id,body,url\n1,x,y\n", 'There is no column "text": its columns are "id", "body", "url"'),
        ("a.csv", 'id,text\n1,"x\n', "The row cannot be read: unexpected end of data."),
        ("a.csv", 'id,text\n1,"x" y\n2,z\n', "The row cannot be read: ',' expected after '\"'."),
        ("a.csv", "id,text\n1,x,y\n", "The row has 3 cells, and there are 2 columns."),
        ("a.csv", "text,text\nx,y\n", 'Two columns are called "text".'),
    ],
)
def test_what_is_no_record_is_one_sentence_in_a_run_and_in_a_reader(
    tmp_path: Path, name: str, data: str, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data.encode())
    (message,) = [item.message for item in Corpus((str(path),)) if not isinstance(item, Article)]
    assert sentence in message
    shown = CliRunner().invoke(group, ["figures", "--no-parse", "--json", str(path)])
    assert (sentence in shown.stderr, shown.exit_code, shown.stderr.count("\n")) == (True, 2, 1)


def test_an_empty_list_and_a_table_without_rows_are_said_to_hold_no_records(tmp_path: Path) -> None:
    for name, data in (("a.json", "[ ]"), ("a.csv", "id,text\n")):
        (tmp_path / name).write_text(data, "utf-8")
        shown = CliRunner().invoke(group, ["figures", "--no-parse", str(tmp_path / name)])
        assert shown.exit_code == 2


def test_another_encoding_is_obeyed_in_tables_and_json(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("text,n\nCafé “no”.,1\n".encode("cp1252"))
    (tmp_path / "b.json").write_bytes('[{"text": "Café “no”."}]'.encode("utf-16"))
    read = list(Corpus((str(tmp_path),), encoding="cp1252"))
    assert [item.text for item in read if isinstance(item, Article)] == ["Café “no”."] * 2
    (bad, _) = Corpus((str(tmp_path),))
    assert not isinstance(bad, Article)
    assert bad.message == "What comes next is not UTF-8: --encoding NAME reads another, such as cp1252."


@pytest.mark.parametrize("cut", [1, 2, 3, 7, 1_000])
def test_elements_do_not_depend_on_how_they_came(cut: int) -> None:
    data = b' [ {"a": "\\\\"}, [1, {}], "x,]\\"", 5 ]\n'
    found = elements((data[at : at + cut] for at in range(0, len(data), cut)), array=True)
    assert list(found) == [b'{"a": "\\\\"}', b"[1, {}]", b'"x,]\\""', b"5"]


def test_a_record_or_a_row_that_is_too_long_is_said_and_the_next_record_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("elements", "tables"):
        monkeypatch.setattr(f"clusterdoc.corpus.{module}.DOCUMENT_BYTES", 200_000)
    chunks = [b'[{"text": "', *[b"x" * 10_000] * 21, b'"}, {"text": "b"}]']
    first, second = elements(iter(chunks), array=True)
    assert (str(first), second) == ("The record is longer than 0 MB.", b'{"text": "b"}')
    for cell in (b"x" * 200_100, b'"' + b"Ann.\n" * 42_000 + b'"'):
        (tmp_path / "a.csv").write_bytes(b"text,n\nAnn.,1\n" + cell + b",2\nBob.,3\n")
        good, bad = Corpus((str(tmp_path),))
        assert isinstance(good, Article)
        assert not isinstance(bad, Article)
        assert bad.message == "The row is longer than 20 MB: nothing behind it is read."


def test_a_table_that_is_none_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n" + "words\n" * 5_000, "utf-8")
    read = list(Corpus((str(tmp_path),)))
    assert (len(read), [item for item in read if isinstance(item, Article)]) == (101, [])
    assert read[-1].where.endswith("a.csv:102")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-07-07", "2023-07-07"), ("2023-07-07T23:30:00-05:00", "2023-07-07"), (" 2023-07-07 10:00 ", "2023-07-07"),
        ("July 7, 2023", "2023-07-07"), ("7 Jul 2023", "2023-07-07"), ("Fri, 07 Jul 2023 09:30:00 +0000", "2023-07-07"),
        ("7th of July 2023 at 5 pm", "2023-07-07"), ("Sept. 5, 2020 11:22:03 GMT", "2020-09-05"),
        ("07-Jul-23", "2023-07-07"), ("2023/07/08", "2023-07-08"), ("20230707", "2023-07-07"), (20230707, "2023-07-07"),
        (1688688000, "2023-07-07"), (1688688000123, "2023-07-07"), ("1688688000", "2023-07-07"),
        ("25/12/2023", "2023-12-25"), ("12/25/2023 10:00 PM", "2023-12-25"), ("25.12.2023", "2023-12-25"),
        ("7/7/2023", "2023-07-07"), ("12/25/99", "1999-12-25"), ("25/12/23", "2023-12-25"),
        (None, None), ("", None), ("  ", None),
    ],
)  # fmt: skip
def test_a_day_is_read_in_any_common_form(value: object, day: str | None) -> None:
    published = Published()
    assert (published.day(value, "a:1"), published.unread.sentence()) == (day, None)


@pytest.mark.parametrize(
    "value",
    ["sometime", "Friday", "May 2023", "2023", 2023, "10:30", "5/6/2023", "1.2.3", "13-11-21", "31/31/2023",
     "5 6 2023", "2023-02-30", "9" * 30, 10**400, True, [], {"a": 1}, "7/7/2023 nonsense", "1e5", "0/0/0000"],
)  # fmt: skip
def test_a_day_that_is_partial_or_may_be_two_is_not_guessed_but_said(value: object) -> None:
    published = Published()
    assert published.day(value, "a:1") is None
    assert "1 date could not be read: " in (published.unread.sentence() or "")


@pytest.mark.parametrize(
    ("values", "days"),
    [
        (["5/6/2023", "25/6/2023"], ["2023-06-05", "2023-06-25"]),
        (["5/6/2023", "6/25/2023"], ["2023-05-06", "2023-06-25"]),
        (["5/6/23", "6/25/23", "x"], ["2023-05-06", "2023-06-25", None]),
        (["5/6/2023", "6/25/2023", "25/6/2023"], [None, "2023-06-25", "2023-06-25"]),
        (["5/6/2023", "2023-07-07"], [None, "2023-07-07"]),
        (["13-11-21", "30-01-99"], ["2021-11-13", "1999-01-30"]),
    ],
)
def test_the_other_days_of_a_file_tell_whether_the_day_or_the_month_is_first(
    tmp_path: Path, values: list[str], days: list[str | None]
) -> None:
    lines = [json.dumps({"text": "It cost $5.", "when": value}) for value in values]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    corpus = Corpus((str(tmp_path),), Keys(date="when"), unread=Unread(missed="when"))
    assert [item.date for item in corpus if isinstance(item, Article)] == days
    assert corpus.unread.count == days.count(None)
    shown = CliRunner().invoke(
        group, ["figures", "--no-parse", "--json", "--date-key", "when", str(tmp_path / "a.jsonl")]
    )
    assert [json.loads(line)["source"]["published"] for line in shown.stdout.splitlines()] == days
    assert shown.stderr.count("could not be read") == (None in days)


def test_a_key_for_days_that_no_record_has_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(f"[{A}]", "utf-8")
    shown = CliRunner().invoke(group, ["figures", "--no-parse", "--date-key", "when", str(tmp_path / "a.json")])
    assert 'no record has a "when" (--date-key)' in shown.stderr


@pytest.mark.parametrize("key", ["date", "Date", "published_at", "publishedAt", "pubDate", "publication date"])
def test_the_usual_names_of_the_day_title_and_address_are_known(tmp_path: Path, key: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": "A", key: "July 7, 2023", "Headline": "T", "link": "u"}]))
    (item,) = Corpus((str(tmp_path),))
    assert isinstance(item, Article)
    assert (item.date, item.title, item.url) == ("2023-07-07", "T", "u")


@pytest.mark.parametrize(
    ("data", "shape"),
    [(b"PK\x03\x04", "article"), (b"", "article"), (b"text,n\n1,2", "table"), (b"%PDF-1.7", "article")],
)
def test_a_file_that_is_named_csv_may_be_something_else(data: bytes, shape: str) -> None:
    assert shape_of("a.csv", data, "text") == shape


def test_the_limit_of_time_holds_for_what_makes_an_article_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clusterdoc.source.text.read_text", lambda _: time.sleep(9))
    (tmp_path / "a.txt").write_text("Ann.", "utf-8")
    shown = CliRunner().invoke(group, ["figures", "--no-parse", "--timeout", "0.05", str(tmp_path / "a.txt")])
    assert (shown.exit_code, shown.stderr) == (
        2, f"Error: {tmp_path / 'a.txt'} was given up after 0.05 seconds: raise --timeout.\n",
    )  # fmt: skip
    monkeypatch.setattr("clusterdoc.corpus.contents.article_of", lambda *_: time.sleep(9))
    shown = CliRunner().invoke(group, ["figures", "--no-parse", "--timeout", "0.05", "-"], input=A)
    assert (shown.exit_code, "was given up after 0.05 seconds" in shown.stderr) == (2, True)
    (item,) = Corpus((str(tmp_path),), timeout=0.05)
    assert not isinstance(item, Article)
    assert item.message == "The file was given up after 0.05 seconds: raise --timeout."


def test_the_limit_of_time_holds_for_fetching_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clusterdoc.source.web.fetched", lambda *_: time.sleep(9))
    shown = CliRunner().invoke(group, ["figures", "--no-parse", "--timeout", "0.05", "https://example.org/a"])
    assert shown.exit_code == 2
    assert "https://example.org/a was given up after 0.05 seconds" in shown.stderr


def test_a_reader_that_hits_a_bug_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("clusterdoc.source.html.read_html", broken)
    (tmp_path / "a.html").write_text("<html>", "utf-8")
    (tmp_path / "b.txt").write_text("Ann.", "utf-8")
    bad, good = Corpus((str(tmp_path),))
    assert isinstance(good, Article)
    assert not isinstance(bad, Article)
    assert bad.message.startswith("The file hit a bug in clusterdoc (IndexError list index out of range): please")


def test_what_is_refused_is_told_by_its_beginning_however_long_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"SQLite format 3\0" + b"\0" * 25_000_000)
    (tmp_path / "b.json").write_bytes(b"\x89PNG\r\n\x1a\n")
    messages = [item.message for item in Corpus((str(tmp_path),)) if not isinstance(item, Article)]
    assert [message.split(", not an article")[0] for message in messages] == [
        "The file is an SQLite database", "The file is a PNG picture",
    ]  # fmt: skip
    shown = CliRunner().invoke(group, ["figures", "--no-parse", str(tmp_path / "b.json")])
    assert "is a PNG picture, not an article: its text must be recognised first" in shown.stderr


def test_a_chunk_that_is_read_in_small_steps_is_not_copied_at_each_of_them() -> None:
    stream, buffer = Bytes(iter([b"x" * 3_000_000])), bytearray(8_192)
    tracemalloc.start()
    while stream.readinto(buffer):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100_000
