"""The command line in this process: what is printed where, and how the run ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from made import DOCUMENT, EMPTY, TEXT

from clusterdoc import extractor as extracting
from clusterdoc.cli import COMMANDS, group
from clusterdoc.errors import ModelError
from clusterdoc.facts import Document
from clusterdoc.terms import MAX_CHARS

if TYPE_CHECKING:
    import datetime

    from clusterdoc.facts import Source

ARTICLE = str(Path(__file__).parents[1] / "data" / "article.txt")


class Canned:
    """An extractor that finds the same facts in every article, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def extract(self, source: Source, date: datetime.date | None = None, max_chars: int = MAX_CHARS) -> Document:
        self.asked.append({"name": source.name, "date": date and date.isoformat(), "max_chars": max_chars})
        if source.text == "bug":
            raise KeyError("a rule\x1b")
        found = DOCUMENT if source.text == TEXT else EMPTY
        read = {**found.to_dict()["source"], "name": source.name, "text": source.text}
        return Document.from_dict({**found.to_dict(), "source": read})


@pytest.fixture
def canned(monkeypatch: pytest.MonkeyPatch) -> Canned:
    finder = Canned()
    monkeypatch.setattr(extracting, "extractor", lambda *_, **__: finder)
    return finder


@pytest.fixture
def made(tmp_path: Path) -> str:
    (tmp_path / "made.txt").write_bytes(TEXT.encode())
    return str(tmp_path / "made.txt")


def run(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(group, args, input=stdin)


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (["entities"], ["e1", "e2", "e3", "e4"]),
        (["entities", "--label", "per"], ["e1"]),
        (["entities", "--label", "ORG", "--label", "LOC"], ["e2", "e3", "e4"]),
        (["quotes"], ["q1", "q2", "q3", "q4"]),
        (["quotes", "--speaker", "mayor"], ["q1", "q2"]),
        (["figures"], ["f1", "f2", "f3", "f4", "f5", "f6"]),
        (["figures", "--kind", "percent"], ["f1", "f5"]),
    ],
)
@pytest.mark.usefixtures("canned")
def test_json_has_the_facts_asked_for(args: list[str], ids: list[str], made: str) -> None:
    result = run(*args, "--json", made)
    assert [fact["id"] for fact in json.loads(result.stdout)[args[0]]] == ids
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (["figures"], ["f1", "f2", "f3", "f5", "f6"]),
        (["figures", "--all"], ["f1", "f2", "f3", "f4", "f5", "f6"]),
        (["quotes"], ["q1", "q2", "q4"]),
        (["quotes", "--all"], ["q1", "q2", "q3", "q4"]),
        (["entities"], ["e1", "e1", "e2", "e3", "e4"]),
    ],
)
@pytest.mark.usefixtures("canned")
def test_csv_has_the_facts_of_the_table(args: list[str], ids: list[str], made: str) -> None:
    result = run(*args, "--csv", made)
    assert [row["id"] for row in csv.DictReader(io.StringIO(result.stdout, newline=""))] == ids


@pytest.mark.usefixtures("canned")
def test_csv_raw_has_the_text_as_it_is(made: str) -> None:
    assert "\n'=cmd" not in run("entities", "--csv-raw", made).stdout
    assert ",\x9b31mCafé," in run("entities", "--csv-raw", made).stdout
    assert ",'=cmd" in run("entities", "--csv", made).stdout


@pytest.mark.parametrize("flags", [["--csv", "--json"], ["--csv-raw", "--csv", "--json"]])
@pytest.mark.usefixtures("canned")
def test_the_last_of_two_views_wins(flags: list[str], made: str) -> None:
    assert run("quotes", *flags, made).stdout.startswith('{"schema_version": 1')


@pytest.mark.usefixtures("canned")
def test_facts_are_three_tables_and_no_csv(made: str) -> None:
    titles = [line for line in run("facts", made).stdout.splitlines() if line in ("Entities", "Quotes", "Figures")]
    assert titles == ["Entities", "Quotes", "Figures"]
    result = run("facts", "--csv", made)
    assert result.exit_code == 2
    assert "CSV is one table at a time" in result.stderr
    assert "--csv" not in run("facts", "--help").stdout


