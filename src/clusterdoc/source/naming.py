"""The name of a source in sentences and in documents."""

from __future__ import annotations

import os
from typing import Final

STDIN: Final = "-"


def printable(name: str) -> str:
    """Return a FILE's name as text: bytes that are not UTF-8, which Python keeps as surrogates, become visible."""
    return "standard input" if name == STDIN else os.fsencode(name).decode("utf-8", "backslashreplace")


def shown(name: str) -> str:
    """Return a source's name as a sentence has it."""
    return "Standard input" if name == STDIN else name
