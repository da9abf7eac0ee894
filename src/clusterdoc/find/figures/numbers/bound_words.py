"""Words and signs that bound the number beside them: a phrase each, under its bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusterdoc.facts import Bound

# Before the number: the longest phrase that ends where the number begins wins. "=" only says it outright ("exactly 5").
BEFORE_ROWS: Final[Mapping[Bound, str]] = {
    ">": (
        "more than|over than|bigger than|larger than|greater than|higher than|better than|longer than|older than|"
        "taller than|faster than|heavier than|over|well over|just over|a little over|slightly over|"
        "slightly more than|just more than|a little more than|a bit more than|little more than|much more than|"
        "far more than|slightly above|a shade over|a bit over|well in excess of|well above|just above|above|exceed"
        "|exceeds|exceeded|exceeding|surpass|"
        "surpassed|surpassing|topping|topped|in excess of|upwards of|upward of|north of|beyond|>"
    ),
    ">=": (
        "greater than or equal|at least|at the very least|no less than|no fewer than|not less than|"
        "as low as|not fewer than|a minimum of|minimum of|at least or equal to|greater than or equal to|"
        "bigger or equal than|higher or equal than|equal to or more than|equal to or greater than|as few as|"
        "as little as|>=|≥"
    ),
    "<": (
        "less than|fewer than|lower than|smaller than|younger than|shorter than|cheaper than|under|just under|"
        "well under|a little under|slightly under|slightly less than|just less than|just below|well below|below|"
        "a little less than|slightly below|a shade under|a bit under|not quite|sub-|shy of|just shy of|short of"
        "|just short of|<"
    ),
    "<=": (
        "up to|at most|no more than|not more than|no greater than|no higher than|less than or equal to|"
        "smaller or equal than|lower or equal than|less or equal than|equal to or less than|a maximum of|"
        "maximum of|a maximum|"
        "not exceeding|no longer than|no older than|no larger than|as many as|as much as|as high as|as long as"
        "|capped at|within|within the next|<=|≤"
    ),
    "~": (
        "about|about a|just about|around|somewhere around|some|roughly|approximately|approx|approx.|nearly|"
        "almost|close to|near|circa|c.|ca.|an estimated|estimated|est.|in the region of|in the neighborhood of|"
        "in the neighbourhood of|on the order of|in the order of|the best part of|the better part of|more or less"
        "|virtually|practically|barely|approaching|nearing|"
        "perhaps|something like|~|≈|∼"
    ),
    "=": ("exactly|precisely|equal to|equals|equals to"),
}
# After the number and its unit: "10 minutes or more", "200-plus", "400-odd".
AFTER_ROWS: Final[Mapping[Bound, str]] = {
    ">=": (
        "or more|and more|or greater|or higher|or above|or over|or older|or longer|or better|and over|and above|"
        "and older|and up|and upwards|or upwards|at least|at minimum|plus|-plus|+"
    ),
    "<=": (
        "or less|or fewer|or lower|or below|or under|or younger|and below|and under|and younger|at most|at the most|max"
    ),
    "~": ("or so|or thereabouts|-odd|odd|-ish|-or-so|give or take|more or less|approximately"),
}


def by_phrase(rows: Mapping[Bound, str]) -> dict[str, Bound]:
    """Return the bound of every phrase of a table."""
    return {phrase: bound for bound, phrases in rows.items() for phrase in phrases.split("|")}


BEFORE: Final = by_phrase(BEFORE_ROWS)
AFTER: Final = by_phrase(AFTER_ROWS)
