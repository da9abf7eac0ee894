"""Who there is in an article: people, groups, bodies and texts that can be meant by "he", "it", "the mayor"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.first_names import gender_of
from clusterdoc.find.entities.index import NameIndex
from clusterdoc.find.quotes.roles import Role, role_of
from clusterdoc.find.quotes.subjects import agent_of, source_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.facts import Entity
    from clusterdoc.find.quotes.page import Draft, Page, Range

MEN: Final = frozenset("mr sir lord king prince duke pope father brother chairman spokesman congressman emperor".split())
WOMEN: Final = frozenset("mrs ms miss mme lady dame queen princess sister chairwoman spokeswoman congresswoman".split())
BODIES: Final = frozenset({"ORG", "GPE", "NORP"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
BESIDE: Final = frozenset({"appos", "nmod", "dobj"})
ARTICLE: Final = re.compile(r"^(?:[Tt]he|[Aa]n?) ")


@dataclass(slots=True)
class Someone:
    """One who can speak: the name to show, the entity if it is one, kind person, many, body or text, gender if known."""

    name: str
    entity: Entity | None
    kind: str
    gender: str | None = None

    @property
    def id(self) -> str | None:
        """The id of the entity, or None."""
        return self.entity.id if self.entity else None


class Cast:
    """The people and things of an article, by place."""

    def __init__(self, page: Page, entities: Sequence[Entity]) -> None:
        self.page = page
        self.index = NameIndex(entities)
        self.known: dict[int, Someone] = {}
        self._entities: dict[str, Someone] = {}

    def heard(self, head: Token, someone: Someone) -> None:
        """Note who the words with this head turned out to be."""
        self.known[head.i] = someone

    def of(self, entity: Entity) -> Someone:
        """Return the one behind an entity."""
        if entity.id not in self._entities:
            kind = "person" if entity.label == "PERSON" else "many" if entity.label == "NORP" else "body"
            gender = gender_from(entity) if kind == "person" else None
            self._entities[entity.id] = Someone(entity.name, entity, kind, gender)
        return self._entities[entity.id]

    def named(self, head: Token) -> Someone | None:
        """Return whom a name stands for, or the name in apposition: "the judge, Bo Kerr"; None for a mere description."""
        if any(child.dep_ == "conj" for child in head.children):
            return None
        entity = self.index.at(head.idx, head.idx + len(head))
        if entity is not None and (head.pos_ == "PROPN" or entity.label == "PERSON" or head.text[:1].isupper()):
            return self.of(entity)
        return self._in_apposition(head)

    def _in_apposition(self, head: Token) -> Someone | None:
        """Return the name set beside a description: "the judge, Bo Kerr", "recycler Green Paper"."""
        for child in head.children:
            if child.dep_ in BESIDE and child.i > head.i:
                entity = self.index.at(child.idx, child.idx + len(child))
                if entity is not None and entity.label in ("PERSON", "ORG"):
                    return self.of(entity)
        return None

    def author(self, head: Token) -> Token | None:
        """Return who wrote a text: "Oxfam's report", "a post by Amy Kerr", "a NATO press release"."""
        for child in head.children:
            if child.dep_ == "poss":
                return child
            if child.dep_ == "compound" and self._body(child):
                return child
            if child.lower_ in ("by", "from"):
                return next((below for below in child.children if below.dep_ == "pobj"), None)
            if child.dep_ == "acl":
                return agent_of(child)
        return None

    def _body(self, token: Token) -> bool:
        entity = self.index.at(token.idx, token.idx + len(token))
        return entity is not None and entity.label in ("ORG", "PERSON")

    def describe(self, head: Token, source: Range | None) -> Someone | None:
        """Return who is only described, by the words as they stand: "humanitarian groups"."""
        where = source or source_range(self.page, head, None)
        if where is None:
            return None
        role = role_of(head)
        several = head.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in head.children)
        kind = "many" if several else "person" if role and role.human else role.kind if role else "body"
        if kind == "body" and role is None and head.pos_ == "PROPN":
            return Someone(ARTICLE.sub("", self.page.text[slice(*where)]), None, "anyone")
        gender = role.kind if role and role.kind in ("f", "m") else None
        return Someone(self.page.text[slice(*where)], None, kind, gender)

    def titled(self, head: Token, role: Role) -> Someone | None:
        """Return the last one named before a role noun whose title or name has it: "the mayor", "the agency"."""
        best: tuple[int, int, Entity] | None = None
        words = {child.lower_ for child in head.lefts if child.dep_ in ("amod", "compound", "poss", "nmod")}
        for entity in self.index.entities:
            given = set((entity.title or "").lower().replace(".", "").split())
            if role.kind == "body":
                given = set(entity.name.lower().split()) if entity.label == "ORG" else set()
            if not given & (role.titles | {head.lower_}):
                continue
            before = [mention.start for mention in entity.mentions if mention.start < head.idx]
            if before and (best is None or (len(words & given), before[-1]) > best[:2]):
                best = (len(words & given), before[-1], entity)
        return self.of(best[2]) if best else None

    def subjects(self, start: int, end: int, draft: Draft, head: Token) -> Iterator[Someone]:
        """Yield the speakers, then the subjects of tokens start..end-1, main clauses first; not from marks."""
        tokens = [t for t in self.page.doc[start:end] if t.dep_ in SUBJECTS and self._free(t, draft) and t.i != head.i]
        heard = [token for token in tokens if token.i in self.known]
        for token in reversed(heard):
            yield self.known[token.i]
        for token in sorted(tokens, key=lambda t: (t.head.dep_ != "ROOT", t.i)):
            if token.i not in self.known:
                yield from self._someone(token)

    def others(self, start: int, end: int, draft: Draft) -> Iterator[Someone]:
        """Yield whoever else is named in tokens start..end-1, outside marks, possessives last."""
        named = [t for t in self.page.doc[start:end] if t.ent_type_ and t.dep_ not in SUBJECTS and self._free(t, draft)]
        for token in sorted(named, key=lambda t: (t.dep_ == "poss", t.i)):
            entity = self.index.at(token.idx, token.idx + len(token))
            if entity is not None:
                yield self.of(entity)

    def has_pronoun(self, start: int, end: int, kind: str, form: str) -> bool:
        """Return whether a sentence has the same pronoun for its subject: others in it are somebody else."""
        del kind
        return any(t.lower_ == form and t.dep_ in SUBJECTS and self.page.inside[t.i] < 0 for t in self.page.doc[start:end])

    def _free(self, token: Token, draft: Draft) -> bool:
        """Return whether a word is the writer's own: in no marks, and not what is being said."""
        if self.page.inside[token.i] >= 0:
            return False
        return not any(start <= token.idx < end for start, end in draft.parts)

    def _someone(self, token: Token) -> Iterator[Someone]:
        """Yield who a subject is, name or description, then the first of several; nobody for pronouns."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return
        someone = self.named(token) or self.describe(token, None)
        if someone is not None:
            yield someone
        entity = self.index.at(token.idx, token.idx + len(token))
        if entity is not None and (someone is None or someone.entity is None):
            yield self.of(entity)


def gender_from(entity: Entity) -> str | None:
    """Return "f" or "m" by title, else by first name; None when neither tells."""
    words = set((entity.title or "").lower().replace(".", "").split())
    for mention in entity.mentions:
        words |= {mention.text.split()[0].lower().rstrip(".")} if mention.text.split() else set()
    if words & WOMEN:
        return "f"
    if words & MEN:
        return "m"
    return gender_of(entity.name.split()[0]) if " " in entity.name else None
