"""Datelines: the place, day and agency before the first words of an article.

A dateline becomes a line of its own, its place no longer in capitals.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words import forms, rows
from clusterdoc.find.words.calendar_names import MONTH
from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import at_line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DAY: Final = rf"(?i:{MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d)"
CAPITAL: Final = r"(?:[A-Z]{2,20}(?:['’/-][A-Z]{1,20}){0,3}|[A-Z]['’][A-Z]{2,20}|(?:ST|FT|MT|PT)\.)"
CAPITALS: Final = rf"{CAPITAL}(?: {CAPITAL}){{0,3}}"
MIXED: Final = r"[A-Z][a-z'’-]{1,20}(?: [A-Z][a-z'’-]{1,20}){0,2}"
REGION: Final = r"(?:[A-Z][A-Za-z'’-]{1,20}\.?(?: [A-Z][A-Za-z'’-]{1,20}){0,2}|(?:[A-Z]\.){2,3})"
AGENCY: Final = r"(?:\([A-Z][\w .&/'’-]{0,40}\)|\(dpa\)|/[A-Z][\w .-]{2,30}/\.?)"
DASH: Final = r"(?: ?(?:--|[—–]) ?| - | -(?=[A-Z“\"‘']))"
WORDS: Final = r"(?=[A-Z“\"‘'])"
# "LONDON, March 4 (Reuters) - ", "FULTON, N.Y.--(BUSINESS WIRE)--", "KYIV, Ukraine — ", "DELHI: ", "RIGA. /TASS/. ".
DATELINE: Final = re.compile(
    rf"(?<![^\n])[ \t]{{0,8}}(?P<place>(?P<capitals>{CAPITALS})|{MIXED})(?P<region>, ?{REGION}(?![\w.]))?"
    rf"(?:(?:, ?| )(?P<day>{DAY}))?(?P<before>{DASH}|\. ?(?=/))?(?P<agency> ?{AGENCY})?"
    rf"(?P<after>{DASH}(?:(?P<late>{DAY}){DASH})?|: (?=\S)|(?<=[)/]) {WORDS}|(?<=/\.) {WORDS})"
)
# "TORONTO, ON / NEWSWIRE / May 4, 2024 / ", "Nairobi, Kenya | TPA | ".
BARRED: Final = re.compile(
    rf"[ \t]{{0,8}}(?P<place>(?P<capitals>{CAPITALS})|{MIXED})(?:, ?{REGION})?"
    rf" ?(?P<bar>[/|]) ?[A-Z][\w .]{{1,30}}?(?P<after> ?(?P=bar) ?)(?:{DAY}(?P<last> ?(?P=bar) ?))?{WORDS}"
    r"(?=[^\n|]{30})"  # a row of a table has shorter cells
)
# A source before the first word: "(Reuters) - Shares fell", "(AP) — Two men".
SOURCE: Final = re.compile(rf"[ \t]{{0,8}}\([A-Z][\w .&/-]{{1,30}}\)(?P<after>{DASH}| (?=[A-Z])|(?=[A-Z][a-z]))")
IN_CAPITALS: Final = re.compile(r"[^\W\d_a-z][^\W\d_a-z]{1,30}(?![\w.])")
SAINT: Final = re.compile(r"(?:ST|FT|MT|PT)\.")


def datelines(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that end the line after a dateline, and write its place as a name."""
    for found in at_line_starts(DATELINE, text, starts):
        if is_dateline(found):
            yield from named_place(found)
            if found["before"] and found["agency"]:
                yield Edit(*found.span("before"), " ")
            yield from line_end(found)
    for found in at_line_starts(BARRED, text, starts):
        yield from named_place(found)
        yield Edit(*found.span("last" if found["last"] else "after"), "\n")
    for found in at_line_starts(SOURCE, text, starts):
        yield Edit(*found.span("after"), "\n")


def line_end(found: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits that end the line after a dateline, a day behind the agency still in it."""
    start, end = found.span("after")
    if found["late"]:
        yield Edit(start, found.start("late"), " ")
        start = found.end("late")
    yield Edit(start, end, "\n")


def is_dateline(found: re.Match[str]) -> bool:
    """Tell whether a place before an agency, a day or a dash is a dateline; before a colon it must be a known place."""
    if found["agency"]:
        return (bool(found["capitals"]) and ":" not in found["after"]) or known(found["place"])
    if found["after"].isspace() or (found["before"] or "").startswith("."):
        return False
    if not found["capitals"]:
        return known(found["place"]) and bool(found["region"] or found["day"]) and ":" not in found["after"]
    where = bool(found["region"] or found["day"]) and (":" not in found["after"] or bool(found["day"]))
    return known(found["place"]) or where


def known(place: str) -> bool:
    """Tell whether a place stands in the tables of places."""
    return place.lower() in places() or place.split("/", 1)[0].lower() in places()


def named_place(found: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits that write a place in capitals as a name."""
    if found["capitals"]:
        start, place = found.start("place"), found["place"]
        yield from named(start, place)
        for saint in SAINT.finditer(place):
            yield Edit(start + saint.start(), start + saint.end(), saint[0].capitalize())


def named(start: int, words: str) -> Iterator[Edit]:
    """Yield the edits that write words in capitals as a name: "NEW DELHI" as "New Delhi"."""
    for word in IN_CAPITALS.finditer(words):
        yield Edit(start + word.start(), start + word.end(), word[0].capitalize())


@cache
def places() -> frozenset[str]:
    """Return the places that are known before an article is read, in small letters."""
    names = [row[0] for table in ("names/cities", "names/provinces") for row in rows(table)]
    names += [form for row in rows("names/countries") for form in (row[0], *forms(row[1]))]
    return frozenset(name.lstrip("?").lower() for name in names)
