"""The same question again is answered to the byte as the command line answers it, or by the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_cache_dir

from clusterdoc import again, keys

if TYPE_CHECKING:
    from collections.abc import Callable

    Asked = tuple[int, bytes, bytes]

ARTICLE = 'OSLO - Mayor Ana Lund said 12 “ships” had left Oslo. "They are gone," she told the Oslo Gazette on Friday.\n'
TRICKY = '“Ott”, "entities": [], "quotes": [], "figures": [\\", "text": {} \u202e\x07 of "source": {"name": "x"}.\n'
AGAIN = "import sys; from clusterdoc.again import main\n"
FULL = "import sys; from clusterdoc.cli import main\n"
LEAVING_TRACES = """
try: main()
finally: open("imported", "w").write(" ".join(sys.modules))
"""
HEAVY = {"click", "dataclasses", "typing", "pathlib", "json", "re", "rich"}
PLAIN = (
    ("entities", "article.txt"),
    ("entities", "article.txt", "--csv"),
    ("quotes", "article.txt"),
    ("quotes", "--all", "article.txt"),
    ("quotes", "--csv-raw", "--csv", "article.txt"),
    ("figures", "--json", "--json", "article.txt"),
    ("facts", "article.txt"),
    ("facts", "--all", "--json", "article.txt"),
    ("entities", "./sub/../article.txt"),
)
JSON = (  # of facts that are known, which need not have been asked for as JSON before
    ("entities", "--json", "article.txt"),
    ("quotes", "article.txt", "--json"),
    ("figures", "--json", "article.txt"),
    ("facts", "--json", "./sub/../article.txt"),
    ("facts", "--json", "sub/tricky.txt"),
    ("quotes", "--json", "empty.txt"),
)
OTHER = (
    ("facts", "--csv", "article.txt"),  # refused
    ("facts", "missing.txt"),
    ("facts", "."),
    ("quotes", "dutch.txt"),  # with a note
    ("figures", "none.txt"),  # with a note: nothing found
    ("entities", "article.txt", "none.txt"),
    ("entities", "--no-cache", "article.txt"),
    ("entities", "--label", "PERSON", "article.txt"),
    ("entities", "--", "article.txt"),
    ("entities", "-"),
    ("report", "article.txt"),
    ("entities", "--jso", "article.txt"),
    ("entities", "--json", "näme.txt"),
    ("entities", "--json", 'a "name".txt'),
    ("facts", "--json", "marked.txt"),
    ("facts", "--json", "dutch.txt"),
    ("entity", "article.txt"),
    ("--help",),
    (),
)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory with articles, and a cache that holds the facts of the first."""
    directory = tmp_path_factory.mktemp("again")
    (directory / "sub").mkdir()
    for name in ("article.txt", "näme.txt", 'a "name".txt'):
        (directory / name).write_text(ARTICLE, "utf-8")
    (directory / "sub" / "tricky.txt").write_text(TRICKY, "utf-8")
    (directory / "marked.txt").write_text(ARTICLE, "utf-8-sig")
    (directory / "empty.txt").touch()
    (directory / "none.txt").write_text("They said no.\n", "utf-8")
    (directory / "dutch.txt").write_text("De burgemeester zei dat hij het niet wist en dat iedereen weg was. " * 3)
    return directory


@pytest.fixture(scope="module")
def ask(directory: Path) -> Callable[..., Asked]:
    """Return a function that runs a question in the directory: exit code, standard output, standard error."""

    def asked(how: str, *question: str, **variables: str) -> Asked:
        environment = {**os.environ, "CLUSTERDOC_CACHE": str(directory / "cache"), **variables}
        command = [sys.executable, "-c", how + LEAVING_TRACES, *question]
        done = subprocess.run(command, capture_output=True, check=False, cwd=directory, env=environment, input=b"")
        return done.returncode, done.stdout, done.stderr

    return asked


def imported(directory: Path) -> set[str]:
    return set((directory / "imported").read_text().split())


@pytest.mark.parametrize("question", PLAIN, ids=" ".join)
def test_a_plain_question_again_is_answered_to_the_byte_without_click(
    ask: Callable[..., Asked], directory: Path, question: tuple[str, ...]
) -> None:
    expected = ask(FULL, *question)
    assert (expected[0], expected[2]) == (0, b"")
    assert ask(AGAIN, *question) == expected
    assert "click" in imported(directory)
    assert ask(AGAIN, *question) == expected
    assert not HEAVY & imported(directory)


