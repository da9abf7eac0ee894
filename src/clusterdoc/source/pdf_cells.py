"""The words of a PDF and where they stand, by PDFium: runs of characters on a line, in the order of the file."""

from __future__ import annotations

import ctypes
import re
import sys
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from clusterdoc.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PAGES: Final = 1_000
MAX_CHARACTERS: Final = 5_000_000
GUTTER: Final = 1.6  # line heights: a wider blank parts columns and cells
SURROGATE: Final = re.compile("[\ud800-\udfff]")
LINE_END: Final = frozenset("\r\n")
HYPHENS: Final = frozenset("\x02\xad\ufffe")  # as PDFium gives a hyphen at the end of a line


class TextRun(NamedTuple):
    """A run of characters on a line, and its edges in points from the left and from the foot of the page."""

    text: str
    left: float
    right: float
    foot: float
    top: float

    @property
    def size(self) -> float:
        """Return the height of the line."""
        return max(self.top - self.foot, 1.0)

    @property
    def middle(self) -> float:
        """Return the height at which the line stands."""
        return (self.top + self.foot) / 2


def read_cells(data: bytes) -> dict[str, Any]:
    """Return the title of a PDF, and the cells of each page; raises SourceError with the end of a sentence."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "is locked with a password: save it without one" if locked else "is damaged: no PDF reader opens it"
        raise SourceError(reason) from None
    if len(pdf) > MAX_PAGES:
        raise SourceError(f"has {len(pdf):,} pages: no article has so many")
    pages, left = [], MAX_CHARACTERS
    for number in range(len(pdf)):
        try:
            cells = list(cells_of(pdf[number], pypdfium2.raw))
        except pypdfium2.PdfiumError:
            continue
        left -= sum(len(cell.text) for cell in cells)
        if left < 0:
            raise SourceError("is longer than any article")
        pages.append(cells)
    return {"title": pdf.get_metadata_dict().get("Title", ""), "pages": pages}


def cells_of(page: Any, raw: Any) -> Iterator[TextRun]:  # noqa: ANN401 -- pypdfium2's own
    """Yield the cells of a page."""
    text_page = page.get_textpage()
    box = raw.FS_RECTF()
    run: list[str] = []
    edges: tuple[float, ...] | None = None
    for index in range(text_page.count_chars()):
        character = character_at(text_page, index, raw)
        if character in LINE_END:
            yield from _finished(run, edges)
            run, edges = [], None
            continue
        if not character.isspace() and raw.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box)):
            here = (box.left, box.right, box.bottom, box.top)
            if edges is not None and apart_from(edges, here):
                yield from _finished(run, edges)
                run, edges = [], None
            edges = here if edges is None else _around(edges, here)
        run.append(character)
    yield from _finished(run, edges)


def character_at(text_page: Any, index: int, raw: Any) -> str:  # noqa: ANN401 -- the same
    """Return a character, a hyphen at the end of a line as a hyphen."""
    code = raw.FPDFText_GetUnicode(text_page, index)
    if code > sys.maxunicode or SURROGATE.match(chr(code)):
        return "\ufffd"
    return "-" if chr(code) in HYPHENS else chr(code)


def apart_from(before: tuple[float, ...], here: tuple[float, ...]) -> bool:
    """Tell whether a character stands in another cell than the one before it: far to the right, or on another line."""
    size = max(before[3] - before[2], 1.0)
    other_line = abs((here[2] + here[3]) - (before[2] + before[3])) > 1.2 * max(size, here[3] - here[2])
    return other_line or here[0] - before[1] > GUTTER * size or before[0] - here[0] > size


def _around(before: tuple[float, ...], here: tuple[float, ...]) -> tuple[float, ...]:
    """Return the edges of two boxes together."""
    return (min(before[0], here[0]), max(before[1], here[1]), min(before[2], here[2]), max(before[3], here[3]))


def _finished(run: list[str], edges: tuple[float, ...] | None) -> Iterator[TextRun]:
    """Yield the cell of a run, if it has words."""
    text = "".join(run).strip()
    if text and edges is not None:
        yield TextRun(" ".join(text.split()), *(round(edge, 1) for edge in edges))
