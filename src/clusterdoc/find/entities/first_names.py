"""First names, and whether women or men bear them."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from clusterdoc.find.words import rows

Gender = Literal["f", "m"]


@cache
def first_names() -> dict[str, str]:
    """Return the first names of the table, each with "f", "m", or "fm" when women and men bear it."""
    return {row[0]: row[1] for row in rows("names/first_names")}


def gender_of(first_name: str) -> Gender | None:
    """Return "f" or "m" for a first name that is a woman's or a man's; None when it is unknown or can be both."""
    gender = first_names().get(first_name)
    return cast("Gender", gender) if gender in {"f", "m"} else None
