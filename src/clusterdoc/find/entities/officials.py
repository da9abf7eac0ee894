"""Who holds an office that is named for a field: "Minister for Kashmir Affairs Barjees Tahir" names one person."""

from __future__ import annotations

import re
from typing import Final

from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.names import Name, in_place_of
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.contexts import any_word

RULE: Final = "official"
# "Works", "Kashmir Affairs", "Foreign Affairs and Trade", "Housing, Roads and Parks"
FIELD: Final = rf"(?:[A-Z][a-z]{{2,14}} ){{0,2}}(?:{any_of(row[0] for row in rows('names/fields'))})"
HOLDER: Final = r"([A-Z][\w'’-]{1,20}(?: [A-Z]\.)?(?: [A-Z][\w'’-]{1,20}){1,2})(?![\w-])(?! [A-Z])"
OFFICIAL: Final = re.compile(
    rf"(?<![\w’'-])(?:{any_word('office for a field')})s? (?:of State |General )?(?:for|of|on) (?:the )?"
    rf"({FIELD}(?:, {FIELD}){{0,2}}(?:,? (?:and|&) {FIELD})?),? {HOLDER}"
)


def find_officials(text: str, names: list[Name]) -> list[Name]:
    """Return the names with those of people behind an office and its field, in place of what holds both."""
    places = list(OFFICIAL.finditer(text))
    found = [official(place) for place in places if all(may_be_named(word) for word in place[2].split())]
    if not found:
        return names
    fields = {place.span(1) for place in places}
    return in_place_of((name for name in names if (name.start, name.end) not in fields), found)


def official(place: re.Match[str]) -> Name:
    """Return the person behind an office and its field."""
    return Name(*place.span(2), place[2], "PERSON", f"rule:{RULE}", sure=True)
