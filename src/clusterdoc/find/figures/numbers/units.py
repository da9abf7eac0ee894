"""Units next to numbers: the longest name or sign of the table that follows, and rates ("km/h", "barrels per day")."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clusterdoc.find.doc_text import look_back, text_before
from clusterdoc.find.words import rows
from clusterdoc.find.words.contexts import any_word


class Unit(NamedTuple):
    """A unit after a number: the offset after it, its pint name, its dimension ("length", "duration", "percent")."""

    end: int
    name: str
    dimension: str


def _by_name() -> dict[str, tuple[str, str]]:
    """Return (unit, dimension) by name in small letters, singular and plural."""
    names = {form.lower(): (unit, dimension) for form, unit, dimension, match, *_ in rows("units") if match == "name"}
    return {plural_of(name): unit for name, unit in names.items()} | names


def plural_of(name: str) -> str:
    """Return the plural of a unit's name: "miles per gallon", "square meters"."""
    head, link, rest = name.partition(" per ") if " per " in name else name.partition(" of ")
    return f"{head}s{link}{rest}"


def by_sign() -> dict[str, tuple[str, str]]:
    """Return (unit, dimension) by abbreviation without blanks; the first row that has one owns it."""
    signs: dict[str, tuple[str, str]] = {}
    for form, unit, dimension, match, *_ in rows("units"):
        if match == "sign":
            signs.setdefault(form.replace(" ", ""), (unit, dimension))
    return signs


# Nouns that take a unit for a part of their name: "12 foot soldiers".
UNLESS_BEFORE: Final = {form: frozenset(nouns.split()) for form, _, _, _, _, nouns, *_ in rows("units") if nouns}
WORDS: Final = _by_name()
SIGNS: Final = by_sign()
NAMES: Final = WORDS | {
    form: (unit, dimension) for form, unit, dimension, match, *_ in rows("units") if match == "fixed"
}

# Letters that are names or words in other places: "25A" and "13F" are labels, "5-A" a grade, "3 A levels" no current.
NOT_CLOSE: Final = frozenset("FANJ")
HYPHENED_LETTERS: Final = frozenset("AVNJKFCst")
BEFORE_A_BREAK: Final = frozenset("ANsJh")
BREAK: Final = re.compile(r"\s?(?:[.,;:)\]]|\Z|\n|[x×]\s?\d|\d)")
IN_AFTER: Final = re.compile(rf"\s?(?:[.,;:)\]]|\Z|\n|[x×]\s?\d|by\s\d|(?:{any_word('dimension')})\b)")

