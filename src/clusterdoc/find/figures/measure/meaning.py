"""Numbers to what they mean: counted unit, what is measured, change; shared where several numbers share it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Span
from clusterdoc.find.figures.measure.counted import COUNTING, counted_unit
from clusterdoc.find.figures.measure.movement import change
from clusterdoc.find.figures.measure.nouns import counted, suspended
from clusterdoc.find.figures.measure.phrases import phrase
from clusterdoc.find.figures.measure.prepositions import preposition
from clusterdoc.find.figures.measure.shared_parts import of_them
from clusterdoc.find.figures.measure.sharing import continued, fallback, shared_with
from clusterdoc.find.figures.measure.table_rows import gapped_subject, is_span, last_alike
from clusterdoc.find.figures.measure.templates import measured
from clusterdoc.find.figures.measure.wholes import part_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc import facts
    from clusterdoc.find.figures.measure.models import Model
    from clusterdoc.find.figures.measure.parsed import ParsedNumber


NEAR: Final = 8


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a parse adds to a number.

    The counted unit, the words for what it measures and the name of the rule that found them, the change, and the
    kind where the parse shows another than the characters.
    """

    unit: str | None = None
    of: facts.Span | None = None
    rule: str | None = None
    trend: facts.Trend | None = None
    role: facts.Role = "level"
    kind: facts.Kind | None = None


def understand(numbers: Sequence[ParsedNumber]) -> list[Meaning]:
    """Return what each number measures, in their order."""
    found: list[Meaning] = []
    for position in range(len(numbers)):
        found.append(meaning_at(numbers, position, found))
    return found


def meaning_at(numbers: Sequence[ParsedNumber], position: int, found: Sequence[Meaning]) -> Meaning:
    """Return the meaning of one number, given those of the numbers before it."""
    number = numbers[position]
    model = shared_with(numbers, position)
    if model is not None:
        known = found[model.position] if model.position < position else meaning(numbers[model.position])
        return shared(number, numbers[model.position], known, model)
    own = meaning(number)
    model = fallback(numbers, position) if own.of is None else None
    if model is not None:
        return taken_over(own, found[model.position], model)
    if number.match.kind == "count" and own.unit is None and own.of is not None:
        return replace(own, unit=unit_of_same(own.of, numbers, found))
    return own


def unit_of_same(of: facts.Span, numbers: Sequence[ParsedNumber], found: Sequence[Meaning]) -> str | None:
    """Return the unit of an earlier count of the same things: "has 2,000 residents, up from 1,500"."""
    near = range(len(found) - 1, max(len(found) - NEAR, -1), -1)
    return next((found[i].unit for i in near if found[i].of == of and numbers[i].match.kind == "count"), None)


def meaning(number: ParsedNumber) -> Meaning:
    """Return what a number measures by its own place in the parse."""
    found = measured(number)
    mover = number
    while found is not None and found.rule.moves and gapped_subject(mover) is not None:
        mover = last_alike(mover) or mover  # "Ford fell 2%, GM 3% and Tesla 5%"
    trend, role = change(mover)
    if found is None:
        return Meaning(counted_unit(number), trend=trend, role=role)
    return Meaning(counted_unit(number), phrase(found.head, number), found.rule.name, trend, role)


def shared(number: ParsedNumber, model: ParsedNumber, known: Meaning, by: Model) -> Meaning:
    """Return the meaning of a number that measures what its model does, in its own unit where it has one."""
    trend, role = change(number)
    if role == "change" and known.role == "to" and by.rule is continued and not preposition(number):
        trend, role = known.trend, known.role  # "rose to 5% in May and 6% in June"
    own = Meaning(trend=trend, role=role)
    if is_span(model, number) or is_of_that_time(model, number, by):
        return taken_over(replace(own, unit=known.unit, kind=model.match.kind), known, by)
    unnamed = known.unit is not None and counted(number) is None and part_of(number) is None
    bare = number.match.unit is None and unnamed  # "rescued 30 sheep on Monday and 18 on Tuesday"
    described = by.rule.noun_only and number.match.unit is None  # "six opposition and nine independent senators"
    unit = None if suspended(number) or described or bare else counted_unit(number)
    both_count = unit is None and {number.match.kind, model.match.kind} <= COUNTING
    return taken_over(replace(own, unit=known.unit if both_count else unit), known, by)


def is_of_that_time(model: ParsedNumber, number: ParsedNumber, by: Model) -> bool:
    """Return whether a number is a part of a time: "jailed for six years, two of them suspended"."""
    return by.rule is of_them and model.match.kind == "duration" and number.match.kind == "count"


def taken_over(own: Meaning, known: Meaning, by: Model) -> Meaning:
    """Return a meaning with what its model measures, and with the model's change where it shares that."""
    of = last_word(known.of) if by.rule.noun_only and known.of is not None else known.of
    own = replace(own, of=of, rule=by.rule.name if known.of is not None else None)
    return replace(own, trend=known.trend, role=known.role) if by.rule.moves else own


def last_word(of: facts.Span) -> facts.Span:
    """Return the noun alone of a phrase that ends in it: "senators" of "independent senators"."""
    word = of.text.rpartition(" ")[2]
    return Span(of.end - len(word), of.end, word)
