"""Every number of a text, before its unit and bound: digits, words, fractions, ordinals, vague amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from clusterdoc.find.figures.grammar.cardinals import OF_SCALE, STARTS, Sum, read_cardinal
from clusterdoc.find.figures.grammar.digits import GLYPHS, SPACES
from clusterdoc.find.figures.grammar.units import unit_after
from clusterdoc.find.figures.grammar.vague import VAGUE_STARTS, read_vague
from clusterdoc.find.figures.grammar.words import (
    MULTIPLES,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    SCALE_ORDINALS,
    SCALES,
    TENS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["digits", "words", "fraction", "ordinal", "vague", "multiple"]

SCAN: Final = re.compile(rf"[{GLYPHS}]|\.?\d+|[^\W\d_]+")
ORDINAL_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
ARTICLE: Final = re.compile(
    r"an?[\s-]{1,2}(?:(?P<scale>hundred|thousand|million|billion|trillion|dozen|lakh|crore)(?![a-z])"
    r"|(?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth|thousandth"
    r"|millionth|trillionth|twenty-first)\b(?!\s?-\w))",
    re.IGNORECASE,
)
COMPOUND_PART: Final = re.compile(
    r"[\s-]{1,3}(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-]"
    r"(?P<unit>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?P<plural>s?)\b(?!\s[a-z])",
    re.IGNORECASE,
)
PART_AFTER: Final = re.compile(r"[^\S\n]{0,2}-?[^\S\n]{0,2}(?P<part>[a-z]{4,11})\b", re.IGNORECASE)
HALF: Final = re.compile(
    r"half(?:-|\s{1,2})(?:an?\s{1,2})?(?P<scale>hundred|thousand|million|billion|trillion|dozen|crore|lakh)\b",
    re.IGNORECASE,
)
QUARTER: Final = re.compile(
    r"(?:a\s)?quarter(?:\sof\sa)?[\s-](?P<scale>million|billion|trillion|crore)\b", re.IGNORECASE
)
# "a third of", "by a third", "a fifth smaller", but "a third person", "a quarter later".
FRACTION_AFTER: Final = re.compile(
    r"\s(?:of|more|less|fewer|higher|lower|larger|smaller|bigger|faster|cheaper|above|below|as|to)\b|\s?[.;:!?)]|\s?\Z"
)
FRACTION_BEFORE: Final = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|roughly|approximately|over|under|only|just|some|up to|below|above|least|most"
    r"|about|is|and)\s\Z",
    re.IGNORECASE,
)
HALF_AFTER: Final = re.compile(
    r"\s(?:of|the|an?|its|their|his|her|our|my|your|all|this|that|these|those|as|are|were|have|had|say|said|people|to"
    r"|more|less|again)\b"
)
HALF_BEFORE: Final = re.compile(
    r"\b(?:by|in|than|nearly|almost|about|around|roughly|approximately|over|under|only|just|some|up to|below|above|least"
    r"|most|and a)\s\Z",
    re.IGNORECASE,
)
NOT_HALF: Final = re.compile(
    r"\b(?:first|second|other|final|last|front|better|top|bottom|back|opening|latter|early|this|each|either|per)[\s-]\Z",
    re.IGNORECASE,
)
FOLD: Final = re.compile(r"[\s-]?fold\b", re.IGNORECASE)
TENFOLD: Final = re.compile(
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand)fold",
    re.IGNORECASE,
)
TIMES: Final = re.compile(
    r"\stimes\s(?=(?:more|less|fewer|as|higher|lower|larger|smaller|bigger|faster|greater|over|the|what|its|their|longer"
    r"|stronger|cheaper|better|worse|earnings|book|oversubscribed|that|normal)\b)",
    re.IGNORECASE,
)
WORD_STARTS: Final = (
    STARTS
    | frozenset(ORDINALS)
    | frozenset(SCALE_ORDINALS)
    | VAGUE_STARTS
    | {"a", "an", "half", "quarter"}
    | MULTIPLES.keys()
)
WINDOW: Final = 24
BOUNDED_ARTICLE: Final = re.compile(
    r"\b(?:about|within|nearly|almost|around|roughly|over|under|than|least|most|to)\s\Z", re.IGNORECASE
)
COUNTED_ALONE: Final = frozenset({"duration", "length", "mass", "volume", "area"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `text[start:end]`: a value, or the two ends of a vague amount.

    `scale` is what a scale word multiplied it by (10**6 in "7 million"), 1 when there is none.
    """

    start: int
    end: int
    form: Form
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    scale: int = 1


