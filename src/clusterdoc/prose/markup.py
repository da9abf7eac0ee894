"""Marks that a mail program or Markdown puts round the words: "> ", "# ", "**", links, footnote numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import at_line_starts, line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUOTED: Final = re.compile(r"(?<![^\n])[ \t]{0,3}>(?:[ \t]?>){0,20}(?:[ \t]|(?=\n)|\Z)")
TIGHT: Final = re.compile(r"(?<![^\n])>{1,20}(?=[^>\s])")
LINE: Final = re.compile(r"(?<![^\n])[^\n]")
HEADING: Final = re.compile(r"#{1,6}[ \t]{1,4}(?=\S)")
BULLET: Final = re.compile(
    r"[ \t]{0,12}(?:[-*+][ \t]{1,4}|[•●▪◦‣·][ \t]{0,4})(?=[^\s\d$£€%•●▪◦‣·-])|[ \t]{0,12}[*•●▪◦‣·][ \t]{1,4}(?=[\d$£€])"
)
LINK: Final = re.compile(
    r"(?P<open>!?\[)(?P<text>[^\[\]\n]{0,300})(?P<close>\]\([^()\s]{1,500}(?: \"[^\"\n]{0,200}\")?\))"
)
ADDRESS: Final = re.compile(r"<https?://[^\s<>]{1,500}>")
# As in: Ott said.[1] It cost $5m.[2][3]
FOOTNOTE: Final = re.compile(
    r"\[(?:(?<=[\w.,;:!?”’\"']\[)\d{1,3}\](?:\[\d{1,3}\]){0,4}(?!\()"
    r"|(?<=[\w.,;!?]\[)(?:note \d{1,2}|nb \d{1,2}|citation needed|who\?|when\?|update)\]|(?<=[.,;!?]\[)[a-z]\])"
)
RAISED_NUMBER: Final = re.compile(r"(?<=[.,;:!?”\"])[¹²³⁰⁴-⁹]{1,3}(?!\w)")
RAISED: Final = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")
# What is left of a page: "<b>Ott</b> said".
TAG: Final = re.compile(r"</?(?:b|i|u|em|strong|span|p|br|a|sup|sub|small|div|v)(?: [^<>\n]{1,200})? ?/?>")
# A run of stars, or of low lines at the edge of a word.
EMPHASIS: Final = re.compile(r"(?<![*\\])\*{1,3}(?!\*)|(?<![\w\\])_{1,2}(?![_\s])|(?<![_\s\\])_{1,2}(?!\w)")
ENDED: Final = re.compile(r"[.!?”\"’'][ \t]?\n{1,2}\Z")
PAIR: Final = 2


def markup(text: str) -> Iterator[Edit]:
    """Yield the edits that leave out the marks of Markdown, list marks among them."""
    starts = line_starts(text)
    yield from (Edit(*found.span()) for found in at_line_starts(HEADING, text, starts))
    yield from (Edit(*found.span()) for found in bullets(text, starts))
    if "]" in text:
        yield from (Edit(*found.span()) for found in FOOTNOTE.finditer(text))
    if not RAISED.isdisjoint(text):
        yield from (Edit(*found.span()) for found in RAISED_NUMBER.finditer(text))
    if "</" in text:
        yield from (Edit(*found.span()) for found in TAG.finditer(text))
    yield from _links(text)
    yield from emphasis(text)


def bullets(text: str, starts: Sequence[int]) -> list[re.Match[str]]:
    """Return the bullets of a text: one hyphen alone, behind a sentence, is the dash before a signature."""
    found = list(at_line_starts(BULLET, text, starts))
    if len(found) == 1 and "-" in found[0][0] and ENDED.search(text, max(0, found[0].start() - 5), found[0].start()):
        return []
    return found


def quoting(text: str) -> Iterator[Edit]:
    """Yield the edits that leave out mail's "> ", and a bare ">" where most lines begin with one."""
    if ">" not in text:
        return
    yield from (Edit(*found.span()) for found in QUOTED.finditer(text))
    tight = list(TIGHT.finditer(text))
    if PAIR * len(tight) > sum(1 for _ in LINE.finditer(text)):
        yield from (Edit(*found.span()) for found in tight)


def _links(text: str) -> Iterator[Edit]:
    """Yield the edits that leave the words of a link, and nothing of a picture."""
    if "](" in text:
        for found in LINK.finditer(text):
            if found["open"] == "![":
                yield Edit(*found.span())
            else:
                yield Edit(*found.span("open"))
                yield Edit(*found.span("close"))
    if "<http" in text:
        for found in ADDRESS.finditer(text):
            yield Edit(found.start(), found.start() + 1)
            yield Edit(found.end() - 1, found.end())


def emphasis(text: str) -> Iterator[Edit]:
    """Yield the edits that leave out marks of emphasis which are opened and closed in one line."""
    if "*" not in text and "_" not in text:
        return
    opened: dict[str, re.Match[str]] = {}
    past = 0
    for found in EMPHASIS.finditer(text):
        if "\n\n" in text[past : found.start()]:
            opened.clear()
        past = found.end()
        mark = found[0]
        if mark in opened and not opens(text, found):
            first = opened.pop(mark)
            yield Edit(*first.span())
            yield Edit(*found.span())
        elif opens(text, found):
            opened[mark] = found


def opens(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark of emphasis stands before its words: a blank or a bracket before it, none after it."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return not after.isspace() and after != "" and (before == "" or before.isspace() or before in "([{\"“‘'—–-/")
