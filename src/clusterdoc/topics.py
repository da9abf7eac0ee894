"""Several articles on one story: the figures of each thing side by side, and what one speaker said over time.

Figures of one thing are found as `diff` finds them: by kind and unit, by what they measure, and by their sentence. Only
figures that are alike in all of these are put together, for a wrong pair is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Final

from clusterdoc.diff.similar import EDGES, Words, context, folded, overlap, words
from clusterdoc.find.words import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clusterdoc.facts import Document, Entity, Figure, Quote

KINDS: Final = frozenset({"money", "percent", "measure", "count", "ratio"})
ENOUGH: Final = 0.6  # how alike two figures must be, from 0 to 1: a fifth of the words around them, the same measured
OF_ENOUGH: Final = 0.5  # and how alike what they measure
LEAD: Final = 2  # sentences that say what an article is about
SMALL: Final = frozenset(
    (  # noqa: SIM905 -- a list of them would be a column
        "a an and as at be been by for from had has have in is it its of on or said says that the their this to was "
        "were which who will with"
    ).split()
)
CLAUSE_END: Final = re.compile(r"[.;:!?\d]|, (?:and|but) | and ")
NEAR: Final = 60  # characters on each side of a count in which what happened is said
LEVELS: Final = {"to": "level"}  # "rose to 5" states a level, as "is 5" does


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
    """What several articles give a figure of: its name, and who stated what."""

    stated: list[Stated] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What is measured, in the words used most, else what is counted."""
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


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells one figure from another: its kind and unit, the words for what it measures, and those around it."""

    measure: tuple[str | None, ...]
    of: Words
    around: Words

    def likeness(self, other: Traits) -> float:
        """Return how alike two figures are, from 0 to 1; 0 when they do not measure the same in the same unit."""
        of = overlap(self.of, other.of)
        if self.measure != other.measure or of < OF_ENOUGH:
            return 0.0
        return (of + overlap(self.around, other.around)) / 2


def figures_by_topic(documents: Sequence[Document]) -> tuple[Topic, ...]:
    """Return what two or more articles give figures of, that of the most articles first; each in order of publication.

    A figure joins the topic whose members it is most like on the average.
    """
    topics: list[tuple[Topic, list[Traits]]] = []
    for document in documents:
        for figure in document.figures:
            if not comparable(figure):
                continue
            found = traits(document, figure)
            scored = [(sum(map(found.likeness, members)) / len(members), -n) for n, (_, members) in enumerate(topics)]
            best, place = max(scored, default=(0.0, 0))
            if best < ENOUGH:
                topics.append((Topic(), []))
                place = -(len(topics) - 1)
            topics[-place][0].stated.append(Stated(document, figure))
            topics[-place][1].append(found)
    shared = [topic for topic, _ in topics if topic.articles() > 1]
    for topic in shared:
        topic.stated.sort(key=lambda one: one.document.source.published or "9")
    return tuple(sorted(shared, key=lambda topic: -topic.articles()))


def comparable(figure: Figure) -> bool:
    """Return whether a figure says how much there is of something that another article may give too."""
    named = figure.of is not None or (figure.kind == "count" and figure.unit is not None)
    valued = figure.value is not None or figure.low is not None
    return figure.kind in KINDS and not figure.weak and named and valued and figure.same_as is None


def traits(document: Document, figure: Figure) -> Traits:
    """Return what tells a figure from others. Of people counted it is what happened to them, and the whole story."""
    role = LEVELS.get(figure.role, figure.role)
    measure = (figure.kind, figure.per, role, figure.trend if role == "change" else None)
    around = stems(context(document.source, figure))
    happened = fate(document.source.text, figure) if figure.kind == "count" else None
    if happened:
        return Traits((*measure, happened), frozenset(), around | stems(lead(document)))
    counted = stems(words(figure.unit or "")) if figure.kind == "count" else frozenset()
    of = stems(words(folded(figure.of.text if figure.of else "") or "")) - counted
    return Traits((*measure, figure.unit), of, around - of - counted)


def fate(text: str, figure: Figure) -> str | None:
    """Return what a count says happened to people: "dead" of "15 people were killed"; None when it does not say."""
    own = f"{figure.of.text if figure.of else ''} {figure.unit or ''}"
    after = CLAUSE_END.split(text[figure.end : figure.end + NEAR], maxsplit=1)[0]
    before = CLAUSE_END.split(text[max(0, figure.start - NEAR) : figure.start])[-1]
    for near in (own.split(), after.split(), reversed(before.split())):
        for word in near:
            found = fates().get(word.casefold().strip(EDGES))
            if found:
                return found
    return None


@cache
def fates() -> dict[str, str]:
    """Return what each word says happened to people, plurals too."""
    return {form: kind for word, kind, *_ in rows("fates") for form in (word, f"{word}s")}


def lead(document: Document) -> Words:
    """Return the words of the first sentences of an article, numbers left out."""
    source = document.source
    found = words(" ".join(source.text[start:end] for start, end in source.sentences[:LEAD]))
    return frozenset(word for word in found if not word.isdigit())


def stems(found: Iterable[str]) -> Words:
    """Return words without the small ones, their plurals as singulars."""
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in found if word not in SMALL)  # noqa: PLR2004 -- "gas"


def said_by(documents: Sequence[Document], fits: Sequence[Sequence[Quote]]) -> Iterator[tuple[Document, Quote]]:
    """Yield the quotes chosen of each document in order of publication, those of undated articles last."""
    chosen = zip(documents, fits, strict=True)
    for document, quotes in sorted(chosen, key=lambda pair: pair[0].source.published or "9"):
        yield from ((document, quote) for quote in quotes if not quote.scare)


def named_in(document: Document, quote: Quote) -> list[Entity]:
    """Return whom and what a quote is about."""
    return [entity for entity in document.entities if entity.id in quote.about]
