"""`clusterdoc diff` and `clusterdoc report`: what is printed where, and how the run ends."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from clusterdoc.cli import group

BEFORE = 'The bridge cost $12 million. "We waited," said Ana Ruiz.\n'
AFTER = 'The bridge cost $9 million. "We waited," said Ana Ruiz.\n'


def run(*argv: str) -> Result:
    return CliRunner().invoke(group, list(argv), prog_name="clusterdoc")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a directory with two versions of a story and the saved facts of the first."""
    monkeypatch.chdir(tmp_path)
    Path("before.txt").write_text(BEFORE, "utf-8")
    Path("after.txt").write_text(AFTER, "utf-8")
    Path("before.json").write_text(run("facts", "--json", "before.txt").stdout, "utf-8")
    return tmp_path


@pytest.mark.parametrize(("old", "new", "code"), [
    ("before.txt", "before.txt", 0),
    ("before.json", "before.txt", 0),
    ("before.json", "before.json", 0),
    ("before.txt", "after.txt", 1),
    ("before.json", "after.txt", 1),
    ("after.txt", "before.json", 1),
    ("before.txt", "missing.txt", 2),
])  # fmt: skip
def test_the_exit_code_tells_whether_anything_changed(old: str, new: str, code: int) -> None:
    result = run("diff", old, new)
    assert result.exit_code == code
    assert bool(result.stdout) == (code == 1)


def test_a_change_is_a_row_of_plain_columns_when_piped() -> None:
    lines = run("diff", "before.txt", "after.txt").stdout.splitlines()
    assert lines[0].split() == ["Change", "Fact", "What"]
    assert lines[1].startswith("changed  figure  $12 million → $9 million")


