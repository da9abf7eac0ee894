"""Whose age is given where the text says "he", "she" or "the 66-year-old"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.facts import Span
from clusterdoc.find.doc_text import text_of
from clusterdoc.find.entities.first_names import gender_of
from clusterdoc.find.syntax import SUBJECTS
from clusterdoc.find.words.people import gender_of_title
from clusterdoc.find.words.pronouns import PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc
    from spacy.tokens import Span as Words

    from clusterdoc.facts import Entity, Figure, Mention

GENDERS: Final = {row.word: row.gender for row in PRONOUNS if row.gender and row.case == "subject"}
SENTENCES_BACK: Final = 3
NAMED_BEFORE: Final = 2  # sentences, that of "the 66-year-old" among them


class Person(NamedTuple):
    """One mention of a person, the fullest mention of the same person, and "f", "m" or None."""

    mention: Mention
    fullest: Mention
    gender: str | None


def persons(entities: Iterable[Entity]) -> list[Person]:
    """Return all mentions of people in the order of the text."""
    found = [
        Person(mention, next((m for m in entity.mentions if m.text == entity.name), mention), _gender_of_person(entity))
        for entity in entities
        if entity.label == "PERSON"
        for mention in entity.mentions
    ]
    return sorted(found, key=lambda person: person.mention.start)


def _gender_of_person(entity: Entity) -> str | None:
    """Return "f" or "m" by title, else by first name; None when neither tells."""
    words = [*(entity.title or "").lower().split(), *(m.text.split()[0].lower().rstrip(".") for m in entity.mentions)]
    by_title = next((gender for word in words if (gender := gender_of_title(word)) is not None), None)
    return by_title or (gender_of(entity.name.split()[0]) if " " in entity.name else None)


def stands_for(doc: Doc, pronoun: Span, people: Sequence[Person]) -> Span | None:
    """Return the fullest name of the person that a pronoun stands for, None when the text does not say."""
    gender = GENDERS.get(pronoun.text.lower())
    if gender is None:
        return None
    before = [person for person in people if person.mention.end <= pronoun.start and person.gender in {gender, None}]
    for sentence in sentences_back(doc, pronoun.start):
        near = [person for person in before if person.mention.start >= sentence.start_char]
        if near:
            return Span(*last_subject(doc, near))
    return None


def the_one_of_that_age(doc: Doc, age: Figure, figures: Sequence[Figure], people: Sequence[Person]) -> Span | None:
    """Return who "the 66-year-old" is: who was said to be 66 before, else the one person whom the text has just named.

    None where the text names several people or nobody, and for "a 66-year-old".
    """
    if not text_of(doc)[: age.start].lower().endswith("the ") or not age.text.endswith("old"):
        return None
    same = (one for one in figures if one.kind == "age" and one.value == age.value and one.start < age.start)
    if (known := next((one.of for one in same if one.of is not None), None)) is not None:
        return known
    first = sentences_back(doc, age.start)[:NAMED_BEFORE][-1].start_char
    near = [person for person in people if first <= person.mention.start < age.start]
    named = {person.fullest for person in near}
    return Span(*last_subject(doc, near)) if len(named) == 1 else None


def sentences_back(doc: Doc, offset: int) -> list[Words]:
    """Return the sentence that holds an offset and those before it, the nearest first."""
    words = doc.char_span(offset, offset + 1, alignment_mode="expand")
    found = [doc[words.start if words is not None else 0].sent]
    while len(found) <= SENTENCES_BACK and found[-1].start:
        found.append(doc[found[-1].start - 1].sent)
    return found


def last_subject(doc: Doc, near: Sequence[Person]) -> tuple[int, int, str]:
    """Return the fullest mention of the last person who is a subject, else of the first one."""
    chosen = next((person for person in reversed(near) if is_subject(doc, person.mention)), near[0])
    return chosen.fullest.start, chosen.fullest.end, chosen.fullest.text


def is_subject(doc: Doc, mention: Mention) -> bool:
    """Return whether a name is the subject of a clause."""
    words = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return words is not None and words.root.dep_ in SUBJECTS
