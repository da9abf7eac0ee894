"""The published JSON Schema of facts, with every field of facts.py: `python tests/facts_schema.py` writes it anew.

What a type cannot say, such as the pattern of an id, stands in the schema itself and is kept.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from types import NoneType
from typing import Any, Final, get_args, get_type_hints

import clusterdoc.schema
from clusterdoc.facts import SAYS, Entity, Figure, Quote, Source, Speaker
from clusterdoc.schema import SCHEMAS, schema

FILE: Final = Path(clusterdoc.schema.__file__).with_name(SCHEMAS["facts"])
CLASSES: Final = {"source": Source, "entity": Entity, "quote": Quote, "speaker": Speaker, "figure": Figure}
TYPES: Final = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def complete(known: dict[str, Any]) -> dict[str, Any]:
    """Return a schema of facts with the fields that it lacks, and the types and descriptions that facts.py gives."""
    for name, kind in CLASSES.items():
        part = known["$defs"][name]
        for each in fields(kind):
            if each.name not in part["properties"]:
                part["required"].append(each.name)
                part.setdefault("added", []).append(each.name)
            place = part["properties"].setdefault(each.name, {})
            place.update({"description": each.metadata[SAYS]} if SAYS in each.metadata else {})
            place.update(types_of(get_type_hints(kind)[each.name]) if not place.keys() & {"$ref", "anyOf"} else {})
    return known


def types_of(hint: object) -> dict[str, Any]:
    """Return what a type is in JSON Schema; nothing for one that only the schema itself describes."""
    options = get_args(hint) or (hint,)
    if not all(option in TYPES for option in options):
        return {}
    names = [TYPES[option] for option in options]
    # A whole number is a number too.
    names = [name for name in names if name != "integer" or "number" not in names]
    return {"type": names if len(names) > 1 else names[0]}


def schema_text() -> str:
    """Return the schema as its file should be."""
    return json.dumps(complete(json.loads(schema())), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), "utf-8")
