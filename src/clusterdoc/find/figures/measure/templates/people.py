"""What numbers of people and of years of age measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.clause import complement, verb_of
from clusterdoc.find.figures.measure.position import fate_of
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.figures.measure.vocabulary import DONE_TO_PEOPLE
from clusterdoc.find.syntax import NOUNS, SUBJECTS, outer_noun, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


BOUNDING: Final = frozenset({"over", "under", "above", "below", "between"})


@template("fate", "A toll of [27] {dead} shocked the town.", "The crash left [27] {dead}.", kinds={"count"})
def fate(number: ParsedNumber) -> Token | None:
    """Return the word that says what became of people: "27 dead"."""
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
    "age",
    "{Ann Lee}, [34], left.",
    "Police held {suspects} aged [between 22 and 61].",
    kinds={"age"},
)
def whose_age(number: ParsedNumber) -> Token | None:
    """Return who is that old: "Ann Lee, 34, said", "aged 17", "died at the age of 95", "she was 34"."""
    holder = age_holder(number)
    while holder is not None and holder.i + 1 < number.words.start and holder.nbor().ent_type_ == "PERSON":
        holder = holder.nbor()  # "U.S. heiress Ann Lee": the parser may take the heiress for the head
    return holder


def age_holder(number: ParsedNumber) -> Token | None:
    """Return the noun or pronoun an age is said of."""
    doc, before = number.words.doc, number.words.start - 1
    while before > number.sentence and doc[before].idx >= number.match.start:
        before -= 1
    if before > 0 and doc[before].lower_ in {"age", "aged", "now", "then"}:
        before -= 1
        if doc[before + 1].lower_ == "aged" and doc[before].pos_ in NOUNS:
            return doc[before]  # "suspects aged between 22 and 61"
    if before > 0 and doc[before].text == "," and doc[before - 1].pos_ in NOUNS | {"PRON"}:
        return apposed(doc[before - 1])
    if before > 0 and doc[before].tag_ in {"NN", "NNS"} and doc[before + 1].lower_ in BOUNDING:
        return doc[before]  # "children under 5 years of age": the parser may hang "under" on the verb
    preposition = number.stem.head
    if preposition.lower_ in {"over", "under", "above", "below", "of"} and preposition.head.pos_ in NOUNS:
        return preposition.head  # "residents over the age of 18"
    word = number.root.head
    if word.lower_ in {"age", "aged"} and word.head.pos_ in NOUNS | {"NUM"}:
        return complement(word.head, ("of",), number) or word.head
    verb = verb_of(number)
    return subject_of(verb) if verb is not None else None


def apposed(noun: Token) -> Token:
    """Return the noun that words between commas belong to: the bishop of "a bishop of Rome, 79, died"."""
    return noun if noun.ent_type_ == "PERSON" else outer_noun(noun)
