"""Who speaks how much, and where in the article each person is named and quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusterdoc.facts import Document, Entity, Quote

MARKED: Final = re.compile(r"[\"“„«][^\"”“»]{1,5000}[\"”“»]?")


@dataclass(frozen=True, slots=True)
class Voice:
    """A person, or anyone else who is quoted: words said, and offsets of where they are named and quoted.

    `spoken` counts the words inside quotation marks, `reported` those told in the writer's words.
    """

    name: str
    entity: str | None
    spoken: int
    reported: int
    mentions: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    said: tuple[str, ...]

    @property
    def words(self) -> int:
        """The words of all quotes of this voice."""
        return self.spoken + self.reported


def voices(document: Document) -> tuple[Voice, ...]:
    """Return everyone who is quoted and every person named, those who say most first, then those named most."""
    entities = {entity.id: entity for entity in document.entities}
    said: dict[tuple[str | None, str], list[Quote]] = {
        (entity.id, entity.name): [] for entity in document.entities if entity.label == "PERSON"
    }
    for quote in document.quotes:
        if quote.speaker and quote.speaker.name:
            known = entities.get(quote.speaker.entity or "")
            key = (known.id, known.name) if known else (None, quote.speaker.name)
            said.setdefault(key, []).append(quote)
    found = [_voice(name, entities.get(key or ""), quotes) for (key, name), quotes in said.items()]
    return tuple(sorted(found, key=lambda voice: (-voice.words, -len(voice.mentions))))


def _voice(name: str, entity: Entity | None, quotes: Iterable[Quote]) -> Voice:
    counts = [_words(quote) for quote in quotes]
    return Voice(
        name,
        entity.id if entity else None,
        sum(spoken for spoken, _ in counts),
        sum(reported for _, reported in counts),
        tuple(mention.start for mention in entity.mentions) if entity else (),
        tuple((part.start, part.end) for quote in quotes for part in quote.parts),
        tuple(quote.id for quote in quotes),
    )


def _words(quote: Quote) -> tuple[int, int]:
    """Return how many words of a quote stand inside quotation marks, and how many outside."""
    total = sum(len(part.text.split()) for part in quote.parts)
    if quote.type != "mixed":
        return (total, 0) if quote.type == "direct" else (0, total)
    spoken = sum(len(marked.split()) for part in quote.parts for marked in MARKED.findall(part.text))
    return min(spoken, total), max(total - spoken, 0)
