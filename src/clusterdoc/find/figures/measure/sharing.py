"""Which numbers share what they measure: conversions, pairs, and rows that name it once.

A rule takes the numbers of a text and the position of one, and returns the position of the number whose meaning it
takes over, its model, or None. The first rule that fits wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.around import texts_after, word_before
from clusterdoc.find.figures.measure.carriers import change_noun
from clusterdoc.find.figures.measure.clause import bare_noun_after, complement, verb_of
from clusterdoc.find.figures.measure.measuring_words import (
    CHANGE_NOUNS,
    COMPARED_WITH,
)
from clusterdoc.find.figures.measure.models import first_model, sharing, sharing_with_last
from clusterdoc.find.figures.measure.nouns import counted
from clusterdoc.find.figures.measure.shared_counts import (
    another,
    count_of_the_same,
    described_alike,
    in_contrast,
    names_a_noun,
    ordinal,
    parallel,
    the_same,
)
from clusterdoc.find.figures.measure.shared_parts import (
    few_of_them,
    of_it,
    of_them,
    part_of_measure,
    part_of_number,
    share_of_the_same,
    the_rest,
)
from clusterdoc.find.figures.measure.table_rows import (
    LONGEST_ROW,
    alike,
    between,
    continues,
    has_verb,
    joined,
    positions_before,
    restates,
)
from clusterdoc.find.figures.measure.templates.clausal import led_by
from clusterdoc.find.figures.measure.templates.durations import is_deictic
from clusterdoc.find.figures.measure.templates.purposes import spent_on
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.syntax import is_dated, subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from clusterdoc.find.figures.measure.models import Model
    from clusterdoc.find.figures.measure.parsed import ParsedNumber


def shared_with(numbers: Sequence[ParsedNumber], position: int) -> Model | None:
    """Return whose meaning a number takes over although its own position might show one; None where its own decides."""
    rules = ALWAYS if names_a_noun(numbers[position]) else BEFORE
    return first_model(rules, numbers, position)


def fallback(numbers: Sequence[ParsedNumber], position: int) -> Model | None:
    """Return whose meaning a number takes over when its own position shows none."""
    return first_model(AFTER, numbers, position)


@sharing("conversion", "The {drive} is 5 miles ([8 km]).", moves=True)
def conversion(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the number that this one converts."""
    near = positions_before(position)
    return next((i for i in near if numbers[i].match.start == numbers[position].match.same_as), None)


