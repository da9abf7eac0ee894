"""The order of day and month in one article: "13/03/2024" says how its "3/4/2024" is to be read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.dates.values import Calendar

if TYPE_CHECKING:
    from clusterdoc.find.figures.dates.select import Claim

SLASHED: Final = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
MONTHS: Final = 12


def is_day_first(text: str) -> bool:
    """Return whether a text has dates with the day first, as "13/03" can only be read, and none with the day second."""
    if "/" not in text:
        return False
    pairs = [(int(match[1]), int(match[2])) for match in SLASHED.finditer(text)]
    return any(first > MONTHS for first, _ in pairs) and not any(second > MONTHS for _, second in pairs)


def day_first(text: str, claim: Claim) -> Claim:
    """Return the claim of a date in digits that could be read either way, read with the day first."""
    match = SLASHED.fullmatch(text, claim.start, claim.end)
    if match is None or not isinstance(claim.value, Calendar) or max(int(match[1]), int(match[2])) > MONTHS:
        return claim
    return claim._replace(value=replace(claim.value, day=int(match[1]), month=int(match[2])))
