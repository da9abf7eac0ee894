"""What a printer puts on every page of a text: running heads, addresses, the time of printing, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE: Final = re.compile(r"[^\f]{1,100000}")
LINE: Final = re.compile(r"[^\n\f]{1,2000}")
DIGITS: Final = re.compile(r"\d{1,20}|\s{2,80}")
# "11/28/26, 11:27 PM    The Leeds Post", "https://post.example/a    1/3", "Page 2 of 5", "- 3 -".
PRINTED: Final = re.compile(
    r"(?:\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?(?: .{0,120})?"
    r"|(?:file|https?)://\S{1,300}(?:\s{1,150}\d{1,4}/\d{1,4})?|(?:[Pp]age )?\d{1,4}(?: of | ?/ ?)\d{1,4}"
    r"|[Pp]age \d{1,4}|[-–—] ?\d{1,4} ?[-–—])\Z"
)
# The same between two columns that are read one after the other: the address at the foot, the title at the head.
BARE_TIME: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?\Z")
PAGES: Final = re.compile(r"\d{1,4}/\d{1,4}\Z")
ADDRESS: Final = re.compile(r"\n{2,9}(?:file|https?)://\S{1,300}\n{2,9}(?P<title>[^\n\f]{1,200}\n{2,9})?")
EDGE: Final = 2  # lines at the top and at the bottom of a page
LONGEST: Final = 200
SEVERAL: Final = 2


def running_heads(text: str) -> Iterator[Edit]:
    """Yield the edits that leave out, in a text with page breaks, the lines at the edges of pages that are no text.

    Those are the lines that a browser prints, and those that stand on several pages, but for their numbers.
    """
    if "\f" not in text:
        return
    edges = [line for page in PAGE.finditer(text) for line in edge_lines(page)]
    common = Counter(_same(line[0]) for line in edges)
    for line in edges:
        if PRINTED.match(line[0].strip()) or (common[_same(line[0])] >= SEVERAL and len(line[0].strip()) < LONGEST):
            yield Edit(*line.span())
    for page in PAGE.finditer(text):
        yield from between_columns(page)


def between_columns(page: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits that leave out what a browser prints, where it stands in the midst of a page."""
    lines = edge_lines(page)
    if not lines or not PAGES.match(lines[-1][0].strip()):
        return
    title = BARE_TIME.match(lines[0][0].strip()) is not None
    for found in ADDRESS.finditer(page.string, *page.span()):
        yield Edit(found.start(), found.end() if title else found.end() - len(found["title"] or ""), "\n\f")


def edge_lines(page: re.Match[str]) -> list[re.Match[str]]:
    """Return the first and the last lines of a page that are not empty, each once."""
    found = [line for line in LINE.finditer(page.string, page.start(), page.end()) if not line[0].isspace()]
    return found if len(found) <= 2 * EDGE else [*found[:EDGE], *found[-EDGE:]]


def _same(line: str) -> str:
    """Return a line without its numbers."""
    return DIGITS.sub("#", line.strip())
