"""The JSON Schema of facts and the layout of the store, with every field of facts.py.

`python tests/facts_schema.py` adds what they lack. What a type cannot say, such as the pattern of an id, stands in the
files themselves and is kept.
"""

from __future__ import annotations

import json
import re
from dataclasses import Field, fields
from pathlib import Path
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

import clusterdoc.schema
import clusterdoc.store
from clusterdoc.facts import SAYS, Entity, Figure, Quote, Source, Speaker
from clusterdoc.schema import SCHEMAS, schema
from clusterdoc.store.objects import VERSION, schema_script
from clusterdoc.store.rows import PLAIN, RENAMED

FILE: Final = Path(clusterdoc.schema.__file__).with_name(SCHEMAS["facts"])
STORE: Final = Path(clusterdoc.store.__path__[0], "schema.sql")
CLASSES: Final = {"source": Source, "entity": Entity, "quote": Quote, "speaker": Speaker, "figure": Figure}
SQL: Final = {
    "string": ("TEXT", " NOT NULL"),
    "['string', 'null']": ("TEXT", ""),
    "boolean": ("INTEGER", " NOT NULL"),
    "['number', 'null']": ("REAL", ""),
}
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
    options = (hint,) if get_origin(hint) is Literal else get_args(hint) or (hint,)
    choices = [choice for option in options for choice in choices_of(option)]
    if any(choices):
        return {"enum": choices}
    if not all(option in TYPES for option in options):
        return {}
    names = [TYPES[option] for option in options]
    # A whole number is a number too.
    names = [name for name in names if name != "integer" or "number" not in names]
    return {"type": names if len(names) > 1 else names[0]}


def choices_of(option: object) -> tuple[object, ...]:
    """Return the values that a type lists, null one of them; none for a type of other values."""
    return (None,) if option is NoneType else get_args(option) if get_origin(option) is Literal else ()


def schema_text() -> str:
    """Return the schema as its file should be."""
    return json.dumps(complete(json.loads(schema())), indent=2, ensure_ascii=False) + "\n"


def store_text(layout: str) -> str:
    """Return the layout of a store with a column for each field of a figure that it lacks, and then a new version."""
    begin = layout.index("CREATE TABLE figures (")
    last = layout.index("  sentence TEXT", begin)
    there = re.findall(r"^  (\w+) [A-Z]", layout[begin:last], re.MULTILINE)
    lacking = [each for each in fields(Figure) if each.name in PLAIN and RENAMED.get(each.name, each.name) not in there]
    columns = "".join(map(column, lacking))
    version = int(VERSION.findall(layout)[0]) + bool(lacking)
    return VERSION.sub(f"PRAGMA user_version = {version};", layout[:last] + columns + layout[last:])


def column(each: Field[Any]) -> str:
    """Return the line of a column for a field of a figure."""
    kind, null = SQL[str(types_of(get_type_hints(Figure)[each.name])["type"])]
    line = f"  {RENAMED.get(each.name, each.name)} {kind}{null},"
    return f"{line:<35} -- {each.metadata[SAYS]}".rstrip() + "\n" if SAYS in each.metadata else f"{line}\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), "utf-8")
    STORE.write_text(store_text(schema_script()), "utf-8")
