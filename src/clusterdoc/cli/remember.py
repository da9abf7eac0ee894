"""Facts found before, so that a second look at an article loads neither spaCy nor the model."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from clusterdoc.cache import user_cache
from clusterdoc.facts import Document
from clusterdoc.keys import facts_key
from clusterdoc.language import is_english
from clusterdoc.view.json import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from clusterdoc.cli.options import Reading
    from clusterdoc.facts import Source


def remembered(source: Source, reading: Reading, extract: Callable[[], Document]) -> Document:
    """Return the document that the cache holds for a source read this way, else what `extract` finds, and keep it.

    It is kept as --json prints it, after a blank when there is something to say about it: see again.py. A model given
    by its path is not cached: its files may change under the same name.
    """
    cache = None if reading.no_cache or reading.trust_model else user_cache()
    if cache is None:
        return extract()
    day = reading.date.isoformat() if reading.date else None
    key = facts_key(source.text.encode("utf-8", "surrogatepass"), reading.model, day, reading.max_chars)
    kept = cache.get(key)
    if kept is not None:
        document = Document.from_dict(json.loads(kept))
        return replace(document, source=replace(document.source, name=source.name))
    document = extract()
    cache.put(key, " " * (not is_english(source.text)) + to_json(document))
    return document