@pytest.mark.parametrize("question", JSON, ids=" ".join)
def test_json_of_known_facts_is_the_same_to_the_byte_without_click(
    ask: Callable[..., Asked], directory: Path, question: tuple[str, ...]
) -> None:
    expected = ask(FULL, *question)
    assert (expected[0], expected[2]) == (0, b"")
    assert ask(AGAIN, *question) == expected
    assert not HEAVY & imported(directory)


@pytest.mark.parametrize("question", OTHER, ids=" ".join)
def test_any_other_question_is_the_command_lines_each_time(
    ask: Callable[..., Asked], directory: Path, question: tuple[str, ...]
) -> None:
    expected = ask(FULL, *question)
    for _ in range(2):
        assert ask(AGAIN, *question) == expected
        assert "click" in imported(directory)


@pytest.mark.parametrize(
    "variables", [{"PYTHONIOENCODING": "ascii"}, {"FORCE_COLOR": "1"}, {"CLUSTERDOC_CACHE": "off"}], ids=str
)
def test_another_surrounding_is_another_question(
    ask: Callable[..., Asked], directory: Path, variables: dict[str, str]
) -> None:
    question = ("quotes", "article.txt")
    ask(AGAIN, *question)
    assert ask(AGAIN, *question, **variables) == ask(FULL, *question, **variables)
    ask(AGAIN, *question, **variables, CLUSTERDOC_MODEL="md")
    assert "click" in imported(directory)


def test_a_changed_article_is_another_question(ask: Callable[..., Asked], directory: Path) -> None:
    path = directory / "changing.txt"
    for text in (ARTICLE, ARTICLE.replace("12", "13")):
        path.write_text(text, "utf-8")
        assert [ask(AGAIN, "figures", path.name) for _ in range(2)] == [ask(FULL, "figures", path.name)] * 2


def test_a_damaged_cache_is_no_answer(ask: Callable[..., Asked], directory: Path, tmp_path: Path) -> None:
    (tmp_path / keys.FACTS).write_bytes(b"no database" * 100)
    expected = ask(FULL, "quotes", "article.txt")
    assert ask(AGAIN, "quotes", "article.txt", CLUSTERDOC_CACHE=str(tmp_path)) == expected
    assert "click" in imported(directory)


def test_a_pipe_that_nobody_reads_is_no_error(ask: Callable[..., Asked], directory: Path) -> None:
    ask(AGAIN, "facts", "article.txt")
    environment = {**os.environ, "CLUSTERDOC_CACHE": str(directory / "cache")}
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "clusterdoc", "facts", "article.txt"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, cwd=directory, env=environment)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_half_an_answer_is_not_kept(ask: Callable[..., Asked], directory: Path) -> None:
    question = ("facts", "--all", "article.txt")
    environment = {**os.environ, "CLUSTERDOC_CACHE": str(directory / "cache")}
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "clusterdoc", *question]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, cwd=directory, env=environment)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
    assert ask(AGAIN, *question) == ask(FULL, *question)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_a_full_disk_is_told_as_ever(ask: Callable[..., Asked], directory: Path) -> None:
    ask(AGAIN, "facts", "article.txt")
    told = []
    for how in (AGAIN, FULL):
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-c", how + "main()", "facts", "article.txt"]
            environment = {**os.environ, "CLUSTERDOC_CACHE": str(directory / "cache")}
            done = subprocess.run(
                command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=directory, env=environment
            )
        told.append((done.returncode, done.stderr))
    assert told[0] == told[1] == (2, b"Error: The output cannot be written: No space left on device.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the command line looks itself")
@pytest.mark.parametrize("home", [None, "/some/where"])
def test_the_cache_lies_where_the_command_line_keeps_it(monkeypatch: pytest.MonkeyPatch, home: str | None) -> None:
    monkeypatch.delenv("CLUSTERDOC_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if home:
        monkeypatch.setenv("XDG_CACHE_HOME", home)
    assert keys.directory() == user_cache_dir("clusterdoc")


def test_a_stream_whose_bytes_were_asked_for_is_not_known() -> None:
    heard = again.Heard(sys.stderr)
    heard.write("")
    assert heard.text() == ""
    assert heard.buffer
    assert heard.text() is None
