"""What stands before the words of a paragraph and is nobody's: a dateline, a label, a time stamp, a credit, a byline.

A dateline becomes a line of its own, its place no longer in capitals; labels, stamps and picture numbers are left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words import forms, rows
from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import at_line_starts, line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY: Final = rf"(?:{MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d)"
CAPITALS: Final = r"[A-Z][A-Z'’/-]{1,20}(?: [A-Z][A-Z'’/-]{1,20}){0,3}"
MIXED: Final = r"[A-Z][a-z'’-]{1,20}(?: [A-Z][a-z'’-]{1,20}){0,2}"
REGION: Final = r"(?:[A-Z][A-Za-z'’-]{1,20}\.?(?: [A-Z][A-Za-z'’-]{1,20}){0,2}|(?:[A-Z]\.){2,3})"
AGENCY: Final = r"(?:\([A-Z][\w .&/'’-]{0,40}\)|/[A-Z][\w .-]{2,30}/)"
DASH: Final = r"(?: ?(?:--|[—–]) ?| - )"
# "LONDON, March 4 (Reuters) - ", "FULTON, N.Y.--(BUSINESS WIRE)--", "KYIV, Ukraine — ", "NEW DELHI: ".
DATELINE: Final = re.compile(
    rf"(?<![^\n])[ \t]{{0,8}}(?P<place>(?P<capitals>{CAPITALS})|{MIXED})(?P<region>, ?{REGION}(?![\w.]))?"
    rf"(?:(?:, ?| )(?P<day>{DAY}))?(?P<before>{DASH})?(?P<agency> ?{AGENCY})?"
    rf"(?P<after>{DASH}(?:(?P<late>{DAY}){DASH})?|: (?=\S)|(?<=[)/]) (?=[A-Z“\"‘']))"
)
# A source before the first word: "(Reuters) - Shares fell", "(AP) — Two men".
SOURCE: Final = re.compile(rf"[ \t]{{0,8}}\([A-Z][\w .&/-]{{1,30}}\)(?P<after>{DASH}| (?=[A-Z]))")
LABEL: Final = re.compile(
    r"[ \t]{0,8}(?P<label>[A-Za-z][A-Za-z'’]{2,15}(?: [A-Za-z'’]{2,15}){0,2})"
    r"(?P<after> ?[:|] {0,3}| [-–—] {1,3})(?=\S)"
)
UPDATE: Final = re.compile(r"(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED)(?: \d{1,2})?-(?=[A-Z])")
PICTURE: Final = re.compile(r"\d{1,2} of \d{1,3}(?:\.|(?=\n))[ \t]{0,3}")
# Behind a caption, as in: Dahl is in Leeds. Credit: Jane Doe / Press Agency
CREDIT: Final = re.compile(
    r"(?<=[.!?”\"’)])[ \t]{1,3}(?P<label>(?:(?:Photo|Image|Picture)s?(?: credit| by)?|Credit):)[ \t]{0,3}(?=\S)"
)
CREDITED: Final = ("redit", "hoto", "mage", "icture")
ZONE: Final = r"(?:GMT|BST|UTC|[ECMP][SD]?T|I?ST|CES?T|A[CE][SD]T)"
STAMP: Final = re.compile(
    rf"[ \t]{{0,8}}(?P<time>(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\.?)?)"
    rf"(?P<zone> \(?{ZONE}\)?)?(?P<after>:? {{0,2}}[-–—|]? {{0,3}}(?=[A-Z“\"‘'\n])|\Z)"
)
BYLINE: Final = re.compile(
    r"[ \t]{0,8}(?:By|BY|Words by|Reporting by|Written by):? {1,3}"
    r"(?P<names>[^\W\d_][\w.'’-]{0,30}(?:(?:,| and| AND| &)? [^\W\d_][\w.'’-]{0,30}){1,12})[ \t]{0,3}(?![^\n])"
)
IN_CAPITALS: Final = re.compile(r"[^\W\d_a-z][^\W\d_a-z]{1,30}(?![\w.])")
SEVERAL: Final = 2


def openings(text: str) -> Iterator[Edit]:
    """Yield the edits that part datelines from what they head, and leave out labels and time stamps."""
    starts = line_starts(text)
    for find in (labels, _datelines, stamps, bylines):
        yield from find(text, starts)
    if any(word in text for word in CREDITED):
        yield from (Edit(*found.span(), "\n") for found in CREDIT.finditer(text))


def labels(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that leave out labels and the numbers of pictures."""
    for found in at_line_starts(LABEL, text, starts):
        if is_label(found["label"]) and dash_is_clear(found):
            end = text.find("\n", found.end()) if is_pointer(found["label"]) else found.end()
            yield Edit(found.start(), end if end >= 0 else len(text))
    for pattern in (UPDATE, PICTURE):
        yield from (Edit(*found.span()) for found in at_line_starts(pattern, text, starts))


def is_label(words: str) -> bool:
    """Tell whether words are a label."""
    return words.lower().replace("’", "'") in known_labels()


def is_pointer(words: str) -> bool:
    """Tell whether a label heads a line that points to another article."""
    return known_labels()[words.lower().replace("’", "'")] == "line"


def dash_is_clear(label: re.Match[str]) -> bool:
    """Tell whether a label is one: before a dash only in capitals, before a colon also with one at its beginning."""
    return label["label"].isupper() or (label["label"][0].isupper() and ":" in label["after"])


def _datelines(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that end the line after a dateline, and write its place as a name."""
    for found in at_line_starts(DATELINE, text, starts):
        if is_dateline(found):
            yield from (_named(found.start("place"), found["place"]) if found["capitals"] else ())
            if found["before"] and found["agency"]:
                yield Edit(*found.span("before"), " ")
            yield from line_end(found)
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
    if is_label(found["place"]):
        return False
    if found["agency"]:
        return bool(found["capitals"]) or known(found["place"])
    if not found["capitals"] or not found["after"].strip():
        return False
    return known(found["place"]) or (bool(found["region"] or found["day"]) and ":" not in found["after"])


def known(place: str) -> bool:
    """Tell whether a place stands in the tables of places."""
    return place.lower() in _places() or place.split("/", 1)[0].lower() in _places()


def _named(start: int, place: str) -> Iterator[Edit]:
    """Yield the edits that write words in capitals as a name: "NEW DELHI" as "New Delhi"."""
    for word in IN_CAPITALS.finditer(place):
        yield Edit(start + word.start(), start + word.end(), word[0].capitalize())


def stamps(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that leave out the times of a live report; one alone needs its zone, and no dash makes a list."""
    found = list(at_line_starts(STAMP, text, starts))
    bare = [stamp for stamp in found if not stamp["zone"] and not stamp["after"].strip()]
    yield from (Edit(*stamp.span()) for stamp in found if stamp["zone"])
    yield from (Edit(*stamp.span()) for stamp in bare if len(bare) >= SEVERAL)


def bylines(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that write the names of a byline as names: "By JANE DOE" as "By Jane Doe"."""
    for found in at_line_starts(BYLINE, text, starts):
        yield from _named(found.start("names"), found["names"])


@cache
def known_labels() -> dict[str, str]:
    """Return the labels in small letters, and what each heads."""
    return {row[0]: row[1] for row in rows("labels")}


@cache
def _places() -> frozenset[str]:
    """Return the places that are known before an article is read, in small letters."""
    names = [row[0] for table in ("names/cities", "names/provinces") for row in rows(table)]
    names += [form for row in rows("names/countries") for form in (row[0], *forms(row[1]))]
    return frozenset(name.lstrip("?").lower() for name in names)
