"""Characters that only the form of a text needs: invisible ones, ligatures, decomposed letters, HTML's entities."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

INVISIBLE: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]{1,1000}")
# A blank that keeps words on a line; between digits it groups thousands, which the finder of numbers reads.
WIDE: Final = re.compile("[\u00a0\u2000-\u2008\u200a\u202f\u3000]")
GLUE: Final = re.compile(rf"(?<!\d){WIDE.pattern}|{WIDE.pattern}(?!\d)")
# Marks of TeX and of French, as English prints them.
OTHER_MARKS: Final = re.compile(
    r"``(?P<tex>[^`\n]{1,2000}?)''"
    "|«[ \u00a0\u202f]?(?P<french>[^«»\n]{1,2000}?)[ \u00a0\u202f]?»"
)
LINE_END: Final = re.compile("\r\n?|[\x0b\u2028\u2029]")
LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
DIACRITIC: Final = re.compile("[\u0300-\u036f]")
DECOMPOSED: Final = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
ENTITY: Final = re.compile(r"&(?:amp;){0,3}(?:[A-Za-z][A-Za-z0-9]{1,24}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")

AMPERSANDS: Final = re.compile(r"&(?:amp;){1,4}(?=[#A-Za-z])")  # "&amp;quot;": a page written into another


def characters(text: str) -> Iterator[Edit]:
    """Yield the edits that leave the letters a reader sees, each line ended by a line feed."""
    present = "".join(set(text))
    for pattern, instead in REPLACED:
        if pattern.search(present):
            yield from (Edit(*found.span(), instead(found)) for found in pattern.finditer(text))
    if DIACRITIC.search(present):
        yield from (Edit(*found.span(), unicodedata.normalize("NFC", found[0])) for found in DECOMPOSED.finditer(text))
    if WIDE.search(present):
        yield from (Edit(*found.span(), " ") for found in GLUE.finditer(text))
    if "`" in present or "»" in present:
        yield from (edit for found in OTHER_MARKS.finditer(text) for edit in curly(found))
    if "&" in present:
        yield from (Edit(*found.span(), character(found[0])) for found in ENTITY.finditer(text))


def curly(found: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits that put curly marks round the words of a quotation."""
    start, end = found.span("tex" if found["tex"] else "french")
    yield Edit(found.start(), start, "“")
    yield Edit(end, found.end(), "”")


def parted(found: re.Match[str]) -> str:
    """Return what stands for invisible characters: a blank between a number and a word, else nothing."""
    text, start, end = found.string, found.start(), found.end()
    return " " if text[max(0, start - 1) : start].isdigit() and text[end : end + 1].isalpha() else ""


def character(entity: str) -> str:
    """Return the character of an HTML entity, or the entity where it names none that can be read."""
    found = html.unescape(AMPERSANDS.sub("&", entity))
    if found == "\u00ad":
        return ""
    if found.isspace():
        return " "
    return found if found.isprintable() and "&" not in found[1:] else entity


# What a character alone tells, and what stands for it.
REPLACED: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (INVISIBLE, parted),
    (LINE_END, lambda _: "\n"),
    (LIGATURE, lambda found: unicodedata.normalize("NFKC", found[0])),
)
