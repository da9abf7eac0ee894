"""Clusters: the mentions of one thing under one canonical name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Entity, Mention
from clusterdoc.find.entities.acronyms import introduced, is_acronym_of, spelled_out
from clusterdoc.find.entities.gazetteer import countries, look_up, nations, peoples, provinces
from clusterdoc.find.entities.names import in_order, key, with_capitals
from clusterdoc.find.entities.person_clusters import People
from clusterdoc.find.entities.short_forms import firm_known, name_words, shortens, spelled_out_forms
from clusterdoc.find.entities.small_letters import known_in_small
from clusterdoc.find.entities.type_cues import storm_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.gazetteer import Known
    from clusterdoc.find.entities.names import Name

    Identity = tuple[str, str]

# Labels that mentions of one thing can have: a hospital is an ORG here and a FAC there, a party an ORG or its people.
KINDS: Final = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
INITIAL: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]")
COUNTRY_FIRST: Final = re.compile(
    r"(?:U\.S\.|US|United States|U\.K\.|UK|United Kingdom|British|American|Federal) (?=[A-Z])"
)
# The most words of a longer name that are tried as its shorter form, and how many longer names are too many.
LONGEST: Final = 12
SEVERAL: Final = 8


def group_names(text: str, names: list[Name]) -> tuple[Entity, ...]:
    """Return the entities the names make up, in the order of their first mention."""
    people = People(text, names)
    things = Things(text, [name for name in names if name.label != "PERSON"])
    clusters: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        identity = ("person", people.person(name)) if name.label == "PERSON" else things.thing(name)
        clusters.setdefault(identity, []).append(name)
    return tuple(entity_of(f"e{n}", mentions) for n, mentions in enumerate(_merged(clusters.values()), 1))


def _merged(clusters: Iterable[list[Name]]) -> list[list[Name]]:
    """Return the clusters, in the order of their first mention; those with one name of the user's own become one."""
    together: dict[tuple[str, int], list[Name]] = {}
    for number, mentions in enumerate(clusters):
        own = next((name.stands_for for name in mentions if name.stands_for), "")
        together.setdefault((own, -1) if own else ("", number), []).extend(mentions)
    return sorted((sorted(mentions) for mentions in together.values()), key=lambda mentions: mentions[0].start)


class Things:
    """The names of all that is not a person: known other names, acronyms, and shorter forms of longer names."""

    def __init__(self, text: str, names: list[Name]) -> None:
        pairs = [(acronym, full.text) for acronym, full in introduced(text, names).items()]
        pairs += [(acronym.text, full.text) for acronym, full in spelled_out(text, names)]
        self._acronyms = dict(pairs)
        self._full = {name.text for name in names}
        self._short = {full: acronym for acronym, full in pairs if is_acronym_of(acronym, full)}
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
        known = self._known(kind, name.text, text)
        own = self._short_for(kind, name.text)
        if known and own and known.name not in self._full - {name.text}:  # the article's own NHC
            return self.thing(name._replace(text=own))
        return (known and self._of_known(kind, name, known)) or self._of_article(kind, name, text)

    def _known(self, kind: str, name: str, text: str) -> Known | None:
        """Return what the gazetteer knows of a thing by its name, or by the acronym the article gives it."""
        whole = look_up(name) if kind == "body" and " " not in text else None  # "Federal Reserve"
        return look_up(text) or whole or look_up(self._short.get(name, "")) or firm_known(kind, text)

    def _of_known(self, kind: str, name: Name, known: Known) -> Identity | None:
        """Return the identity of a thing that the gazetteer knows; None when it is another of that name."""
        if kind == "body" and known.label in {"GPE", "NORP"}:  # the team of a place, not the place
            nation = known.name if known.label == "GPE" else peoples().get(known.name, "")
            return (kind, key(nation)) if nation in nations() else None
        same = name.label != "LANGUAGE" and (known.sure or kind_of(known.label) == kind)
        return (kind_of(known.label), key(known.name)) if same else None

    def _of_article(self, kind: str, name: Name, text: str) -> Identity:
        """Return the identity of a thing by the other names in the article."""
        if kind == "people":
            return kind, key(name.text).removesuffix("s")
        storm = storm_name(text)
        if storm:
            return kind, key(storm)
        city = look_up(text.removesuffix(" City")) if kind == "place" and text.endswith(" City") else None
        if city and city.name not in provinces() | countries():  # New York is a state, Mexico a country
            return kind, key(city.name)
        full = self._short_for(kind, name.text) or self._by_initials.get((kind, text)) or self._longer(kind, text)
        if full:
            return self.thing(name._replace(text=full))
        if kind == "body" and " " in text:
            return kind, " ".join(name_words(text)).removesuffix(" and").removesuffix("s")
        return kind, key(spelled_out_forms(text))

    def _short_for(self, kind: str, text: str) -> str | None:
        """Return the full name that the article gives for an acronym, in a bracket or by its initials."""
        spelled = self._by_initials.get((kind, text)) if kind == "body" and text[2:] else None
        return self._acronyms.get(text) or spelled

    def _longer(self, kind: str, text: str) -> str | None:
        """Return the one longer name that this one begins or ends: "Supreme Court", "Ovadi", "Korea"."""
        short = name_words(text)
        longer = self._by_part.get((kind, short), [])[:SEVERAL]
        closest = [full for full in longer if name_words(without_country(full))[:2] == (*short, "of")] or longer
        return closest[0] if len({name_words(known_name(full)) for full in closest}) == 1 else None


def known_name(text: str) -> str:
    """Return a name as the gazetteer has it, or without its country."""
    known = look_up(text)
    return known.name if known else storm_name(text) or without_country(text)


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


def fullness(name: Name) -> tuple[int, bool]:
    """Return how full a form of a name is: the longer is fuller, of two as long the one not in capitals."""
    return len(name.text), not name.text.isupper()


def called(text: str, label: Label) -> str:
    """Return what an entity is called by its fullest form: in one line, a person's first name first."""
    line = " ".join(text.split())
    if label == "PERSON":
        return with_capitals(in_order(line))
    return line if line != line.upper() and line != line.lower() else as_known(line, label)


def as_known(line: str, label: Label) -> str:
    """Return what a name in letters of one case is called: "BBC" of "bbc", "New York" of "new york" and "NEW YORK"."""
    known = known_in_small(line) if line.islower() else look_up(line)
    return known.form if known and known.label == label else line


def entity_of(number: str, mentions: list[Name]) -> Entity:
    """Return one entity: labelled as most of its mentions are, named by its longest form."""
    own = next((name for name in mentions if name.stands_for), None)
    label = own.label if own else Counter(name.label for name in mentions).most_common(1)[0][0]
    fullest = mentions[0] if label == "NORP" else max(mentions, key=fullness)
    spans = tuple(Mention(name.start, name.end, name.text, name.by) for name in mentions)
    return Entity(number, label, own.stands_for if own else called(fullest.text, label), None, spans)
