"""The order of the grammar: identifiers, dates, then numbers with their units, compounds, ratios, ranges, bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.dates import DateMatch, find_dates
from clusterdoc.find.figures.numbers import ages, compounds, identifiers, ordinals, ranges, ratios
from clusterdoc.find.figures.numbers.bounds import bound_before
from clusterdoc.find.figures.numbers.finish import finished
from clusterdoc.find.figures.numbers.numerals import find_numerals
from clusterdoc.find.figures.numbers.quantities import PLURAL_AFTER, measure

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from clusterdoc.find.figures.match import NumberMatch
    from clusterdoc.find.figures.numbers.quantities import Quantity


def find_grammar(text: str, date: datetime.date | None = None) -> list[NumberMatch | DateMatch]:
    """Return the numbers, dates and times of a text in its order, none overlapping another."""
    claimed = identifiers.claim_identifiers(text)
    dates = [
        match
        for match in find_dates(text, date)
        if claimed.find(1, match.start, match.end) < 0 and not is_counted(text, match)
    ]
    for match in dates:
        claimed[match.start : match.end] = b"\1" * (match.end - match.start)
    found: list[NumberMatch | DateMatch] = [*numbers(text, claimed), *dates]
    return sorted(found, key=lambda match: match.start)


def is_counted(text: str, match: DateMatch) -> bool:
    """Return whether a year counts something: "more than 1000 customers"."""
    written = text[match.start : match.end]
    return (
        written.isdigit()
        and bound_before(text, match.start) is not None
        and PLURAL_AFTER.match(text, match.end) is not None
    )


def find_numbers(text: str, claimed: Sequence[tuple[int, int]] = ()) -> list[NumberMatch]:
    """Return the numbers of a text in its order, none overlapping another or a `claimed` (start, end)."""
    mask = identifiers.claim_identifiers(text)
    for start, end in claimed:
        mask[start:end] = b"\1" * (end - start)
    return numbers(text, mask)


def numbers(text: str, claimed: bytearray) -> list[NumberMatch]:
    """Return the numbers outside what is claimed."""
    found = merge(text, quantities(text, claimed), compounds.join)
    found = [ratios.with_factor(text, quantity) for quantity in merge(text, found, ratios.join)]
    found = ranges.merge_ranges(text, found)
    matches: list[NumberMatch] = []
    for quantity in found:
        if match := finished(text, quantity, claimed, matches):
            joined = ranges.merge_bounded(text, matches[-1], match) if matches else None
            matches[-1:] = [joined] if joined else [*matches[-1:], match]
    return matches


def merge(
    text: str, found: list[Quantity], join: Callable[[str, Quantity, Quantity], Quantity | None]
) -> list[Quantity]:
    """Return the quantities with neighbours that `join` makes one replaced by it."""
    merged: list[Quantity] = []
    for quantity in found:
        joined = join(text, merged[-1], quantity) if merged else None
        merged[-1:] = [joined] if joined else [*merged[-1:], quantity]
    return merged


def quantities(text: str, claimed: bytearray) -> list[Quantity]:
    """Return every number with its unit that is not part of a name."""
    pound_sign = text.find("£")
    found: list[Quantity] = []
    named_end = -1  # after the last number that was a name: "Sections 230 and 231"
    for numeral in find_numerals(text, claimed):
        if identifiers.is_name(text, numeral, named_end):
            named_end = numeral.end
            continue
        before = found[-1] if found else None
        floor = before.end if before else 0
        quantity = checked(text, measure(text, numeral, floor, pound_sign), before)
        follows = numeral.start - floor <= 1  # "17 USD 25": the word before belongs to the number before
        if quantity and (quantity.unit or follows or not identifiers.is_labelled(text, numeral)):
            found.append(quantity)
        else:
            named_end = numeral.end if quantity else -1
    return found


def checked(text: str, quantity: Quantity, before: Quantity | None) -> Quantity | None:
    """Return the quantity with what its neighbours make of it, None when it is no figure."""
    read = ages.read_decade(text, quantity) or ratios.with_colon(text, quantity)
    if read:
        return read
    quantity = compounds.and_a_half(text, compounds.feet_and_inches(text, quantity))
    if quantity.kind == "ordinal":
        return quantity if ordinals.is_ordinal(text, quantity) else None
    if quantity.unit is None and quantity.form == "digits" and identifiers.is_code(text, quantity):
        return None
    return ages.with_age(text, ages.same_age(ratios.percent_of(text, quantity, before), before, text))
