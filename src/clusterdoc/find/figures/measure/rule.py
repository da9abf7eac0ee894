"""What the rules of this package have in common: a name, which a figure gives as its reason, and examples."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A named rule with sentences in which it fits and (counter-examples) does not fit.

    In an example the number stands in square brackets and what it measures in braces: "a {dud rate} of [2%]". `moves`
    says that the number shares the change of the one before it too: "Ford fell 2%, GM 3%".
    """

    name: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    moves: bool = False
