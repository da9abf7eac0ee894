"""Where clusterdoc keeps what it may lose: the directory for caches."""

from __future__ import annotations

import os
import stat
import sys
from typing import Final

OFF: Final = ("off", "0", "no")
KEPT: Final = ("facts-", "vectors-", "patterns-", "weights-")  # what the names of clusterdoc's files there begin with


def cache_directory() -> str | None:
    """Return the user's directory for caches; None when it is off, not known, or not the user's own."""
    directory = chosen_directory()
    return directory if directory is not None and is_own(directory) else None


def chosen_directory() -> str | None:
    """Return where the cache should be; None when it is off, or when nobody can say where it is.

    CLUSTERDOC_CACHE=off turns it off; it may also name a directory.
    """
    setting = os.environ.get("CLUSTERDOC_CACHE", "")
    if setting:
        return None if setting.lower() in OFF else setting
    return linux_directory() if sys.platform == "linux" else platform_directory()


def is_own(directory: str) -> bool:
    """Return whether a directory is not there yet, or is the user's and nobody else's, wherever a link leads.

    What others can write there could be taken for facts, and what is written there would be theirs to read.
    """
    if not hasattr(os, "geteuid"):  # Windows
        return True
    try:
        found = os.stat(directory)  # noqa: PTH116 -- pathlib is not imported here
    except OSError:
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & stat.S_IWOTH


def kept_files(directory: str) -> dict[str, int]:
    """Return the paths of the files that clusterdoc keeps in a directory, of any version, with their sizes in bytes."""
    try:
        with os.scandir(directory) as entries:
            return {entry.path: entry.stat(follow_symlinks=False).st_size for entry in entries if is_kept(entry)}
    except OSError:
        return {}


def is_kept(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry of the directory is a file of clusterdoc's, or lies in the place of one."""
    return entry.name.startswith(KEPT) and not entry.is_dir(follow_symlinks=False)


def linux_directory() -> str | None:
    """Return what platformdirs would, whose import costs a third of a second look; None without a home."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 -- pathlib is not imported here
    return None if home.startswith("~") else os.path.join(home, "clusterdoc")  # noqa: PTH118 -- the same


def platform_directory() -> str | None:
    """Return the directory for caches of this platform, None when there is none."""
    from platformdirs import user_cache_dir

    try:
        return user_cache_dir("clusterdoc")
    except (RuntimeError, KeyError, OSError):
        return None
