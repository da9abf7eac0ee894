"""What a number measures by the noun phrase it stands in: the noun it counts, modifies, is part or value of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.around import follows, is_followed_by, texts_after, word_after, word_before
from clusterdoc.find.figures.measure.measuring_words import (
    DESCRIBING,
    EXPECTING,
    GRADES,
)
from clusterdoc.find.figures.measure.parsed import is_time_on_time, once
from clusterdoc.find.syntax import NOUNS, is_dated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

NOUN_SLOTS: Final = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "poss", "predet"})

MOST_HEADS: Final = (
    30  # the most heads above a number: in generated text each of a thousand words may be the head of the next
)
RANKED_SLOTS: Final = NOUN_SLOTS | {"advmod"}  # "a third unseen object": the parser hangs the third on "unseen"
LONGEST_BRACKET: Final = 12  # tokens of "($6m, €5m)"
LONGEST_PREFIX: Final = 4  # "co-authors", "ex-ministers", "non-members"
OR_TWO: Final = frozenset({"a", "an", "another"})
DETERMINING: Final = frozenset({"a", "an", "its", "their", "his", "her", "alleged"})


@once
def counted(number: ParsedNumber) -> Token | None:
    """Return the noun that a number stands before: "two police officers", "155mm howitzers", "a 3% rise in wages"."""
    if is_followed_by(number, {"per", "/", ")", "]"}):
        return None  # "40 per 1,000 births", "€5/kg", "Reform (3%)--a small share"
    if number.root.lower_ == "another" and number.root.dep_ == "det":
        return number.root.head
    noun = noun_after(number)
    if noun is not None and number.match.unit is not None and (is_guesser(noun) or is_group_by_age(number)):
        return None
    return noun


def is_group_by_age(number: ParsedNumber) -> bool:
    """Return whether an age is the noun itself: "over-75s travel free", "under-fives"."""
    return number.match.kind == "age" and number.words.text.lower().endswith("s") and number.match.bound in {"<", ">"}


def is_guesser(noun: Token) -> bool:
    """Return whether a noun after an amount is who expected that amount: "the $3.7 billion analysts had forecast"."""
    return noun.dep_ == "nsubj" and noun.i < noun.head.i and noun.head.lemma_.lower() in EXPECTING


@once
def noun_after(number: ParsedNumber) -> Token | None:
    """Return the noun that a number stands before, or is hyphened to: "cylinder" of "six-cylinder engines"."""
    if (hyphened := hyphened_noun(number)) is not None:
        return described_by(hyphened)
    if (noun := before_or(number) or noun_of_ratio(number) or past_brackets(number)) is not None:
        return noun
    for token in heads_after(number):
        if token.pos_ == "PROPN" and number.root.dep_ == "advmod":
            return None  # "the first impeached, Trump"
        if is_time_on_time(token) or stands_behind_and(token, number):
            return None
        if token.i not in number.taken and token.pos_ in NOUNS:
            return past_hyphen(innermost(token, number))
    after = word_after(number)
    return after if after is not None and is_misread(after, number) else None


def stands_behind_and(noun: Token, number: ParsedNumber) -> bool:
    """Return whether "and" separates an amount from a noun with an amount of its own: "Ott at 3% and Kerr at 1%"."""
    if number.match.unit is None:
        return False
    between = number.words.doc[number.words.end : noun.i]
    return any(word.dep_ == "cc" and word.nbor().i not in number.taken for word in between) and noun.pos_ == "PROPN"


def past_brackets(number: ParsedNumber) -> Token | None:
    """Return the noun behind the conversion of a sum in brackets: "loan" of "a £5m ($6m) loan"."""
    led = number.match.kind == "money" and word_before(number).tag_ in {"DT", "PRP$"}
    if not led or not is_followed_by(number, {"("}):
        return None
    end = number.words.end
    behind = (word for word in number.words.doc[end + 1 : end + LONGEST_BRACKET] if word.nbor(-1).text == ")")
    noun = next(behind, None)
    return innermost(noun, number) if noun is not None and noun.tag_ in {"NN", "NNS"} else None


def hyphened_noun(number: ParsedNumber) -> Token | None:
    """Return the noun that a hyphen ties to a bare number: "cylinder" of "six-cylinder"."""
    if number.match.unit is not None or not is_followed_by(number, {"-"}):
        return None
    noun = word_after(number, past=1)
    return noun if noun is not None and noun.pos_ == "NOUN" else None


def noun_of_ratio(number: ParsedNumber) -> Token | None:
    """Return the noun of a ratio whose first number the parser hangs on the clause: "one in four children"."""
    last = number.words[-1]
    follows = last.dep_ == "nummod" and last.head.i >= number.words.end and last.head.pos_ in NOUNS
    return last.head if follows and number.match.kind == "ratio" else None


def heads_after(number: ParsedNumber) -> Iterator[Token]:
    """Yield the words after a number that it modifies: its head, the head of that."""
    token = first_of_row(number.root)
    slots = NOUN_SLOTS if number.match.kind != "ordinal" else RANKED_SLOTS
    for _ in range(MOST_HEADS):
        if token.dep_ not in slots or token.head.i <= token.i:
            return
        token = token.head
        yield token


def past_hyphen(noun: Token) -> Token:
    """Return the noun that a hyphen joins to another, which the parser may separate: "authors" of "five co-authors"."""
    doc, after = noun.doc, noun.i + 2
    joined = after < len(doc) and doc[after - 1].text == "-" and not noun.whitespace_
    return doc[after] if joined and doc[after].pos_ in NOUNS and len(noun) <= LONGEST_PREFIX else noun


def described_by(noun: Token) -> Token:
    """Return the noun that a hyphened one describes, "quake" of "a 6.1-magnitude quake"; another as it is."""
    graded = noun.lemma_.lower() in GRADES | DESCRIBING
    return noun.head if graded and noun.head.pos_ in NOUNS else noun


def is_misread(word: Token, number: ParsedNumber) -> bool:
    """Return whether a word after a number is a plural noun that the parser took for a verb: "11 rebounds"."""
    match = number.match
    many = match.is_bare_count and match.value != 1 and number.root.dep_ != "pobj"
    return many and word.tag_ == "VBZ" and word.pos_ == "VERB" and word.i - 1 in number.taken


def before_or(number: ParsedNumber) -> Token | None:
    """Return the noun before "or" that a bare number goes on with: "week" of "a week or two"."""
    if number.match.unit is not None or not follows(number, {"or"}):
        return None
    doc, start = number.words.doc, number.words.start
    article, noun = doc[max(start - 3, number.sentence)], doc[max(start - 2, number.sentence)]
    return noun if noun.tag_ == "NN" and article.lower_ in OR_TWO else None


def suspended(number: ParsedNumber) -> bool:
    """Return whether a hyphen after a number waits for the next one's noun: "four-" of "four- and six-cylinder"."""
    after = texts_after(number, 2)
    if number.words.text.endswith("-"):
        after = ["-", *after]
    return after[:1] == ["-"] and after[1:2] in ([","], ["and"], ["or"], ["to"])


