"""Numerals to what they mean: the counted unit and what is measured, shared where several numbers share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.match import NumberMatch
from clusterdoc.find.figures.measure.clause import verb_of
from clusterdoc.find.figures.measure.counted import COUNTING, counted_unit
from clusterdoc.find.figures.measure.measured import measured
from clusterdoc.find.figures.measure.nouns import counted, suspended
from clusterdoc.find.figures.measure.numeral import Numeral
from clusterdoc.find.figures.measure.phrases import phrase
from clusterdoc.find.figures.measure.sharing import is_span, like_before, restates, shared_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from clusterdoc import facts


NEAR: Final = 8


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a parse adds to a number: its counted unit, the words for what it measures, its kind when it is another."""

    unit: str | None = None
    of: facts.Span | None = None
    kind: facts.Kind | None = None


def understand(numerals: Sequence[Numeral]) -> list[Meaning]:
    """Return what each numeral measures, in their order."""
    found: list[Meaning] = []
    for position, numeral in enumerate(numerals):
        model = shared_with(numeral, numerals, position)
        if model is not None:
            known = found[model] if model < position else meaning(numerals[model])
            found.append(shared(numeral, numerals[model], known))
            continue
        own = meaning(numeral)
        row = like_before(numerals, position) if own.of is None else None
        if row is not None:
            own = Meaning(own.unit, found[row].of)
        elif own.of is None and position and restates(numerals[position - 1], numeral):
            own = Meaning(own.unit, found[-1].of)  # "gained $1.42, or 1.8%"
        elif numeral.match.kind == "count" and own.unit is None and own.of is not None:
            own = Meaning(unit_of_same(own.of, numerals, found), own.of)
        found.append(own)
    return found


def converted(numerals: Sequence[Numeral]) -> list[Numeral]:
    """Return for each numeral the one that it converts, else itself: "rose 3.4 metres (11 feet)" is one rise."""
    starts = {numeral.match.start: numeral for numeral in numerals}
    found: list[Numeral] = []
    for numeral in numerals:
        again = bool(found) and restates(numerals[len(found) - 1], numeral)
        found.append(found[-1] if again else starts.get(numeral.match.same_as or -1, numeral))
    return found


def unit_of_same(of: facts.Span, numerals: Sequence[Numeral], found: Sequence[Meaning]) -> str | None:
    """Return the unit of an earlier count of the same things: "has 2,000 residents, up from 1,500"."""
    near = range(len(found) - 1, max(len(found) - NEAR, -1), -1)
    return next((found[i].unit for i in near if found[i].of == of and numerals[i].match.kind == "count"), None)


def meaning(numeral: Numeral) -> Meaning:
    """Return what a numeral measures by its own place in the parse."""
    token = measured(numeral)
    return Meaning(counted_unit(numeral), phrase(token, numeral) if token is not None else None)


def shared(numeral: Numeral, model: Numeral, known: Meaning) -> Meaning:
    """Return the meaning of a numeral that measures what its model does, in its own unit where it has one."""
    if is_span(model, numeral):
        return Meaning(known.unit, known.of, model.match.kind)
    unit = None if suspended(numeral) else counted_unit(numeral)
    both_count = unit is None and {numeral.match.kind, model.match.kind} <= COUNTING
    return Meaning(known.unit if both_count else unit, known.of)


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
