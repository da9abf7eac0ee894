"""Numbers in digits: separators of all kinds, fractions, powers of ten, signs."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

SPACES: Final = "\u0020\u00a0\u2009\u202f"
SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
FRACTIONS: Final = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
GLYPHS: Final = "".join(FRACTIONS)

# The whole number, first alternative that fits: 12,34,567 and 1,234,567.89; 1 234 567 and 1’234’567; 1.234.567,89;
# 1,5 litres; 2.35; .5. Fifteen digits are the most a figure has: longer runs are identifiers.
DIGITS: Final = re.compile(
    rf"""
    (?: (?P<comma> \d{{1,3}} (?:,\d{{2}}){{0,5}} (?:,\d{{3}}){{1,6}} (?:\.\d{{1,12}})? ) (?![\d]|,\d)
      | (?P<apart> \d{{1,3}} (?:,\ \d{{3}}){{2,4}} \.\d\d ) (?!\d)
      | (?P<space> [1-9]\d{{0,2}} (?P<gap>[{SPACES}’']) \d{{3}} (?:(?P=gap)\d{{3}}){{0,5}} (?:[.,]\d{{1,12}})? )
            (?![\d]|[{SPACES}]\d|,\d)
      | (?P<dots> \d{{1,3}} (?: (?:\.\d{{3}}){{2,6}} (?:,\d{{1,12}})? | \.\d{{3}},\d{{1,12}} ) ) (?![\d]|[.,]\d)
      | (?P<decimal> \d{{1,6}},\d{{1,2}} ) (?![\d]|[.,]\d|,|/)
      | (?P<plain> \d{{1,15}} (?:\.\d{{1,12}})? ) (?!\d)
      | (?P<point> \.\d{{1,12}} ) (?!\d)
    )
    """,
    re.VERBOSE,
)
# What may follow: a power of ten ("2.5×10⁶", "1.3e6"), or a fraction ("2 1/2", "2½", "3/4").
POWER: Final = re.compile(
    r"(?:e(?P<e>[+-]?\d{1,2})(?![\w.])"
    r"|\s?[x×*]\s?10(?:\s?\^\s?|(?=[-−–⁻⁰¹²³⁴⁵⁶⁷⁸⁹]))(?P<x>[-−–+⁻]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?!\d))"
)
CARET: Final = re.compile(r"\^(?P<signs>[-+]{0,2})(?P<power>\d{1,2})(?![\d.])")
TEN_TO: Final = re.compile(r"10(?:\^(?P<caret>[-−+]?\d{1,2})(?!\d)|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
AFTER_DIGITS: Final = re.compile(
    rf"(?:[{SPACES}-]{{0,2}}(?P<top>\d{{1,2}})[/⁄](?P<bottom>\d{{1,3}})(?![\d/])|[{SPACES}]?(?P<glyph>[{GLYPHS}]))"
)
FRACTION: Final = re.compile(rf"(?P<top>\d{{1,4}})\s?[/⁄](?P<bottom>\d{{1,4}})(?![\d/⁄.])|(?P<glyph>[{GLYPHS}])")
MOST_BOTTOM: Final = 1000


class Digits(NamedTuple):
    """A number in digits: the offset after it, its value, and whether it is written as a fraction alone."""

    end: int
    value: Fraction
    is_fraction: bool = False


def read_digits(text: str, start: int) -> Digits | None:
    """Return the number in digits that begins at `start`, without its sign; None when none does."""
    return read_fraction(text, start) or read_power(text, start) or read_decimal(text, start)


def read_fraction(text: str, start: int) -> Digits | None:
    """Return "3/4" or "½"; dates and scores like "24/7" have no such bottom or a greater top."""
    match = FRACTION.match(text, start)
    if match is None:
        return None
    if match["glyph"]:
        return Digits(match.end(), Fraction(*FRACTIONS[match["glyph"]]), is_fraction=True)
    top, bottom = int(match["top"]), int(match["bottom"])
    if not 0 < top < bottom <= MOST_BOTTOM or match["bottom"].startswith("0"):
        return None
    return Digits(match.end(), Fraction(top, bottom), is_fraction=True)


def read_power(text: str, start: int) -> Digits | None:
    """Return "10⁶" or "10^6"."""
    match = TEN_TO.match(text, start)
    if match is None:
        return None
    return Digits(match.end(), Fraction(10) ** exponent(match["caret"] or match["raised"]))


def exponent(written: str) -> int:
    """Return the power that superscripts or digits stand for."""
    return int(written.translate(SUPERSCRIPTS))


def read_decimal(text: str, start: int) -> Digits | None:
    """Return a number with its separators, and the power of ten or the fraction after it."""
    match = DIGITS.match(text, start)
    if match is None:
        return None
    value, end = Fraction(normal(match)), match.end()
    if power := POWER.match(text, end):
        return Digits(power.end(), value * Fraction(10) ** exponent(power["e"] or power["x"]))
    if caret := CARET.match(text, end):
        power = int(caret["power"]) * (-1) ** caret["signs"].count("-")
        return Digits(caret.end(), value**power) if value else None
    if value.denominator == 1 and (after := AFTER_DIGITS.match(text, end)):
        part = value_after(after)
        if part is not None:
            return Digits(after.end(), value + part)
    return Digits(end, value)


def value_after(match: re.Match[str]) -> Fraction | None:
    """Return the value of the fraction of "2 1/2", None when it is none ("5 11/5")."""
    if match["glyph"]:
        return Fraction(*FRACTIONS[match["glyph"]])
    top, bottom = int(match["top"]), int(match["bottom"])
    return Fraction(top, bottom) if 0 < top < bottom <= MOST_BOTTOM else None


def normal(match: re.Match[str]) -> str:
    """Return the digits with a point for decimals and no separators, as Fraction reads them."""
    written = match.group()
    if match["comma"] or match["apart"]:
        return written.replace(",", "").replace(" ", "")
    if match["space"]:
        return written.replace(match["gap"], "").replace(",", ".")
    if match["dots"]:
        return written.replace(".", "").replace(",", ".")
    return written.replace(",", ".")
