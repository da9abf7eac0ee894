"""The order of the grammar: identifiers, dates, then numbers with their units, ratios, ranges, bounds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.dates import DateMatch, find_dates
from clusterdoc.find.figures.grammar import ages, bounds, compounds, identifiers, ordinals, ranges, ratios
from clusterdoc.find.figures.grammar.numerals import find_numerals
from clusterdoc.find.figures.grammar.quantities import measure
from clusterdoc.find.figures.match import NumberMatch

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from fractions import Fraction

    from clusterdoc.facts import Bound, Number
    from clusterdoc.find.figures.grammar.numeral import Numeral
    from clusterdoc.find.figures.grammar.quantities import Quantity

# "One" that is a pronoun or part of a fixed phrase: "no one", "the one", "one another", "one must".
NOT_ONE_BEFORE: Final = re.compile(
    r"(?<![^\W_])(?:no|the|this|that|which|any|every|each|another|only|some|last|next|first|previous|current|such"
    r"|same|good|new|whole|on the|as)[\s-]\Z",
    re.IGNORECASE,
)
NOT_ONE_AFTER: Final = re.compile(
    r"\s(?:another|must|can|could|should|would|may|might|is|was|who|that|has|had|will|does|did|by|knows?|to"
    r"|in which|day|thing|way or|minute|on one)\b|\s\d"
    r"|-(?:off|time|way|sided|on|stop|size|liner|handed|to)|[,.;:!?)”\"]|\s?\Z|’s|'s"
)
COUNTING_ONE: Final = re.compile(r"\b(?:by|to|only|just|exactly)\s\Z")
TOGETHER: Final = re.compile(r"\s?[(\[]\s?|\s?/\s?|;\s|,\s|\sor\s")
LIST_REACH: Final = 50
OPENED: Final = re.compile(r"\s?[(\[]\s?")


def find_grammar(text: str, date: datetime.date | None = None) -> list[NumberMatch | DateMatch]:
    """Return the numbers, dates and times of a text in its order, none overlapping another."""
    claimed = identifiers.claim_identifiers(text)
    dates = [match for match in find_dates(text, date) if claimed.find(1, match.start, match.end) < 0]
    for match in dates:
        claimed[match.start : match.end] = b"\1" * (match.end - match.start)
    found: list[NumberMatch | DateMatch] = [*numbers(text, claimed), *dates]
    return sorted(found, key=lambda match: match.start)


def find_numbers(text: str, claimed: Sequence[tuple[int, int]] = ()) -> list[NumberMatch]:
    """Return the numbers of a text in its order, none overlapping another or a `claimed` (start, end)."""
    mask = identifiers.claim_identifiers(text)
    for start, end in claimed:
        mask[start:end] = b"\1" * (end - start)
    return numbers(text, mask)


def numbers(text: str, claimed: bytearray) -> list[NumberMatch]:
    """Return the numbers outside what is claimed."""
    found = quantities(text, claimed)
    found = compounds.merge_compounds(text, found)
    found = ratios.merge_ratios(text, found)
    found = ranges.merge_ranges(text, found)
    matches: list[NumberMatch] = []
    for quantity in found:
        if match := finished(text, quantity, claimed, matches):
            joined = ranges.merge_bounded(text, matches[-1], match) if matches else None
            matches[-1:] = [joined] if joined else [*matches[-1:], match]
    return matches


def quantities(text: str, claimed: bytearray) -> list[Quantity]:
    """Return every number with its unit that is not part of a name."""
    pound_sign = text.find("£")
    found: list[Quantity] = []
    labelled_end = -1
    for numeral in find_numerals(text, claimed):
        if is_name(text, numeral) or (
            labelled_end >= 0 and text[labelled_end : numeral.start] in (", ", " and ", " to ", "-", "–", " or ")
        ):
            labelled_end = numeral.end
            continue
        quantity = checked(text, measure(text, numeral, pound_sign), found[-1] if found else None)
        if quantity and (quantity.unit or not identifiers.is_labelled(text, numeral)):
            found.append(quantity)
        else:
            labelled_end = numeral.end if quantity else -1
    return found


def is_name(text: str, numeral: Numeral) -> bool:
    """Return whether a number belongs to a name whatever follows it."""
    return (
        (identifiers.is_glued(text, numeral) and not is_prefixed_money(text, numeral))
        or identifiers.is_title(text, numeral)
        or identifiers.is_address(text, numeral)
    )


def is_prefixed_money(text: str, numeral: Numeral) -> bool:
    """Return whether the letters that touch a number are a currency: "USD10m", "RM23.50"."""
    from clusterdoc.find.figures.grammar.currencies import currency_before

    return currency_before(text, numeral.start) is not None


def checked(text: str, quantity: Quantity, before: Quantity | None) -> Quantity | None:
    """Return the quantity with what its neighbours make of it, None when it is no figure."""
    if decade := ages.read_decade(text, quantity):
        return decade
    if colon := ratios.with_colon(text, quantity):
        return colon
    quantity = compounds.feet_and_inches(text, quantity)
    after = text[quantity.end : quantity.end + 1]
    if quantity.unit is None and quantity.form == "digits":
        if text[quantity.num_start] == "0" and text[quantity.num_start + 1 : quantity.num_start + 2].isdigit():
            return None
        if identifiers.LETTERS_AFTER.match(text, quantity.end) and not (after == "s" and False):
            return None
        if after in (":", "/") and text[quantity.end + 1 : quantity.end + 2].isdigit():
            return None
    if quantity.kind == "ordinal" and not ordinals.is_ordinal(text, quantity):
        return None
    quantity = ages.same_age(quantity, before, text)
    return ages.with_age(text, quantity)


def finished(text: str, quantity: Quantity, claimed: bytearray, matches: list[NumberMatch]) -> NumberMatch | None:
    """Return a quantity with its bound as a match, None for "one" the pronoun and for what others have claimed."""
    is_range = quantity.value is None
    start, end, bound = bounded(text, quantity)
    floor = matches[-1].end if matches else 0
    if start < floor or claimed.find(1, start, end) >= 0:
        start, end, bound = quantity.start, quantity.end, "="
    if quantity.start < floor or claimed.find(1, quantity.start, quantity.end) >= 0:
        return None
    weak = False
    if is_bare_one(text, quantity) and bound == "=":
        if NOT_ONE_BEFORE.search(text, max(0, quantity.start - 12), quantity.start) or NOT_ONE_AFTER.match(
            text, quantity.end
        ):
            return None
        weak = not (
            text.startswith("-", quantity.end)
            or COUNTING_ONE.search(text, max(0, quantity.start - 10), quantity.start)
            or is_listed(text, quantity, matches)
        )
    if is_range:
        bound = "~" if quantity.dimension == "decade" else "range"
    match = NumberMatch(
        start, end, quantity.num_start, quantity.num_end, quantity.kind,
        number(quantity.value), number(quantity.low), number(quantity.high), bound, quantity.unit, weak,
        None, quantity.rate,
    )  # fmt: skip
    return with_original(text, single(match), quantity, matches)


def is_listed(text: str, quantity: Quantity, matches: list[NumberMatch]) -> bool:
    """Return whether "one" ends a list of counts: "five soldiers and one guard"."""
    if not matches or matches[-1].kind != "count" or quantity.start - matches[-1].end > LIST_REACH:
        return False
    gap = text[matches[-1].end : quantity.start]
    return gap.endswith("and ") and ". " not in gap


def single(match: NumberMatch) -> NumberMatch:
    """Return "a couple of", whose ends are one number, as about that number."""
    if match.low is None or match.low != match.high:
        return match
    return replace(match, value=match.low, low=None, high=None, bound="~")


def bounded(text: str, quantity: Quantity) -> tuple[int, int, Bound]:
    """Return the span with its bound words, and the bound."""
    start, end, bound = quantity.start, quantity.end, "="
    if quantity.kind == "ordinal":
        return start, end, "="
    before = bounds.bound_before(text, start)
    after = bounds.bound_after(text, end)
    found: Bound = "="
    if after:
        end, found = after
    if before:
        start, found = before
    del bound
    return start, end, found


def is_bare_one(text: str, quantity: Quantity) -> bool:
    """Return whether a quantity is the word "one" and nothing with it."""
    return quantity.kind == "count" and text[quantity.start : quantity.end].lower() == "one"


def number(value: Fraction | None) -> Number | None:
    """Return a fraction as int when it is one, else as the nearest float."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def with_original(text: str, match: NumberMatch, quantity: Quantity, matches: list[NumberMatch]) -> NumberMatch:
    """Return a match linked to the one it converts: "5 miles (8 km)", "€20,000 (£17,500; $22,900)"."""
    if not matches or quantity.dimension in ("", "percent", "duration", "age", "ratio"):
        return match
    last = matches[-1]
    gap = text[last.end : match.start]
    if last.kind != match.kind or last.unit == match.unit or len(gap) > 4 or not TOGETHER.fullmatch(gap):  # noqa: PLR2004 -- " ( "
        return match
    if OPENED.fullmatch(gap):
        return replace(match, same_as=last.start)
    return replace(match, same_as=last.same_as) if last.same_as is not None else match
