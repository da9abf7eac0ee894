"""Clusters: the mentions of one thing under one canonical name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Entity, Mention
from clusterdoc.find.entities.acronyms import introduced, spelled_out, stands_for
from clusterdoc.find.entities.gazetteer import countries, look_up, nations, peoples, provinces
from clusterdoc.find.entities.names import key
from clusterdoc.find.entities.person_clusters import People
from clusterdoc.find.entities.type_cues import BODY_OF, heads, team_words, thing_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.names import Name

    Identity = tuple[str, str]

# Labels among which one thing can wander: a hospital is an ORG here and a FAC there, a party is an ORG or its people.
KINDS: Final = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
PUNCTUATION: Final = re.compile(r"[.,’'\"“”]")
INITIAL: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]")
COUNTRY_FIRST: Final = re.compile(
    r"(?:U\.S\.|US|United States|U\.K\.|UK|United Kingdom|British|American|Federal) (?=[A-Z])"
)
NATURE: Final = frozenset({"rainforest", "river", "desert", "peninsula", "valley", "mountains", "islands", "basin"})
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
COMPANY: Final = frozenset({"inc", "ltd", "limited", "corp", "corporation", "plc", "co", "company", "llc", "gmbh"})
# No longer name has more words before its shorter form is looked for; and so many longer ones are not one thing.
LONGEST: Final = 12
SEVERAL: Final = 8
GENERIC: Final = COMPANY | {"city", "state", "county", "group"}


def group(text: str, names: list[Name]) -> tuple[Entity, ...]:
    """Return the entities the names make up, in the order of their first mention."""
    people = People(text, names)
    things = Things(text, [name for name in names if name.label != "PERSON"])
    clusters: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        identity = ("person", people.person(name)) if name.label == "PERSON" else things.thing(name)
        clusters.setdefault(identity, []).append(name)
    return tuple(entity_of(f"e{n}", mentions) for n, mentions in enumerate(_merged(clusters.values()), 1))


def _merged(clusters: Iterable[list[Name]]) -> list[list[Name]]:
    """Return the clusters with those of one name of the user's own made one, in the order of their first mention."""
    together: dict[tuple[str, int], list[Name]] = {}
    for number, mentions in enumerate(clusters):
        own = next((name.stands_for for name in mentions if name.stands_for), "")
        together.setdefault((own, -1) if own else ("", number), []).extend(mentions)
    return sorted((sorted(mentions) for mentions in together.values()), key=lambda mentions: mentions[0].start)


class Things:
    """What is no person: known other names, acronyms, and shorter forms of longer names brought together."""

    def __init__(self, text: str, names: list[Name]) -> None:
        pairs = [(acronym, full.text) for acronym, full in introduced(text, names).items()]
        pairs += [(acronym.text, full.text) for acronym, full in spelled_out(text, names)]
        self._acronyms = dict(pairs)
        self._short = {full: acronym for acronym, full in pairs if stands_for(acronym, full)}
        self._keys: dict[tuple[str, str], Identity] = {}
        self._by_part: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        self._by_initials: dict[tuple[str, str], str] = {}
        for kind, full in dict.fromkeys((kind_of(name.label), name.text) for name in names if " " in name.text):
            self._add(kind, full)

    def thing(self, name: Name) -> Identity:
        """Return a (kind, key) that all forms of a thing's name share."""
        kind = kind_of(name.label)
        found = self._keys.get((kind, name.text))
        if found is None:
            self._keys[kind, name.text] = kind, key(name.text)  # ends a circle of two names that shorten each other
            found = self._keys[kind, name.text] = self._identify(kind, name)
        return found

    def _add(self, kind: str, full: str) -> None:
        parts = name_words(without_country(full))
        ends = [part for size in range(1, min(len(parts), LONGEST)) for part in (parts[:size], parts[-size:])]
        if kind == "body" and "and" in parts:  # "House Trade and Transport Committee", "Trade Committee"
            ends += [(part, parts[-1]) for part in parts[:-1]]
        for part in dict.fromkeys(ends):
            if shortens(part, parts, kind):
                self._by_part.setdefault((kind, part), []).append(full)
        if kind != "place":
            for letters in (*_initials(without_country(full)), *_initials(full)):
                self._by_initials.setdefault((kind, letters), full)

    def _identify(self, kind: str, name: Name) -> Identity:
        text = without_country(name.text) if kind == "body" or name.label == "LAW" else name.text
        whole = look_up(name.text) if kind == "body" and " " not in text else None  # "Federal Reserve"
        known = look_up(text) or whole or look_up(self._short.get(name.text, ""))
        if known and kind == "body" and known.label in {"GPE", "NORP"}:  # the team of a place, not the place
            nation = known.name if known.label == "GPE" else peoples().get(known.name, "")
            if nation in nations():
                return kind, key(nation)
            known = None
        if known and name.label != "LANGUAGE" and (known.sure or kind_of(known.label) == kind):
            return kind_of(known.label), key(known.name)
        if kind == "people":
            return kind, key(name.text).removesuffix("s")
        city = look_up(text.removesuffix(" City")) if kind == "place" and text.endswith(" City") else None
        if city and city.name not in provinces() | countries():  # New York is a state, Mexico a country
            return kind, key(city.name)
        full = self._acronyms.get(name.text) or self._by_initials.get((kind, text)) or self._longer(kind, text)
        if full and full != name.text:
            return self.thing(name._replace(text=full))
        return kind, key(spelled_out_forms(text)).removesuffix("s" if kind == "body" and " " in text else "")

    def _longer(self, kind: str, text: str) -> str | None:
        """Return the one longer name that this one begins or ends: "Supreme Court", "Ovadi", "Korea"."""
        short = name_words(text)
        longer = self._by_part.get((kind, short), [])[:SEVERAL]
        closest = [full for full in longer if name_words(without_country(full))[:2] == (*short, "of")] or longer
        return closest[0] if len({key(known_name(full)) for full in closest}) == 1 else None


