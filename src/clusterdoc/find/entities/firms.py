"""Firms and other bodies that the model missed or cut: "Acme Inc.", "Kerr's said", "the charity Full Moon"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.gazetteer import look_up
from clusterdoc.find.entities.names import FUNCTION_WORDS, Name, is_new, longest_first, overlaps
from clusterdoc.find.entities.type_cues import neighbours, thing_words
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label

RULE: Final = "firm"
LONG: Final = 4
INTRODUCED: Final = "introduced"
WORD: Final = r"[A-Z][\w’'&-]{1,20}"
SUFFIXED: Final = re.compile(
    rf"(?<![\w.’'&-]){WORD}(?: (?:& )?{WORD}){{0,3}},? (?:{any_word('surely a legal form')})(?!\w)\.?"
)
# What follows the name of a firm that ends in "'s": "Kerr's said".
DOES: Final = re.compile(
    r" (?:also |now |once )?(?:said|says|fell|was|is|has|had|did|reported|announced|declined|posted|expects"
    r"|will (?!was|is|and|to)|rose(?: by)?(?= \d|[.,;]| to | on | after | and ))(?!\w)"
)
STORM: Final = re.compile(r"(?<![\w-])Tropical (?:Storm|Depression|Cyclone) ([A-Z][a-z]{2,12})(?![\w-])(?! [A-Z])")
OWNED: Final = re.compile(r"['’]s(?!\w)")
# "Retailer Kerr's": what a firm is, at the beginning of a sentence.
# "Wendy's mother" is no firm's; "Wendy's and Ott's", "Wendy's raised prices" are.
NOUN_AFTER: Final = re.compile(r" (?!and\b|or\b|in\b|on\b|to\b|for\b|[a-z]{2,12}ed\b)[a-z]")
OF_FIRM: Final = re.compile(rf" (?:{any_word('of a firm')})\b")
KIND_OF_FIRM: Final = re.compile(
    rf"(?:{any_word('kind of firm')}) (?=[A-Z][\w’'-]{{1,20}}(?: [A-Z][\w’'&-]{{1,20}}){{0,2}}\Z)"
)
NOUN_INSIDE: Final = re.compile(r"[A-Z][\w’'-]{1,20} ([a-z]{3,15}) (?=[A-Z])")
CALLED: Final = re.compile(
    rf"(?<![\w’'-])([a-z]{{2,15}}(?:-[a-z]{{2,8}})?) ((?:The )?{WORD}(?: {WORD}){{0,3}})(?![\w@-])(?! [A-Z&])"
    r"(?!['’]s? [A-Z])"
)


# "He told the Star that …"
INFORMED: Final = re.compile(
    rf"\b(?:told|tells) the ({WORD}(?: {WORD}){{0,3}})(?=[.,]| (?:that|he|she|it|they|in|on|last)\b)"
)


LANDFORMS: Final = frozenset({"island", "atoll"})
PLACE_OF: Final = re.compile(
    r"(?<![\w’'-])(town|village|district|province|municipality|suburb|island|atoll|township) of "
    r"([A-Z][a-zà-ÿ]{2,15}(?: [A-Z][a-zà-ÿ]{2,15})?)(?![\w’'-])(?! [A-Z])"
)


CLUB: Final = re.compile(r"(?<![\w’'-])([A-Z][a-zà-ÿ]{2,15})(?: [A-Z][a-zà-ÿ]{2,15})? (?:FC|SC|AFC|CF|FK|BK)(?![\w-])")


def find_firms(text: str, names: list[Name]) -> list[Name]:
    """Return the names with firms added or completed, by their form or by the noun before them."""
    names = [without_kind(name) for name in names]
    owners = {name.text for name in names if is_firm_with_s(text, name)}
    whole = [with_s(text, name) if name.text in owners else name for name in names]
    taken = overlaps(whole)
    found = [name for name in map(without_kind, suffixed(text)) if is_new(name, whole, taken)]
    found += [name for name in clubs(text) if is_new(name, whole, taken)]
    found += [name for name in papers(text) if not any(taken[name.start : name.end])]
    found += [name for name in places_by_noun(text) if not any(taken[name.start : name.end])]
    found += [name for name in storms(text) if is_new(name, whole, taken)]
    found += [name for name in names_by_noun(text) if is_new(name, whole, taken)]
    return longest_first([*whole, *found]) if found else whole


def without_kind(name: Name) -> Name:
    """Return a name without the word before it that says what the firm is: "Retailer Kerr" is Kerr."""
    kind = KIND_OF_FIRM.match(name.text)
    noun = NOUN_INSIDE.match(name.text)
    if noun and noun[1] in labels_of_nouns():  # "Volunteer group Full Moon"
        kind = noun
    if kind is None or name.sure:
        return name
    return name._replace(start=name.start + kind.end(), text=name.text[kind.end() :], label="ORG", by=f"rule:{RULE}")


def is_firm_with_s(text: str, name: Name) -> bool:
    """Return whether the "'s" after a name of one word is a part of it: "Kerr's said"."""
    owned = OWNED.match(text, name.end) if " " not in name.text and name.label in {"ORG", "PERSON"} else None
    if owned is None:
        return False
    return DOES.match(text, owned.end()) is not None or is_known_with_s(text, name, owned.end())


def is_known_with_s(text: str, name: Name, end: int) -> bool:
    """Return whether a firm is known by a name with its "'s": "Macy's"; but "Wendy's mother", "Kohl's party"."""
    known = look_up(text[name.start : end])
    if known is None or known.label != "ORG":
        return False
    return not NOUN_AFTER.match(text, end) or (known.sure and OF_FIRM.match(text, end) is not None)


def with_s(text: str, name: Name) -> Name:
    """Return a firm's name with the "'s" that is a part of it."""
    owned = OWNED.match(text, name.end)
    if owned is None:
        return name
    return Name(name.start, owned.end(), text[name.start : owned.end()], "ORG", f"rule:{RULE}", sure=True)


