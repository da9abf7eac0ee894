"""A second look at an article loads no spaCy and prints the same, and nothing in a cache is trusted."""

from __future__ import annotations

import json
import os
import pwd
import sqlite3
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from clusterdoc import extractor as extracting
from clusterdoc.cache import FILE, SEAL_BYTES, packed_entry
from clusterdoc.cli import group
from clusterdoc.cli.found import from_text
from clusterdoc.places import linux_directory
from clusterdoc.version import state_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from clusterdoc.extractor import Extractor

ARTICLE = 'OSLO - Mayor Ana Lund said 12 “ships” had left Oslo. "They are gone," she told the Oslo Gazette on Friday.\n'
TRICKY = '“Ott”, "entities": [], "quotes": [], "figures": [\\", "text": {} \u202e\x07 of "source": {"name": "x"}.\n'
DUTCH = "De burgemeester zei dat hij het niet wist en dat iedereen weg was. " * 3
TEXTS = {
    "article.txt": ARTICLE,
    'a "näme".txt': ARTICLE,
    "tricky.txt": TRICKY,
    "marked.txt": "\ufeff" + ARTICLE,
    "empty.txt": "",
    "none.txt": "They said no.\n",
    "dutch.txt": DUTCH,
}
QUESTIONS = (
    ("entities", "--json"),
    ("entities",),
    ("entities", "--csv"),
    ("entities", "--label", "PERSON", "--json"),
    ("quotes",),
    ("quotes", "--all"),
    ("quotes", "--speaker", "lund", "--csv-raw"),
    ("figures", "--kind", "count"),
    ("facts",),
    ("facts", "--json"),
    ("report",),
)
LEAVING_TRACES = """
import sys, runpy
sys.argv[0] = "clusterdoc"
try: runpy.run_module("clusterdoc", run_name="__main__")
finally: print(*sys.modules, file=sys.stderr)
"""
HEAVY = {"spacy", "numpy", "rich", "dataclasses", "pathlib", "clusterdoc.facts", "clusterdoc.extractor", "platformdirs"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a directory with articles, which is the working directory, and a cache in it."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch, found: Extractor) -> list[str]:
    """Return the list of the models that were asked for: one for each look that found facts anew."""
    asked: list[str] = []

    def extractor(model: str | None, *, trust: bool) -> Extractor:
        asked.append(f"{model} {trust}")
        return found

    monkeypatch.setattr(extracting, "extractor", extractor)
    return asked


def ask(*question: str) -> Result:
    return CliRunner().invoke(group, question)


def told(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_asked_again_is_answered_to_the_byte_from_the_cache(
    place: Path, looks: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("CLUSTERDOC_CACHE", "off")
    expected = [told(ask(*question, name)) for question in QUESTIONS]
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(place / "cache"))
    looks.clear()
    assert [told(ask(*question, name)) for question in QUESTIONS] == expected
    assert [told(ask(*question, name)) for question in QUESTIONS] == expected
    assert len(looks) == 1


def test_the_same_text_under_another_name_has_its_own_name(place: Path, looks: list[str]) -> None:
    (place / "copy.txt").write_bytes(ARTICLE.encode())
    names = [json.loads(ask("facts", "--json", name).stdout)["source"]["name"] for name in ("article.txt", "copy.txt")]
    assert (names, len(looks)) == (["article.txt", "copy.txt"], 1)


@pytest.mark.parametrize(
    "option",
    [("--date", "2020-03-03"), ("--max-chars", "2000"), ("--no-cache",), ("--model", "md"), ("--trust-model",)],
)
def test_other_options_are_another_look(place: Path, looks: list[str], option: tuple[str, ...]) -> None:
    assert place
    ask("figures", "article.txt")
    ask("figures", *option, "article.txt")
    assert len(looks) == 2


def test_a_changed_article_is_another_look(place: Path, looks: list[str]) -> None:
    ask("figures", "article.txt")
    (place / "article.txt").write_text(ARTICLE.replace("12", "13"), "utf-8")
    assert "13" in ask("figures", "article.txt").stdout
    assert len(looks) == 2


def test_a_changed_rule_is_another_look(tmp_path: Path) -> None:
    (tmp_path / "find" / "words").mkdir(parents=True)
    table = tmp_path / "find" / "words" / "cues.tsv"
    table.write_text("say\n")
    before = state_of(str(tmp_path))
    assert state_of(str(tmp_path)) == before
    table.write_text("say\ntell\n")
    assert state_of(str(tmp_path)) != before


def test_a_second_look_imports_next_to_nothing(place: Path, looks: list[str]) -> None:
    assert looks == []
    expected = ask("facts", "--json", "article.txt").stdout
    command = [sys.executable, "-c", LEAVING_TRACES, "facts", "--json", "article.txt"]
    environment = {**os.environ, "CLUSTERDOC_CACHE": str(place / "cache")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=place, env=environment)
    assert done.stdout == expected
    assert not HEAVY & set(done.stderr.split())


def test_the_command_says_what_is_kept_and_clears_it(
    place: Path, looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("figures", "article.txt")
    own = ("vectors-1-ab.rows", "patterns-1-cpython.codes", "weights-1.json", "facts-1.sqlite", "vectors-1-ab.77.new")
    for name in own:
        (place / "cache" / name).write_bytes(b"x" * 1_000_000)
    (place / "cache" / "letter.txt").write_text("mine")
    says = ask("cache", "--info").stdout
    assert f"{place / 'cache' / FILE}: 1 articles" in says
    assert "load faster from here: 4.0 MB" in says
    assert f"{place / 'cache'}: deleted 1 articles, 5." in ask("cache", "--clear").stdout
    assert [path.name for path in (place / "cache").iterdir()] == ["letter.txt"]
    assert ": 0 articles" in ask("cache").stdout
    ask("figures", "article.txt")
    assert len(looks) == 2
    monkeypatch.setenv("CLUSTERDOC_CACHE", "off")
    assert "off" in ask("cache").stdout


# Whatever somebody or something made of the cache: the article is read anew, and the answer is the same.

ENDLESS = """
drop table facts;
create view facts as with recursive r (key, used, size, body) as
    (select 'k', 1, 1, x'00' union all select key || 'k', used, size, body from r) select * from r;
"""
LOOSE = """
create table other (key text primary key, used real, size integer, body);
insert into other select key, used, size, null from facts;
drop table facts;
alter table other rename to facts;
"""
TRIGGER = "create trigger forget after update on facts begin delete from facts; end;"
BOMB = zlib.compress(b"[" + b" " * 60_000_000, 1)


def changed(database: Path, script: str, *values: object) -> None:
    """Run SQL on a cache: a script, or one statement with values."""
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute(script, values) if values else connection.executescript(script)
    connection.close()


def entry(database: Path) -> tuple[str, dict[str, Any]]:
    """Return the key of the one entry of a cache, and what it holds."""
    connection = sqlite3.connect(database)
    key, body = connection.execute("select key, body from facts").fetchone()
    connection.close()
    return key, json.loads(zlib.decompress(body[SEAL_BYTES:]))


def answered_the_same_and_kept_again(looks: list[str], expected: Result) -> bool:
    again = [told(ask("facts", "--json", "article.txt")) for _ in range(2)]
    return again == [told(expected)] * 2 and len(looks) == 2


@pytest.mark.parametrize(
    "body",
    [7, 1.5, "text", b"", b"x" * 32, b"no zlib " * 9, zlib.compress(b"{}"), BOMB],
    ids=lambda body: repr(body)[:9],
)
def test_an_entry_that_nobody_put_in_is_not_there(place: Path, looks: list[str], body: object) -> None:
    expected = ask("facts", "--json", "article.txt")
    changed(place / "cache" / FILE, "update facts set body = ?", body)
    assert answered_the_same_and_kept_again(looks, expected)


@pytest.mark.parametrize("script", [ENDLESS, LOOSE, TRIGGER, "drop table facts", "drop index facts_used"])
def test_a_cache_of_another_layout_is_made_anew(place: Path, looks: list[str], script: str) -> None:
    expected = ask("facts", "--json", "article.txt")
    changed(place / "cache" / FILE, script)
    assert answered_the_same_and_kept_again(looks, expected)


@pytest.mark.parametrize(
    ("replaced", "kept"), [(b"", 0), (b"no database " * 99, 0), (b"", 6_000)], ids=["emptied", "overwritten", "cut"]
)
def test_a_damaged_file_is_made_anew(place: Path, looks: list[str], replaced: bytes, kept: int) -> None:
    expected = ask("facts", "--json", "article.txt")
    path = place / "cache" / FILE
    changed(path, "pragma journal_mode = delete")
    path.write_bytes(replaced + path.read_bytes()[:kept])
    assert answered_the_same_and_kept_again(looks, expected)


FORGED: dict[str, Callable[[dict[str, Any]], object]] = {
    "no document": lambda kept: kept.pop("document"),
    "no notes": lambda kept: kept.update(notes=7),
    "a note that is no text": lambda kept: kept.update(notes=[7]),
    "a list of another name": lambda kept: kept["document"].update(entities={}),
    "a span astray": lambda kept: kept["document"]["entities"][0]["mentions"][0].update(start=1),
    "another text": lambda kept: kept["document"]["source"].update(text="No ships at all."),
    "a label that there is none of": lambda kept: kept["document"]["entities"][0].update(label="CITY"),
    "an infinite number": lambda kept: kept["document"]["figures"][0].update(value=float("inf")),
    "another version": lambda kept: kept["document"].update(schema_version=2),
}


@pytest.mark.parametrize("what", FORGED)
def test_what_is_no_document_is_found_again_even_under_a_right_seal(place: Path, looks: list[str], what: str) -> None:
    expected = ask("facts", "--json", "article.txt")
    key, kept = entry(place / "cache" / FILE)
    FORGED[what](kept)
    changed(place / "cache" / FILE, "update facts set body = ?", packed_entry(key, json.dumps(kept)))
    assert answered_the_same_and_kept_again(looks, expected)


@pytest.mark.parametrize("text", [None, "", "7", "[]", "{", "null", "[" * 100_000, '{"notes": [], "document": []}'])
def test_text_of_any_other_shape_is_nothing_found(text: str | None) -> None:
    assert from_text(text, "article.txt") is None


def test_an_entry_of_another_article_is_not_there(place: Path, looks: list[str]) -> None:
    expected = ask("facts", "--json", "article.txt")
    ask("facts", "--json", "none.txt")
    changed(place / "cache" / FILE, "update facts set body = (select body from facts order by used desc limit 1)")
    assert told(ask("facts", "--json", "article.txt")) == told(expected)
    assert len(looks) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
def test_the_cache_lies_where_the_platform_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/some/where")
    assert linux_directory() == "/some/where/clusterdoc"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/ott")
    assert linux_directory() == "/home/ott/.cache/clusterdoc"


def test_without_a_home_there_is_no_cache_and_no_error(
    place: Path, looks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_: int) -> object:
        raise KeyError("getpwuid(): uid not found")

    for name in ("CLUSTERDOC_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    answers = [ask("facts", "--json", "article.txt") for _ in range(2)]
    assert [(one.exit_code, one.stderr) for one in answers] == [(0, "")] * 2
    assert len(looks) == 2
    assert "no directory" in ask("cache").stdout
    assert place
