"""Every number of a text, before its unit and bound: digits, words, fractions, ordinals, vague amounts."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.figures.numbers import fractions
from clusterdoc.find.figures.numbers.cardinals import STARTS, read_cardinal
from clusterdoc.find.figures.numbers.digits import GLYPHS
from clusterdoc.find.figures.numbers.identifiers import is_claimed
from clusterdoc.find.figures.numbers.numeral import Numeral
from clusterdoc.find.figures.numbers.ones import is_one_more
from clusterdoc.find.figures.numbers.units import unit_after
from clusterdoc.find.figures.numbers.vague import VAGUE_STARTS, read_vague
from clusterdoc.find.words.bound_phrases import APPROXIMATELY
from clusterdoc.find.words.calendar_words import DECADES
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.number_words import (
    FULL_SCALES,
    MULTIPLES,
    MULTIPLIES,
    ORDINALS,
    PART,
    SCALE_OR_DOZEN,
    SCALE_ORDINALS,
    SMALL,
    TEENS,
    TENS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.find.figures.numbers.numeral import Form
    from clusterdoc.find.figures.numbers.sums import Sum

SCAN: Final = re.compile(rf"[{GLYPHS}]|\.?\d+|[^\W\d_]+")
SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}
TIMES_SIGN: Final = re.compile(r"\s?(?:x(?![\w^−–-])(?!\s\d)|×(?=\s?[a-z]))")
ARTICLE: Final = re.compile(
    rf"an?[\s-]{{1,2}}(?:(?P<scale>{SCALE_OR_DOZEN})(?![a-z])|(?P<part>twenty-first|{PART})\b(?!\s?-\w))",
    re.IGNORECASE,
)
# "To double the loan", "will halve its debt": the verb without an ending, between what makes it one and its object.
WILL_BEFORE: Final = re.compile(r"\b(?:to|will|would|could|may|might|should|must)\s\Z", re.IGNORECASE)
OBJECT_AFTER: Final = re.compile(r"\s(?:the|its|their|his|her|our|output|production|sales|spending)\b")
AGE_BEFORE: Final = re.compile(r"\b(?:his|her|their|my|your|our|early|mid|late)[\s-]\Z", re.IGNORECASE)
GROUP_BEFORE: Final = re.compile(r"(?<![^\W_])(?:over|under)[\s-]\Z", re.IGNORECASE)
IDIOM: Final = re.compile(r"doubl(?:ed|es|ing)\s(?:down|as|up|over)\b", re.IGNORECASE)
FOLD: Final = re.compile(r"[\s-]?fold\b", re.IGNORECASE)
FIGURES: Final = re.compile(r"[\s-]figure\b")
PLACES: Final = range(4, 11)
# "Three times" compares here; "he called three times" counts.
TIMES: Final = re.compile(rf"\stimes(?=\s(?:{any_word('multiple')})\b)", re.IGNORECASE)
BOUNDED_ARTICLE: Final = re.compile(rf"\b(?:{APPROXIMATELY}|within|over|under|than|least|most|to)\s\Z", re.IGNORECASE)
THEN: Final = re.compile(r"\s(?:before|earlier|ago|previously)\b")
WHOLE: Final = SMALL | FULL_SCALES
COUNTED_ALONE: Final = frozenset({"duration", "length", "mass", "volume", "area"})
SINGLE_ORDINALS: Final = ORDINALS | SCALE_ORDINALS
WORD_STARTS: Final = (
    STARTS
    | SINGLE_ORDINALS.keys()
    | VAGUE_STARTS
    | {"a", "an", "another", "half", "quarter"}
    | MULTIPLES.keys()
    | MULTIPLIES.keys()
)
DERIVED: Final = frozenset(
    {*DECADES, *(f"{word}something" for word in TENS), *(f"{word}s" for word in SMALL)}
    | {f"{word}fold" for word in WHOLE}
)
FIRST_WORDS: Final = WORD_STARTS | DERIVED


def find_numerals(text: str, claimed: bytearray) -> Iterator[Numeral]:
    """Yield the numbers of a text from left to right; none begins in what is claimed."""
    position = 0
    tokens = SCAN.finditer(text)
    begun = [token for token in tokens if (word := token.group()).lower() in FIRST_WORDS or not word[0].isalpha()]
    for token in begun:
        start, first = token.start(), token.group()
        if start < position or claimed[start]:
            continue
        if first[0] == "." and start and text[start - 1].isalnum():  # "Rs.30"
            start, first = start + 1, first[1:]
        numeral = read_word(text, start, first.lower()) if first[0].isalpha() else read_number(text, start)
        if numeral is not None and not is_claimed(claimed, start, numeral.end):
            yield numeral
            position = numeral.end


def read_word(text: str, start: int, word: str) -> Numeral | None:
    """Return the number that begins with this word, None when none does."""
    if word not in WORD_STARTS:
        return read_derived(text, start, word) if word in DERIVED else None
    if (led := read_led(text, start, word)) is not None:
        return led
    if word == "another":
        return read_another(text, start, start + len(word))
    if word in ("a", "an"):
        return read_article(text, start, start + len(word)) or read_amount(text, start)
    if word in ("half", "quarter"):
        return fractions.read_half(text, start) if word == "half" else fractions.read_quarter(text, start)
    return (
        read_amount(text, start) if word in VAGUE_STARTS else read_single(text, start, word) or read_number(text, start)
    )


def read_led(text: str, start: int, word: str) -> Numeral | None:
    """Return what a word stands for only after another: "under-tens", "to double the loan"."""
    end = start + len(word)
    if word == "tens" and look_back(GROUP_BEFORE, text, start):
        return Numeral(start, end, "words", Fraction(10))
    multiplies = word in MULTIPLIES and look_back(WILL_BEFORE, text, start) and OBJECT_AFTER.match(text, end)
    return Numeral(start, end, "multiple", MULTIPLIES[word]) if multiplies else None


def read_another(text: str, start: int, end: int) -> Numeral | None:
    """Return "another" as one where it is a person killed, hurt or lost."""
    return Numeral(start, end, "words", Fraction(1)) if is_one_more(text, start, end) else None


def read_derived(text: str, start: int, word: str) -> Numeral | None:
    """Return what a word made of a number word stands for: "tenfold", "under-fives", "her seventies"."""
    if word.endswith("fold"):
        return Numeral(start, start + len(word), "multiple", Fraction(WHOLE[word.removesuffix("fold")]))
    end = start + len(word)
    if (tens := DECADES.get(word)) and look_back(AGE_BEFORE, text, start):
        return Numeral(start, end, "decade", low=Fraction(tens), high=Fraction(tens + 9))
    if tens := TENS.get(word.removesuffix("something")):
        return Numeral(start, end, "decade", low=Fraction(tens), high=Fraction(tens + 9))
    value = SMALL.get(word.removesuffix("s")) or DECADES.get(word)
    if value and look_back(GROUP_BEFORE, text, start):
        return Numeral(start, end, "words", Fraction(value))
    return None


def read_single(text: str, start: int, word: str) -> Numeral | None:
    """Return "third" or "tripled", words that are a number alone."""
    if word in MULTIPLES and not IDIOM.match(text, start):
        return Numeral(start, start + len(word), "multiple", MULTIPLES[word])
    if word in SINGLE_ORDINALS:
        return Numeral(start, start + len(word), "ordinal", Fraction(SINGLE_ORDINALS[word]))
    return None


def read_number(text: str, start: int) -> Numeral | None:
    """Return a number in digits or words, with the fraction or the ordinal it turns out to be."""
    number = read_cardinal(text, start)
    if number is None:
        return None
    if part := fractions.of_one(text, start, number):
        return part
    if number.ordinal:
        return Numeral(start, number.end, "ordinal", number.value)
    is_whole = not text[start].isalpha() and number.value.denominator == 1
    if is_whole and (suffix := SUFFIX.match(text, number.end)) and is_suffix(suffix.group(), int(number.value)):
        return Numeral(start, suffix.end(), "ordinal", number.value)
    if match := FOLD.match(text, number.end) or TIMES.match(text, number.end) or is_multiplied(text, start, number):
        return Numeral(start, match.end(), "multiple", number.value)
    return fractions.of_number(text, start, number) or _plain(text, start, number)


def is_suffix(written: str, number: int) -> bool:
    """Return whether letters make an ordinal of a number: "21st" and "13th", but 13st are stones."""
    last = 0 if number % 100 in TEENS.values() else number % 10
    return written.lower() == SUFFIXES.get(last, "th")


def is_multiplied(text: str, start: int, number: Sum) -> re.Match[str] | None:
    """Return the "x" after digits: "1.5x", "15x earnings", "5× zoom"; not "a 4 x 6 photo"."""
    return TIMES_SIGN.match(text, number.end) if text[start].isdigit() else None


def _plain(text: str, start: int, number: Sum) -> Numeral:
    """Return the number as it was read; "½" and "3/4 of a million" are parts, "a six-figure sum" has six digits."""
    if FIGURES.match(text, number.end) and number.value in PLACES:
        low = Fraction(10) ** (int(number.value) - 1)
        return Numeral(start, number.end + len("-figure"), "vague", low=low, high=10 * low - 1)
    if number.last == "fraction":
        return fractions.with_scale(text, start, number.end, number.value)
    form: Form = "words" if text[start].isalpha() else "digits"
    return Numeral(start, number.end, form, number.value, scale=number.scale)


def read_article(text: str, start: int, end: int) -> Numeral | None:
    """Return "a million", "a hundred and two", "a third", "an" of "about an hour"."""
    match = ARTICLE.match(text, start)
    if match is None:
        return read_one_unit(text, start, end)
    if match["part"]:
        return fractions.of_article(text, start, match)
    number = read_cardinal(text, match.start("scale"))
    if number is None:
        return Numeral(start, match.end(), "words", Fraction(12), scale=12)  # "a dozen"
    if number.ordinal:
        return Numeral(start, number.end, "ordinal", number.value)
    in_words = Numeral(start, number.end, "words", number.value, scale=number.scale)
    return fractions.of_number(text, start, number) or in_words


def read_one_unit(text: str, start: int, end: int) -> Numeral | None:
    """Return "an" of "about an hour" or "within a year" as one; without a bound word "a" counts nothing."""
    if not text.startswith(" ", end) or not look_back(BOUNDED_ARTICLE, text, start):
        return None
    unit = unit_after(text, end)
    if unit is None or unit.dimension not in COUNTED_ALONE or THEN.match(text, unit.end):
        return None  # "higher than a year before" compares with then
    return Numeral(start, end, "words", Fraction(1))


def read_amount(text: str, start: int) -> Numeral | None:
    """Return "hundreds of thousands", "several hundred", "a couple of"."""
    amount = read_vague(text, start)
    return (
        None
        if amount is None
        else Numeral(start, amount.end, "vague", low=Fraction(amount.low), high=Fraction(amount.high))
    )
