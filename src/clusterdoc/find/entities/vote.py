"""One type a name: what the model says of every mention and what the words around them say, weighed together."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import capital_before, look_back
from clusterdoc.find.entities.cues_around import type_cues
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.full_names import last_name
from clusterdoc.find.entities.gazetteer import countries, look_up
from clusterdoc.find.entities.names import fold, without_al
from clusterdoc.find.entities.titles import TITLE_BEFORE
from clusterdoc.find.entities.type_cues import PLACES, neighbours, storm_name, team_words, thing_words
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.names import Name

RULE: Final = "cue"
# No round number: on a tie what speaks for a type decides, not how often the model said another.
MODEL: Final = 0.45
LAST_NAME: Final = 12.0
AT_PLACE: Final = re.compile(r"(?<!\w)(?:[Ii]n|[Nn]ear|[Ff]rom|[Aa]t|into|outside|around|across|throughout) \Z")
PLACE_AFTER: Final = re.compile(r"-based\b|, D\.?C\b|, [A-Z][a-z]{3,12}[,.]")
LONG: Final = 4
LISTED: Final = 2.0
JOINED: Final = re.compile(r",? (?:and |or )?")
SURELY: Final = 1.0
SHORT_NAME: Final = 4.0
COMPANY: Final = re.compile(rf"(?:{any_word('end of a firm name')}|{any_word('surely a legal form')})\.?\Z")
INSTITUTE: Final = re.compile(rf"(?:{any_word('end of an institute name')})\b")


def type_by_cues(text: str, names: list[Name]) -> list[Name]:
    """Return the names, each typed as most of what speaks for a type at any of its mentions says."""
    votes: dict[str, dict[Label, float]] = {}
    typed = []
    for given in names:
        tally = votes.setdefault(given.text, {})
        titled = capital_before(text, given.start) and look_back(TITLE_BEFORE, text, given.start)
        name = given.retyped("PERSON", "title") if titled and may_bear_title(given) else given
        tally[name.label] = tally.get(name.label, 0.0) + (2 * MODEL if name.sure else MODEL)
        for label, weight in type_cues(text, name):
            tally[label] = tally.get(label, 0.0) + weight
        typed.append(name)
    add_shared_votes(text, typed, votes)
    people = last_names(typed, votes)
    for last in people & votes.keys():
        votes[last]["PERSON"] = votes[last].get("PERSON", 0.0) + LAST_NAME
    return [namesake(text, name) if name.text in people else elected(name, votes) for name in typed]


def elected(name: Name, votes: dict[str, dict[Label, float]]) -> Name:
    """Return a name with the label that most speaks for; a sure one as it is."""
    return name if name.sure else by_vote(name, votes[name.text])


def last_names(typed: list[Name], votes: dict[str, dict[Label, float]]) -> set[str]:
    """Return the last names of the people named in full, in every form in which they can stand alone."""
    full = [elected(name, votes) for name in typed if " " in name.text]
    people = {last_name(name.text) for name in full if name.label == "PERSON"}
    people |= {f"{last}s" for last in people if not look_up(f"{last}s")}  # "the Tolvas"
    people |= {last.replace("’", "'") for last in people} | {last.replace("'", "’") for last in people}
    bare = {without_al(fold(last)) for last in people}
    people |= {word for word in votes if is_with_al(word) and without_al(fold(word)) in bare}  # "El-Deen" of al-Deen
    return people | {last.upper() for last in people if len(last) >= LONG}  # "MOSS WINS AGAIN"


def is_bearer(name: Name, tally: dict[Label, float]) -> bool:
    """Return whether a name that is no person's by its label is one's whose last name stands elsewhere in the text."""
    surely = tally.get("PERSON", 0.0) > SURELY and max(tally, key=lambda label: tally[label]) == "PERSON"
    return surely and len(name.text.split()) <= LONG - 1 and not thing_words() & set(name.text.split())


def add_shared_votes(text: str, typed: list[Name], votes: dict[str, dict[Label, float]]) -> None:
    """Add what the other names of the text say of a name: those of its list, its longer and its shorter forms."""
    for name in listed_places(text, typed):
        votes[name.text]["GPE"] = votes[name.text].get("GPE", 0.0) + LISTED
    for name in typed:
        for prefix in prefixes_of_firm(name):
            if prefix in votes:
                votes[prefix]["ORG"] = votes[prefix].get("ORG", 0.0) + SHORT_NAME
        short = short_name(name)
        if short and short[0] in votes:
            word, label = short
            votes[word][label] = votes[word].get(label, 0.0) + SHORT_NAME
    for name in typed:
        last = name.text.rpartition(" ")[2]
        if name.label != "PERSON" and last != name.text and is_bearer(name, votes.get(last, {})):
            votes[name.text]["PERSON"] = votes[name.text].get("PERSON", 0.0) + SHORT_NAME


def is_with_al(word: str) -> bool:
    """Return whether an Arabic article stands before a name that is known as no other: "El-Deen"."""
    return without_al(fold(word)) != fold(word) and look_up(word) is None


def listed_places(text: str, names: list[Name]) -> Iterator[Name]:
    """Yield the names in a list behind "in", "from" and the like, in which one is surely a place."""
    row: list[Name] = []
    for name, following in zip_longest(names, names[1:]):
        row.append(name)
        if following is None or not JOINED.fullmatch(text, name.end, following.start):
            placed = look_back(AT_PLACE, text, row[0].start)
            if placed and any(is_sure_place(one) for one in row):
                yield from (one for one in row if not one.sure and one.label != "NORP")
            row = []


def is_sure_place(name: Name) -> bool:
    """Return whether a name is surely a place's."""
    known = look_up(name.text)
    return known is not None and known.sure and known.label == "GPE"


