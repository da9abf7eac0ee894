"""RTF, as old programs of the press write it, by striprtf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.errors import SourceError
from clusterdoc.facts import Source
from clusterdoc.source.extras import extra
from clusterdoc.source.naming import printable, shown

if TYPE_CHECKING:
    from clusterdoc.source.content import Content

BEGINNING: Final = "{\\rtf"
MAX_BYTES: Final = 20_000_000


def read_rtf(content: Content) -> Source:
    """Return the article of an RTF file; raises SourceError without the extra `rtf`, or without words."""
    if len(content.data) > MAX_BYTES:
        raise SourceError(f"{shown(content.name)} is an RTF file larger than any article.")
    striprtf = extra("striprtf.striprtf", "rtf", f"{shown(content.name)} is an RTF file")
    try:
        text = striprtf.rtf_to_text(content.data.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, ArithmeticError, RecursionError, AttributeError, TypeError) as error:
        raise SourceError(f"{shown(content.name)} is an RTF file that cannot be read.") from error
    if not text.strip():
        raise SourceError(f"{shown(content.name)} is an RTF file without words.")
    return Source(printable(content.name), text, format="rtf")
