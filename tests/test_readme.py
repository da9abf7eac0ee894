"""README cannot go stale: its commands run and print what it shows, its Python runs."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
import pytest

from clusterdoc.cli import group

if TYPE_CHECKING:
    from clusterdoc.facts import Document

ROOT: Final = Path(__file__).parents[1]
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES: Final = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK: Final = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def shown() -> list[tuple[str, str]]:
    """Return every command that README shows with the output it shows."""
    pairs = []
    for block in BLOCK.finditer(README):
        if block["language"] == "console":
            for part in re.split(r"^\$ ", block["body"], flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                pairs.append((command, output))
    return [(command, output) for command, output in pairs if command.startswith("clusterdoc ") and output]


@pytest.mark.parametrize(("command", "output"), shown(), ids=[command for command, _ in shown()])
def test_a_command_prints_what_readme_shows(command: str, output: str, cache: Path) -> None:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    ours = {**os.environ, "PATH": path, "CLUSTERDOC_CACHE": str(cache)}
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, env=ours, capture_output=True, text=True, check=False)
    assert [line.rstrip() for line in done.stdout.splitlines()] == output.splitlines(), done.stderr


def commands() -> list[str]:
    """Return the commands that README and its pages name in their lines, ready to be asked for their --help."""
    found = {name for page in PAGES for name in re.findall(r"`clusterdoc ([a-z][^`]*)`", page.read_text("utf-8"))}
    return sorted(found)


def test_every_command_that_readme_and_its_pages_name_has_the_options_they_give_it() -> None:
    for line in commands():
        words = shlex.split(line.partition(" > ")[0].partition(" | ")[0])
        command = group.get_command(click.Context(group), words[0])
        assert command, line
        known = {name for option in command.params for name in option.opts}
        assert {word for word in words if word.startswith("-") and len(word) > 1} <= known, line


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", page.read_text("utf-8"))
    assert [link for link in links if link != "…" and not (page.parent / link).exists()] == []


def test_the_fact_that_readme_shows_as_json_is_one_of_the_sample(article: Document) -> None:
    (example,) = [json.loads(block["body"]) for block in BLOCK.finditer(README) if block["language"] == "json"]
    assert example in article.to_dict()["figures"]


def test_readme_begins_with_the_two_commands() -> None:
    first = BLOCK.search(README)
    assert first is not None
    assert [line.split("#")[0].strip() for line in first["body"].splitlines()] == ["$ make run", "$ make test"]


def test_the_pytest_example_of_readme_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = [block["body"] for block in BLOCK.finditer(README) if "def test_" in block["body"]]
    assert examples
    for example in examples:
        names: dict[str, object] = {}
        exec(example, names)  # noqa: S102 -- our own README
        for name, test in names.items():
            if name.startswith("test_") and callable(test):
                test()
