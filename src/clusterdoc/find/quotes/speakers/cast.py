"""Who there is in an article: people, groups, bodies and texts that can be meant by "he", "it", "the mayor"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying.source_words import joined_by_comma, source_range
from clusterdoc.find.quotes.saying.sources import actor_of
from clusterdoc.find.quotes.speakers.index import NameIndex
from clusterdoc.find.quotes.speakers.plurals import (
    can_be_people,
    has_others,
    has_several_names,
    is_one_of_many,
    is_people,
    is_plural,
)
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.quotes.speakers.titleholders import (
    gender_of_person,
    is_described_as_person,
    is_title_of_work,
    titles_of,
)
from clusterdoc.find.syntax import RELATIVE_TAGS, agent_of
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.facts import Entity
    from clusterdoc.find.quotes.reading.page import Page, Range

LINKS: Final = frozenset(
    {"of", "for", "by", "with", "to", "and", "or", "from", "at", "in", "on", "against", "like", "'s"}
)
MANY: Final = frozenset({"some", "many", "others", "both", "all", "several", "most", "few"})
SOME: Final = words_by_use()["some of many"]
SHOWING: Final = words_by_use()["shows"]
MESSAGES: Final = words_by_use()["message"]
SPEAKS_AS: Final = {"things": "many", "thing": "body"}  # what speaks is somebody
NAMESAKES: Final = frozenset({"younger", "elder", "older"})  # "the younger Mr. Ott" is not the one called so
PSEUDONYMS: Final = frozenset({"pseudonym", "name", "alias", "nickname"})  # "a man using the name Leo"
ONE: Final = frozenset({"one", "someone", "anyone", "everyone", "person"})
SPEAKING: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
NAME_DEPENDENCIES: Final = frozenset({"appos", "nmod", "dobj"})
LONGEST_LETTERS: Final = len("CBE")
ARTICLE: Final = re.compile(r"^(?:[Tt]he|[Aa]n?) ")


@dataclass(frozen=True, slots=True)
class Someone:
    """One who can speak: name, entity if it is one, kind (person, many, body, text, thing, anyone), gender."""

    name: str
    entity: Entity | None
    kind: str
    gender: str | None = None

    @property
    def id(self) -> str | None:
        """The id of the entity, or None."""
        return self.entity.id if self.entity else None


def is_name_of(entity: Entity, head: Token) -> bool:
    """Return whether a noun is the head of an entity's name."""
    return any(mention.end == head.idx + len(head) for mention in entity.mentions)


def is_part_of_name(entity: Entity, head: Token) -> bool:
    """Return whether an entity of another kind is only the last word of somebody's name: "Cole" of "- Dana Cole"."""
    if entity.label in SPEAKING:
        return False
    before = any(child.dep_ == "compound" for child in head.lefts)
    return before and any(mention.start == head.idx for mention in entity.mentions)


