"""Nouns whose value or size a number is: "a dud rate of 2%", "a 5% increase", "the yacht, 142 feet long"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.around import word_after
from clusterdoc.find.figures.measure.measuring_words import (
    CHANGE_NOUNS,
    DIMENSIONS,
    OF_A_RATE,
    PHYSICAL,
    POINTING,
    SIZES,
)
from clusterdoc.find.figures.measure.nouns import counted, noun_after
from clusterdoc.find.figures.measure.parsed import once
from clusterdoc.find.figures.measure.word_span import Words
from clusterdoc.find.syntax import NOUNS, has_lemma, is_dated, outer_noun, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


@once
def change_noun(number: ParsedNumber) -> Token | None:
    """Return the noun of change that carries an amount: "increase" of "a 5% increase", "an increase of 5%"."""
    noun = noun_after(number) or carrier(number)
    bare = number.match.kind == "count" and noun_after(number) is None  # "a drop of 25 million"
    amount = bare or number.match.unit is not None or (noun is not None and holds_points(noun, number))
    if noun is None or not amount or noun.lemma_.lower() not in CHANGE_NOUNS:
        return None
    thing = number.match.kind == "measure" and noun.lemma_.lower() in PHYSICAL  # "a storm surge of six feet"
    return None if thing else noun


def holds_points(noun: Token, number: ParsedNumber) -> bool:
    """Return whether points of an index stand between a noun of change and its number: "a gain of 85 points"."""
    after = word_after(number)
    return has_lemma(after, {"point"}) and after.i not in (noun.i, number.root.i)


def is_only_a_rate(noun: Token) -> bool:
    """Return whether a noun only says that a number is a rate: "inflation at a rate of 2%"."""
    said = (child.lower_ for child in noun.lefts if child.dep_ in {"amod", "compound"})
    plain = all(word in OF_A_RATE for word in said)
    return plain and noun.lemma_.lower() in {"rate", "pace", "level"} and noun.head.lower_ in {"at", "to"}


def carrier(number: ParsedNumber) -> Token | None:
    """Return the noun before the preposition of a number: "rise" of "a rise of 3%", "sales" of "sales above $5m"."""
    token = number.stem
    if token.dep_ == "nummod" and token.head.lemma_.lower() == "point":
        token = token.head
    preposition = token.head
    if token.dep_ != "pobj" or preposition.pos_ not in {"ADP", "SCONJ"}:
        return None
    return preposition.head if preposition.head.pos_ in NOUNS and preposition.head.i < preposition.i else None


def compounds(noun: Token, number: ParsedNumber) -> Words | None:
    """Return the nouns right before a noun: "CPI inflation" of "the latest CPI inflation projection"."""
    start = noun.i
    while start > noun.left_edge.i and noun.doc[start - 1].pos_ in NOUNS and start - 1 not in number.taken:
        start -= 1
    if start == noun.i or closes_time_on_time(noun.doc[noun.i - 1]):
        return None  # "a 9% year-over-year increase"
    before = noun.doc[start - 1] if start else noun
    described = before.pos_ == "ADJ" and before.lemma_.lower() not in POINTING
    return Words(noun.doc, start - described, noun.i)


def closes_time_on_time(word: Token) -> bool:
    """Return whether a word ends "year on year" or "year-over-year"."""
    before = [one.lower_ for one in word.doc[max(word.i - 4, 0) : word.i] if one.text != "-"][-2:]
    return before in ([word.lower_, "on"], [word.lower_, "over"])


def size_of(number: ParsedNumber) -> Token | None:
    """Return the noun that means a size before its number and unit: "a population of 50 people", "a toll of 27"."""
    noun = counted(number)
    preposition = (noun or number.stem).head
    if preposition.lower_ == "of" and preposition.head.lemma_.lower() in SIZES:
        return preposition.head
    return None


def carried_by(number: ParsedNumber) -> Token | None:
    """Return the noun whose value the number is: "a dud rate of 2%", "rates above 3%", "a price of $5"."""
    if (noun := carrier(number)) is not None:
        if noun.head.lower_ in {"against", "versus"} and number.stem.head.lower_ in {"at", "to"}:
            return None  # "the dollar eased against the yen to 108"
        return outer_noun(noun) if noun.head.lower_ == "per" or is_only_a_rate(noun) else noun
    described = number.stem.head.head if number.stem.dep_ == "pobj" else number.stem
    adjective = described.pos_ == "ADJ" and described.dep_ == "amod" and described.head.pos_ in NOUNS
    return described.head if adjective else None


def stands_with_its(number: ParsedNumber) -> bool:
    """Return whether a number is what something has: "powers 230,000 homes with its 845 megawatts"."""
    before = number.words.doc[max(number.words.start - 1, number.sentence)]
    return before.tag_ == "PRP$" and number.stem.head.lower_ == "with"


def owner(worth_word: Token) -> Token | None:
    """Return the noun that "worth" describes."""
    for noun in (worth_word.head, worth_word.doc[max(worth_word.i - 1, 0)]):
        if noun.pos_ in NOUNS and noun.i < worth_word.i:
            return noun
    head = worth_word.head
    return subject_of(head) if head.pos_ in {"VERB", "AUX"} else None


def adjectival_noun(number: ParsedNumber) -> Token | None:
    """Return the noun whose size an adjective after the number gives: "The yacht, 142 feet long and worth $30m"."""
    word = number.stem.head
    if number.stem.dep_ != "npadvmod":
        return None
    if word.i == number.words.end and word.lower_ in DIMENSIONS and (noun := noun_before(number)) is not None:
        return noun
    while word.dep_ == "conj" and word.head.pos_ == "ADJ" and word.head.i < word.i:
        word = word.head
    return word.head if word.pos_ == "ADJ" and word.dep_ == "amod" and word.head.pos_ in NOUNS else None


def noun_before(number: ParsedNumber) -> Token | None:
    """Return the noun right before a number, or before the comma there; no time and no number."""
    i = number.words.start - 1
    if i > number.sentence and number.words.doc[i].text == ",":
        i -= 1
    noun = number.words.doc[i] if i >= number.sentence else None
    free = noun is not None and noun.pos_ in NOUNS and noun.i not in number.taken
    return noun if free and noun is not None and not is_dated(noun) else None
