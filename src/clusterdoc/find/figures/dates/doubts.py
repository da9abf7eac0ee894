"""A year or an amount, a clock time or a score: what the words around a number decide."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

import re

from clusterdoc.find.doc_text import FAR, look_back, text_around
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.calendar_words import SEASONS
from clusterdoc.find.words.contexts import any_word, words_by_use
from clusterdoc.find.words.people import plurals

_YEAR_CUE = re.compile(
    rf"(?:\b(?:in|since|by|until|till|before|after|during|late|early|mid|year|circa|back|{any_of(SEASONS)}|"
    r"born|founded|(?:early|late|recently|soon) as)|\()[\s-]{0,2}$",
    re.IGNORECASE,
)
_SHORT_YEAR_CUE = re.compile(
    r"\b(?:in|since|until|till|back in|summer of|class of|winter of|season of) $", re.IGNORECASE
)
# next to these words a year and an amount look alike: "from 1445 to 1870", "from 100 to 1000 litres"
_AMOUNT_CUE = re.compile(
    r"(?:\b(?:from|between|through|to|of|and|or|for|versus|vs\.?)|[–—-])[\s-]{0,2}$", re.IGNORECASE
)
_COUNTED_NOUN = re.compile(
    r"[ -](?!(?:and|or|to|until|till|when|where|in|on|at|as|by|for|with|the|a|an|was|were|is|but|that|who|which|after|"
    r"[a-z]{2,12}ed (?:over|at|more|some|about|the|a|an|\d)|before|through|from|he|she|they|it|we|while|had|has|"
    r"onwards?|alone|till)\b)[a-z]"
)
# a range of years would have been read as one: "from 1500 to 2000 people"
_RANGE_AFTER = re.compile(r" ?(?:to|and|or|-|–) ?[0-9]")
_CLOCK_CUE = re.compile(
    r"\b(?:at|by|until|till|from|to|before|after|around|about|since|between|and|past|o'clock|shortly)[\s:]{1,2}$",
    re.IGNORECASE,
)
# "at ten to nine", "at 6.35", and the words that may follow a clock time
_AT = re.compile(
    r"\b(?:at|until|till)(?: (?:about|around|exactly|nearly|almost|just after|just before))? $", re.IGNORECASE
)
_NOTHING_COUNTED = re.compile(
    r"\s?(?:[.;:!?)”\"]|,(?!\d)|$)| (?:on|in|at|and|or|but|when|as|while|with|to|for|from|this|that|every|each|daily|"
    r"today|tomorrow|tonight|yesterday|sharp|until|till|each|local)\b"
)
_RUN = re.compile(r"(?:\b\d{1,2}\.\d\d(?:, | and | or |, and | to | until |-|–)){1,8}$")
_SERVICE = re.compile(
    r" (?:(?:from|to|at) [A-Z]|[A-Z][a-z]{3,14}(?: (?:is|was|on|has)\b|[,.])"
    rf"|(?:[A-Z][\w’']{{1,20}} ){{0,2}}(?:{any_word('service')})\b)"
)
_NEAR = 80
_WEATHER = re.compile(r"\b(?:highs?|lows?|temperatures?|temps|mercury|warm up|cool)\b", re.IGNORECASE)
_GRID = re.compile(r"\b(?:qualifying|pole|grid|lapping|lap|tyres?|teammate)\b")
_TIMETABLE = re.compile(rf"\b(?:{any_word('service')}|{any_word('timetable')})\b|\d[ap]m\b|\d [ap]\.m\.", re.IGNORECASE)
_AMOUNTS = re.compile(r"[$£€%]|\b(?:percent|per|shares?|points?|pounds?|dollars?|metres?|seconds)\b")
_NAMED_BEFORE = re.compile(r"\b(?:Windows|Office|[Rr]oute|[Ff]light|[Nn]o\.?|[Nn]umber|[Ss]ection|[Rr]oom|[Ll]aw) $")
# a round number before these words is a year: "the 2000 election"
_YEARLY = re.compile(rf" (?:[A-Z]|{any_word('year')})")
# A number before a unit is a measure: "785 miles (1260 kilometers)", "walked 1950 miles"; not "(1990 in Leeds)".
_UNITS = frozenset(form for form, *_ in rows("units") if len(form) > 1) - {"in", "st"} | {"m", "sq", "square", "cubic"}
_WORD_AFTER = re.compile(r"[ -]([^\s\d().,;:]{1,20})")
_DWELLERS = words_by_use()["counted in brackets"]
APOSTROPHES = ("'", "’")
_OWNERS = ("the ", "The ", "his ", "her ", "its ", "their ", "a ", "’s ", "'s ")


def is_year(said: str, year: int, before: str, after: str) -> bool:
    """Return whether a number of four digits is a year, by the words around it: "in 2000" against "2000 people"."""
    if _NAMED_BEFORE.search(before) or is_quantity(before, after):
        return False
    if not said.isdigit():
        return is_short_year(said, before, after)
    if is_part_of_digits(before, after):
        return False
    if _is_likely(year) or (before.endswith(_OWNERS) and _YEARLY.match(after)):
        return True
    counts = _COUNTED_NOUN.match(after) is not None
    if _YEAR_CUE.search(before):
        return not (counts and year % 100 == 0)
    return _AMOUNT_CUE.search(before) is not None and not counts and not _RANGE_AFTER.match(after)


def is_short_year(said: str, before: str, after: str) -> bool:
    """Return whether "'99" or "of 87" is a year: an apostrophe before it opens no quotation ("'99'")."""
    if said.startswith(APOSTROPHES):
        return _SHORT_YEAR_CUE.search(before) is not None and not after.startswith(APOSTROPHES)
    return _YEAR_CUE.search(before) is not None


def is_part_of_digits(before: str, after: str) -> bool:
    """Return whether four digits are a part of something longer: "2019b", "2019-4", "B/4-2019", "A-2019"."""
    if after[:1].isalpha() or after[:2].strip("-–—").isdigit():
        return True
    mark, behind = before[-1:], before[-2:-1]
    return (mark != "" and mark in "-–—/#.+" and behind.isdigit()) or (mark == "-" and behind.isalpha())


def is_quantity(before: str, after: str) -> bool:
    """Return whether a unit follows a number: in brackets, or in the plural where no year is expected ("in 1990")."""
    found = _WORD_AFTER.match(after)
    if found is None:
        return False
    if before.endswith("(") and (found[1] in plurals() or found[1] in _DWELLERS):
        return True  # "(1942 inhabitants)"
    one, several = found[1] in _UNITS, found[1].endswith("s") and found[1].removesuffix("s") in _UNITS
    return (one or several) if before.endswith("(") else several and not _YEAR_CUE.search(before)


def counts_things(year: int, after: str) -> bool:
    """Return whether a number counts things and is not a year: "between 1200 and 1500 litres"."""
    return not _is_likely(year) and _COUNTED_NOUN.match(after) is not None


def _is_likely(year: int) -> bool:
    return 1900 <= year < 2050 and year % 100 != 0


def is_clock(said: str, before: str) -> bool:
    """Return whether digits are a clock time, not a score, ratio or running time: "a.m.", a zone, "at" before them."""
    if said[-1:] in "apAP" and said[:-1].isdigit():
        return False
    if not all(character.isdigit() or character in ":." for character in said):
        return True
    if said.count(":") == 2:
        return said[2] == ":" and before.endswith("at ")
    return _CLOCK_CUE.search(before) is not None


def speaks_of_weather(text: str, start: int) -> bool:
    """Return whether words of warmth stand before a place: "lows dropping into the mid-30s"."""
    return look_back(_WEATHER, text, start, _NEAR) is not None


def is_qualifying(text: str, start: int, end: int) -> bool:
    """Return whether "Q1" is a part of the qualifying for a race, not of a year."""
    return _GRID.search(text_around(text, start, end, FAR)) is not None


def is_said_clock(text: str, start: int, end: int) -> bool:
    """Return whether "ten to nine" is a clock time and not a score or a range: "at ten to nine on Friday"."""
    return look_back(_AT, text, start) is not None and _NOTHING_COUNTED.match(text, end) is not None


def is_dotted_clock(text: str, start: int, end: int) -> bool:
    """Return whether "6.35" is a clock time and not an amount: "leaves at 6.35 and 7.05", "the 6.35 to Dahl"."""
    run = look_back(_RUN, text, start, FAR)
    first = start - len(run[0]) if run else start
    if text.endswith(("the ", "The "), 0, first) and _SERVICE.match(text, end):
        return True
    if not look_back(_AT, text, first) or not _NOTHING_COUNTED.match(text, end):
        return False
    around = text_around(text, start, end, _NEAR)
    return _TIMETABLE.search(around) is not None and _AMOUNTS.search(around) is None
