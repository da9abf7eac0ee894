"""How a file begins: its byte order mark, and its first words."""

from __future__ import annotations

from typing import Final

MARKS: Final = (  # the byte order marks, the longer ones first: the one of UTF-32 begins as that of UTF-16
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
LOOKED_AT: Final = 4_096  # bytes, to tell UTF-16 without a mark, and what is no text at all


def head_of(data: bytes) -> str:
    """Return how a file begins, from its first word on, to tell what it is: what is no ASCII may be wrong."""
    return data[:LOOKED_AT].decode(marked(data) or "latin-1", "replace").lstrip()


def marked(data: bytes) -> str | None:
    """Return the encoding that the byte order mark says, or None without one."""
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
