"""The clause around a number: the verb that governs it, and that verb's subject and object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.words import COMMANDING, PASSED_THROUGH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.numeral import Numeral

NAMES: Final = frozenset({"NOUN", "PROPN"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
AGREEING: Final = {"it": frozenset({"NN", "NNP"}), "they": frozenset({"NNS", "NNPS"})}
REACH: Final = 25
PERSONAL: Final = frozenset({"it", "they", "he", "she"})
TALKING: Final = frozenset({"i", "we", "you"})
RELATIVE: Final = frozenset({"which", "who", "that", "whom"})
SHARING: Final = frozenset({"conj", "acomp", "xcomp", "advcl", "aux", "auxpass", "pcomp", "prep"})
TURNING: Final = frozenset({"ADV", "ADP", "ADJ", "SCONJ"})
VERBS: Final = frozenset({"VERB", "AUX"})
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
FARTHEST: Final = 6
FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
LISTING: Final = frozenset({"as", "like", "including"})


def verb_of(numeral: Numeral) -> Token | None:
    """Return the verb that governs a number, through prepositions and particles: "rose" of "rose by up to 3%"."""
    token = numeral.stem
    if token.dep_ in SUBJECTS and token.head.pos_ in VERBS:
        return token.head
    for _ in range(FARTHEST):
        if token.head.i == token.i or (token.dep_ not in TO_THE_VERB and token.i not in numeral.taken):
            return None
        token = token.head
        if token.pos_ in VERBS and token.i not in numeral.taken:
            return token
    return None


def subject_of(verb: Token) -> Token | None:
    """Return who or what a verb is about: its subject, that of the verb it depends on, or the noun it describes."""
    for _ in range(FARTHEST):
        if (child := own_subject(verb)) is not None:
            return antecedent(verb) if child.lower_ in RELATIVE and verb.dep_ == "relcl" else child
        if (child := ordered(verb)) is not None:
            return child
        if verb.dep_ in {"acl", "relcl"}:
            noun = antecedent(verb)
            if noun is None or noun.dep_ != "dobj" or not infinitive(verb):
                return noun
            verb = noun  # "Dell announced plans to lay off 600": it is Dell that lays them off
        elif verb.head.i == verb.i or (verb.dep_ not in SHARING and verb.pos_ not in TURNING):
            return None
        verb = verb.head
    return None


def own_subject(verb: Token) -> Token | None:
    """Return the subject beside a verb: the last of two ("the base iPhone 11 has"), else the noun right before it."""
    found = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if found:
        return next((child for child in reversed(found) if child.ent_type_ not in {"DATE", "TIME"}), found[-1])
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    # "Acme added $2, Initech climbed $3": the parser may take the second firm for an apposition
    left_out = verb.dep_ == "conj" and verb.tag_ in FINITE and before.pos_ in NAMES and before.dep_ in {"appos", "conj"}
    return before if left_out and before.head.i < before.i else None


def ordered(verb: Token) -> Token | None:
    """Return who was made to do what an infinitive says: the firm of "ordered the firm to pay $2m"."""
    if verb.dep_ != "xcomp" or not infinitive(verb) or verb.head.lemma_.lower() not in COMMANDING:
        return None
    return next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def named_subject(verb: Token) -> Token | None:
    """Return the subject of a verb; for "it" or "they" that of the clause around it: "the firm said it lost $5m"."""
    found = subject_around(verb)
    return before_pronoun(found) or found if found is not None and found.lower_ in {"it", "they"} else found


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
    subject = subject_of(verb)
    while subject is not None and subject.lower_ in PERSONAL and verb.dep_ in {"ccomp", "conj", "advcl", "relcl"}:
        if verb.head.i == verb.i or verb.head.pos_ not in VERBS:
            return subject
        verb = verb.head
        outer = subject_of(verb)
        if outer is not None and (outer.lower_ in TALKING or not agrees(subject, outer)):
            return subject  # "we saw it go to $1", "prosecutors say he stole $5m"
        subject = outer
    return subject


def agrees(pronoun: Token, noun: Token) -> bool:
    """Return whether a pronoun may stand for a noun: "he", "she" and "it" never for several."""
    return pronoun.lower_ == "they" or noun.tag_ not in {"NNS", "NNPS"}


def infinitive(verb: Token) -> bool:
    """Return whether a verb is an infinitive with "to"."""
    return any(child.tag_ == "TO" for child in verb.lefts)


def antecedent(verb: Token) -> Token | None:
    """Return the noun that a relative or participle clause describes: "the law, which covers"."""
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ in {"acl", "relcl"} else None


def outer_noun(noun: Token) -> Token:
    """Return the noun that a noun after prepositions belongs to: "shares" of "shares of the firm"."""
    for _ in range(FARTHEST):
        outer = noun.head.head
        if noun.dep_ != "pobj" or outer.pos_ not in NAMES or noun.head.lower_ in LISTING:
            break  # "firms such as Acme, up 3%" is Acme's
        noun = outer
    return noun


def complement(token: Token, prepositions: Sequence[str], numeral: Numeral) -> Token | None:
    """Return the noun after a preposition that hangs on a token: "wages" of "3% of wages"."""
    for child in token.rights:
        if child.lower_ in prepositions and child.dep_ == "prep":
            for noun in child.rights:
                if noun.dep_ == "pobj" and not numeral.holds(noun) and noun.ent_type_ not in {"DATE", "TIME"}:
                    return noun
    return None


def holds_number(noun: Token, numeral: Numeral) -> bool:
    """Return whether a number stands in or right behind the phrase of a noun, no farther than REACH words away."""
    first, last = max(noun.left_edge.i, noun.i - REACH), min(max(noun.right_edge.i, noun.i + 1), noun.i + REACH)
    return any(i in numeral.taken for i in range(first, last + 1))


def object_of(verb: Token, numeral: Numeral) -> Token | None:
    """Return the object of a verb when it is not the number itself: "wages" of "raised wages by 3%".

    A word that only carries a number is none: "stay an average of 70 days", "hit a record $48".
    """
    for child in verb.rights:
        carries = child.lemma_.lower() in PASSED_THROUGH and holds_number(child, numeral)
        if child.dep_ == "dobj" and not numeral.holds(child) and child.i < numeral.words.start and not carries:
            return child
    return None
