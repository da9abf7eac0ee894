"""A second look at an article loads no spaCy, tells the same facts, and can be had anew."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from clusterdoc.keys import state_of

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = 'OSLO - Mayor Ana Lund said 12 ships had left. "They are gone," she said.\n'
LOADED = "import sys, clusterdoc.cli as c\ntry: c.main()\nfinally: print('spacy' in sys.modules, file=sys.stderr)\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:  # a short one, in place of the sample
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def look(*arguments: object, cache: Path | str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, bool]:
    """Return what a command prints, and whether it loaded spaCy."""
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(cache))
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return done.stdout, done.stderr.splitlines()[-1] == "True"


def test_a_second_look_loads_no_spacy_and_tells_the_same(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "cache"
    first, loaded = look("facts", "--json", article, cache=kept, monkeypatch=monkeypatch)
    assert loaded
    assert look("facts", "--json", article, cache=kept, monkeypatch=monkeypatch) == (first, False)
    quotes, loaded = look("quotes", "--json", article, cache=kept, monkeypatch=monkeypatch)
    assert (json.loads(quotes)["quotes"], loaded) == (json.loads(first)["quotes"], False)


def test_the_same_text_under_another_name_keeps_its_name(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, copy = tmp_path / "cache", tmp_path / "copy.txt"
    copy.write_text(ARTICLE)
    look("facts", "--json", article, cache=kept, monkeypatch=monkeypatch)
    told, loaded = look("facts", "--json", copy, cache=kept, monkeypatch=monkeypatch)
    assert (json.loads(told)["source"]["name"], loaded) == (str(copy), False)


@pytest.mark.parametrize("option", [("--date", "2020-03-03"), ("--max-chars", "2000"), ("--no-cache",)])
def test_other_options_are_another_look(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...]
) -> None:
    kept = tmp_path / "cache"
    look("figures", article, cache=kept, monkeypatch=monkeypatch)
    assert look("figures", *option, article, cache=kept, monkeypatch=monkeypatch)[1]


def test_a_changed_rule_is_another_look(tmp_path: Path) -> None:
    (tmp_path / "find" / "words").mkdir(parents=True)
    table = tmp_path / "find" / "words" / "cues.tsv"
    table.write_text("say\n")
    before = state_of(str(tmp_path))
    assert state_of(str(tmp_path)) == before
    table.write_text("say\ntell\n")
    assert state_of(str(tmp_path)) != before


def test_the_command_says_what_is_kept_and_clears_it(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "cache"
    look("figures", article, cache=kept, monkeypatch=monkeypatch)
    assert "1 articles" in look("cache", "--info", cache=kept, monkeypatch=monkeypatch)[0]
    assert "0 articles" in look("cache", "--clear", cache=kept, monkeypatch=monkeypatch)[0]
    assert "off" in look("cache", cache="off", monkeypatch=monkeypatch)[0]


def test_what_is_loaded_is_no_matter_of_the_garbage_collector() -> None:
    script = (
        "import gc\nfrom clusterdoc.parse.lean import loading\n"
        "for _ in range(2):\n with loading(): import spacy; print(gc.isenabled())\n"
        "print(gc.isenabled(), gc.get_freeze_count() > 10_000)\n"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True", "True", "True"]


def test_spacy_without_its_command_line_is_whole_all_the_same() -> None:
    script = (
        "import sys; from clusterdoc.parse.lean import import_spacy; import_spacy()\n"
        "assert 'typer' not in sys.modules\n"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__\n"
        "import spacy.cli; assert spacy.cli.download\n"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True)
