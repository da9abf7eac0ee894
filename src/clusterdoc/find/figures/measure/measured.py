"""What a figure measures: ordered templates over the dependency parse, the first that fits wins.

A template takes a numeral and returns the token that names what is measured, or None. The idea of rules in order over
dependencies is that of Almasian et al., "CQE: A Comprehensive Quantity Extractor" (EMNLP 2023); the rules are ours.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.changes import change
from clusterdoc.find.figures.measure.clause import complement, named_subject, object_of, verb_of
from clusterdoc.find.figures.measure.nouns import (
    counted,
    described,
    occasion,
    part_of,
    rate_of,
    shifted,
    size_of,
    sized,
    spent_on,
    worth,
)
from clusterdoc.find.figures.measure.standing import beside, fate, in_brackets, ticker
from clusterdoc.find.figures.measure.words import DONE_TO_PEOPLE, LASTING, POINTERS
from clusterdoc.find.syntax import NOUNS, SUBJECTS, outer_noun, subject_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.numeral import Numeral

BOUNDING: Final = frozenset({"over", "under", "above", "below", "between"})
SPANS_OF_TIME: Final = frozenset({"for", "during", "within", "over", "throughout"})
DEICTIC: Final = frozenset({"ago", "later", "earlier", "before", "after", "prior", "old", "last", "past", "next"})
COMPARED: Final = frozenset({"JJR", "RBR"})


def measured(numeral: Numeral) -> Token | None:
    """Return the token that names what a figure measures, or None when the text does not say."""
    for kinds, template in TEMPLATES:
        if kinds and numeral.match.kind not in kinds:
            continue
        token = template(numeral)
        if token is not None and token.i in numeral.taken:
            token = outer_noun(token)  # "a house on two acres sold for $5m"
        if token is not None and token.i in numeral.taken:
            token = next((child for child in token.lefts if is_name(child, numeral)), numeral.root)
        if token is not None:
            return None if numeral.holds(token) or vague(token, numeral) else token
    return None


def is_name(token: Token, numeral: Numeral) -> bool:
    """Return whether a token is a noun that no number has taken."""
    return token.pos_ in NOUNS and token.i not in numeral.taken


def vague(token: Token, numeral: Numeral) -> bool:
    """Return whether a word only points at something: "it" and "which", but not "those who voted"."""
    if token.lower_ in {"those", "all"} and any(True for _ in token.rights):
        return False
    return token.lower_ in POINTERS and numeral.match.kind != "age"


def compared(numeral: Numeral) -> Token | None:
    """Return what is more or less by the number: "85% more wildfires", "shares are 3% higher"."""
    word = numeral.stem.head
    if word.tag_ not in COMPARED or word.i < numeral.words.end:
        return None
    if word.head.pos_ in NOUNS and word.head.i > word.i:
        return word.head
    return of_the_clause(numeral)


def whose_age(numeral: Numeral) -> Token | None:
    """Return who is that old: "Ann Lee, 34, said", "aged 17", "died at the age of 95", "she was 34"."""
    holder = age_holder(numeral)
    while holder is not None and holder.i + 1 < numeral.words.start and holder.nbor().ent_type_ == "PERSON":
        holder = holder.nbor()  # "U.S. heiress Ann Lee": the parser may take the heiress for the head
    return holder


def age_holder(numeral: Numeral) -> Token | None:
    """Return the noun or pronoun an age is said of."""
    doc, before = numeral.words.doc, numeral.words.start - 1
    while before > numeral.sentence and doc[before].idx >= numeral.match.start:
        before -= 1
    if before > 0 and doc[before].lower_ in {"age", "aged", "now", "then"}:
        before -= 1
        if doc[before + 1].lower_ == "aged" and doc[before].pos_ in NOUNS:
            return doc[before]  # "suspects aged between 22 and 61"
    if before > 0 and doc[before].text == "," and doc[before - 1].pos_ in NOUNS | {"PRON"}:
        return apposed(doc[before - 1])
    if before > 0 and doc[before].tag_ in {"NN", "NNS"} and doc[before + 1].lower_ in BOUNDING:
        return doc[before]  # "children under 5 years of age": the parser may hang "under" on the verb
    preposition = numeral.stem.head
    if preposition.lower_ in {"over", "under", "above", "below", "of"} and preposition.head.pos_ in NOUNS:
        return preposition.head  # "residents over the age of 18"
    word = numeral.root.head
    if word.lower_ in {"age", "aged"} and word.head.pos_ in NOUNS | {"NUM"}:
        return complement(word.head, ("of",), numeral) or word.head
    verb = verb_of(numeral)
    return subject_of(verb) if verb is not None else None


def apposed(noun: Token) -> Token:
    """Return the noun that words between commas belong to: the bishop of "a bishop of Rome, 79, died"."""
    return noun if noun.ent_type_ == "PERSON" else outer_noun(noun)


def lasted(numeral: Numeral) -> Token | None:
    """Return what took the time: "the storm lasted two hours", "suspended parliament for five weeks"."""
    verb = verb_of(numeral)
    words = numeral.words
    if numeral.stem.dep_ == "pobj" and numeral.stem.head.lower_ == "of":
        return rate_of(numeral)  # "a time of 47 seconds"
    around = words.doc[max(words.start - 2, numeral.sentence) : words.end + 1]
    near = {word.lower_ for word in around if word.pos_ != "VERB"}  # "will last 72 hours"
    if verb is None or near & DEICTIC:
        return words.root
    preposition = numeral.stem.head
    value_of_it = numeral.stem.dep_ == "attr" or preposition.lower_ in {"at", "in"}
    if verb.lemma_.lower() in LASTING or (verb.lemma_ in {"be", "stand"} and value_of_it):
        return subject_of(verb) or words.root
    if numeral.stem.dep_ in {"dobj", "attr"} or preposition.lower_ in SPANS_OF_TIME:
        return verb
    return words.root


def done_to(numeral: Numeral) -> Token | None:
    """Return what a verb that is a number itself changes: "output" of "the attack halved output"."""
    verb = numeral.root
    if verb.pos_ != "VERB":
        return None
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    return next(objects, None) or subject_of(verb)


def people(numeral: Numeral) -> Token | None:
    """Return what was done to a bare number of people: "killed" of "at least 20 were killed"."""
    verb = numeral.stem.head
    if verb.lemma_.lower() not in DONE_TO_PEOPLE:
        return None
    return verb if numeral.stem.dep_ in SUBJECTS else numeral.root


def of_the_clause(numeral: Numeral) -> Token | None:
    """Return the object or subject of the verb that governs the number: "rates were 49%", "raised wages by 3%"."""
    verb = verb_of(numeral)
    if verb is None:
        return None
    if verb.tag_ == "VBG" and verb.lemma_.lower() == "range" and (noun := before_comma(verb)) is not None:
        return outer_noun(noun)  # "sold homes, ranging from $1m to $3m"
    found = object_of(verb, numeral) or named_subject(verb)
    # "cut its forecast for the year ended May to $5m" says nothing of the year
    if found is not None and found.ent_type_ in {"DATE", "TIME"} and verb.dep_ == "acl":
        over = found.head.head if found.dep_ == "pobj" else found.head
        return object_of(over, numeral) if over.pos_ == "VERB" else over
    return found


def before_comma(verb: Token) -> Token | None:
    """Return the noun that stands right before a participle, or before the comma there."""
    before = verb.doc[max(verb.i - 1, verb.sent.start)]
    if before.text == ",":
        before = before.doc[max(before.i - 1, verb.sent.start)]
    return before if before.pos_ in NOUNS else None


def points_moved(numeral: Numeral) -> Token | None:
    """Return what moved by so many points: "The index dropped 512 points" is the index's."""
    noun = counted(numeral)
    if noun is None or noun.lemma_.lower() != "point" or change(numeral)[0] is None:
        return None
    return of_the_clause(replace(numeral, words=noun.doc[numeral.words.start : max(numeral.words.end, noun.i + 1)]))


EVERY: Final[frozenset[str]] = frozenset()
MOVED: Final = frozenset({"percent", "money", "count"})
TEMPLATES: Final[tuple[tuple[frozenset[str], Callable[[Numeral], Token | None]], ...]] = (
    (frozenset({"ratio"}), done_to),
    (frozenset({"money"}), worth),
    (frozenset({"count"}), fate),
    (frozenset({"count"}), size_of),
    (frozenset({"percent", "money"}), shifted),
    (frozenset({"percent", "money", "count"}), spent_on),
    (frozenset({"ordinal"}), occasion),
    (frozenset({"count"}), points_moved),
    (EVERY, part_of),
    (EVERY, counted),
    (frozenset({"count"}), people),
    (frozenset({"age"}), whose_age),
    (frozenset({"duration"}), lasted),
    (EVERY, in_brackets),
    (MOVED, ticker),
    (frozenset({"measure", "money"}), sized),
    (frozenset({"age", "measure"}), described),
    (EVERY, compared),
    (EVERY, rate_of),
    (EVERY, of_the_clause),
    (EVERY, beside),
)
