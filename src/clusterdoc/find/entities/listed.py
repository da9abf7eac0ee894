"""Lists that say what they list: "bands such as Cold Iron, Dust Choir and Ovadi", "the towns of Halden and Ott"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.cues_around import kinds_in_plural
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import look_up
from clusterdoc.find.entities.names import Name, in_place_of, is_new, overlaps
from clusterdoc.find.words.pronouns import PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator


RULE: Final = "listed"
PRONOUN_FORMS: Final = frozenset(row.word for row in PRONOUNS)  # some say whose something is
ITEM: Final = r"(?:[Tt]he )?[A-Z][\w’'&-]{1,20}(?: (?:& )?[A-Z][\w’'&-]{1,20}){0,3}"
LIST: Final = re.compile(
    rf"(?:(?<![\w’'-])(?=[a-z])|(?<=[.!?] )|(?<![^\n]))([A-Za-z][a-z-]{{2,15}}s)"
    rf"(?: |,? (?:such as |like |including |of ))"
    rf"({ITEM}(?:, {ITEM}){{0,6}},? and {ITEM})(?![\w’'@-])(?! [A-Z&]| of\b)"
)
ONE: Final = re.compile(rf"(?:[Tt]he (?=[A-Z]))?({ITEM.removeprefix('(?:[Tt]he )?')})")


def find_in_lists(text: str, names: list[Name]) -> list[Name]:
    """Return the names with those of lists of bodies and places added, each in one piece."""
    taken = overlaps(names)
    there = {(name.start, name.end, name.label) for name in names}
    found = [
        name
        for row in LIST.finditer(text)
        for name in items_of(text, row)
        if (name.start, name.end, name.label) not in there and is_new(name, names, taken)
    ]
    return in_place_of(names, found)


def items_of(text: str, row: re.Match[str]) -> Iterator[Name]:
    """Yield the names of a list, as the noun before it labels them."""
    cue = kinds_in_plural().get(row[1].lower())
    if cue is None:
        return
    for item in ONE.finditer(text, *row.span(2)):
        if not look_up(item[1]) and not names_owner(item[1]):
            yield Name(*item.span(1), item[1], cue[0], f"rule:{RULE}", sure=True)


def names_owner(item: str) -> bool:
    """Return whether an item of a list is a person, or begins with whose it is: "Ana Ruiz", "His Band"."""
    first = item.partition(" ")[0]
    return first in first_names() or item.endswith(("'s", "’s")) or first.lower() in PRONOUN_FORMS
