"""A FILE of records, in JSON or in rows: articles to be read, and saved facts, which need no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clusterdoc.cli.found import Found
from clusterdoc.corpus.entries import entries
from clusterdoc.corpus.published import Published, Unread
from clusterdoc.corpus.records import Keys, article_of, date_of
from clusterdoc.corpus.strict_json import RecordError
from clusterdoc.errors import SourceError
from clusterdoc.facts import LISTS, Document, Source
from clusterdoc.source.naming import printable, shown
from clusterdoc.source.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clusterdoc.corpus.entries import Entry
    from clusterdoc.source.content import Content
    from clusterdoc.source.shapes import Shape


def found_in(
    content: Content, shape: Shape, keys: Keys, find: Callable[[Source], Found], say: Callable[[str], object]
) -> Iterator[Found | SourceError]:
    """Yield what is found in each record, or the error that says why it is none; `find` reads what is not read yet.

    `say` gets a sentence when days could not be read.
    """
    name = printable(content.name)
    data = decode(content.data, content.name, content.encoding).encode("utf-8", "surrogatepass")
    published = Published(lambda: dates_in(shape, data, keys), Unread(missed=keys.date))
    none = True
    for entry in entries(shape, iter([data]), keys):
        none = False
        try:
            yield found_of(entry, entry.where(name), keys, published, find)
        except (SourceError, RecordError) as error:
            yield error if isinstance(error, SourceError) else SourceError(f"{entry.where(shown(name))}: {error}")
    if none:
        yield SourceError(f"{shown(name)} holds no records.")
    elif (sentence := published.unread.sentence()) is not None:
        say(sentence)


def dates_in(shape: Shape, data: bytes, keys: Keys) -> Iterator[object]:
    """Yield all that the records say of their days."""
    for entry in entries(shape, iter([data]), keys):
        if isinstance(entry.value, dict):
            yield date_of(entry.value, keys)


def found_of(entry: Entry, where: str, keys: Keys, published: Published, find: Callable[[Source], Found]) -> Found:
    """Return what is found in a record; raises SourceError or RecordError."""
    if isinstance(entry.value, RecordError):
        raise entry.value
    if "schema_version" in entry.value:
        return saved(entry.value, where, find)
    article = article_of(entry.value, where, keys, 0, published)
    return find(Source(where, article.text, (), article.title, article.date, article.url, "json"))


def saved(value: dict[str, Any], where: str, find: Callable[[Source], Found]) -> Found:
    """Return facts that were saved; where some lists of them were not, the article is read again."""
    try:
        document = Document.from_dict(value)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{shown(where)} cannot be read as saved facts: {error}") from None
    return Found(document=document) if all(name in value for name in LISTS) else find(document.source)
