"""What a way of sharing is: a named rule by which a number takes over the meaning of another, its model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from clusterdoc.find.figures.measure.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

    Find = Callable[[Sequence[ParsedNumber], int], int | None]
    Pair = Callable[[ParsedNumber, ParsedNumber], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Rule):
    """A way of sharing: `find` returns the position of the number whose meaning another takes over.

    `noun_only`: the number takes the noun of its model without the words that describe it.
    """

    find: Find
    noun_only: bool = False


def sharing_with_last(
    name: str, *examples: str, but: tuple[str, ...] = (), moves: bool = False
) -> Callable[[Pair], Sharing]:
    """Make a question about a number and the one after it a way in which the second shares what the first means."""

    def paired(shares: Pair) -> Sharing:
        """Return the rule that finds the number before another where the question about the two is answered yes."""

        def find(numbers: Sequence[ParsedNumber], position: int) -> int | None:
            """Return the position of the number before, if the two share what they mean."""
            fits = position > 0 and shares(numbers[position - 1], numbers[position])
            return position - 1 if fits else None

        return Sharing(name=name, examples=examples, counter_examples=but, moves=moves, find=find)

    return paired


class Model(NamedTuple):
    """The position of the number whose meaning another takes over, and the rule that says so."""

    position: int
    rule: Sharing


def sharing(
    name: str,
    *examples: str,
    but: tuple[str, ...] = (),
    moves: bool = False,
    noun_only: bool = False,
) -> Callable[[Find], Sharing]:
    """Make a function a way of sharing."""

    def named(find: Find) -> Sharing:
        """Return the rule with its name and its examples, which finds what the function finds."""
        return Sharing(
            name=name,
            examples=examples,
            counter_examples=but,
            moves=moves,
            noun_only=noun_only,
            find=find,
        )

    return named


def first_model(rules: Sequence[Sharing], numbers: Sequence[ParsedNumber], position: int) -> Model | None:
    """Return the model that the first rule that fits finds."""
    for rule in rules:
        found = rule.find(numbers, position)
        if found is not None:
            return Model(found, rule)
    return None
