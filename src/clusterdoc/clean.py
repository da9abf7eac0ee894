"""Article text to text that a terminal can only show, never obey."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

FOLDED: Final = re.compile("[ \t\n\r\v\f\x85\u2028\u2029]+")
PLAIN: Final = re.compile("[^ -~]")
# Control, format (bidi, zero width, tags), lone surrogate, line and paragraph separator.
ACTING: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
NONCHARACTERS: Final = frozenset(
    [
        *map(chr, range(0xFDD0, 0xFDF0)),
        *(chr(plane | last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
    ]
)


def clean(text: str, encoding: str = "utf-8") -> str:
    r"""Return the text on one line, each character that could act, or that `encoding` lacks, in a visible form.

    ESC becomes the four characters `\x1b`, a bidi override `\u202e`; runs of blanks and line breaks become one blank.
    """
    return escape(FOLDED.sub(" ", text), encoding)


def escape(text: str, encoding: str = "utf-8") -> str:
    """Return the text with every character but printable ASCII made harmless: line breaks and tabs too."""
    return PLAIN.sub(lambda found: visible(found[0], encoding), text)


@lru_cache(maxsize=4096)
def visible(character: str, encoding: str = "utf-8") -> str:
    r"""Return a character as it is when it is harmless and can be encoded, else its `\x`, `\u` or `\U` form."""
    if not acts(character):
        return character.encode(encoding, "backslashreplace").decode(encoding)
    if character < "\x80":
        return f"\\x{ord(character):02x}"
    return character.encode("ascii", "backslashreplace").decode()


def acts(character: str) -> bool:
    """Return whether a character may do something where it is shown, or is none: a noncharacter of Unicode."""
    return unicodedata.category(character) in ACTING or character in NONCHARACTERS
