"""The content of a file to all articles in it: the one that it is, or its records, saved facts among them."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING, Any, TypeAlias

from clusterdoc.corpus.entries import dates_of, entries
from clusterdoc.corpus.published import Published, Unread
from clusterdoc.corpus.records import Keys, article_of
from clusterdoc.corpus.strict_json import RecordError
from clusterdoc.errors import SourceError
from clusterdoc.facts import LISTS, Document, Source
from clusterdoc.source.content import read_content
from clusterdoc.source.files import URL, file_content, silent
from clusterdoc.source.naming import printable, shown
from clusterdoc.source.shapes import shape_in
from clusterdoc.source.text import decode_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clusterdoc.corpus.entries import Entry
    from clusterdoc.source.content import Content
    from clusterdoc.source.shapes import Shape

# An article to be read, one whose facts were saved, or why there is neither.
Part: TypeAlias = Source | Document | SourceError


def parts_at(path: str | os.PathLike[str]) -> Iterator[Part]:
    """Yield the articles at a path or an address of the web; a warning says which days could not be read."""
    name = os.fspath(path)
    try:
        content = fetched_or_read(name)
        yield from parts_of(content, Keys(), lambda sentence: warnings.warn(f"{name}: {sentence}", stacklevel=2))
    except SourceError as error:
        yield error


def fetched_or_read(name: str) -> Content:
    """Return the content of a file or of a page of the web; raises SourceError."""
    if not URL.match(name):
        return file_content(name)
    from clusterdoc.source.web import fetch

    return fetch(name, silent)


def parts_of(content: Content, keys: Keys, say: Callable[[str], object]) -> Iterator[Part]:
    """Yield the article in the content of a file, or those in its records; `say` gets what else is to be said.

    Raises SourceError when the file as a whole cannot be read.
    """
    shape = shape_in(content, keys.text)
    if shape == "article":
        yield read_content(content)
    else:
        yield from records_of(content, shape, keys, say)


def records_of(content: Content, shape: Shape, keys: Keys, say: Callable[[str], object]) -> Iterator[Part]:
    """Yield what each record of a file is; the same errors."""
    name = printable(content.name)
    data = decode_text(content.data, content.name, content.encoding).encode("utf-8", "surrogatepass")
    published = Published(lambda: dates_of(entries(shape, iter([data]), keys), keys), Unread(missed=keys.date))
    number = 0
    for number, entry in enumerate(entries(shape, iter([data]), keys), 1):  # noqa: B007 -- whether there was any
        try:
            yield _part_of(entry, entry.where(name), keys, published)
        except RecordError as error:
            yield SourceError(f"{entry.where(shown(name))}: {error}")
        except SourceError as error:
            yield error
    if not number:
        yield SourceError(f"{shown(name)} holds no records.")
    elif (sentence := published.unread.sentence()) is not None:
        say(sentence)


def _part_of(entry: Entry, where: str, keys: Keys, published: Published) -> Source | Document:
    """Return what a record is; raises SourceError or RecordError."""
    record = entry.record()
    if "schema_version" in record:
        return _saved(record, where)
    article = article_of(record, where, keys, 0, published)
    return Source(where, article.text, (), article.title, article.date, article.url, "json")


def _saved(value: dict[str, Any], where: str) -> Source | Document:
    """Return facts that were saved; where some lists of them were not, the article, to be read again."""
    document, lists = saved_facts(value, where)
    return document if len(lists) == len(LISTS) else document.source


def saved_facts(value: dict[str, Any], where: str) -> tuple[Document, list[str]]:
    """Return facts that were saved, and which lists of them were; raises SourceError when it is no document."""
    try:
        return Document.from_dict(value), [name for name in LISTS if name in value]
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{shown(where)} cannot be read as saved facts: {error}") from None
