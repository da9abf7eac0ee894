"""The order of the grammar: identifiers, dates, then numbers with their units, compounds, ratios, ranges, bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.figures.dates import DateMatch, find_dates
from clusterdoc.find.figures.numbers import ages, compounds, exchange, ranges, ratios
from clusterdoc.find.figures.numbers.bounds import bound_before
from clusterdoc.find.figures.numbers.identifiers import find_identifiers, is_claimed, mask
from clusterdoc.find.figures.numbers.keep import Candidate, Dropped, reason
from clusterdoc.find.figures.numbers.numerals import find_numerals
from clusterdoc.find.figures.numbers.quantities import PLURAL_AFTER, measure, with_point
from clusterdoc.find.figures.numbers.reporting import as_match
from clusterdoc.find.figures.numbers.rules import IDENTIFIER, OVERLAP

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from clusterdoc.find.figures.match import NumberMatch
    from clusterdoc.find.figures.numbers.identifiers import Claim
    from clusterdoc.find.figures.numbers.quantity import Quantity


# "over 2011 levels": those of a year
LEVELS_AFTER: Final = re.compile(r"\s(?:levels|figures|prices|results|totals)\b")


class Reading(NamedTuple):
    """The numbers of a text that are figures, and those that are not, each with the rule that dropped it."""

    kept: list[NumberMatch]
    dropped: list[Dropped]


def find_grammar(text: str, date: datetime.date | None = None) -> list[NumberMatch | DateMatch]:
    """Return the numbers, dates and times of a text in its order, none overlapping another."""
    claims = find_identifiers(text)
    identifiers = mask(len(text), [claim[:2] for claim in claims])
    dates = [
        match
        for match in find_dates(text, date)
        if not (is_claimed(identifiers, match.start, match.end) or is_counted(text, match))
    ]
    numbers = read_numbers(text, [(match.start, match.end) for match in dates], claims).kept
    return sorted([*numbers, *dates], key=lambda match: match.start)


def is_counted(text: str, match: DateMatch) -> bool:
    """Return whether a year counts something: "more than 1000 customers"."""
    written = text[match.start : match.end]
    return (
        written.isdigit()
        and bound_before(text, match.start) is not None
        and PLURAL_AFTER.match(text, match.end) is not None
        and not LEVELS_AFTER.match(text, match.end)
    )


def find_numbers(text: str, claimed: Sequence[tuple[int, int]] = ()) -> list[NumberMatch]:
    """Return the numbers of a text in its order, none overlapping another or a `claimed` (start, end)."""
    return read_numbers(text, claimed).kept


def read_numbers(text: str, claimed: Sequence[tuple[int, int]] = (), found: Sequence[Claim] | None = None) -> Reading:
    """Return the numbers of a text outside what is `claimed`, and those of its numbers that are not figures.

    `found` are the identifiers of the text where they are known.
    """
    identifiers = find_identifiers(text) if found is None else found
    named = [Dropped(claim.start, claim.end, f"{IDENTIFIER}: {claim.name}") for claim in identifiers]
    taken = mask(len(text), [*(claim[:2] for claim in identifiers), *claimed])
    alone, names = quantities(text, taken)
    joined = merge(text, merge(text, alone, compounds.join_compound), ratios.join_ratio)
    ranged, scores = ranges.merge_ranges(text, [ratios.with_factor(text, quantity) for quantity in joined])
    kept, rest = matches(text, ranged, taken)
    return Reading(kept, sorted([*named, *names, *scores, *rest]))


def matches(text: str, found: Iterable[Quantity], taken: bytearray) -> Reading:
    """Return quantities with their bounds, two bounds of one range joined."""
    kept: list[NumberMatch] = []
    dropped: list[Dropped] = []
    for quantity in found:
        match = as_match(text, quantity, taken, kept)
        if isinstance(match, Dropped):
            dropped.append(match)
            continue
        joined = ranges.merge_bounded(text, kept[-1], match) if kept else None
        kept[-1:] = [joined] if joined else [*kept[-1:], match]
    return Reading(kept, dropped)


def merge(
    text: str, found: Iterable[Quantity], join: Callable[[str, Quantity, Quantity], Quantity | None]
) -> list[Quantity]:
    """Return the quantities, with two neighbours that `join` makes one replaced by what it returns."""
    merged: list[Quantity] = []
    for quantity in found:
        joined = join(text, merged[-1], quantity) if merged else None
        merged[-1:] = [joined] if joined else [*merged[-1:], quantity]
    return merged


def quantities(text: str, taken: bytearray) -> tuple[list[Quantity], list[Dropped]]:
    """Return every number with its unit, and those that a rule of `keep` drops."""
    pound_sign = text.find("£")
    found: list[Quantity] = []
    dropped: list[Dropped] = []
    named_end = -1  # after the last number that was a name: "Sections 230 and 231"
    for numeral in find_numerals(text, taken):
        before = found[-1] if found else None
        if before and numeral.start < before.end:  # the minutes of "2h 11m"
            dropped.append(Dropped(numeral.start, numeral.end, OVERLAP))
            continue
        quantity = in_place(text, measure(text, numeral, before.end if before else 0, pound_sign), before)
        rule = reason(Candidate(text, numeral, quantity, before, named_end))
        if rule is None:
            found.append(quantity)
            continue
        named_end = numeral.end if rule.is_name else -1
        dropped.append(Dropped(numeral.start, numeral.end, rule.name))
    return found, dropped


def in_place(text: str, quantity: Quantity, before: Quantity | None) -> Quantity:
    """Return the quantity as the words next to it make it: an age, a ratio, a height."""
    quantity = with_point(text, quantity)
    read = ages.read_decade(text, quantity) or ratios.ratio_with_colon(text, quantity) or ratios.as_odds(text, quantity)
    if read:
        return read
    quantity = compounds.length_of_time(text, quantity)
    quantity = compounds.and_a_half(text, compounds.feet_and_inches(text, quantity))
    if quantity.kind == "ordinal":
        return quantity
    aged = ages.with_age(text, ages.same_age(ratios.percent_of(text, quantity, before), before, text))
    return exchange.in_its_currency(text, aged)
