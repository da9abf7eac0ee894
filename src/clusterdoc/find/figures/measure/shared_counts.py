"""Counts that share what they count: the same in another clause, the second of them, what they describe alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.around import word_before
from clusterdoc.find.figures.measure.clause import verb_of
from clusterdoc.find.figures.measure.line_labels import label_of_row
from clusterdoc.find.figures.measure.measuring_words import (
    DENOMINATORS,
    DONE_TO_PEOPLE,
    FATES,
    GETTING,
    SAME_IN_PLURAL,
)
from clusterdoc.find.figures.measure.models import sharing, sharing_with_last
from clusterdoc.find.figures.measure.nouns import counted, is_group_by_age, suspended
from clusterdoc.find.figures.measure.position import before_bracket, fate_of
from clusterdoc.find.figures.measure.shared_parts import is_near, last_of
from clusterdoc.find.figures.measure.table_rows import (
    between,
    gapped_subject,
    is_another,
    positions_before,
    restates,
)
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.syntax import SUBJECTS, has_lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

FARTHEST_PARALLEL: Final = 20
SINGLE_AND: Final = 2  # "opposition and"
BEFORE_ORDINAL: Final = frozenset({"DET", "PRON", "CCONJ", "PUNCT"})
DESCRIBING: Final = frozenset({"NN", "NNP", "JJ"})


def names_a_noun(number: ParsedNumber) -> bool:
    """Return whether a number has a noun of its own, which the noun of another number does not replace."""
    if label_of_row(number) is not None or is_group_by_age(number):
        return True
    whole = part_of(number)
    if whole is not None and number.match.kind == "percent" and whole.lemma_.lower() in DENOMINATORS:
        whole = None
    own = whole or noun_of_its_own(number) or fate_of(number) or gapped_subject(number) or noun_of_bracket(number)
    return own is not None and not suspended(number)


def noun_of_bracket(number: ParsedNumber) -> Token | None:
    """Return the noun of a bracket in a row of them: "women (3.5%), blacks (7%) and teenagers (12%)"."""
    one = number.before
    noun = before_bracket(number) if number.match.same_as is None else None
    if one is None or noun is None or one.sentence != number.sentence:
        return None
    return noun if one.words.end < noun.i and one.words.doc[one.words.end].text in {")", "]"} else None


def noun_of_its_own(number: ParsedNumber) -> Token | None:
    """Return the noun a number counts, but not the points of "1.1%, or 300 points"."""
    noun, one = counted(number), number.before
    points = has_lemma(noun, {"point"})
    return None if points and one is not None and restates(one, number) else noun


@sharing_with_last(
    "count of the same",
    "Keane is charged with five {counts of fraud}; Ott with [three].",
    "Norway has 12 {mines}, Sweden [nine] and Finland four.",
    but=("Labour is on 40, the {Greens} on [nine].",),
)
def count_of_the_same(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a bare count has only a new owner: "Norway has 12 mines, Sweden nine"."""
    if not are_counts_of_a_sentence(one, other) or gapped_subject(other) is None:
        return False
    noun = counted(one)
    if has_lemma(noun, {"point"}) and not is_gained(noun):
        return False  # a lead of points is each poll's own
    return noun is not None or gapped_subject(one) is not None


def are_counts_of_a_sentence(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a bare count and another stand in one sentence."""
    return other.match.is_bare_count and one.match.kind == "count" and one.sentence == other.sentence


def is_gained(noun: Token) -> bool:
    """Return whether a noun is what somebody got: "scored 12 points"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in GETTING


@sharing(
    "described",
    "[Six] opposition and nine independent {senators} voted.",
    "[Four] Labour and two Green {councillors} left.",
    but=("[Six] {teachers} and nine independent senators voted.", "[One] {opposition} and nine senators voted."),
    noun_only=True,
)
def described_alike(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the next number, whose noun this one only describes: "six opposition and nine independent senators"."""
    if position + 1 == len(numbers):
        return None
    one, other = numbers[position], numbers[position + 1]
    words, noun = between(one, other), counted(other)
    several = one.match.kind == other.match.kind == "count" and one.match.value != 1
    if noun is None or not several or len(words) != SINGLE_AND or words[1].lower_ not in {"and", "or"}:
        return None
    plural = noun.tag_ in {"NNS", "NNPS"} and words[0].tag_ in DESCRIBING
    return position + 1 if plural and words[0].lemma_.lower() not in SAME_IN_PLURAL | FATES else None


@sharing(
    "the same",
    "The ten {states} with the most guns had 5 murders; the [ten] with the fewest had one.",
    but=("The ten states won; the [ten] {men} left.",),
)
def the_same(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the count that "the ten with the fewest" names again: the same number of the same things."""
    other = numbers[position]
    if not other.match.is_bare_count or word_before(other).lower_ != "the":
        return None
    for back in positions_before(position):
        one = numbers[back]
        if one.sentence == other.sentence and one.match.value == other.match.value and counted(one) is not None:
            return back
    return None


@sharing(
    "ordinal",
    "The first {bomb} went off in the hall; the [second] in the yard.",
    but=("Ott won the first {race} and finished [12th].",),
)
def ordinal(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the ordinal before one that names nothing, not the place of who "finished third"."""
    number = numbers[position]
    if number.match.kind != "ordinal" or word_before(number).pos_ not in BEFORE_ORDINAL:
        return None
    model = last_of({"ordinal"}, numbers, position)
    return model if model is not None and is_near(numbers[model], number) else None


@sharing_with_last(
    "contrast",
    "Ott scored 12 {goals}, while Kerr managed [nine].",
    but=("Ott scored 12 goals, while Kerr paid [nine] {men}.",),
)
def in_contrast(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a bare count is the object of a clause set against that of another."""
    noun = counted(one)
    if noun is None or not are_counts_of_a_sentence(one, other):
        return False
    objects = noun.dep_ == other.stem.dep_ == "dobj"
    against = any(word.lower_ in {"while", "whereas", "but"} for word in between(one, other))
    return objects and against


@sharing_with_last(
    "parallel",
    "Brandt is charged with five {counts of fraud}; Keane is charged with [three].",
    "Some 96 {dockets} are with the court, and [201] are still open.",
    but=("Four boats sank, and [two] were {killed}.",),
)
def parallel(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a bare count stands in the same place of the same clause again as the one before it."""
    if not other.match.is_bare_count or one.match.kind != "count":
        return False
    noun, verb = counted(one), verb_of(other)
    if noun is None or verb is None or other.words.start - one.words.end > FARTHEST_PARALLEL:
        return False
    if other.stem.dep_ in SUBJECTS and verb.lemma_.lower() in DONE_TO_PEOPLE:
        return False
    subjects = other.stem.dep_ in SUBJECTS and noun.dep_ in SUBJECTS and one.sentence == other.sentence
    return subjects or (other.stem.dep_ == noun.dep_ and is_done_again(verb, noun.head))


def is_done_again(verb: Token, first: Token) -> bool:
    """Return whether a verb says what an earlier one, or the one above that, says: "is charged", "got", "won"."""
    return verb.lemma_ in {first.lemma_, first.head.lemma_} or {verb.lemma_, first.lemma_} <= GETTING


@sharing_with_last("another", "The firm hired 250 {engineers} and plans to add another [150].")
def another(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a bare number adds to the one before it."""
    return is_another(one, other)
