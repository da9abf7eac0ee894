"""Shorter forms of longer names: "Air Force", "Ovadi" of Ovadi Motors Ltd., "East L.A."."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.gazetteer import REMEMBERED, look_up
from clusterdoc.find.entities.type_cues import BODY_OF, heads, team_words, thing_words
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from clusterdoc.find.entities.gazetteer import Known

NATURE: Final = frozenset(word.lower() for word in words_by_use()["landform left out"])
COMPASS: Final = frozenset({"south", "north", "great"})
LINKS: Final = frozenset({"of", "the", "for", "and", "&"})
# What is written shorter inside of names: "the LA Sheriff", "East L.A.".
SPELLED: Final = (
    (re.compile(r"(?<![\w.])(?:L\.A\.|LA)(?!\w)"), "Los Angeles"),
    (re.compile(r"(?<![\w.])(?:N\.Y\.|NY)(?!\w)"), "New York"),
    (re.compile(r"(?<![\w.])(?:U\.S\.|US)(?!\w)"), "United States"),
    (re.compile(r"(?<![\w.])(?:U\.K\.|UK)(?!\w)"), "United Kingdom"),
    (re.compile(r"(?<![\w.])(?:U\.N\.|UN)(?!\w)"), "United Nations"),
    (re.compile(r"(?<![\w.])S(?:t\.|t)(?= [A-Z])"), "Saint"),
    (re.compile(r" & "), " and "),
)
COMPANY: Final = frozenset(word.lower() for word in words_by_use()["legal form left out"])
YEAR: Final = len("2016")  # the name of an edition is that of the fair
GRADES: Final = frozenset(word.lower() for word in words_by_use()["grade of a product"])
GENERIC: Final = COMPANY | {"city", "state", "county", "group"}
PUNCTUATION: Final = re.compile(r"[.,’'\"“”]")


def spelled_out_forms(text: str) -> str:
    """Return a name with what is written shorter in it spelled out: "East L.A." is "East Los Angeles"."""
    for short, full in SPELLED:
        text = short.sub(full, text)
    return text


@lru_cache(maxsize=REMEMBERED)
def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, lower case, without marks."""
    parts = tuple(PUNCTUATION.sub("", spelled_out_forms(text)).casefold().split())
    return parts[:-1] if len(parts) > 1 and parts[-1] in COMPANY else parts or (text,)


def shortens(short: tuple[str, ...], full: tuple[str, ...], kind: str) -> bool:
    """Return whether a name is a shorter form of another: its end ("Air Force"), or its beginning ("House")."""
    size = len(short)
    if size >= len(full):
        return False
    ends, begins = full[-size:] == short, full[:size] == short
    if kind == "place":
        return (begins and full[size] in NATURE) or (ends and shortens_place(short, full))
    if (ends and may_be_left_out(full[-size - 1], short)) or (kind == "body" and leaves_out_middle(short, full)):
        return True
    return begins and not is_other(short, full) and (size > 1 or first_word_names(short, full))


def shortens_place(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether a place's name without its beginning still says what it is, or lacks only a compass point."""
    return full[0] in COMPASS or short[-1].capitalize() in heads()


def may_be_left_out(word: str, rest: tuple[str, ...]) -> bool:
    """Return whether a name can begin after a word of it: after no link but an "of" whose object is no known name."""
    return word not in LINKS or (word == "of" and not _is_known(rest))


def leaves_out_middle(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether a body goes by one word of its name and its last: "Trade Council" of "Trade and Homes Council"."""
    return short[1:] == full[-1:] and short[0] in full and is_head(short[1])


def first_word_names(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether a name of several words goes by its first one: "Ovadi", the "House" of Commons, "Oran" Lions."""
    if full[1] in LINKS or not _is_known(short):
        return True
    last = full[-1].capitalize()
    town = len(full) == len(short) + 1 and (last in team_words() or last not in thing_words())
    return town and not is_head(short[0])


def _is_known(name: tuple[str, ...]) -> bool:
    """Return whether the gazetteer knows a name, or it is a word that ends names: "Africa", "Court"."""
    return look_up(" ".join(name).title()) is not None or is_head(name[-1])


def is_head(word: str) -> bool:
    """Return whether a word ends names: "court"."""
    return word.capitalize() in thing_words()


def is_other(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether the longer name is another thing: a body within the other, its "Pro" or its seventh."""
    graded = short[-1].isdigit() and full[-1] in GRADES
    numbered = full[:-1] == short and full[-1].isdigit() and len(full[-1]) < YEAR
    return graded or numbered or is_branch(short, full)


def is_branch(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether the longer name is a body of its own within the other: "University of Oslo Student Union"."""
    text = " ".join(short).capitalize()
    return bool(BODY_OF.match(f"{text} ")) and heads().get(full[-1].capitalize()) == "ORG" and full[-1] not in GENERIC


def firm_known(kind: str, text: str) -> Known | None:
    """Return what the gazetteer knows of a firm by its name without "Inc.", "& Co."."""
    words = text.replace(",", "").split(" ")
    while kind == "body" and words and words[-1].rstrip(".").lower() in COMPANY | {"&"}:
        words.pop()
        known = look_up(" ".join(words))
        if known and known.label == "ORG":
            return known
    return None
