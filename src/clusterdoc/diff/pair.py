"""Which fact of one document is which of the other: the same first, then the most alike, each once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from clusterdoc.facts import Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clusterdoc.diff.told import Told

Fact = TypeVar("Fact", Entity, Quote, Figure)
Pair: TypeAlias = "tuple[Told[Fact] | None, Told[Fact] | None]"


def paired(
    old: Sequence[Told[Fact]],
    new: Sequence[Told[Fact]],
    alike: Callable[[Told[Fact], Told[Fact]], float],
    enough: float,
) -> list[Pair[Fact]]:
    """Return every fact of both sides once, beside the one of the other side that it is, or None.

    Facts that tell the same are paired first; of those that one side tells more often, the most alike. The rest are
    paired from the most alike down to `enough`. The two sides exchanged give the same pairs.
    """
    same = _same(old, new, alike)
    left = [n for n in range(len(old)) if n not in same]
    right = [n for n in range(len(new)) if n not in set(same.values())]
    matched = same | _greedy(left, right, lambda i, j: alike(old[i], new[j]), enough)
    pairs: list[Pair[Fact]] = [(fact, new[matched[n]] if n in matched else None) for n, fact in enumerate(old)]
    taken = set(matched.values())
    pairs += [(None, fact) for n, fact in enumerate(new) if n not in taken]
    return pairs


def _same(
    old: Sequence[Told[Fact]], new: Sequence[Told[Fact]], alike: Callable[[Told[Fact], Told[Fact]], float]
) -> dict[int, int]:
    """Return the facts that tell the same, old number to new."""
    places: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, facts in enumerate((old, new)):
        for number, fact in enumerate(facts):
            places[fact.key][side].append(number)
    matched: dict[int, int] = {}
    for mine, theirs in places.values():
        if len(mine) == len(theirs):
            matched.update(zip(mine, theirs, strict=True))
        else:
            matched |= _greedy(mine, theirs, lambda i, j: alike(old[i], new[j]), 0)
    return matched


def _greedy(
    old: Sequence[int], new: Sequence[int], alike: Callable[[int, int], float], enough: float
) -> dict[int, int]:
    """Return pairs from the most alike down; of two that are as much alike, the earlier.

    Pairs of one rank never compete (i + j is the same, so neither i nor j is): exchanged sides give the same pairs.
    """
    scores = ((-round(alike(i, j), 9), i + j, i, j) for i in old for j in new)
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(score for score in scores if -score[0] >= enough):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched
