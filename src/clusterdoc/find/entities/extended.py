"""Extended names: with the words that the model left out ("Tolvan" Senate) or cut the name at (Omar "Red" Deen)."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.gazetteer import look_up, not_names
from clusterdoc.find.entities.headlines import in_title_case
from clusterdoc.find.entities.names import Name, longest_first, overlaps
from clusterdoc.find.entities.parting import is_sure_body
from clusterdoc.find.entities.type_cues import BODY_WITHIN, heads, thing_words
from clusterdoc.find.words import rows
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE: Final = "extended"
NICKNAME: Final = re.compile(r" (?:[\"“][A-Z][a-z]{1,15}[\"”]|\([A-Z][a-z]{1,15}\)) (?=[A-Z])")
LAST_NAMES: Final = re.compile(r"(?:(?:[Dd]e|[Dd]i|[Vv]an|[Vv]on) ){0,2}([A-Z][a-z]\w{1,20})(?![\w-])")
NEXT_WORD: Final = re.compile(r" ([A-Z][a-z]{2,20})(?![\w'’-])(?! [A-Z])")
# "the Tolva Magistrate's Court", "the Tolva Children's Hospital": whose it is stays in its name.
OWNER: Final = re.compile(rf"(?:{any_word('owner in a name')})s?\Z")
SUFFIX: Final = re.compile(rf" (?:{any_word('legal form')})\.?\Z")
# "the Tolva County Sheriff's Department", "the Tolva Police Department"
OFFICE: Final = re.compile(
    rf" ((?:{any_word('office of')}"
    r")(?: [A-Z][a-z]{2,12})?(?:['’]s)? (?:Departments?|Offices?|Service|Force|Board|Commission))(?!\w)"
)
FIELD: Final = r"[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?"
FIELDS: Final = re.compile(rf"(?:, {FIELD}){{1,3}},? and ({FIELD})(?![\w’'-])")
# "the College of Bakers" and "Gardeners", "the Ministry of Science" and "Technology"
SECOND: Final = re.compile(r" and ([A-Z][a-z]{3,15})(?![\w'’-])(?! [A-Z])")
VERSION: Final = re.compile(
    r" \d{1,2}(?:\.\d)?(?=[,;)]|\.?(?:$| [A-Z])| (?:and|or|is|was|has|on|in|for|to|phones?|users?)\b)"
)
LINE_BEFORE: Final = re.compile(r"(?<![\w'’-])([A-Z][a-z]{1,9}[A-Z][a-z]{1,9}) \Z")
MODEL: Final = re.compile(r"[A-Z]{0,3}\d{1,4}[A-Za-z]{0,2}\Z")
# "the Tolva-Oran Friendship Society", "and the Ott Medal", where the model finds nothing
HEADED: Final = re.compile(
    r"(?<![\w’'-])[Tt]he ((?:[A-Z][\w’'-]{1,20} ){1,4}([A-Z][a-z]{2,20}))(?![\w’'@-])(?! [A-Z&]| of\b| for\b)"
)
FOUNDERS: Final = re.compile(
    r"(?<![\w’'-])([A-Z][a-zà-ÿ]{1,15}) and ([A-Z][a-zà-ÿ]{1,15})"
    r"(?: [A-Z][\w’'-]{1,20}){1,3} ([A-Z][a-z]{2,20})(?![\w’'-])(?! [A-Z])"
)
DISTRICT: Final = " District"  # "Kerr County District" and "Attorney's Office"
INDEFINITE: Final = re.compile(r"\b(?:an?|another|other|the first|many|some) \Z")
OWNED: Final = re.compile(r" ?['’]s? ([A-Z][a-z]{2,20})(?![\w'’-])")


def extend_names(text: str, names: list[Name]) -> list[Name]:
    """Return the names with the words added that make them what they are: "Tolvan" of the Tolvan Senate."""
    taken = overlaps(names)
    grown = [longer for name in names for longer in (*headed(text, name, taken), *nicknamed(text, name))]
    grown += [
        Name(first.start, last.end, text[first.start : last.end], "ORG", f"rule:{RULE}")
        for first, last in pairwise(names)
        if text[first.end : last.start] == " " and SUFFIX.search(last.text)
    ]
    grown += [
        Name(first.start, last.end, text[first.start : last.end], last.label, f"rule:{RULE}")
        for first, last in pairwise(names)
        if named_for_two(text, first, last) or made_by(text, first, last)
    ]
    grown += [longer for name in names for longer in (*with_fields(text, name), *of_product(text, name))]
    grown += [firm for name in names if name.label == "NORP" for firm in named_for_people(text, name, taken)]
    grown += [*headed_and_missed(text, taken), *of_two_founders(text)]
    return longest_first([*names, *grown]) if grown else names


def named_for_people(text: str, people: Name, taken: bytearray) -> Iterator[Name]:
    """Yield every mention of what is named by a people's name and an unknown word: "Arabian Dyar"."""
    found = NEXT_WORD.match(text, people.end)
    if found and may_be_named(found[1]) and not any(taken[found.start(1) : found.end(1)]):
        form = text[people.start : found.end(1)]
        one_of = look_back(INDEFINITE, text, people.start)  # "an Indian Parsi"
        if found[1] not in first_names() and not one_of and text.count(form) > 1:
            yield Name(people.start, found.end(1), form, "ORG", f"rule:{RULE}")


