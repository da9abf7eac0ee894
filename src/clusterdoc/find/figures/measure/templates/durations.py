"""What a length of time measures: what lasted that long."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.carriers import carried_by
from clusterdoc.find.figures.measure.clause import bare_noun_after, object_of, verb_of
from clusterdoc.find.figures.measure.measuring_words import CHANGE_VERBS, DEICTIC, LASTING, LOCKING_UP, SPENT_IN
from clusterdoc.find.figures.measure.prepositions import preposition
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.syntax import NOUNS, has_lemma, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


SPANS_OF_TIME: Final = frozenset({"for", "during", "within", "over", "throughout", "by"})
COMPARATIVES: Final = frozenset({"JJR", "RBR"})
REACH: Final = 4


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
    carried = number.stem.dep_ == "pobj" and number.stem.head.lower_ == "of"
    if carried or is_of_a_change(number, verb):
        return carried_by(number) if carried else None  # "a time of 47 seconds"
    if verb is None or is_deictic(number) or is_had(verb, number):
        return words.root
    if is_its_time(verb, number):
        return subject_of(verb) or words.root
    spans = number.stem.head.lower_ in SPANS_OF_TIME
    if verb.lemma_ == "be" and spans:
        return _predicate(verb) or words.root
    if number.stem.dep_ in {"dobj", "attr"} or spans:
        return verb
    return lasting_word(number) or words.root


def is_had(verb: Token, number: ParsedNumber) -> bool:
    """Return whether a time is only the object of "have": "they have two years"."""
    return verb.lemma_ == "have" and number.stem.dep_ == "dobj"


def is_its_time(verb: Token, number: ParsedNumber) -> bool:
    """Return whether a time is that of the subject of a verb: "the storm lasted two hours", "it is two days"."""
    if verb.lemma_.lower() in LASTING and object_of(verb, number) is None:
        return True
    value = number.stem.dep_ == "attr" or number.stem.head.lower_ in {"at", "in"}
    return value and verb.lemma_ in {"be", "stand"}


def lasting_word(number: ParsedNumber) -> Token | None:
    """Return the verb or adjective that a bare time behind it belongs to: "stayed two days"."""
    head = number.stem.head
    behind = number.stem.dep_ == "npadvmod" and head.pos_ in {"VERB", "ADJ"} and head.i < number.words.start
    return head if behind and head.tag_ not in COMPARATIVES and head.lemma_ != "say" else None


def is_of_a_change(number: ParsedNumber, verb: Token | None) -> bool:
    """Return whether a time is one that something has changed by or to: "the week grew by 0.1 hour to 34 hours"."""
    moved = has_lemma(verb, CHANGE_VERBS)
    return moved and preposition(number) in {"by", "to", "from"}


def _predicate(be: Token) -> Token | None:
    """Return what a subject is said to be: "ally" of "was an ally for a century", "open" of "was open for hours"."""
    return next((child for child in be.rights if child.dep_ in {"attr", "acomp"}), None)


@template("sentence", "He was {sentenced} to [73 months] in federal prison.", kinds={"duration"})
def sentenced(number: ParsedNumber) -> Token | None:
    """Return the verb that says that somebody is imprisoned for a time."""
    verb = next((above for above in islice(number.stem.ancestors, REACH) if above.pos_ == "VERB"), None)
    return verb if has_lemma(verb, LOCKING_UP) else None


def is_deictic(number: ParsedNumber) -> bool:
    """Return whether a time only says when: "two days ago", "an hour later", "the last five years"."""
    around = number.words.doc[max(number.words.start - 2, number.sentence) : number.words.end + 1]
    return any(word.lower_ in DEICTIC and word.pos_ != "VERB" for word in around)  # "will last 72 hours"


@template(
    "time to",
    "He was given [two years] to {live}.",
    "There are [58 days] until the {election}.",
    kinds={"duration"},
)
def time_to(number: ParsedNumber) -> Token | None:
    """Return what there is time to do or until something: "two years to live", "58 days until the election"."""
    doc, end = number.words.doc, number.words.end
    if end + 1 >= len(doc) or is_deictic(number) or number.stem.head.lower_ == "for":
        return None  # "took it for three years to prevent a fall"
    if doc[end].tag_ == "TO":
        return doc[end].head
    if doc[end].lower_ not in {"until", "till"}:
        return None
    return next((word for word in doc[end].rights if word.pos_ in NOUNS), None)


@template("time in", "They have [1,000 years] in {prison sentences} behind them.", kinds={"duration"})
def time_in(number: ParsedNumber) -> Token | None:
    """Return the bare noun after "in" that a time was spent in: "1,000 years in jail time"."""
    noun = None if number.stem.head.lower_ == "by" else bare_noun_after(number, "in")  # "punishable by"
    return noun if has_lemma(noun, SPENT_IN) else None
