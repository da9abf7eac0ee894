"""Two numbers that are the ends of one range, and two that are a score."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.figures.numbers.keep import Dropped, drops_pair
from clusterdoc.find.figures.numbers.rules import SCORE
from clusterdoc.find.figures.numbers.scores import following, is_changed
from clusterdoc.find.words.bound_phrases import APPROXIMATELY, APPROXIMATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.find.figures.match import NumberMatch
    from clusterdoc.find.figures.numbers.quantity import Quantity

JOIN: Final = re.compile(
    r"\s{0,2}(?P<dash>[-–—−~∼])\s{0,2}|(?:\s|-\s?)(?P<word>to|through|and|or|up to|or even|or perhaps)(?:\s|-)"
    rf"(?:(?:{APPROXIMATELY})\s)?"
)
OPENING: Final = re.compile(
    r"(?<![^\W_])(?P<word>between|from)\s"
    rf"(?:(?:the )?ages (?:of )?|(?:{APPROXIMATOR}|just|a)\s)?\Z",
    re.IGNORECASE,
)
TO_RANGE: Final = re.compile(
    rf"\b(?:{APPROXIMATOR}|between|of|rang(?:ing|es?) from|for|in|takes?|took|aged|ages|expected|worth|least)\s\Z",
    re.IGNORECASE,
)
RANGED: Final = re.compile(r"\brang(?:e[ds]?|ing)\sfrom\s\Z", re.IGNORECASE)
AGAIN: Final = re.compile(r"\sto\s[$£€]?\d[\d.,]{0,9}\s?(?:to|-|–)\s?[$£€]?\d")
NEAR: Final = Fraction(13, 10)
BY_BEFORE: Final = re.compile(r"\bby\s\Z")
FAR_LEVEL: Final = 3
FARTHEST_OR: Final = 10  # "10bn or 10tn" are two figures
LONGEST_JOIN: Final = 20  # " or perhaps around "
LEAST_SHARED: Final = 1000
# A number on a scale has no unit: "magnitude 6 and 10km deep".
GRADE_BEFORE: Final = re.compile(r"\b(?:magnitude|rat(?:ed|ing)|score[ds]?|grade|level|category|number)\s(?:of\s)?\Z")
MOVED_BEFORE: Final = re.compile(r"\b(?:up|down|higher|lower)\s(?:by\s)?\Z")
OWNED: Final = re.compile(r"(?:\b(?:an?|the|its|their|our|his|her)|[’']s|s[’'])\s(?:[a-z-]{3,14}\s)?\Z", re.IGNORECASE)
NOUN_AFTER: Final = re.compile(
    r"\s(?!(?:in|on|at|by|from|of|for|as|and|or|but|over|after|since|this|last|next|a|the|to|with|due|year)\b)[a-z]{3,}"
)
TOGETHER: Final = re.compile(r",?\s(?:and|but)\s")


def merge_ranges(text: str, found: Sequence[Quantity]) -> tuple[list[Quantity], list[Dropped]]:
    """Return the quantities with the two ends of a range joined, units and scales shared, and the scores among them."""
    merged: list[Quantity] = []
    scores: list[Dropped] = []
    skipped: set[int] = set()
    for index, quantity in enumerate(found):
        if index in skipped:
            continue
        left = merged[-1] if merged else None
        match = _joint(text, left, quantity) if left else None
        if left is not None and drops_pair(text, left, quantity, match.group() if match else None):
            rest = following(text, found, index)
            skipped.update(rest)
            merged.pop()
            scores += [Dropped(one.start, one.end, SCORE) for one in (left, *(found[i] for i in rest))]
        elif left is None or match is None:
            merged.append(quantity)
        else:
            joined = _join(text, left, quantity, match)
            merged[-1:] = [joined] if joined else [with_shared_unit(text, left, quantity, match), quantity]
    return merged, scores


def _joint(text: str, left: Quantity, right: Quantity) -> re.Match[str] | None:
    """Return what joins two neighbours, "to" or a dash; None when something else stands between them."""
    return JOIN.fullmatch(text, left.end, right.start) if right.start - left.end <= LONGEST_JOIN else None


def _join(text: str, left: Quantity, right: Quantity, match: re.Match[str]) -> Quantity | None:
    """Return two quantities as a range, None when they are two figures."""
    ends = shared_scale(text, left, right, match)
    if ends is None or not is_compatible(left, right):
        return None
    low, high = ends
    if low > high and look_back(RANGED, text, left.start):  # "ranged from -18 °C to -34 °C"
        low, high = high, low
    opening = look_back(OPENING, text, left.start)
    word = match["word"]
    if low >= high or (word and not holds(text, left, right, word, opening)):
        return None
    if match["dash"] and not is_dash_range(left, right, match):
        return None
    start = opening.start() if opening else left.start
    unit = right if right.unit and left.kind != "age" else left
    return replace(
        unit, start=start, end=right.end, num_start=left.num_start, num_end=right.num_end, value=None, low=low,
        high=high, leading=left.leading, form="vague" if "vague" in (left.form, right.form) else unit.form,
        scale=right.scale, rule="range",
    )  # fmt: skip


def holds(text: str, left: Quantity, right: Quantity, word: str, opening: re.Match[str] | None) -> bool:
    """Return whether "to", "and" or "or" makes a range of the numbers around it."""
    opened = opening["word"].lower() if opening else ""
    if word == "and" or opened == "between":
        return opened == "between"
    if word.startswith("or"):
        far = left.value is not None and right.value is not None and right.value > left.value * FARTHEST_OR
        return not far and left.unit is None and (right.num_start == right.start or left.leading)
    if word == "through" or look_back(RANGED, text, left.start) or not is_changed(text, left.start):
        return True
    if opened == "from":  # "from 5 to 7 percent to 3 to 5 percent" goes from one range to another
        return AGAIN.match(text, right.end) is not None
    if is_step_to_level(text, left, right):
        return False
    return shares(left, right) or is_span_of_change(text, left, right)


def is_step_to_level(text: str, left: Quantity, right: Quantity) -> bool:
    """Return whether a number says by how much, and one far from it to what: "by 284,000 to 2.6 million"."""
    if look_back(BY_BEFORE, text, left.start) is None or left.value is None or right.value is None:
        return False
    scaled = left.scale < right.scale and left.value < LEAST_SHARED  # "by 3 to 5 million"
    return not scaled and right.value > left.value * FAR_LEVEL


def shares(left: Quantity, right: Quantity) -> bool:
    """Return whether the left number takes its scale or unit from the right one: "rose 3 to 5 million"."""
    return left.scale < right.scale or (left.unit is None and right.unit is not None)


def is_span_of_change(text: str, left: Quantity, right: Quantity) -> bool:
    """Return whether the words before a number make it the first end of a range although something changes."""
    low, high = left.value or Fraction(0), right.value or Fraction(0)
    if left.kind == right.kind == "percent" and is_one_share(text, left, right):
        return True
    if left.unit is not None and right.unit is None:  # "declined by 0.4 percent to 88.15"
        return False
    if left.kind == "count" and high <= low * NEAR:  # "cut 10,000 to 12,000 jobs", not "rose 3,000 to 9,000"
        return True
    if look_back(TO_RANGE, text, left.start):
        return True
    return left.kind == "percent" and text.endswith("by ", 0, left.start)


def is_one_share(text: str, left: Quantity, right: Quantity) -> bool:
    """Return whether two shares are one from-to before a noun or after "up": "a 1% to 3% target", "up 6% to 7%"."""
    owned = look_back(OWNED, text, left.start) and NOUN_AFTER.match(text, right.end)
    return bool(look_back(MOVED_BEFORE, text, left.start) or owned)


def is_dash_range(left: Quantity, right: Quantity, match: re.Match[str]) -> bool:
    """Return whether a dash makes a range: "10–15 km"; a spaced dash is one only between bare digits."""
    spaced = match.group() != match["dash"]
    if spaced and match["dash"] in "—–-":
        return left.unit is None and left.form == right.form == "digits"
    return True


def is_compatible(left: Quantity, right: Quantity) -> bool:
    """Return whether two quantities may be ends of one range: the same unit, or one of them without."""
    if "ratio" in (left.kind, right.kind) and left.kind != right.kind:
        return left.form == "fraction" and right.kind in ("measure", "duration")
    if "ordinal" in (left.kind, right.kind):
        return left.kind == right.kind == "ordinal"
    if left.unit is None:
        return True
    if right.unit is None:
        share = left.unit == "percent" and right.scale == 1  # "fell 0.9% to 1.1 million"
        return left.leading or share or left.kind == "age"
    return left.unit == right.unit or (left.unit, right.unit) == ("degree", "degree_Celsius")


def shared_scale(text: str, left: Quantity, right: Quantity, match: re.Match[str]) -> tuple[Fraction, Fraction] | None:
    """Return both ends, the left one in the scale of the right when it is bare: "$5-7 million", "$5-8,000"."""
    if left.value is None or right.value is None:
        return None if left.low is None or right.high is None else (left.low, right.high)
    low, high = left.value, right.value
    if right.kind == "money" and left.unit is None and right.per_unit != 1:
        low /= right.per_unit
    if lacks_scale(left, right, low, high):
        return low * right.scale, high
    if lacks_thousands(text, right, match) and low * 1000 < high and low < LEAST_SHARED:
        return low * 1000, high
    if takes_scale(left, right) and low < high * left.scale < low * 10:
        return low, high * left.scale
    return low, high


def lacks_scale(left: Quantity, right: Quantity, low: Fraction, high: Fraction) -> bool:
    """Return whether the scale of the right end is that of the left one too: "5-7 million"."""
    return left.scale == 1 and right.scale != 1 and 0 <= low < LEAST_SHARED and low < high / right.scale


def lacks_thousands(text: str, right: Quantity, match: re.Match[str]) -> bool:
    """Return whether thousands stand only in the right end of a range with nothing but a dash: "$5-8,000"."""
    tight = match["dash"] is not None and match.group() == match["dash"]
    return tight and ends_in_thousands(text, right)


def ends_in_thousands(text: str, quantity: Quantity) -> bool:
    """Return whether a number in digits ends in ",000", of which the number before it may have its thousand."""
    return quantity.form == "digits" and text[quantity.num_end - 4 : quantity.num_end] == ",000"


def takes_scale(left: Quantity, right: Quantity) -> bool:
    """Return whether the right number is bare and the left one has a scale and a sign before it: "$5m-8"."""
    bare = right.scale == 1 and right.unit is None
    return bare and left.scale != 1 and left.leading


def with_shared_unit(text: str, left: Quantity, right: Quantity, match: re.Match[str]) -> Quantity:
    """Return the left of two figures with the unit that stands only after the right: "from 4.8 to 4.7 percent"."""
    is_bare = left.unit is None and left.kind == "count" and left.form == right.form
    if left.value is None or right.value is None or not is_bare:
        return left
    if right.unit is None or match["word"] not in ("to", "and", "or"):
        return left
    if match["word"] == "and" and not is_alike(text, left.start, left.value, right.value / right.scale):
        return left
    value = left.value / right.per_unit
    if left.scale == 1 and right.scale != 1 and value < LEAST_SHARED:
        value *= right.scale
    return replace(left, value=value, unit=right.unit, kind=right.kind, dimension=right.dimension)


def is_alike(text: str, start: int, one: Fraction, other: Fraction) -> bool:
    """Return whether two numbers around "and" read as a list of one unit: "5 and 6 mg", not "rated 4.5 and 300 m"."""
    if look_back(GRADE_BEFORE, text, start):
        return False
    low, high = sorted((abs(one), abs(other)))
    same = one.denominator == 1 or other.denominator != 1
    return same and high <= low * FARTHEST_OR * 2


def merge_bounded(text: str, left: NumberMatch, right: NumberMatch) -> NumberMatch | None:
    """Return two bounded numbers as one range: "more than 10 and less than 40"; None when they are two figures."""
    if left.value is None or right.value is None or left.kind != right.kind or (left.unit or right.unit) != right.unit:
        return None
    if not TOGETHER.fullmatch(text, left.end, right.start):
        return None
    ways, ends = (left.bound[0], right.bound[0]), sorted((left.value, right.value))
    if ways != ((">", "<") if left.value < right.value else ("<", ">")):
        return None
    return replace(
        right,
        start=left.start,
        num_start=left.num_start,
        value=None,
        low=ends[0],
        high=ends[1],
        bound="range",
        by="rule:two bounds",
    )
