"""The JSON is what its schema says, strictly valid, and harmless on a terminal."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import fields, replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import DOCUMENT, EMPTY

import clusterdoc
from clusterdoc.clean import ACTING
from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker
from clusterdoc.schema import schema
from clusterdoc.view.json import to_json

SCHEMA = json.loads(schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("name", "fact"),
    [("span", Span), ("mention", Mention), ("entity", Entity), ("speaker", Speaker), ("quote", Quote),
     ("figure", Figure), ("source", Source)],
)  # fmt: skip
def test_the_schema_has_the_keys_of_the_facts(name: str, fact: type) -> None:
    keys = {field.name for field in fields(fact)}
    assert set(SCHEMA["$defs"][name]["properties"]) == keys == set(SCHEMA["$defs"][name]["required"])


@pytest.mark.parametrize("document", [DOCUMENT, EMPTY])
@pytest.mark.parametrize("lists", [("entities",), ("quotes",), ("figures",), ("entities", "quotes", "figures")])
def test_json_is_what_the_schema_says(document: Document, lists: tuple[str, ...]) -> None:
    data = json.loads(to_json(document, lists))
    VALIDATOR.validate(data)
    assert [key for key in data if key in ("entities", "quotes", "figures")] == list(lists)


def test_the_sample_is_what_the_schema_says(article: Document) -> None:
    data = json.loads(to_json(article))
    VALIDATOR.validate(data)
    assert data["clusterdoc"] == clusterdoc.__version__
    assert data["model"] == "en_core_web_md 3.7.1"
    assert data["entities"]
    assert data["quotes"]
    assert data["figures"]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_character_of_the_article_acts(indent: int | None, *, ascii_only: bool) -> None:
    written = to_json(DOCUMENT, indent=indent, ascii=ascii_only)
    assert not {unicodedata.category(character) for character in written.replace("\n", "")} & ACTING
    assert json.loads(written)["source"]["text"] == DOCUMENT.source.text
    assert written.isascii() is ascii_only
    assert len(written.splitlines()) == 1 or indent


def test_ids_are_the_same_whatever_lists_are_asked_for() -> None:
    assert json.loads(to_json(DOCUMENT, ["quotes"]))["quotes"] == json.loads(to_json(DOCUMENT))["quotes"]


@given(st.text(alphabet=st.characters()))
def test_any_text_comes_back(text: str) -> None:
    document = replace(EMPTY, source=Source("any", text))
    assert Document.from_dict(json.loads(to_json(document))) == document


def test_a_document_comes_back() -> None:
    assert json.loads(to_json(DOCUMENT)) == DOCUMENT.to_dict()
    assert Document.from_dict(json.loads(to_json(DOCUMENT))) == DOCUMENT


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"schema_version": 2}, "schema version 2"),
        ({"source": None}, "source is null, not an object"),
        ({"entities": [{"id": "e1"}]}, r"entities\[0\] lacks label, mentions, name"),
        ({"source": {"name": "x", "text": "another text", "sentences": []}}, "is of another text"),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Document.from_dict({**DOCUMENT.to_dict(), **change})


def test_keys_of_a_later_version_are_passed_over() -> None:
    data = DOCUMENT.to_dict()
    data["figures"][0]["mood"] = "gloomy"
    assert Document.from_dict({**data, "weather": "rain"}) == DOCUMENT
