"""Bytes to text: the encoding that is asked for or marked, else UTF-8. No guess: offsets are sacred."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from clusterdoc.errors import SourceError
from clusterdoc.facts import Source
from clusterdoc.source.beginning import LOOKED_AT, marked
from clusterdoc.source.naming import printable, shown

if TYPE_CHECKING:
    from clusterdoc.source.content import Content

CONTROLS: Final = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))

# What they are taken for on the web: https://encoding.spec.whatwg.org/#names-and-labels
LABELS: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "tis-620": "cp874", "utf-16-le": "utf-8", "utf-16": "utf-8",
}  # fmt: skip


def read_text(content: Content) -> Source:
    """Return a text file as it is."""
    text = decode_text(content.data, content.name, content.encoding or content.charset)
    return Source(printable(content.name), text, url=content.url, format="text")


def decode_text(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return bytes as text, without the byte order mark, which is obeyed; else in `encoding`, or UTF-8.

    Raises SourceError, which names the first byte that does not fit, and the option that helps.
    """
    encoding = marked(data) or encoding or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"{shown(name)} {fault(data, error, encoding)}") from None
    except (LookupError, UnicodeError):
        raise SourceError(f"{shown(name)} is said to be in {encoding!r}, which is no encoding known here.") from None
    if encoding == "utf-8" and (order := utf_16_unmarked(data)):
        raise SourceError(f"{shown(name)} looks like UTF-16 without its mark: --encoding {order} reads it.")
    return text


def declared_text(content: Content, declared: str | None) -> str:
    """Return the characters of a page or a letter: in the encoding asked for, marked or declared, as on the web.

    What does not fit a declared one is replaced; without any it is UTF-8. Raises SourceError as `decode` does.
    """
    if not content.encoding and not marked(content.data) and declared:
        try:
            codec = codecs.lookup(declared.lower().removeprefix("x-")).name
            return content.data.decode(LABELS.get(codec, codec), "replace")
        except (LookupError, UnicodeError):  # no encoding, or one of something else than text
            pass
    return decode_text(content.data, content.name, content.encoding)


def fault(data: bytes, error: UnicodeDecodeError, encoding: str) -> str:
    """Return what is wrong with bytes that are not in an encoding, and what to do, as the end of a sentence."""
    called = encoding.upper().removesuffix("-SIG")
    if is_cut_off(data, error):
        return f"is cut off: it ends within a character of {called}."
    place = f"is not {called} (byte 0x{data[error.start]:02x} at {error.start:,})"
    if called != "UTF-8":
        return f"{place}: --encoding NAME reads it in another encoding."
    if any(control in data[:LOOKED_AT] for control in CONTROLS):
        return f"{place}, and holds bytes that no text has: it is not an article."
    if fits(data, "cp1252"):
        return f"{place}: --encoding cp1252 is that of old texts of Windows."
    return f"{place}: --encoding NAME reads it in another encoding."


def is_cut_off(data: bytes, error: UnicodeDecodeError) -> bool:
    """Tell whether bytes end within a character: one byte after plain English may as well be a letter of cp1252."""
    at_the_end = error.reason in ("unexpected end of data", "truncated data")
    return at_the_end and (len(data) - error.start > 1 or not data[: error.start].isascii())


def fits(data: bytes, encoding: str) -> bool:
    """Tell whether bytes can be decoded."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def utf_16_unmarked(data: bytes) -> str | None:
    """Return the byte order of English in UTF-16, every other byte of which is zero, or None."""
    head = data[:LOOKED_AT]
    enough = len(head) // 2 * 0.8
    if len(head) < len(codecs.BOM_UTF32_LE) or b"\0" not in head:
        return None
    if head[1::2].count(0) >= enough and head[::2].count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) >= enough and head[1::2].count(0) == 0 else None
