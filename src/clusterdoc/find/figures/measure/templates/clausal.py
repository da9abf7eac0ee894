"""What a number measures by the clause in which it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.changes import change
from clusterdoc.find.figures.measure.clause import named_subject, object_of, verb_of
from clusterdoc.find.figures.measure.nouns import counted
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.syntax import NOUNS, outer_noun, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


COMPARED: Final = frozenset({"JJR", "RBR"})


@template(
    "multiplied",
    "The firm [doubled] its {output}.",
    kinds={"ratio"},
)
def done_to(number: ParsedNumber) -> Token | None:
    """Return what a verb that is a number itself changes: "output" of "the attack halved output"."""
    verb = number.root
    if verb.pos_ != "VERB":
        return None
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    return next(objects, None) or subject_of(verb)


@template(
    "points moved",
    "The {index} dropped [512.76] points.",
    kinds={"count"},
    but=("The team scored [21] {points}.",),
)
def points_moved(number: ParsedNumber) -> Token | None:
    """Return what moved by so many points: "The index dropped 512 points" is the index's."""
    noun = counted(number)
    if noun is None or noun.lemma_.lower() != "point" or change(number)[0] is None:
        return None
    return of_the_clause(replace(number, words=noun.doc[number.words.start : max(number.words.end, noun.i + 1)]))


@template(
    "compared",
    "There were [85%] more {wildfires} this year.",
)
def compared(number: ParsedNumber) -> Token | None:
    """Return what is more or less by the number: "85% more wildfires", "shares are 3% higher"."""
    word = number.stem.head
    if word.tag_ not in COMPARED or word.i < number.words.end:
        return None
    if word.head.pos_ in NOUNS and word.head.i > word.i:
        return word.head
    return of_the_clause(number)


@template(
    "clause",
    "The overall {mortality rates} were [49%] last year.",
    "The bank raised its {key rate} by [0.25 percentage points].",
)
def clause(number: ParsedNumber) -> Token | None:
    """Return the object or subject of the verb that governs the number."""
    return of_the_clause(number)


def of_the_clause(number: ParsedNumber) -> Token | None:
    """Return the object or subject of the verb that governs the number: "rates were 49%", "raised wages by 3%"."""
    verb = verb_of(number)
    if verb is None:
        return None
    if verb.tag_ == "VBG" and verb.lemma_.lower() == "range" and (noun := before_comma(verb)) is not None:
        return outer_noun(noun)  # "sold homes, ranging from $1m to $3m"
    found = object_of(verb, number) or named_subject(verb)
    # "cut its forecast for the year ended May to $5m" says nothing of the year
    if found is not None and found.ent_type_ in {"DATE", "TIME"} and verb.dep_ == "acl":
        over = found.head.head if found.dep_ == "pobj" else found.head
        return object_of(over, number) if over.pos_ == "VERB" else over
    return found


def before_comma(verb: Token) -> Token | None:
    """Return the noun that stands right before a participle, or before the comma there."""
    before = verb.doc[max(verb.i - 1, verb.sent.start)]
    if before.text == ",":
        before = before.doc[max(before.i - 1, verb.sent.start)]
    return before if before.pos_ in NOUNS else None