@pytest.mark.usefixtures("canned")
def test_a_bad_file_does_not_cost_the_others(made: str, tmp_path: Path) -> None:
    (tmp_path / "bug.txt").write_text("bug", "utf-8")
    result = run("quotes", "--json", "nope.txt", made, str(tmp_path / "bug.txt"), str(tmp_path), made)
    assert [json.loads(line)["source"]["name"] for line in result.stdout.splitlines()] == [made, made]
    errors = result.stderr.splitlines()
    assert errors[0] == "Error: nope.txt cannot be read: No such file or directory."
    assert "hit a bug in clusterdoc (KeyError 'a rule\\x1b' at test_cli.py:" in errors[1].replace("\\\\", "\\")
    assert "is a directory" in errors[2]
    assert (len(errors), result.exit_code) == (3, 2)


@pytest.mark.usefixtures("canned")
def test_the_json_of_a_file_is_the_same_in_any_order(made: str) -> None:
    forward = run("facts", "--json", made, ARTICLE).stdout.splitlines()
    assert forward == run("facts", "--json", ARTICLE, made).stdout.splitlines()[::-1]


@pytest.mark.usefixtures("canned")
def test_several_files_have_their_names_above_their_tables(made: str) -> None:
    lines = run("quotes", made, made).stdout.splitlines()
    assert [line for line in lines if made in line] == [f"==> {made} <=="] * 2
    assert made not in run("quotes", made).stdout


@pytest.mark.usefixtures("canned")
def test_no_file_is_the_sample_and_said_so() -> None:
    result = run("quotes", "--json")
    assert json.loads(result.stdout)["source"]["name"] == "article.txt"
    assert result.stderr == "clusterdoc: no FILE given: reading the sample article\n"


@pytest.mark.usefixtures("canned")
def test_a_dash_is_standard_input() -> None:
    assert json.loads(run("quotes", "--json", "-", stdin=TEXT).stdout)["source"]["name"] == "standard input"
    empty = run("quotes", "-", stdin="")
    assert (empty.exit_code, empty.stderr) == (2, "Error: Standard input is empty.\n")


@pytest.mark.usefixtures("canned")
def test_an_article_without_facts_is_said_to_have_none(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("quotes", str(tmp_path / "empty.txt"))
    assert (result.stdout, result.exit_code) == ("", 0)
    assert result.stderr == f"clusterdoc: {tmp_path}/empty.txt is empty\n"
    assert json.loads(run("quotes", "--json", str(tmp_path / "empty.txt")).stdout)["quotes"] == []


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["facts"], "no entities, quotes or figures"),
        (["quotes"], "no quotes"),
        (["quotes", "--speaker", "nobody"], "no quotes that fit --speaker"),
        (["figures", "--kind", "age"], "no figures that fit --kind"),
        (["entities", "--label", "LAW"], "no entities that fit --label"),
    ],
)
@pytest.mark.usefixtures("canned")
def test_that_there_is_nothing_to_show_is_said_with_its_reason(args: list[str], sentence: str, tmp_path: Path) -> None:
    (tmp_path / "dull.txt").write_text("Nothing was said.", "utf-8")
    assert run(*args, str(tmp_path / "dull.txt")).stderr == f"clusterdoc: {tmp_path}/dull.txt: {sentence}\n"


@pytest.mark.usefixtures("canned")
def test_a_text_that_is_not_english_is_read_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text("Der Rat hat am Montag beschlossen, das neue Haus zu bauen. " * 3, "utf-8")
    result = run("quotes", "--json", str(tmp_path / "de.txt"))
    assert result.exit_code == 0
    assert "does not look like English" in result.stderr


def test_the_options_reach_the_extractor(canned: Canned, made: str) -> None:
    run("facts", "--date", "2023-07-07", "--max-chars", "5000", made)
    assert canned.asked == [{"name": made, "date": "2023-07-07", "max_chars": 5000}]


def test_figures_without_a_parse_need_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "extractor", None)
    data = json.loads(run("figures", "--no-parse", "--json", ARTICLE).stdout)
    assert data["model"] is None
    assert {"less than 2.35%", "$800 million", "between 30% and 40%"} <= {figure["text"] for figure in data["figures"]}
    assert {figure["of"] for figure in data["figures"]} == {None}


