"""What a number measures by the noun phrase it stands in: the noun it counts, modifies, is part or value of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.measuring_words import (
    CHANGE_NOUNS,
    DESCRIBING,
    DIMENSIONS,
    EXPECTING,
    GRADES,
    OF_A_RATE,
    PHYSICAL,
    POINTING,
    SIZES,
)
from clusterdoc.find.figures.measure.parsed import is_time_on_time, once
from clusterdoc.find.figures.measure.word_span import Words
from clusterdoc.find.syntax import NOUNS, outer_noun, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

NOUN_SLOTS: Final = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "poss", "predet"})

MOST_HEADS: Final = (
    30  # one above the other: in text that no person wrote each word of a thousand is the next one's head
)
RANKED_SLOTS: Final = NOUN_SLOTS | {"advmod"}  # "a third unseen object": the parser hangs the third on "unseen"
LONGEST_BRACKET: Final = 12  # tokens of "($6m, €5m)"
LONGEST_PREFIX: Final = 4  # "co-authors", "ex-ministers", "non-members"
OR_TWO: Final = frozenset({"a", "an", "another"})
DETERMINING: Final = frozenset({"a", "an", "its", "their", "his", "her", "alleged"})


@once
def counted(number: ParsedNumber) -> Token | None:
    """Return the noun that a number stands before: "two police officers", "155mm howitzers", "a 3% rise in wages"."""
    doc, end = number.words.doc, number.words.end
    if end < len(doc) and doc[end].lower_ in {"per", "/", ")", "]"}:
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
    """Return whether a noun after an amount is who expected it: "the $3.7 billion analysts had forecast"."""
    return noun.dep_ == "nsubj" and noun.i < noun.head.i and noun.head.lemma_.lower() in EXPECTING


@once
def noun_after(number: ParsedNumber) -> Token | None:
    """Return the noun that a number stands before, or is hyphened to: "cylinder" of "six-cylinder engines"."""
    doc, end = number.words.doc, number.words.end
    if (hyphened := hyphened_noun(number)) is not None:
        return described_by(hyphened)
    if (noun := before_or(number) or noun_of_ratio(number) or past_brackets(number)) is not None:
        return noun
    for token in heads_after(number):
        if token.pos_ == "PROPN" and number.root.dep_ == "advmod":
            return None  # "the first impeached, Trump"
        if is_time_on_time(token) or stands_behind_and(token, number):
            return None
        if token.i not in number.taken and (token.pos_ in NOUNS or is_misread(token, number)):
            return past_hyphen(innermost(token, number))
    return doc[end] if end < len(doc) and is_misread(doc[end], number) else None


def stands_behind_and(noun: Token, number: ParsedNumber) -> bool:
    """Return whether "and" parts an amount from a noun that is another's: "Ott at 3% and Kerr at 1%"."""
    if number.match.unit is None:
        return False
    between = number.words.doc[number.words.end : noun.i]
    return any(word.dep_ == "cc" and word.nbor().i not in number.taken for word in between) and noun.pos_ == "PROPN"


def past_brackets(number: ParsedNumber) -> Token | None:
    """Return the noun behind the conversion of a sum in brackets: "loan" of "a £5m ($6m) loan"."""
    doc, at = number.words.doc, number.words.end
    led = number.match.kind == "money" and doc[max(number.words.start - 1, 0)].tag_ in {"DT", "PRP$"}
    if not led or at + 2 >= len(doc) or doc[at].text != "(" or at + 1 not in number.taken:
        return None
    closed = next((i for i in range(at + 1, min(at + LONGEST_BRACKET, len(doc) - 1)) if doc[i].text == ")"), None)
    noun = doc[closed + 1] if closed is not None else None
    return innermost(noun, number) if noun is not None and noun.tag_ in {"NN", "NNS"} else None


def hyphened_noun(number: ParsedNumber) -> Token | None:
    """Return the noun that a hyphen ties to a bare number: "cylinder" of "six-cylinder"."""
    doc, end = number.words.doc, number.words.end
    if number.match.unit is not None or end + 1 >= len(doc) or doc[end].text != "-":
        return None
    return doc[end + 1] if doc[end + 1].pos_ == "NOUN" else None


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
    after = number.words.doc[number.words.end] if number.words.end < len(noun.doc) else noun
    return after.lemma_.lower() == "point" and after.i not in (noun.i, number.root.i)


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


def past_hyphen(noun: Token) -> Token:
    """Return the noun that a hyphen joins another to, as the parser may part them: "authors" of "five co-authors"."""
    doc, after = noun.doc, noun.i + 2
    joined = after < len(doc) and doc[after - 1].text == "-" and not (noun.whitespace_ or doc[after - 1].whitespace_)
    return doc[after] if joined and doc[after].pos_ in NOUNS and len(noun) <= LONGEST_PREFIX else noun


