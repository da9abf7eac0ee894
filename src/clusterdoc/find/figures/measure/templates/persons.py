"""What numbers of people and of years of age measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.age_nouns import age_noun, olds_after
from clusterdoc.find.figures.measure.around import words_start
from clusterdoc.find.figures.measure.clause import verb_of
from clusterdoc.find.figures.measure.measuring_words import DONE_TO_PEOPLE
from clusterdoc.find.figures.measure.nouns import is_group_by_age
from clusterdoc.find.figures.measure.position import fate_of
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.syntax import NOMINALS, NOUNS, SUBJECTS, is_dated, outer_noun, subject_of
from clusterdoc.find.words.people import is_person

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber
    from clusterdoc.find.figures.measure.word_span import Words


REACH: Final = 10
BOUNDING: Final = frozenset({"over", "under", "above", "below", "between"})


@template("fate", "A toll of [27] {dead} shocked the town.", "The crash left [27] {dead}.", kinds={"count"})
def outcome_word(number: ParsedNumber) -> Token | None:
    """Return the word that says what happened to people: "27 dead"."""
    return fate_of(number)


@template(
    "done to people",
    "[At least 20] were {killed}.",
    kinds={"count"},
)
def people(number: ParsedNumber) -> Token | None:
    """Return what was done to a bare number of people: "killed" of "at least 20 were killed"."""
    verb = number.stem.head
    if verb.lemma_.lower() not in DONE_TO_PEOPLE:
        return None
    return verb if number.stem.dep_ in SUBJECTS else number.root


@template(
    "so many of an age",
    "They held [two] {17-year-olds}.",
    kinds={"count"},
    but=("They held [two] {men}.",),
)
def so_many_of_an_age(number: ParsedNumber) -> Words | None:
    """Return the age right after a count of those who have it: "two 17-year-olds"."""
    return olds_after(number)


@template(
    "value of an age",
    "They will lift the {retirement age} from [60] to 65.",
    "The {pension age} will go up from [66] to 67.",
    kinds={"age"},
    but=("{Ann Lee} died at the age of [91].",),
)
def value_of_age(number: ParsedNumber) -> Token | None:
    """Return the noun "age" whose value a number is: "the minimum age from 16 to 18"."""
    return age_noun(number)


@template(
    "age of a group",
    "{Children} under [5] travel free.",
    "{Adults} over [60] ride free.",
    "{Men} aged [18 to 24] drive least.",
    "Police held {suspects} aged [between 22 and 61].",
    kinds={"age"},
    but=("{Ann Lee}, [34], left.",),
)
def group_aged(number: ParsedNumber) -> Token | None:
    """Return the people whose age a bound sets: "children under 5 travel free", whatever stands after the age."""
    doc, at = number.words.doc, index_before(number)
    if at < number.sentence or at + 1 >= len(doc) or doc[at + 1].lower_ not in BOUNDING | {"aged"}:
        return None
    return doc[at] if doc[at].tag_ in {"NN", "NNS"} and is_person(doc[at].lemma_.lower()) else None


@template(
    "age",
    "{Ann Lee}, [34], left.",
    kinds={"age"},
)
def whose_age(number: ParsedNumber) -> Token | None:
    """Return who is that old: "Ann Lee, 34, said", "aged 17", "died at the age of 95", "she was 34"."""
    if number.words[-1].lower_ == "olds" or is_group_by_age(number):
        return number.root  # "suicides by 10-19 year olds", "over-75s": they have no other name
    holder = age_holder(number)
    while holder is not None and holder.i + 1 < number.words.start and holder.nbor().ent_type_ == "PERSON":
        holder = holder.nbor()  # "U.S. heiress Ann Lee": the parser may take the heiress for the head
    return holder


def age_holder(number: ParsedNumber) -> Token | None:
    """Return the noun or pronoun an age is said of: before it, in its phrase, or the subject of its clause."""
    holder = holder_before(number) or holder_in_phrase(number)
    verb = verb_of(number) or verb_of_aged(number) if holder is None else None
    return subject_of(verb) if verb is not None else holder


def verb_of_aged(number: ParsedNumber) -> Token | None:
    """Return the verb that "aged" and an age go with: "died on Sunday aged 77"."""
    aged = number.stem.head
    return aged.head if aged.lower_ == "aged" and aged.dep_ == "advcl" else None


def holder_before(number: ParsedNumber) -> Token | None:
    """Return the noun right before an age, a comma or a bracket between them: "Ann Lee, 34", "students (aged 12)"."""
    doc, at = number.words.doc, index_before(number)
    said = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    if at <= 0:
        return None
    before = doc[at]
    if before.text == "(" and said == "aged":
        return person_before(number, at)
    if before.text == "," and doc[at - 1].pos_ in NOMINALS:
        return apposed(doc[at - 1])
    timed = is_dated(before)  # "died on Tuesday aged 88"
    plain = before.pos_ in NOUNS and said in {"aged", "age"} and not timed  # "suspects aged between 22 and 61"
    bounded = before.tag_ in {"NN", "NNS"} and said in BOUNDING  # "children under 5 years of age"
    several = before.tag_ == "NNS" and number.match.bound in {">=", "<="} and is_person(before.lemma_.lower())
    return before if plain or bounded or several else None  # "adults 20 years and older"


def index_before(number: ParsedNumber) -> int:
    """Return the index of the word before an age, its bound words and "aged", "now" or "then"."""
    at = words_start(number) - 1
    return at - 1 if at > 0 and number.words.doc[at].lower_ in {"age", "aged", "now", "then"} else at


def person_before(number: ParsedNumber, at: int) -> Token | None:
    """Return the last noun for people before an index: "students" of "students in grade 8 (aged 12)"."""
    near = reversed(number.words.doc[max(at - REACH, number.sentence) : at])
    return next((word for word in near if word.pos_ == "NOUN" and is_person(word.lemma_.lower())), None)


def holder_in_phrase(number: ParsedNumber) -> Token | None:
    """Return the noun whose phrase holds an age: "residents over the age of 18", "the age of the boy"."""
    preposition = number.stem.head
    if preposition.lower_ in BOUNDING | {"of"} and preposition.head.pos_ in NOUNS:
        return preposition.head
    word = number.root.head
    if word.lower_ not in {"age", "aged"} or word.head.pos_ not in NOUNS | {"NUM"}:
        return None
    return word.head


def apposed(noun: Token) -> Token:
    """Return the noun that words between commas belong to: the bishop of "a bishop of Rome, 79, died"."""
    own = noun.ent_type_ == "PERSON" or noun.tag_ == "NNS"  # "data from 13,769 subjects, 20 to 79 years old"
    return noun if own else outer_noun(noun)
