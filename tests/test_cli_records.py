"""Saved facts and records of JSON in every reader: lines, an array, one alone; a bad one does not cost the others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from made import DOCUMENT

from clusterdoc.cli import group

if TYPE_CHECKING:
    from pathlib import Path

SAVED = json.dumps(DOCUMENT.to_dict())
RECORD = {"text": "It cost $5 million.", "title": "A bridge", "url": "https://example.org/a", "date": "2023-07-07"}


def run(*args: str, stdin: str) -> Result:
    return CliRunner().invoke(group, args, input=stdin)


@pytest.mark.parametrize("text", [SAVED, json.dumps(DOCUMENT.to_dict(), indent=2), f"[{SAVED}]", f"\ufeff\n{SAVED}\n"])
def test_saved_facts_are_shown_without_a_model(text: str) -> None:
    done = run("facts", "--json", "-", stdin=text)
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout) == DOCUMENT.to_dict()
    assert "<!doctype html>" in run("report", "-", stdin=text).stdout.lower()


@pytest.mark.parametrize("text", ["\n".join([json.dumps(RECORD)] * 2), json.dumps([RECORD] * 2)])
def test_records_are_articles(text: str) -> None:
    done = run("figures", "--no-parse", "--json", "-", stdin=text)
    read = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["source"]["title"], one["source"]["published"], one["figures"][0]["value"]) for one in read] == [
        ("A bridge", "2023-07-07", 5_000_000)
    ] * 2
    assert done.stderr.count("relative dates in standard input are of the day that each record tells") == 1
    assert "relative dates" not in run("figures", "--no-parse", "--date", "2020-01-01", "-", stdin=text).stderr


def test_a_fault_of_every_record_is_said_a_few_times_and_then_how_often() -> None:
    bad = json.dumps({"body": "It cost $5 million."})
    done = run("figures", "--no-parse", "--json", "-", stdin=f"{bad}\n" * 1_200)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 4)
    assert done.stderr.splitlines()[3].startswith('Error: 1,197 more records: There is no string under "text"')


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"text": "a"', "is not JSON"),
        ('{"a": 1}', 'There is no string under "text": its keys are "a" (--text-key names another).'),
        ('{"text": "a", "text": "b"}', 'The key "text" stands twice'),
        ('{"schema_version": 7}', "cannot be read as saved facts: "),
        ('{"a": ' + "[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_record_is_one_sentence_and_the_others_are_read(line: str, sentence: str) -> None:
    good = json.dumps({"text": "It cost $5 million."})
    done = run("figures", "--no-parse", "--json", "-", stdin=f"{good}\n{line}\n{good}\n")
    assert (len(done.stdout.splitlines()), done.exit_code, len(done.stderr.splitlines())) == (2, 2, 1)
    assert sentence in done.stderr


def test_a_report_shows_one_article() -> None:
    done = run("report", "-", stdin=f"{SAVED}\n{SAVED}\n")
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: - holds more than one article: a report shows one; clusterdoc run keeps")


def test_a_text_that_begins_with_a_brace_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("{Name} said it cost $5.", "utf-8")
    assert run("figures", "--no-parse", str(tmp_path / "a.txt"), stdin="").exit_code == 0
