"""Where clusterdoc keeps what it may lose: the directory for caches."""

from __future__ import annotations

import os
import sys
from typing import Final

OFF: Final = ("off", "0", "no")


def cache_directory() -> str | None:
    """Return the user's directory for caches; None when it is off, or when nobody can say where it is.

    CLUSTERDOC_CACHE=off turns it off; it may also name a directory.
    """
    setting = os.environ.get("CLUSTERDOC_CACHE", "")
    if setting:
        return None if setting.lower() in OFF else setting
    return linux_directory() if sys.platform == "linux" else platform_directory()


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
