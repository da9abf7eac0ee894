"""Which fact of one document is which of the other: the same first, then the most alike, each once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from clusterdoc.diff.candidates import candidates
from clusterdoc.diff.similar import overlap, share_of_work
from clusterdoc.facts import Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clusterdoc.diff.statements import Statement

Fact = TypeVar("Fact", Entity, Quote, Figure)
Pair: TypeAlias = "tuple[Statement[Fact] | None, Statement[Fact] | None]"


def paired(
    old: Sequence[Statement[Fact]],
    new: Sequence[Statement[Fact]],
    alike: Callable[[Statement[Fact], Statement[Fact], int], float],
    enough: float,
) -> list[Pair[Fact]]:
    """Return every fact of both sides once, beside the one of the other side that it is, or None.

    Facts that tell the same are paired first; of those that one side tells more often, the most alike. The rest are
    paired from the most alike down to `enough`. The two sides exchanged give the same pairs.
    """
    sides = Sides(old, new, alike)
    same = sides.same()
    taken = set(same.values())
    left = [n for n in range(len(old)) if n not in same]
    right = [n for n in range(len(new)) if n not in taken]
    matched = same | sides.greedy(left, right, enough)
    pairs: list[Pair[Fact]] = [(fact, new[matched[n]] if n in matched else None) for n, fact in enumerate(old)]
    taken = set(matched.values())
    pairs += [(None, fact) for n, fact in enumerate(new) if n not in taken]
    return pairs


@dataclass(frozen=True, slots=True)
class Sides(Generic[Fact]):
    """The facts of two documents, and how alike two of them are, found with so much work at most."""

    old: Sequence[Statement[Fact]]
    new: Sequence[Statement[Fact]]
    alike: Callable[[Statement[Fact], Statement[Fact], int], float]

    def same(self) -> dict[int, int]:
        """Return the facts that tell the same, old number to new."""
        places: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, facts in enumerate((self.old, self.new)):
            for number, fact in enumerate(facts):
                places[fact.key][side].append(number)
        matched: dict[int, int] = {}
        for mine, theirs in places.values():
            if len(mine) == len(theirs):
                matched.update(zip(mine, theirs, strict=True))
            else:
                matched |= self.greedy(mine, theirs, 0)
        return matched

    def greedy(self, old: Sequence[int], new: Sequence[int], enough: float) -> dict[int, int]:
        """Return pairs from the most alike down; of two that are as much alike, the earlier.

        Pairs of one rank never compete (i + j is the same, so neither i nor j is): exchanged sides give the same.
        """
        scores, most = [], share_of_work(len(self.old) + len(self.new))
        for i, j in candidates(old, new, (lambda i: self.old[i].marks, lambda j: self.new[j].marks), self.rough):
            score = round(self.alike(self.old[i], self.new[j], most), 9)
            if score >= enough:
                scores.append((-score, i + j, i, j))
        matched: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, i, j in sorted(scores):
            if i not in matched and j not in taken:
                matched[i] = j
                taken.add(j)
        return matched

    def rough(self, i: int, j: int) -> float:
        """Return which share of what two facts tell both tell."""
        return overlap(self.old[i].marks, self.new[j].marks)
