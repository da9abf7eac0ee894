"""What was found in an article: new, or in the cache as --json has it. Neither form is made of the other unasked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clusterdoc.cache import FactCache
    from clusterdoc.facts import Document


class FoundFacts:
    """The facts of one article, as a Document or as the data of its JSON, and what is to be said about it."""

    def __init__(
        self, *, document: Document | None = None, data: dict[str, Any] | None = None, notes: Sequence[str] = ()
    ) -> None:
        self._document = document
        self._data = data
        self.notes = tuple(notes)

    def document(self) -> Document:
        """Return the facts as a Document."""
        if self._document is None:
            from clusterdoc.facts import Document

            self._document = Document.from_dict(self._data or {})
        return self._document

    def data(self) -> dict[str, Any]:
        """Return the facts as schema version 1 has them: all lists of them."""
        if self._data is None:
            self._data = self.document().to_dict()
        return self._data


def remembered(cache: FactCache | None, key: str, name: str, find: Callable[[], FoundFacts]) -> FoundFacts:
    """Return what the cache holds under a key, under this name, else what `find` returns, and keep it.

    Nothing in a cache is trusted: what is no document of the schema is found again.
    """
    if cache is None:
        return find()
    kept = from_text(cache.get(key), name)
    if kept is None:
        kept = find()
        cache.put(key, json.dumps({"notes": kept.notes, "document": kept.data()}))
    return kept


def from_text(text: str | None, name: str) -> FoundFacts | None:
    """Return what a cache kept, its source under a name, or None when it is not what was put there."""
    from clusterdoc.schema import check

    if text is None:
        return None
    try:
        kept = json.loads(text)
        notes, data = kept["notes"], check(kept["document"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    data["source"]["name"] = name
    return (
        FoundFacts(data=data, notes=notes)
        if isinstance(notes, list) and all(isinstance(n, str) for n in notes)
        else None
    )