def test_json_keeps_its_schema() -> None:
    schema = json.loads(run("schema", "diff").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    for new, changes in (("before.json", 0), ("after.txt", 1)):
        found = json.loads(run("diff", "--json", "before.json", new).stdout)
        jsonschema.validate(found, schema)
        assert len(found["changes"]) == changes


def test_only_lists_that_both_sides_have_are_compared() -> None:
    Path("quotes.json").write_text(run("quotes", "--json", "before.txt").stdout, "utf-8")
    assert run("diff", "quotes.json", "after.txt").exit_code == 0


@pytest.mark.parametrize(("saved", "error"), [
    ('{"schema_version": 2}', "This is schema version 2"),
    ('{"schema_version": 1}', "The document lacks clusterdoc, model, source."),
    ('{"schema_version": 1', "cannot be read as saved facts"),
])  # fmt: skip
def test_saved_facts_that_are_none_are_one_sentence(saved: str, error: str) -> None:
    Path("saved.json").write_text(saved, "utf-8")
    result = run("diff", "saved.json", "before.txt")
    assert result.exit_code != 0
    assert error in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_saved_facts_of_many_articles_are_refused() -> None:
    Path("both.json").write_text(run("facts", "--json", "before.txt", "after.txt").stdout, "utf-8")
    assert "holds more than one document" in run("diff", "both.json", "before.txt").stderr


def test_an_article_that_begins_like_json_is_an_article() -> None:
    Path("brace.txt").write_text("{Reuters} The bridge cost $12 million.", "utf-8")
    assert run("diff", "brace.txt", "brace.txt").exit_code == 0


def test_the_report_goes_to_standard_output_or_to_a_file() -> None:
    page = run("report", "before.txt").stdout_bytes
    assert page.startswith(b"<!DOCTYPE html>")
    assert run("report", "before.txt", "-o", "page.html").stdout == ""
    assert Path("page.html").read_bytes() == page


def test_a_report_that_cannot_be_written_is_one_sentence() -> None:
    result = run("report", "before.txt", "-o", "missing/page.html")
    assert result.exit_code == 2
    assert "missing/page.html cannot be written" in result.stderr


def test_json_that_is_no_document_is_refused() -> None:
    Path("other.json").write_text('{"a": 1}', "utf-8")
    result = run("diff", "other.json", "before.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "other.json cannot be read as saved facts" in result.stderr


def changes(*argv: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("diff", "--json", *argv).stdout)["changes"]
    return found


BOTH = 'Work began.\nThe bridge cost $9 million and took 5 years. "We slept," said Ana Ruiz.\n'


@pytest.mark.parametrize(("options", "facts"), [
    ((), {"quote", "figure"}),
    (("--only", "figures"), {"figure"}),
    (("--only", "quotes"), {"quote"}),
    (("--only", "entities"), set()),
    (("--only", "figures", "--only", "quotes"), {"quote", "figure"}),
    (("--kind", "money"), {"figure"}),
    (("--kind", "direct"), {"quote"}),
    (("--kind", "percent"), set()),
])  # fmt: skip
def test_only_the_facts_asked_for_are_compared(options: tuple[str, ...], facts: set[str]) -> None:
    Path("both.txt").write_text(BOTH, "utf-8")
    assert {one["fact"] for one in changes(*options, "before.json", "both.txt")} == facts
    assert run("diff", *options, "before.json", "both.txt").exit_code == bool(facts)


@pytest.mark.parametrize(("options", "of"), [
    (("--only", "quotes", "--kind", "count"), "count is of figures"),
    (("--only", "figures", "--kind", "money", "--kind", "direct"), "direct is of quotes"),
    (("--only", "entities", "--kind", "money"), "money is of figures"),
])  # fmt: skip
def test_a_kind_that_only_leaves_out_is_refused(options: tuple[str, ...], of: str) -> None:
    result = run("diff", *options, "before.json", "after.txt")
    assert (result.exit_code, f"--kind {of}, and --only leaves these out." in result.stderr) == (2, True)


def test_an_article_is_held_to_saved_facts_on_their_day() -> None:
    Path("friday.txt").write_text("The bridge cost $12 million on Friday.", "utf-8")
    Path("dated.json").write_text(run("facts", "--date", "2023-07-08", "--json", "friday.txt").stdout, "utf-8")
    result = run("diff", "dated.json", "friday.txt")
    assert (result.exit_code, "friday.txt is read as of 2023-07-08" in result.stderr) == (0, True)
    assert run("diff", "--date", "2023-07-15", "dated.json", "friday.txt").exit_code == 1


def test_a_change_has_the_line_and_the_sentence_of_either_side() -> None:
    Path("both.txt").write_text(BOTH, "utf-8")
    [price] = changes("--kind", "money", "before.json", "both.txt")
    assert (price["old"]["line"], price["old"]["sentence"]) == (1, "The bridge cost $12 million.")
    assert (price["new"]["line"], price["new"]["sentence"]) == (2, "The bridge cost $9 million and took 5 years.")


@pytest.mark.parametrize(("key", "value", "said"), [
    ("clusterdoc", "0.0.9", "before.json is from clusterdoc 0.0.9 with en_core_web_md 3.7.1, before.txt from"),
    ("model", "en_core_web_sm 3.8.0", " with en_core_web_sm 3.8.0, before.txt from "),
    ("weather", "fine", None),
])  # fmt: skip
def test_facts_of_another_version_or_model_are_said_to_be(key: str, value: str, said: str | None) -> None:
    saved = json.loads(Path("before.json").read_text("utf-8")) | {key: value}
    Path("before.json").write_text(json.dumps(saved), "utf-8")
    result = run("diff", "--json", "before.json", "before.txt")
    told = json.loads(result.stdout)
    assert told["same_extractor"] == (said is None)
    assert told["old"]["clusterdoc"] == saved["clusterdoc"]
    assert result.stderr == "" if said is None else said in result.stderr
    assert result.exit_code == 0


@pytest.mark.parametrize(("options", "said", "code"), [
    ((), "quotes.json holds no entities and no figures: these are not compared", 1),
    (("--only", "quotes"), "", 1),
    (("--only", "figures"), "quotes.json holds no figures: clusterdoc facts --json saves all three lists.", 2),
])  # fmt: skip
def test_lists_that_were_not_saved_are_said(options: tuple[str, ...], said: str, code: int) -> None:
    Path("both.txt").write_text(BOTH, "utf-8")
    Path("quotes.json").write_text(run("quotes", "--json", "before.txt").stdout, "utf-8")
    result = run("diff", *options, "quotes.json", "both.txt")
    assert (result.exit_code, said in result.stderr) == (code, True)


def test_saved_facts_have_a_line_each_and_are_the_same_facts() -> None:
    lined = run("facts", "--json", "--lines", "before.txt").stdout
    saved = json.loads(Path("before.json").read_text("utf-8"))
    assert json.loads(lined) == saved
    lines = lined.splitlines()
    for fact in (*saved["entities"], *saved["quotes"], *saved["figures"]):
        assert sum(line.startswith(f'{{"id": "{fact["id"]}"') for line in lines) == 1
    Path("lined.json").write_text(lined, "utf-8")
    assert run("diff", "lined.json", "before.json").exit_code == 0
    assert json.loads(run("facts", "--json", "lined.json").stdout) == saved


def test_lines_without_json_are_refused() -> None:
    assert "--lines goes with --json" in run("facts", "--lines", "before.txt").stderr


def test_the_hook_of_pre_commit_holds_an_article_to_its_facts() -> None:
    text = (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text("utf-8")
    hook = dict(re.findall(r"^[-\x20] (\w+): (.*)$", text, re.MULTILINE))
    program, *argv = hook["entry"].split()
    assert (hook["id"], program, hook["pass_filenames"]) == ("clusterdoc-diff", "clusterdoc", "false")
    assert run(*argv, "before.json", "before.txt").exit_code == 0
    assert run(*argv, "before.json", "after.txt").exit_code == 1
