"""What "it" and "they" at the head of a sentence stand for: the one subject of the sentence before that agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.clause import AGREEING, QUOTATION_MARKS
from clusterdoc.find.figures.measure.table_rows import is_time
from clusterdoc.find.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DEMONSTRATIVE: Final = frozenset(
    {"this", "that"}
)  # "That is up 3% from a year ago": singular or plural, a thing's value
NEVER_IT: Final = frozenset({"PERSON", "DATE", "TIME"})
LATEST: Final = 3  # words before the pronoun: "But it", "Last year it"
LONGEST: Final = 40


def stands_for_thing(pronoun: Token) -> Token | None:
    """Return the noun that "it" or "they" stands for, None unless the text leaves no doubt.

    The pronoun opens its sentence as a subject, and one noun that agrees is a subject in the sentence before.
    """
    agreeing = AGREEING["it"] | AGREEING["they"] if says_a_value(pronoun) else AGREEING.get(pronoun.lower_)
    opens = pronoun.dep_ in NOUN_SUBJECTS and names_nothing_before(pronoun)
    if agreeing is None or not opens or pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    if len(before) > LONGEST or any(word.text in QUOTATION_MARKS for word in before):
        return None
    subjects = [word for word in before if word.dep_ in NOUN_SUBJECTS and word.ent_type_ not in NEVER_IT]
    fitting = [word for word in subjects if word.tag_ in agreeing]
    return fitting[0] if len(fitting) == 1 and is_main(fitting[0], before) else None


def says_a_value(pronoun: Token) -> bool:
    """Return whether "this" or "that" is what was just said a value of: "That is up 3%", "This was down from $5m"."""
    if pronoun.lower_ not in DEMONSTRATIVE or pronoun.head.lemma_ not in {"be", "compare"}:
        return False
    return any(word.lower_ in {"up", "down", "higher", "lower", "compared"} for word in pronoun.head.subtree)


def names_nothing_before(pronoun: Token) -> bool:
    """Return whether no thing is named before a pronoun in its sentence: "But it", "A year earlier, it"."""
    opening = pronoun.doc[pronoun.sent.start : pronoun.i]
    if len(opening) < LATEST:
        return True
    nouns = (word for word in opening if word.pos_ in {"NOUN", "PROPN", "PRON"})
    return opening[-1].text == "," and all(is_time(noun) for noun in nouns)


def is_main(noun: Token, sentence: Span) -> bool:
    """Return whether a noun is the subject of the main clause of a sentence."""
    return noun.head.i == sentence.root.i
