"""Facts found before, so that a second look at an article loads neither spaCy nor the model."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import clusterdoc
from clusterdoc.cache import facts_key, user_cache
from clusterdoc.facts import Document
from clusterdoc.pipeline import ALLOWED, PACKAGED

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
    versions = (
        clusterdoc.__version__,
        *installed("spacy", *ALLOWED, *(packaged[0] for packaged in PACKAGED.values())),
        str(reading.model),
    )
    return (*versions, state_of(Path(clusterdoc.__file__).parent), str(reading.date), str(reading.max_chars))


def installed(*distributions: str) -> list[str]:
    """Return which versions of these are installed, as their directories say it: importlib.metadata costs 30 ms."""
    wanted = tuple(f"{name.replace('-', '_')}-" for name in distributions)
    folders = [path for path in map(Path, sys.path) if path.is_dir()]
    names = (entry.name for folder in folders for entry in os.scandir(folder))
    return sorted(name for name in names if name.endswith(".dist-info") and name.lower().startswith(wanted))


def state_of(package: Path) -> str:
    """Return the names, sizes and times of the files that find facts: the code may change under the same version.

    Whoever works on a finder, or installs a checkout anew, is not told what the one before found.
    """
    inside = (path for part in ("find", "parse") for path in (package / part).glob("**"))
    folders = [package, *(path for path in inside if path.name != "__pycache__")]
    files = [entry for folder in folders for entry in os.scandir(folder) if entry.is_file()]
    states = ((entry.path, entry.stat()) for entry in files)
    return " ".join(sorted(f"{path} {state.st_size} {state.st_mtime_ns}" for path, state in states))
