"""A number with what is next to it: sign, scale letters, currency, unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back, text_around, text_before
from clusterdoc.find.figures.numbers.ages import in_a_group
from clusterdoc.find.figures.numbers.currencies import TRAILER, Money, currency_after, currency_before
from clusterdoc.find.figures.numbers.quantity import Quantity
from clusterdoc.find.figures.numbers.signs import in_brackets, scaled, with_brackets, with_sign
from clusterdoc.find.figures.numbers.units import SIGNS, Unit, unit_after
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.number_words import GLUED_SCALES, SCALE, SCALES

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.numeral import Numeral

ENDS: Final = re.compile(r"[.,;:!?)]|\s?\Z|\n")
SCALE_AFTER_CODE: Final = re.compile(rf"\s(?P<scale>{SCALE})\b", re.IGNORECASE)
GLUED: Final = re.compile(r"(?P<gap>[ \u00a0-]{0,2})(?P<scale>[kKmMbBtTGc][nNlrRMm]{0,2}|Bn|cr|mil)(?![^\W_])")
# Where "m" is millions: a plural follows ("1.2m people"), not "a 5m fence".
PLURAL_AFTER: Final = re.compile(
    r"\s(?:(?:new|more|other|cubic|square|metric) )?"
    r"(?!hurdles|relays|waves|walls|towers|races|always|across|times|plus|is\b|was\b|costs\b|pays\b|takes\b|needs\b)"
    r"(?:[a-z-]{2,18}[^su\W]s|people|men|women|children)\b"
)
MILLION_AFTER: Final = re.compile(rf"-strong\b|\+?\s(?:[a-z]{{3,14}}\s){{0,2}}(?:{any_word('millions')})\b")
MONEY_BEFORE: Final = re.compile(
    r"(?:[$£€¥₹]|\b[A-Z]{3}\s?)\d[\d.,]{0,9}\s?(?:m|bn|k)?\s?(?:-|–|—|to|and|or)\s?\d{0,4}(?:\.\d{1,3})?\Z"
)
# Words for what has a length: near these, "m" after digits is metres.
LENGTH: Final = re.compile(
    rf"\b(?:{any_of(word for word, *_ in rows('lengths'))})\b|\d(?:km|cm|mm|ft)\b|\bx\s?\d", re.IGNORECASE
)
# "won 200m in one minute and 45.14 seconds", "100m in 9.87"
IN_A_TIME: Final = re.compile(
    r"\s(?:in|inside|under)\s(?:an?\s)?(?:[a-z0-9.:]{1,12}\s){0,3}(?:seconds?|minutes?)\b|\sin\s\d{1,2}[:.]\d\d"
)
TIME_FOR: Final = re.compile(r"\b(?:seconds?|minutes?)\s(?:for|over)\s(?:the\s)?\d{1,5}\Z")
LENGTH_REACH: Final = 60
BY_DIGITS: Final = re.compile(r"\s?(?:x|by|×)\s?\d|[²³/^]")
DIGITS_BY: Final = re.compile(r"\dm?\s?(?:x|by|×)\s?\d{1,4}(?:\.\d{1,3})?\Z")
CLAUSE: Final = re.compile(
    r"\+?\s?(?:[.,;:!?)]|\Z|\n)|\s(?:in|from|to|by|of|a\syear|last|this|and|or|more|less|were|was|have|had|at|between|for|on"
    r"|are|is|since|during|over|live|lived|will|would|could|can|now|still|already|worldwide)\b"
)
# "exports climbed by 4m to 31m", "it cost 2m to build": millions, whatever climbs or is built
TOTALLING: Final = re.compile(
    rf"\b(?:{any_word('total in millions')})(?:\s[a-z]{{2,10}}){{0,3}}"
    r"(?:\s\d{1,4}(?:\.\d{1,3})?m\s(?:to|from))?\s\d{1,4}(?:\.\d{1,3})?\Z"
    r"|\b(?:cost|costs|costing|paid|pay|paying|spent|spend|spending|worth|raised|owes|owed|drew|attracted)\s(?:[a-z]{3,8}\s)?"
    r"\d{1,4}(?:\.\d{1,3})?\Z",
    re.IGNORECASE,
)
COUNTING: Final = re.compile(
    rf"\b(?:{any_word('level in millions')})(?:\s[a-z]{{2,6}}){{0,2}}\s\d{{1,4}}(?:\.\d{{1,3}})?\Z"
)
UNCOUNTED: Final = r"(?:times|points?|goals|runs|shares|units|wins)\b"
# Nobody counts people in thousandths, and these currencies have no hundredths in use.
POINTED: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}\Z")
COUNTED_AFTER: Final = re.compile(
    rf"\s(?!{UNCOUNTED}|percent|per\b|degrees\b)(?:[a-z]{{3,14}}\s)?(?!{UNCOUNTED})"
    rf"(?:{any_word('thousands')}|sheep|cattle|[a-z-]{{2,18}}[^su\W]s)\b"
)
WHOLE_CURRENCIES: Final = frozenset(
    {"VND", "IDR", "KRW", "JPY", "COP", "CLP", "IRR", "PYG", "LAK", "UGX", "XOF", "XAF"}
)
SCREEN: Final = re.compile(rf"\s(?:{any_word('screen')})\b", re.IGNORECASE)
LARGE: Final = re.compile(r"\d{4}\Z|\d\.\d\d\Z")  # "1500b" and "573.15K" are not abbreviated numbers
MEGA: Final = re.compile(r" (?P<mega>[MK])(?=(?:USD|EUR|GBP|AUD|CAD|CHF|SEK|NOK)\b)")
OLD: Final = re.compile(
    r"(?:[\s-]{1,2}olds?(?![\w-])|[\s-]olds?(?=-)|\sof\sage\b|(?=\s(?:and|or)\s(?:older|younger)\b))"
)
YO: Final = re.compile(r"[\s-]?(?:yo|y/o|y\.o\.)(?![\w])")
OF_UNITS: Final = re.compile(r"\sof(?=\s[a-z])")
PLURALS: Final = ("s", "feet", "yen", "yuan", "won", "baht", "rand", "kroner", "kronor", "renminbi", "ringgit")
HALF_POINT: Final = re.compile(  # "half a point", "half of one percent"
    r"\s?-?(?:an?\s|of\sa\s)?(?P<points>(?:percentage[\s-])?points?)\b|\s(?:of\s)?(?:an?|one|1)\sper\s?cent\b"
)
ARTICLE_UNIT: Final = re.compile(r"(?:\s(?:of\s)?an?|-an?)(?=[\s-])")
MILLION: Final = 10**6
PRICE_BEFORE: Final = re.compile(rf"(?<![^\W_])(?:{any_word('price')})\b[^.!?\n]{{0,40}}\Z")
WEIGHED: Final = re.compile(
    r"\b(?:los(?:e|es|t|ing)|gain(?:s|ed|ing)?|weigh(?:s|ed|ing|t)?|lift(?:s|ed|ing)?)\b[^.!?\n]{0,24}\Z"
)
PENCE: Final = re.compile(r"\d\.\d\d\s")
LIVED: Final = frozenset({"year", "month", "week", "day"})
ALWAYS_SCALES: Final = frozenset(word for word in GLUED_SCALES if len(word) > 1 and word not in SIGNS) | {"k"}


def measure(text: str, numeral: Numeral, floor: int, pound_sign: int) -> Quantity:
    """Return a numeral with its sign, scale, currency and unit; what ends at `floor` belongs to the number before.

    `pound_sign` is where the text first has "£", which makes the "pounds" after it money.
    """
    found = Quantity(
        numeral.start, numeral.end, numeral.start, numeral.end, numeral.form, numeral.value, numeral.low, numeral.high,
        numeral.scale,
    )  # fmt: skip
    if numeral.form in ("ordinal", "multiple"):
        return replace(found, kind="ordinal" if numeral.form == "ordinal" else "ratio")
    if numeral.form == "words" and in_a_group(text, found) and text.endswith("s", numeral.start, numeral.end):
        return found  # "the under-eights won"
    found = with_sign(text, found)
    money = currency_before(text, found.start)
    if money and money.edge < floor:  # "10 rmb 20 usd"
        money = None
    if money:
        found = with_sign(text, replace(found, start=money.edge, leading=True))
    found = with_brackets(text, found)
    if money is None and found.start < numeral.start and (money := currency_before(text, found.start)):
        found = replace(found, start=money.edge, leading=True)  # "$(3.2) million"
    found = with_letters(text, found, money)
    if found.form == "vague" and (match := OF_UNITS.match(text, found.end)):
        return with_units(text, found, match.end(), pound_sign)
    if money or (money := currency_after(text, found.end)):
        return with_money(text, found, money)
    return with_unit(text, found, pound_sign, found.end)


def with_point(text: str, found: Quantity) -> Quantity:
    """Return "5.000 people" and "300.000 VND" as thousands; other quantities as they are."""
    if found.form != "digits" or found.scale != 1 or found.value is None:
        return found
    if not POINTED.fullmatch(text, found.num_start, found.num_end):
        return found
    people = found.kind == "count" and COUNTED_AFTER.match(text, found.end)
    return replace(found, value=found.value * 1000) if people or found.unit in WHOLE_CURRENCIES else found


def with_units(text: str, found: Quantity, end: int, pound_sign: int) -> Quantity:
    """Return a vague number with the unit after "of": "tens of millions of euros", "hundreds of miles"."""
    money = currency_after(text, end)
    if money and text.endswith(PLURALS, end, money.edge):
        return with_money(text, found, money)
    unit = unit_after(text, end)
    plural = unit is not None and text.endswith(PLURALS, end, unit.end)
    return with_unit(text, found, pound_sign, end if plural else found.end)


def with_letters(text: str, found: Quantity, money: Money | None) -> Quantity:
    """Return the quantity multiplied by "m", "bn", "k" stuck to the digits, where they are no unit."""
    if found.value is None:
        return found
    match = GLUED.match(text, found.end) if found.form == "digits" and found.scale == 1 else None
    if match is None:
        mega = MEGA.match(text, found.end)  # "20 MUSD"
        return scaled(found, GLUED_SCALES[mega["mega"]], mega.end()) if mega else found
    factor = GLUED_SCALES.get(match["scale"])
    if factor is None or text.startswith(".p.h", match.end()) or not is_scale(text, match, money):
        return found
    return scaled(found, factor, match.end())


def is_scale(text: str, match: re.Match[str], money: Money | None) -> bool:
    """Return whether letters after digits are a scale: always with money, else by what they are and what follows."""
    sign, gap, end = match["scale"], match["gap"], match.end()
    if money:
        return gap != "-" or sign in ALWAYS_SCALES or sign == "m"
    if sign in ALWAYS_SCALES and not (sign == "mil" and gap == "-"):
        return sign != "k" or not gap.isspace() or _counts(text, end) or ENDS.match(text, end) is not None
    if gap or sign == "G":
        return sign in ("M", "G", "K") and is_scale_apart(text, match)
    if currency_after(text, end) and sign not in ("c", "t"):
        return True
    if sign in ("K", "M", "B", "b"):
        return not SCREEN.match(text, end) and not is_long(text, match.start())
    return sign == "m" and is_million(text, match)


def is_million(text: str, match: re.Match[str]) -> bool:
    """Return whether "m" after digits is a million: people or things follow, money is near, or nothing is long."""
    end, start = match.end(), match.start()
    end += text.startswith("+", end)
    if look_back(DIGITS_BY, text, start):
        return False
    if _counts(text, end) or MILLION_AFTER.match(text, end) or look_back(MONEY_BEFORE, text, start):
        return True
    if look_back(TOTALLING, text, start):
        return True
    if is_length(text, start, end):
        return False
    return CLAUSE.match(text, end) is not None or look_back(COUNTING, text, start) is not None


def is_length(text: str, start: int, end: int) -> bool:
    """Return whether the words near digits with "m" speak of something long, or nothing else is there."""
    near = text_around(text, start, end, LENGTH_REACH)
    alone = not any(letter.isalpha() for letter in text_before(text, start, LENGTH_REACH))
    touched = text.startswith("-", end) or BY_DIGITS.match(text, end) is not None
    is_long_by = LENGTH.search(near) or IN_A_TIME.match(text, end) or look_back(TIME_FOR, text, start)
    return alone or touched or is_long(text, start) or is_long_by is not None


def is_scale_apart(text: str, match: re.Match[str]) -> bool:
    """Return whether "M", "K" or "G" after a blank ends its clause, and no number with decimals, as "273.15 K"."""
    is_unit = match["gap"].startswith("-") or (match["gap"] and is_long(text, match.start()))
    return not is_unit and ENDS.match(text, match.end()) is not None


def _counts(text: str, end: int) -> bool:
    """Return whether a plural follows: people and things are counted, nothing is measured."""
    return PLURAL_AFTER.match(text, end) is not None


def is_long(text: str, end: int) -> bool:
    """Return whether a number that ends here has too many digits to be abbreviated: "1500b", "573.15K"."""
    return look_back(LARGE, text, end) is not None


def with_money(text: str, found: Quantity, money: Money) -> Quantity:
    """Return the quantity as money in main units; "$5 US" and "$10 dollars" belong to it."""
    found = replace(found, kind="money", unit=money.code, dimension="money", per_unit=money.per_unit)
    if found.leading:
        return in_brackets(text, divided(with_trailer(text, found, money), money.per_unit))
    return divided(with_scale_after(text, replace(found, end=money.edge)), money.per_unit)


def with_trailer(text: str, found: Quantity, money: Money) -> Quantity:
    """Return an amount with the currency said again behind it: "$5 US", "$10 dollars"."""
    trailing = currency_after(text, found.end)
    if trailing and trailing.per_unit == 1 and (trailing.code == money.code or text[found.num_start - 1] == "$"):
        return replace(found, end=trailing.edge, unit=trailing.code)
    match = TRAILER.match(text, found.end)
    return replace(found, end=match.end()) if match and text[match.end() - 1] != "g" else found


def with_scale_after(text: str, found: Quantity) -> Quantity:
    """Return an amount with the scale behind its currency: "75 USD million"."""
    match = SCALE_AFTER_CODE.match(text, found.end) if found.scale == 1 and found.value is not None else None
    if match is None or found.value is None:
        return found
    factor = SCALES[match["scale"].lower()]
    return replace(found, value=found.value * factor, scale=factor, end=match.end())


def divided(found: Quantity, per_unit: int) -> Quantity:
    """Return cents and pence in main units."""
    if per_unit == 1:
        return found
    value, low, high = (None if end is None else end / per_unit for end in (found.value, found.low, found.high))
    return replace(found, value=value, low=low, high=high)


def with_unit(text: str, found: Quantity, pound_sign: int, end: int) -> Quantity:
    """Return the quantity with the unit that follows at `end`, if one does; without one it is a count or a ratio."""
    if found.form == "fraction" and (match := ARTICLE_UNIT.match(text, end)):
        end = match.end()
    if found.form == "fraction" and (match := HALF_POINT.match(text, found.end)):
        unit = "percentage_point" if match["points"] else "percent"
        return replace(found, end=match.end(), kind="percent", dimension="percent", unit=unit)
    unit_found = unit_after(text, end)
    if unit_found is None and (match := YO.match(text, found.end)):
        return replace(found, end=match.end(), kind="age", unit="year", dimension="age")
    if unit_found is None or (found.form == "vague" and unit_found.dimension == "temperature"):
        return replace(found, kind="ratio" if found.form == "fraction" else "count")
    is_pound = unit_found.name == "pound" and text[unit_found.end - 2 : unit_found.end] in ("nd", "ds")
    if is_pound and (is_sterling(found, pound_sign) or is_price(text, found, unit_found.end)):
        return replace(found, kind="money", unit="GBP", dimension="money", end=unit_found.end)
    return in_unit(text, found, unit_found)


def is_sterling(found: Quantity, pound_sign: int) -> bool:
    """Return whether "pounds" are sterling: millions of them, or after a "£" earlier in the text."""
    return found.scale >= MILLION or 0 <= pound_sign < found.start or (found.low or 0) >= MILLION


def is_price(text: str, found: Quantity, end: int) -> bool:
    """Return whether "pounds" are what something costs: "a fine of 60 pounds", not "paid to lose 40 pounds"."""
    if not look_back(PRICE_BEFORE, text, found.start, FAR) or text.startswith(" of ", end):
        return False
    return PENCE.match(text, end - len("d.dd pounds")) is not None or not look_back(WEIGHED, text, found.start, FAR)


def in_unit(text: str, found: Quantity, unit: Unit) -> Quantity:
    """Return the quantity in a unit; "years old" makes an age."""
    found = replace(found, end=unit.end, unit=unit.name, dimension=unit.dimension)
    if unit.dimension != "duration":
        return replace(found, kind="percent" if unit.dimension == "percent" else "measure")
    old = OLD.match(text, unit.end) if unit.name in LIVED else None
    return replace(found, kind="age", dimension="age", end=old.end()) if old else replace(found, kind="duration")
