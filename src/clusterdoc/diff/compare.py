"""Two documents to changes: facts are aligned by what they are about, never by where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from clusterdoc.diff import statements
from clusterdoc.diff.changes import Change, Field
from clusterdoc.diff.pair import paired
from clusterdoc.diff.similar import alike_texts, likeness, overlap
from clusterdoc.facts import LISTS, Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.diff.changes import FactName
    from clusterdoc.diff.pair import Pair
    from clusterdoc.diff.statements import Statement
    from clusterdoc.facts import Document

Fact = TypeVar("Fact", Entity, Quote, Figure)

# How alike two facts must be to be one that changed.
NAMES_ENOUGH: Final = 0.75
QUOTES_ENOUGH: Final = 0.5
FIGURES_ENOUGH: Final = 0.5
A_QUARTER: Final = 0.25  # words that quotes have in common which may be QUOTES_ENOUGH alike
A_FEW: Final = 0.3  # pairs of letters that names have in common which may be NAMES_ENOUGH alike
AMOUNT: Final = ("value", "low", "high", "date")


def compare(old: Document, new: Document, lists: Sequence[str] = LISTS) -> tuple[Change, ...]:
    """Return what changed from one document to another in these lists of facts, each in the order of the text.

    What is only moved, or said in other words outside the facts, is no change; nor is how often a thing is named.
    Weak figures and words in quotation marks that nobody speaks are left out. Old and new exchanged give the same
    changes mirrored.
    """
    entities = paired(statements.entity_statements(old), statements.entity_statements(new), _names, NAMES_ENOUGH)
    names = {before.fact.name: after.fact.name for before, after in entities if before and after}
    changes: list[Change] = []
    if "entities" in lists:
        changes += _changes("entity", entities)
    if "quotes" in lists:
        changes += _changes(
            "quote",
            paired(
                statements.quote_statements(old, names), statements.quote_statements(new, {}), _quotes, QUOTES_ENOUGH
            ),
        )
    if "figures" in lists:
        changes += _changes(
            "figure",
            paired(
                statements.figure_statements(old, names),
                statements.figure_statements(new, {}),
                _figures,
                FIGURES_ENOUGH,
            ),
        )
    return tuple(changes)


def _changes(fact: FactName, pairs: Sequence[Pair[Fact]]) -> Iterator[Change]:
    """Yield the pairs that differ, in the order of the text."""
    changes = [
        Change(fact, before.fact if before else None, after.fact if after else None, fields)
        for before, after in pairs
        for fields in [_fields(before, after) if before and after else ()]
        if fields or before is None or after is None
    ]
    yield from sorted(changes, key=lambda change: change.place)


def _fields(before: Statement[Fact], after: Statement[Fact]) -> tuple[Field, ...]:
    """Return the values that two facts tell apart."""
    differing = [name for name, value in before.folded.items() if value != after.folded[name]]
    return tuple(Field(name, before.values[name], after.values[name]) for name in differing)


def _names(one: Statement[Entity], other: Statement[Entity], most: int) -> float:
    """Return how alike two entities are: by name, or by the forms in which they are named."""
    if one.folded["label"] != other.folded["label"]:
        return float(one.folded["name"] == other.folded["name"])
    named = overlap(one.of, other.of)
    if overlap(one.around, other.around) < A_FEW:
        return named
    return max(named, likeness(one.fact.name, other.fact.name, most))


def _quotes(one: Statement[Quote], other: Statement[Quote], most: int) -> float:
    """Return how alike two quotes are: by their words, and a little by who says them."""
    same = one.folded["speaker"] == other.folded["speaker"]
    if overlap(one.of, other.of) < A_QUARTER:
        return 0.1 * same
    first, second = (str(quote.folded["text"]).split() for quote in (one, other))
    return 0.9 * alike_texts(first, second, most) + 0.1 * same


def _figures(one: Statement[Figure], other: Statement[Figure], _most: int) -> float:
    """Return how alike two figures of one kind are: by amount, unit, what they measure, who says it, the words around.

    A weighted mean over what at least one of them tells: that two dates have no unit says nothing.
    """
    if one.folded["kind"] != other.folded["kind"]:
        return 0.0
    votes = [
        (0.35, float(all(one.folded[name] == other.folded[name] for name in AMOUNT))),
        (0.35, overlap(one.around, other.around)),
    ]
    votes += [
        (weight, float(one.folded[name] == other.folded[name]))
        for weight, name in ((0.15, "unit"), (0.1, "speaker"))
        if one.folded[name] or other.folded[name]
    ]
    if one.of or other.of:
        votes.append((0.25, overlap(one.of, other.of)))
    return sum(weight * vote for weight, vote in votes) / sum(weight for weight, _ in votes)
