"""The content of a file, and which reader makes an article of it: told by its bytes, not by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from clusterdoc.errors import SourceError
from clusterdoc.source.names import shown

if TYPE_CHECKING:
    from clusterdoc.facts import Source


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
    from clusterdoc.source.text import read_text

    kind = refused(content.data)
    if kind is not None:
        raise SourceError(f"{shown(content.name)} is {kind.what}, not an article: {kind.advice}.")
    return read_text(content)
