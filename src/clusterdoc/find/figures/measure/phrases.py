"""The shortest words in the text that say what a noun or verb stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Span
from clusterdoc.find.figures.measure.clause import holds_number
from clusterdoc.find.figures.measure.nouns import is_misread
from clusterdoc.find.figures.measure.vocabulary import CONTAINERS, POINTING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
MODIFIERS: Final = frozenset({"compound", "amod", "nmod", "punct", "npadvmod"})
NEVER_MODIFIERS: Final = frozenset({"DET", "NUM", "VERB", "AUX", "PRON", "ADP", "SCONJ", "SPACE"})
HYPHENS: Final = frozenset({"-", "–", "'", "’"})
LONGEST: Final = 12


def phrase(token: Token, number: ParsedNumber) -> Span:
    """Return the noun with its modifiers ("dud rate"), or the verb with its object ("suspended parliament").

    Articles, owners and numbers are left out, and never a word of the number itself is in it.
    """
    is_verb = token.pos_ in {"VERB", "AUX"} and not is_misread(token, number)
    words = verb_phrase(token) if is_verb else noun_phrase(token, number)
    start, end = words
    doc = token.doc
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last), doc[start:end].text)


def verb_phrase(verb: Token) -> tuple[int, int]:
    """Return the tokens from the verb to the end of a near object: "washed their hands"."""
    objects = [child for child in verb.rights if child.dep_ in {"dobj", "acomp", "prt"} and child.ent_type_ != "DATE"]
    end = objects[0].i + 1 if objects and objects[0].i - verb.i < LONGEST else verb.i + 1
    return verb.i, end


def noun_phrase(noun: Token, number: ParsedNumber) -> tuple[int, int]:
    """Return the tokens from the first modifier to the noun, or to the end of its "of" and "and"."""
    if noun.lower_ == "those":
        return noun.i, min(noun.right_edge.i + 1, noun.i + LONGEST)
    return first_modifier(noun, number), last_word(noun, number)


def first_modifier(noun: Token, number: ParsedNumber) -> int:
    """Return where the unbroken row of modifiers before a noun begins."""
    start = noun.i
    for child in sorted(noun.lefts, key=lambda left: left.i, reverse=True):
        begin = child.left_edge.i
        subtree = child.doc[begin : child.i + 1]
        if child.dep_ == "punct" and child.text in HYPHENS:
            start = child.i
            continue
        if (
            child.dep_ not in MODIFIERS
            or child.right_edge.i + 1 < start
            or child.lemma_.lower() in POINTING
            or any(number.holds(word) or never_modifies(word) for word in subtree)
        ):
            break
        start = begin
    while start < noun.i and (noun.doc[start].is_punct or noun.doc[start].is_space):
        start += 1
    return start


def never_modifies(word: Token) -> bool:
    """Return whether a word ends the row of modifiers: an article, a number, a verb that is no participle before it."""
    return word.is_space or (word.pos_ in NEVER_MODIFIERS and word.dep_ != "amod") or word.pos_ == "NUM"


def last_word(noun: Token, number: ParsedNumber) -> int:
    """Return where a noun phrase ends: after the noun, its "of" when it says little alone, or its twin after "and"."""
    if noun.lemma_.lower() in CONTAINERS:
        for child in noun.rights:
            if child.lower_ == "of" and child.i == noun.i + 1:
                carried = [grandchild for grandchild in child.rights if grandchild.dep_ == "pobj"]
                if carried and not number.holds(carried[0]):
                    return last_word(carried[0], number)
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if noun.pos_ == "PROPN" and after.pos_ == "NUM" and after.head.i == noun.i and after.i not in number.taken:
        return after.i + 1  # "the FTSE 100"
    twin = second_half(noun)
    apart = twin is None or number.holds(twin) or holds_number(twin, number)
    return noun.i + 1 if twin is None or apart else twin.i + 1  # "damages and costs of $5" are two things


def second_half(noun: Token) -> Token | None:
    """Return the noun joined to this one by a bare "and" or "or": "arms and equipment"; None when it stands apart."""
    for child in noun.rights:
        if child.dep_ == "conj" and child.pos_ in NOUNS:
            between = noun.doc[noun.i + 1 : child.i]
            plain = all(
                word.dep_ in MODIFIERS | {"cc"} and word.pos_ not in NEVER_MODIFIERS and word.tag_ != "VBG"
                for word in between
            )
            joined = len(between) > 0 and between[0].dep_ == "cc" and not any(word.is_punct for word in between)
            return child if plain and joined else None
    return None