def is_shown(noun: Token) -> bool:
    """Return whether somebody holds a thing up: "waving a flag which read"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in SHOWING


def is_object_within(page: Page, name: int, start: int) -> bool:
    """Return whether a name is only the object of what a source does: "the lawyer defending Bo Kerr"."""
    word = page.doc[page.token_at(name)]
    while word.dep_ == "compound":
        word = word.head
    if any(other.lower_ in PSEUDONYMS for other in (*word.children, *word.head.children)):
        return False
    return word.dep_ == "dobj" and start <= word.head.idx < name


def is_clause_as_name(first: Token) -> bool:
    """Return whether a relative pronoun begins a name by its capital: "the band Who Knows"."""
    return first.is_title and first.tag_ in RELATIVE_TAGS


def is_some_of(entity: Entity, head: Token) -> bool:
    """Return whether only some of a group are meant: "other Republicans", "two Democrats"."""
    some = any(child.lower_ in SOME or child.dep_ == "nummod" for child in head.lefts)
    return entity.label == "NORP" and some


def kind_of_speaker(head: Token, someone: Someone, *, in_office: bool) -> str:
    """Return what kind someone is who speaks: things are people, a body can be one of them."""
    kind = SPEAKS_AS.get(someone.kind, someone.kind)
    if kind != "body":
        return kind
    if someone.entity is None and is_one_of_many(head):  # "A docker said … . He …"
        return "anyone"
    return "person" if in_office else "body"


class Cast:
    """The people and things of an article, by place."""

    def __init__(self, page: Page, entities: Sequence[Entity]) -> None:
        self.page = page
        self.index = NameIndex(entities)
        self.known: dict[int, Someone] = {}
        self._entities: dict[str, Someone] = {}
        self._titles: dict[str, frozenset[str]] = {}

    def heard(self, head: Token, someone: Someone, *, in_office: bool) -> None:
        """Note who the words with this head turned out to be; who speaks `in_office` is a person."""
        self.known[head.i] = someone
        self.learn(someone, replace(someone, kind=kind_of_speaker(head, someone, in_office=in_office)))

    def learn(self, old: Someone, new: Someone) -> Someone:
        """Put what is now known of someone in place of what was known before, wherever that is kept; return it."""
        if new.entity is not None:
            self._entities[new.entity.id] = new
        self.known.update((number, new) for number, one in list(self.known.items()) if one is old)
        return new

    def of(self, entity: Entity) -> Someone:
        """Return the one behind an entity."""
        if entity.id not in self._entities:
            kind = {"PERSON": "person", "NORP": "many"}.get(entity.label, "body")
            if kind == "body" and is_described_as_person(self.page, entity):
                kind = "anyone"
            if kind == "person" and is_title_of_work(self.page, entity):
                kind = "text"
            gender = gender_of_person(self.page, entity) if kind == "person" else None
            self._entities[entity.id] = Someone(entity.name, entity, kind, gender)
        return self._entities[entity.id]

    def named(self, head: Token, source: Range | None = None) -> Someone | None:
        """Return whom a name stands for, alone or after a description: "the judge, Bo Kerr"; None for a description."""
        if joined_by_comma(head, head.head) is not None or any(child.lower_ in NAMESAKES for child in head.lefts):
            return None
        if has_others(head):
            return self._titled_twice(head, source) if source else None
        if is_people(head) or has_several_names(head):
            return self._of_group(head)
        found = (self._whole(source) or self._person_at_end(source)) if source else None
        return found or self._at_head(head)

    def _at_head(self, head: Token) -> Someone | None:
        """Return whose name a noun is in, or whose name stands in apposition to it."""
        entity = self._lettered(head) or self.index.at_token(head)
        if entity is not None and (is_part_of_name(entity, head) or is_some_of(entity, head)):
            return None
        if entity is not None and (head.pos_ == "PROPN" or entity.label == "PERSON" or head.text[0].isupper()):
            return self.of(entity)
        for child in head.children:
            if child.dep_ in NAME_DEPENDENCIES and child.i > head.i:
                entity = self.index.at_token(child)
                if entity is not None and entity.label in ("PERSON", "ORG"):
                    return self.of(entity)
        return None

    def _lettered(self, letters: Token) -> Entity | None:
        """Return the person whose name the letters of an honour or an office stand after: "Hugh Dahl KC"."""
        short = letters.is_upper and len(letters) <= LONGEST_LETTERS
        if not short or letters.pos_ != "PROPN" or letters.i == 0:
            return None
        before = letters.nbor(-1)
        entity = self.index.at_token(before)
        return entity if entity is not None and entity.label == "PERSON" else None

    def _of_group(self, head: Token) -> Someone | None:
        """Return the group that a plural names: "the Democrats"; never one of the people listed after it."""
        entity = self.index.at_token(head)
        return self.of(entity) if entity is not None and entity.label != "PERSON" and is_name_of(entity, head) else None

    def _titled_twice(self, head: Token, source: Range) -> Someone | None:
        """Return whom two joined titles name: "co-author and chemist Bo Kerr"; "the mayor and Bo Kerr" are two."""
        entity = self.index.at(source[1] - 1, source[1])
        if entity is None or entity.label != "PERSON" or self.index.at_token(head):
            return None
        name = next(mention.start for mention in entity.mentions if mention.start < source[1] <= mention.end)
        one, joined, other = self.page.text[source[0] : name].rpartition(" and ")
        titled = bool(joined and other.strip()) and ARTICLE.match(other) is None and "," not in other
        return self.of(entity) if titled and head.tag_ == "NN" and head.idx < source[0] + len(one) else None

    def _whole(self, source: Range) -> Someone | None:
        """Return whose name a source is word for word, though only "Norway" of "Better Norway" was found here."""
        words = ARTICLE.sub("", self.page.text[slice(*source)])
        entity = self.index.named(words) if " " in words or words.isupper() else None
        return self.of(entity) if entity is not None else None

    def _person_at_end(self, source: Range) -> Someone | None:
        """Return the person whose name ends a source or stands before its first comma: "the judge, Bo Kerr"."""
        start, end = source
        first, _, _ = self.page.text[start:end].partition(",")
        for at in (start + len(first), end):
            entity = self.index.at(at - 1, at)
            if entity is None or entity.label != "PERSON":
                continue
            near = bisect_right(entity.mentions, at - 1, key=lambda mention: mention.start) - 1
            begins = entity.mentions[near].start if near >= 0 and at <= entity.mentions[near].end else start
            before = self.page.text[start:begins].split()
            if (not before or before[-1].lower() not in LINKS) and not is_object_within(self.page, begins, start):
                return self.of(entity)
        return None

    def author(self, head: Token) -> Token | None:
        """Return who wrote a text: "Oxfam's report", "a NATO press release"; None of "a UN report"."""
        for child in head.children:
            if child.dep_ == "poss":
                return child
            if child.lower_ in ("by", "from"):
                return next((below for below in child.children if below.dep_ == "pobj"), None)
            if child.dep_ == "acl" and agent_of(child) is not None:
                return agent_of(child)
        if is_shown(head):
            return actor_of(head.head)
        if head.lower_ not in MESSAGES:
            return None
        return next((child for child in head.children if child.dep_ == "compound" and self._body(child)), None)

    def _body(self, token: Token) -> bool:
        entity = self.index.at_token(token)
        return entity is not None and entity.label in ("ORG", "PERSON")

    def describe(self, head: Token, source: Range | None) -> Someone | None:
        """Return who is only described, by the words as they stand: "humanitarian groups"."""
        where = source or source_range(self.page, head, None)
        if where is None:
            return None
        role = role_of(head)
        several = is_plural(head) or has_several_names(head)
        words = self.page.text[slice(*where)].removesuffix("’s").removesuffix("'s")
        after = head.idx + len(head) + 1
        if head.is_lower and after < where[1] and is_clause_as_name(head.nbor()):
            return Someone(words[after - where[0] :], None, "body")
        if several or head.lower_ in MANY:
            texts = several and role is not None and role.kind == "text"
            return Someone(words, None, "text" if texts else "many" if can_be_people(head) else "things")
        if role is not None:
            named = head.text[0].isupper() and head.i > head.sent.start + 1  # "the Government confirmed"
            return Someone(ARTICLE.sub("", words) if named else words, None, role.kind, role.gender)
        if head.pos_ == "PROPN":  # a name that no entity has: somebody or something
            initials = head.text.isupper() and all(child.pos_ != "PROPN" for child in head.lefts)  # not "Bo Dahl QC"
            return Someone(ARTICLE.sub("", words), None, "body" if initials else "anyone")
        return Someone(words, None, "person" if head.lower_ in ONE else "thing")

    @cached_property
    def peoples(self) -> frozenset[str]:
        """The words for nations, parties and faiths in the article, in lower case: "french", "democratic"."""
        return self._words_of("NORP")

    @cached_property
    def firms(self) -> frozenset[str]:
        """The words of the names of organisations in the article, in lower case: "acme", "corp."."""
        return self._words_of("ORG")

    def _words_of(self, label: str) -> frozenset[str]:
        return frozenset(token.lower_ for name in self.page.doc.ents if name.label_ == label for token in name)

    def titles(self, entity: Entity) -> frozenset[str]:
        """Return the words that say what a person is, in lower case."""
        if entity.id not in self._titles:
            self._titles[entity.id] = titles_of(self.page, entity)
        return self._titles[entity.id]
