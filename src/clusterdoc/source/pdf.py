"""PDFs: the words in reading order, a paragraph a line, by PDFium and where it says that the words stand."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from clusterdoc.errors import SourceError
from clusterdoc.facts import Source
from clusterdoc.source.apart import BrokenReaderError, apart
from clusterdoc.source.naming import printable, shown
from clusterdoc.source.pdf_cells import TextRun
from clusterdoc.source.pdf_pages import ordered, without_furniture
from clusterdoc.source.pdf_paragraphs import paragraphs

if TYPE_CHECKING:
    from clusterdoc.source.content import Content


def read_pdf(content: Content) -> Source:
    """Return the article of a PDF, a paragraph a line, without the headers and footers of its pages.

    Raises SourceError without the extra `pdf`, for one that is locked, damaged, too long, or holds pictures only.
    """
    if find_spec("pypdfium2") is None:
        raise SourceError(
            f"{shown(content.name)} is a PDF, which needs one more package: pip install 'clusterdoc[pdf]'"
        )
    try:
        read = apart("clusterdoc.source.pdf_cells:read_cells", content.data)
    except (BrokenReaderError, SourceError) as error:
        raise SourceError(f"{shown(content.name)} is a PDF that {error}.") from None
    pages = without_furniture([[TextRun(*cell) for cell in page] for page in read["pages"]])
    text = "\n".join(paragraphs([column for page in pages for column in ordered(page)]))
    if not text:
        advice = "its words must be recognised first, with an OCR program"
        raise SourceError(f"{shown(content.name)} is a PDF of pictures: {advice}.")
    return Source(printable(content.name), text, title=title_of(read["title"]), format="pdf")


def title_of(given: str) -> str | None:
    """Return the title that a PDF was given, or None for what programs write there: the name of a file."""
    title = " ".join(given.split())
    _, dot, ending = title.rpartition(".")
    is_file = " " not in title or (dot and ending.isalnum()) or title.lower().startswith(("microsoft ", "untitled"))
    return None if is_file else title
