"""Doc to facts: the three finders, each of which reads what the ones before it found.

Each is imported when it is needed, so that figures without a parse load only the modules of figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime

    from spacy.tokens import Doc

    from clusterdoc.facts import Entity, Figure, Quote
    from clusterdoc.name_patterns import NamePattern


class Facts(NamedTuple):
    """What the three finders found in one article, each in the order of the text."""

    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]


def find_facts(doc: Doc, date: datetime.date | None = None, names: tuple[NamePattern, ...] = ()) -> Facts:
    """Return the facts of a parsed article; `date` is its day of publication, `names` are the user's own."""
    from clusterdoc.find.entities import find_entities
    from clusterdoc.find.figures import find_figures
    from clusterdoc.find.quotes import find_quotes

    entities = find_entities(doc, names)
    quotes = find_quotes(doc, entities)
    return Facts(entities, quotes, find_figures(doc, entities, quotes, date))