def find_numerals(text: str, claimed: bytearray) -> Iterator[Numeral]:
    """Yield the numbers of a text from left to right; none begins in what is claimed."""
    position = 0
    for token in SCAN.finditer(text):
        start, first = token.start(), token.group()
        if start < position or claimed[start]:
            continue
        if first[0] == "." and start and text[start - 1].isalnum():  # "Rs.30"
            start, first = start + 1, first[1:]
        numeral = None
        if first[0].isalpha():
            lower = first.lower()
            if lower in WORD_STARTS:
                numeral = read_words(text, start, lower)
            elif lower.endswith("fold"):
                numeral = read_tenfold(text, start)
        else:
            numeral = read_number(text, start)
        if numeral is not None and claimed.find(1, start, numeral.end) < 0:
            yield numeral
            position = numeral.end


def read_words(text: str, start: int, word: str) -> Numeral | None:
    """Return the number that begins with this word."""
    if word in ("a", "an"):
        return read_article(text, start) or read_vague_numeral(text, start)
    if word in VAGUE_STARTS:
        return read_vague_numeral(text, start)
    if word in ("half", "quarter"):
        return read_half(text, start, word)
    if word in MULTIPLES:
        return Numeral(start, start + len(word), "multiple", Fraction(MULTIPLES[word]))
    if word in ORDINALS:
        return Numeral(start, start + len(word), "ordinal", Fraction(ORDINALS[word]))
    if word in SCALE_ORDINALS:
        return Numeral(start, start + len(word), "ordinal", Fraction(SCALE_ORDINALS[word]))
    return read_number(text, start)


def read_number(text: str, start: int) -> Numeral | None:
    """Return a number in digits or words, with the fraction or the ordinal it turns out to be."""
    number = read_cardinal(text, start)
    if number is None:
        return None
    worded = text[start].isalpha()
    if number.ordinal:
        return Numeral(start, number.end, "ordinal", number.value)
    if not worded and number.value.denominator == 1 and (suffix := ORDINAL_SUFFIX.match(text, number.end)):
        return Numeral(start, suffix.end(), "ordinal", number.value)
    if fold := FOLD.match(text, number.end):
        return Numeral(start, fold.end(), "multiple", number.value)
    if times := TIMES.match(text, number.end):
        return Numeral(start, times.end() - 1, "multiple", number.value)
    return worded_fraction(text, start, number) or scaled(text, start, number)


def scaled(text: str, start: int, number: Sum) -> Numeral:
    """Return the number; "½ million" and "3/4 of a million" too."""
    if number.last == "fraction":
        if scale := OF_SCALE.match(text, number.end):
            factor = 12 if scale["scale"].lower() == "dozen" else SCALES[scale["scale"].lower()]
            return Numeral(start, scale.end(), "words", number.value * factor, scale=factor)
        return Numeral(start, number.end, "fraction", number.value)
    form: Form = "words" if text[start].isalpha() else "digits"
    return Numeral(start, number.end, form, number.value, scale=number.scale)


def worded_fraction(text: str, start: int, number: Sum) -> Numeral | None:
    """Return "two thirds", "one-fifth", "three quarters of a million"; None for "one third party"."""
    if number.value.denominator != 1:
        return None
    if (match := COMPOUND_PART.match(text, number.end)) and bool(match["plural"]) == (number.value > 1):
        bottom = TENS[match["tens"].lower()] + ORDINALS[match["unit"].lower()]
        return Numeral(start, match.end(), "fraction", number.value / bottom)
    match = PART_AFTER.match(text, number.end)
    if match is None or match.end("part") == number.end:
        return None
    word = match["part"].lower()
    bottom = PARTS.get(word) if number.value == 1 else PLURAL_PARTS.get(word)
    if bottom is None or (word == "quarters" and number.value != 3):  # noqa: PLR2004 -- two quarters are a half-year
        return None
    if word == "half" and text.startswith("-", match.end()):
        return None
    if number.last == "digits" and word in ("half", "quarter", "quarters", "halves"):
        return None
    value = number.value / bottom
    if scale := OF_SCALE.match(text, match.end()):
        factor = 12 if scale["scale"].lower() == "dozen" else SCALES[scale["scale"].lower()]
        return Numeral(start, scale.end(), "words", value * factor, scale=factor)
    return Numeral(start, match.end(), "fraction", value)


