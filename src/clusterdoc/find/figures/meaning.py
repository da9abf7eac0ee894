"""Numerals to what they mean: the counted unit and what is measured, shared where several numbers share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.clause import verb_of
from clusterdoc.find.figures.counted import COUNTING, counted_unit
from clusterdoc.find.figures.match import NumberMatch
from clusterdoc.find.figures.measured import measured
from clusterdoc.find.figures.nouns import counted, part_of
from clusterdoc.find.figures.numeral import Numeral
from clusterdoc.find.figures.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

    from clusterdoc import facts

JOINTS: Final = frozenset({"and", "or", ",", "to", "-", "–", "&", "/"})
LINKS: Final = frozenset({"to", "at", "from", "or", "$", "€", "£", "("})
FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
FARTHEST: Final = 12
LONGEST_ROW: Final = 4


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a parse adds to a number: its counted unit and the words for what it measures."""

    unit: str | None = None
    of: facts.Span | None = None


def understand(numerals: Sequence[Numeral]) -> list[Meaning]:
    """Return what each numeral measures, in their order."""
    found: list[Meaning] = []
    for position, numeral in enumerate(numerals):
        model = shared_with(numeral, numerals, position)
        if model is None:
            own = meaning(numeral)
            found.append(own if own.of is not None or not position else in_a_row(own, numerals, position, found))
        else:
            found.append(shared(numeral, found[model] if model < position else meaning(numerals[model])))
    return found


def dated_phrase(doc: Doc, start: int, end: int) -> facts.Span | None:
    """Return what a date dates: the noun it stands before ("a 2009 law"), else what happened then ("thanked them")."""
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None or not len(words):
        return None
    numeral = Numeral(NumberMatch(start, end, start, end, "date"), words)
    noun = counted(numeral)
    if noun is not None:
        return phrase(noun, numeral)
    verb = verb_of(numeral)
    if verb is not None and verb.lemma_ == "do" and verb.dep_ == "advcl":
        verb = verb.head  # "waived the rule, just as he did in 2021"
    return phrase(verb, numeral) if verb is not None and verb.pos_ == "VERB" else None


def shared(numeral: Numeral, model: Meaning) -> Meaning:
    """Return the meaning of a numeral that measures what another one does, in its own unit."""
    unit = counted_unit(numeral)
    return Meaning(model.unit if unit is None and numeral.match.kind in COUNTING else unit, model.of)


def meaning(numeral: Numeral) -> Meaning:
    """Return what a numeral measures by its own place in the parse."""
    token = measured(numeral)
    return Meaning(counted_unit(numeral), phrase(token, numeral) if token is not None else None)


def in_a_row(own: Meaning, numerals: Sequence[Numeral], position: int, found: Sequence[Meaning]) -> Meaning:
    """Return the meaning of a numeral that names nothing in a list without verbs: that of the last one like it."""
    other = numerals[position]
    for back in range(position - 1, max(position - LONGEST_ROW, -1), -1):
        one = numerals[back]
        if has_verb(one.words.doc[one.words.end : other.words.start]):
            break
        if other.match.unit is not None and alike(one, other):
            return Meaning(own.unit, found[back].of)
    return own


def has_verb(words: Span) -> bool:
    """Return whether a stretch of words holds a finite verb."""
    return any(word.tag_ in FINITE and word.dep_ not in {"acl", "amod"} for word in words)


def shared_with(numeral: Numeral, numerals: Sequence[Numeral], position: int) -> int | None:
    """Return the position of the numeral whose noun this one shares: "155mm and 105mm ammunition"; None when its own.

    A number without a noun of its own takes that of the number it converts, of the next one it is joined to, of the
    one before it in a row ("49% for one, 53% for the other").
    """
    if numeral.match.same_as is not None:
        return next((i for i in range(position) if numerals[i].match.start == numeral.match.same_as), None)
    own = part_of(numeral) or counted(numeral)
    if own is not None:
        return last_of("count", numerals, position) if own.lower_ in {"them", "these"} else None
    if numeral.match.kind == "ordinal":
        return last_of("ordinal", numerals, position)
    after = position + 1
    if after < len(numerals) and joined(numeral, numerals[after]) and counted(numerals[after]) is not None:
        return after
    return position - 1 if position and goes_on(numerals[position - 1], numeral) else None


def last_of(kind: str, numerals: Sequence[Numeral], position: int) -> int | None:
    """Return the position of the last numeral of a kind before one that names nothing: "two of them", "the second"."""
    return next((i for i in reversed(range(position)) if numerals[i].match.kind == kind), None)


def goes_on(one: Numeral, other: Numeral) -> bool:
    """Return whether a numeral only continues the one before it: "rose 3% to $4bn", "49% for one, 53% for another"."""
    between = one.words.doc[one.words.end : other.words.start]
    if one.words.sent.start != other.words.sent.start or len(between) > FARTHEST:
        return False
    if 0 < len(between) <= len(JOINTS) and all(word.lower_ in LINKS or word.pos_ == "SYM" for word in between):
        return True
    return not has_verb(between) and alike(one, other) and other.root.dep_ in {"conj", "appos"}


def alike(one: Numeral, other: Numeral) -> bool:
    """Return whether two numerals of one sentence have the same kind and unit."""
    same = one.match.kind == other.match.kind and one.match.unit == other.match.unit
    return same and one.words.sent.start == other.words.sent.start


def joined(one: Numeral, other: Numeral) -> bool:
    """Return whether two like numerals stand side by side: "155mm and 105mm"."""
    between = one.words.doc[one.words.end : other.words.start]
    return alike(one, other) and 0 < len(between) <= len(JOINTS) and all(word.lower_ in JOINTS for word in between)