def headed_and_missed(text: str, taken: bytearray) -> Iterator[Name]:
    """Yield the names that the model missed and whose last word says what they are."""
    for found in HEADED.finditer(text):
        label = heads().get(found[2])
        if label and not any(taken[found.start(1) : found.end(1)]) and can_be_headed(text, found):
            yield Name(*found.span(1), found[1], label, f"rule:{RULE}")


def of_two_founders(text: str) -> Iterator[Name]:
    """Yield the bodies and buildings named for two people: "Jan and Eva Dahl Foundation"."""
    for found in FOUNDERS.finditer(text):
        if found[1] in first_names() and found[2] in first_names() and found[3] in thing_words():
            yield Name(*found.span(), found[0], heads().get(found[3], "ORG"), f"rule:{RULE}")


def can_be_headed(text: str, found: re.Match[str]) -> bool:
    """Return whether words with capitals before a head are a name: neither a term nor words of a headline."""
    first = found[1].partition(" ")[0]
    if found[1] in not_names() or not (may_be_named(first) or look_up(first)):
        return False
    return not in_title_case(text, *found.span(1))


def with_article(text: str, names: list[Name]) -> list[Name]:
    """Return the names with works given the article that is a part of their title: "The Harbour"."""
    return [
        name._replace(start=name.start - 4, text=f"The {name.text}")
        if name.label == "WORK_OF_ART"
        and not look_up(name.text)
        and ", " not in name.text  # several titles
        and text.endswith("The ", 0, name.start)
        else name
        for name in names
    ]


def with_fields(text: str, name: Name) -> Iterator[Name]:
    """Yield a ministry's name with the fields behind a comma: "Department for Homes", "Roads and Parks"."""
    if name.label != "ORG" or not BODY_WITHIN.match(name.text):
        return
    found, second = FIELDS.match(text, name.end), SECOND.match(text, name.end)
    if found and found[1].rpartition(" ")[2] in fields():
        yield Name(name.start, found.end(), text[name.start : found.end()], "ORG", f"rule:{RULE}")
    elif second and (second[1] in fields() or (name.text.endswith("s") and are_members(second[1]))):
        yield Name(name.start, second.end(), text[name.start : second.end()], "ORG", f"rule:{RULE}")


def are_members(word: str) -> bool:
    """Return whether a word can name those that an association is for: "Gardeners"; no name that is known."""
    return word.endswith("s") and look_up(word) is None


@cache
def fields() -> frozenset[str]:
    """Return the last words of the fields of ministries: "Roads"."""
    return frozenset(row[0] for row in rows("names/fields"))


def of_product(text: str, name: Name) -> Iterator[Name]:
    """Yield a product's name with the number or the letters that make it a model: "Ovadi 11", "OvaPad X1"."""
    known = look_up(name.text)
    version = VERSION.match(text, name.end) if known and known.label == "PRODUCT" else None
    line = look_back(LINE_BEFORE, text, name.start) if MODEL.match(name.text) else None
    if version or (line and name.label == "PRODUCT"):
        start, end = line.start(1) if line else name.start, version.end() if version else name.end
        yield Name(start, end, text[start:end], "PRODUCT", f"rule:{RULE}")


def made_by(text: str, first: Name, last: Name) -> bool:
    """Return whether two names are a maker and its product: "Toyota" and "Corolla"."""
    return last.label == "PRODUCT" and text[first.end : last.start] == " " and is_sure_body(first.text)


def named_for_two(text: str, first: Name, last: Name) -> bool:
    """Return whether two names are one body, named for two people: "George" and "Ana Ruiz Arts Center"."""
    if text[first.end : last.start] != " and " or last.label not in {"ORG", "FAC"} or " " in first.text:
        return False
    words = last.text.split()
    return words[-1] in thing_words() and are_founders(first.text, words)


def are_founders(name: str, words: list[str]) -> bool:
    """Return whether a name and the first word after "and" name two people: "George" and "Ana Ruiz Center"."""
    if name in first_names():
        return True
    return len(words) > 2 and words[0] in first_names() and may_be_named(name)  # noqa: PLR2004 -- "Ana Ruiz Center"


def headed(text: str, name: Name, taken: bytearray) -> Iterator[Name]:
    """Yield a name with the head word after it."""
    end = name.end - len(DISTRICT) if name.text.endswith(DISTRICT) else name.end
    office = OFFICE.match(text, end) if name.label in {"GPE", "LOC", "ORG"} else None
    if office:
        yield Name(name.start, office.end(1), text[name.start : office.end(1)], "ORG", f"rule:{RULE}")
    owned = OWNED.match(text, name.end) if OWNER.search(name.text) else None
    found = owned or NEXT_WORD.match(text, name.end)
    label = heads().get(found[1]) if found else None
    if found and label and (owned or not any(taken[found.start(1) : found.end(1)])):
        yield Name(name.start, found.end(1), text[name.start : found.end(1)], label, f"rule:{RULE}")


def nicknamed(text: str, first: Name) -> Iterator[Name]:
    """Yield a person's name as one with the nickname inside it: Omar "Red" Deen."""
    nickname = NICKNAME.match(text, first.end) if first.label == "PERSON" else None
    after = LAST_NAMES.match(text, nickname.end()) if nickname else None
    if after and may_be_named(after[1]):
        yield Name(first.start, after.end(), text[first.start : after.end()], "PERSON", f"rule:{RULE}")
