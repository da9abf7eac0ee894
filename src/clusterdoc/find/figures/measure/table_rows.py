"""How two numbers of a text are related: next to each other, alike, one continuing the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.around import word_before, words_start
from clusterdoc.find.figures.measure.measuring_words import LENGTHS
from clusterdoc.find.figures.measure.nouns import counted
from clusterdoc.find.figures.measure.position import numbered
from clusterdoc.find.figures.measure.prepositions import preposition
from clusterdoc.find.syntax import FINITE_OR_MODAL, NOUNS, has_lemma, is_dated

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

JOINTS: Final = frozenset({"and", "or", ",", "to", "-", "–", "&", "/", "by", "x", "×"})
LINKS: Final = frozenset({"to", "at", "from", "or", "$", "€", "£", "("})
OPENING: Final = frozenset({",", ";", "and", "with", "while", "but"})
PREMODIFIERS: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
FARTHEST: Final = 12
LONGEST_ROW: Final = 4


def positions_before(position: int, farthest: int = LONGEST_ROW) -> range:
    """Return the positions of the numbers before one, the nearest first."""
    return range(position - 1, max(position - farthest, -1), -1)


def is_another(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a bare number adds to the one before it: "hired 250 engineers and plans to add another 150"."""
    added = other.match.is_bare_count and word_before(other).lower_ == "another"
    return added and one.match.kind in {"count", "duration"}


