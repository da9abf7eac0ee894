"""What a figure measures: ordered templates over the dependency parse, the first that fits wins.

A template takes a numeral and returns the token that names what is measured, or None. The idea of rules in order over
dependencies is that of Almasian et al., "CQE: A Comprehensive Quantity Extractor" (EMNLP 2023); the rules are ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.clause import SUBJECTS, complement, named_subject, object_of, subject_of, verb_of
from clusterdoc.find.figures.words import (
    CHANGE_NOUNS,
    DONE_TO_PEOPLE,
    FATES,
    LASTING,
    POINTERS,
    SIZES,
    SPENDING,
    SUMS,
    TIMES,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from clusterdoc.find.figures.numeral import Numeral

NOUN_SLOTS: Final = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "poss"})
NAMES: Final = frozenset({"NOUN", "PROPN"})
SPANS_OF_TIME: Final = frozenset({"for", "during", "within", "over", "throughout"})
DEICTIC: Final = frozenset({"ago", "later", "earlier", "before", "after", "prior", "old", "last", "past", "next"})
MOVEMENTS: Final = frozenset({"up", "down", "by", "+", "-"})
NEAR: Final = 3
LEADING: Final = frozenset({"up", "down", "by", "at", "to", "of", "from", "+", "-", "(", ":", "$", "≈", "~", "worth"})
COMPARED: Final = frozenset({"JJR", "RBR"})


def measured(numeral: Numeral) -> Token | None:
    """Return the token that names what a figure measures, or None when the text does not say."""
    for kinds, template in TEMPLATES:
        if kinds and numeral.match.kind not in kinds:
            continue
        token = template(numeral)
        if token is not None and token.i in numeral.taken:
            token = next((child for child in token.lefts if is_name(child, numeral)), numeral.root)
        if token is not None:
            return None if numeral.holds(token) or vague(token, numeral) else token
    return None


def is_name(token: Token, numeral: Numeral) -> bool:
    """Return whether a token is a noun that no number has taken."""
    return token.pos_ in NAMES and token.i not in numeral.taken


def vague(token: Token, numeral: Numeral) -> bool:
    """Return whether a word only points at something: "it" and "which", but not "those who voted"."""
    if token.lower_ in {"those", "all"} and any(True for _ in token.rights):
        return False
    return token.lower_ in POINTERS and numeral.match.kind != "age"


def counted(numeral: Numeral) -> Token | None:
    """Return the noun that a number stands before: "two police officers", "155mm howitzers", "a 3% rise in wages"."""
    noun = noun_after(numeral)
    if noun is None or noun.lemma_.lower() not in CHANGE_NOUNS or numeral.match.unit is None:
        return noun
    return complement(noun, ("in", "of"), numeral) or noun


def noun_after(numeral: Numeral) -> Token | None:
    """Return the noun that a number stands before."""
    token = first_of_row(numeral.root)
    while token.dep_ in NOUN_SLOTS and token.head.i > token.i:
        token = token.head
        if token.pos_ in NAMES and token.i not in numeral.taken:
            return innermost(token, numeral)
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


def innermost(noun: Token, numeral: Numeral) -> Token:
    """Return the noun a unit stands before, past nouns that only describe it: "tusk" of "a five-foot narwhal tusk"."""
    if numeral.match.unit is None:
        return noun
    while noun.dep_ in {"compound", "nmod"} and noun.head.i == noun.i + 1 and noun.head.pos_ in NAMES:
        noun = noun.head
    return noun


def first_of_row(token: Token) -> Token:
    """Return the first of numbers joined by "and" or "or": "two" of "two or three packages"."""
    while token.dep_ == "conj" and token.head.like_num and token.head.i < token.i:
        token = token.head
    return token


def part_of(numeral: Numeral) -> Token | None:
    """Return the whole that a part or a multitude is taken from: "20% of our oxygen", "thousands of people"."""
    if numeral.match.kind == "duration" and numeral.match.bound == "<=":
        return None  # "within an hour of the call" takes nothing from the call
    return complement(numeral.stem, ("of",), numeral)


def size_of(numeral: Numeral) -> Token | None:
    """Return the noun that means a size before its number and unit: "a population of 50 people", "a toll of 27"."""
    noun = counted(numeral)
    preposition = (noun or numeral.stem).head
    if preposition.lower_ == "of" and preposition.head.lemma_.lower() in SIZES:
        return preposition.head
    return None


def worth(numeral: Numeral) -> Token | None:
    """Return what money buys or who is worth it: "$8m worth of arms", "a fund worth $5m", "the fund is worth $5m"."""
    for token in (numeral.root, numeral.root.head):
        if token.lower_ == "worth":
            return complement(token, ("of",), numeral) or owner(token)
    return None


def owner(worth_word: Token) -> Token | None:
    """Return the noun that "worth" describes."""
    head = worth_word.head
    if head.pos_ in NAMES and head.i < worth_word.i:
        return head
    return subject_of(head) if head.pos_ in {"VERB", "AUX"} else None


def compared(numeral: Numeral) -> Token | None:
    """Return what is more or less by the number: "85% more wildfires", "shares are 3% higher"."""
    word = numeral.stem.head
    if word.tag_ not in COMPARED or word.i < numeral.words.end:
        return None
    if word.head.pos_ in NAMES and word.head.i > word.i:
        return word.head
    return of_the_clause(numeral)


def whose_age(numeral: Numeral) -> Token | None:
    """Return who is that old: "Ann Lee, 34, said", "aged 17", "died at the age of 95", "she was 34"."""
    holder = age_holder(numeral)
    if holder is not None and holder.i + 1 < len(holder.doc) and holder.nbor().ent_type_ == "PERSON":
        return next(word for word in reversed(holder.doc[: holder.i + 8]) if word.ent_type_ == "PERSON")
    return holder


def age_holder(numeral: Numeral) -> Token | None:
    """Return the noun or pronoun an age is said of."""
    root = numeral.root
    before = root.doc[numeral.words.start - 1] if numeral.words.start else root
    if root.dep_ in {"appos", "conj"} and before.text == "," and before.i:
        return root.doc[before.i - 1] if root.doc[before.i - 1].pos_ in NAMES | {"PRON"} else root.head
    if root.head.lower_ in {"age", "aged"} and root.head.head.pos_ in NAMES | {"NUM"}:
        holder = root.head.head
        return complement(holder, ("of",), numeral) or holder
    verb = verb_of(numeral)
    return subject_of(verb) if verb is not None else None


def lasted(numeral: Numeral) -> Token | None:
    """Return what took the time: "the storm lasted two hours", "suspended parliament for five weeks"."""
    verb = verb_of(numeral)
    words = numeral.words
    near = {word.lower_ for word in words.doc[max(words.start - 2, words.sent.start) : words.end + 1]}
    if verb is None or near & DEICTIC:
        return words.root
    preposition = numeral.stem.head
    if verb.lemma_.lower() in LASTING or (verb.lemma_ == "be" and preposition.lower_ == "in"):
        return subject_of(verb) or words.root
    if numeral.stem.dep_ == "dobj" or preposition.lower_ in SPANS_OF_TIME:
        return verb
    return words.root


def rate_of(numeral: Numeral) -> Token | None:
    """Return the noun whose value the number is: "a dud rate of 2%", "rates above 3%", "a price of $5"."""
    preposition = numeral.stem.head
    if numeral.stem.dep_ != "pobj" or preposition.pos_ not in {"ADP", "SCONJ"}:
        return None
    head = preposition.head
    if head.pos_ in NAMES and head.i < preposition.i:
        changed = head.lemma_.lower() in CHANGE_NOUNS
        return (complement(head, ("in",), numeral) if changed else None) or head
    if head.pos_ == "ADJ" and head.head.pos_ in NAMES and head.dep_ == "amod":
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


def people(numeral: Numeral) -> Token | None:
    """Return what was done to a bare number of people: "killed" of "at least 20 were killed"."""
    verb = numeral.stem.head
    if verb.lemma_.lower() not in DONE_TO_PEOPLE:
        return None
    return verb if numeral.stem.dep_ in SUBJECTS else numeral.root


def fate(numeral: Numeral) -> Token | None:
    """Return the word after a bare number that says what became of people: "dead" of "27 dead"."""
    doc, end = numeral.words.doc, numeral.words.end
    return doc[end] if end < len(doc) and doc[end].lower_ in FATES else None


def of_the_clause(numeral: Numeral) -> Token | None:
    """Return the object or subject of the verb that governs the number: "rates were 49%", "raised wages by 3%"."""
    verb = verb_of(numeral)
    if verb is None:
        return None
    return object_of(verb, numeral) or named_subject(verb)


def described(numeral: Numeral) -> Token | None:
    """Return the noun that a unit closes or that follows it at once: "the MacBook 16 inch", "now-18-month-old son"."""
    for child in numeral.root.lefts:
        if child.dep_ in {"compound", "nmod"} and child.pos_ in NAMES and child.i < numeral.words.start:
            return child
    doc, end = numeral.words.doc, numeral.words.end
    after = doc[end] if end < len(doc) else None
    if after is None or after.pos_ not in NAMES or after.i in numeral.taken or after.ent_type_ in {"DATE", "TIME"}:
        return None
    return innermost(after, numeral)


def beside(numeral: Numeral) -> Token | None:
    """Return the name right before a number that hangs on nothing: "Dow +0.2%", "Ann Lee (0.5 points)"."""
    sentence = numeral.words.sent
    doc = sentence.doc
    for i in range(numeral.words.start - 1, max(sentence.start, numeral.words.start - 5) - 1, -1):
        word = doc[i]
        if word.pos_ in NAMES and word.idx < numeral.match.start:
            return word
        if word.idx < numeral.match.start and word.lower_ not in LEADING:
            return None
    return None


def ticker(numeral: Numeral) -> Token | None:
    """Return the name that a movement follows without a verb: "Acme, down 68p", "Apple up 3%, Initech by 2%"."""
    doc, start = numeral.words.doc, numeral.words.start
    first = numeral.words.sent.start
    while start > first and doc[start - 1].idx >= numeral.match.start:
        start -= 1
    if start - first < NEAR or doc[start - 1].lower_ not in MOVEMENTS:
        return None
    name = doc[start - 2] if doc[start - 2].text != "," else doc[start - 3]
    if name.pos_ not in NAMES or name.ent_type_ in {"DATE", "TIME"} or name.i in numeral.taken or name.i < first:
        return None
    if doc[start - 1].lower_ == "by" and doc[max(name.left_edge.i - 1, 0)].text not in {",", "and", ";"}:
        return None
    while name.dep_ == "pobj" and name.head.head.pos_ in NAMES:
        name = name.head.head
    return name


def in_brackets(numeral: Numeral) -> Token | None:
    """Return the noun before a bracket that opens on the number: "the second striker (12 goals)"."""
    doc, start = numeral.words.doc, numeral.words.start
    opened = start > 1 and doc[start - 1].text in {"(", "["}
    return doc[start - 2] if opened and doc[start - 2].pos_ in NAMES else None


EVERY: Final[frozenset[str]] = frozenset()
MOVED: Final = frozenset({"percent", "money", "count"})
COUNTS: Final = frozenset({"count", "ordinal"})
TEMPLATES: Final[tuple[tuple[frozenset[str], Callable[[Numeral], Token | None]], ...]] = (
    (frozenset({"money"}), worth),
    (frozenset({"count"}), fate),
    (frozenset({"count"}), size_of),
    (frozenset({"percent", "money", "count"}), spent_on),
    (frozenset({"ordinal"}), occasion),
    (EVERY, part_of),
    (EVERY, counted),
    (frozenset({"count"}), people),
    (frozenset({"age"}), whose_age),
    (frozenset({"duration"}), lasted),
    (EVERY, in_brackets),
    (MOVED, ticker),
    (frozenset({"age", "measure"}), described),
    (EVERY, compared),
    (EVERY, rate_of),
    (EVERY, of_the_clause),
    (EVERY, beside),
)
