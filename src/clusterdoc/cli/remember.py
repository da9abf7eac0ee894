"""Facts found before, so that a second look at an article loads neither spaCy nor the model."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import clusterdoc
from clusterdoc.again import state
from clusterdoc.cache import facts_key, user_cache
from clusterdoc.facts import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from clusterdoc.cli.options import Reading
    from clusterdoc.facts import Source


def remembered(source: Source, reading: Reading, extract: Callable[[], Document]) -> Document:
    """Return the document that the cache holds for a source read this way, else what `extract` finds, and keep it.

    A model given by its path is not cached: its files may change under the same name.
    """
    cache = None if reading.no_cache or reading.trust_model else user_cache()
    if cache is None:
        return extract()
    key = facts_key(source.text, *dependencies(reading))
    kept = cache.get(key)
    if kept is not None:
        document = Document.from_dict(json.loads(kept))
        return replace(document, source=replace(document.source, name=source.name))
    document = extract()
    cache.put(key, json.dumps(document.to_dict()))
    return document


def dependencies(reading: Reading) -> tuple[str, ...]:
    """Return all that the facts of a text depend on beside it."""
    versions, files = (part.decode("utf-8", "surrogatepass") for part in state())
    return clusterdoc.__version__, versions, files, str(reading.model), str(reading.date), str(reading.max_chars)
