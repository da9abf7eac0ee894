"""The vocabulary of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from clusterdoc.facts import Entity, Figure, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

Fact: TypeAlias = Entity | Quote | Figure
FactName: TypeAlias = Literal["entity", "quote", "figure"]
Value: TypeAlias = str | int | float | None


def marked_spans(fact: Fact) -> tuple[Span, ...]:
    """Return the stretches of its article that a fact marks."""
    if isinstance(fact, Entity):
        return fact.mentions
    return fact.parts if isinstance(fact, Quote) else (Span(fact.start, fact.end, fact.text),)


@dataclass(frozen=True, slots=True)
class Field:
    """What differs in a fact: the name of its key in the JSON of facts, and its value before and after."""

    name: str
    old: Value
    new: Value

    def mirrored(self) -> Field:
        """Return the field as it is when old and new change places."""
        return Field(self.name, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that only one document has (`old` or `new` is None, there are no fields), or that differs in the two."""

    fact: FactName
    old: Fact | None
    new: Fact | None
    fields: tuple[Field, ...] = ()

    @property
    def change(self) -> Literal["added", "removed", "changed"]:
        """Return what happened to the fact on the way from old to new."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"

    @property
    def place(self) -> int:
        """Return where the fact stands, in the new text if it has it."""
        fact = self.new or self.old
        return min((span.start for span in marked_spans(fact)), default=0) if fact else 0

    @property
    def kinds(self) -> frozenset[str]:
        """Return the types of the quote or the kinds of the figure, before and after; an entity has none."""
        sides = (self.old, self.new)
        return frozenset(one.type for one in sides if isinstance(one, Quote)) | frozenset(
            one.kind for one in sides if isinstance(one, Figure)
        )

    def mirrored(self) -> Change:
        """Return the change as it is when old and new change places."""
        return Change(self.fact, self.new, self.old, tuple(field.mirrored() for field in self.fields))


def of_kinds(changes: Sequence[Change], kinds: Sequence[str]) -> Sequence[Change]:
    """Return the changes of quotes and figures of some kinds on either side; all changes where no kind is given."""
    return [change for change in changes if change.kinds & set(kinds)] if kinds else changes
