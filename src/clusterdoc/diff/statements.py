"""Facts as they are compared: what each tells, under the names that the JSON of facts has for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

from clusterdoc.diff.similar import Words, context, folded_words, letters, normalised, tokens
from clusterdoc.facts import Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from clusterdoc.diff.changes import Value
    from clusterdoc.facts import Document

AS_IT_STANDS: Final = ("kind", "value", "low", "high", "bound", "unit", "trend", "role")
NOTHING: Final[Words] = frozenset()

Names: TypeAlias = "Mapping[str, str]"
Fact = TypeVar("Fact", Entity, Quote, Figure)


@dataclass(frozen=True)
class Statement(Generic[Fact]):
    """A fact, the values it is compared by, and the same folded.

    A figure has the words `of` what it measures and those `around` it; a quote is made `of` its words, and around are
    its pairs of words; an entity has the forms in which it is named, and around them the pairs of letters of its name.
    """

    fact: Fact
    values: dict[str, Value]
    folded: dict[str, Value]
    of: Words = NOTHING
    around: Words = NOTHING

    @cached_property
    def marks(self) -> frozenset[Hashable]:
        """Return all that a fact tells, and the words around it, of which its like has some."""
        stated: list[Hashable] = [pair for pair in self.folded.items() if pair[1] is not None]
        return frozenset((*stated, *self.of, *self.around))

    @property
    def key(self) -> tuple[Value, ...]:
        """Return what facts have in common that are the same."""
        return tuple(self.folded.values())


def entity_statements(document: Document) -> list[Statement[Entity]]:
    """Return the entities of a document, by label, name and title."""
    return [_entity(entity) for entity in document.entities]


def quote_statements(document: Document, names: Names) -> list[Statement[Quote]]:
    """Return the quotes of a document, without the words that nobody speaks; `names` are those the other one uses."""
    return [_quote(quote, names) for quote in document.quotes if not quote.scare]


def figure_statements(document: Document, names: Names) -> list[Statement[Figure]]:
    """Return the figures of a document, without the weak ones; `names` are those the other one uses."""
    return [_figure(figure, document, names) for figure in document.figures if not figure.weak]


def _plain(values: Mapping[str, Value], names: Names) -> dict[str, Value]:
    """Return values as they are compared, each person under one name."""
    known = (
        {**values, "speaker": names.get(str(values["speaker"]), values["speaker"])} if "speaker" in values else values
    )
    return {name: normalised(value) if isinstance(value, str) else value for name, value in known.items()}


def _entity(entity: Entity) -> Statement[Entity]:
    values: dict[str, Value] = {"label": entity.label, "name": entity.name, "title": entity.title}
    forms = frozenset(normalised(mention.text) or "" for mention in entity.mentions)
    return Statement(entity, values, _plain(values, {}), forms, letters(entity.name))


def _quote(quote: Quote, names: Names) -> Statement[Quote]:
    values: dict[str, Value] = {
        "text": quote.text,
        "speaker": quote.speaker.name if quote.speaker else None,
        "cue": quote.cue.text if quote.cue else None,
        "type": quote.type,
    }
    said = tokens(quote.text)
    return Statement(quote, values, {**_plain(values, names), "text": " ".join(said)}, frozenset(said), runs(said))


def runs(said: list[str]) -> Words:
    """Return the pairs of words of a text: few texts share one."""
    return frozenset(map(" ".join, pairwise(said)))


def _figure(figure: Figure, document: Document, names: Names) -> Statement[Figure]:
    values: dict[str, Value] = {name: getattr(figure, name) for name in AS_IT_STANDS}
    values["of"] = figure.of.text if figure.of else None
    values["date"] = figure.date or figure.timex
    if figure.value is None and figure.low is None and values["date"] is None:
        values["date"] = figure.text
    values["speaker"] = figure.speaker
    of = folded_words(normalised(figure.of.text) or "") if figure.of else NOTHING
    return Statement(figure, values, _plain(values, names), of, context(document.source, figure))
