"""What a template is: a named construction in which a number stands, and how to find in it what the number measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from spacy.tokens import Token

    from clusterdoc import facts
    from clusterdoc.find.figures.measure.parsed import ParsedNumber
    from clusterdoc.find.figures.measure.word_span import Words

    Find = Callable[[ParsedNumber], Token | Words | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Rule):
    """A construction, and the kinds of number that stand in it (empty: every kind).

    `find` returns the head of what the number measures or the very words, a word of the number itself where the text
    names nothing, and None where the construction does not fit.
    """

    kinds: frozenset[facts.Kind] = frozenset()
    find: Find

    def fits(self, number: ParsedNumber) -> bool:
        """Return whether a number is of a kind that can stand in this construction."""
        return not self.kinds or number.match.kind in self.kinds


def template(
    name: str,
    *examples: str,
    kinds: Collection[facts.Kind] = (),
    but: tuple[str, ...] = (),
    moves: bool = False,
) -> Callable[[Find], Template]:
    """Make a function a template: its name, examples that it finds, and (`but`) examples that it does not fit."""

    def named(find: Find) -> Template:
        """Return the rule with its name and its examples, which finds what the function finds."""
        return Template(
            name=name, examples=examples, counter_examples=but, moves=moves, kinds=frozenset(kinds), find=find
        )

    return named
