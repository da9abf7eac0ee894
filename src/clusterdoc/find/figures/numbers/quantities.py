"""A number with what stands beside it: sign, scale letters, currency, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.numbers.currencies import TRAILER, Money, currency_after, currency_before
from clusterdoc.find.figures.numbers.signs import read_brackets, read_sign
from clusterdoc.find.figures.numbers.units import Unit, unit_after
from clusterdoc.find.words.number_words import GLUED_SCALES, SCALE, SCALES

if TYPE_CHECKING:
    from fractions import Fraction

    from clusterdoc.facts import Kind
    from clusterdoc.find.figures.numbers.numeral import Form, Numeral

ENDS: Final = re.compile(r"[.,;:!?)]|\s?\Z|\n")
SCALE_AFTER_CODE: Final = re.compile(rf"\s(?P<scale>{SCALE})\b", re.IGNORECASE)
GLUED: Final = re.compile(r"(?P<gap>[ \u00a0-]{0,2})(?P<scale>[kKmMbBtTGc][nNlrRMm]{0,2}|Bn|cr|mil)(?![^\W_])")
# What "m" counts in millions: a plural right after it ("1.2m people"), not a fence of five metres.
PLURAL_AFTER: Final = re.compile(
    r"\s(?:new |more |other )?(?!hurdles|relays|always|across|times|plus|is\b|was\b)(?:[a-z-]{3,18}[^su\W]s|people"
    r"|men|women|children)\b"
)
SCREEN: Final = re.compile(
    r"\s(?:tv|tvs|television|video|videos|display|screen|camera|monitor|resolution|ultra|hdr|content|run|race)\b",
    re.IGNORECASE,
)
LARGE: Final = re.compile(r"\d{4}\Z|\d\.\d\d\Z")  # no number that large is cut short: "1500b", "573.15K"
TRIPLE: Final = re.compile(r"(?P<mega>[MK])(?=(?:USD|EUR|GBP|AUD|CAD|CHF|SEK|NOK)\b)")
RATE: Final = re.compile(r"(?:\s(?:a|an|per)\s|/)(?P<per>[a-z]{3,9})\b")
OLD: Final = re.compile(r"(?:[\s-]{1,2}olds?(?![\w-])|[\s-]olds?(?=-)|\sof\sage\b)")
YO: Final = re.compile(r"[\s-]?(?:yo|y/o|y\.o\.)(?![\w])")
OF_UNITS: Final = re.compile(r"\sof(?=\s[a-z])")
PLURALS: Final = ("s", "feet", "yen", "yuan", "won", "baht", "rand", "kroner", "kronor", "renminbi", "ringgit")
HALF_POINT: Final = re.compile(  # "half a point", "half of one percent"
    r"\s?-?(?:an?\s|of\sa\s)?(?P<points>(?:percentage[\s-])?points?)\b|\s(?:of\s)?(?:an?|one|1)\sper\s?cent\b"
)
ARTICLE_UNIT: Final = re.compile(r"(?:\s(?:of\s)?an?|-an?)(?=[\s-])")
MILLION: Final = 10**6
ALWAYS_SCALES: Final = frozenset({"mn", "mln", "mil", "bn", "Bn", "bln", "tn", "trn", "k", "MM", "cr"})


@dataclass(slots=True)
class Quantity:
    """A number as it will be reported, but for its bound: `start` and `end` hold the currency and the unit.

    `scale` is what a scale word or letter multiplied it by; `leading` says that the currency stands before it.
    """

    start: int
    end: int
    num_start: int
    num_end: int
    form: Form
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    scale: int = 1
    kind: Kind = "count"
    unit: str | None = None
    dimension: str = ""
    leading: bool = False
    rate: str | None = None
    per_unit: int = 1


def measure(text: str, numeral: Numeral, floor: int, pound_sign: int) -> Quantity:
    """Return a numeral with its sign, scale, currency and unit; what ends at `floor` belongs to the number before.

    `pound_sign` is where the text first has "£", which makes the "pounds" after it money.
    """
    found = Quantity(
        numeral.start, numeral.end, numeral.start, numeral.end, numeral.form, numeral.value, numeral.low, numeral.high,
        numeral.scale,
    )  # fmt: skip
    if numeral.form in ("ordinal", "multiple"):
        found.kind = "ordinal" if numeral.form == "ordinal" else "ratio"
        return found
    read_sign(text, found)
    money = currency_before(text, found.start)
    if money and money.edge < floor:  # "10 rmb 20 usd"
        money = None
    if money:
        found.start, found.leading = money.edge, True
        read_sign(text, found)
    read_brackets(text, found)
    read_glued_scale(text, found, money)
    if found.form == "vague" and (match := OF_UNITS.match(text, found.end)):
        return with_units(text, found, match.end(), pound_sign)
    if money or (money := currency_after(text, found.end)):
        return with_money(text, found, money)
    return with_unit(text, found, pound_sign, found.end)


def with_units(text: str, found: Quantity, end: int, pound_sign: int) -> Quantity:
    """Return a vague number with the unit after "of": "tens of millions of euros", "hundreds of miles"."""
    money = currency_after(text, end)
    if money and text.endswith(PLURALS, end, money.edge):
        return with_money(text, found, money)
    unit = unit_after(text, end)
    plural = unit is not None and text.endswith(PLURALS, end, unit.end)
    return with_unit(text, found, pound_sign, end if plural else found.end)


def read_glued_scale(text: str, found: Quantity, money: Money | None) -> None:
    """Multiply by "m", "bn", "k" stuck to the digits, where they are no unit."""
    match = GLUED.match(text, found.end)
    if found.value is None or found.form != "digits" or found.scale != 1 or match is None:
        mega = (
            TRIPLE.match(text, found.end + 1) if found.value is not None and text.startswith(" ", found.end) else None
        )
        if mega and found.value is not None:
            found.value, found.scale = found.value * (MILLION if mega["mega"] == "M" else 1000), MILLION
            found.num_end = found.end = mega.end()
        return
    sign, gap = match["scale"], match["gap"]
    factor = GLUED_SCALES.get(sign)
    if factor is None or not is_scale(text, match, money, sign, gap):
        return
    found.value, found.scale = found.value * factor, factor
    found.num_end = found.end = match.end()


def is_scale(text: str, match: re.Match[str], money: Money | None, sign: str, gap: str) -> bool:
    """Return whether letters after digits are a scale: always with money, else by what they are and what follows."""
    if money:
        return gap != "-" or sign in ALWAYS_SCALES or sign == "m"
    if sign in ALWAYS_SCALES and not (sign == "mil" and gap == "-"):
        return (
            sign != "k"
            or not gap.isspace()
            or bool(PLURAL_AFTER.match(text, match.end()) or ENDS.match(text, match.end()))
        )
    if gap or sign == "G":
        is_unit = gap.startswith("-") or (gap and LARGE.search(text, max(0, match.start() - 6), match.start()))
        return sign in ("M", "G", "K") and not is_unit and bool(ENDS.match(text, match.end()))
    if currency_after(text, match.end()) and sign not in ("c", "t"):
        return True
    if sign in ("K", "M", "B", "b"):
        return not SCREEN.match(text, match.end()) and not LARGE.search(text, max(0, match.start() - 6), match.start())
    counts = PLURAL_AFTER.match(text, match.end()) or text.startswith("-strong", match.end())
    return sign == "m" and bool(counts)


def with_money(text: str, found: Quantity, money: Money) -> Quantity:
    """Return the quantity as money in main units; "$5 US" and "$10 dollars" belong to it, "a barrel" is its rate."""
    found.kind, found.unit, found.dimension = "money", money.code, "money"
    found.per_unit = money.per_unit
    if found.leading:
        trailing = currency_after(text, found.end)
        if trailing and trailing.per_unit == 1 and (trailing.code == money.code or text[found.num_start - 1] == "$"):
            found.end, found.unit = trailing.edge, trailing.code
        elif (match := TRAILER.match(text, found.end)) and text[match.end() - 1] != "g":
            found.end = match.end()
    else:
        found.end = money.edge
        scale = SCALE_AFTER_CODE.match(text, found.end) if found.scale == 1 and found.value is not None else None
        if scale and found.value is not None:  # "75 USD million"
            found.scale = SCALES[scale["scale"].lower()]
            found.value, found.end = found.value * found.scale, scale.end()
    divide(found, money.per_unit)
    if match := RATE.match(text, found.end):
        found.rate = match["per"]
    return found


def divide(found: Quantity, per_unit: int) -> None:
    """Fold cents and pence into main units."""
    if per_unit == 1:
        return
    found.value = None if found.value is None else found.value / per_unit
    found.low = None if found.low is None else found.low / per_unit
    found.high = None if found.high is None else found.high / per_unit


def with_unit(text: str, found: Quantity, pound_sign: int, end: int) -> Quantity:
    """Return the quantity with the unit that follows at `end`, if one does; without one it is a count or a ratio."""
    if found.form == "fraction" and (match := ARTICLE_UNIT.match(text, end)):
        end = match.end()
    if found.form == "fraction" and (match := HALF_POINT.match(text, found.end)):
        found.end, found.kind, found.dimension = match.end(), "percent", "percent"
        found.unit = "percentage_point" if match["points"] else "percent"
        return found
    unit = unit_after(text, end)
    if unit is None and (match := YO.match(text, found.end)):
        found.end, found.kind, found.unit, found.dimension = match.end(), "age", "year", "age"
    elif unit is None or (found.form == "vague" and unit.dimension == "temperature"):
        found.kind = "ratio" if found.form == "fraction" else "count"
    elif unit.name == "pound" and text[unit.end - 2 : unit.end] in ("nd", "ds") and is_money(found, pound_sign):
        found.kind, found.unit, found.dimension, found.end = "money", "GBP", "money", unit.end
    else:
        take_unit(text, found, unit)
    return found


def is_money(found: Quantity, pound_sign: int) -> bool:
    """Return whether "pounds" are sterling: millions of them, or after a "£" earlier in the text."""
    return found.scale >= MILLION or 0 <= pound_sign < found.start or (found.low or 0) >= MILLION


def take_unit(text: str, found: Quantity, unit: Unit) -> None:
    """Give the quantity its unit; "years old" makes an age."""
    found.end, found.unit, found.dimension = unit.end, unit.name, unit.dimension
    if unit.dimension == "duration":
        old = OLD.match(text, unit.end) if unit.name in ("year", "month", "week", "day") else None
        found.kind, found.dimension = ("age", "age") if old else ("duration", "duration")
        found.end = old.end() if old else unit.end
    else:
        found.kind = "percent" if unit.dimension == "percent" else "measure"
