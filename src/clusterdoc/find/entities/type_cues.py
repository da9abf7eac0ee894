"""Words in a name that speak for a type: "Ministry", "Lake"; and the tables of such words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import countries, look_up
from clusterdoc.find.words import rows
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.names import Name

    Cue = tuple[Label, float, str]
    Within = tuple[Label, float] | None

# How much a cue weighs against one mention that the model labels otherwise.
PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
CLEAR: Final = 2.0
STRONG: Final = 4.0

# The first words of a name that make it a body when "of" or "for" follows: "Ministry of …", "Bank of …".
BODY_OF: Final = re.compile(rf"(?:{any_word('body of')}) (?:of|for|on) ")
BODY_WITHIN: Final = re.compile(rf"(?:[A-Z][\w'’.-]{{1,20}} ){{0,3}}(?:{any_word('body for')}) (?:of|for) [A-Z]")
STORM: Final = re.compile(r"(?:Hurricane|Typhoon|Cyclone|Tropical (?:Storm|Depression|Cyclone)) ([A-Z][a-z]{2,15})\Z")
LAST_WORD: Final = re.compile(r"([^\W\d_]{1,30})\.?\Z")
PERSON_SHAPE: Final = re.compile(
    rf"[^\W\d_][\w'’.-]{{0,30}}(?: (?:[^\W\d_a-z][\w'’.-]{{0,30}}|{any_word('particle')})){{1,4}}\Z"
)
# "Omar C. Deen", "M.K. Ruiz"
INITIALS: Final = re.compile(r"(?:[A-Z][a-z]{2,15} [A-Z]\.(?: ?[A-Z]\.)?|(?:[A-Z]\. ?){1,3}) ?[A-Z][a-z’'-]{2,20}")
# Last words of names that are last names too.
NAMESAKES: Final = frozenset({"FAC", "LOC", "GPE", "EVENT", "LAW"})
PART_OF: Final = re.compile(
    r"(?:(?:North|South|East|West)(?:ern|-?[EeWw]ast(?:ern)?|-?[Ww]est(?:ern)?)?"
    rf"|{any_word('part or time of a country')})\b|.{{0,80}} (?:of|in|to|for|and|the|at|from)\Z"
)
COUNTRY_IN_FULL: Final = re.compile(
    r"(?:[A-Z][a-z'’]{3,12} ){0,3}(?:Republic|Kingdom|Sultanate|Emirate|Commonwealth|State) of (?:the )?"
)
ACRONYM: Final = re.compile(r"[A-Z]{3,8}\Z")


@cache
def heads() -> dict[str, Label]:
    """Return the last words that make a name what it is, each with its label."""
    return {row[0]: cast("Label", row[1]) for row in rows("names/heads") if row[1] != "-"}


@cache
def thing_words() -> frozenset[str]:
    """Return the last words of names that are no person's, whatever they are."""
    return frozenset(row[0] for row in rows("names/heads"))


@cache
def team_words() -> frozenset[str]:
    """Return the last words of the names of teams: "Lions"."""
    return frozenset(row[0] for row in rows("names/heads") if row[2] == "team")


@cache
def neighbours(place: str) -> dict[str, Cue]:
    """Return the words that speak for a type: before a name, first in it, or before "of", "in", "by" before it."""
    return {
        word: (cast("Label", label), float(weight), against)
        for word, label, weight, where, against in rows("names/neighbours")
        if where == place
    }


def label_by_head(head: str, words: str) -> Label | None:
    """Return what the last word of a name makes it; a party's convention is an event, not a treaty."""
    if head == "Convention" and not {"National", "Party"}.isdisjoint(words.split()):
        return "EVENT"
    return heads().get(head)


def cues_within(name: Name) -> Iterator[tuple[Label, float]]:
    """Yield (label, weight) of what the words of a name say of it: the first of them that says anything."""
    found = next((cue for rule in WITHIN if (cue := rule(name))), None) if " " in name.text else by_capitals(name)
    if found:
        yield found


def by_capitals(name: Name) -> Within:
    """Return what a word of capitals is that the model takes for somebody: a body."""
    body = name.label != "ORG" and name.label not in PLACES and ACRONYM.match(name.text)
    return ("ORG", CLEAR) if body else None


def by_whole(name: Name) -> Within:
    """Return what a name with "of" or "for" in it is."""
    whole = label_of_whole(name.text)
    return (whole, STRONG) if whole else None


def by_last_word(name: Name) -> Within:
    """Return what the last word of a name makes it; of a person's first and last name, a person: "Ana Bridge"."""
    last = LAST_WORD.search(name.text)
    head = label_by_head(last[1], name.text) if last else None
    if head in NAMESAKES and name.label == "PERSON" and is_full_name(name.text):
        return "PERSON", STRONG
    return (head, STRONG) if head else None


def by_initials_within(name: Name) -> Within:
    """Return a person where initials stand in a name: "Omar C. Deen"."""
    return ("PERSON", STRONG) if INITIALS.fullmatch(name.text) else None


def by_country(name: Name) -> Within:
    """Return a body where a country ends a name: "Toyota Kenya"."""
    return ("ORG", CLEAR) if country_last(name.text) else None


def by_first_word(name: Name) -> Within:
    """Return what the first word of a name says of it: a person where it is a first name, no thing."""
    first, _, _ = name.text.partition(" ")
    if first in neighbours("first"):
        return neighbours("first")[first][:2]
    last = LAST_WORD.search(name.text)
    person = first in first_names() and PERSON_SHAPE.match(name.text) and not (last and last[1] in thing_words())
    return ("PERSON", STRONG) if person else None


WITHIN: Final = (by_whole, by_last_word, by_initials_within, by_country, by_first_word)


def label_of_whole(words: str) -> Label | None:
    """Return what a name with "of" or "for" in it is by its first words: "Ministry of", "Republic of Kenya"."""
    if is_country_in_full(words):
        return "GPE"
    return "ORG" if BODY_OF.match(words) or BODY_WITHIN.match(words) else None


def is_country_in_full(words: str) -> bool:
    """Return whether a name is a country's in full: "Federal Republic of Kenya"."""
    found = COUNTRY_IN_FULL.match(words)
    known = look_up(words[found.end() :]) if found else None
    return known is not None and known.label == "GPE"


def is_full_name(words: str) -> bool:
    """Return whether a name of two words begins with a first name: "Ana Bridge"."""
    first, *rest = words.split(" ")
    return len(rest) == 1 and first in first_names()


def storm_name(words: str) -> str | None:
    """Return the name of a storm alone: "Olga" of "Typhoon Olga" and "Tropical Storm Olga"."""
    found = STORM.match(words)
    return found[1] if found else None


def country_last(words: str) -> bool:
    """Return whether a name is a body's branch in a country: "Toyota Kenya"; but "Upper Egypt" is a part of one."""
    first, _, last = words.rpartition(" ")
    return last in countries() and not PART_OF.match(first)