def known_name(text: str) -> str:
    """Return a name as the gazetteer has it, or without its country."""
    known = look_up(text)
    return known.name if known else without_country(text)


def kind_of(label: Label) -> str:
    """Return the kind of thing a label says: labels of one kind can stand for one thing."""
    return KINDS.get(label, "other")


def without_country(text: str) -> str:
    """Return a body's name without the country before it: "United States Supreme Court", "UK Home Office"."""
    country = COUNTRY_FIRST.match(text)
    return text[country.end() :] if country else text


def _initials(text: str) -> tuple[str, ...]:
    """Return the acronyms a name can have: of its capitals, and of all its words."""
    parts = INITIAL.findall(text)
    return "".join(part for part in parts if part.isupper()), "".join(parts).upper()


def spelled_out_forms(text: str) -> str:
    """Return a name with what is written shorter in it spelled out: "East L.A." is "East Los Angeles"."""
    for short, full in SPELLED:
        text = short.sub(full, text)
    return text


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, lower case, without marks."""
    parts = tuple(PUNCTUATION.sub("", spelled_out_forms(text)).casefold().split())
    return parts[:-1] if len(parts) > 1 and parts[-1] in COMPANY else parts or (text,)


def shortens(short: tuple[str, ...], full: tuple[str, ...], kind: str) -> bool:
    """Tell whether a name is a shorter form of another: its end ("Air Force"), or its beginning ("House")."""
    size = len(short)
    if not 0 < size < len(full):
        return False
    ends, begins = full[-size:] == short, full[:size] == short
    if kind == "place":
        return (begins and full[size] in NATURE) or (ends and (full[0] in COMPASS or short[-1].capitalize() in heads()))
    if ends and (full[-size - 1] not in LINKS or (full[-size - 1] == "of" and not _is_known(short))):
        return True
    if kind == "body" and short[1:] == full[-1:] and short[0] in full and is_head(short[1]):
        return True
    return begins and not is_branch(short, full) and (size > 1 or first_word_names(short, full))


def first_word_names(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name of several words goes by its first one: "Ovadi", the "House" of Commons, "Oran" Lions."""
    if full[1] in LINKS or not _is_known(short):
        return True
    last = full[-1].capitalize()
    town = len(full) == len(short) + 1 and (last in team_words() or last not in thing_words())
    return not is_head(short[0]) and (town or full[-1] in GENERIC)


def _is_known(name: tuple[str, ...]) -> bool:
    """Tell whether the gazetteer knows a name, or it is a word that ends names: "Africa", "Court"."""
    return look_up(" ".join(name).title()) is not None or is_head(name[-1])


def is_head(word: str) -> bool:
    """Tell whether a word ends names: "court"."""
    return word.capitalize() in thing_words()


def is_branch(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the longer name is a body of its own within the other: "University of Oslo Student Union"."""
    text = " ".join(short).capitalize()
    return bool(BODY_OF.match(f"{text} ")) and heads().get(full[-1].capitalize()) == "ORG" and full[-1] not in GENERIC


def fullness(name: Name) -> tuple[int, bool]:
    """Return how full a form of a name is: the longest, of two as long the one that is not all in capitals."""
    return len(name.text), not name.text.isupper()


def entity_of(number: str, mentions: list[Name]) -> Entity:
    """Return one entity: labelled as most of its mentions are, named by its longest form."""
    own = next((name for name in mentions if name.stands_for), None)
    label = own.label if own else Counter(name.label for name in mentions).most_common(1)[0][0]
    fullest = mentions[0] if label == "NORP" else max(mentions, key=fullness)
    spans = tuple(Mention(name.start, name.end, name.text, name.by) for name in mentions)
    return Entity(number, label, own.stands_for if own else " ".join(fullest.text.split()), None, spans)
