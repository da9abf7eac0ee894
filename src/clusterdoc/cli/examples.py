"""The examples under a --help."""

from __future__ import annotations


def examples(*lines: str) -> str:
    """Return the epilog of a --help: examples that run as they are where there is an article.txt."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))
