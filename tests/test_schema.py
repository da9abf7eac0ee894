"""What is read is what the schema allows: any other value of any field is one sentence that names the field."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest
from click.testing import CliRunner
from facts_schema import FILE, complete, schema_text, store_text
from made import DOCUMENT

from clusterdoc import terms
from clusterdoc.cli import group
from clusterdoc.diff import compare
from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker
from clusterdoc.schema import RULES, InvalidDocumentError, check, schema
from clusterdoc.store.objects import VERSION, schema_script, schema_version
from clusterdoc.view.diff_table import changes_to_dict
from clusterdoc.view.html import to_html
from clusterdoc.view.json import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = json.loads(schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
DESCRIBING = {"added", "$schema", "$id", "$defs", "title", "description"}
VALUES: list[Any] = [
    None, True, 7, -1, 10**400, 0.5, float("nan"), float("inf"), "", "x", "e1\n", 'e1" onclick="x', "\u202e", "\ufffe",
    [], [7], {}, {"start": 0, "end": 1, "text": None}, {"start": 0, "end": 0, "text": ""},
]  # fmt: skip


SAVED = json.dumps({**DOCUMENT.to_dict(), "clusterdoc": "0.1.0"})


def fresh() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(SAVED)
    return data


def places(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every value in a document."""
    inside: dict[Any, Any] = dict(enumerate(data)) if isinstance(data, list) else data if isinstance(data, dict) else {}
    for key, value in inside.items():
        yield (*path, key)
        yield from places(value, (*path, key))


def put(path: tuple[Any, ...], value: object) -> dict[str, Any]:
    """Return a document with another value at a path."""
    data: Any = fresh()
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    whole: dict[str, Any] = data
    return whole


def written(path: tuple[str | int, ...]) -> str:
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).lstrip(".")


def is_one_sentence_about(path: tuple[str | int, ...], sentence: str) -> bool:
    named, place = sentence.split(maxsplit=1)[0], written(path)
    about = place.startswith(named) or named.startswith(place) or "another text" in sentence or "version" in sentence
    return about and sentence.endswith(".") and "\n" not in sentence


PLACES = list(places(fresh()))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:12])
def test_any_value_in_any_place_is_read_and_shown_or_one_sentence_with_its_path(value: object) -> None:
    read = refused = 0
    for path in PLACES:
        data = put(path, value)
        try:
            document = Document.from_dict(data)
        except InvalidDocumentError as error:
            refused += is_one_sentence_about(path, str(error))
        else:
            VALIDATOR.validate(data)
            changes_to_dict(DOCUMENT, document, compare(DOCUMENT, document))
            assert not re.search('[\u202e\ufffe]| onclick="', to_html(document).replace("&#34;", ""))
            assert not re.search("[\u202e\ufffe]", to_json(document))
            read += 1
    assert refused > len(PLACES) // 2
    assert read + refused == len(PLACES)


@pytest.mark.parametrize("path", PLACES, ids=written)
def test_a_value_that_is_lost_is_read_or_one_sentence(path: tuple[str | int, ...]) -> None:
    data: Any = fresh()
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    try:
        document = Document.from_dict(data)
    except InvalidDocumentError as error:
        assert str(error).endswith(".")  # noqa: PT017 -- one of two right ends
    else:
        assert to_html(document)
        assert compare(document, DOCUMENT) is not None


def test_the_schema_has_every_field_of_the_facts_with_its_type() -> None:
    assert FILE.read_text("utf-8") == schema_text()


def test_a_field_that_the_schema_lacks_is_added_and_may_be_missing_in_what_was_saved_before() -> None:
    known = json.loads(schema())
    part = known["$defs"]["figure"]
    whole = part["properties"].pop("per")
    part["required"].remove("per")
    part["added"].remove("per")
    part = complete(known)["$defs"]["figure"]
    assert part["properties"]["per"] == whole
    assert "per" in part["required"]
    assert "per" in part["added"]


def test_the_store_has_every_field_of_a_figure_and_a_new_one_is_a_new_version() -> None:
    layout = schema_script()
    assert store_text(layout) == layout
    line = next(line for line in layout.splitlines() if line.startswith("  per TEXT"))
    before = layout.replace(f"{line}\n", "")
    assert "  per TEXT, " in store_text(before)
    assert schema_version() + 1 == int(VERSION.findall(store_text(before))[0])


def test_the_check_knows_every_word_of_the_schema() -> None:
    def words(part: object) -> Iterator[str]:
        if isinstance(part, list):
            for item in part:
                yield from words(item)
        if isinstance(part, dict):
            for key, value in part.items():
                yield key
                inside = value.values() if key in ("properties", "$defs") else [value]
                for item in inside:
                    yield from words(item)

    known = RULES.keys() | DESCRIBING | {"$ref"}
    assert set(words(SCHEMA)) <= known


@pytest.mark.parametrize(
    ("part", "facts"),
    [("span", Span), ("mention", Mention), ("entity", Entity), ("speaker", Speaker), ("quote", Quote),
     ("figure", Figure), ("source", Source)],
)  # fmt: skip
def test_the_schema_has_the_fields_of_the_facts(part: str, facts: type) -> None:
    fields = list(facts.__dataclass_fields__)  # type: ignore[attr-defined]  # every fact is a dataclass
    assert sorted(SCHEMA["$defs"][part]["properties"]) == sorted(SCHEMA["$defs"][part]["required"]) == sorted(fields)


@pytest.mark.parametrize(
    ("part", "field", "choices"),
    [("entity", "label", terms.Label), ("quote", "type", terms.QuoteType), ("figure", "kind", terms.Kind),
     ("figure", "bound", terms.Bound), ("figure", "role", terms.Role)],
)  # fmt: skip
def test_the_schema_has_the_choices_of_the_terms(part: str, field: str, choices: object) -> None:
    assert SCHEMA["$defs"][part]["properties"][field]["enum"] == list(get_args(choices))


def test_documents_without_the_keys_that_came_later_are_read() -> None:
    data = fresh()
    parts = {"source": [data["source"]], "quote": data["quotes"], "figure": data["figures"]}
    for name, facts in parts.items():
        for key in SCHEMA["$defs"][name]["added"]:
            for fact in facts:
                del fact[key]
    assert Document.from_dict(data).figures[0].per is None


def test_what_the_schema_does_not_know_is_allowed() -> None:
    assert check({**fresh(), "later": [1]})


@pytest.mark.parametrize("saved", ["[" * 100_000, '{"schema_version": 1, "x": ' + "[" * 100_000, "7" * 5_000])
def test_saved_facts_of_any_shape_are_one_sentence(saved: str, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text('{"schema_version": 1, "clusterdoc": ' + saved)
    (tmp_path / "new.json").write_text(to_json(DOCUMENT).replace('"clusterdoc": null', '"clusterdoc": "0.1.0"'))
    result = CliRunner().invoke(group, ["diff", str(tmp_path / "old.json"), str(tmp_path / "new.json")])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {tmp_path / 'old.json'} cannot be read as saved facts: ")
    assert result.stderr.count("\n") == 1
