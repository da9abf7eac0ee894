"""What tells the figures of one thing from those of others: what is measured, where, of whom, in what sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.diff.similar import EDGES, Words, context, folded_words, normalised, overlap
from clusterdoc.find.words import rows

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from clusterdoc.facts import Document, Entity, Figure

OF_ENOUGH: Final = 0.5  # how alike what two figures measure must be, from 0 to 1
PLACES_ENOUGH: Final = 0.5  # how alike the places they are from
NAMES_ENOUGH: Final = 0.5  # how alike the other names, where the figures differ
AROUND_ENOUGH: Final = 0.4  # how alike the words around, where the figures differ
AROUND_OF_EQUALS: Final = 0.2  # and where they are one and the same large number
AROUND_A_FATE: Final = 0.25  # and of people counted, whose whole story is around
SCENE_ENOUGH: Final = 0.4  # how alike the names in the leads of articles on one story
LARGE: Final = 100  # a number that two articles hardly share by chance
DAYS: Final = 14  # between articles on one story
LEAD: Final = 3  # sentences that say what an article is about
NEAR: Final = 60  # characters on each side of a count in which what happened is said
PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
ANYBODY: Final = frozenset({"person", "people", "death", "fatality", "victim", "casualty", "case"})
WORLD: Final = frozenset({"worldwide", "globally", "global", "world"})
REST: Final = re.compile(r"\s(?:more|others?|additional|further)\b", re.IGNORECASE)
CLAUSE_END: Final = re.compile(r"[.;:!?\d]|, (?:and|but) | and ")
DIGITS: Final = re.compile(r"\d+")
LEVELS: Final = {"to": "level"}  # "rose to 5" states a level, as "is 5" does
SMALL: Final = frozenset(
    (  # noqa: SIM905 -- a list of them would be a column
        "a an and as at be been by for from had has have in is it its of on or said says that the their this to was "
        "were which who will with"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What an article is about: its day, the names but those of people, the places and all words of its lead."""

    day: date | None
    names: Words
    places: Words
    lead: Words
    end: int  # of the lead in the text

    def far_from(self, other: Scene) -> bool:
        """Return whether two articles lie too far apart in time to be on one story."""
        return bool(self.day and other.day and abs((self.day - other.day).days) > DAYS)

    def same(self, other: Scene) -> bool:
        """Return whether two articles are on one story, by their day and whom and what their leads name."""
        return bool(self.names) and not self.far_from(other) and overlap(self.names, other.names) >= SCENE_ENOUGH


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells one figure from another.

    `measure` must be the same: kind and unit, or what happened to whom. `of` are the words for what it measures,
    `places` and `names` those of the names in its sentence, the speaker's left out, `around` all other words.
    `where` are the places, those of the lead where the sentence is in it or has none.
    """

    measure: tuple[Hashable, ...]
    amount: tuple[float | None, ...]
    of: Words
    places: Words
    names: Words
    around: Words
    where: Words
    scene: Scene
    sentence: int
    fate: str | None = None  # of people counted: "people dead"
    alone: bool = False  # whether its article has no other figure of the kind of the same name

    @property
    def kind(self) -> Hashable:
        """Return the kind of the figure."""
        return self.measure[0]

    def likeness(self, other: Traits) -> float:
        """Return how alike two figures are, from 0 to 1; 0 where they may measure different things."""
        if self.measure != other.measure:
            return 0.0
        of, around = overlap(self.of, other.of), overlap(self.around, other.around)
        if self.fate:
            return self.of_one_fate(other) * around
        same = self.same_large_number(other) or self.of_one_sentence(other) or self.of_one_story(other)
        return (of + around) / 2 if same and of >= OF_ENOUGH else 0.0

    def of_one_fate(self, other: Traits) -> bool:
        """Return whether two counts of people may be of the same people: of one place, in articles on one story."""
        alike = self.scene.same(other.scene) or overlap(self.around, other.around) >= AROUND_A_FATE
        return alike and not self.scene.far_from(other.scene) and self.at_one_place(other)

    def same_large_number(self, other: Traits) -> bool:
        """Return whether both state one number that they hardly share by chance, in sentences of the same places."""
        large = max(abs(end) for end in self.amount if end is not None) >= LARGE
        alike = overlap(self.around, other.around) >= AROUND_OF_EQUALS
        return large and self.amount == other.amount and alike and overlap(self.places, other.places) >= PLACES_ENOUGH

    def of_one_sentence(self, other: Traits) -> bool:
        """Return whether both stand in sentences that are alike, in their names too."""
        named = overlap(self.names, other.names) >= NAMES_ENOUGH
        return named and overlap(self.around, other.around) >= AROUND_ENOUGH and self.at_one_place(other)

    def of_one_story(self, other: Traits) -> bool:
        """Return whether both measure the same, in so many words, in articles on one story."""
        return (
            bool(self.of - ANYBODY)
            and self.of == other.of
            and self.scene.same(other.scene)
            and self.at_one_place(other)
        )

    def at_one_place(self, other: Traits) -> bool:
        """Return whether the places of both are alike."""
        return overlap(self.where, other.where) >= PLACES_ENOUGH


def traits(document: Document, figure: Figure, scene: Scene) -> Traits:
    """Return what tells a figure from others. Of people counted it is what happened to them, and the whole story."""
    role = LEVELS.get(figure.role, figure.role)
    measure = (figure.kind, figure.per, role, figure.trend if role == "change" else None, years(document, figure))
    amount = (figure.value, figure.low, figure.high)
    around = stems(context(document.source, figure))
    own = stems(folded_words(normalised(figure.of.text if figure.of else "") or ""))
    places, names = names_around(document, figure)
    at = document.source.sentence_span(figure.start, figure.end)[0]
    where = scene.places | places if figure.start < scene.end or not places else places
    happened = fate(document.source.text, figure) if figure.kind == "count" else None
    if happened:
        whom = stems(folded_words(figure.unit or "")) - ANYBODY
        who = f"{f'{figure.unit}s' if whom else 'people'} {happened}"
        story = around | scene.lead
        return Traits((*measure, happened, whom), amount, frozenset(), places, names, story, where, scene, at, who)
    counted = stems(folded_words(figure.unit or "")) if figure.kind == "count" else frozenset()
    numbers = frozenset(numbers_without_value(document, figure)) | (WORLD if around & WORLD else frozenset())
    rest = around - own - counted - places - names
    return Traits((*measure, figure.unit, numbers), amount, own - counted, places, names, rest, where, scene, at)


def scene_of(document: Document) -> Scene:
    """Return what an article is about."""
    source = document.source
    spans = source.sentences[:LEAD]
    named = [entity for start, end in spans for entity in named_between(document, start, end)]
    text = " ".join(source.text[start:end] for start, end in spans)
    places = (entity for entity in named if entity.label in PLACES)
    words = frozenset(word for word in folded_words(text) if not word.isdigit())
    things = (entity for entity in named if entity.label != "PERSON")  # whom reports quote, each its own
    return Scene(source.day(), words_of(things), words_of(places), stems(words), spans[-1][1] if spans else 0)


def words_of(entities: Iterable[Entity]) -> Words:
    """Return the words of the names of entities."""
    return stems(word for entity in entities for word in folded_words(normalised(entity.name) or ""))


def is_part_or_rest(text: str, figure: Figure) -> bool:
    """Return whether a figure counts only a part, or what comes on top: "ten of the dead", "eight more people"."""
    of = figure.of.text if figure.of else ""
    part = figure.of_by == "rule:part of a whole"
    return part or bool(REST.match(text, figure.end)) or of in ("other", "others")


def names_around(document: Document, figure: Figure) -> tuple[Words, Words]:
    """Return the words of the names of places in the sentence of a figure, and those of other names.

    Who states the figure is not what it is about.
    """
    start, end = document.source.sentence_span(figure.start, figure.end)
    named = [entity for entity in named_between(document, start, end) if entity.name != figure.speaker]
    places = words_of(entity for entity in named if entity.label in PLACES)
    return places, words_of(named) - places


def named_between(document: Document, start: int, end: int) -> Iterator[Entity]:
    """Yield the entities that are named in a stretch of text."""
    for entity in document.entities:
        if any(start <= mention.start < end for mention in entity.mentions):
            yield entity


def numbers_without_value(document: Document, figure: Figure) -> Iterator[str]:
    """Yield the numbers in the sentence of a figure that are no figures: "category 4" is not "category 2"."""
    start, end = document.source.sentence_span(figure.start, figure.end)
    figures = [(one.start, one.end) for one in document.figures if start <= one.start < end]
    for found in DIGITS.finditer(document.source.text, start, end):
        if not any(first <= found.start() < last for first, last in figures):
            yield found[0]


def years(document: Document, figure: Figure) -> frozenset[str]:
    """Return the years that the sentence of a figure names and in which its article was not published."""
    start, end = document.source.sentence_span(figure.start, figure.end)
    dates = (one.date for one in document.figures if one.date and start <= one.start < end)
    return frozenset(day[:4] for day in dates) - {(document.source.published or "")[:4]}


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


def stems(found: Iterable[str]) -> Words:
    """Return words without the small ones, their plurals as singulars."""
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in found if word not in SMALL)  # noqa: PLR2004 -- "gas"