def restates(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a number follows one of another unit after "or": "fell by 4,000 tonnes, or 12%"."""
    near = between(one, other)
    if not 0 < len(near) <= FARTHEST:  # its bound words are among them
        return False
    noun = counted(one)
    words = [word.lower_ for word in near if word.idx < other.match.start and word != noun]
    points = has_lemma(noun, {"point"})  # "gained 40 points or 0.5 percent"
    said = words == [",", "or"] or (words == ["or"] and (points or one.match.unit is not None))
    said = said or (words == ["("] and points and other.match.kind == "percent")  # "rose 40 points (0.4%)"
    return said and not alike(one, other)


def continues(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a number only continues the one before it: "rose 3% to $4bn", "49% for one, 53% for another"."""
    words = between(one, other)
    if one.sentence != other.sentence or len(words) > FARTHEST:
        return False
    if is_linked(one, other) or continues_behind_a_time(one, other):
        return True
    if one.match.kind == "age" and any(word.pos_ in NOUNS for word in words):
        return False  # "the defendant, 41, and her husband, 39"
    return not has_verb(words) and alike(one, other) and is_conjunct(other)


def is_linked(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether only words that lead from one value to another separate two numbers: "1.9bn, from 1.8bn"."""
    words = between(one, other)
    said = [word.lower_ for word in words]
    if said == [",", "from"] or (said == ["by"] and is_span(one, other)):
        return True
    return 0 < len(words) <= len(JOINTS) and all(word.lower_ in LINKS or word.pos_ == "SYM" for word in words)


def is_conjunct(other: ParsedNumber) -> bool:
    """Return whether a number is joined to what stands before it: "10 metres wide and 4 metres deep"."""
    head = other.root.head
    return other.root.dep_ in {"conj", "appos"} or (head.pos_ == "ADJ" and head.dep_ == "conj")


def between(one: ParsedNumber, other: ParsedNumber) -> Span:
    """Return the words between two numbers, none when they touch."""
    end = one.words.end
    return one.words.doc[end : max(end, other.words.start)]


def alike(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether two numbers of one sentence have the same kind and unit."""
    same = one.match.kind == other.match.kind and one.match.unit == other.match.unit
    return same and one.sentence == other.sentence


def joined(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether two like numbers stand side by side: "155mm and 105mm"."""
    words = between(one, other)
    return alike(one, other) and 0 < len(words) <= len(JOINTS) and all(word.lower_ in JOINTS for word in words)


def is_span(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether the unit of a number stands at the one before it alone: "from 21 mpg to 24"."""
    bare = other.match.is_bare_count and counted(other) is None
    if is_part_of_measure(one, other):
        return True
    if bare and one.match.unit in LENGTHS and [word.lower_ for word in between(one, other)] == ["by"]:
        return True  # "60 metres by 25"
    if is_another(one, other):
        return counted(other) is None  # "will last 72 hours and may go on for another 48"
    return bare and one.match.unit is not None and {preposition(one), preposition(other)} == {"from", "to"}


def is_part_of_measure(whole: ParsedNumber, part: ParsedNumber) -> bool:
    """Return whether a bare number is a part of the measure or time after it: "38 of our 212 kilograms"."""
    words = between(part, whole)
    measured = whole.match.kind in {"measure", "duration"} and part.match.is_bare_count
    if not measured or part.sentence != whole.sentence or not len(words) or words[0].lower_ != "of":
        return False
    return all(word.tag_ == "PRP$" for word in words[1:])


def continues_behind_a_time(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether only a time stands before the level that a change comes from: "to 212 in May from 98"."""
    words = between(one, other)
    led = preposition(other) == "from" and preposition(one) == "to" and one.match.unit == other.match.unit
    if not led or not words or words[-1].lower_ != "from":
        return False
    return all(is_of_a_time(word) for word in words[:-1]) or continues_counted(one, words)


def continues_counted(one: ParsedNumber, words: Span) -> bool:
    """Return whether what a number counts and a time is all that stands behind it: "to 212 cases in May"."""
    noun = counted(one)
    return noun is not None and all(word.i <= noun.i or is_of_a_time(word) for word in words[:-1])


def is_of_a_time(word: Token) -> bool:
    """Return whether a word belongs to a time: "in the first quarter", ", last year"."""
    return is_dated(word) or word.is_punct or word.lower_ in {"in", "on", "by", "during", "the"}


def has_verb(words: Span) -> bool:
    """Return whether a stretch of words holds a finite verb."""
    return any(word.tag_ in FINITE_OR_MODAL and word.dep_ not in {"acl", "amod"} for word in words)


def gapped_subject(number: ParsedNumber) -> Token | None:
    """Return the subject before a number whose verb stands with the number before: "Ford fell 2%, GM 3%"."""
    one = last_alike(number)
    if one is None or has_verb(between(one, number)):
        return None
    at = words_start(number)
    if preposition(number) == "of":
        return None
    if at - 1 > one.words.end and preposition(number) and preposition(number) == preposition(one):
        at -= 1
    name = numbered(number.words.doc[at - 1])
    opens = opening_word(name)
    if opens.lower_ in {"and", "or"} and opens.i and is_thing(opens.nbor(-1), number):
        name = opens.nbor(-1)  # "fats and oils 6%"
        opens = opening_word(name)
    apart = opens.i >= one.words.end and opens.lower_ in OPENING
    return name if apart and is_thing(name, number) else None


def last_alike(number: ParsedNumber) -> ParsedNumber | None:
    """Return the last number of the same kind and unit before one in its sentence, past a level ("1% to $24")."""
    one = number.before
    if one is not None and not alike(one, number) and preposition(one) == "to":
        one = one.before
    return one if one is not None and alike(one, number) else None


def opening_word(noun: Token) -> Token:
    """Return the word before the noun phrase that ends in a noun."""
    start = noun.i
    while start and (noun.doc[start - 1].pos_ in PREMODIFIERS or noun.doc[start - 1].tag_ == "PRP$"):
        start -= 1
    return noun.doc[max(start - 1, 0)]


def is_thing(word: Token, number: ParsedNumber) -> bool:
    """Return whether a word is a noun for things that can be counted: not a time, not another number."""
    return word.pos_ in NOUNS and not is_time(word) and word.i not in number.taken


def is_time(word: Token) -> bool:
    """Return whether a noun says when: a date of the model's, "this time"."""
    return is_dated(word) or word.lemma_.lower() == "time"
