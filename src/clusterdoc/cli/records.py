"""A FILE of JSON: saved facts, which need no model, and records of articles, in lines, in an array or one alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.cli.found import Found
from clusterdoc.corpus.records import DEPTH, JSON, day, deeper
from clusterdoc.errors import SourceError
from clusterdoc.facts import LISTS, Document, Source
from clusterdoc.source.naming import printable, shown
from clusterdoc.source.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clusterdoc.source.content import Content

BLANK: Final = re.compile(r"[ \t\r\n]*")


def found_in(content: Content, find: Callable[[Source], Found]) -> Iterator[Found | SourceError]:
    """Yield what is found in each record, or the error that says why it is none; `find` reads what is not read yet."""
    text = decode(content.data, content.name, content.encoding)
    for number, value in enumerate(values(text), 1):
        where = printable(content.name) if number == 1 and single(text) else f"{printable(content.name)}:{number}"
        try:
            yield found_of(value, where, find)
        except SourceError as error:
            yield error


def single(text: str) -> bool:
    """Tell whether a text holds one object, as a terminal shows it."""
    return text.lstrip().startswith("{\n")


def values(text: str) -> Iterator[Any]:
    """Yield the objects of a text, one after the other or in an array; a string says what is wrong with others."""
    at = BLANK.match(text).end()  # type: ignore[union-attr]  # it matches everywhere
    if text.startswith("[", at):
        try:
            yield from JSON.decode(text[at:])
        except (ValueError, RecursionError) as error:
            yield f"is not JSON: {said(error)}"
        return
    while at < len(text):
        try:
            value, at = JSON.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            value = f"is not JSON: {said(error)}"
            at = text.find("\n{", at) + 1 or len(text)
        yield value
        at = BLANK.match(text, at).end()  # type: ignore[union-attr]  # the same


def said(error: Exception) -> str:
    """Return what is wrong with JSON, as the end of a sentence."""
    if isinstance(error, RecursionError):
        return "it is nested too deep."
    return f"{error.msg} in line {error.lineno}." if isinstance(error, json.JSONDecodeError) else str(error)


def found_of(value: Any, where: str, find: Callable[[Source], Found]) -> Found:  # noqa: ANN401 -- what JSON holds
    """Return what is found in a record; raises SourceError."""
    if not isinstance(value, dict) or deeper(value, DEPTH):
        raise SourceError(f"{shown(where)} {value if isinstance(value, str) else 'is no record of an article.'}")
    if "schema_version" in value:
        return saved(value, where, find)
    if not isinstance(value.get("text"), str):
        raise SourceError(f'{shown(where)} has no string under "text".')
    told = {key: value[key] for key in ("title", "url") if isinstance(value.get(key), str)}
    return find(Source(where, value["text"], published=day(value.get("date")), format="json", **told))


def saved(value: dict[str, Any], where: str, find: Callable[[Source], Found]) -> Found:
    """Return facts that were saved; where some lists of them were not, the article is read again."""
    try:
        document = Document.from_dict(value)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{shown(where)} cannot be read as saved facts: {error}") from None
    return Found(document=document) if all(name in value for name in LISTS) else find(document.source)
