"""The finders as spaCy components, registered by entry point: they work in anybody's pipeline.

    nlp.add_pipe("clusterdoc_entities")
    nlp.add_pipe("clusterdoc_quotes")
    nlp.add_pipe("clusterdoc_figures")
    nlp(text)._.quotes

Each fills `doc._.entities`, `doc._.quotes` or `doc._.figures` with the facts of `clusterdoc.facts`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from clusterdoc.find.entities import find_entities
from clusterdoc.find.figures import find_figures
from clusterdoc.find.quotes import find_quotes

Component: TypeAlias = Callable[[Doc], Doc]

for attribute in ("entities", "quotes", "figures"):
    if not Doc.has_extension(attribute):
        Doc.set_extension(attribute, default=())


@Language.factory("clusterdoc_entities", requires=["doc.ents"], assigns=["doc._.entities"])
def entities(nlp: Language, name: str) -> Component:  # noqa: ARG001 -- the signature spaCy calls
    """Return a component that sets `doc._.entities`; it needs names (`doc.ents`)."""

    def component(doc: Doc) -> Doc:
        doc._.entities = find_entities(doc)
        return doc

    return component


@Language.factory("clusterdoc_quotes", requires=["token.dep"], assigns=["doc._.quotes"])
def quotes(nlp: Language, name: str) -> Component:  # noqa: ARG001 -- the signature spaCy calls
    """Return a component that sets `doc._.quotes`; it needs a parse, and resolves speakers to `doc._.entities`."""

    def component(doc: Doc) -> Doc:
        doc._.quotes = find_quotes(doc, doc._.entities)
        return doc

    return component


@Language.factory("clusterdoc_figures", requires=["token.dep"], assigns=["doc._.figures"])
def figures(nlp: Language, name: str) -> Component:  # noqa: ARG001 -- the signature spaCy calls
    """Return a component that sets `doc._.figures`; it needs a parse, and links figures to `doc._.quotes`."""

    def component(doc: Doc) -> Doc:
        doc._.figures = find_figures(doc, doc._.entities, doc._.quotes)
        return doc

    return component
