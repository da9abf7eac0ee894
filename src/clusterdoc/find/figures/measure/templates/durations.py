"""What lasted so long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.clause import verb_of
from clusterdoc.find.figures.measure.nouns import carried_by
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.figures.measure.vocabulary import LASTING
from clusterdoc.find.syntax import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


SPANS_OF_TIME: Final = frozenset({"for", "during", "within", "over", "throughout"})
DEICTIC: Final = frozenset({"ago", "later", "earlier", "before", "after", "prior", "old", "last", "past", "next"})


@template(
    "duration",
    "The {storm} lasted [two hours].",
    "The king {suspended parliament} for [five weeks].",
    kinds={"duration"},
    but=("A [three-week] {trial} ended.",),
)
def lasted(number: ParsedNumber) -> Token | None:
    """Return what took the time: "the storm lasted two hours", "suspended parliament for five weeks"."""
    verb = verb_of(number)
    words = number.words
    if number.stem.dep_ == "pobj" and number.stem.head.lower_ == "of":
        return carried_by(number)  # "a time of 47 seconds"
    around = words.doc[max(words.start - 2, number.sentence) : words.end + 1]
    near = {word.lower_ for word in around if word.pos_ != "VERB"}  # "will last 72 hours"
    if verb is None or near & DEICTIC:
        return words.root
    preposition = number.stem.head
    value_of_it = number.stem.dep_ == "attr" or preposition.lower_ in {"at", "in"}
    if verb.lemma_.lower() in LASTING or (verb.lemma_ in {"be", "stand"} and value_of_it):
        return subject_of(verb) or words.root
    if number.stem.dep_ in {"dobj", "attr"} or preposition.lower_ in SPANS_OF_TIME:
        return verb
    return words.root
