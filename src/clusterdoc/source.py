"""Files to text. No normalising: offsets are sacred."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clusterdoc.facts import Source

if TYPE_CHECKING:
    import os


class SourceError(ValueError):
    """A file that cannot be read as an article; the message is one sentence that says what to do."""


def read_file(path: str | os.PathLike[str]) -> Source:
    """Return the article in a UTF-8 file."""
    return Source(str(path), Path(path).read_bytes().decode("utf-8-sig"))
