"""A document with some of its facts: what the filters of the command line leave. Ids stay those of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

from clusterdoc.terms import Kind, Label, QuoteType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from clusterdoc.facts import Document, Entity, Quote

KINDS: Final[tuple[str, ...]] = get_args(Kind)
TYPES_AND_KINDS: Final[tuple[str, ...]] = (*get_args(QuoteType), *KINDS)
COARSE: Final = {  # the labels of CoNLL 2003, as sets of the labels of OntoNotes 5
    "PER": ("PERSON",),
    "LOC": ("GPE", "LOC", "FAC"),
    "MISC": ("NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"),
}
LABELS: Final = (*COARSE, *(label for label in get_args(Label) if label not in COARSE))


def replace(document: Document, **lists: Any) -> Document:  # noqa: ANN401 -- as dataclasses.replace has it
    """Return the document with other lists of facts; dataclasses is imported when it is needed: see `cache`."""
    import dataclasses

    return dataclasses.replace(document, **lists)


def with_labels(document: Document, labels: Iterable[str]) -> Document:
    """Return the document with the entities of these labels: OntoNotes 5, or PER, LOC (GPE, LOC and FAC) and MISC."""
    wanted = {fine for label in labels for fine in COARSE.get(label, (label,))}
    return replace(document, entities=tuple(entity for entity in document.entities if entity.label in wanted))


def with_kinds(document: Document, kinds: Iterable[str]) -> Document:
    """Return the document with the figures of these kinds."""
    wanted = frozenset(kinds)
    return replace(document, figures=tuple(figure for figure in document.figures if figure.kind in wanted))


def with_speakers(document: Document, names: Iterable[str]) -> Document:
    """Return the document with the quotes of these speakers.

    A name fits when it is, whatever its case and accents and from the beginning of a word on, in the speaker's
    canonical name, in the words next to the cue, or in a mention or the title of the entity that is the speaker.
    """
    entities = {entity.id: entity for entity in document.entities}
    fits = _fitting(names)
    return replace(document, quotes=tuple(quote for quote in document.quotes if fits(_speaker_forms(quote, entities))))


def with_about(document: Document, names: Iterable[str]) -> Document:
    """Return the document with the quotes about these: a name fits as in `with_speakers`."""
    fits = _fitting(names)
    wanted = {entity.id for entity in document.entities if fits(_entity_forms(entity))}
    return replace(document, quotes=tuple(quote for quote in document.quotes if wanted & {*quote.about}))


def _fitting(names: Iterable[str]) -> Callable[[Iterable[str | None]], bool]:
    """Return what tells whether a name begins a word of one of some forms."""
    from clusterdoc.folding import name_matcher

    matchers = [name_matcher(name) for name in names]

    def fits(forms: Iterable[str | None]) -> bool:
        known = [*forms]
        return any(matches(form) for matches in matchers for form in known)

    return fits


def _speaker_forms(quote: Quote, entities: dict[str, Entity]) -> Iterator[str | None]:
    if quote.speaker is None:
        return
    yield from (quote.speaker.name, quote.speaker.text)
    entity = entities.get(quote.speaker.entity or "")
    if entity:
        yield from _entity_forms(entity)


def _entity_forms(entity: Entity) -> Iterator[str | None]:
    yield from (entity.name, entity.title, *(mention.text for mention in entity.mentions))


def without_weak(document: Document) -> Document:
    """Return the document without weak figures (a bare "one") and words in quotation marks that nobody spoke."""
    return replace(
        document,
        quotes=tuple(quote for quote in document.quotes if not quote.scare),
        figures=tuple(figure for figure in document.figures if not figure.weak),
    )
