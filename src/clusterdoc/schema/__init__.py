"""The JSON Schema of what is written, and the check of what is read: nothing comes in that the schema does not allow.

The check knows the words that schema-1.json uses and no others; a test holds it to that. It is made for every second
look at an article, where the import of `jsonschema` would cost more than all the rest.
"""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.terms import SCHEMA_VERSION as VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    Rule: TypeAlias = Callable[[Any], str | None]
    Place: TypeAlias = tuple[Mapping[str, Any], *tuple[str | int, ...]]

SCHEMAS: Final = {"facts": "schema-1.json", "diff": "schema-diff-1.json", "search": "schema-search-1.json"}
SCHEMAS["compare"] = "schema-compare-1.json"
TYPES: Final[dict[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
SAID: Final = {"object": "an object", "array": "a list", "string": "text", "number": "a number"}
SAID.update({"integer": "a whole number", "boolean": "true or false", "null": "null"})
SHOWN: Final = 40  # characters of a value that is shown in a sentence


class InvalidDocumentError(ValueError):
    """Data that is no document of schema version 1; the message is one sentence with the path of the field."""


def schema(of: str = "facts") -> str:
    """Return the JSON Schema of what --json writes: of facts, or `of` "diff", "search" or "compare"."""
    with open(os.path.join(os.path.dirname(__file__), SCHEMAS[of]), encoding="utf-8") as stream:
        return stream.read()


class Shape:
    """A schema, ready to check values: the types of which every value is allowed, and the rules for all others."""

    __slots__ = ("easy", "rules")

    def __init__(self, schema: Mapping[str, Any]) -> None:
        while "$ref" in schema:  # no part holds itself
            schema = document_schema()["$defs"][schema["$ref"].rpartition("/")[2]]
        # "added" are keys that came after the first documents were saved: whoever reads those does without.
        schema = {
            **schema,
            "required": [key for key in schema.get("required", ()) if key not in schema.get("added", ())],
        }
        self.rules = [RULES[word](wanted) for word, wanted in schema.items() if word in RULES]
        free = schema.keys() <= {"type", "required", "description", "pattern", "maxLength"}
        self.easy = frozenset(kind for name in names(schema) if free for kind in TYPES[name] if kind is not float)
        if "pattern" in schema:
            self.easy -= {str}

    def fault(self, value: object) -> str | None:
        """Return what is wrong with a value, the path of the field before it, or None."""
        if type(value) in self.easy:
            return None
        for rule in self.rules:
            fault = rule(value)
            if fault:
                return fault
        return None


def names(schema: Mapping[str, Any]) -> Sequence[str]:
    """Return the names of the types that a schema allows."""
    wanted = schema.get("type", ())
    return [wanted] if isinstance(wanted, str) else wanted


@lru_cache(maxsize=1)
def document_schema() -> dict[str, Any]:
    """Return the schema of a document, with those of its parts under "$defs"."""
    parsed: dict[str, Any] = json.loads(schema())
    return parsed


@lru_cache(maxsize=1)
def document_shape() -> Shape:
    """Return the shape of a document."""
    return Shape(document_schema())


def check(data: object) -> dict[str, Any]:
    """Return data that is a document of schema version 1 whose spans all point to their text.

    Keys that the schema does not know are allowed: a later version may have added them. Raises InvalidDocumentError.
    """
    version = data.get("schema_version", VERSION) if isinstance(data, dict) else VERSION
    if version != VERSION:
        raise InvalidDocumentError(f"This is schema version {_shown(version)}, not {VERSION}.")
    fault = document_shape().fault(data)
    if fault is not None or not isinstance(data, dict):
        fault = fault or ""
        raise InvalidDocumentError(f"{fault[1:] if fault[:1] in '.[' else f'The document{fault}'}.")
    text = data["source"]["text"]
    for span, *path in (*_spans(data), *_sentences(data)):
        start, end, words = span["start"], span["end"], span["text"]
        if start is None or end is None or words is None or start >= end:
            raise InvalidDocumentError(f"{_written(path)} points nowhere.")
        if text[start:end] != words:
            raise InvalidDocumentError(
                f"{_written(path)} is of another text: {_shown(words)} does not stand at {start}."
            )
    return data


def wrong_type(wanted: str | Sequence[str]) -> Rule:
    """Return the rule that a value has one of some types; true is no number, nor is anything that is infinite."""
    allowed = [wanted] if isinstance(wanted, str) else wanted
    types = {kind for name in allowed for kind in TYPES[name]}
    said = " or ".join(SAID[name] for name in allowed)

    def rule(value: object) -> str | None:
        """Return what is wrong with a value, None where nothing is."""
        if type(value) not in types:
            return f" is {_named(value)}, not {said}"
        return None if not isinstance(value, int | float) or _is_finite(value) else " is no finite number"

    return rule


def wrong_choice(choices: Sequence[Any]) -> Rule:
    """Return the rule that a value is one of those allowed."""
    types, allowed = {type(choice) for choice in choices}, frozenset(choices)

    def rule(value: object) -> str | None:
        """Return what is wrong with a value, None where nothing is."""
        if type(value) in types and value in allowed:
            return None
        return f" is {_shown(value)}, not {' or '.join(map(str, choices))}"

    return rule


def wrong_text(pattern: str) -> Rule:
    """Return the rule that text matches a pattern; what is no text, no pattern is for."""
    matches = re.compile(pattern.replace("$", r"\Z")).search

    def rule(value: object) -> str | None:
        """Return what is wrong with a value, None where nothing is."""
        if not isinstance(value, str) or matches(value):
            return None
        return f" is {_shown(value)}, which does not match {pattern}"

    return rule


def wrong_keys(properties: Mapping[str, Any]) -> Rule:
    """Return the rule that the values of an object are as they should be."""
    shapes = [(name, Shape(schema)) for name, schema in properties.items()]

    def rule(value: object) -> str | None:
        """Return what is wrong with a value, None where nothing is."""
        if not isinstance(value, dict):
            return None
        for name, shape in shapes:
            if name not in value:
                continue
            item = value[name]
            if type(item) not in shape.easy:
                for rule in shape.rules:
                    fault = rule(item)
                    if fault:
                        return f".{name}{fault}"
        return None

    return rule


def wrong_items(schema: Mapping[str, Any]) -> Rule:
    """Return the rule that all items of a list are as they should be."""
    item = Shape(schema)

    def rule(value: object) -> str | None:
        """Return what is wrong with a value, None where nothing is."""
        if not isinstance(value, list):
            return None
        faults = ((at, item.fault(one)) for at, one in enumerate(value) if type(one) not in item.easy)
        return next((f"[{at}]{fault}" for at, fault in faults if fault), None)

    return rule


def lost_keys(required: Sequence[str]) -> Rule:
    """Return the rule that an object has its keys."""
    needed = frozenset(required)

    def rule(value: object) -> str | None:
        """Return what is wrong with a value, None where nothing is."""
        if not isinstance(value, dict) or needed <= value.keys():
            return None
        return f" lacks {', '.join(sorted(needed - value.keys()))}"

    return rule


def none_fits(schemas: Sequence[Mapping[str, Any]]) -> Rule:
    """Return the rule that a value is as the first of some schemas has it, or null where that is one of them."""
    first, or_null = Shape(schemas[0]), {"type": "null"} in schemas
    return lambda value: None if value is None and or_null else first.fault(value)


RULES: Final[dict[str, Callable[[Any], Rule]]] = {
    "type": wrong_type,
    "const": lambda wanted: wrong_choice([wanted]),
    "enum": wrong_choice,
    "anyOf": none_fits,
    "pattern": wrong_text,
    "required": lost_keys,
    "properties": wrong_keys,
    "items": wrong_items,
    "minimum": lambda least: lambda value: " is too small" if isinstance(value, int) and value < least else None,
    "minItems": lambda n: lambda value: " has too few items" if isinstance(value, list) and len(value) < n else None,
    "maxItems": lambda n: lambda value: " has too many items" if isinstance(value, list) and len(value) > n else None,
}


def _is_finite(number: float) -> bool:
    """Return whether a number is one that a float can hold."""
    try:
        return isfinite(number)
    except OverflowError:
        return False


def _named(value: object) -> str:
    """Return a value's type as a sentence has it."""
    return next((SAID[name] for name, types in TYPES.items() if type(value) in types), type(value).__name__)


def _shown(value: object) -> str:
    """Return the beginning of a value as Python writes it; of a list, an object or a huge number what it is."""
    short = isinstance(value, str | bool | None) or (isinstance(value, int | float) and _is_finite(value))
    return repr(value)[:SHOWN] if short else _named(value)


def _spans(data: Mapping[str, Any]) -> Iterator[Place]:
    """Yield all spans that point into the text, each with the parts of its path; a speaker carried over has none."""
    for at, entity in enumerate(data.get("entities", ())):
        yield from ((span, "entities", at, ".mentions", n) for n, span in enumerate(entity["mentions"]))
    for at, quote in enumerate(data.get("quotes", ())):
        yield from ((part, "quotes", at, ".parts", n) for n, part in enumerate(quote["parts"]))
        speaker = quote["speaker"]
        if quote["cue"]:
            yield quote["cue"], "quotes", at, ".cue"
        if speaker and not speaker["start"] is speaker["end"] is speaker["text"] is None:
            yield speaker, "quotes", at, ".speaker"
    for at, figure in enumerate(data.get("figures", ())):
        yield figure, "figures", at
        if figure["of"]:
            yield figure["of"], "figures", at, ".of"


def _written(path: Sequence[str | int]) -> str:
    """Return the parts of a path as one text, such as figures[0].of."""
    return "".join(f"[{part}]" if isinstance(part, int) else part for part in path)


def _sentences(data: Mapping[str, Any]) -> Iterator[Place]:
    """Yield, as a span without text, a sentence that is empty, outside the text, or begins in the one before it."""
    before, length = 0, len(data["source"]["text"])
    for at, (start, end) in enumerate(data["source"]["sentences"]):
        if not before <= start < end <= length:
            yield {"start": start, "end": end, "text": None}, "source.sentences", at
        before = end
