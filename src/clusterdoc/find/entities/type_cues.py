"""Words in and around a name that speak for a type: "Ministry", "the town of …", "… said", "…, who"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import countries, look_up
from clusterdoc.find.words import rows
from clusterdoc.find.words.people import is_body, is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.names import Name

    Cue = tuple[Label, float, str]

# How much a cue weighs against one mention that the model labels otherwise.
PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
CLEAR: Final = 2.0
STRONG: Final = 4.0

# The first words of a name that make it a body when "of" or "for" follows: "Ministry of …", "Bank of …".
BODY_OF: Final = re.compile(
    r"(?:University|Ministry|Department|Bank|Institute|Federation|Association|Confederation|Council|Office|Board|Committee"
    r"|Commission|Centers?|Centres?|College|School|Academy|Bureau|Society|Union|Organi[sz]ation|Court|House|Party|League"
    r"|Chamber|Faculty|Church|Sons|Daughters|Friends|Knights|Agency|Authority) (?:of|for|on) "
)
FIRST_WORD: Final[dict[str, tuple[Label, float]]] = {
    "Lake": ("LOC", CLEAR),
    "Mount": ("LOC", CLEAR),
    "Mt": ("LOC", CLEAR),
    "Cape": ("LOC", CLEAR),
    "Fort": ("FAC", CLEAR),
    "Camp": ("FAC", CLEAR),
    "Hurricane": ("EVENT", STRONG),
    "Typhoon": ("EVENT", STRONG),
    "Cyclone": ("EVENT", STRONG),
    "Operation": ("EVENT", STRONG),
}
# What follows a name: a row is a label, a weight, and how the text goes on.
AFTER: Final[tuple[tuple[Label, float, re.Pattern[str]], ...]] = (
    ("PERSON", STRONG, re.compile(r",? \(?(?:aged )?\d{1,2}\)?,|, (?:aged? \d|an? \d{1,2}-year-old)")),
    ("GPE", CLEAR, re.compile(r" (?:city|town|village|province|district|suburb|prefecture|county|municipality)\b")),
    (
        "LOC",
        CLEAR,
        re.compile(r" (?:river|islands?|region|peninsula|valley|mountains|coast|rainforest|basin|desert)\b"),
    ),
    ("GPE", CLEAR, re.compile(r"-(?:based|born)\b")),
    ("PRODUCT", STRONG, re.compile(r" (?:crude|futures)\b")),
    (
        "GPE",
        CLEAR,
        re.compile(  # "the Tolva squatter camp"
            r" (?:(?:air|squatter|refugee|military|naval|oil|power) )?(?:prison|jail|camp|airport|airfield|airbase|base"
            r"|border|dam|refinery|checkpoint|crossing|station|stadium|port|harbou?r)\b"
        ),
    ),
    (
        "ORG",
        CLEAR,
        re.compile(r"(?:['’]s)? (?:CEO|chief executive|shares|stock|employees|spokes(?:man|woman|person))\b"),
    ),
    ("PERSON", CLEAR, re.compile(r" (?:was born|died|married|grew up|starred|retired|graduated|(?:him|her)self)\b")),
    (
        "PERSON",
        CLEAR,
        re.compile(
            r"['’]s? (?:wife|husband|son|daughter|brother|sister|(?:grand)?(?:father|mother)|widow|death|career|life)\b"
        ),
    ),
    # "Chicago 5 Detroit 3", "Arsenal 2, Chelsea 1": teams, unless the gazetteer knows a country
    ("ORG", CLEAR, re.compile(r" \d{1,3}(?:,| [-–]| \d{1,2}:\d\d)? [A-Z][\w.' -]{1,25} \d{1,3}\b")),
    (
        "PRODUCT",
        STRONG,
        re.compile(
            r"(?: (?:and|or) [A-Z]\w{1,20})? (?:vehicles?|missiles?|munitions?|ammunition|rounds|rockets?|tanks?"
            r"|rifles?|drones?|jets|helicopters?|howitzers?|launchers?|vaccines?|smartphones?|torpedo(?:es)?|warheads?)\b"
        ),
    ),
)
# What a name is said to be: "…, the Indian-born billionaire", "… is a small village in".
SAID_TO_BE: Final = re.compile(
    r"(?:, (?:an?|the|one of the|his|her)| \([^()]{0,60}\) (?:is|was) (?:an?|the)| (?:is|was) (?:an?|the))"
    r"((?: (?!(?:of|in|for|at|from|with|and|to|on|by|who|that|which)\b)[\w'’-]{1,20}){1,6})"
)
WORDS_BEFORE: Final = re.compile(r"(?<![\w'’-])(?:([\w'’-]{1,20}) ((?:of|for) (?:the )?)|([\w'’-]{1,20}),? )[\"“‘']?\Z")
LAST_WORD: Final = re.compile(r"([^\W\d_]{1,30})\.?\Z")
PERSON_SHAPE: Final = re.compile(
    r"[^\W\d_][\w'’.-]{0,30}(?: (?:[^\W\d_a-z][\w'’.-]{0,30}|de|da|bin|al|van|von|el|del|dos|der|la|le)){1,4}\Z"
)
# "Omar C. Deen", "M.K. Ruiz"
INITIALS: Final = re.compile(r"(?:[A-Z][a-z]{2,15} [A-Z]\.(?: ?[A-Z]\.)?|(?:[A-Z]\. ?){1,3}) ?[A-Z][a-z’'-]{2,20}")
# Last words of names that are last names too.
NAMESAKES: Final = frozenset({"FAC", "LOC", "GPE", "EVENT", "LAW"})
PART_OF: Final = re.compile(
    r"(?:(?:North|South|East|West)(?:ern|-?[EeWw]ast(?:ern)?|-?[Ww]est(?:ern)?)?|Central|Upper|Lower|Inner|Outer|Greater|Great"
    r"|Mainland|Old|New|Mother|Rural|Republic|Kingdom|Gulf|Nazi|Soviet|British|French|Spanish|Dutch|Portuguese|Ancient"
    r"|Medieval|Modern|Post|Team|Free|Roman|Islamic|Emirate|State|Bank|University)\b"
    r"|.{0,80} (?:of|in|to|for|and|the|at|from)\Z"
)
ACRONYM: Final = re.compile(r"[A-Z]{3,8}\Z")


# "he appeared in The Harbour", "an episode of The Harbour"; "The Harbour is back on Netflix".
WORK_BEFORE: Final = re.compile(
    r"\b(?:(?:appear(?:ed|s|ing|ances?)|star(?:red|s|ring)|cameos?|guest[- ]star(?:red|s)?) (?:in|on)"
    r"|(?:episodes?|seasons?|series|finale|remake|sequel|reboot|spin-off|cast) (?:of|to))"
    r" (?:[A-Z][\w’']{1,12} ){0,2}(?:and )?(?:[Tt]he )?\Z"
)
WORK_AFTER: Final = re.compile(
    r" (?:is|was|are|were|will be|comes?|returns?|premieres?|streams?|airs?)(?: \w{1,9}){0,2} (?:on|to|for)"
    r" (?:Netflix|HBO|Hulu|Disney|Amazon|Apple TV|BBC|ITV|NBC|CBS|ABC|Fox|Channel 4|Sky)\b"
)


@lru_cache(maxsize=1)
def heads() -> dict[str, Label]:
    """Return the last words that make a name what it is, each with its label."""
    return {row[0]: cast("Label", row[1]) for row in rows("names/heads") if row[1] != "-"}


@lru_cache(maxsize=1)
def thing_words() -> frozenset[str]:
    """Return the last words of names that are no person's, whatever they are."""
    return frozenset(row[0] for row in rows("names/heads"))