def test_the_model_is_the_one_asked_for(monkeypatch: pytest.MonkeyPatch, made: str) -> None:
    asked: list[object] = []

    def remember(model: str | None, *, trust: bool) -> Canned:
        asked.append((model, trust))
        return Canned()

    monkeypatch.setattr(extracting, "extractor", remember)
    run("quotes", made)
    run("quotes", "--model", "sm", made)
    monkeypatch.setenv("CLUSTERDOC_MODEL", "/my/model")
    run("quotes", "--trust-model", made)
    assert asked == [(None, False), ("sm", False), ("/my/model", True)]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--model", "en_core_web_trf"], "en_core_web_trf is not installed: python -m spacy download en_core_web_trf"),
        (["--model", "lg"], "en_core_web_lg is not installed: python -m spacy download en_core_web_lg"),
        (["--model", "/opt"], "Unknown model '/opt': take one of"),
        (["--model", "../evil"], "or a path with --trust-model"),
        (["--model", "/opt", "--trust-model"], "/opt is not a spaCy model"),
        (["--date", "Friday"], "'Friday' is not a day written YYYY-MM-DD"),
        (["--timeout", "0"], "--timeout"),
        (["--max-chars", "-1"], "--max-chars"),
        (["--label", "CITY"], "--label"),
        (["--nonsense\x1b[2J"], r"--nonsense\x1b[2J"),
    ],
)
def test_a_bad_option_is_an_error_in_a_sentence(args: list[str], sentence: str) -> None:
    result = run("entities", *args, ARTICLE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr.replace("\x1b", r"\x1b")


def test_a_missing_model_is_said_once_for_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ModelError("The model x is not installed.")

    monkeypatch.setattr(extracting, "extractor", missing)
    result = run("entities", ARTICLE, ARTICLE)
    assert (result.stderr, result.exit_code) == ("Error: The model x is not installed.\n", 2)


def test_an_article_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, made: str) -> None:
    class Endless(Canned):
        def extract(self, *_: object, **__: object) -> Document:
            while True:
                pass

    monkeypatch.setattr(extracting, "extractor", lambda *_, **__: Endless())
    result = run("quotes", "--timeout", "0.05", made, made)
    assert result.stderr == f"Error: {made} was given up after 0.05 seconds: raise --timeout.\n" * 2
    assert result.exit_code == 2


def test_no_command_is_an_error_and_shows_the_help() -> None:
    assert run().exit_code == 2
    assert "Commands:" in run().stderr


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("qoutes", "No such command 'qoutes'. Did you mean quotes?"),
        ("figurs", "No such command 'figurs'. Did you mean figures?"),
        ("zzz", "No such command 'zzz'.\n"),
        ("a\0b", "No such command 'a\\x00b'.\n"),
        (ARTICLE, f"To read it: clusterdoc facts {ARTICLE}"),
    ],
)
def test_a_command_that_is_none_is_told_from_one_that_is_meant(name: str, sentence: str) -> None:
    result = run(name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_the_versions_are_those_installed() -> None:
    assert run("--version").stdout.splitlines()[0].startswith("clusterdoc ")
    assert run("--version").stdout.splitlines()[1].startswith("spaCy 3.8.")
    assert run("--version").stdout.splitlines()[2] == "model en_core_web_md 3.7.1"
    assert run("--version").stdout.splitlines()[3] == "faster steps on"


def test_a_version_of_spacy_that_was_not_tested_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _: "3.8.99")
    assert run("--version").stdout.splitlines()[3] == "faster steps off: not tested with spaCy 3.8.99"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_what_click_gives(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CLUSTERDOC_COMPLETE", f"{shell}_source")
    result = CliRunner().invoke(group, prog_name="clusterdoc")
    assert "_CLUSTERDOC_COMPLETE" in result.stdout


def test_every_command_is_a_command() -> None:
    assert {group.get_command(None, name).name for name in COMMANDS} == set(COMMANDS)  # type: ignore[arg-type,union-attr]
