"""The help is short, loads nothing heavy, and all it shows runs."""

from __future__ import annotations

import gzip
import json
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from clusterdoc.cli import COMMANDS, group

ARTICLE = Path(__file__).parents[1] / "data" / "article.txt"
HEAVY = "spacy numpy rich jinja2 sqlite3 csv importlib.metadata asyncio".split()  # noqa: SIM905 -- a list of words
PAGES = [[], *([name] for name in COMMANDS)]


def help_of(*command: str) -> str:
    result = CliRunner().invoke(group, [*command, "--help"], prog_name="clusterdoc")
    assert result.exit_code == 0, result.output
    return result.stdout


def examples() -> list[str]:
    lines = (line.strip() for page in PAGES for line in help_of(*page).partition("Examples:")[2].splitlines())
    of_a_store = ("clusterdoc compare --store", "clusterdoc report --store")  # which the others make
    return sorted(filter(None, lines), key=lambda line: line.startswith(of_a_store))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page[0] if page else "clusterdoc")
def test_every_help_says_what_the_command_does_and_shows_an_example(page: list[str]) -> None:
    text = help_of(*page)
    assert text == CliRunner().invoke(group, [*page, "-h"], prog_name="clusterdoc").stdout
    assert f"\n    clusterdoc {' '.join(page)}" in text
    assert max(map(len, text.partition("Examples:")[0].splitlines())) <= 80


def test_no_command_is_described_in_half_a_sentence() -> None:
    assert "..." not in help_of().partition("Commands:")[2]


RIDDLES = ("that of", "the same", "its ", "where ", "as above", "remove it", "a row a fact")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_by_itself_what_it_does(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command
    helps = [str(option.help) for option in command.params if isinstance(option, click.Option)]
    assert [line for line in helps if len(line.split()) < 3 or line[0].islower()] == []
    assert [line for line in helps if line.lower().startswith(RIDDLES) or "as above" in line] == []


@pytest.mark.parametrize("name", ["entities", "quotes", "figures", "facts"])
def test_what_reads_articles_says_what_a_file_may_be(name: str) -> None:
    text = " ".join(help_of(name).split())
    assert "A FILE is a text, a web page, a PDF" in text
    assert "Without one, piped input is read, or else a sample article." in text


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_of_a_command_what_it_says_of_itself(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command
    assert COMMANDS[name][1] == command.get_short_help_str(limit=80)


def test_the_list_of_commands_imports_none_of_them() -> None:
    script = (
        "import sys; from clusterdoc.cli import group; group.main(['--help'], standalone_mode=False)\n"
        "print([name for name in sys.modules if name in {'dataclasses', 'clusterdoc.cli.options', 'clusterdoc.facts'}])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page[0])
def test_every_option_is_explained(page: list[str]) -> None:
    command = group.get_command(click.Context(group), page[0])
    assert command
    for option in command.params:
        assert isinstance(option, click.Argument) or (isinstance(option, click.Option) and option.help), option.name


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory with the files that the examples name."""
    directory = tmp_path_factory.mktemp("examples")
    text = ARTICLE.read_text("utf-8")
    (directory / "articles").mkdir()
    for name in ("article.txt", "old.txt", "new.txt", "articles/one.txt"):
        (directory / name).write_text(text, "utf-8")
    line = f"{json.dumps({'id': 'one', 'text': text, 'body': text})}\n".encode()
    (directory / "news.jsonl").write_bytes(line)
    for year in (2023, 2024):
        (directory / f"news-{year}.jsonl.gz").write_bytes(gzip.compress(line))
    return directory


@pytest.mark.usefixtures("own_process")
@pytest.mark.parametrize("line", examples())
def test_every_example_runs(line: str, directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An example is `[cat FILE |] clusterdoc ARGUMENTS [> FILE]`; they run in the order of the help pages."""
    monkeypatch.chdir(directory)
    command, _, output = line.partition(" > ")
    read, _, command = command.rpartition(" | ")
    given = (directory / read.removeprefix("cat ")).read_bytes() if read else None
    result = CliRunner().invoke(group, shlex.split(command)[1:], prog_name="clusterdoc", input=given)
    assert result.exit_code == 0, result.output
    if output:
        Path(output).write_text(result.stdout, "utf-8")


def test_help_errors_and_unparsed_figures_load_nothing_heavy() -> None:
    loaded = f"print(*(name for name in {HEAVY!r} if name in sys.modules))"
    unparsed = ["figures", "--no-parse", "--json", str(ARTICLE)]
    for argv in (["--help"], ["quotes", "--help"], ["quotes", "--nonsense"], unparsed):
        code = f"import sys; from clusterdoc.cli import group; group.main({argv!r}, standalone_mode=False)"
        script = f"try:\n exec({code!r})\nexcept BaseException as error: pass\n{loaded}"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == ""


def test_the_help_loads_few_modules() -> None:
    """Some 90, of Python's own and Click's for the most part: what they cost in time, benchmarks/speed.py measures."""
    loaded = "print(len(sys.modules), file=sys.stderr)"
    code = f"import sys; from clusterdoc.cli import group; group.main(['--help'], standalone_mode=False); {loaded}"
    done, bare = (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for script in (code, f"import sys; {loaded}")
    )
    assert int(done.stderr) - int(bare.stderr) <= 110
