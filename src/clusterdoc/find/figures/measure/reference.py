"""What "it" and "they" at the head of a sentence stand for: the one subject of the sentence before that agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.clause import QUOTATION_MARKS
from clusterdoc.find.syntax import FINITE_OR_MODAL, NOUN_SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SINGULAR: Final = frozenset({"NN", "NNP"})
PLURAL: Final = frozenset({"NNS", "NNPS"})
AGREEING: Final = {"it": SINGULAR, "they": PLURAL}
NEVER_IT: Final = frozenset({"PERSON", "DATE", "TIME"})
LATEST: Final = 3  # words before the pronoun: "But it", "Last year it"
LONGEST: Final = 40


def stands_for_thing(pronoun: Token) -> Token | None:
    """Return the noun that "it" or "they" stands for, None unless the text leaves no doubt.

    The pronoun opens its sentence as a subject, and one noun that agrees is a subject in the sentence before.
    """
    agreeing = AGREEING.get(pronoun.lower_)
    opens = pronoun.dep_ in NOUN_SUBJECTS and pronoun.i - pronoun.sent.start < LATEST
    if agreeing is None or not opens or pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    if len(before) > LONGEST or any(word.text in QUOTATION_MARKS for word in before):
        return None
    subjects = [word for word in before if word.dep_ in NOUN_SUBJECTS and word.ent_type_ not in NEVER_IT]
    fitting = [word for word in subjects if word.tag_ in agreeing]
    return fitting[0] if len(fitting) == 1 and is_main(fitting[0], before) else None


def is_main(noun: Token, sentence: Span) -> bool:
    """Return whether a noun is the subject of the main clause of a sentence."""
    verb = noun.head
    return verb.i == sentence.root.i and any(word.tag_ in FINITE_OR_MODAL for word in (verb, *verb.lefts))