def suffixed(text: str) -> Iterator[Name]:
    """Yield the names that end as firms do: "Acme Inc."."""
    for found in SUFFIXED.finditer(text):
        end = found.end()
        if text[end - 1] == "." and found[0].endswith(("ASA.", "GmbH.", "LLC.", "PLC.", "plc.", "Pty.")):
            end -= 1
        yield Name(found.start(), end, text[found.start() : end], "ORG", f"rule:{RULE}")


def clubs(text: str) -> Iterator[Name]:
    """Yield the clubs that the letters after their names show: "Ondu FC"."""
    for found in CLUB.finditer(text):
        if found[1] not in FUNCTION_WORDS and found[1] not in first_names():
            yield Name(*found.span(), found[0], "ORG", f"rule:{RULE}")


def papers(text: str) -> Iterator[Name]:
    """Yield the newspapers and broadcasters that somebody told something: "told the Star"."""
    for found in INFORMED.finditer(text):
        words = found[1].split()
        if may_be_named(words[0]) and all(may_be_named(word) or word in thing_words() for word in words):
            yield Name(*found.span(1), found[1], "ORG", f"rule:{INTRODUCED}")


def places_by_noun(text: str) -> Iterator[Name]:
    """Yield the places after a noun and "of" that say what they are: "the island of Tolva"."""
    for found in PLACE_OF.finditer(text):
        if all(may_be_named(word) for word in found[2].split()):
            yield Name(*found.span(2), found[2], "LOC" if found[1] in LANDFORMS else "GPE", f"rule:{INTRODUCED}")


def storms(text: str) -> Iterator[Name]:
    """Yield the storms by their names: "Tropical Storm Olga"."""
    for found in STORM.finditer(text) if "Tropical " in text else ():
        if may_be_named(found[1]):
            yield Name(*found.span(), found[0], "EVENT", f"rule:{RULE}")


def names_by_noun(text: str) -> Iterator[Name]:
    """Yield the names behind a noun that says what they name: "the charity Full Moon", "the film Dark Water"."""
    for found in CALLED.finditer(text):
        label = labels_of_nouns().get(found[1])
        words = found[2].split()
        if (
            label
            and is_plain_name(text, found, label)
            and all(may_be_named(word) or word in thing_words() for word in words)
        ):
            yield Name(*found.span(2), found[2], label, f"rule:{INTRODUCED}")


def is_plain_name(text: str, found: re.Match[str], label: Label) -> bool:
    """Return whether a name after a noun has several words, or is the title of a work at the end of a phrase."""
    if label == "ORG" and found[2].partition(" ")[0] in first_names():
        return False
    several = " " in found[2] if label == "WORK_OF_ART" else " " in found[2].removeprefix("The ")
    ends = text[found.end() : found.end() + 2] in {", ", ". ", " ("}
    return several or (label == "WORK_OF_ART" and ends and len(found[2]) >= LONG)


@cache
def labels_of_nouns() -> dict[str, Label]:
    """Return the label that each noun gives to the name after it."""
    return {
        word: label
        for word, (label, _, against) in neighbours("before").items()
        if label in {"ORG", "WORK_OF_ART", "PRODUCT"} and not against
    }
