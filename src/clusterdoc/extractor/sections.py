"""A long text in sections, and the facts of the sections as those of the whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker

    Place = TypeVar("Place", Span, Mention)

# Where a text is cut, the best first: between paragraphs, lines, words.
BREAKS: Final = ("\n\n", "\r\n\r\n", "\n", "\r", " ")


def sections(text: str, limit: int) -> Iterator[str]:
    """Yield the text in sections of at most `limit` characters that end with a break; joined they are the text."""
    start = 0
    while len(text) - start > limit:
        found = ((text.rfind(mark, start, start + limit), mark) for mark in BREAKS)
        ends = (at + len(mark) for at, mark in found if at >= 0)
        # Half a section at least, so that one break at the beginning of a long line does not make a section of its own.
        end = next((end for end in ends if end > start + limit // 2), start + limit)
        yield text[start:end]
        start = end
    yield text[start:]


def join_documents(source: Source, documents: Sequence[Document]) -> Document:
    """Return the documents of the sections of a source as one: offsets and ids are those of the whole text.

    Entities of one name and label are one; `documents` are in the order of the text and at least one.
    """
    starts = list(accumulate((len(document.source.text) for document in documents), initial=0))
    sentences = [
        (start + by, end + by)
        for by, document in zip(starts, documents, strict=False)
        for start, end in document.source.sentences
    ]
    entities: dict[tuple[str, str], Entity] = {}
    quotes: list[Quote] = []
    figures: list[Figure] = []
    for by, document in zip(starts, documents, strict=False):
        ids = {entity.id: _add(entity, by, entities) for entity in document.entities}
        ids |= {quote.id: f"q{number}" for number, quote in enumerate(document.quotes, len(quotes) + 1)}
        ids |= {figure.id: f"f{number}" for number, figure in enumerate(document.figures, len(figures) + 1)}
        quotes += [_quote(quote, by, ids) for quote in document.quotes]
        figures += [_figure(figure, by, ids) for figure in document.figures]
    whole = replace(source, sentences=tuple(sentences))
    return replace(
        documents[0], source=whole, entities=tuple(entities.values()), quotes=tuple(quotes), figures=tuple(figures)
    )


def _add(entity: Entity, by: int, entities: dict[tuple[str, str], Entity]) -> str:
    """Add an entity's mentions to the one of its name and label, and return the id of that one."""
    key = (entity.label, entity.name)
    known = entities.get(key) or replace(entity, id=f"e{len(entities) + 1}", mentions=())
    mentions = (*known.mentions, *(_moved(mention, by) for mention in entity.mentions))
    title = max(known.title, entity.title, key=lambda title: len(title or ""))
    entities[key] = replace(known, title=title, mentions=mentions)
    return known.id


def _quote(quote: Quote, by: int, ids: dict[str, str]) -> Quote:
    return replace(
        quote,
        id=ids[quote.id],
        parts=tuple(_moved(part, by) for part in quote.parts),
        cue=quote.cue and _moved(quote.cue, by),
        speaker=quote.speaker and _speaker(quote.speaker, by, ids),
        about=tuple(dict.fromkeys(ids[entity] for entity in quote.about)),
    )


def _speaker(speaker: Speaker, by: int, ids: dict[str, str]) -> Speaker:
    entity = speaker.entity and ids[speaker.entity]
    if speaker.start is None or speaker.end is None:
        return replace(speaker, entity=entity)
    return replace(speaker, start=speaker.start + by, end=speaker.end + by, entity=entity)


def _figure(figure: Figure, by: int, ids: dict[str, str]) -> Figure:
    return replace(
        figure,
        id=ids[figure.id],
        start=figure.start + by,
        end=figure.end + by,
        of=figure.of and _moved(figure.of, by),
        quote=figure.quote and ids[figure.quote],
        same_as=figure.same_as and ids[figure.same_as],
    )


def _moved(place: Place, by: int) -> Place:
    return replace(place, start=place.start + by, end=place.end + by)