def innermost(noun: Token, number: ParsedNumber) -> Token:
    """Return the noun a unit stands before, past nouns that only describe it: "tusk" of "a five-foot narwhal tusk"."""
    if number.match.unit is None:
        return noun
    while noun.dep_ in {"compound", "nmod"} and noun.i < noun.head.i and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun


def first_of_row(token: Token) -> Token:
    """Return the first of numbers joined by "and" or "or": "two" of "two or three packages"."""
    while token.dep_ == "conj" and token.head.like_num and token.head.i < token.i:
        token = token.head
    return token


def described_noun_of(number: ParsedNumber) -> Token | None:
    """Return the noun that a unit closes or that follows it at once: "the MacBook 16 inch", "now-18-month-old son"."""
    of_size = number.match.kind in {"age", "measure"}
    if of_size and (named := named_before(number)) is not None:
        return named
    doc, end = number.words.doc, number.words.end
    if end >= len(doc) or not (of_size or doc[number.words.start - 1].lower_ in DETERMINING):
        return None  # "a R575,600 loan"
    after = doc[end]
    free = after.pos_ in NOUNS and not after.is_punct and not is_dated(after)
    return innermost(after, number) if free else None


def named_before(number: ParsedNumber) -> Token | None:
    """Return the noun before a number whose unit closes its name: "the MacBook 16 inch"."""
    before = (child for child in number.root.lefts if child.i < number.words.start and child.pos_ in NOUNS)
    return next((noun for noun in before if noun.dep_ in {"compound", "nmod"}), None)
