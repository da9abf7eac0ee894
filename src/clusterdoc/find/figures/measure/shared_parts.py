"""Numbers that are part of another, or all but a part: two of them, the other three, only 12, "Of the 400, 35"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.around import word_before
from clusterdoc.find.figures.measure.models import sharing, sharing_with_last
from clusterdoc.find.figures.measure.nouns import counted
from clusterdoc.find.figures.measure.table_rows import (
    FARTHEST,
    between,
    has_verb,
    is_part_of_measure,
    positions_before,
)
from clusterdoc.find.figures.measure.wholes import part_of, stands_after_comma
from clusterdoc.find.syntax import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


@sharing("them", "Four {boats} left, and [two] of them sank.", but=("Four boats left with [two] of the {men}.",))
def of_them(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the count, or the time right before, that "two of them" is taken from."""
    number = numbers[position]
    whole = part_of(number) or counted(number)
    if whole is None or whole.lower_ not in {"them", "these"}:
        return None
    one = numbers[position - 1]
    timed = position and one.match.kind == "duration" and outnumbers(one, number)
    if timed and [word.text for word in between(one, number)] == [","]:
        return position - 1  # "jailed for six years, two of them suspended"
    return last_of({"count"}, numbers, position)


@sharing(
    "it",
    "The couple {owed} £212,000, [90%] of it to Ott.",
    "{Exports} came to $12bn, [a third] of them to China.",
    but=("The couple owed £212,000, [90%] of the {rent}.",),
)
def of_it(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the amount of the sentence that a share "of it" is taken from."""
    number = numbers[position]
    whole = part_of(number) if number.match.kind in {"percent", "ratio"} else None
    if whole is None or whole.lower_ not in {"it", "them"}:
        return None
    near = positions_before(position)
    amounts = (i for i in near if numbers[i].match.kind in {"money", "measure"})
    return next((i for i in amounts if numbers[i].sentence == number.sentence), None)


@sharing(
    "part of a measure",
    "They used only [38] of our 212 kilograms of {fuel}.",
    but=("They used only [38] of our 212 {lamps}.",),
)
def part_of_measure(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the measure or time that a bare number is taken from: "38 of our 212 kilograms of fuel"."""
    if position + 1 == len(numbers):
        return None
    return position + 1 if is_part_of_measure(numbers[position + 1], numbers[position]) else None


def is_near(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a number stands in the sentence of another or in the one before."""
    start = other.sentence
    before_it = one.words.doc[start - 1].sent.start if start else start
    return one.sentence in {start, before_it}


@sharing(
    "the rest",
    "Four {climbers} fell, and the other [three] walked home.",
    but=("Four boats left; the other [three] {men} stayed.",),
)
def the_rest(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the larger count that "the other three" are the rest of."""
    other = numbers[position]
    if not other.match.is_bare_count or word_before(other).lower_ not in {"other", "remaining"}:
        return None
    for back in positions_before(position):
        one = numbers[back]
        if counted(one) is not None and one.match.kind == "count" and outnumbers(one, other):
            return back if is_near(one, other) else None
    return None


def outnumbers(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a number is larger than another."""
    return (one.match.value or 0) > (other.match.value or 0)


@sharing(
    "share of the same",
    "Overall, 82 percent of {adults} slept well, and [3 percent] had a cold.",
    but=("Some 82 percent of adults slept well, and [3 percent] of {pupils} had a cold.",),
)
def share_of_the_same(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the share of something before one that is the subject of the next clause: a share of the same."""
    other = numbers[position]
    if other.match.kind != "percent" or other.stem.dep_ not in SUBJECTS or part_of(other) is not None:
        return None
    for back in positions_before(position):
        one = numbers[back]
        if one.sentence != other.sentence:
            return None
        if one.match.kind == "percent" and one.stem.dep_ in SUBJECTS and part_of(one) is not None:
            return back
    return None


@sharing_with_last(
    "few of them",
    "Ott planted 60 {oaks}; only [12] lived.",
    but=("Ott planted 60 oaks; only [12] {men} lived.",),
)
def few_of_them(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether "only 12" that are the subject of a clause are so many of a larger count before them."""
    if not other.match.is_bare_count or other.stem.dep_ not in SUBJECTS or not is_near(one, other):
        return False
    few = any(child.lower_ in {"only", "just", "barely"} for child in other.root.lefts)
    return few and counted(one) is not None and outnumbers(one, other)


@sharing(
    "part",
    "Of the 1,100 {cases}, [730] were mild.",
    "Of the 400 {trees} he planted, only [35] survived.",
    "Out of 30 {players}, only [nine] trained.",
    but=("The 1,100 cases cost [730] {people} their jobs.",),
)
def part_of_number(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the number before a bare one that is taken from it."""
    one, other = numbers[position - 1], numbers[position]
    words = between(one, other)
    same = one.sentence == other.sentence and one.match.kind == "count" and other.match.kind in {"count", "percent"}
    for back in positions_before(position):
        if numbers[back].match.kind == "count" and opens_with(numbers[back], other):
            return back
    if not position or not same or not 0 < len(words) <= FARTHEST or has_verb(words) or word_before(other).text != ",":
        return None
    word = word_before(one)
    if word.lower_ in {"the", "those", "these", "its", "their"} and word.i > one.sentence:
        word = word.nbor(-1)
    opens = word.i == one.sentence or word.nbor(-1).text == ","
    return position - 1 if opens and word.lower_ in {"of", "among"} else None


def opens_with(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a whole opens the sentence of its part: "Of the 400 trees he planted, only 35 survived"."""
    of = one.words.doc[one.sentence]
    if one.sentence != other.sentence:
        return False
    if of.lower_ == "out":
        of = of.nbor()
    if of.lower_ not in {"of", "among"} or not stands_after_comma(other):
        return False
    return of.is_ancestor(one.root)


def last_of(kinds: Collection[str], numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the position of the last number of some kinds before one that names nothing: "the second"."""
    near = positions_before(position, FARTHEST)
    return next((i for i in near if numbers[i].match.kind in kinds), None)
