"""A Document in a notebook: its page in a frame of its own, which can run nothing and reaches nothing outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.view.html import to_html

if TYPE_CHECKING:
    from clusterdoc.facts import Document

HEAD: Final = "<head>"
# Links within the page stay in the frame: without it "#q1" would be a place in the notebook.
BASE: Final = '<base href="about:srcdoc">'
FRAME: Final = (
    '<iframe sandbox="" title="{title}" srcdoc="{page}" '
    'style="width: 100%; height: 36em; border: 1px solid #8888"></iframe>'
)


def framed_page(document: Document) -> str:
    """Return the page of a document as an <iframe>: no script runs in it, no style of it touches the notebook."""
    from markupsafe import escape

    page = to_html(document).replace(HEAD, f"{HEAD}\n{BASE}", 1)
    return FRAME.format(title=escape(repr(document)), page=escape(page))
