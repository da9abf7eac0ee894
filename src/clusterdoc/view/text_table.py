"""A table as text, which every form of output can set."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class TextTable(NamedTuple):
    """A table as it is shown: its title, "" for none; its headers and cells; which columns are aligned to the right."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[bool] = ()
