"""Text to islands: runs of words and numbers that may speak of time, everything else skipped."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from clusterdoc.find.figures.dates import words
from clusterdoc.find.figures.dates.holidays import HOLIDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"(?P<meridiem>(?<=[0-9])[ap]\b(?!\.?[\w’'/-])|(?<=[0-9 .])(?:[ap]\. ?m\b\.?|[ap] ?m\b))"
    r"|(?P<word>[^\W\d_]{1,20})"
    r"|(?P<compact>(?<![\w.])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[012][0-9]|3[01])(?![0-9]))"
    r"|(?P<iso>(?<![0-9/.])[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)"
    r"|(?P<long>(?<![0-9/.])[0-9]{4}(?P<mid>[-/])[0-9]{1,2}(?P=mid)[0-9]{1,2}(?![0-9/]))"
    r"|(?P<triple>(?<![0-9/.])[0-9]{1,4}(?P<sep>[-/.])[0-9]{1,2}(?P=sep)[0-9]{2,4}(?![0-9]))"
    r"|(?P<pair>(?<![0-9/.])[0-9]{1,2}/[0-9]{1,2}(?![0-9/]|\.[0-9]))"
    r"|(?P<clock>(?<![0-9:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
    r"|(?P<ordinal>(?<![0-9.,])[0-9]{1,3}(?:st|nd|rd|th)(?![^\W_]))"
    r"|(?P<number>[0-9]{1,20}(?:[.,][0-9]{1,20}){0,20})"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_GAP = re.compile(r"\.?[^\S\n]{0,3}\n?[^\S\n]{0,3}$")
# a neighbour that makes "may", "march", "sat", "fall" a word of time
_TIME_BEFORE = re.compile(
    r"(?:\b(?:in|of|on|since|until|till|by|during|from|to|through|for|early|late|mid|this|next|last|past|following|"
    r"before|after|every|each|between|and|or|than|about|starting|beginning|previous|coming|week|month|year|day|-)|[0-9](?:st|nd|rd|th)?"
    r"|[0-9],|teen|ty|teenth|ieth|first|second|third|nine|one|two|five|six|seven|eight)[\s-]{1,3}$|(?:^|[.:;\n])\s{0,3}[0-9]{1,2}\s$",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"\.?,?[\s/-]{0,2}(?:the )?[0-9]{1,4}(?:st|nd|rd|th)?\b(?![.,][0-9]|%)|\.?[0-9]{1,2}\b"
    r"|[\s,-]{1,2}(?:the )?(?:to|through|and|or|twenty|thirty|nineteen|two thousand|first|second|third|[a-z]{3,9}th)\b(?!.{1,3}$)"
    r"|[\s-]{1,3}(?:to|until|or|and|through)?\s?(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|may\b|mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)
# what a number counts that is no year, no day and no hour: "2000 people", "at 6.45 percent"
_COUNTED = re.compile(
    r"[ -](?:[a-z]{3,14} )?(?:percent|per cent|percentage|million|billion|trillion|people|men|women|children|students|"
    r"workers|jobs|votes|homes|houses|troops|soldiers|pieces|words|miles|feet|metres|meters|acres|tons|tonnes|dollars|"
    r"euros|pounds|yards|calories|units|copies|members|employees|residents|passengers|deaths|cases|points|voters)\b"
)
_MONEY = re.compile(r"[$£€¥₹]\s?$|\b(?:US|A|C|HK)\$$")
_SAME = {"’": "'", "‘": "'", "–": "-", "—": "-", "~": "-"}
Tags = dict[str, object]


class Token(NamedTuple):
    """A word, number or mark with its offsets and what the tables make of it: tag to value."""

    start: int
    end: int
    word: str
    tags: Tags


def find_islands(text: str) -> Iterator[list[Token]]:
    """Yield the runs of neighbouring tokens that hold at least one word or number of time, in the order of the text."""
    island: list[Token] = []
    lively = False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        word = match.group().lower()
        word = _SAME.get(word, word)
        if word == "." and island and island[-1].word in words.ABBREVIATIONS:
            continue
        tags = _VOCABULARY.get(word) if kind in {"word", "mark"} else _read_number(match, str(kind), text)
        if tags is None or (island and not _adjoins(text, island[-1], match.start())):
            if lively:
                yield island
            island, lively = [], False
        if tags is None:
            continue
        if "AMBIGUOUS" in tags and not _speaks_of_time(text, match, word):
            tags = _WITHOUT[word]
        island.append(Token(match.start(), match.end(), word, tags))
        lively = lively or "LIVELY" in tags
    if lively:
        yield island


def _adjoins(text: str, left: Token, start: int) -> bool:
    """Tell whether only a blank, one line break, or the stop of an abbreviation lies between two tokens."""
    gap = text[left.end : start]
    return not gap or gap == " " or (len(gap) < 5 and _GAP.match(gap) is not None)


def _speaks_of_time(text: str, match: re.Match[str], word: str) -> bool:
    start, end = match.span()
    if word in {"april", "june"} and text[start].islower():
        return True
    if word in {"sat", "sun", "wed", "mon"} and text[start].islower():
        return _TIME_AFTER.match(text, end) is not None
    if word in words.SEASONS and text[max(0, start - 4) : start].lower() == "the ":
        return True
    if word in {"may", "march"} and text[start].islower() and _TIME_AFTER.match(text, end) is None:
        return (
            re.search(
                r"\b(?:in|of|since|last|next|by|from|until|early|late|mid) $|[0-9](?:st|nd|rd|th)? $",
                text[max(0, start - 8) : start],
            )
            is not None
        )
    before = text[max(0, start - 14) : start]
    return _TIME_BEFORE.search(before) is not None or _TIME_AFTER.match(text, end) is not None


def _vocabulary() -> dict[str, Tags]:
    """Return every word of the tables with its tags."""
    entries: dict[str, Tags] = {word: {} for word in sorted(words.GLUE)}
    tables: tuple[tuple[str, dict[str, object], bool], ...] = (
        ("MONTH", dict(words.MONTHS), True),
        ("WEEKDAY", dict(words.WEEKDAYS), True),
        ("WEEKDAYS", dict(words.WEEKDAY_SETS), True),
        ("UNIT", dict(words.UNITS), True),
        ("PART", dict(words.PARTS), True),
        ("SEASON", dict(words.SEASONS), True),
        ("TODAY", dict(words.DAYS), True),
        ("REF", dict(words.REFERENCES), True),
        ("SET", dict(words.SETS), True),
        ("DECADENAME", dict(words.DECADES), True),
        ("QUARTERNAME", dict(words.QUARTERS), True),
        ("BACK", dict(words.BACK), False),
        ("AHEAD", dict(words.AHEAD), False),
        ("THIS", dict(words.THIS), False),
        ("MOD", dict(words.MODS), False),
        ("ENDS", dict(words.ENDS), False),
        ("ABOUT", dict(words.ABOUT), False),
        ("ONES", dict(words.ONES), False),
        ("TEENS", dict(words.TEENS), False),
        ("TENS", dict(words.TENS), False),
        ("ORDINAL", dict(words.ORDINALS), False),
        ("VAGUE", dict(words.VAGUE), False),
        ("ZONE", dict.fromkeys(words.ZONES), False),
        ("UNITLETTER", dict(words.UNIT_LETTERS), True),
    )
    entries["period"] = {}
    for tag, table, lively in tables:
        for word, value in table.items():
            entries.setdefault(word, {})[tag] = value
            if lively:
                entries[word]["LIVELY"] = True
    for word in words.UNITS:
        entries[word]["PLURAL" if word.endswith("s") else "ONEUNIT"] = words.UNITS[word]
    for name in HOLIDAYS:
        first, *rest = re.findall(r"\w+|[^\w\s]", name)
        entries.setdefault(first, {})["LIVELY"] = True
        for word in rest:
            entries.setdefault(word, {})
    for word in ("tonight", "tonite", "ish", "past", "noon", "midnight", "midday", "noonish", "oclock", "clock"):
        entries[word]["LIVELY"] = True
    for word in words.AMBIGUOUS:
        entries[word]["AMBIGUOUS"] = True
    return entries


_VOCABULARY = _vocabulary()
_WITHOUT: dict[str, Tags] = {word: {} for word in words.AMBIGUOUS}


def _read_number(match: re.Match[str], kind: str, text: str) -> Tags | None:
    """Return the tags of a token that begins with a digit, or of a.m. and p.m.; None for what is no number of time."""
    word = match.group()
    if kind == "meridiem":
        return {"MERIDIEM": word[0].lower(), "LIVELY": True}
    if (
        _COUNTED.match(text, match.end())
        or _MONEY.search(text[max(0, match.start() - 4) : match.start()])
        or text[match.end() : match.end() + 1] in {"%", "°"}
    ):
        return None
    if kind == "number":
        return _read_plain(word, text, match)
    if kind == "ordinal":
        return {"ORDINAL": int(word[:-2]), "ORDINALDIGITS": int(word[:-2]), "LIVELY": True}
    return {kind.upper(): word, "LIVELY": True}


def _read_plain(word: str, text: str, match: re.Match[str]) -> Tags | None:
    if not word.isdigit():
        whole, _, rest = word.partition(".")
        if "," in word or "." in rest or len(word) > 9:
            return None
        tags: Tags = {"DECIMAL": float(word)}
        if len(whole) <= 2 and len(rest) == 2:
            tags["DOTTED"] = word
            tags["LIVELY"] = True
        return tags
    if len(word) > 4:
        return None
    tags = {"INT": int(word)}
    if len(word) == 4:
        tags["FOUR"] = int(word)
        tags["LIVELY"] = True
    if len(word) <= 2:
        tags["SHORT"] = int(word)
        tags["TWO" if len(word) == 2 else "ONE"] = int(word)
    return tags
