"""The recipes of `docs/recipes.md` print what it shows."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import sys
from pathlib import Path
from typing import Final, NamedTuple

import jq
import pytest
from click.testing import CliRunner

from clusterdoc.cli import group

ROOT: Final = Path(__file__).parents[1]
RECIPES: Final = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
BLOCK: Final = re.compile(r"^```(sh|python)\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PIPE: Final = re.compile(r"clusterdoc (?P<arguments>.*?) \|\s+jq (?P<jq>.*)", re.DOTALL)


class Recipe(NamedTuple):
    """A block of code and the text that it prints."""

    title: str
    language: str
    code: str
    printed: str


def recipes() -> list[Recipe]:
    found = []
    for section in RECIPES.split("\n## ")[1:]:
        title = section.partition("\n")[0]
        found += [Recipe(title, *block) for block in BLOCK.findall(section)]
    return found


def of(language: str) -> list[Recipe]:
    return [recipe for recipe in recipes() if recipe.language == language]


def title(recipe: Recipe) -> str:
    return recipe.title


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(cache))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("recipe", of("python"), ids=title)
def test_a_script_prints_what_the_page_shows(recipe: Recipe) -> None:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(recipe.code, {})  # noqa: S102 -- our own page
    assert printed.getvalue() == recipe.printed


@pytest.mark.parametrize("recipe", of("sh"), ids=title)
def test_a_jq_program_prints_what_the_page_shows(recipe: Recipe) -> None:
    pipe = PIPE.fullmatch(recipe.code.strip())
    assert pipe
    said = CliRunner().invoke(group, shlex.split(pipe["arguments"]))
    option, program = shlex.split(pipe["jq"])
    found = jq.compile(program).input_text(said.stdout)
    printed = [str(value) if option == "-r" else json.dumps(value, separators=(",", ":")) for value in found.all()]
    assert printed == recipe.printed.splitlines()


def test_no_block_of_code_is_passed_over() -> None:
    assert len(recipes()) == len(re.findall(r"^```(?:sh|python)$", RECIPES, re.MULTILINE)) > 0
