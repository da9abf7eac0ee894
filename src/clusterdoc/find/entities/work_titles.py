"""Works and models the model missed, cut or mistook: the song "Low Tide", the film Out of the Dark, "P-12 Heron"."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import look_up
from clusterdoc.find.entities.names import Name, in_place_of
from clusterdoc.find.entities.type_cues import neighbours
from clusterdoc.find.words.inflection import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE: Final = "work"
SMALL: Final = r"(?:of|the|in|and|to|a|an|for|on|with|at|from|by|or)"
INSIDE: Final = r"(?:of|the|in|to|a|an|for|on|with|at|from|by)"  # "and" can join two titles
WORD: Final = r"(?:[A-Z][\w’'-]{0,20}|\d{1,4})"
TITLE: Final = rf"[A-Z][\w’'-]{{0,20}}(?:(?: {SMALL}){{0,2}},? {WORD}){{0,7}}"
QUOTED: Final = re.compile(rf"[\"“‘']({TITLE})[,.]?[\"”’'](?![\w])")
NOUN_BEFORE: Final = re.compile(r"(?<![\w’'-])([a-z]{2,15}|EP|LP),? (?:called |titled |entitled |named )?\Z")
NOUN_AFTER: Final = re.compile(r",? (?:an?|the|his|her|their|from)(?: [a-z][a-z-]{1,15}){0,3}? ([a-z]{2,15})(?!\w)")
LISTED: Final = re.compile(r",? (?:and )?\Z|, \Z")
# "the film Out of the Dark": a title without marks shows itself by the small words inside it.
BARE: Final = re.compile(
    rf"(?<![\w’'-])([a-z]{{2,15}}|EP|LP),? (?:called |titled |entitled )?"
    rf"([A-Z][\w’'-]{{0,20}}(?: {WORD}){{0,4}}(?: {INSIDE}){{1,2}} {WORD}(?:(?: {INSIDE}){{0,2}} {WORD}){{0,3}})"
    r"(?![\w@’'-])(?! [A-Z&])"
)
SMALL_AT_END: Final = re.compile(rf"(?: {SMALL}){{0,2}},? ?\Z")
TWO_WORDS: Final = re.compile(r"(?<![\w’'-])([A-Z][a-z]{1,15}) [A-Z]")
AIRCRAFT: Final = re.compile(
    r"(?<![\w-])(?:[ABCFPTV]|[CEU]H|EC|EF|AH|HH|KC|RC|SR|MQ|RQ|MV|Su|MiG|Tu|Mi|Ka|An|Il)-\d{1,3}[A-Z]?"
    r"(?: [A-Z][a-z]{2,15}){1,2}(?: I{1,3})?(?![\w-])(?! [A-Z])|(?<![\w-])(?:ATR|CRJ|ERJ)[ -]\d{2,3}(?![\w-])"
)


def find_works(text: str, names: list[Name]) -> list[Name]:
    """Return the names with works added, or put in place of what the model took there, and models of aircraft."""
    found = [*quoted_works(text), *bare_works(text, names), *aircraft(text)]
    if not found:
        return names
    return in_place_of(names, found)


def quoted_works(text: str) -> Iterator[Name]:
    """Yield the titles in quotation marks that a noun before or behind says are works'; a list goes on as it began."""
    last = len(text)
    for found in QUOTED.finditer(text):
        if LISTED.fullmatch(text[last : found.start()]) or is_called_work(text, found):
            last = found.end()
            yield Name(*found.span(1), found[1], "WORK_OF_ART", f"rule:{RULE}", sure=True)


def is_called_work(text: str, found: re.Match[str]) -> bool:
    """Return whether a noun beside a title says that it is a work's."""
    before = look_back(NOUN_BEFORE, text, found.start(), FAR)
    if before and before[1] in work_nouns():
        return True
    after = NOUN_AFTER.match(text, found.end())
    return after is not None and after[1] in work_nouns()


def bare_works(text: str, names: list[Name]) -> Iterator[Name]:
    """Yield the titles with small words inside them, behind the noun of a work: "the film Out of the Dark"."""
    people = sorted(name.start for name in names if name.label == "PERSON")
    for found in BARE.finditer(text):
        start, end = found.span(2)
        first = found[2].partition(" ")[0]
        if found[1] not in work_nouns() or look_up(first) or first in first_names():
            continue
        inside = people[bisect_right(people, start) : bisect_right(people, end - 1)]
        inside += [pair.start() for pair in TWO_WORDS.finditer(text, start, end) if pair[1] in first_names()]
        title = SMALL_AT_END.sub("", text[start : min(inside, default=end)])
        if " " in title:
            yield Name(start, start + len(title), title, "WORK_OF_ART", f"rule:{RULE}", sure=True)


def aircraft(text: str) -> Iterator[Name]:
    """Yield the models of aircraft: "F-12 Heron"."""
    for found in AIRCRAFT.finditer(text):
        yield Name(*found.span(), found[0], "PRODUCT", f"rule:{RULE}", sure=True)


@cache
def work_nouns() -> frozenset[str]:
    """Return the nouns that say of a title that it is a work's: "film", "songs"."""
    found = {
        word
        for place in ("before", "what")
        for word, (label, _, against) in neighbours(place).items()
        if label == "WORK_OF_ART" and not against
    }
    return frozenset(found | {plural(word) for word in found})
