"""Every word of time with its tags, from the tables of `words`, and the words that the templates name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from clusterdoc.find.words import calendar_words as words
from clusterdoc.find.words.calendar_names import MONTHS, WEEKDAYS
from clusterdoc.find.words.number_words import ORDINALS, TEENS, TENS, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Tags: TypeAlias = dict[str, object]
# LIVELY words start a search; the others only hold an expression together
_LIVELY: dict[str, Mapping[str, object]] = {
    "MONTH": MONTHS,
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYS": words.WEEKDAY_SETS,
    "UNIT": words.SINGULAR_UNITS | words.PLURAL_UNITS,
    "PLURAL": words.PLURAL_UNITS,
    "ONEUNIT": words.SINGULAR_UNITS,
    "UNITLETTER": words.UNIT_LETTERS,
    "PART": words.PARTS,
    "SEASON": words.SEASONS,
    "TODAY": words.DAYS,
    "REF": words.REFERENCES,
    "SET": words.SETS,
    "DECADENAME": words.DECADES,
}
_QUIET: dict[str, Mapping[str, object]] = {
    "BACK": words.BACK,
    "AHEAD": words.AHEAD,
    "THIS": words.THIS,
    "MOD": words.MODS,
    "ENDS": words.ENDS,
    "ABOUT": words.ABOUT,
    "ONES": {word: value for word, value in UNITS.items() if value},
    "TEENS": TEENS,
    "TENS": TENS,
    "ORDINAL": ORDINALS,
    "VAGUE": words.VAGUE,
    "ZONE": words.ZONES,
    "AMERICAN": words.AMERICAN_ZONES,
    "AMBIGUOUS": dict.fromkeys(words.AMBIGUOUS),
}


def make_vocabulary(literals: Iterable[str]) -> dict[str, Tags]:
    """Return tag to value for every word of the tables and every literal word or mark of the templates."""
    entries: dict[str, Tags] = {word: {} for word in literals}
    for tag, table in (*_LIVELY.items(), *_QUIET.items()):
        for word, value in table.items():
            entries.setdefault(word, {})[tag] = value
            if tag in _LIVELY:
                entries[word]["LIVELY"] = None
    for word in (*words.STARTERS, *(re.split(r"\W", name)[0] for name in words.HOLIDAYS)):
        entries[word]["LIVELY"] = None
    return entries
