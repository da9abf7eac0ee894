"""Which numbers share what they measure: conversions, pairs, and rows that name it once.

A rule takes the numbers of a text and the position of one, and returns the position of the number whose meaning it
takes over, its model, or None. The first rule that fits wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.clause import bare_noun_after, complement, verb_of
from clusterdoc.find.figures.measure.measuring_words import (
    CHANGE_NOUNS,
    DENOMINATORS,
)
from clusterdoc.find.figures.measure.models import first_model, sharing
from clusterdoc.find.figures.measure.nouns import change_noun, counted
from clusterdoc.find.figures.measure.shared_counts import (
    another,
    count_of_the_same,
    described_alike,
    few_of_them,
    in_contrast,
    names_a_noun,
    of_it,
    of_them,
    ordinal,
    parallel,
    part_of_measure,
    part_of_number,
    share_of_the_same,
    the_rest,
    the_same,
)
from clusterdoc.find.figures.measure.table_rows import (
    LONGEST_ROW,
    alike,
    before,
    between,
    continues,
    has_verb,
    joined,
    positions_before,
    restates,
)
from clusterdoc.find.figures.measure.templates.clausal import led_by
from clusterdoc.find.figures.measure.templates.durations import is_deictic
from clusterdoc.find.figures.measure.templates.noun_phrases import COMPARED_WITH
from clusterdoc.find.figures.measure.templates.purposes import spent_on
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.syntax import subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from clusterdoc.find.figures.measure.models import Model
    from clusterdoc.find.figures.measure.parsed import ParsedNumber


def shared_with(numbers: Sequence[ParsedNumber], position: int) -> Model | None:
    """Return whose meaning a number takes over although its own place might tell; None when its own decides."""
    rules = ALWAYS if names_a_noun(numbers[position]) else BEFORE
    return first_model(rules, numbers, position)


def fallback(numbers: Sequence[ParsedNumber], position: int) -> Model | None:
    """Return whose meaning a number takes over whose own place tells nothing."""
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
    if not position or noun is None or not linked or one.sentence != other.sentence:
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
    """Return the words between two numbers behind what the first counts and a time: "190m passengers last year,"."""
    noun = counted(one)
    first = noun.i + 1 if noun is not None and noun.i + 1 <= words.end and noun.i >= words.start else words.start
    while first < words.end - 1 and words.doc[first].ent_type_ in {"DATE", "TIME"}:
        first += 1
    return words.doc[first : words.end]


def is_link(word: Token) -> bool:
    """Return whether a word may stand between an amount and its change: ", a sharp increase of", "increase from"."""
    if word.ent_type_ in {"DATE", "TIME"} or word.lower_ == "at":
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


@sharing(
    "continued",
    "{Unemployment} rose from 3% to [5%].",
    but=("Prices start from £20 for adults and [£10] for {children}.",),
)
def continued(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the number that this one only goes on from."""
    one, other = numbers[position - 1], numbers[position]
    apart = has_its_own_purpose(one, other) or led_by.find(other) is not None
    return position - 1 if position and continues(one, other) and not apart else None


def has_its_own_purpose(one: ParsedNumber, other: ParsedNumber) -> bool:
    """Return whether each of two sums is for something: "spend £2m on roads and £1m on parks"."""
    after = {number.words.doc[number.words.end].lower_ for number in (one, other) if is_followed(number)}
    if after == {"in"} and None not in (bare_noun_after(one, "in"), bare_noun_after(other, "in")):
        return True  # "$5m in revenues and $6m in costs"
    return len(after) == 1 and after <= {"on", "for"} and None not in (spent_on.find(one), spent_on.find(other))


def is_followed(number: ParsedNumber) -> bool:
    """Return whether a word follows a number."""
    return number.words.end < len(number.words.doc)


@sharing("comparison", "The {dropout rate} is 3%, against [11%] in May.")
def comparison(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the number that this one stands against."""
    other = numbers[position]
    word = before(other)
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


@sharing("restated", "{Crude oil} gained $1.42, or [1.8%].", moves=True)
def restated(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the number before one that says it again in another unit."""
    again = position and restates(numbers[position - 1], numbers[position]) and part_of(numbers[position]) is None
    return position - 1 if again else None


@sharing(
    "share of it",
    "{Profit} fell 2% to $610 million, or [11.7%] of sales.",
    but=("It hired 50 men, or [4%] of all {workers}.",),
)
def share_of_it(numbers: Sequence[ParsedNumber], position: int) -> int | None:
    """Return the amount before a share that only puts it beside another amount."""
    whole = part_of(numbers[position])
    compares = whole is not None and whole.lemma_.lower() in DENOMINATORS
    return position - 1 if position and compares and restates(numbers[position - 1], numbers[position]) else None


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
