"""One index of the people and organisations of an article, by name and by place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from clusterdoc.facts import Entity

ARTICLES: Final = ("al-", "el-")  # of an Arabic name, which goes without it as well: "Omar al-Bashir", "Bashir"


class NameIndex:
    """The entities of an article, by place and by name."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        self.by_id = {entity.id: entity for entity in self.entities}
        self._places = sorted((m.start, m.end, n) for n, entity in enumerate(self.entities) for m in entity.mentions)
        self._starts = [start for start, _, _ in self._places]
        self._folded: dict[str, Entity] = {}
        for form, entity in _forms(self.entities):
            self._folded.setdefault(form.casefold(), entity)

    def at(self, start: int, end: int) -> Entity | None:
        """Return the entity whose mention overlaps the offsets, the longest of several; None if there is none."""
        first = bisect_left(self._starts, start)
        while first and self._places[first - 1][1] > start:
            first -= 1
        best: tuple[int, int] | None = None
        for mention_start, mention_end, number in self._places[first:]:
            if mention_start >= end:
                break
            if mention_end > start and (best is None or mention_end - mention_start > best[0]):
                best = (mention_end - mention_start, number)
        return None if best is None else self.entities[best[1]]

    def at_token(self, token: Token) -> Entity | None:
        """Return the entity whose mention has a token in it, the longest of several; None if there is none."""
        return self.at(token.idx, token.idx + len(token))

    def between(self, start: int, end: int) -> list[tuple[int, Entity]]:
        """Return where the mentions that lie between two offsets start, and the entities they are mentions of."""
        places = self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [(at, self.entities[number]) for at, stop, number in places if stop <= end]

    def named(self, text: str) -> Entity | None:
        """Return the entity of this name, mention text or last name, whatever the case."""
        return self._folded.get(text.casefold())


def end_of_mention(entity: Entity, start: int) -> int:
    """Return where the mention of an entity ends that begins at an offset; the offset itself where none does."""
    return next((mention.end for mention in entity.mentions if mention.start == start), start)


def _forms(entities: tuple[Entity, ...]) -> Iterator[tuple[str, Entity]]:
    """Yield the forms an entity goes by, the surest first: canonical names, mention texts, last names of people."""
    for entity in entities:
        yield entity.name, entity
    for entity in entities:
        for mention in entity.mentions:
            yield mention.text, entity
    for entity in entities:
        if entity.label == "PERSON" and " " in entity.name:
            last = entity.name.split(" ")[-1]
            yield last, entity
            if last.lower().startswith(ARTICLES):
                yield last[len("al-") :], entity
