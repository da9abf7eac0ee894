"""Parts of a whole in words: "two thirds", "half a million", "a quarter", "a fifth"; not "a third officer"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.figures.numbers.cardinals import OF_SCALE, read_cardinal
from clusterdoc.find.figures.numbers.numeral import Numeral
from clusterdoc.find.figures.numbers.sums import HUNDRED
from clusterdoc.find.words import any_of
from clusterdoc.find.words.bound_phrases import APPROXIMATELY
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.number_words import (
    DOZENS,
    GREAT_SCALE,
    ONE_TO_NINE,
    ONES_ORDINAL,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    SCALE,
    SCALE_OR_DOZEN,
    SCALE_ORDINALS,
    SCALES,
    TENS,
    TENS_WORD,
)
from clusterdoc.find.words.people import is_person

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.sums import Sum

FACTORS: Final = SCALES | DOZENS
ONE_OVER: Final = re.compile(rf"[\s-](?=(?:{ONE_TO_NINE})[\s-](?:{SCALE}))", re.IGNORECASE)
ONE_OF: Final = re.compile(rf"one[\s-](?:{any_of(SCALE_ORDINALS)})\s(?=of\b)", re.IGNORECASE)
COMPOUND: Final = re.compile(
    rf"[\s-]{{1,3}}(?P<tens>{TENS_WORD})[\s-](?P<unit>{ONES_ORDINAL})(?P<plural>s?)\b(?!\s[a-z])",
    re.IGNORECASE,
)
AFTER_NUMBER: Final = re.compile(r"[^\S\n]{0,2}-?[^\S\n]{0,2}(?P<part>[a-z]{4,11})\b", re.IGNORECASE)
NOUN: Final = re.compile(r"\s(?P<noun>[a-z]{3,20})\b")
HALF: Final = re.compile(
    rf"half(?:-|\s{{1,2}})(?:an?\s{{1,2}})?(?P<scale>{SCALE_OR_DOZEN})\b",
    re.IGNORECASE,
)
QUARTER: Final = re.compile(rf"(?:a\s)?quarter(?:\sof\sa)?[\s-](?P<scale>{GREAT_SCALE})\b", re.IGNORECASE)
# "A third of", "by a third", "a fifth smaller", but "a third person" and "a quarter later".
AFTER: Final = re.compile(rf"\s(?:{any_word('smaller or greater')}|of|above|below|as|to)\b|\s?[.;:!?)]|\s?\Z")
BEFORE: Final = re.compile(
    rf"\b(?:{APPROXIMATELY}|by|than|over|under|only|just|up to|below|above|least|most|is)\s\Z",
    re.IGNORECASE,
)
HALF_AFTER: Final = re.compile(
    r"\s(?:of|the|an?|its|their|his|her|our|my|your|all|this|that|these|those|as|are|were|have|had|say|said|people|to"
    r"|more|less|again)\b"
)
HALF_BEFORE: Final = re.compile(
    rf"\b(?:{APPROXIMATELY}|by|in|than|over|under|only|just|up to|below|above|least|most|and a)\s\Z",
    re.IGNORECASE,
)
NOT_HALF: Final = re.compile(
    rf"\b(?:{any_word('half of a game')}|per)[\s-]\Z",
    re.IGNORECASE,
)
POINT: Final = re.compile(r"[\s-](?:percentage[\s-])?(?:points?|percent|per\scent)\b")  # "up a quarter point"
QUARTER_BEFORE: Final = re.compile(r"\b(?:by|than|nearly|almost|about)\sa\s\Z", re.IGNORECASE)
THREE_QUARTER: Final = re.compile(r"[\s-](?:mile|inch|cup|pound|point|length|finish|sleeve|turn)\b")
QUARTERS: Final = 3  # three quarters are a fraction, two are half a year


def of_number(text: str, start: int, number: Sum) -> Numeral | None:
    """Return "two thirds", "one-fifth", "three quarters of a million"; None for "one third-party app"."""
    if number.value.denominator != 1:
        return None
    if (match := COMPOUND.match(text, number.end)) and bool(match["plural"]) == (number.value > 1):
        bottom = TENS[match["tens"].lower()] + ORDINALS[match["unit"].lower()]
        return Numeral(start, match.end(), "fraction", number.value / bottom)
    match = AFTER_NUMBER.match(text, number.end)
    if match is None:
        return None
    if is_hundred_over(text, start, number) and (unit := ORDINALS.get(match["part"].lower().removesuffix("s"))):
        tens = number.value % HUNDRED
        return Numeral(start, match.end(), "fraction", (number.value - tens) / (tens + unit))
    whole = bottom_of(text, match, number)
    return None if whole is None else with_scale(text, start, match.end(), number.value / whole)


def of_one(text: str, start: int, number: Sum) -> Numeral | None:
    """Return "one one-hundredth" or "one hundredth of a second" as a part, None for other numbers."""
    if number.ordinal:
        match = ONE_OF.match(text, start)
        return Numeral(start, match.end() - 1, "fraction", 1 / number.value) if match else None
    match = ONE_OVER.match(text, number.end) if number.value == 1 else None
    below = read_cardinal(text, match.end()) if match else None
    if below is None or not below.ordinal:
        return None
    return Numeral(start, below.end, "fraction", 1 / below.value)


def is_hundred_over(text: str, start: int, number: Sum) -> bool:
    """Return whether "one hundred thirty fifths" are thirty-fifths: without "and", and with nothing below the tens."""
    return number.last == "ten" and number.value > HUNDRED and " and " not in text[start : number.end]


def bottom_of(text: str, match: re.Match[str], number: Sum) -> int | None:
    """Return the denominator that the word after a number names, None when it names none."""
    word = match["part"].lower()
    if word == "quarters" and number.value != QUARTERS:
        return None
    if (word == "half" and text.startswith("-", match.end())) or (
        number.last == "digits" and word in ("half", "quarter", "quarters", "halves")
    ):
        return None
    if word == "quarter" and number.value == QUARTERS and THREE_QUARTER.match(text, match.end()):
        return PARTS[word]
    return PARTS.get(word) if number.value == 1 else PLURAL_PARTS.get(word)


def with_scale(text: str, start: int, end: int, value: Fraction) -> Numeral:
    """Return a part, or a number where "of a million" follows it."""
    scale = OF_SCALE.match(text, end)
    if scale is None:
        return Numeral(start, end, "fraction", value)
    factor = FACTORS[scale["scale"].lower()]
    return Numeral(start, scale.end(), "words", value * factor, scale=factor)


def of_article(text: str, start: int, match: re.Match[str]) -> Numeral | None:
    """Return "a third" as a part where it is one, else "third" as an ordinal; "a half", "a quarter million"."""
    word, part = match["part"].lower(), match.start("part")
    if word in ("half", "quarter"):
        inner = read_half(text, part) if word == "half" else read_quarter(text, part)
        if inner:
            return Numeral(start, inner.end, inner.form, inner.value, scale=inner.scale)
        alone = word == "half" and AFTER.match(text, match.end())
        return Numeral(start, match.end(), "fraction", Fraction(1, 2)) if alone else None
    bottom = Fraction(21 if word == "twenty-first" else PARTS[word])
    if is_ranked_person(text, match.end()):
        return Numeral(part, match.end(), "ordinal", bottom)
    if AFTER.match(text, match.end()) or look_back(BEFORE, text, start):
        return Numeral(start, match.end(), "fraction", 1 / bottom)
    return Numeral(part, match.end(), "ordinal", bottom)


def is_ranked_person(text: str, end: int) -> bool:
    """Return whether a person follows "a sixth", who is the sixth: "there is a sixth person"."""
    noun = NOUN.match(text, end)
    return noun is not None and is_person(noun["noun"].lower())


def read_half(text: str, start: int) -> Numeral | None:
    """Return "half a million", or "half" where it measures something: not in "the first half"."""
    if match := HALF.match(text, start):
        return of_scale(start, match, Fraction(1, 2))
    end = start + len("half")
    if look_back(NOT_HALF, text, start):
        return None
    if HALF_AFTER.match(text, end) or look_back(HALF_BEFORE, text, start):
        return Numeral(start, end, "fraction", Fraction(1, 2))
    return None


def read_quarter(text: str, start: int) -> Numeral | None:
    """Return "a quarter million" from "quarter" on, or "quarter" where it is no three months."""
    if match := QUARTER.match(text, start):
        return of_scale(start, match, Fraction(1, 4))
    end = start + len("quarter")
    is_part = text.startswith(" of", end) or POINT.match(text, end) or look_back(QUARTER_BEFORE, text, start)
    return Numeral(start, end, "fraction", Fraction(1, 4)) if is_part else None


def of_scale(start: int, match: re.Match[str], part: Fraction) -> Numeral:
    """Return a part of a million, a dozen and the like."""
    factor = FACTORS[match["scale"].lower()]
    return Numeral(start, match.end(), "words", part * factor, scale=factor)
