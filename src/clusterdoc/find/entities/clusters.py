"""Clusters: the mentions of one thing under one canonical name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from clusterdoc.facts import Entity, Mention
from clusterdoc.find.entities.acronyms import introduced, stands_for
from clusterdoc.find.entities.gazetteer import known_forms
from clusterdoc.find.entities.names import key
from clusterdoc.find.entities.persons import last_name

if TYPE_CHECKING:
    from clusterdoc.find.entities.names import Name


def group(text: str, names: list[Name]) -> tuple[Entity, ...]:
    """Return the entities the names make up, in the order of their first mention."""
    people = [name for name in names if name.label == "PERSON" and " " in name.text]
    acronyms = {acronym: full.text for acronym, full in introduced(text, names).items()}
    organisations = list(dict.fromkeys(name.text for name in names if name.label == "ORG" and " " in name.text))
    clusters: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        if name.label == "PERSON":
            identity = ("person", key(person(name, people)))
        else:
            identity = ("thing", thing(name, acronyms, organisations))
        clusters.setdefault(identity, []).append(name)
    return tuple(entity(f"e{n}", mentions) for n, mentions in enumerate(clusters.values(), 1))


def person(name: Name, people: list[Name]) -> str:
    """Return the full name a person's mention stands for: the one nearest before it, else the first after it."""
    words = name.text.split()
    if len(words) > 1:
        longer = [p.text for p in people if len(p.text) > len(name.text) and same_person(words, p.text.split())]
        return longer[0] if longer else name.text
    named = [p for p in people if last_name(p.text) == name.text] or [p for p in people if name.text in p.text.split()]
    before = [p for p in named if p.start < name.start]
    return person(before[-1], people) if before else person(named[0], people) if named else name.text


def same_person(short: list[str], full: list[str]) -> bool:
    """Tell whether one full name is a shorter form of another: same last name, same first name or its initial."""
    return short[-1] == full[-1] and (short[0] == full[0] or short[0].rstrip(".") == full[0][0])


def thing(name: Name, acronyms: dict[str, str], organisations: list[str]) -> str:
    """Return the key of what is no person: aliases of the gazetteer and acronyms under the full name."""
    known = known_forms().get(key(name.text))
    if known and known.label == name.label:
        return f"{known.label} {key(known.name)}"
    if name.text in acronyms:
        return key(acronyms[name.text])
    if name.label == "ORG" and name.text.isupper() and " " not in name.text:
        return next((key(full) for full in organisations if stands_for(name.text, full)), key(name.text))
    return key(name.text)


def entity(number: str, mentions: list[Name]) -> Entity:
    """Return one entity: labelled as most of its mentions are, named by its longest form."""
    label = Counter(name.label for name in mentions).most_common(1)[0][0]
    fullest = max(mentions, key=lambda name: len(name.text))
    spans = tuple(Mention(name.start, name.end, name.text, name.by) for name in mentions)
    return Entity(number, label, " ".join(fullest.text.split()), None, spans)
