"""People: a last name alone is the person whose full name the article gives."""

from __future__ import annotations

from typing import Final

from clusterdoc.find.entities.names import Name

RULE: Final = "last name"
SUFFIXES: Final = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def last_name(full: str) -> str:
    """Return the last name in a full name, without "Jr." and the like."""
    words = full.replace(",", " ").split()
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return words[-1] if words else full


def type_last_names(text: str, names: list[Name]) -> list[Name]:
    """Return the names with every bare last name of a person typed as a person."""
    del text
    last = {last_name(name.text) for name in names if name.label == "PERSON" and " " in name.text}
    return [name if name.sure or name.text not in last else name.retyped("PERSON", RULE) for name in names]
