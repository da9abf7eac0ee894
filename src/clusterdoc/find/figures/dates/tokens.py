"""Text to islands: runs of words and numbers that may speak of time, everything else skipped."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.figures.dates.ambiguity import speaks_of_time
from clusterdoc.find.words.calendar_names import SHORT_NAMES
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.find.figures.dates.vocabulary import Tags

_TOKEN = re.compile(
    # checked first because it is cheap: most words cannot be a.m. or p.m.
    r"(?P<word>[^\W\d_apAP][^\W\d_]{0,19})"
    r"|(?P<meridiem>(?<=[0-9])[ap]\b(?!\.?[\w’'/-]|\s(?:per|an?|each)\s)|(?<=[0-9 .])(?:[ap]\. ?m\b\.?|[ap] ?m\b))"
    r"|(?P<letters>[^\W\d_]{1,20})"
    r"|(?P<compact>(?<![\w.])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[012][0-9]|3[01])(?![0-9]))"
    r"|(?P<iso>(?<![0-9/.])[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)"
    r"|(?P<long>(?<![0-9/.])[0-9]{4}(?P<mid>[-/])[0-9]{1,2}(?P=mid)[0-9]{1,2}(?![0-9/]))"
    r"|(?P<triple>(?<![0-9/.])[0-9]{1,4}(?P<sep>[-/.])[0-9]{1,2}(?P=sep)[0-9]{2,4}(?![0-9]))"
    r"|(?P<pair>(?<![0-9/.])[0-9]{1,2}/[0-9]{1,2}(?![0-9/]|\.[0-9]))"
    r"|(?P<clock>(?<![0-9:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]|\.[0-9]))"
    r"|(?P<ordinal>(?<![0-9.,])[0-9]{1,3}(?:st|nd|rd|th)(?![^\W_]))"
    r"|(?P<number>[0-9]{1,20}(?:[.,][0-9]{1,20}){0,20})"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_GAP = re.compile(r"\.?[^\S\n]{0,3}\n?[^\S\n]{0,3}")
# what shows that a number is not a year, a day or an hour: "2000 people", "at 6.45 percent"
_COUNTED = re.compile(rf"[ -](?:[a-z]{{3,14}} )?(?:{any_word('no year')})\b")
_MONEY = re.compile(r"[$£€¥₹]\s?$|\b(?:US|A|C|HK)\$$")
_DECADE_ENDS = {"s", "s ", "s.", "s,", "s)", "s-", "'s", "’s"}
_TO_THE_HOUR = " to "
_NONE: Tags = {}
_SAME = {"’": "'", "‘": "'", "–": "-", "—": "-", "~": "-"}
_WORDS = frozenset({"word", "letters"})
_PLAIN = _WORDS | {"mark"}
_MOST = 48  # the most tokens of an island: more than any expression has, and few enough for a page of bare numbers


class Token(NamedTuple):
    """A word, number or mark with its offsets and what the tables make of it: tag to value."""

    start: int
    end: int
    word: str
    tags: Tags


def find_islands(text: str, vocabulary: dict[str, Tags]) -> Iterator[list[Token]]:
    """Yield the runs of neighbouring tokens that hold at least one word or number of time, in the order of the text."""
    island: list[Token] = []
    lively = False
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        if not island and word not in vocabulary and match.lastgroup in _WORDS:
            continue
        kind = match.lastgroup
        word = _SAME.get(word, word) if word != "—" or not _is_spaced(text, match.start()) else word
        if word == "." and island and island[-1].word in SHORT_NAMES:
            continue
        plain = kind in _PLAIN
        tags = vocabulary.get(word) if plain else _read_number(match, str(kind), text)
        if not plain and _is_glued(text, match.start(), island):
            tags = None
        if tags is None or (island and (len(island) > _MOST or not _adjoins(text, island[-1], match.start()))):
            if lively:
                yield island
            island, lively = [], False
        if tags is None:
            continue
        if "AMBIGUOUS" in tags and not speaks_of_time(text, *match.span()):
            tags = _NONE
        island.append(Token(match.start(), match.end(), word, tags))
        lively = (
            lively or "LIVELY" in tags or (plain and text.startswith(_TO_THE_HOUR, match.end()) and _is_small(tags))
        )
    if lively:
        yield island


def _is_small(tags: Tags) -> bool:
    """Return whether a token is a number below a hundred in words, as "ten" of "ten to nine" is."""
    return not tags.keys().isdisjoint(("ONES", "TEENS", "TENS"))


def _is_spaced(text: str, dash: int) -> bool:
    """Return whether a blank stands before a long dash, which then separates clauses and makes no range."""
    return text[dash - 1 : dash].isspace()


def _is_glued(text: str, start: int, island: list[Token]) -> bool:
    """Return whether a number is attached to a word that is not one of time: "G20", not "Dec31"."""
    return text[start - 1 : start].isalpha() and not (island and island[-1].end == start)


def _adjoins(text: str, left: Token, start: int) -> bool:
    """Return whether only a blank, one line break, or the stop of an abbreviation lies between two tokens."""
    return _GAP.fullmatch(text, left.end, start) is not None


def _read_number(match: re.Match[str], kind: str, text: str) -> Tags | None:
    """Return the tags of a token that begins with a digit, or of a.m. and p.m.; None for what is no number of time."""
    word = match.group()
    if kind == "meridiem":
        return {"MERIDIEM": word[0].lower(), "LIVELY": None}
    if (
        _COUNTED.match(text, match.end())
        or look_back(_MONEY, text, match.start())
        or text[match.end() : match.end() + 1] in {"%", "°"}
    ):
        return None
    if kind == "number":
        tags = _read_plain(word)
        # "the '70s", "the 70's"
        is_short_year = len(word) == 2 and text[match.start() - 1 : match.start()] in {"'", "’"}
        is_decade = text[match.end() : match.end() + 2] in _DECADE_ENDS
        return {**tags, "LIVELY": None} if tags and (is_decade or is_short_year) else tags
    if kind == "ordinal":
        return {"ORDINAL": int(word[:-2]), "ORDINALDIGITS": int(word[:-2]), "LIVELY": None}
    return {kind.upper(): word, "LIVELY": None}


def _read_plain(word: str) -> Tags | None:
    if not word.isdigit():
        whole, _, rest = word.partition(".")
        if "," in word or "." in rest:
            return None
        tags: Tags = {"DECIMAL": float(word)}
        if len(whole) <= 2 and len(rest) == 2:
            tags["DOTTED"] = word
            tags["LIVELY"] = None
        return tags
    if len(word) > 4:
        return None
    tags = {"INT": int(word)}
    if len(word) == 4:
        tags["FOUR"] = int(word)
        tags["LIVELY"] = None
    if len(word) <= 2:
        tags["SHORT"] = int(word)
        tags["TWO" if len(word) == 2 else "ONE"] = int(word)
    return tags