def may_bear_title(name: Name) -> bool:
    """Return whether what stands behind a title can be its bearer: not "Constable's Crime Squad" behind "Chief"."""
    return not name.sure and name.text.rpartition(" ")[2] not in thing_words()


def prefixes_of_firm(name: Name) -> Iterator[str]:
    """Yield the first words, two or more, that a firm can go by: "Iron Creek" of "Iron Creek Mining Ltd"."""
    words = name.text.split(" ")
    if name.label == "ORG" and COMPANY.match(words[-1]):
        yield from (" ".join(words[:size]) for size in range(2, len(words)))


def short_name(name: Name) -> tuple[str, Label] | None:
    """Return the word a name goes by, and its label: "Halden" of "Halden Motors", "Haiyan" of "Typhoon Haiyan"."""
    first, _, rest = name.text.partition(" ")
    if goes_by_first_word(name, rest) and not look_up(first):
        return first, "ORG"
    if neighbours("first").get(first, ("",))[0] == "PRODUCT" and rest:
        return rest, "PRODUCT"  # "Halden" of "MV Halden"
    storm = storm_name(name.text)
    return (storm, "EVENT") if storm else None


def goes_by_first_word(name: Name, rest: str) -> bool:
    """Return whether a firm or a team with the given words behind its first one goes by that: "Motors", "United"."""
    if rest in team_words() and name.text.partition(" ")[0] not in first_names():
        return True
    firm = COMPANY.match(rest.rpartition(" ")[2]) or INSTITUTE.match(rest)
    return name.label == "ORG" and firm is not None


def namesake(text: str, name: Name) -> Name:
    """Return a last name typed as its bearer, or as the place of that name where the words beside it say so."""
    known = look_up(name.text)
    if known is None or known.label != "GPE" or name.text in countries():
        return name if name.sure else name.retyped("PERSON", RULE, sure=False)
    if look_back(AT_PLACE, text, name.start) or PLACE_AFTER.match(text, name.end):
        return name.retyped("GPE", RULE)
    return name.retyped("PERSON", RULE)


def by_vote(name: Name, tally: dict[Label, float]) -> Name:
    """Return a name with the label that has the most votes; with its own when that has as many."""
    label = max(tally, key=lambda label: (tally[label], label == name.label))
    if label in PLACES and name.label in PLACES:
        return name
    return name.retyped(label, RULE, sure=False)
