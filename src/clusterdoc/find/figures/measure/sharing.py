"""Which numbers of a sentence share what they measure: conversions, pairs, and rows that name it once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.changes import preposition
from clusterdoc.find.figures.measure.nouns import counted, part_of, suspended
from clusterdoc.find.figures.measure.standing import fate
from clusterdoc.find.syntax import FINITE_OR_MODAL, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from clusterdoc.find.figures.measure.numeral import Numeral

JOINTS: Final = frozenset({"and", "or", ",", "to", "-", "–", "&", "/"})
LINKS: Final = frozenset({"to", "at", "from", "or", "$", "€", "£", "("})
FARTHEST: Final = 12
LONGEST_ROW: Final = 4


def shared_with(numeral: Numeral, numerals: Sequence[Numeral], position: int) -> int | None:
    """Return the position of the numeral whose noun this one shares: "155mm and 105mm ammunition"; None when its own.

    A number without a noun of its own takes that of the number it converts, of the next one it is joined to, of the
    one before it in a row ("49% for one, 53% for the other").
    """
    if numeral.match.same_as is not None:
        near = range(position - 1, max(position - LONGEST_ROW, -1), -1)
        return next((i for i in near if numerals[i].match.start == numeral.match.same_as), None)
    own = part_of(numeral) or counted(numeral) or fate(numeral)
    if own is not None and not suspended(numeral):
        return last_of("count", numerals, position) if own.lower_ in {"them", "these"} else None
    if numeral.match.kind == "ordinal":
        return last_of("ordinal", numerals, position)
    for after in range(position + 1, min(position + LONGEST_ROW, len(numerals))):
        if not joined(numerals[after - 1], numerals[after]):
            break
        if counted(numerals[after]) is not None:
            return after
    one = numerals[position - 1] if position else numeral
    if position and (goes_on(one, numeral) or is_part(one, numeral) or is_another(one, numeral)):
        return position - 1
    return compared_with(numerals, position)


def is_another(one: Numeral, other: Numeral) -> bool:
    """Return whether a bare number adds to the one before it: "hired 250 engineers and plans to add another 150"."""
    bare = other.match.kind == "count" and other.match.unit is None and before(other).lower_ == "another"
    return bare and one.match.kind in {"count", "duration"}


def is_part(one: Numeral, other: Numeral) -> bool:
    """Return whether a bare number is taken from the one before it: "Of the 1,100 cases, 730 were mild"."""
    words = between(one, other)
    same = one.sentence == other.sentence and one.match.kind == "count" and other.match.kind in {"count", "percent"}
    if not same or not 0 < len(words) <= FARTHEST or has_verb(words) or before(other).text != ",":
        return False
    word = before(one)
    if word.lower_ in {"the", "those", "these", "its", "their"} and word.i > one.sentence:
        word = word.nbor(-1)
    opens = word.i == one.sentence or word.nbor(-1).text == ","
    return opens and word.lower_ in {"of", "among"}


def compared_with(numerals: Sequence[Numeral], position: int) -> int | None:
    """Return the position of the number that this one stands against: "3% trust it, against 11% in May"."""
    other = numerals[position]
    word = before(other)
    against = word.lower_ in {"against", "versus"} or (
        word.lower_ in {"with", "to"} and word.doc[max(word.i - 1, 0)].lower_ == "compared"
    )
    near = range(position - 1, max(position - LONGEST_ROW, -1), -1) if against else ()
    return next((i for i in near if alike(numerals[i], other)), None)


def before(numeral: Numeral) -> Token:
    """Return the word before a number and its bound words; the number's first word at the start of a sentence."""
    i = numeral.words.start
    while i > numeral.sentence and (i == numeral.words.start or numeral.words.doc[i].idx >= numeral.match.start):
        i -= 1
    return numeral.words.doc[i]


def restates(one: Numeral, other: Numeral) -> bool:
    """Return whether a number says the one before it again in another unit: "fell by 4,000 tonnes, or 12%"."""
    noun = counted(one)
    words = [word.lower_ for word in between(one, other) if word.idx < other.match.start and word != noun]
    return words == [",", "or"] and not alike(one, other) and part_of(other) is None


def last_of(kind: str, numerals: Sequence[Numeral], position: int) -> int | None:
    """Return the position of the last numeral of a kind before one that names nothing: "two of them", "the second"."""
    near = range(position - 1, max(position - FARTHEST, -1), -1)
    return next((i for i in near if numerals[i].match.kind == kind), None)


def goes_on(one: Numeral, other: Numeral) -> bool:
    """Return whether a numeral only continues the one before it: "rose 3% to $4bn", "49% for one, 53% for another"."""
    words = between(one, other)
    if one.sentence != other.sentence or len(words) > FARTHEST:
        return False
    if 0 < len(words) <= len(JOINTS) and all(word.lower_ in LINKS or word.pos_ == "SYM" for word in words):
        return True
    head = other.root.head  # "10 metres wide and 4 metres deep"
    if one.match.kind == "age" and any(word.pos_ in NOUNS for word in words):
        return False  # "the defendant, 41, and her husband, 39"
    row = other.root.dep_ in {"conj", "appos"} or (head.pos_ == "ADJ" and head.dep_ == "conj")
    return not has_verb(words) and alike(one, other) and row


def between(one: Numeral, other: Numeral) -> Span:
    """Return the words between two numerals, none when they touch."""
    end = one.words.end
    return one.words.doc[end : max(end, other.words.start)]


def alike(one: Numeral, other: Numeral) -> bool:
    """Return whether two numerals of one sentence have the same kind and unit."""
    same = one.match.kind == other.match.kind and one.match.unit == other.match.unit
    return same and one.sentence == other.sentence


def joined(one: Numeral, other: Numeral) -> bool:
    """Return whether two like numerals stand side by side: "155mm and 105mm"."""
    words = between(one, other)
    return alike(one, other) and 0 < len(words) <= len(JOINTS) and all(word.lower_ in JOINTS for word in words)


def is_span(one: Numeral, other: Numeral) -> bool:
    """Return whether the unit of a number stands at the one before it alone: "from 21 mpg to 24"."""
    bare = other.match.kind == "count" and other.match.unit is None and counted(other) is None
    if is_another(one, other):
        return counted(other) is None  # "will last 72 hours and may go on for another 48"
    return bare and one.match.unit is not None and {preposition(one), preposition(other)} == {"from", "to"}


def like_before(numerals: Sequence[Numeral], position: int) -> int | None:
    """Return the position of the last number like this one in a list without verbs; None when there is none."""
    other = numerals[position]
    for back in range(position - 1, max(position - LONGEST_ROW, -1), -1):
        one = numerals[back]
        if one.sentence != other.sentence or has_verb(between(one, other)):
            break
        if other.match.unit is not None and alike(one, other):
            return back
    return None


def has_verb(words: Span) -> bool:
    """Return whether a stretch of words holds a finite verb."""
    return any(word.tag_ in FINITE_OR_MODAL and word.dep_ not in {"acl", "amod"} for word in words)
