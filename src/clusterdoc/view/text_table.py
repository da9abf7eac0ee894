"""What the forms of output take: tables of text, and how cells become a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Dialect(NamedTuple):
    """How cells become a line: what separates them, and whether the text is as in the article or safe to open."""

    delimiter: str = ","
    raw: bool = False


class TextTable(NamedTuple):
    """A table as it is shown: its title, "" for none; its headers and cells; which columns are aligned to the right."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[bool] = ()


SAFE: Final = Dialect()
