"""Libraries that only some forms of an article need, and what to install when one is not there."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from clusterdoc.errors import SourceError


def extra(module: str, name: str, what: str) -> Any:  # noqa: ANN401 -- a module
    """Return a module; raises SourceError, which says how the extra is installed, when it is not there."""
    try:
        return import_module(module)
    except ImportError:
        raise SourceError(f"{what}, which needs one more package: pip install 'clusterdoc[{name}]'") from None