def described_by(noun: Token) -> Token:
    """Return the noun that a hyphened one describes, "quake" of "a 6.1-magnitude quake"; another as it is."""
    graded = noun.lemma_.lower() in GRADES | DESCRIBING and noun.dep_ in NOUN_SLOTS and noun.head.pos_ in NOUNS
    return noun.head if graded and noun.head.i > noun.i else noun


def is_misread(word: Token, number: ParsedNumber) -> bool:
    """Return whether a word after a number is a plural noun that the parser took for a verb: "11 rebounds"."""
    match = number.match
    many = match.unit is None and match.kind == "count" and match.value != 1 and number.root.dep_ != "pobj"
    return many and word.tag_ == "VBZ" and word.pos_ == "VERB" and word.i - 1 in number.taken


def before_or(number: ParsedNumber) -> Token | None:
    """Return the noun before "or" that a bare number goes on with: "week" of "a week or two"."""
    doc, start = number.words.doc, number.words.start
    if number.match.unit is not None or start - number.sentence < len(OR_TWO) or doc[start - 1].lower_ != "or":
        return None
    return doc[start - 2] if doc[start - 2].tag_ == "NN" and doc[start - 3].lower_ in OR_TWO else None


def suspended(number: ParsedNumber) -> bool:
    """Return whether a hyphen after a number waits for the next one's noun: "four-" of "four- and six-cylinder"."""
    doc, end = number.words.doc, number.words.end
    hangs = number.words.text.endswith("-") or (end < len(doc) and doc[end].text == "-")
    after = end if number.words.text.endswith("-") else end + 1
    return hangs and after < len(doc) and doc[after].lower_ in {",", "and", "or", "to"}


def innermost(noun: Token, number: ParsedNumber) -> Token:
    """Return the noun a unit stands before, past nouns that only describe it: "tusk" of "a five-foot narwhal tusk"."""
    if number.match.unit is None:
        return noun
    while noun.dep_ in {"compound", "nmod"} and noun.i < noun.head.i and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun


def compounds(noun: Token, number: ParsedNumber) -> Words | None:
    """Return the nouns right before a noun: "CPI inflation" of "the latest CPI inflation projection"."""
    start = noun.i
    while start > noun.left_edge.i and noun.doc[start - 1].pos_ in NOUNS and start - 1 not in number.taken:
        start -= 1
    if start == noun.i or closes_time_on_time(noun.doc[noun.i - 1]):
        return None  # "a 9% year-over-year increase"
    before = noun.doc[start - 1] if start else noun
    described = before.pos_ == "ADJ" and before.dep_ == "amod" and before.lemma_.lower() not in POINTING
    return Words(noun.doc, start - described, noun.i)


def closes_time_on_time(word: Token) -> bool:
    """Return whether a word ends "year on year" or "year-over-year"."""
    before = [one.lower_ for one in word.doc[max(word.i - 4, 0) : word.i] if one.text != "-"][-2:]
    return len(before) > 1 and before[1] in {"on", "over"} and before[0] == word.lower_


def first_of_row(token: Token) -> Token:
    """Return the first of numbers joined by "and" or "or": "two" of "two or three packages"."""
    while token.dep_ == "conj" and token.head.like_num and token.head.i < token.i:
        token = token.head
    return token


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
    return noun if free and noun is not None and noun.ent_type_ not in {"DATE", "TIME"} else None


def described_noun_of(number: ParsedNumber) -> Token | None:
    """Return the noun that a unit closes or that follows it at once: "the MacBook 16 inch", "now-18-month-old son"."""
    of_size = number.match.kind in {"age", "measure"}
    if of_size and (named := named_before(number)) is not None:
        return named
    doc, end = number.words.doc, number.words.end
    if end >= len(doc) or not (of_size or doc[number.words.start - 1].lower_ in DETERMINING):
        return None  # "a R575,600 loan"
    after = doc[end]
    free = (
        after.pos_ in NOUNS
        and not after.is_punct
        and after.i not in number.taken
        and after.ent_type_ not in {"DATE", "TIME"}
    )
    return innermost(after, number) if free else None


def named_before(number: ParsedNumber) -> Token | None:
    """Return the noun before a number whose unit closes its name: "the MacBook 16 inch"."""
    before = (child for child in number.root.lefts if child.i < number.words.start and child.pos_ in NOUNS)
    return next((noun for noun in before if noun.dep_ in {"compound", "nmod"}), None)