@lru_cache(maxsize=1)
def team_words() -> frozenset[str]:
    """Return the last words of the names of teams: "Lions"."""
    return frozenset(row[0] for row in rows("names/heads") if row[2] == "team")


@lru_cache(maxsize=3)
def neighbours(place: str) -> dict[str, Cue]:
    """Return the words that speak for a type before a name ("before") or before "of" before it ("of")."""
    return {
        word: (cast("Label", label), float(weight), against)
        for word, label, weight, where, against in rows("names/neighbours")
        if where == place
    }


def type_cues(text: str, name: Name) -> Iterator[tuple[Label, float]]:
    """Yield (label, weight) of every cue in and around a name that speaks against its label or for it."""
    yield from cues_within(name)
    for label, weight, against in cue_before(text, name.start):
        if not against or name.label in {against, label}:
            yield label, weight
    if name.label not in PLACES and is_work(text, name):
        yield "WORK_OF_ART", STRONG
    for label, weight, pattern in AFTER:
        if pattern.match(text, name.end):
            yield label, weight
    for label, weight in said_to_be(text, name.end):
        if label != "PERSON" or name.label not in PLACES:  # "in Paris, the director said"
            yield label, weight


def is_work(text: str, name: Name) -> bool:
    """Tell whether the words around a name say that it is a film, a series or the like."""
    before = WORK_BEFORE.search(text, max(0, name.start - 50), name.start)
    return before is not None or WORK_AFTER.match(text, name.end) is not None


