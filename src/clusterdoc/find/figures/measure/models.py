"""What a way of sharing is: a named rule by which a number takes over the meaning of another, its model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from clusterdoc.find.figures.measure.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

    Find = Callable[[Sequence[ParsedNumber], int], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Rule):
    """A way of sharing: `find` returns the position of the number whose meaning another takes over.

    `noun_only`: the words that describe them are the model's alone.
    """

    find: Find
    noun_only: bool = False


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
