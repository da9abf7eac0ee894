"""What a number measures by the noun phrase it stands in: the noun it counts, modifies, is part or value of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.clause import complement
from clusterdoc.find.figures.measure.words import (
    CHANGE_NOUNS,
    EXPECTING,
    GRADES,
    SHIFTING,
    SIZES,
    SPENDING,
    SUMS,
    TIMES,
)
from clusterdoc.find.syntax import NOUNS, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.numeral import Numeral

NOUN_SLOTS: Final = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "poss"})

OR_TWO: Final = frozenset({"a", "an", "another"})


def counted(numeral: Numeral) -> Token | None:
    """Return the noun that a number stands before: "two police officers", "155mm howitzers", "a 3% rise in wages"."""
    noun = noun_after(numeral)
    if noun is not None and numeral.match.unit is not None and is_guesser(noun):
        return None
    if noun is None or noun.lemma_.lower() not in CHANGE_NOUNS or numeral.match.unit is None:
        return noun
    return complement(noun, ("in", "of"), numeral) or noun


def is_guesser(noun: Token) -> bool:
    """Return whether a noun after an amount is who expected it: "the $3.7 billion analysts had forecast"."""
    return noun.dep_ == "nsubj" and noun.i < noun.head.i and noun.head.lemma_.lower() in EXPECTING


def noun_after(numeral: Numeral) -> Token | None:
    """Return the noun that a number stands before, or is hyphened to: "cylinder" of "six-cylinder engines"."""
    doc, end = numeral.words.doc, numeral.words.end
    if numeral.match.unit is None and end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].pos_ == "NOUN":
        return described_by(doc[end + 1])
    if (noun := before_or(numeral)) is not None:
        return noun
    last = numeral.words[-1]
    if numeral.match.kind == "ratio" and last.dep_ == "nummod" and last.head.i >= end and last.head.pos_ in NOUNS:
        return last.head  # "one in four children": the parser hangs the one on the clause
    token = first_of_row(numeral.root)
    while token.dep_ in NOUN_SLOTS and token.head.i > token.i:
        token = token.head
        if (token.pos_ in NOUNS or is_misread(token, numeral)) and token.i not in numeral.taken:
            return innermost(token, numeral)
    return doc[end] if end < len(doc) and is_misread(doc[end], numeral) else None


def described_by(noun: Token) -> Token:
    """Return the noun that a hyphened one is a grade of, "quake" of "a 6.1-magnitude quake"; another as it is."""
    graded = noun.lemma_.lower() in GRADES and noun.dep_ in NOUN_SLOTS and noun.head.pos_ in NOUNS
    return noun.head if graded and noun.head.i > noun.i else noun


def is_misread(word: Token, numeral: Numeral) -> bool:
    """Return whether a word after a number is a plural noun that the parser took for a verb: "11 rebounds"."""
    number = numeral.match
    many = number.unit is None and number.kind == "count" and number.value != 1 and numeral.root.dep_ != "pobj"
    return many and word.tag_ == "VBZ" and word.pos_ == "VERB" and word.i - 1 in numeral.taken


def before_or(numeral: Numeral) -> Token | None:
    """Return the noun before "or" that a bare number goes on with: "week" of "a week or two"."""
    doc, start = numeral.words.doc, numeral.words.start
    if numeral.match.unit is not None or start - numeral.sentence < len(OR_TWO) or doc[start - 1].lower_ != "or":
        return None
    return doc[start - 2] if doc[start - 2].tag_ == "NN" and doc[start - 3].lower_ in OR_TWO else None


def suspended(numeral: Numeral) -> bool:
    """Return whether a hyphen after a number waits for the next one's noun: "four-" of "four- and six-cylinder"."""
    doc, end = numeral.words.doc, numeral.words.end
    hangs = numeral.words.text.endswith("-") or (end < len(doc) and doc[end].text == "-")
    after = end if numeral.words.text.endswith("-") else end + 1
    return hangs and after < len(doc) and doc[after].lower_ in {",", "and", "or", "to"}


def innermost(noun: Token, numeral: Numeral) -> Token:
    """Return the noun a unit stands before, past nouns that only describe it: "tusk" of "a five-foot narwhal tusk"."""
    if numeral.match.unit is None:
        return noun
    while noun.dep_ in {"compound", "nmod"} and noun.i < noun.head.i and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun


def first_of_row(token: Token) -> Token:
    """Return the first of numbers joined by "and" or "or": "two" of "two or three packages"."""
    while token.dep_ == "conj" and token.head.like_num and token.head.i < token.i:
        token = token.head
    return token


def part_of(numeral: Numeral) -> Token | None:
    """Return the whole that a part or a multitude is taken from: "20% of our oxygen", "thousands of people"."""
    if numeral.words.doc[numeral.words.start - 1].lower_ == "within":
        return None  # "within an hour of the call" takes nothing from the call
    return complement(numeral.stem, ("of",), numeral) or complement(numeral.words[-1], ("of",), numeral)


