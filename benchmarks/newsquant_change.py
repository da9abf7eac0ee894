"""The one label of change that NewsQuant gives a figure: "=", "~", "<", ">", "up" or "down".

It is the bound where words set one, also of a range ("about 3 to 5"), else the trend where a verb states by how much
something moved. The ends of a movement ("to $4bn"), a change that a noun or "higher" states after the number ("a 3%
rise", "3% higher") and the ends of a range ("rose between 3% and 5%", but not "by 3% to 5%") are "=" there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.measuring_words import CHANGE_NOUNS

if TYPE_CHECKING:
    from clusterdoc.facts import Figure

ABOUT = re.compile(
    r"(?:from |between )?(?:~|≈|about|around|roughly|approximately|some|nearly|almost)\b|[~≈]", re.IGNORECASE
)
AVERAGED = re.compile(r"\baverag(?:e[ds]|ing)\s\Z")
CHANGED = re.compile(rf"\s?(?:[\w-]+\s){{0,1}}(?:{'|'.join(sorted(CHANGE_NOUNS))})s?\b|\s(?:higher|lower)\b")


def label(figure: Figure, text: str) -> str:
    """Return the one label of change: the trend of a change that a verb states, else the bound."""
    if figure.bound not in {"=", "range"}:
        return figure.bound.rstrip("=")
    if figure.bound == "range" and ABOUT.match(figure.text):
        return "~"
    if AVERAGED.search(text, max(0, figure.start - 12), figure.start):
        return "~"
    ends = figure.bound == "range" and not text.endswith("by ", 0, figure.start)
    stated = figure.role == "change" and not ends and not CHANGED.match(text, figure.end)
    return figure.trend if stated and figure.trend else "="
