"""Which pairs of facts are worth a closer look: all of a few, else those that share what is rare.

Time and memory grow with the number of facts, not with its square. What is done for one side is done for the other in
the same way: the two sides exchanged give the same pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    Marks: TypeAlias = Callable[[int], frozenset[Hashable]]

FEW: Final = 2_500  # pairs that are all looked at
RARE: Final = 5  # marks by which a fact looks for its like, the rarest first
NEAR: Final = 4  # facts with a mark that are looked at: those that stand nearest
CLOSEST: Final = 3  # of all that are looked at, those that are compared word by word


def candidates(
    old: Sequence[int], new: Sequence[int], marks: tuple[Marks, Marks], rough: Callable[[int, int], float]
) -> list[tuple[int, int]]:
    """Return the pairs of numbers, of the old side and the new, that may be the same fact, in order.

    `marks` gives what a fact of either side may share with its like; `rough` says roughly how alike two facts are.
    """
    if len(old) * len(new) <= FEW:
        pairs = {(i, j) for i in old for j in new}
    else:
        ours = {i: marks[0](i) for i in old}
        theirs = {j: marks[1](j) for j in new}
        counts = Counter(mark for held in (*ours.values(), *theirs.values()) for mark in held)
        pairs = set(_sharing(ours, theirs, counts)) | {(i, j) for j, i in _sharing(theirs, ours, counts)}
    scores = {pair: rough(*pair) for pair in pairs}
    return sorted(_closest(scores, 0) | _closest(scores, 1))


def _sharing(
    ours: Mapping[int, frozenset[Hashable]], theirs: Mapping[int, frozenset[Hashable]], counts: Mapping[Hashable, int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of facts that share one of their rarest marks; of many that do, those nearest in the text."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for number, held in theirs.items():
        for mark in held:
            places[mark].append(number)
    for number, held in ours.items():
        shared = sorted((mark for mark in held if mark in places), key=lambda mark: (counts[mark], str(mark)))
        for mark in shared[:RARE]:
            yield from ((number, other) for other in nearest(places[mark], number))


def nearest(places: Sequence[int], number: int) -> Sequence[int]:
    """Return the numbers of some, in order, that are nearest to a number."""
    at = max(0, bisect_left(places, number) - NEAR // 2)
    return places[at : at + NEAR]


def _closest(scores: Mapping[tuple[int, int], float], side: int) -> set[tuple[int, int]]:
    """Return for each fact of a side the pairs that are roughly the most alike; of equals, those nearest."""
    mine: dict[int, list[tuple[float, int, int, tuple[int, int]]]] = defaultdict(list)
    for pair, score in scores.items():
        i, j = pair
        mine[pair[side]].append((-round(score, 9), abs(i - j), i + j, pair))
    return {pair for ranked in mine.values() for *_, pair in sorted(ranked)[:CLOSEST]}
