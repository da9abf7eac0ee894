"""Capitals: headlines, in which the model sees one long name or none ("KENYA BEAT MALTA, OVADI UP"), and datelines."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import surrounding_line
from clusterdoc.find.entities.gazetteer import look_up, sure_forms
from clusterdoc.find.entities.names import Name, longest_first, overlaps
from clusterdoc.find.entities.type_cues import PLACES, thing_words
from clusterdoc.find.words import rows
from clusterdoc.find.words.contexts import words_by_use
from clusterdoc.find.words.inflection import inflected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label

RULE: Final = "dateline"
# A headline in capitals has as many words.
WORDS: Final = 4
# Where a report was written: "TOLVA, Kenya (TPA) —", "TOLVA, KENYA, Jun 3 2022 (TPA) -", "TOLVA 1996-12-06".
DATELINE: Final = re.compile(
    r"(?<![^\n])[ \t]{0,3}([A-Z][A-Z'’-]{2,20}(?: [A-Z][A-Z'’-]{1,20}){0,3})"
    r"(?P<country> ?, [A-Z][\w. ]{2,25})?(?: ?, [A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)?"
    r"(?: \d{4}-\d\d-\d\d(?![^\n])| \([A-Z]\w{1,12}\)|(?(country) [—–-] |(?!)))"
)


# A release: "TOLVA, Ohio--(BUSINESS WIRE)-- Acme Inc. …"; a byline in capitals: "By ANA RUIZ and BO KERR".
HEADLINE: Final = "headline"
CAPITAL_WORD: Final = re.compile(r"(?<![\w'’-])[A-Z][a-z]{1,15}(?![\w'’-])")
# Words of so many letters may be lower case in a headline in title case: "of", "the".
SHORT: Final = 3
LOWER_WORDS: Final = 2
HEADLINE_VERBS: Final = frozenset(word.lower() for word in words_by_use()["verb of a headline"]) | {"to"}
AFTER_HEAD: Final = re.compile(r"\)?\s?[-–—]{1,2}\s{0,2}(\S.{0,80})\Z")
DASH: Final = r"\s?(?:--|[-–—])\s?"
RELEASE: Final = re.compile(
    r"(?<![^\n])[ \t]{0,3}([A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]{2,20}(?: [A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]{1,20}){0,3})(?<!-)"
    r"(?:, ([A-Z][\w.]{1,20}))?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})?" + DASH + r"\(([A-Z][A-Za-z ]{1,20})\)" + DASH
)
WIRE: Final = re.compile(r"\) ?[-–—]")
BYLINE: Final = re.compile(
    r"(?<![^\n])[ \t]{0,3}(?:By|BY) ([A-Z][A-Z'’-]{1,15}(?: [A-Z][A-Z'’.-]{0,15}){1,2})"
    r"(?: (?:and|AND) ([A-Z][A-Z'’-]{1,15}(?: [A-Z][A-Z'’.-]{0,15}){1,2}))?[ \t,]{0,3}(?![^\n])"
)


def read_capitals(text: str, names: list[Name]) -> list[Name]:
    """Return the names without those of a headline that hold others, which are found again, and with datelines."""
    others = {name.text.upper() for name in names if not name.text.isupper()}
    others |= {name.rpartition(" ")[2] for name in others}
    places = {place.start: place for place in _datelines(text)}
    heads = list(releases(text))
    taken = overlaps(heads)
    names = [part for name in names for part in outside(text, name, taken)]
    names = list(headed_names(text, names))
    kept = [
        name
        for name in names
        if not (name.text.isupper() and _is_sentence(text, name, others))
        and (name.start not in places or name.label in PLACES)
    ]
    return longest_first([*kept, *places.values(), *heads]) if places or heads else kept


def headed_names(text: str, names: list[Name]) -> Iterator[Name]:
    """Yield the names, and of those that swallowed the verb of a headline what the article names again."""
    known = {name.text for name in names if not any(is_headline_verb(word) for word in name.text.split()[1:])}
    known |= {name.rpartition(" ")[2] for name in known}
    for name in names:
        verb = verb_inside(name)
        if verb is None or not in_title_case(text, name.start, name.end):
            yield name
        else:
            yield from around_verb(name, *verb, known)


def verb_inside(name: Name) -> tuple[int, int] | None:
    """Return where a verb stands behind the first word of a name: "Says" of "Ruiz Says"."""
    return next((m.span() for m in CAPITAL_WORD.finditer(name.text) if m.start() and is_headline_verb(m[0])), None)


def around_verb(name: Name, start: int, end: int, known: set[str]) -> Iterator[Name]:
    """Yield the names before and after the verb in a headline, as far as the article knows them."""
    words = name.text[:start].split()
    forms = [" ".join(words[:size]) for size in range(len(words), 0, -1)]
    kept = next((form for form in forms if form in known), forms[0])
    yield name._replace(end=name.start + len(kept), text=kept, by=f"rule:{HEADLINE}")
    for word in CAPITAL_WORD.finditer(name.text, end):
        if word[0] in known:
            first, last = (name.start + at for at in word.span())
            yield name._replace(start=first, end=last, text=word[0], by=f"rule:{HEADLINE}")


def is_headline_verb(word: str) -> bool:
    """Return whether a word with a capital is a verb that headlines have: "Says", "Rises", "Meets"."""
    return word.lower() in headline_verbs()


@cache
def headline_verbs() -> frozenset[str]:
    """Return the forms of verbs in the present and past that stand between the names of a headline."""
    speech = (row[0] for row in rows("cues") if "clause" in row[2].split())
    return HEADLINE_VERBS | {form for verb in speech for form in inflected(verb)[1:2] if form != "states"}


def in_title_case(text: str, start: int, end: int) -> bool:
    """Return whether a stretch stands in a line of several words that nearly all begin with a capital, and no stop."""
    line = surrounding_line(text, start, end).strip()
    words = [word for word in line.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words if len(word) > SHORT)
    return len(words) >= WORDS and small < LOWER_WORDS and not line.endswith((".", "!", "?", ":"))


def releases(text: str) -> Iterator[Name]:
    """Yield the town, the state and the wire at the head of a release, and the people in bylines in capitals."""
    for found in RELEASE.finditer(text) if WIRE.search(text) else ():
        labels: tuple[Label, ...] = ("GPE", "GPE", "ORG")
        for group, label in enumerate(labels, 1):
            if found[group]:
                yield Name(*found.span(group), found[group], label, f"rule:{RULE}", sure=True)
    for found in BYLINE.finditer(text):
        for group in (1, 2):
            if found[group]:
                yield Name(*found.span(group), found[group], "PERSON", "rule:byline", sure=True)


def outside(text: str, name: Name, taken: bytearray) -> Iterator[Name]:
    """Yield what is left of a name behind the head of a release: "Acme Inc." of "WIRE)-- Acme Inc."."""
    if not any(taken[name.start : name.end]):
        yield name
        return
    last = taken.rfind(b"\1", name.start, name.end)
    rest = AFTER_HEAD.match(text, last + 1, name.end)
    if rest:
        yield name._replace(start=rest.start(1), text=rest[1], by=f"rule:{RULE}")


def _datelines(text: str) -> Iterator[Name]:
    """Yield the places at the head of reports."""
    for found in DATELINE.finditer(text):
        if not any(word.capitalize() in thing_words() for word in found[1].split()):
            yield Name(found.start(1), found.end(1), found[1], "GPE", f"rule:{RULE}")


def _is_sentence(text: str, name: Name, others: set[str]) -> bool:
    """Return whether a name is rather a piece of a headline: "KENYA BEAT MALTA", but "BANK OF KENYA"."""
    words = name.text.split()
    if len(words) == 1 or name.text in others or look_up(name.text) or not in_capitals(text, name.start, name.end):
        return False
    held = any(word in sure_forms() or word in others for word in words)
    return held and not any(word.capitalize() in thing_words() for word in words)


def in_capitals(text: str, start: int, end: int) -> bool:
    """Return whether a stretch stands in a line of several words that are all in capitals."""
    line = surrounding_line(text, start, end)
    return line.isupper() and len(line.split()) >= WORDS
