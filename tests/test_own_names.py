"""Names of the user's own hold against the model and every rule, in every command and in Python."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import clusterdoc
from clusterdoc.cli import group
from clusterdoc.errors import NamesError
from clusterdoc.name_patterns import names_of, read_names

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Brent fell to $61. Will Moran of the charity Full Moon said no. Full Moon left Tolva Bay on Monday."
OWN: list[dict[str, Any]] = [
    {"label": "ORG", "pattern": "Full Moon", "id": "Full Moon Trust"},
    {"label": "GPE", "pattern": [{"LOWER": "tolva"}, {"LOWER": "bay"}]},
    {"label": None, "pattern": "Brent"},
]


def found(names: list[dict[str, Any]], text: str = TEXT) -> dict[str, tuple[str, list[str]]]:
    document = clusterdoc.extract(text, names=names)
    return {e.name: (e.label, [mention.text for mention in e.mentions]) for e in document.entities}


def test_names_of_ones_own_are_found_under_their_canonical_name() -> None:
    entities = found(OWN)
    assert entities["Full Moon Trust"] == ("ORG", ["Full Moon", "Full Moon"])
    assert entities["Tolva Bay"] == ("GPE", ["Tolva Bay"])
    assert "Will Moran" in entities


def test_what_is_no_name_is_none() -> None:
    assert "Brent" not in found(OWN)
    assert "Will Moran" not in found([{"label": None, "pattern": "Will Moran"}])


def test_forms_with_one_id_are_one_entity() -> None:
    names = [{"label": "PERSON", "pattern": form, "id": "Inge Dahl"} for form in ("Inge Dahl", "the Iron Lady")]
    entities = found(names, "Inge Dahl spoke. In Leeds the Iron Lady wept. Dahl left.")
    assert entities["Inge Dahl"] == ("PERSON", ["Inge Dahl", "the Iron Lady", "Dahl"])


def test_a_mention_says_that_it_is_the_users_own() -> None:
    document = clusterdoc.extract(TEXT, names=OWN)
    assert {
        mention.by for entity in document.entities if entity.name == "Full Moon Trust" for mention in entity.mentions
    } == {"rule:names"}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("no JSON", "line 1 is no JSON"),
        ('{"pattern": "Ott"}', "line 1 needs a label"),
        ('{"label": "CITY", "pattern": "Ott"}', "the label 'CITY'"),
        ('{"label": "ORG", "pattern": ""}', "neither a text nor a list"),
        ('{"label": "ORG", "pattern": [1]}', "neither a text nor a list"),
        ('{"label": "ORG", "pattern": "Ott", "id": 3}', "an id that is no text"),
        ('{"label": "ORG", "pattern": "' + "x" * 201 + '"}', "neither a text nor a list"),
    ],
)
def test_a_line_that_is_no_name_is_said(line: str, complaint: str) -> None:
    with pytest.raises(NamesError, match=complaint):
        read_names(line)


@pytest.mark.parametrize("token", [{"COLOUR": "red"}, {"TEXT": {"REGEX": "[("}}, {"TEXT": {"REGEX": "a{9999999999}"}}])
def test_tokens_that_no_matcher_takes_are_said(token: dict[str, Any]) -> None:
    with pytest.raises(NamesError, match="does not take these tokens"):
        found([{"label": "ORG", "pattern": [token]}])


@pytest.mark.parametrize(
    "what", [{"label": "\x1b" * 9_000, "pattern": "a"}, {"label": "ORG", "pattern": [{"A": "a\n" * 9_000}]}]
)
def test_what_is_said_of_a_name_is_short_and_harmless(what: dict[str, Any]) -> None:
    with pytest.raises(NamesError) as raised:
        found([what])
    assert len(str(raised.value)) < 300
    assert str(raised.value).isprintable()


def test_a_file_and_python_say_the_same() -> None:
    assert read_names("\n".join(map(json.dumps, OWN))) == names_of(OWN)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a directory with an article and a file of names, and a cache of its own."""
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "names.jsonl").write_text("\n".join(map(json.dumps, OWN)), encoding="utf-8")
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names_asked(*options: str) -> set[str]:
    result = CliRunner().invoke(group, ["entities", "--json", "article.txt", *options])
    assert result.exit_code == 0, result.stderr
    return {entity["name"] for entity in json.loads(result.stdout)["entities"]}


def test_the_command_line_reads_a_file_and_the_cache_tells_lists_apart(place: Path) -> None:
    without = names_asked()
    assert "Full Moon Trust" not in without
    assert "Full Moon Trust" in names_asked("--names", "names.jsonl")
    assert names_asked() == without
    (place / "names.jsonl").write_text('{"label": "ORG", "pattern": "Full Moon", "id": "FMT"}', encoding="utf-8")
    assert "FMT" in names_asked("--names", "names.jsonl")


def test_a_file_that_cannot_be_read_is_said(place: Path) -> None:
    (place / "bad.jsonl").write_text("nothing", encoding="utf-8")
    result = CliRunner().invoke(group, ["entities", "--names", "bad.jsonl", "article.txt"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "line 1 is no JSON object" in result.stderr


@pytest.mark.usefixtures("own_process")
def test_a_run_takes_names_and_does_an_article_again_for_others(place: Path) -> None:
    def stored(*options: str) -> set[str]:
        result = CliRunner().invoke(group, ["run", "article.txt", "--store", "news.db", "--quiet", *options])
        assert result.exit_code == 0, result.stderr
        with closing(sqlite3.connect(place / "news.db")) as database, database:
            return {name for (name,) in database.execute("select name from entities")}

    assert "Full Moon Trust" not in stored()
    assert "Full Moon Trust" in stored("--names", "names.jsonl")
