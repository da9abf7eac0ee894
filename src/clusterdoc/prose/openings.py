"""What stands before or behind the words of a paragraph and is nobody's: a label, a picture's number, credit, byline.

Labels and numbers of pictures are left out; a credit is a line of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words import rows
from clusterdoc.find.words.people import nouns
from clusterdoc.prose.datelines import datelines, named, places
from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import at_line_starts, line_starts
from clusterdoc.prose.stamps import stamps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LABEL: Final = re.compile(
    r"[ \t]{0,8}(?P<label>[A-Za-z][A-Za-z'’]{2,15}(?: [A-Za-z'’]{2,15}){0,2})"
    r"(?P<after> ?[:|] {0,3}| [-–—] {1,3})(?=\S)"
)
WORD: Final = r"(?:[A-Z]{2,20}(?:['’-][A-Z]{1,20}){0,2}|[A-Z]['’][A-Z]{2,20}|[A-Z]\.)"
UPDATE: Final = re.compile(r"(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED)(?: \d{1,2})?-(?=[A-Z])")
PICTURE: Final = re.compile(
    r"(?:\d{1,2} of \d{1,3}(?:\.|(?=\n))|\[\d{1,2} ?/ ?\d{1,3}\]"
    r"|(?:Image|Photo|Picture|Slide) \d{1,2} (?:of|/) \d{1,3}(?:[.:]|(?![^\n])))[ \t]{0,3}"
)
# Behind a caption, as in: Dahl is in Leeds. Credit: Jane Doe / Press Agency
CREDIT: Final = re.compile(
    r"(?<=[.!?”\"’')])[ \t]{1,3}(?:(?:(?:Photo(?:graph)?|Image|Pic(?:ture)?|Video)s?(?: credit| by)?|Credit):"
    r"[ \t]{0,3}(?=\S)|(?=[A-Z]{2,8}(?: Photo)?/[A-Z][\w.'’-]{1,20}[ /]))"
)
KEPT: Final = re.compile(r"(?<=\w)/(?:File|Handout|Pool)(?: [Pp]hoto)?(?![\w/])")
ANOTHER: Final = re.compile(r"(?:[;,]|(?<=[.])) (?:and )?(?P<label>[A-Za-z]{3,8}(?: [A-Za-z]{4,6})?): (?=\S)")
LONGEST_CAPTION: Final = 200
# Asked for before the patterns.
CREDITED: Final = (
    "redit:", "hoto:", "hotos:", "raph:", "raphs:", "mage:", "mages:", "Pic:", "Pics:", "icture:", "ictures:", "ideo:",
    "ideos:", " by:",
)  # fmt: skip
AGENCIES: Final = re.compile(r"[A-Z]/[A-Z]")
BYLINE: Final = re.compile(
    r"[ \t]{0,8}(?:(?:(?:Words|Story|Report|Reporting|Written|Analysis) )?[Bb]y|BY):? {1,3}"
    r"(?P<names>[^\W\d_][\w.'’-]{0,30}(?:(?:,| and| AND| &)? [^\W\d_][\w.'’-]{0,30}){1,12})[ \t]{0,3}"
    r"(?P<rest>[|•·] [^\n]{1,80})?(?![^\n])"
)
# Names over or under an article, a place or an office on the next line: "JANE OTT⏎LEEDS".
SIGNED: Final = re.compile(
    rf"[ \t]{{0,8}}(?P<who>{WORD}(?: {WORD}){{1,3}}(?:(?:,| and| AND| &) {WORD}(?: {WORD}){{1,3}}){{0,3}})"
    r"[ \t]{0,3}\n"
    rf"[ \t]{{0,8}}(?P<where>(?:IN )?(?P<what>{WORD}(?:,? {WORD}){{0,3}}))[ \t]{{0,3}}(?![^\n])"
)


def openings(text: str) -> Iterator[Edit]:
    """Yield the edits that separate datelines from what they head, and leave out labels and time stamps."""
    starts = line_starts(text)
    for find in (labels, datelines, stamps, bylines, signatures_in_capitals):
        yield from find(text, starts)
    if any(sign in text for sign in CREDITED) or ("/" in text and AGENCIES.search(text)):
        yield from (Edit(*found.span(), "\n") for found in CREDIT.finditer(text))
    if "/" in text:
        yield from (Edit(*found.span()) for found in KEPT.finditer(text))


def labels(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that leave out labels and the numbers of pictures."""
    for found in at_line_starts(LABEL, text, starts):
        if is_label(found["label"]) and dash_is_clear(found):
            end = text.find("\n", found.end()) if is_pointer(found["label"]) else found.end()
            yield Edit(found.start(), end if end >= 0 else len(text))
            yield from more_of_a_picture(found)
    for pattern in (UPDATE, PICTURE):
        yield from (Edit(*found.span()) for found in at_line_starts(pattern, text, starts))


def more_of_a_picture(label: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits that end the line before the other labels of a caption: "Left: Ann Lee; right: Bo Dahl"."""
    for found in ANOTHER.finditer(label.string, label.end(), label.end() + LONGEST_CAPTION):
        if is_label(found["label"]):
            yield Edit(*found.span(), "\n")


def is_label(words: str) -> bool:
    """Tell whether words are a label."""
    return words.lower().replace("’", "'") in known_labels()


def is_pointer(words: str) -> bool:
    """Tell whether a label heads a line that points to another article."""
    return known_labels()[words.lower().replace("’", "'")] == "line"


def dash_is_clear(label: re.Match[str]) -> bool:
    """Tell whether a label is one: before a dash or a bar only in capitals, before a colon also with one first."""
    return label["label"].isupper() or (label["label"][0].isupper() and ":" in label["after"])


def bylines(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that write the names of a byline as names: "By JANE DOE" as "By Jane Doe"."""
    for found in at_line_starts(BYLINE, text, starts):
        yield from named(found.start("names"), found["names"])
        comma = found["names"].rfind(", ")
        if comma >= 0 and found["names"].rsplit(None, 1)[-1].lower() in nouns():
            yield Edit(found.start("names") + comma, found.start("names") + comma + 2, "\n")
        if found["rest"]:
            yield Edit(found.start("rest"), found.start("rest") + 2, "\n")


def signatures_in_capitals(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that write names in capitals as names, and the place or the office on the line below them."""
    for found in at_line_starts(SIGNED, text, starts):
        if is_place_or_office(found["what"].lower()):
            yield from named(found.start("who"), found["who"])
            yield from named(found.start("what"), found["what"])


def is_place_or_office(words: str) -> bool:
    """Tell whether words name a place, a region or none behind it, or end in an office: "news editor"."""
    return words in places() or words.partition(",")[0] in places() or words.rpartition(" ")[2] in nouns()


@cache
def known_labels() -> dict[str, str]:
    """Return the labels in small letters, and what each heads."""
    return {row[0]: row[1] for row in rows("labels")}
