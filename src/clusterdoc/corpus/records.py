"""A record, from JSON or from a row of a table, to an article."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from clusterdoc.clean import escape
from clusterdoc.corpus.strict_json import RecordError
from clusterdoc.source.shapes import DATES, IDS, TITLES, URLS, plain_key

if TYPE_CHECKING:
    from clusterdoc.corpus.published import Published

SHOWN: Final = 12  # keys that a sentence names


class Keys(NamedTuple):
    """Where records have their text and their day of publication; None: under the first of the usual names."""

    text: str = "text"
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a corpus.

    `id` is the id of its record, else `where` it stands ("news.jsonl:17"); `meta` is a JSON object of the record's
    other keys, or None; `position` counts the bytes of the corpus read so far.
    """

    id: str
    text: str
    where: str
    position: int
    title: str | None = None
    date: str | None = None
    meta: str | None = None
    url: str | None = None

    @property
    def sha256(self) -> str:
        """Return the hash of the text, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def article_of(record: dict[str, Any], where: str, keys: Keys, position: int, published: Published) -> Article:
    """Return the article of a record; raises RecordError when it has no text."""
    record = of_saved_facts(record, keys)
    names = {plain_key(key): key for key in reversed(record)}
    name, title, url = (_found(record, names, usual) for usual in (IDS, TITLES, URLS))
    date = date_of(record, keys, names)
    if keys.date in record:
        published.unread.missed = None
    if not isinstance(record.get(keys.text), str):
        raise RecordError(no_text(record, keys.text))
    others = {key: value for key, value in record.items() if key not in (keys.text, first_of(names, IDS))}
    return Article(
        str(name) if isinstance(name, str | int) and name != "" and not isinstance(name, bool) else where,
        record[keys.text],
        where,
        position,
        title if isinstance(title, str) else None,
        published.day(date, where),
        json.dumps(others, ensure_ascii=False, separators=(",", ":")) if others else None,
        url if isinstance(url, str) else None,
    )


def of_saved_facts(record: dict[str, Any], keys: Keys) -> dict[str, Any]:
    """Return the record of an article whose facts were saved, and any other record as it is."""
    source = record.get("source")
    if "schema_version" not in record or not isinstance(source, dict) or keys.text in record:
        return record
    about = {"id": "name", "title": "title", "date": "published", "url": "url"}
    known = {key: source[name] for key, name in about.items() if source.get(name) is not None}
    return {**known, keys.text: source.get("text")}


def date_of(record: dict[str, Any], keys: Keys, names: dict[str, str] | None = None) -> object:
    """Return what a record says of its day of publication, None when it says nothing."""
    if keys.date is not None:
        return record.get(keys.date)
    return _found(record, names or {plain_key(key): key for key in reversed(record)}, DATES)


def first_of(names: dict[str, str], usual: tuple[str, ...]) -> str | None:
    """Return the key of a record under which it has what some usual names say, or None."""
    return next((names[one] for one in usual if one in names), None)


def _found(record: dict[str, Any], names: dict[str, str], usual: tuple[str, ...]) -> object:
    """Return what a record has under the first of some usual names."""
    key = first_of(names, usual)
    return None if key is None else record[key]


def no_text(record: dict[str, Any], text_key: str) -> str:
    """Return the sentence on a record without a text: which keys it has."""
    others = [key for key in record if key != text_key]
    if text_key in record or not others:
        return f'There is no string under "{text_key}".'
    return f'There is no string under "{text_key}": its keys are {listed(others)} (--text-key names another).'


def listed(names: list[str]) -> str:
    """Return some names in quotation marks, long ones and many cut."""
    return ", ".join(f'"{escape(name[:40])}"' for name in names[:SHOWN]) + ", …" * (len(names) > SHOWN)
