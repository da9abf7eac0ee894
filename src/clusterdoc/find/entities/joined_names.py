"""Two names that the model took for one: "Halden Bank to Oran Bank", "Ott/Dahl", each named by itself as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.gazetteer import look_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.names import Name

RULE: Final = "joined"
JOINT: Final = re.compile(r"/|, | vs\.? ")
WORD: Final = re.compile(r" (?:and|or|to) ")  # "Ott and Dahl" may be a firm, "Voice to Parliament" is one name


def part_names(text: str, names: list[Name]) -> list[Name]:
    """Return the names with those parted that join two others of the article."""
    labels = {name.text: name.label for name in names}
    return [part for name in names for part in names_joined_in(text, name, labels)]


def names_joined_in(text: str, name: Name, labels: dict[str, Label]) -> Iterator[Name]:
    """Yield the two names that a name joins, with the labels they have by themselves; or the name as it is."""
    joint = JOINT.search(name.text) or WORD.search(name.text)
    if joint is None or text[name.start : name.end] != name.text or look_up(name.text):
        yield name
        return
    one, other = name.text[: joint.start()], name.text[joint.end() :]
    unsure = joint.re is WORD and (" " not in one or " " not in other)
    if unsure or one not in labels or other not in labels:
        yield name
        return
    at = name.start + joint.end()
    yield name._replace(end=name.start + joint.start(), text=one, label=labels[one], by=f"rule:{RULE}")
    yield name._replace(start=at, text=other, label=labels[other], by=f"rule:{RULE}")
