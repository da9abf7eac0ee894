"""The content of a file, and which reader makes an article of it: recognised by its bytes, not by its name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from clusterdoc.errors import SourceError
from clusterdoc.source.naming import shown

if TYPE_CHECKING:
    from clusterdoc.facts import Source

LOOKED_AT: Final = 1_024  # bytes in which a PDF begins, whatever stands before it


class Content(NamedTuple):
    """The bytes of a file or a page of the web, and what is known of them.

    `encoding` is what the user asked for, `charset` what the server said; `url` is where a page was fetched.
    """

    data: bytes
    name: str
    encoding: str | None = None
    charset: str | None = None
    url: str | None = None

    @property
    def known(self) -> tuple[str | None, ...]:
        """Return all that is known besides the bytes and the name: what is made of them depends on it."""
        return self[2:]


def read_content(content: Content) -> Source:
    """Return the article in the content of a file; raises SourceError when there is none."""
    from clusterdoc.source.signatures import refused

    kind = refused(content.data)
    if kind is not None:
        raise SourceError(f"{shown(content.name)} is {kind.what}, not an article: {kind.advice}.")
    source: Source = reader(content.data)(content)
    return source


def reader(data: bytes) -> Any:  # noqa: ANN401 -- a function of Content to Source, imported by its name
    """Return what reads files that begin so; the module of a format is imported when the format is met."""
    if b"%PDF-" in data[:LOOKED_AT]:
        return _found("pdf", "read_pdf")
    if data.startswith(b"PK\x03\x04"):
        return _found("zipped", "read_zip")
    from clusterdoc.source.beginning import head_of

    head = head_of(data)
    if head.startswith("{\\rtf"):
        return _found("rtf", "read_rtf")
    if head.startswith("<") and _found("html", "begins_as_html")(head):
        return _found("html", "read_html")
    if ":" in head[:LOOKED_AT] and _found("mail", "begins_as_mail")(head):
        return _found("mail", "read_mail")
    return _found("text", "read_text")


def _found(module: str, name: str) -> Any:  # noqa: ANN401 -- a function of a reader's module
    """Return a function of a module of this package."""
    return getattr(import_module(f"clusterdoc.source.{module}"), name)
