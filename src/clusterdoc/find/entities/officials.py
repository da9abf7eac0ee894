"""Who holds an office that is named for a field: "Minister for Kashmir Affairs Barjees Tahir" names one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.names import Name, longest_first, overlaps
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    found = list(officials(text))
    if not found:
        return names
    taken = overlaps(found)
    fields = {place.span(1) for place in OFFICIAL.finditer(text)}
    kept = [name for name in names if (name.start, name.end) not in fields and not any(taken[name.start : name.end])]
    return longest_first([*kept, *found])


def officials(text: str) -> Iterator[Name]:
    """Yield the people behind an office and its field."""
    for found in OFFICIAL.finditer(text):
        if all(may_be_named(word) for word in found[2].split()):
            yield Name(*found.span(2), found[2], "PERSON", f"rule:{RULE}", sure=True)
