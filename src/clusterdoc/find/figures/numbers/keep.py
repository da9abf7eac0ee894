"""Which numbers are figures: each one is decided here, and a rule with a name drops those that are not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.figures.numbers import labels, ones, ordinals, rates, scores

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clusterdoc.find.figures.match import NumberMatch
    from clusterdoc.find.figures.numbers.numeral import Numeral
    from clusterdoc.find.figures.numbers.quantity import Quantity


# "30 seats, Dahl 22", "six charges and Ruiz two": a counted noun, then a name before the number of the same.
NAME: Final = r"[A-Z][\w’'-]{1,20}"
GAP: Final = re.compile(
    rf"\s(?:[a-z-]{{3,16}}\s){{0,2}}[a-z-]{{2,16}}s(?:,|;|,?\sand|,?\swhile|,?\sbut)\s{NAME}(?:\s{NAME})?\s"
)
AGAIN: Final = re.compile(rf"(?:,|;|,?\sand|,?\sbut)\s{NAME}(?:\s{NAME})?\s")
GAP_END: Final = re.compile(r"\s?(?:[.,;]|\Z|\n)|\sand\s")
GAP_REACH: Final = 70


class Dropped(NamedTuple):
    """A number that is not a figure, and the rule that says so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number with what its rules need: the last figure before it, and where the last name with a number ended."""

    text: str
    numeral: Numeral
    quantity: Quantity
    before: Quantity | None
    named_end: int


class Rule(NamedTuple):
    """A reason to drop a number; `is_name`: the numbers after it may go on with its name ("Sections 230 and 231")."""

    name: str
    drops: Callable[[Candidate], bool]
    is_name: bool = False


def _is_bare(candidate: Candidate) -> bool:
    """Return whether a number has no unit and does not belong to the one before it: not the 25 of "17 USD 25"."""
    floor = candidate.before.end if candidate.before else 0
    if candidate.quantity.form == "fraction":
        return False  # "Dahl 7/2 to win"
    return candidate.quantity.unit is None and candidate.numeral.start - floor > 1


def _is_bare_digits(candidate: Candidate) -> bool:
    quantity = candidate.quantity
    return quantity.form == "digits" and quantity.end == quantity.num_end and quantity.kind in ("count", "age")


def _is_gapped(candidate: Candidate) -> bool:
    """Return whether a number after a name goes on from a count: "Kerr took 30 seats, Dahl 22"."""
    before = candidate.before
    if before is None or before.kind != "count":
        return False
    return goes_on_from(candidate.text, before.end, candidate.numeral.start, candidate.numeral.end)


def goes_on_from(text: str, counted_end: int, start: int, end: int, *, gapped: bool = False) -> bool:
    """Return whether a number after a name goes on from a count that ends at `counted_end`: "got 44 votes, Dahl 22".

    `gapped`: the count goes on from another, and its noun is not said again: ", Kerr 22 and Ruiz four".
    """
    if start - counted_end > GAP_REACH or not GAP_END.match(text, end):
        return False
    gap = AGAIN if gapped else GAP
    return gap.fullmatch(text, counted_end, start) is not None


RULES: Final = (
    Rule(
        "goes on with a name",
        lambda one: _is_bare(one) and labels.goes_on(one.text, one.numeral, one.named_end),
        is_name=True,
    ),
    Rule("part of a longer name", lambda one: labels.is_part(one.text, one.numeral), is_name=True),
    Rule("title in capitals", lambda one: labels.is_title(one.text, one.numeral), is_name=True),
    Rule(
        "ordinal of a name or an idiom",
        lambda one: one.quantity.kind == "ordinal" and not ordinals.is_ordinal(one.text, one.quantity),
    ),
    Rule("denominator of a rate", lambda one: rates.is_denominator(one.text, one.numeral, one.before)),
    Rule("code or clock", lambda one: _is_bare_digits(one) and labels.is_code(one.text, one.quantity)),
    Rule(
        "label",
        lambda one: _is_bare(one) and not _is_gapped(one) and labels.is_labelled(one.text, one.numeral),
        is_name=True,
    ),
)


def reason(candidate: Candidate) -> Rule | None:
    """Return the first rule that drops a number on its own; None for a figure."""
    return next((rule for rule in RULES if rule.drops(candidate)), None)


def drops_pair(text: str, left: Quantity, right: Quantity, joint: str | None) -> bool:
    """Return whether two neighbours are a score or a vote; `joint` is what joins them, None where nothing does."""
    if scores.is_point_score(text, left, right):
        return True
    return joint is not None and scores.is_score(text, left, right, joint)


def drops_one(text: str, quantity: Quantity) -> bool:
    """Return whether "one" counts nothing."""
    return ones.is_bare_one(text, quantity) and ones.is_pronoun(text, quantity)


def is_weak(text: str, quantity: Quantity, matches: Sequence[NumberMatch]) -> bool:
    """Return whether "one" only refers to something, so that tables leave it out."""
    return ones.is_bare_one(text, quantity) and ones.only_points(text, quantity, matches)
