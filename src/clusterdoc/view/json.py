"""A Document as JSON text that is strictly valid, and in which no character of the article can act."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.clean import acts
from clusterdoc.terms import LISTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clusterdoc.facts import Document

RAW: Final = re.compile("[^ -~\n]")  # line breaks in the output are the layout's: those of the text are escaped


def to_json(document: Document, lists: Sequence[str] = LISTS, *, indent: int | None = None, ascii: bool = False) -> str:  # noqa: A002 -- the word of the json module
    r"""Return a document as JSON on one line, or indented.

    Control, bidi and zero-width characters and lone surrogates become `\u` escapes, with `ascii` all others too.
    """
    return dumps(document.to_dict(lists), indent=indent, ascii=ascii)


def dumps(data: Mapping[str, Any], *, indent: int | None = None, ascii: bool = False) -> str:  # noqa: A002 -- the same
    """Return data as JSON in which no character can act."""
    written = json.dumps(data, ensure_ascii=ascii, allow_nan=False, indent=indent)
    return RAW.sub(lambda found: _escaped(found[0]), written)


def _escaped(character: str) -> str:
    r"""Return a character as it is when it is harmless, else as JSON's `\u` escape."""
    if not acts(character):
        return character
    return "\\u007f" if character == "\x7f" else json.dumps(character)[1:-1]