# As many words as the longest name of the table has, and as many letters as the longest sign.
MOST_WORDS: Final = max(len(name.split()) for name in NAMES)
LONGEST: Final = max(len(part) for sign in SIGNS for part in sign.split("/"))
NAME: Final = re.compile(
    r"(?P<gap>-|[^\S\n]{1,2}|\n|[^\S\n]?[(\[{<])?(?P<one>U\.S\.|[A-Za-z]{2,14}(?:\.[A-Za-z]\.|\.(?=\s[a-z]|\s?\Z))?)"
    rf"(?:[\s-][A-Za-z][A-Za-z\d]{{0,13}}){{0,{MOST_WORDS - 1}}}"
)
GAP: Final = re.compile(r"[\s-]")
PART: Final = rf"[A-Za-zµμΩ℃℉″′·][A-Za-zµμΩ℃℉″′·\d]{{0,{LONGEST - 1}}}(?:[²³]|\^[23](?!\d))?"  # "t", "km2", "tCO2e"
SIGN: Final = re.compile(
    rf"(?P<gap>[\s-]?[(\[{{<]?)(?P<sign>[°º˚](?:\s?(?:[CF](?![A-Za-z])|Celsius|Fahrenheit))?|{PART}(?:/{PART})?)"
    r"(?![^\W_])"
)
CAMERA: Final = re.compile(rf"(?:\s[a-z-]{{1,14}}){{0,2}}\s(?:{any_word('camera')})")
NOUN_AFTER: Final = re.compile(r"\s([a-z]{3,14})\b")
SECOND: Final = re.compile(r"-(?!long|old)[a-z]")
FEET_BEFORE: Final = re.compile(r"(?<![^\W\d_])(?:ft|feet|foot)\.?\s\d{1,2}\Z")
PERCENT: Final = re.compile(r"(?:\s|-)?(?:%|％|﹪)(?P<points>[\s-]points?\b)?")
POINT: Final = re.compile(r"[\s-]points?\b")
RATE: Final = re.compile(r"(?:\s?/\s?|[\s-]per[\s-])(?P<square>square\s|cubic\s|sq\.?\s)?(?P<unit>[A-Za-z]{1,12})\b")
AN_HOUR: Final = re.compile(r"[\s-]an?[\s-](?P<unit>hour|second|minute)\b")
INCHES: Final = re.compile(rf"\s?[\"”″](?=\s?(?:{any_word('inch mark')}|x\s?\d|by\s\d)\b)")
FEET: Final = re.compile(rf"['’′](?=\s?(?:{any_word('foot mark')}|x\s?\d|by\s\d)\b)")
# "20 m.p.h.", "31.4°N"
DOTTED: Final = re.compile(r"\s?(?P<letter>[mkMK])\.p\.h\.?(?!\w)")
COMPASS: Final = re.compile(r"\s?[°º˚]\s?[NSEW](?!\w)")
SPEEDS: Final = {"m": ("mile_per_hour", "speed"), "k": ("kilometer_per_hour", "speed")}
# "Turn 45 degrees" is an angle, "it was 24 degrees" is not, and "she holds two degrees" is neither.
ANGLE_BEFORE: Final = re.compile(rf"\b(?:{any_word('angle before')})(?:\s[a-z]{{1,6}}){{0,2}}\s\Z", re.IGNORECASE)
ANGLE_AFTER: Final = re.compile(rf"\s(?:{any_word('angle after')})\b")
EDUCATED: Final = re.compile(rf"\b(?:{any_word('study')})\s[a-z]{{2,5}}\Z", re.IGNORECASE)
NUMBER_BEFORE: Final = re.compile(r"\d[\d.]{0,8}\Z")
# "104F" is hot only near words of weather: elsewhere "13F" is a form and "777F" a freighter.
WARM: Final = re.compile(rf"\b(?:{any_word('warmth')})\b|[°\d]\s?C\b", re.IGNORECASE)
BELOW_ZERO: Final = re.compile(r"(?:\bminus\s|(?<![\w.])[-–−])\d{1,3}(?:\.\d)?\Z", re.IGNORECASE)
WARM_REACH: Final = 60
CLOSING: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}


def unit_after(text: str, end: int) -> Unit | None:
    """Return the unit that follows a number at `end`, its rate included, None when a word follows that is none."""
    if match := PERCENT.match(text, end):
        return Unit(match.end(), "percentage_point" if match["points"] else "percent", "percent")
    if match := INCHES.match(text, end):
        return Unit(match.end(), "inch", "length")
    if match := FEET.match(text, end):
        return Unit(match.end(), "foot", "length")
    if match := DOTTED.match(text, end) or COMPASS.match(text, end):
        return Unit(match.end(), *SPEEDS.get((match.groupdict().get("letter") or "").lower(), ("arcdegree", "angle")))
    name, sign = _named(text, end), signed(text, end)
    found = sign if name is None or (sign is not None and sign.end > name.end) else name
    if found is not None and found.name == "degree":
        return of_degrees(text, end, found)
    return None if found is None else rated(text, found)


def of_degrees(text: str, end: int, unit: Unit) -> Unit | None:
    """Return bare degrees as those of an angle where the words around say so, None when they are of a university."""
    number = look_back(NUMBER_BEFORE, text, end)
    start = number.start() if number else end
    if look_back(EDUCATED, text, end):
        return None
    is_angle = look_back(ANGLE_BEFORE, text, start) or ANGLE_AFTER.match(text, unit.end)
    return unit._replace(name="arcdegree") if is_angle else unit


def _named(text: str, start: int) -> Unit | None:
    """Return the unit with the longest name among the next words ("square miles", "U.S. gallons")."""
    match = NAME.match(text, start)
    if match is None:
        return None
    one, gaps = match.end("one"), GAP.finditer(text, match.end("one"), match.end())
    for last in reversed([*(gap.start() for gap in gaps), match.end()]):
        name = text[match.start("one") : last].lower().replace("-", " ").replace("\n", " ")
        unit, end = NAMES.get(name), last
        if unit is None and name.endswith("."):
            unit, end = NAMES.get(name[:-1]), last - 1
        if unit and not (last == one and is_other_word(text, match, name, text[match.start("one") : end])):
            return bracketed(text, match, Unit(end, *unit))
    return None


