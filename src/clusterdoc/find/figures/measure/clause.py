"""The clause around a number: the verb that governs it, and that verb's subject and object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.measuring_words import PASSED_THROUGH
from clusterdoc.find.syntax import SUBJECTS, VERBS, is_dated, prepositional_objects, subject_of
from clusterdoc.find.words.pronouns import TALKING, THIRD_PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

AGREEING: Final = {"it": frozenset({"NN", "NNP"}), "they": frozenset({"NNS", "NNPS"})}
REACH: Final = 25
QUOTATION_MARKS: Final = frozenset({'"', "“", "”"})
TO_THE_VERB: Final = frozenset(
    {
        "dobj",
        "attr",
        "npadvmod",
        "advmod",
        "acomp",
        "pobj",
        "prep",
        "dative",
        "oprd",
        "agent",
        "conj",
        "appos",
        "prt",
        "mark",
    }
)
CARRYING: Final = PASSED_THROUGH | {"point"}  # "gained 40 points to 500"
FARTHEST: Final = 6


def verb_of(number: ParsedNumber) -> Token | None:
    """Return the verb that governs a number, through prepositions and particles: "rose" of "rose by up to 3%"."""
    token = number.stem
    if token.dep_ in SUBJECTS and token.head.pos_ in VERBS:
        return token.head
    for _ in range(FARTHEST):
        if token.head.i == token.i or (token.dep_ not in TO_THE_VERB and token.i not in number.taken):
            return None
        token = token.head
        if token.pos_ in VERBS and (token.i not in number.taken or token.tag_ == "VB"):
            return token  # "to double the loan to $5m": a number and a verb
    return None


def named_subject(verb: Token) -> Token | None:
    """Return the subject of a verb; for "it" or "they" that of the clause around it: "the firm said it lost $5m"."""
    found = subject_around(verb)
    own = subject_of(verb)
    if own is not None and found is not None and is_quoted_apart(own, found):
        return own
    return before_pronoun(found) or found if found is not None and found.lower_ in {"it", "they"} else found


def is_quoted_apart(pronoun: Token, noun: Token) -> bool:
    """Return whether a quotation mark separates a pronoun from a subject: in ""It is high," Ott said" it is not Ott."""
    first, last = sorted((pronoun.i, noun.i))
    return any(word.text in QUOTATION_MARKS for word in pronoun.doc[first:last])


def before_pronoun(pronoun: Token) -> Token | None:
    """Return the last subject before a pronoun that agrees with it: "which sent shares surging, and they rose"."""
    agreeing = AGREEING[pronoun.lower_]
    for i in range(pronoun.i - 1, max(pronoun.i - REACH, pronoun.sent.start) - 1, -1):
        word = pronoun.doc[i]
        if word.tag_ in agreeing and word.dep_ in SUBJECTS:
            return word
    return None


def subject_around(verb: Token) -> Token | None:
    """Return the subject of a verb, for a pronoun that of the clause around it."""
    found = subject_of(verb)
    while found is not None and found.lower_ in THIRD_PERSON and verb.dep_ in {"ccomp", "conj", "advcl", "relcl"}:
        if verb.head.i == verb.i or verb.head.pos_ not in VERBS:
            return found
        verb = verb.head
        outer = subject_of(verb)
        if outer is not None and (outer.lower_ in TALKING or not agrees(found, outer)):
            return found  # "we saw it go to $1", "prosecutors say he stole $5m"
        found = outer
    return found


def agrees(pronoun: Token, noun: Token) -> bool:
    """Return whether a pronoun may stand for a noun: "he", "she" and "it" never for several."""
    return pronoun.lower_ == "they" or noun.tag_ not in AGREEING["they"]


def complement(token: Token, prepositions: Sequence[str], number: ParsedNumber) -> Token | None:
    """Return the object of a word's preposition, neither a number nor a time: "wages" of "3% of wages"."""
    for noun in (*prepositional_objects(token, prepositions), *objects_of_gerunds(token, prepositions)):
        if not number.holds(noun) and not is_dated(noun):
            return noun
    return None


def objects_of_gerunds(token: Token, prepositions: Sequence[str]) -> Iterator[Token]:
    """Yield the plural nouns right after an "-ing" after a preposition: "prices" of "a rise in asking prices"."""
    for child in token.rights:
        gerunds = [verb for verb in child.rights if verb.tag_ == "VBG"] if child.lower_ in prepositions else []
        for verb in gerunds:
            yield from (noun for noun in verb.rights if noun.i == verb.i + 1 and noun.tag_ == "NNS")


def bare_noun_after(number: ParsedNumber, preposition: str) -> Token | None:
    """Return the common noun without an article that a preposition right after a number leads to: "in jail time"."""
    doc, end = number.words.doc, number.words.end
    if end >= len(doc) or doc[end].lower_ != preposition:
        return None
    noun = next((child for child in doc[end].rights if child.dep_ == "pobj"), None)
    if noun is None or noun.pos_ != "NOUN" or noun.i in number.taken or is_dated(noun):
        return None
    return None if any(child.dep_ in {"det", "poss"} for child in noun.lefts) else noun


def holds_number(noun: Token, number: ParsedNumber) -> bool:
    """Return whether a number stands in or right behind the phrase of a noun, no farther than REACH words away."""
    first, last = max(noun.left_edge.i, noun.i - REACH), min(max(noun.right_edge.i, noun.i + 1), noun.i + REACH)
    return any(i in number.taken for i in range(first, last + 1))


def object_of(verb: Token, number: ParsedNumber) -> Token | None:
    """Return the object of a verb when it is not the number itself: "wages" of "raised wages by 3%".

    A word that only introduces a number is not its object: "stay an average of 70 days", "hit a record $48".
    """
    for child in verb.rights:
        carries = child.lemma_.lower() in CARRYING and holds_number(child, number)
        if child.dep_ == "dobj" and child.i < number.words.start and not carries:
            return child
    return None
