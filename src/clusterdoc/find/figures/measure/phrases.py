"""The shortest words in the text that say what a noun or verb stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Span
from clusterdoc.find.figures.measure.clause import holds_number
from clusterdoc.find.figures.measure.measuring_words import CONTAINERS, POINTING, QUANTIFIERS
from clusterdoc.find.figures.measure.nouns import is_misread
from clusterdoc.find.figures.measure.word_span import Words
from clusterdoc.find.syntax import VERBS, is_dated, prepositional_objects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
MODIFIERS: Final = frozenset({"compound", "amod", "nmod", "punct", "npadvmod"})
NEVER_MODIFIERS: Final = frozenset({"DET", "NUM", "VERB", "AUX", "PRON", "ADP", "SCONJ", "SPACE"})
HYPHENS: Final = frozenset({"-", "–", "'", "’"})
PERIOD: Final = re.compile(r"(?:FY|Q|H)\d{1,4}")  # "in Q2 revenue was $9m": no word of the revenue
LONGEST: Final = 12


def phrase(found: Token | Words, number: ParsedNumber) -> Span:
    """Return the noun with its modifiers ("dud rate"), or the verb with its object ("suspended parliament").

    Articles, owners and numbers are left out, and so is every word of the number itself.
    """
    if isinstance(found, Words):
        return as_span(found.doc[found.start : found.end])
    is_verb = found.pos_ in VERBS and not is_misread(found, number)
    start, end = verb_phrase(found, number) if is_verb else noun_phrase(found, number)
    return as_span(found.doc[start:end])


def as_span(words: Tokens) -> Span:
    """Return tokens as a span of the article."""
    return Span(words.start_char, words.end_char, words.text)


def verb_phrase(verb: Token, number: ParsedNumber) -> tuple[int, int]:
    """Return the tokens from the verb to the end of a near object: "washed their hands"."""
    objects = [child for child in verb.rights if completes(child, number) and not holds_number(child, number)]
    end = objects[0].i + 1 if objects and objects[0].i - verb.i < LONGEST else verb.i + 1
    return verb.i, end


def completes(word: Token, number: ParsedNumber) -> bool:
    """Return whether a word belongs to what a verb says: its particle; of a time also its object and adjective."""
    lasting = number.match.kind == "duration" and word.dep_ in {"dobj", "acomp"}
    return (lasting or word.dep_ == "prt") and not is_dated(word)


def noun_phrase(noun: Token, number: ParsedNumber) -> tuple[int, int]:
    """Return the tokens from the first modifier to the noun, or to the end of its "of" and "and"."""
    if noun.lower_ == "those":
        return noun.i, min(noun.right_edge.i + 1, noun.i + LONGEST)
    return first_modifier(noun, number), _last_word(noun, number)


def first_modifier(noun: Token, number: ParsedNumber) -> int:
    """Return where the unbroken row of modifiers before a noun begins."""
    start = noun.i
    for child in sorted(noun.lefts, key=lambda left: left.i, reverse=True):
        begin = next((word.i for word in child.doc[child.left_edge.i : child.i] if not word.is_space), child.i)
        subtree = child.doc[begin : child.i + 1]
        if child.dep_ == "punct" and child.text in HYPHENS:
            start = child.i
            continue
        if not is_modifier(child):
            break
        if any(word.i in number.taken or PERIOD.fullmatch(word.text) or never_modifies(word) for word in subtree):
            break
        start = begin
    while start < noun.i and noun.doc[start].is_punct:
        start += 1
    return start


def is_modifier(word: Token) -> bool:
    """Return whether a word before a noun describes it, and does not only point at it: "latest", "same"."""
    return word.dep_ in MODIFIERS and POINTING.isdisjoint({word.lemma_.lower(), word.lower_})


def never_modifies(word: Token) -> bool:
    """Return whether a word ends the row of modifiers: an article, a number, a verb that is no participle before it."""
    return word.is_space or (word.pos_ in NEVER_MODIFIERS and word.dep_ != "amod")


def _last_word(noun: Token, number: ParsedNumber) -> int:
    """Return where a noun phrase ends: after the noun, its "of" or "per", or after a second noun joined by "and"."""
    carried = named_by_of(noun, number)
    if carried is not None:
        return _last_word(carried, number)
    per = _denominator(noun, number)
    if per is not None:
        return per.i + 1
    if ends_in_number(noun, number):
        return noun.i + 2
    twin = second_half(noun)
    if twin is None or number.holds(twin) or holds_number(twin, number):
        return noun.i + 1  # "damages and costs of $5" are two things
    return twin.i + 1


def ends_in_number(noun: Token, number: ParsedNumber) -> bool:
    """Return whether a number right after a name is a part of it: "the FTSE 100"."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    named = noun.pos_ == "PROPN" and after.pos_ == "NUM"
    return named and after.head.i == noun.i and after.i not in number.taken


def named_by_of(noun: Token, number: ParsedNumber) -> Token | None:
    """Return the noun after "of" that tells what is counted: "squads of militants", "a risk of injury"."""
    counted_before = number.match.kind == "count" and number.words.end <= noun.i
    if noun.lemma_.lower() not in CONTAINERS and not counted_before:
        return None
    carried = next(prepositional_objects(noun, ("of",)), None)
    if carried is None or carried.lower_ == "own" or carried.left_edge.i - noun.i > 2 or number.holds(carried):  # noqa: PLR2004 -- "of the"
        return None
    return None if any(i in number.taken for i in range(noun.i, carried.i + 1)) else carried


def _denominator(noun: Token, number: ParsedNumber) -> Token | None:
    """Return the noun after "per" that belongs to what is measured: "loss per share"."""
    if noun.i > number.words.start:
        return None  # "two packs per order" counts packs
    for per in noun.doc[noun.i + 1 : min(number.words.start, noun.i + LONGEST)]:
        if per.lower_ == "per" and noun.is_ancestor(per):
            share = next(per.rights, None)
            free = share is not None and not any(i in number.taken for i in range(noun.i, share.i + 1))
            return share if free else None
    return None


def second_half(noun: Token) -> Token | None:
    """Return the noun joined to this one by a bare "and" or "or": "arms and equipment"; None when it stands apart."""
    child = next((child for child in noun.rights if child.dep_ == "conj" and child.pos_ in NOUNS), None)
    if child is None or (noun.pos_ == "NOUN" and child.pos_ == "PROPN"):  # "six charges and Ruiz two"
        return None
    between = noun.doc[noun.i + 1 : child.i]
    joined = any(word.dep_ == "cc" for word in between[:1])
    return child if joined and all(is_plain_between(word) for word in between) else None


def is_plain_between(word: Token) -> bool:
    """Return whether a word between two joined nouns only joins or describes."""
    if word.is_punct or word.pos_ in NEVER_MODIFIERS or word.lower_ in QUANTIFIERS:
        return False
    return word.dep_ == "cc" or word.dep_ in MODIFIERS