@sharing(
    "change of it",
    "{Net sales} were $71.2 million, an increase of [6.0%].",
    "{Net sales} were $71.2 million, a 6% increase from [$65 million].",
    "{Sales} were $5m, a [6%] increase.",
    but=("Sales were $5m, a [6%] increase in {units}.",),
)
def change_of_it(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the number before one that a noun of change says the change of."""
    one, other = numbers[position - 1], numbers[position]
    words = behind_its_noun(one, between(one, other))
    noun = change_noun(other)
    linked = 0 < len(words) < LONGEST_LINK and all(is_link(word) for word in words)
    if not position or noun is None or not linked:
        return None
    changed = complement(noun, ("in", "of", "on"), other)
    if changed is not None and changed.lemma_.lower() not in COMPARED_WITH:
        return None
    return compared_one(numbers, position - 1)


def compared_one(numbers: Sequence[ParsedNumber], position: int) -> int:
    """Return the number that one after "versus" stands against: "$5.61 vs. consensus of $5.50, an increase"."""
    if not position or numbers[position - 1].sentence != numbers[position].sentence:
        return position
    words = between(numbers[position - 1], numbers[position])
    against = any(word.lower_ in {"vs", "vs.", "versus", "compared", "against"} for word in words)
    return position - 1 if against and not has_verb(words) else position


def behind_its_noun(one: ParsedNumber, words: Span) -> Span:
    """Return the words between two numbers after what the first counts and a time: "190m passengers last year,"."""
    noun = counted(one)
    first = max(noun.i + 1, words.start) if noun is not None else words.start
    while first < words.end - 1 and is_dated(words.doc[first]):
        first += 1
    return words.doc[first : words.end]


def is_link(word: Token) -> bool:
    """Return whether a word may stand between an amount and its change: ", a sharp increase of", "increase from"."""
    if is_dated(word) or word.lower_ == "at":
        return True  # "$76.26 at 5 pm, a decline of"
    return word.lower_ in LINKING or word.lemma_.lower() in CHANGE_NOUNS or word.pos_ in {"ADJ", "ADV", "SYM"}


@sharing("joined", "Sent were 155mm howitzers, [155mm] and 105mm {artillery ammunition}.")
def next_noun(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the next number of a row, whose noun this one shares."""
    for after in range(position + 1, min(position + LONGEST_ROW, len(numbers))):
        if not joined(numbers[after - 1], numbers[after]):
            return None
        if counted(numbers[after]) is not None:
            return after
    return None


@sharing_with_last(
    "continued",
    "{Unemployment} rose from 3% to [5%].",
    but=("Prices start from £20 for adults and [£10] for {children}.",),
)
def continued(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a number only goes on from the one before it."""
    return continues(one, other) and not has_its_own_purpose(one, other) and led_by.find(other) is None


def has_its_own_purpose(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether each of two sums is for something: "spend £2m on roads and £1m on parks"."""
    after = {word for number in (one, other) for word in texts_after(number, 1)}
    if after == {"in"}:
        return None not in [
            bare_noun_after(number, "in") for number in (one, other)
        ]  # "$5m in revenues and $6m in costs"
    return after in ({"on"}, {"for"}) and None not in [spent_on.find(number) for number in (one, other)]


@sharing("comparison", "The {dropout rate} is 3%, against [11%] in May.")
def comparison(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the number that this one stands against."""
    other = numbers[position]
    word = word_before(other)
    against = word.lower_ in {"against", "versus"} or (
        word.lower_ in {"with", "to"} and word.doc[max(word.i - 1, 0)].lower_ == "compared"
    )
    near = positions_before(position) if against else ()
    return next((i for i in near if alike(numbers[i], other)), None)


@sharing("row", "The {turnout} was about 71%, [some 25%] higher than last year.")
def row(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the last number like this one in a list without verbs."""
    other = numbers[position]
    alone = names_a_group(other) or (other.match.kind == "duration" and is_deictic(other))
    near = positions_before(position) if not alone else ()
    for back in near:
        one = numbers[back]
        if one.sentence != other.sentence or has_verb(between(one, other)):
            break
        if other.match.unit is not None and alike(one, other):
            return back
    return None


@sharing(
    "those of that age",
    "Of the 212 {patients}, 139 were under [five].",
    but=("Of the 212 patients, 139 were {men} under [five].",),
)
def those_of_that_age(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the count that is the subject of what bounds an age: "139 were under five"."""
    other = numbers[position]
    verb = verb_of(other) if other.match.kind == "age" else None
    subject = subject_of(verb) if verb is not None else None
    if not position or subject is None or subject.i not in other.taken:
        return None
    one = numbers[position - 1]
    return position - 1 if one.holds(subject) and one.match.kind == "count" else None


def names_a_group(number: ParsedNumber) -> bool:
    """Return whether an age is the noun for those who have it: "two 17-year-olds", "the over-60s"."""
    return number.match.kind == "age" and number.words.text.lower().endswith("s")


@sharing_with_last("restated", "{Crude oil} gained $1.42, or [1.8%].", moves=True)
def restated(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a number says the one before it again in another unit."""
    return restates(one, other) and part_of(other) is None


@sharing_with_last(
    "share of it",
    "{Profit} fell 2% to $610 million, or [11.7%] of sales.",
    but=("It hired 50 men, or [4%] of all {workers}.",),
)
def share_of_it(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether a share only puts the amount before it beside another amount."""
    return part_of(other) is not None and restates(one, other)


LINKING: Final = frozenset({",", "(", "a", "an", "the", "or", "with", "of", "from", "by", "to", "and", "representing"})
LONGEST_LINK: Final = 9
ALWAYS: Final = (conversion, of_them, of_it, part_of_measure, change_of_it, count_of_the_same, described_alike)
BEFORE: Final = (
    conversion,
    restated,
    share_of_it,
    change_of_it,
    the_same,
    the_rest,
    in_contrast,
    ordinal,
    next_noun,
    continued,
    part_of_number,
    share_of_the_same,
    few_of_them,
    another,
    comparison,
    parallel,
)
AFTER: Final = (those_of_that_age, row)
SHARINGS: Final = tuple(dict.fromkeys((*ALWAYS, *BEFORE, *AFTER)))
