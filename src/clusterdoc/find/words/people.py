"""Nouns for people and for others who speak (`people.tsv`), for all three finders: titles, speakers, ages."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias, cast

from clusterdoc.find import words
from clusterdoc.find.words.inflection import plural

Gender: TypeAlias = Literal["f", "m"]
# Roles by their ending, of words that no table lists in full: "camerawoman", "virologist", "cinematographer".
ROLE_ENDING: Final = re.compile(r"[a-z-]{4,20}(?:woman|person|ologist|grapher|ician|icist)\Z")
BEFORE_NAME: Final = ("rank", "abbreviation", "style", "address")
TITLES: Final = (*BEFORE_NAME, "title")
IRREGULAR: Final = {"child": "children", "person": "people"}


class Noun(NamedTuple):
    """A row of the table: kind person, many, body, text or ""; its gender; how it is used; titles it stands for."""

    word: str
    kind: str
    gender: Gender | None
    uses: frozenset[str]
    titles: frozenset[str]

    @property
    def human(self) -> bool:
        """Whether it is one person."""
        return self.kind == "person"


@cache
def nouns() -> dict[str, Noun]:
    """Return the rows by their word."""
    return {
        word: Noun(
            word,
            kind,
            cast("Gender", gender) if gender else None,
            frozenset(words.forms(uses)),
            frozenset(titles.split()),
        )
        for word, kind, gender, uses, titles, *_ in words.rows("people")
    }


@cache
def used_as(*uses: str) -> frozenset[str]:
    """Return the words that have one of these uses."""
    return frozenset(noun.word for noun in nouns().values() if not noun.uses.isdisjoint(uses))


@cache
def kin() -> frozenset[str]:
    """Return the words for a relative that show the gender: "mother", "nephew"."""
    return frozenset(noun.word for noun in nouns().values() if noun.gender and "relation" in noun.uses)


def is_role(word: str) -> bool:
    """Return whether a word says what a person is: "president", "co-author", "spokesman"."""
    low = word.lower().removesuffix(".")
    known = used_as("title", "relation")
    return low in known or low in used_as("style") or low.rpartition("-")[2] in known or bool(ROLE_ENDING.match(low))


def is_person(word: str) -> bool:
    """Return whether a lower-case noun in the singular stands for one person."""
    noun = nouns().get(word)
    return noun.human if noun else bool(ROLE_ENDING.match(word))


def is_body(word: str) -> bool:
    """Return whether a lower-case noun in the singular can be a person, but more often an organisation."""
    noun = nouns().get(word)
    return noun is not None and noun.kind == "body" and "title" in noun.uses


@cache
def plurals() -> frozenset[str]:
    """Return the nouns for one person in the plural: "drivers", "women", "children"."""
    return frozenset(several(noun.word) for noun in nouns().values() if noun.human)


def several(noun: str) -> str:
    """Return the plural of a noun for a person: "women", "children", "drivers"."""
    return f"{noun[:-2]}en" if noun.endswith("man") else IRREGULAR.get(noun) or plural(noun)


def gender_of_title(word: str) -> Gender | None:
    """Return the gender that a word before a name or in a title shows; None for "father of"."""
    noun = nouns().get(word.lower())
    return noun.gender if noun and not noun.uses.isdisjoint(TITLES) and "relation" not in noun.uses else None


def gender_of_relation(word: str) -> Gender | None:
    """Return whether a word right beside a name says that it is a woman's or a man's: "her husband, Bo Kerr"."""
    noun = nouns().get(word.lower())
    return noun.gender if noun and "relation" in noun.uses else None


@cache
def before_names() -> str:
    """Return the pattern of what stands before a name, as it is written there: "Mrs", "Sen", "Prime Minister"."""
    forms = (re.escape(word.title()) for word in used_as(*BEFORE_NAME))
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))
