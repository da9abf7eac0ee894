"""Who there is in an article: people, groups, bodies and texts that can be meant by "he", "it", "the mayor"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.first_names import gender_of
from clusterdoc.find.entities.index import NameIndex
from clusterdoc.find.quotes import cues
from clusterdoc.find.quotes.roles import Role, role_of
from clusterdoc.find.quotes.subjects import agent_of, source_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.facts import Entity
    from clusterdoc.find.quotes.page import Draft, Page, Range

MEN: Final = frozenset(
    {
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "duke",
        "pope",
        "father",
        "brother",
        "chairman",
        "spokesman",
        "congressman",
        "emperor",
    }
)
WOMEN: Final = frozenset(
    {
        "mrs",
        "ms",
        "miss",
        "mme",
        "lady",
        "dame",
        "queen",
        "princess",
        "sister",
        "chairwoman",
        "spokeswoman",
        "congresswoman",
    }
)
TITLE_WORDS: Final = frozenset({"PROPN", "NOUN", "ADJ"})
LONGEST_TITLE: Final = 8
LINKS: Final = frozenset(
    {"of", "for", "by", "with", "to", "and", "or", "from", "at", "in", "on", "against", "like", "'s"}
)
MANY: Final = frozenset({"some", "many", "others", "both", "all", "several", "most", "few"})
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
        self._roles: dict[str, set[str]] = {}

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

    def named(self, head: Token, source: Range | None = None) -> Someone | None:
        """Return whom a name stands for, alone or after a description: "the judge, Bo Kerr"; None for a description."""
        if any(child.dep_ == "conj" for child in head.children):
            return None
        person = self._person_at_end(source) if source else None
        if person is not None:
            return person
        entity = self.index.at(head.idx, head.idx + len(head))
        if entity is not None and (head.pos_ == "PROPN" or entity.label == "PERSON" or head.text[:1].isupper()):
            return self.of(entity)
        for child in head.children:
            if child.dep_ in BESIDE and child.i > head.i:
                entity = self.index.at(child.idx, child.idx + len(child))
                if entity is not None and entity.label in ("PERSON", "ORG"):
                    return self.of(entity)
        return None

    def _person_at_end(self, source: Range) -> Someone | None:
        """Return the person whose name ends a source or stands before its first comma, unless it only belongs to one."""
        start, end = source
        first = self.page.text.find(",", start, end)
        for at in (*((first,) if first > 0 else ()), end):
            entity = self.index.at(at - 1, at)
            if entity is None or entity.label != "PERSON":
                continue
            begins = next((m.start for m in entity.mentions if m.start <= at - 1 < m.end), start)
            before = self.page.text[start:begins].split()
            if not before or before[-1].lower() not in LINKS:
                return self.of(entity)
        return None

    def author(self, head: Token) -> Token | None:
        """Return who wrote a text: "Oxfam's report", "a post by Amy Kerr", "a NATO press release"."""
        for child in head.children:
            if child.dep_ == "poss":
                return child
            if child.lower_ in ("by", "from"):
                return next((below for below in child.children if below.dep_ == "pobj"), None)
            if child.dep_ == "acl" and agent_of(child) is not None:
                return agent_of(child)
        return next((child for child in head.children if child.dep_ == "compound" and self._body(child)), None)

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
        if head.lower_ in ("one", "someone", "anyone", "everyone"):
            return Someone(self.page.text[slice(*where)], None, "person")
        kind = (
            "many"
            if several or head.lower_ in MANY
            else "person"
            if role and role.human
            else role.kind
            if role
            else "body"
        )
        if kind == "body" and role is None and head.pos_ == "PROPN":
            kind = "body" if head.text.isupper() else "anyone"
            return Someone(ARTICLE.sub("", self.page.text[slice(*where)]), None, kind)
        gender = role.kind if role and role.kind in ("f", "m") else None
        return Someone(self.page.text[slice(*where)], None, kind, gender)

    def titled(self, head: Token, role: Role) -> Someone | None:
        """Return the last one named before a role noun whose title or name has it: "the mayor", "the agency"."""
        best: tuple[int, int, Entity] | None = None
        words = {child.lower_ for child in head.lefts if child.dep_ in ("amod", "compound", "poss", "nmod")}
        for entity in self.index.entities:
            given = self._titles(entity)
            if role.kind == "body":
                given = set(entity.name.lower().split()) if entity.label == "ORG" else set()
            if not given & (role.titles | {head.lower_}):
                continue
            before = [mention.start for mention in entity.mentions if mention.start < head.idx]
            if before and (best is None or (len(words & given), before[-1]) > best[:2]):
                best = (len(words & given), before[-1], entity)
        return self.of(best[2]) if best else None

    def _titles(self, entity: Entity) -> set[str]:
        """Return the words that say what a person is: title, words before the name, an apposition after it."""
        if entity.id not in self._roles:
            words = set((entity.title or "").lower().replace(".", "").split())
            if entity.label == "PERSON":
                for mention in entity.mentions:
                    words |= self._before(self.page.token_at(mention.start)) | self._beside(mention.end)
            self._roles[entity.id] = words
        return self._roles[entity.id]

    def _before(self, first: int) -> set[str]:
        """Return the words of a title before a name, in lower case: "Secretary of State", "archbishop"."""
        words: set[str] = set()
        for token in reversed(self.page.doc[max(0, first - LONGEST_TITLE) : first]):
            if not (token.pos_ in TITLE_WORDS or token.lower_ in ("of", "for", "and", "'s", "’s")):
                break
            words.add(token.lower_)
        return words

    def _beside(self, end: int) -> set[str]:
        """Return the nouns in apposition to a name: "Bo Kerr, the judge", "the judge, Bo Kerr"."""
        name = self.page.doc[max(0, self.page.token_at(end) - 1)]
        words = {child.lower_ for child in name.children if child.dep_ == "appos"}
        return words | ({name.head.lower_} if name.dep_ == "appos" and name.head.pos_ == "NOUN" else set())

    def subjects(self, start: int, end: int, draft: Draft, head: Token) -> Iterator[Someone]:
        """Yield the speakers, then the subjects of tokens start..end-1, main clauses first; not from marks."""
        free = [token for token in self.page.doc[start:end] if token.i != head.i and self._free(token, draft)]
        tokens = [token for token in free if token.dep_ in SUBJECTS or speaks(token)]
        heard = [token for token in free if token.i in self.known]
        for token in reversed(heard):
            yield self.known[token.i]
        for token in sorted(tokens, key=likeliest_first):
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
        return any(
            t.lower_ == form and t.dep_ in SUBJECTS and self.page.inside[t.i] < 0 for t in self.page.doc[start:end]
        )

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


def likeliest_first(subject: Token) -> tuple[bool, bool, int]:
    """Return the order of subjects: those who speak, those of main clauses, the first."""
    cue = cues.verbs().get(subject.head.lower_)
    says = (cue is not None and "marks" not in cue.frames and subject.dep_ in SUBJECTS) or speaks(subject)
    return not says, subject.head.dep_ != "ROOT", subject.i


def speaks(noun: Token) -> bool:
    """Return whether a noun stands right before a cue: "which aid groups strongly condemn", whatever the parse says."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ == "compound":
        return False
    after = next((token for token in noun.doc[noun.i + 1 : noun.i + 3] if token.pos_ != "ADV"), None)
    cue = cues.verbs().get(after.lower_) if after is not None and after.tag_ in ("VBD", "VBP", "VBZ") else None
    return cue is not None and "marks" not in cue.frames


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
