"""Numbers that are ages without saying "years old": "aged 17", "Maria Lopez, 34, was freed", "in her mid-20s"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.figures.dates.doubts import speaks_of_weather
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.bound_phrases import APPROXIMATELY
from clusterdoc.find.words.calendar_names import MONTHS, WEEKDAYS
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.people import is_person, plurals

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.quantity import Quantity

AGED: Final = re.compile(
    rf"(?<![^\W_])(?:aged|age|ages)\s(?:of\s|from\s|between\s)?(?:(?:{APPROXIMATELY}|just|only)\s)?\Z", re.IGNORECASE
)
OF_AGE: Final = re.compile(r"(?<=\bof\s)(?P<age>age\s)\Z")
NAMED: Final = re.compile(r"(?<![^\W_])(?P<name>[A-Z][^\W\d_][\w'’.-]{0,20}),\s\Z")
PERSON_BEFORE: Final = re.compile(r"(?<![^\W_])(?P<noun>[a-z]{2,20}),\s\Z")
# "Children under 10", "every man over 50": but not "people over 40 years" or "children under 10 tonnes of rubble".
PEOPLE_BEFORE: Final = re.compile(
    r"(?<![^\W_])(?P<noun>[a-z]{2,20})\s(?:aged\s)?(?:under|over|below|above|between)\s\Z",
    re.IGNORECASE,
)
AFTER_PEOPLE: Final = re.compile(
    rf"\s(?:{any_word('of an age')})\b|\s?(?:[.,;:!?)\"”]|\Z|\n)"
    r"|\s(?:and|or|who|in|at|with|is|was|were|are|will|can|must|should|have|had|to|from)\b"
)
# "A boy of 14", "a woman of about 40"; "a family of 14" counts.
OF_THAT_AGE: Final = re.compile(
    rf"(?<![^\W_])(?:an?|the|another|every)\s(?:[a-z-]{{2,14}}\s){{0,2}}(?:{any_word('aged')})\sof\s"
    rf"(?:(?:{APPROXIMATELY}|just|only)\s)?\Z",
    re.IGNORECASE,
)
COUNTED_AFTER_AGE: Final = re.compile(r"\s?%|-|\s(?:[a-z-]{2,18}[^su\W]s|people|men|women|children|per)\b")
AFTER_NAMED: Final = re.compile(r"\s?(?:[,.;)—–]|\Z|\n)|\s(?:and|of|from|who|was|is|said|at)\b")
BEING: Final = re.compile(
    r"(?<![^\W_])(?:(?:he|she|who|I)(?:\s(?:is|was|turned|turns|will be|would be|had turned|will turn"
    r"|would have been|is now|was only|was just)|[’']s)(?:\snow|\sonly|\sjust|\salready)?|when (?:he|she) was"
    r"|(?:who|they)\s(?:are|were)\s(?:over|under|above|below)|(?:he|she)\s(?:died|retired)\sat|dead\sat|die[ds]\sat)\s\Z",
    re.IGNORECASE,
)
AFTER_BEING: Final = re.compile(
    r"\s?(?:[.,;:!?)\"”]|\Z|\n)|\s(?:and|when|at the time|by|on|in|before|after|years?)\b(?! (?:of|a half))"
)
DECADE: Final = re.compile(r"(?P<tens>[1-9]0|1[0-9]0)s\b(?!\s?°)")
PART: Final = {
    "early": (0, 3),
    "low": (0, 3),
    "lower": (0, 3),
    "mid": (4, 6),
    "late": (7, 9),
    "high": (7, 9),
    "upper": (7, 9),
}
DECADE_BEFORE: Final = re.compile(
    rf"(?:(?P<whose>\b(?:his|her|their|my|your|our|its)\s))?(?:(?P<part>{any_of(PART)})(?:-|\s))?\Z",
    re.IGNORECASE,
)
OVER_S: Final = re.compile(r"(?<![^\W_])(?P<word>over|under)[\s-]\Z", re.IGNORECASE)
WHOEVER: Final = frozenset({"anyone", "everyone", "those"})
OLDEST: Final = 115
AGES: Final = frozenset(range(1, OLDEST + 1))
# Words with a capital before ", 34," that are not names of people.
NOT_PEOPLE: Final = frozenset(
    word.rstrip(".").capitalize() for word in (*(label for label, *_ in rows("numbered")), *MONTHS, *WEEKDAYS)
)


GROUP_BEFORE: Final = re.compile(r"(?<![^\W_])(?:over|under)-\Z", re.IGNORECASE)
SOMETHING: Final = re.compile(r"[-\s]?something\b")


def in_a_group(text: str, quantity: Quantity) -> bool:
    """Return whether a bare number names people by their age: "under-fives", "an under-8 side"."""
    before = look_back(GROUP_BEFORE, text, quantity.start)
    return before is not None and not text.startswith("-", quantity.end)


def with_age(text: str, quantity: Quantity) -> Quantity:
    """Return a bare number that is an age as one; other quantities as they are."""
    if not may_be_age(quantity):
        return quantity
    if of_age := look_back(OF_AGE, text, quantity.start):
        return _as_age(replace(quantity, start=of_age.start("age")))
    is_age = in_a_group(text, quantity) or is_said_as_age(text, quantity) or is_of_that_age(text, quantity)
    return _as_age(quantity) if is_age or _is_apposed(text, quantity) else quantity


def may_be_age(quantity: Quantity) -> bool:
    """Return whether a quantity is a bare whole number that can be somebody's age."""
    if quantity.kind != "count" or quantity.form not in ("digits", "words") or quantity.scale != 1:
        return False
    return quantity.value in AGES


