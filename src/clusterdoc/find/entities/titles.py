"""Titles: what a person is said to be beside the name, never in it; the fullest of all mentions is the title."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.names import BEFORE_NAME, PARTICLE
from clusterdoc.find.entities.title_after import after_name, joint_after
from clusterdoc.find.entities.title_before import before_name, joint_title
from clusterdoc.find.words import people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from clusterdoc.facts import Entity, Mention

LEADING_TITLE: Final = re.compile(rf"(?:{BEFORE_NAME}(?:\.\s?|\s)){{1,4}}(?=(?:{PARTICLE} ){{0,3}}[A-Z])")
TITLE_BEFORE: Final = re.compile(rf"(?<!\w){BEFORE_NAME}\.?\s\Z")
NAMED_END: Final = re.compile(r"(?:[ ,]{1,3}(?:named|called))?[ ,]{0,3}\Z")
AGE: Final = re.compile(r"^\d{1,3}[- ]year[- ]old ")


def find_title(doc: Doc, entity: Entity, taken: dict[int, Entity]) -> str | None:
    """Return the fullest title that stands beside any mention of a person; `taken` gives the entity at a token."""
    titles = (title for mention in entity.mentions for title in adjacent_titles(doc, mention, taken))
    found = [title for title in titles if title and not is_relation(title)]
    full = [title for title in found if not is_used_as(title, "style")]
    return max(list(filter(_has_role, full)) or full or found, key=len, default=None)


def _has_role(title: str) -> bool:
    """Return whether a word of a title says what a person is."""
    return any(people.is_role(word) for word in title.replace("-", " ").split())


def is_used_as(title: str, use: str) -> bool:
    """Return whether a title is no more than a word of one use: "Mr." is an address."""
    return title.lower().rstrip(".") in people.used_as(use)


def is_relation(title: str) -> bool:
    """Return whether a title is no more than a relation: "wife", "widowed mother"."""
    if title[0].isupper() and is_used_as(title, "rank"):  # "Father Karl Ott"
        return False
    first, _, last = title.lower().rpartition(" ")
    return " " not in first and last in relations()


@cache
def relations() -> frozenset[str]:
    """Return the words for relations, singular and plural: "wife", "sons"."""
    words = people.used_as("relation")
    return words | frozenset(map(people.several, words))


def adjacent_titles(doc: Doc, mention: Mention, taken: dict[int, Entity]) -> Iterator[str]:
    """Yield the titles before and after a mention, in one line each."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return
    for phrase in (
        before_name(doc, span.start, span.end, taken),
        joint_title(doc, span.start, taken),
        after_name(doc, span.start, span.end, taken),
        joint_after(doc, span.end, taken),
    ):
        if phrase:
            text = " ".join(doc[phrase[0] : phrase[1]].text.split())
            yield AGE.sub("", NAMED_END.sub("", text))
