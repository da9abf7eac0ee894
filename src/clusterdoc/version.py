"""The version, which facts, caches and stores carry, and the state of the files that it is made of."""

from __future__ import annotations

import os  # and nothing that Python has not imported by now: Ctrl-C is met from the next module on

__version__ = "0.2.0"


def package_state() -> list[str]:
    """Return the state of the files of clusterdoc, none where they are in no directory."""
    try:
        return state_of(os.path.dirname(__file__))  # noqa: PTH120 -- pathlib is not imported for a second look
    except NotADirectoryError:
        return []


def state_of(package: str) -> list[str]:
    """Return the names, sizes and times of a package's files: the code may change under the same version.

    Whoever works on a finder, or installs a checkout anew, does not see what the one before found.
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
