"""Characters to numbers and dates, without a parse: the order in which the kinds claim their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.match import NumberMatch

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

__all__ = ["NumberMatch", "find_grammar", "find_numbers"]


def find_numbers(text: str, claimed: Sequence[tuple[int, int]] = ()) -> list[NumberMatch]:
    """Return the numbers of a text in its order, none overlapping another or a `claimed` (start, end)."""
    del text, claimed
    return []


def find_grammar(text: str, date: datetime.date | None = None) -> list[NumberMatch]:
    """Return the numbers, dates and times of a text in its order, none overlapping another."""
    del date
    return find_numbers(text)