def is_said_as_age(text: str, quantity: Quantity) -> bool:
    """Return whether the words on both sides make a number an age: "aged 14", "turned 50 in May", "those over 65"."""
    start, end = quantity.start, quantity.end
    if look_back(AGED, text, start) or (look_back(BEING, text, start, FAR) and AFTER_BEING.match(text, end)):
        return True
    return are_people(text, quantity) and AFTER_PEOPLE.match(text, end) is not None


def is_of_that_age(text: str, quantity: Quantity) -> bool:
    """Return whether a number is how old one person is: "a boy of 14", "a woman of 40 was hurt"."""
    person = look_back(OF_THAT_AGE, text, quantity.start, FAR)
    return person is not None and COUNTED_AFTER_AGE.match(text, quantity.end) is None


def are_people(text: str, quantity: Quantity) -> bool:
    """Return whether people whose age is bounded stand before a number: "children under", "anyone over"."""
    noun = look_back(PEOPLE_BEFORE, text, quantity.start, FAR)
    if noun is None:
        return False
    word = noun["noun"].lower()
    return word in WHOEVER or word in plurals() or is_person(word)


def _is_apposed(text: str, quantity: Quantity) -> bool:
    """Return whether a number stands after a name between commas: "Maria Lopez, 34, was freed"."""
    if quantity.form != "digits" or quantity.end - quantity.start > 3:  # noqa: PLR2004 -- digits
        return False
    match = look_back(NAMED, text, quantity.start)
    if match is None:
        person = look_back(PERSON_BEFORE, text, quantity.start)
        return person is not None and is_person(person["noun"]) and text.startswith(",", quantity.end)
    return match["name"] not in NOT_PEOPLE and AFTER_NAMED.match(text, quantity.end) is not None


def _as_age(quantity: Quantity) -> Quantity:
    """Return the quantity as an age in years."""
    return replace(quantity, kind="age", unit="year", dimension="age", rule="age in its sentence")


def read_decade(text: str, quantity: Quantity) -> Quantity | None:
    """Return "mid-20s", "low 90s", "in her 30s", "her seventies", "over 65s" or "70-something"; None for others."""
    if quantity.form == "decade":
        return decade(text, quantity, quantity.end)
    if quantity.form != "digits" or quantity.value is None:
        return None
    if quantity.unit is None and (match := SOMETHING.match(text, quantity.num_end)):
        return decade(text, replace(quantity, value=None, low=quantity.value, high=quantity.value + 9), match.end())
    return decade_in_digits(text, quantity, quantity.value)


def decade_in_digits(text: str, quantity: Quantity, value: Fraction) -> Quantity | None:
    """Return "mid-20s", "low 90s", "in her 30s" or "over 65s"; None for other numbers with an "s" ("the 90s")."""
    end = quantity.end + 1
    if not text.startswith("s", quantity.end) or text[end : end + 1].isalnum():
        return None
    if look_back(OVER_S, text, quantity.start):
        return replace(_as_age(quantity), end=end)
    before = look_back(DECADE_BEFORE, text, quantity.start)
    if before is None or not (before["part"] or before["whose"]) or not DECADE.match(text, quantity.num_start):
        return None
    found = decade(text, replace(quantity, value=None, low=value, high=value + 9), end)
    is_named_so = (before["part"] or "").lower() in ("low", "lower", "high", "upper")
    is_weather = is_named_so or (before["whose"] is None and speaks_of_weather(text, quantity.start))
    return replace(found, kind="measure", unit="degree") if is_weather else found


def decade(text: str, quantity: Quantity, end: int) -> Quantity:
    """Return "her early seventies" as an age."""
    before = look_back(DECADE_BEFORE, text, quantity.start)
    part = (before["part"] or "").lower() if before else ""
    first, last = PART.get(part, (0, 9))
    low = quantity.low or Fraction(0)
    start = before.start("part") if before and part else quantity.start
    aged = replace(_as_age(quantity), start=start, end=end, num_end=end, low=low + first, high=low + last, form="vague")
    return replace(aged, dimension="decade", rule="decade of an age")


def same_age(quantity: Quantity, before: Quantity | None, text: str) -> Quantity:
    """Return the second of two ages as one: "Ana Ruiz and Luis Gil, 40 and 49, were held"."""
    if before is None or before.kind != "age" or quantity.kind != "count" or quantity.value is None:
        return quantity
    joined = text[before.end : quantity.start] in (" and ", ", ", ", and ", " and his wife, ")
    is_end = (
        joined and quantity.value <= Fraction(OLDEST) and text[quantity.end : quantity.end + 1] in (",", ".", ";", ")")
    )
    return _as_age(quantity) if is_end else quantity