def read_article(text: str, start: int) -> Numeral | None:
    """Return "a million", "a hundred and two", "a third" (not "a third person"), "a quarter million"."""
    match = ARTICLE.match(text, start)
    if match is None:
        return read_single(text, start, start + (2 if text[start + 1 : start + 2] in ("n", "N") else 1))
    if match["scale"]:
        number = read_cardinal(text, match.start("scale"))
        if number is None:
            return Numeral(start, match.end(), "words", Fraction(12), scale=12)
        if number.ordinal or number.last == "ordinal":
            return Numeral(start, number.end, "ordinal", number.value)
        return worded_fraction(text, start, number) or Numeral(
            start, number.end, "words", number.value, scale=number.scale
        )
    if match["part"].lower() in ("half", "quarter"):
        inner = read_half(text, match.start("part"), match["part"].lower())
        if inner is None and match["part"].lower() == "half" and FRACTION_AFTER.match(text, match.end()):
            return Numeral(start, match.end(), "fraction", Fraction(1, 2))
        return None if inner is None else Numeral(start, inner.end, inner.form, inner.value, scale=inner.scale)
    bottom = 21 if match["part"].lower() == "twenty-first" else PARTS[match["part"].lower()]
    is_part = FRACTION_AFTER.match(text, match.end()) or FRACTION_BEFORE.search(text, max(0, start - WINDOW), start)
    if is_part:
        return Numeral(start, match.end(), "fraction", Fraction(1, bottom))
    return Numeral(match.start("part"), match.end(), "ordinal", Fraction(bottom))


def read_single(text: str, start: int, end: int) -> Numeral | None:
    """Return "an" of "about an hour" or "within a year" as one; without a bound word "a" counts nothing."""
    if BOUNDED_ARTICLE.search(text, max(0, start - WINDOW), start) is None:
        return None
    unit = unit_after(text, end)
    if unit is None or unit.dimension not in COUNTED_ALONE or text[end] != " ":
        return None
    return Numeral(start, end, "words", Fraction(1))


def read_half(text: str, start: int, word: str) -> Numeral | None:
    """Return "half a million", "a quarter million", or "half" and "a quarter" where they measure something."""
    match = (HALF if word == "half" else QUARTER).match(text, start)
    half = Fraction(1, 2 if word == "half" else 4)
    if match:
        name = match["scale"].lower()
        factor = 12 if name == "dozen" else SCALES[name]
        return Numeral(start, match.end(), "words", half * factor, scale=factor)
    end, before = start + len(word), max(0, start - WINDOW)
    if word == "quarter":
        is_part = text.startswith(" of", end) or re.search(
            r"\b(?:by|than|nearly|almost|about)\sa\s\Z", text[before:start]
        )
        return Numeral(start, end, "fraction", half) if is_part else None
    if NOT_HALF.search(text, before, start):
        return None
    if HALF_AFTER.match(text, end) or HALF_BEFORE.search(text, before, start):
        return Numeral(start, end, "fraction", half)
    return None


def read_tenfold(text: str, start: int) -> Numeral | None:
    """Return "tenfold", "threefold"."""
    match = TENFOLD.match(text, start)
    number = read_cardinal(match["number"], 0) if match else None
    if match is None or number is None:
        return None
    return Numeral(start, match.end(), "multiple", number.value)


def read_vague_numeral(text: str, start: int) -> Numeral | None:
    """Return "hundreds of thousands", "several hundred", "a couple of"."""
    amount = read_vague(text, start)
    return None if amount is None else Numeral(start, amount.end, "vague", low=amount.low, high=amount.high)
