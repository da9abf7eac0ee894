"""Headlines in capitals ("KENYA BEAT MALTA, OVADI UP"), in which the model sees one long name or none; datelines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.cues import PLACES, thing_words
from clusterdoc.find.entities.gazetteer import look_up, sure_forms
from clusterdoc.find.entities.names import Name, longest_first

if TYPE_CHECKING:
    from collections.abc import Iterator

# A headline in capitals has as many words; and no line is looked at any further.
WORDS: Final = 4
FURTHEST: Final = 200
RULE: Final = "dateline"
# Where a report was written: "TOLVA, Kenya (TPA) —", "TOLVA, KENYA, Jun 3 2022 (TPA) -", "TOLVA 1996-12-06".
DATELINE: Final = re.compile(
    r"(?<![^\n])[ \t]{0,3}([A-Z][A-Z'’-]{2,20}(?: [A-Z][A-Z'’-]{1,20}){0,3})"
    r"(?P<country> ?, [A-Z][\w. ]{2,25})?(?: ?, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?"
    r"(?: \d{4}-\d\d-\d\d(?![^\n])| \([A-Z]\w{1,12}\)|(?(country) [—–-] |(?!)))"
)


def in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch stands in a line of several words that are all in capitals."""
    first = text.rfind("\n", max(0, start - FURTHEST), start) + 1 or max(0, start - FURTHEST)
    last = text.find("\n", end, end + FURTHEST)
    line = text[first : last if last >= 0 else end + FURTHEST]
    return line.isupper() and len(line.split()) >= WORDS


def cut_headlines(text: str, names: list[Name]) -> list[Name]:
    """Return the names without those of a headline in capitals that hold a country: the gazetteer finds it again."""
    return [name for name in names if not (name.text.isupper() and is_sentence(text, name))]


def add_datelines(text: str, names: list[Name]) -> list[Name]:
    """Return the names with the places where reports were written added, and typed as places."""
    places = {place.start: place for place in datelines(text)}
    kept = [name for name in names if name.start not in places or name.label in PLACES or name.sure]
    return longest_first([*kept, *places.values()]) if places else names


def datelines(text: str) -> Iterator[Name]:
    """Yield the places at the head of reports."""
    for found in DATELINE.finditer(text):
        if not any(word.capitalize() in thing_words() for word in found[1].split()):
            yield Name(found.start(1), found.end(1), found[1], "GPE", f"rule:{RULE}")


def is_sentence(text: str, name: Name) -> bool:
    """Tell whether a name is rather a piece of a headline: "KENYA BEAT MALTA", but "BANK OF KENYA"."""
    words = name.text.split()
    if len(words) == 1 or look_up(name.text) or not in_capitals(text, name.start, name.end):
        return False
    return any(word in sure_forms() for word in words) and not any(word.capitalize() in thing_words() for word in words)
