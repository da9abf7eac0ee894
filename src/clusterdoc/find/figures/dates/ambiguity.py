"""Words that mean a time only next to other words of time: "may", "march", "April", "the Sun", "fall"."""

from __future__ import annotations

import re

from clusterdoc.find.doc_text import look_back, text_before
from clusterdoc.find.words.calendar_names import MONTH, WEEKDAY
from clusterdoc.find.words.calendar_words import SEASONS

_BEFORE = re.compile(
    r"(?:\b(?:in|of|on|since|until|till|by|during|from|to|through|for|early|late|mid|this|next|last|past|following|"
    r"before|thru|after|every|each|between|and|or|than|about|as|starting|beginning|previous|coming|week|month|year|day)"
    r"|-|[0-9](?:st|nd|rd|th)?|[0-9],|ty|teenth|teen|ieth|first|second|third|nine|one|two|five|six|seven|eight)"
    r"[\s-]{1,3}$|(?:^|[.:;\n])\s{0,3}[0-9]{1,2}\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\.?,?[\s/-]{0,2}(?:the )?[0-9]{1,4}(?:st|nd|rd|th)?\b(?![.,][0-9]|%)"
    r"|[\s,-]{1,2}(?:(?:to|until|or|and|through) )?(?:the )?"
    r"(?:twenty|thirty|nineteen|two thousand|first|second|third|[a-z]{3,9}th\b"
    rf"|(?:{MONTH}|{WEEKDAY})\b)",
    re.IGNORECASE,
)
_NUMBER_AFTER = re.compile(
    r"\.?,?[\s/-]{0,2}(?:the )?(?:[0-9]{1,4}(?:st|nd|rd|th)?\b(?![.,][0-9]|%)|(?:twenty|thirty|first|[a-z]{3,9}th)\b)",
    re.IGNORECASE,
)
# "her March comment", "the May budget", not "the March for Life"
_OWNED = re.compile(r"\b(?:the|an?|his|her|its|their|our)\s$|['’]s\s$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s(?!for\b|on\b|of\b|to\b|through\b)[a-z]{3}")
# "it may differ", "they march": in lower case they are months only next to these
_VERB_BEFORE = re.compile(r"\b(?:in|of|since|last|next|by|from|until|early|late|mid) $|[0-9](?:st|nd|rd|th)? $")
# "boys aged under 16 may enter"
_COUNT_BEFORE = re.compile(r"\b(?:aged|under|over|than|least|most|below|above|all) [0-9]{1,3} $")
_NAMES = frozenset({"april", "june"})
_VERBS = frozenset({"may", "march"})
_OWNABLE = _VERBS | _NAMES | {"august"}
_SHORT_DAYS = frozenset({"sat", "sun", "wed", "mon"})


def speaks_of_time(text: str, start: int, end: int) -> bool:
    """Return whether the neighbours of an ambiguous word make it a month, a weekday or a season."""
    word = text[start:end].lower()
    lower, after = text[start].islower(), _AFTER.match(text, end) is not None
    if lower and word in _NAMES:
        return True
    if lower and word in _SHORT_DAYS:
        return after
    if lower and word in _VERBS and not _NUMBER_AFTER.match(text, end):
        counts = look_back(_COUNT_BEFORE, text, start)
        return counts is None and look_back(_VERB_BEFORE, text, start) is not None
    if word in SEASONS and text_before(text, start).lower().endswith("the "):
        return True
    if word in _OWNABLE and look_back(_OWNED, text, start) and _NOUN_AFTER.match(text, end):
        return not lower
    return after or look_back(_BEFORE, text, start) is not None
