"""Several articles on one story: the figures of each thing side by side, and what one speaker said over time.

Figures of one thing measure the same, in the same unit, at the same places, in sentences that are alike. A wrong pair
is worse than none: where a sentence leaves open which of two figures is which, neither is compared.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from math import inf
from statistics import median_high
from typing import TYPE_CHECKING, Final

from clusterdoc.topics.traits import Traits, is_part_or_rest, scene_of, traits

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from clusterdoc.facts import Document, Figure, Quote

KINDS: Final = frozenset({"money", "percent", "measure", "count", "ratio"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure, and the article that it is from."""

    document: Document
    figure: Figure

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most that the figure can be: "at least 15" is 15 to infinity."""
        low = self.figure.low if self.figure.value is None else self.figure.value
        high = self.figure.high if self.figure.value is None else self.figure.value
        least, most = (-inf if low is None else low), (inf if high is None else high)
        if self.figure.bound == "~":
            return least - abs(least) / 20, most + abs(most) / 20
        return (-inf if self.figure.bound in ("<", "<=") else least), (
            inf if self.figure.bound in (">", ">=") else most
        )


@dataclass(slots=True)
class Topic:
    """What several articles give a figure of: who stated what, and what happened to whom where people are counted."""

    stated: list[Stated] = field(default_factory=list)
    fate: str | None = None

    @property
    def name(self) -> str:
        """What is measured, in the words used most, else what is counted; of people such as "people dead"."""
        if self.fate:
            return self.fate
        names = [one.figure.of.text if one.figure.of else one.figure.unit or "" for one in self.stated]
        return max(names, key=lambda name: (names.count(name), -len(name)))

    @property
    def agreed(self) -> bool:
        """Whether one number could be what all of them state."""
        ends = [one.ends for one in self.stated]
        return max(low for low, _ in ends) <= min(high for _, high in ends)

    def articles(self) -> int:
        """Return how many articles state it."""
        return len({id(one.document) for one in self.stated})


def figures_by_topic(documents: Sequence[Document]) -> tuple[Topic, ...]:
    """Return what two or more articles give figures of, that of the most articles first; each in order of publication.

    A figure joins the topic that it is most like, and only one in at least half of whose articles it has its like.
    """
    topics: list[tuple[Topic, dict[int, list[Traits]]]] = []
    for number, document in enumerate(documents):
        for figure, found in clear_figures(document):
            scored = [(_likeness(found, members), -n) for n, (_, members) in enumerate(topics)]
            best, place = max(scored, default=(0.0, 0))
            if not best:
                topics.append((Topic(fate=found.fate), {}))
                place = -(len(topics) - 1)
            topics[-place][0].stated.append(Stated(document, figure))
            topics[-place][1].setdefault(number, []).append(found)
    shared = [topic for topic, _ in topics if topic.articles() > 1]
    for topic in shared:
        topic.stated.sort(key=lambda one: one.document.source.published or "9")
    return tuple(sorted(shared, key=lambda topic: -topic.articles()))


def _likeness(figure: Traits, members: Mapping[int, Sequence[Traits]]) -> float:
    """Return how alike a figure is to those of a topic, by article; 0 when it has its like in less than half."""
    return median_high(max(map(figure.likeness, found)) for found in members.values())


def clear_figures(document: Document) -> list[tuple[Figure, Traits]]:
    """Return the figures of an article that may be compared, with what tells them from others.

    Where nobody but one speaker states several numbers of what seems the same thing ("led by 49 percent to 42"), which
    is which cannot be known: all are left out.
    """
    text, scene = document.source.text, scene_of(document)
    found = [
        (figure, traits(document, figure, scene))
        for figure in document.figures
        if comparable(figure) and not is_part_or_rest(text, figure)
    ]
    counts = Counter((one.kind, one.of) for _, one in found)
    alike: dict[tuple[Hashable, ...], list[tuple[Figure, Traits]]] = {}
    for figure, one in found:
        alike.setdefault((figure.speaker, *one.measure), []).append((figure, one))
    return [
        (figure, replace(one, alone=counts[one.kind, one.of] == 1))
        for figure, one in found
        if not any(contradicts(one, other) for _, other in alike[figure.speaker, *one.measure])
    ]


def contradicts(one: Traits, other: Traits) -> bool:
    """Return whether two figures of one article and one speaker differ, and seem to be of the same thing."""
    return one.amount != other.amount and (
        (one.sentence == other.sentence and one.of == other.of) or one.likeness(other) > 0
    )


def comparable(figure: Figure) -> bool:
    """Return whether a figure says how much there is of something that another article may give too."""
    named = figure.of is not None or (figure.kind == "count" and figure.unit is not None)
    valued = figure.value is not None or figure.low is not None
    return figure.kind in KINDS and not figure.weak and named and valued and figure.same_as is None


def quotes_by_day(documents: Sequence[Document], fits: Sequence[Sequence[Quote]]) -> Iterator[tuple[Document, Quote]]:
    """Yield the quotes chosen of each document in order of publication, those of undated articles last."""
    chosen = zip(documents, fits, strict=True)
    for document, quotes in sorted(chosen, key=lambda pair: pair[0].source.published or "9"):
        yield from ((document, quote) for quote in quotes if not quote.scare)
