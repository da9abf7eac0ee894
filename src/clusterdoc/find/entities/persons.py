"""People: a last name alone is the person whose full name the article gives."""

from __future__ import annotations

import re
from typing import Final

from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import look_up, not_names
from clusterdoc.find.entities.names import Name, longest_first, overlaps

RULE: Final = "full name"
FIRST_NAME: Final = re.compile(r"(?<![\w'’-])([A-Z][a-zé]{1,14}) \Z")
LAST_NAME: Final = re.compile(r" ([A-Z][\w’'-]{1,20})(?![\w@])")
SUFFIXES: Final = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def last_name(full: str) -> str:
    """Return the last name in a full name, without "Jr." and the like."""
    words = full.replace(",", " ").split()
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return words[-1] if words else full


def complete_people(text: str, names: list[Name]) -> list[Name]:
    """Return the names with people given the first or last name beside them that the model left out."""
    taken = overlaps(names)
    completed = [complete(text, name, taken) if " " not in name.text else name for name in names]
    return longest_first(completed)


def complete(text: str, name: Name, taken: bytearray) -> Name:
    """Return a one-word name with the first name before it, or, when it is a first name, the last name after it."""
    if name.label != "PERSON":
        return name
    before = FIRST_NAME.search(text, max(0, name.start - 20), name.start)
    start, end = name.start, name.end
    if before and before[1] in first_names() and not any(taken[before.start(1) : before.end(1)]):
        start = before.start(1)
    after = LAST_NAME.match(text, end) if name.text in first_names() else None
    if after and not any(taken[after.start(1) : after.end(1)]) and not look_up(after[1]) and after[1] not in not_names():
        end = after.end(1)
    if (start, end) == (name.start, name.end):
        return name
    return name._replace(start=start, end=end, text=text[start:end], by=f"rule:{RULE}")
