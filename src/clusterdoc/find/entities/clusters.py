"""Clusters: the mentions of one thing under one canonical name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Entity, Mention
from clusterdoc.find.entities.acronyms import introduced, spelled_out, stands_for
from clusterdoc.find.entities.cues import heads
from clusterdoc.find.entities.gazetteer import look_up
from clusterdoc.find.entities.names import key
from clusterdoc.find.entities.people import People

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusterdoc.find.entities.names import Name

# Labels among which one thing can wander: a hospital is an ORG here and a FAC there, a party is an ORG or its people.
KINDS: Final = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people"}
PUNCTUATION: Final = re.compile(r"[.,’'\"“”]")
COUNTRY_FIRST: Final = re.compile(
    r"(?:U\.S\.|US|United States|U\.K\.|UK|United Kingdom|British|American|Federal) (?=[A-Z])"
)
NATURE: Final = frozenset({"rainforest", "river", "desert", "peninsula", "valley", "mountains", "islands", "basin"})
COMPASS: Final = frozenset({"south", "north", "great"})
LINKS: Final = frozenset({"of", "the", "for", "and", "&"})
GENERIC: Final = frozenset({"city", "state", "county", "group", "company", "inc", "ltd", "corp", "plc", "corporation", "limited", "co"})  # fmt: skip


def group(text: str, names: list[Name]) -> tuple[Entity, ...]:
    """Return the entities the names make up, in the order of their first mention."""
    people = People(text, names)
    things = Things(text, [name for name in names if name.label != "PERSON"])
    clusters: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        identity = ("person", people.person(name)) if name.label == "PERSON" else things.thing(name)
        clusters.setdefault(identity, []).append(name)
    return tuple(entity(f"e{n}", mentions) for n, mentions in enumerate(clusters.values(), 1))


class Things:
    """What is no person: countries and bodies by their known other names, acronyms, and shorter forms of longer names."""

    def __init__(self, text: str, names: list[Name]) -> None:
        pairs = [(acronym, full.text) for acronym, full in introduced(text, names).items()]
        pairs += [(acronym.text, full.text) for acronym, full in spelled_out(text, names)]
        self._acronyms = dict(pairs)
        self._long = {kind: longest_forms(names, kind) for kind in ("body", "place", "other")}
        self._keys: dict[tuple[str, str], str] = {}

    def thing(self, name: Name) -> tuple[str, str]:
        """Return a (kind, key) that all forms of a thing's name share."""
        kind = KINDS.get(name.label, "other")
        found = self._keys.get((kind, name.text))
        if found is None:
            found = self._keys[kind, name.text] = self._key(kind, name)
        return found

    def _key(self, kind: str, name: Name) -> tuple[str, str]:
        text = without_country(name.text) if kind == "body" else name.text
        known = look_up(text)
        if known and name.label != "LANGUAGE" and (known.sure or KINDS.get(known.label, "other") == kind):
            return KINDS.get(known.label, "other"), key(known.name)
        if kind == "people":
            return kind, key(name.text).removesuffix("s")
        full = self._acronyms.get(name.text) or self._initials(kind, text) or self._longer(kind, text)
        if full and full != name.text:
            return self.thing(name._replace(text=full))
        return kind, key(text)

    def _initials(self, kind: str, text: str) -> str | None:
        if kind == "place" or " " in text or not text.isupper():
            return None
        return next((full for full in self._long[kind] if stands_for(text, without_country(full))), None)

    def _longer(self, kind: str, text: str) -> str | None:
        """Return the one longer name that this one begins or ends: "Supreme Court", "Scripps", "Korea"."""
        short = words(text)
        longer = [full for full in self._long[kind] if shortens(short, words(without_country(full)), kind)]
        closest = [full for full in longer if words(without_country(full))[:2] == (*short, "of")] or longer
        return closest[0] if len({key(without_country(full)) for full in closest}) == 1 else None


def longest_forms(names: Iterable[Name], kind: str) -> list[str]:
    """Return the distinct names of a kind that have more than one word, the longest first."""
    forms = {name.text: None for name in names if KINDS.get(name.label, "other") == kind and " " in name.text}
    return sorted(forms, key=len, reverse=True)


def without_country(text: str) -> str:
    """Return a body's name without the country before it: "United States Supreme Court", "UK Home Office"."""
    country = COUNTRY_FIRST.match(text)
    return text[country.end() :] if country else text


def words(text: str) -> tuple[str, ...]:
    """Return the words of a name, lower case, without marks."""
    return tuple(PUNCTUATION.sub("", text).casefold().split())


def shortens(short: tuple[str, ...], full: tuple[str, ...], kind: str) -> bool:
    """Tell whether a name is a shorter form of another: its end ("Air Force"), or its beginning ("House")."""
    size = len(short)
    if not 0 < size < len(full):
        return False
    ends, begins = full[-size:] == short, full[:size] == short
    if kind == "place":
        return (begins and full[size] in NATURE) or (ends and (full[0] in COMPASS or short[-1].capitalize() in heads()))
    if ends and full[-size - 1] not in LINKS:
        return True
    return begins and (size > 1 or full[1] in LINKS or full[-1] in GENERIC or not look_up(short[0].capitalize()))


def entity(number: str, mentions: list[Name]) -> Entity:
    """Return one entity: labelled as most of its mentions are, named by its longest form."""
    label = Counter(name.label for name in mentions).most_common(1)[0][0]
    fullest = mentions[0] if label == "NORP" else max(mentions, key=lambda name: len(name.text))
    spans = tuple(Mention(name.start, name.end, name.text, name.by) for name in mentions)
    return Entity(number, label, " ".join(fullest.text.split()), None, spans)