def size_of(numeral: Numeral) -> Token | None:
    """Return the noun that means a size before its number and unit: "a population of 50 people", "a toll of 27"."""
    noun = counted(numeral)
    preposition = (noun or numeral.stem).head
    if preposition.lower_ == "of" and preposition.head.lemma_.lower() in SIZES:
        return preposition.head
    return None


def occasion(numeral: Numeral) -> Token | None:
    """Return what is so old when a day or year is counted: "the war, which enters its 500th day", "day 3 of talks"."""
    noun = counted(numeral)
    if noun is None or noun.lemma_.lower() not in TIMES:
        return None
    whole = complement(noun, ("of",), numeral)
    owner_words = [child for child in noun.lefts if child.dep_ == "poss"]
    if whole is not None or not owner_words:
        return whole
    verb = noun.head if noun.head.pos_ in {"VERB", "AUX"} else None
    pronoun = owner_words[0].tag_ == "PRP$"
    return owner_words[0] if not pronoun else subject_of(verb) if verb is not None else None


def rate_of(numeral: Numeral) -> Token | None:
    """Return the noun whose value the number is: "a dud rate of 2%", "rates above 3%", "a price of $5"."""
    preposition = numeral.stem.head
    if numeral.stem.dep_ != "pobj" or preposition.pos_ not in {"ADP", "SCONJ"}:
        return None
    head = preposition.head
    if head.pos_ in NOUNS and head.i < preposition.i:
        changed = head.lemma_.lower() in CHANGE_NOUNS
        return (complement(head, ("in",), numeral) if changed else None) or head
    if head.pos_ == "ADJ" and head.head.pos_ in NOUNS and head.dep_ == "amod":
        return head.head
    return None


def spent_on(numeral: Numeral) -> Token | None:
    """Return what a sum is for: "€20,000 in compensation", "paid $5m for flights", "spent 1.5% of it on defence"."""
    verb = numeral.stem.head
    if verb.lemma_.lower() in SPENDING:
        return complement(verb, ("on", "for", "in"), numeral) or complement(numeral.stem, ("on", "for", "in"), numeral)
    if numeral.match.kind == "money":
        return complement(numeral.stem, ("in", "for"), numeral)
    whole = complement(numeral.stem, ("in",), numeral)
    return whole if whole is not None and whole.lemma_.lower() in SUMS else None


def shifted(numeral: Numeral) -> Token | None:
    """Return what an amount is taken off or added to: "wiped $4 billion off its market value"."""
    verb = numeral.stem.head
    if numeral.stem.dep_ != "dobj" or verb.lemma_.lower() not in SHIFTING:
        return None
    whole = complement(verb, ("off", "from", "to"), numeral)
    return whole if whole is not None and whole.i not in numeral.taken and whole.i > numeral.stem.i else None


def worth(numeral: Numeral) -> Token | None:
    """Return what money buys or who is worth it: "$8m worth of arms", "a fund worth $5m", "the fund is worth $5m"."""
    for token in (numeral.root, numeral.root.head, numeral.words.doc[max(numeral.words.start - 1, 0)]):
        if token.lower_ == "worth":
            return complement(token, ("of",), numeral) or owner(token) or sized(numeral)
    return None


def owner(worth_word: Token) -> Token | None:
    """Return the noun that "worth" describes."""
    for noun in (worth_word.head, worth_word.doc[max(worth_word.i - 1, 0)]):
        if noun.pos_ in NOUNS and noun.i < worth_word.i:
            return noun
    head = worth_word.head
    return subject_of(head) if head.pos_ in {"VERB", "AUX"} else None


def sized(numeral: Numeral) -> Token | None:
    """Return the noun whose size an adjective after the number gives: "The yacht, 142 feet long and worth $30m"."""
    word = numeral.stem.head
    if numeral.stem.dep_ != "npadvmod" or word.pos_ != "ADJ":
        return None
    while word.dep_ == "conj" and word.head.pos_ == "ADJ" and word.head.i < word.i:
        word = word.head
    return word.head if word.dep_ == "amod" and word.head.pos_ in NOUNS else None


def described(numeral: Numeral) -> Token | None:
    """Return the noun that a unit closes or that follows it at once: "the MacBook 16 inch", "now-18-month-old son"."""
    for child in numeral.root.lefts:
        if child.dep_ in {"compound", "nmod"} and child.pos_ in NOUNS and child.i < numeral.words.start:
            return child
    doc, end = numeral.words.doc, numeral.words.end
    after = doc[end] if end < len(doc) else None
    if after is None or after.pos_ not in NOUNS or after.i in numeral.taken or after.ent_type_ in {"DATE", "TIME"}:
        return None
    return innermost(after, numeral)
