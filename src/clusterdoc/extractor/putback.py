"""Facts of the prose to facts of the article: every span gets the offsets and the characters of the source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker
    from clusterdoc.prose import Prose

    Place = TypeVar("Place", Span, Mention, Figure)


def put_back(document: Document, source: Source, prose: Prose) -> Document:
    """Return the document of a source whose facts were found in its prose.

    Names, titles, units and the text of quotes stay as the prose has them.
    """
    if not prose.layers:
        return replace(document, source=replace(source, sentences=document.source.sentences))
    way = Way(prose, source.text)
    return replace(
        document,
        source=replace(source, sentences=way.sentences(document.source.sentences)),
        entities=tuple(way.entity(entity) for entity in document.entities),
        quotes=tuple(way.quote(quote) for quote in document.quotes),
        figures=tuple(way.figure(figure) for figure in document.figures),
    )


class Way:
    """The way from a prose back into the text of its article."""

    def __init__(self, prose: Prose, text: str) -> None:
        self.prose = prose
        self.text = text

    def sentences(self, places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Return the sentences of the source in its order; one in a column that has another beside it, line by line."""
        return tuple(sorted(old for place in places for old in self.prose.stretches(*place)))

    def place(self, place: Place) -> Place:
        """Return a span with the offsets and the characters of the source."""
        start, end = self.prose.back(place.start, place.end)
        return replace(place, start=start, end=end, text=self.text[start:end])

    def places(self, part: Span) -> Iterator[Span]:
        """Yield a part of a quote as stretches of the source: several where another column stands between its lines."""
        for start, end in self.prose.stretches(part.start, part.end):
            yield replace(part, start=start, end=end, text=self.text[start:end])

    def entity(self, entity: Entity) -> Entity:
        """Return an entity with the mentions of the source."""
        return replace(entity, mentions=tuple(self.place(mention) for mention in entity.mentions))

    def quote(self, quote: Quote) -> Quote:
        """Return a quote whose parts, cue and speaker stand in the source."""
        return replace(
            quote,
            text=self.words(quote),
            parts=tuple(old for part in quote.parts for old in self.places(part)),
            cue=quote.cue and self.place(quote.cue),
            speaker=quote.speaker and self.speaker(quote.speaker),
        )

    def words(self, quote: Quote) -> str:
        """Return the text of a quote with its marks as they are written."""
        text, done = quote.text, 0
        for part in quote.parts:
            at = text.find(part.text, done)
            if at >= 0:
                done = at + len(part.text)
                text = text[:at] + self.prose.written[part.start : part.end] + text[done:]
        return text

    def speaker(self, speaker: Speaker) -> Speaker:
        """Return a speaker named where the source names them."""
        if speaker.start is None or speaker.end is None:
            return speaker
        start, end = self.prose.back(speaker.start, speaker.end)
        return replace(speaker, start=start, end=end, text=self.text[start:end])

    def figure(self, figure: Figure) -> Figure:
        """Return a figure of the source, and what it measures."""
        return replace(self.place(figure), of=figure.of and self.place(figure.of))
