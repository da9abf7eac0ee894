"""A quantity with its bound, as the match that is reported."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.figures.match import NumberMatch
from clusterdoc.find.figures.numbers.bounds import bound_after, bound_before
from clusterdoc.find.figures.numbers.identifiers import is_claimed
from clusterdoc.find.figures.numbers.keep import Dropped, drops_one, goes_on_from, is_weak
from clusterdoc.find.figures.numbers.rates import denominator
from clusterdoc.find.figures.numbers.rules import OVERLAP, PRONOUN
from clusterdoc.find.words.bound_phrases import UNLESS_AFTER
from clusterdoc.find.words.contexts import any_word, words_by_use

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from clusterdoc.facts import Bound, Number
    from clusterdoc.find.figures.numbers.quantity import Quantity

# Between a figure and the one that converts it: "5 miles (8 km)", "€20,000 (£17,500; $22,900)".
OPENED: Final = re.compile(r"\s?[(\[]\s?")
TOGETHER: Final = re.compile(r"\s?[(\[]\s?|\s?/\s?|;\s|,\s|\sor\s")
# Words that measure time: "for over five years", "it took over two hours".
LASTING: Final = re.compile(
    r"\b(?:for|in|of|after|than|takes?|taking|taken|took|last(?:s|ed|ing)?|spen[dt]s?|wait(?:s|ed|ing)?|served?|is|was"
    r"|were|are|be|been|to|by|at|and|or|with)\s\Z",
    re.IGNORECASE,
)
DURING: Final = re.compile(r"over\s(?:an?\s|the\s)?", re.IGNORECASE)
WORD_BEFORE: Final = re.compile(r"(?<![^\W_])([A-Za-z]{2,14})\s\Z")
PERIOD: Final = re.compile(rf"[\s-](?:{any_word('period')})\b")
PERIOD_AFTER: Final = re.compile(rf"\s(?:[a-z]{{3,12}}\s)?(?:{any_word('in the course of')})\b")
CONVERTED: Final = frozenset({"money", "measure"})
# The rules of `rules.py` that go by the kind of a number, or by the form of it.
BY_KIND: Final[Mapping[str, str]] = {
    "money": "number with a currency",
    "percent": "number of percent",
    "measure": "number with a unit",
    "duration": "number with a unit of time",
    "age": "number with an age",
}
BY_FORM: Final[Mapping[str, str]] = {
    "digits": "number in digits",
    "words": "number in words",
    "fraction": "part of a whole",
    "ordinal": "ordinal",
    "vague": "vague amount",
    "multiple": "multiple",
    "decade": "decade of an age",
}


# "won by 30 votes or less"
NOUN_OR_MORE: Final = re.compile(r"\s[a-z]{2,14}s\sor\s(?P<which>less|fewer|under|more|over)\b(?!\s(?:than|to)\b)")
# "a one-shot lead over two-time champion Ott"
CONTEST: Final = re.compile(r"\b(?:lead|win|victory|triumph|advantage|success)\s\Z")


def as_match(
    text: str, quantity: Quantity, claimed: bytearray, matches: Sequence[NumberMatch]
) -> NumberMatch | Dropped:
    """Return a quantity as a match; the pronoun "one" and what overlaps another match are dropped."""
    floor = matches[-1].end if matches else 0
    if _is_taken(claimed, floor, quantity.start, quantity.end):
        return Dropped(quantity.start, quantity.end, OVERLAP)
    start, end, bound = _bounded(text, quantity)
    if _is_taken(claimed, floor, start, end):
        start, end, bound = quantity.start, quantity.end, "="
    if bound == "=" and drops_one(text, quantity):
        return Dropped(quantity.start, quantity.end, PRONOUN)
    weak = bound == "=" and is_weak(text, quantity, matches)
    if quantity.value is None:
        bound = "~" if quantity.dimension == "decade" else "range"
    match = NumberMatch(
        start, end, quantity.num_start, quantity.num_end, quantity.kind,
        number(quantity.value), number(quantity.low), number(quantity.high), bound, quantity.unit, weak,
        per=denominator(text, quantity), gapped=_goes_on(text, quantity, matches), by=f"rule:{rule_of(quantity)}",
    )  # fmt: skip
    return with_original(text, _single(match), matches)


def _goes_on(text: str, quantity: Quantity, matches: Sequence[NumberMatch]) -> bool:
    """Return whether a bare count after a name goes on from the count before it: "got 44 votes and Dahl 31"."""
    if not matches or quantity.kind != "count" or quantity.unit is not None or matches[-1].kind != "count":
        return False
    return goes_on_from(text, matches[-1].num_end, quantity.start, quantity.end, gapped=matches[-1].gapped)


def rule_of(quantity: Quantity) -> str:
    """Return the name of what read a quantity: a rule of its own, its kind, or the form of its number."""
    return quantity.rule or BY_KIND.get(quantity.kind) or BY_FORM[quantity.form]


def _is_taken(claimed: bytearray, floor: int, start: int, end: int) -> bool:
    """Return whether a stretch reaches into the match before or into what is claimed."""
    return start < floor or is_claimed(claimed, start, end)


def _bounded(text: str, quantity: Quantity) -> tuple[int, int, Bound]:
    """Return the span with its bound words, and the bound: the words before decide over those after."""
    start, end = quantity.start, quantity.end
    bound: Bound = "="
    if quantity.kind == "ordinal":
        return start, end, bound
    if after := bound_after(text, end):
        end, bound = after
    elif quantity.kind == "count" and (match := NOUN_OR_MORE.match(text, end)):
        bound = "<=" if match["which"] in {"less", "fewer", "under"} else ">="  # the noun stays outside the span
    before = bound_before(text, start)
    if before and not (is_during(text, before.edge, quantity) or is_where(text, before.edge, quantity)):
        start, bound = before
    return start, end, bound


def is_during(text: str, edge: int, quantity: Quantity) -> bool:
    """Return whether "over" says when, not how long: "raise $2 over five years", "three titles over two spells"."""
    if not DURING.fullmatch(text, edge, quantity.start):
        return False
    if quantity.kind != "duration":
        return quantity.kind == "count" and PERIOD_AFTER.match(text, quantity.end) is not None
    return not look_back(LASTING, text, edge) or PERIOD.match(text, quantity.end) is not None


def is_where(text: str, edge: int, quantity: Quantity) -> bool:
    """Return whether the bound words of a count say where or of whom: "sat around 12 tables", "a film about 12 men"."""
    if look_back(CONTEST, text, edge) and text[edge : quantity.start].strip().lower() == "over":
        return True
    use = UNLESS_AFTER.get(text[edge : quantity.start].strip().lower()) if quantity.kind == "count" else None
    before = look_back(WORD_BEFORE, text, edge) if use and quantity.unit is None else None
    return use is not None and before is not None and before[1].lower() in words_by_use()[use]


def number(value: Fraction | None) -> Number | None:
    """Return a fraction as int when it is one, else as the nearest float."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _single(match: NumberMatch) -> NumberMatch:
    """Return a range whose two ends are one number ("a couple of") as about that number."""
    if match.low is None or match.low != match.high:
        return match
    return replace(match, value=match.low, low=None, high=None, bound="~")


def with_original(text: str, match: NumberMatch, matches: Sequence[NumberMatch]) -> NumberMatch:
    """Return a match linked to the one it converts, unchanged when it converts none."""
    if not matches or match.kind not in CONVERTED:
        return match
    last = matches[-1]
    gap = text[last.end : match.start]
    if last.kind != match.kind or last.unit == match.unit or not TOGETHER.fullmatch(gap):
        return match
    return replace(match, same_as=last.start if OPENED.fullmatch(gap) else last.same_as)