def said_to_be(text: str, end: int) -> Iterator[tuple[Label, float]]:
    """Yield (label, weight) of the noun that says what a name is: "billionaire", "village", "company"."""
    found = SAID_TO_BE.match(text, end)
    if found is None:
        return
    for word in found[1].split():
        if is_body(word):  # a broadcaster is somebody or a body
            continue
        label = "PERSON" if is_role(word) else neighbours("what").get(word, (None,))[0]
        if label:
            yield label, CLEAR
            return


def cue_before(text: str, start: int) -> Iterator[Cue]:
    """Yield (label, weight) of the words before a name."""
    found = WORDS_BEFORE.search(text, max(0, start - 30), start)
    if found and found[2]:
        cue = neighbours("of").get(found[1])
    elif found:
        cue = neighbours("before").get(found[3]) or (("PERSON", CLEAR, "") if is_role(found[3]) else None)
    else:
        cue = None
    if cue:
        yield cue


def cues_within(name: Name) -> Iterator[tuple[Label, float]]:
    """Yield (label, weight) of what the words of a name say of it."""
    words = name.text
    if " " not in words:
        if ACRONYM.match(words) and name.label != "ORG" and name.label not in PLACES:
            yield "ORG", CLEAR
        return
    last = LAST_WORD.search(words)
    head = heads().get(last[1]) if last else None
    first = words.split(" ", 1)[0]
    if BODY_OF.match(words):
        yield "ORG", STRONG
    elif head and name.label == "PERSON" and head in NAMESAKES and is_full_name(words):
        yield "PERSON", STRONG  # "Ana Bridge"
    elif head:
        yield head, STRONG
    elif INITIALS.fullmatch(words):
        yield "PERSON", STRONG
    elif country_last(words):
        yield "ORG", CLEAR
    elif first in FIRST_WORD:
        yield FIRST_WORD[first]
    elif first in first_names() and PERSON_SHAPE.match(words) and not (last and last[1] in thing_words()):
        yield "PERSON", STRONG


def is_full_name(words: str) -> bool:
    """Tell whether a name of two words begins with a first name: "Ana Bridge"."""
    first, *rest = words.split(" ")
    return len(rest) == 1 and first in first_names()


def country_last(words: str) -> bool:
    """Tell whether a name is a body's branch in a country: "Toyota Kenya"; but "Upper Egypt" is a part of one."""
    first, _, last = words.rpartition(" ")
    known = look_up(last)
    return bool(known and known.label == "GPE" and known.sure and last in countries()) and not PART_OF.match(first)
