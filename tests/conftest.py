"""What tests share: one loaded pipeline a session, and Docs made by hand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import hypothesis
import pytest
from ahead import read_ahead, reading_ahead, texts_of
from click.testing import CliRunner
from made import TEXT

from clusterdoc.cli import group
from clusterdoc.extractor import Extractor, extractor
from clusterdoc.source import read_sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spacy.tokens import Doc

    from clusterdoc.facts import Document


# What a test runs must find facts, not remember them, and must leave the user's cache alone.
os.environ["CLUSTERDOC_CACHE"] = "off"

# Processes that tests start find our modules compiled, whatever the shell says of bytecode.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The laws are tried on the same examples everywhere: green here is green there. A wide search is asked for by
# CLUSTERDOC_EXAMPLES, and benchmarks/fuzz.py searches on.
hypothesis.settings.register_profile("same", derandomize="CLUSTERDOC_EXAMPLES" not in os.environ, deadline=None)
hypothesis.settings.load_profile("same")


@pytest.fixture(scope="session")
def found(request: pytest.FixtureRequest) -> Extractor:
    """Return the extractor of the default model, loaded once; the texts in the rows of the tests are parsed already."""
    found = reading_ahead(extractor())
    read_ahead(found, texts_of(request.session.items))
    return found


@pytest.fixture(scope="session")
def parse(found: Extractor) -> Callable[[str], Doc]:
    """Return the default pipeline's parse: text in, Doc out."""
    return found.pipeline.parse


@pytest.fixture(scope="session")
def article(found: Extractor) -> Document:
    """Return the facts of the sample article."""
    return found.extract(read_sample())


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory, article: Document) -> Path:
    """Return a cache with the facts of the sample, of TEXT and of nothing: processes print them and load no model."""
    cache = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLUSTERDOC_CACHE", str(cache))
        for text in (article.source.text, TEXT, ""):
            (cache / "text").write_text(text, encoding="utf-8")
            assert CliRunner().invoke(group, ["facts", "--json", str(cache / "text")]).exit_code == 0
    return cache


@pytest.fixture
def own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have `clusterdoc run` start no processes."""
    from own_process import OwnProcess

    monkeypatch.setattr("clusterdoc.run.pool.Pool", OwnProcess)
