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


def dumps(data: Any, *, indent: int | None = None, ascii: bool = False) -> str:  # noqa: A002, ANN401 -- the same; whatever JSON holds
    """Return data as JSON in which no character can act."""
    written = json.dumps(data, ensure_ascii=ascii, allow_nan=False, indent=indent)
    return RAW.sub(lambda found: _escaped(found[0]), written)


def dumps_lined(data: Mapping[str, Any], *, ascii: bool = False) -> str:  # noqa: A002 -- the same
    """Return a document as JSON with a line for each fact and each key of its source: what `git diff` shows well."""
    parts = (f"{dumps(name)}: {_lined(value, ascii=ascii)}" for name, value in data.items())
    return "{\n" + ",\n".join(parts) + "\n}"


def _lined(value: Any, *, ascii: bool) -> str:  # noqa: A002, ANN401 -- whatever JSON holds
    """Return a value of a document as JSON: of a list an item a line, of an object a key a line."""
    if not isinstance(value, list | dict) or not value:
        return dumps(value, ascii=ascii)
    if isinstance(value, list):
        return "[\n" + ",\n".join(dumps(item, ascii=ascii) for item in value) + "\n]"
    return "{\n" + ",\n".join(f"{dumps(key)}: {dumps(item, ascii=ascii)}" for key, item in value.items()) + "\n}"


def _escaped(character: str) -> str:
    r"""Return a character as it is when it is harmless, else as JSON's `\u` escape."""
    if not acts(character):
        return character
    return "\\u007f" if character == "\x7f" else json.dumps(character)[1:-1]
