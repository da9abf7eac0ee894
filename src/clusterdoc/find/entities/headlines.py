"""Capitals: headlines, in which the model sees one long name or none ("KENYA BEAT MALTA, OVADI UP"), and datelines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.gazetteer import look_up, sure_forms
from clusterdoc.find.entities.names import Name, longest_first
from clusterdoc.find.entities.type_cues import PLACES, thing_words

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE: Final = "dateline"
# A headline in capitals has as many words; and no line is looked at any further.
WORDS: Final = 4
FURTHEST: Final = 200
# Where a report was written: "TOLVA, Kenya (TPA) —", "TOLVA, KENYA, Jun 3 2022 (TPA) -", "TOLVA 1996-12-06".
DATELINE: Final = re.compile(
    r"(?<![^\n])[ \t]{0,3}([A-Z][A-Z'’-]{2,20}(?: [A-Z][A-Z'’-]{1,20}){0,3})"
    r"(?P<country> ?, [A-Z][\w. ]{2,25})?(?: ?, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?"
    r"(?: \d{4}-\d\d-\d\d(?![^\n])| \([A-Z]\w{1,12}\)|(?(country) [—–-] |(?!)))"
)


def read_capitals(text: str, names: list[Name]) -> list[Name]:
    """Return the names without those of a headline that hold others, which are found again, and with datelines."""
    others = {name.text.upper() for name in names if not name.text.isupper()}
    others |= {name.rpartition(" ")[2] for name in others}
    places = {place.start: place for place in datelines(text)}
    kept = [
        name
        for name in names
        if not (name.text.isupper() and is_sentence(text, name, others))
        and (name.start not in places or name.label in PLACES)
    ]
    return longest_first([*kept, *places.values()]) if places else kept


def datelines(text: str) -> Iterator[Name]:
    """Yield the places at the head of reports."""
    for found in DATELINE.finditer(text):
        if not any(word.capitalize() in thing_words() for word in found[1].split()):
            yield Name(found.start(1), found.end(1), found[1], "GPE", f"rule:{RULE}")


def is_sentence(text: str, name: Name, others: set[str]) -> bool:
    """Tell whether a name is rather a piece of a headline: "KENYA BEAT MALTA", but "BANK OF KENYA"."""
    words = name.text.split()
    if len(words) == 1 or name.text in others or look_up(name.text) or not in_capitals(text, name.start, name.end):
        return False
    held = any(word in sure_forms() or word in others for word in words)
    return held and not any(word.capitalize() in thing_words() for word in words)


def in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch stands in a line of several words that are all in capitals."""
    first = text.rfind("\n", max(0, start - FURTHEST), start) + 1 or max(0, start - FURTHEST)
    last = text.find("\n", end, end + FURTHEST)
    line = text[first : last if last >= 0 else end + FURTHEST]
    return line.isupper() and len(line.split()) >= WORDS