def is_other_word(text: str, match: re.Match[str], name: str, written: str) -> bool:
    """Return whether a unit's name means something else here: "5 second-hand cars", "an SEC filing"."""
    if len(written) <= 3 and written.isupper() and written not in SIGNS:  # noqa: PLR2004 -- initials
        return True
    if name in UNLESS_BEFORE and (noun := NOUN_AFTER.match(text, match.end("one"))) and noun[1] in UNLESS_BEFORE[name]:
        return True
    if (match["gap"] == "\n" and written[0].isupper()) or (name == "stone" and not BREAK.match(text, match.end("one"))):
        return True
    if name in ("cup", "cups"):
        return not (
            text.startswith(" of ", match.end("one"))
            or text[match.start() - 2] in "/⁄"
            or not text[match.start() - 1].isascii()
        )
    if name == "second" and match["gap"] != "-" and SECOND.match(text, match.end("one")):
        return True  # "two second-round picks"
    return name == "second" and text.startswith(("-hand", " half"), match.end("one"))


def bracketed(text: str, match: re.Match[str], unit: Unit) -> Unit | None:
    """Return "20 (kg)" with its closing bracket, None when the bracket holds more than the unit."""
    bracket = (match["gap"] or "")[-1:]
    if bracket not in CLOSING:
        return unit
    return unit._replace(end=unit.end + 1) if text.startswith(CLOSING[bracket], unit.end) else None


def signed(text: str, end: int) -> Unit | None:
    """Return the unit of an abbreviation, where it can be nothing else."""
    match = SIGN.match(text, end)
    if match is None:
        return None
    sign, gap = match["sign"].replace(" ", ""), match["gap"]
    unit = SIGNS.get(sign) or (quotient(sign) if "/" in sign else None)
    if unit is None or not (stands_apart(text, match, sign) if gap.isspace() else stands_close(text, match, sign)):
        return None
    return bracketed(text, match, Unit(match.end(), *unit))


def stands_close(text: str, match: re.Match[str], sign: str) -> bool:
    """Return whether a short sign that touches a number, or its hyphen, is a unit: "45g", not "25A", "13F", "5s"."""
    if sign == "in":  # "a one-in-four chance"
        return text[match.start() - 1].isdigit() and not text.startswith("-", match.end())
    if match["gap"] == "-":
        return sign not in HYPHENED_LETTERS
    if sign == "s":  # "9.58s", not "the 5s"
        return "." in text_before(text, match.start(), 4)
    is_warm = look_back(WARM, text, match.start(), WARM_REACH) or look_back(BELOW_ZERO, text, match.start())
    if sign == "F" and is_warm:
        return True
    return sign not in NOT_CLOSE and not (sign == "C" and text.startswith("/", match.end()))


def quotient(sign: str) -> tuple[str, str] | None:
    """Return the unit of "A/cm2" from its two signs."""
    above, _, below = sign.partition("/")
    first, second = SIGNS.get(above), SIGNS.get(below)
    return (f"{first[0]} per {second[0]}", f"{first[1]} per {second[1]}") if first and second else None


def stands_apart(text: str, match: re.Match[str], sign: str) -> bool:
    """Return whether a short sign after a space is a unit: "45 g", "2 in.", not "2 in the car" or "3 A level"."""
    end = match.end()
    if sign == "MP":  # "one MP for the north", but "a 12 MP camera"
        return text[match.start() - 1].isdigit() and any(sort.match(text, end) for sort in (BREAK, CAMERA))
    if sign == "in":
        follows = IN_AFTER.match(text, end) or look_back(FEET_BEFORE, text, match.start())
        return follows is not None and not text[match.start() - 1].isalpha()
    if sign in BEFORE_A_BREAK:
        return BREAK.match(text, end) is not None
    if sign in ("C", "F"):
        return not (text.startswith(" ", end) and text[end + 1 : end + 2].isupper()) and not text.startswith("-", end)
    return len(sign) > 1 or not sign.isupper() or not (text.startswith("-", end) or text[end + 1 : end + 2].isupper())


def rated(text: str, unit: Unit) -> Unit:
    """Return the unit with its rate: "kilometer_per_hour", "liter_per_day"; money's rates are not units."""
    match = AN_HOUR.match(text, unit.end) if unit.dimension in ("length", "angle") else None
    match = match or (RATE.match(text, unit.end) if unit.dimension != "percent" else None)
    if match is None or unit.dimension in ("duration", "speed"):
        return unit
    written = match["unit"]
    below = WORDS.get(written.lower()) or SIGNS.get(written)
    if below is None:
        return unit
    power = {"s": "square ", "c": "cubic "}.get((match.groupdict().get("square") or " ")[0].lower(), "")
    return Unit(match.end(), f"{unit.name} per {power}{below[0]}", f"{unit.dimension} per {power}{below[1]}")
