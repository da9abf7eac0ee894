"""Numbers in words, and digits with scale words: "one thousand three hundred and five", "two and a half million"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from clusterdoc.find.figures.numbers.digits import read_digits
from clusterdoc.find.figures.numbers.sums import HUNDRED, TEN, Sum
from clusterdoc.find.words.number_words import (
    FULL_SCALES,
    ONE_TO_NINE,
    PARTS,
    PLURAL_PARTS,
    SCALE,
    SCALE_OR_DOZEN,
    SCALES,
    SMALL,
)

GAP: Final = re.compile(r"[^\S\n]{0,3}-?[^\S\n]{0,3}|\n")
WORD: Final = re.compile(r"[A-Za-z]{1,13}(?![^\W\d_])")
AND: Final = re.compile(r"[^\S\n]{0,3}-?(?:\band\b|&)-?[^\S\n]{0,3}", re.IGNORECASE)
COMMA: Final = re.compile(rf",\s(?=[a-z]{{3,9}}\s(?:{SCALE})\b)", re.IGNORECASE)
SMALL_DIGITS: Final = re.compile(rf"[1-9]\d?(?![\d.,]\d|\w|\s?%|\s(?:{SCALE})\b)")
PART: Final = re.compile(rf"(?:(?P<top>an?|{ONE_TO_NINE})[\s-])?(?P<part>[a-z]{{4,12}})\b", re.IGNORECASE)
OF_SCALE: Final = re.compile(rf"(?:\sof)?(?:\s{{1,2}}an?)?[\s-]{{1,2}}(?P<scale>{SCALE_OR_DOZEN})\b", re.IGNORECASE)
HUNDREDTHS: Final = re.compile(
    r"(?P<count>[a-z]{3,9}(?:-[a-z]{3,5})?)[\s-](?P<part>tenths|hundredths|thousandths)\b", re.IGNORECASE
)
POINT: Final = re.compile(r"\spoint((?:[\s-][a-z]{3,9}){1,6})", re.IGNORECASE)
STARTS: Final = frozenset(SMALL | FULL_SCALES)
HUNDREDS: Final = re.compile(r"\d hundred\b")
THOUSAND: Final = 1000


def read_cardinal(text: str, start: int) -> Sum | None:
    """Return the number that begins at `start` with digits or a number word, None when none does."""
    number = begun(text, start)
    if number is not None:
        extend(text, number)
    return number


def begun(text: str, start: int) -> Sum | None:
    """Return the first word or the digits of the number that begins at `start`."""
    number = Sum(start)
    if text[start].isalpha():
        word = WORD.match(text, start)
        if word is None or word.group().lower() not in STARTS or not number.take(word.group().lower(), word.end()):
            return None
    elif digits := read_digits(text, start):
        number.group, number.end, number.last = digits.value, digits.end, "fraction" if digits.is_fraction else "digits"
        number.in_digits = True
    else:
        return None
    return number


def extend(text: str, number: Sum) -> None:
    """Add to a number all that continues it: words, "and" with a smaller number, "and a half", "point five"."""
    while not number.ordinal:
        if number.last != "part" and (step_and(text, number) or step_point(text, number)):
            continue
        if not step_word(text, number):
            break


def step_word(text: str, number: Sum) -> bool:
    """Add the next word to a number; return whether there was one."""
    gap = GAP.match(text, number.end)
    position = gap.end() if gap else number.end
    if position == number.end and number.last not in ("digits", "fraction"):
        comma = COMMA.match(text, number.end)
        if comma is None or number.last != "scale":
            return False
        position = comma.end()
    word = WORD.match(text, position)
    if word is None:
        return number.last == "scale" and number.scale == THOUSAND and step_digits(text, number, position)
    lower = word.group().lower()
    if position == number.end and not (number.last == "digits" and SCALES.get(lower, HUNDRED) > HUNDRED):
        return False
    if (number.last in ("digits", "part", "fraction") and lower in SMALL) or (
        number.last == "fraction" and lower not in SCALES
    ):
        return False
    return number.take(lower, word.end())


def step_digits(text: str, number: Sum, position: int) -> bool:
    """Read "3 hundred" after "4 thousand"."""
    match = HUNDREDS.match(text, position)
    if match is None:
        return False
    number.group, number.last, number.end = Fraction(int(text[position]) * HUNDRED), "hundred", match.end()
    return True


def step_and(text: str, number: Sum) -> bool:
    """Read "and a half" or "and five"; "two hundred and three hundred" are two numbers."""
    conjunction = AND.match(text, number.end)
    if conjunction is None or number.last in ("dozen", "fraction"):
        return False
    part = PART.match(text, conjunction.end())
    if part and (value := part_value(part)) is not None:
        add_part(text, number, value, part.end())
        return True
    if add_decimals(text, number, conjunction.end()):
        return True
    return number.last in ("hundred", "scale") and add_rest(text, number, conjunction.end())


def add_rest(text: str, number: Sum, position: int) -> bool:
    """Add the number after "and", in digits ("3 hundred and 21") or words."""
    small = SMALL_DIGITS.match(text, position)
    if small is None:
        return add_smaller(text, number, position)
    if number.last == "scale" and number.scale > THOUSAND:
        return False
    number.group = (number.group or Fraction(0)) + int(small.group())
    number.last, number.end = "digits", small.end()
    return True


def add_decimals(text: str, number: Sum, position: int) -> bool:
    """Read "fifty-four hundredths" of "two and fifty-four hundredths"."""
    match = HUNDREDTHS.match(text, position)
    count = read_cardinal(match["count"], 0) if match else None
    if match is None or count is None:
        return False
    number.add_part(count.value / PLURAL_PARTS[match["part"].lower()], match.end())
    return True


def add_part(text: str, number: Sum, part: Fraction, end: int) -> None:
    """Add "and a half" to a number, or "and a half million" to one in billions."""
    scale = OF_SCALE.match(text, end) if number.last == "scale" else None
    if scale and (factor := SCALES[scale["scale"].lower()]) < number.scale:
        number.total += part * factor
        number.end, number.last = scale.end(), "part"
    else:
        number.add_part(part, end)


def add_smaller(text: str, number: Sum, position: int) -> bool:
    """Add the number after "and" when it is smaller than the last scale: not in "one hundred and two hundred"."""
    word = WORD.match(text, position)
    if word is None:
        return False
    if word.group().lower() not in SMALL:
        return add_ordinal(text, number, word)
    rest = begun(text, position)
    if rest is None:
        return False
    while not rest.ordinal and step_word(text, rest):
        pass  # up to the next "and", which the number itself reads on from
    if number.last == "hundred":
        if rest.scale == HUNDRED:
            return False
        if rest.scale > HUNDRED:  # "two hundred and two thousand"
            above = number.total if number.scale > rest.scale else Fraction(0)
            number.total = above + (number.value - above + rest.total / rest.scale) * rest.scale
            number.group = rest.group
        else:
            number.group = (number.group or Fraction(0)) + rest.value
    elif rest.scale >= number.scale:
        return False
    else:
        number.group = rest.value
    number.scale = max(number.scale, rest.scale)
    number.end, number.last, number.ordinal = rest.end, rest.last, rest.ordinal
    return True


def add_ordinal(text: str, number: Sum, word: re.Match[str]) -> bool:
    """Close "the hundred and fiftieth anniversary", not "a hundred and second-hand cars"."""
    if number.in_digits or text.startswith("-", word.end()) or not number.take_ordinal(word.group().lower()):
        return False
    number.end = word.end()
    return True


def step_point(text: str, number: Sum) -> bool:
    """Read the decimals of "nine point nought four"."""
    match = POINT.match(text, number.end) if number.last in ("unit", "teen", "ten", "hundred") else None
    if match is None:
        return False
    digits, end = "", match.start(1)
    for word in WORD.finditer(text, match.start(1), match.end(1)):
        value = SMALL.get(word.group().lower())
        if value is None:
            break
        digits = (
            digits[:-1] + str(value)
            if digits and digits[-1] == "0" and len(digits) > 1 and 0 < value < TEN
            else digits + str(value)
        )
        end = word.end()
    if not digits:
        return False
    number.add_part(Fraction(int(digits), 10 ** len(digits)), end)
    return True


def part_value(match: re.Match[str]) -> Fraction | None:
    """Return the value of "a half", "three quarters", "two thirds"; None when the words are no fraction."""
    top, word = (match["top"] or "").lower(), match["part"].lower()
    count = SMALL.get(top, 1)
    if count == 1 and top and word in PARTS:
        return Fraction(1, PARTS[word])
    if top in SMALL and word in PLURAL_PARTS:
        return Fraction(count, PLURAL_PARTS[word])
    return None
