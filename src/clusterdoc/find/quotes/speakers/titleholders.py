"""Who bears a title: the words beside a person's name that say what they are, and whether it is a man or a woman."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.entities.first_names import gender_of
from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.syntax import NOUN_SUBJECTS, prepositional_objects
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.people import gender_of_relation, gender_of_title, is_person, is_role
from clusterdoc.find.words.pronouns import GENDERS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.facts import Entity
    from clusterdoc.find.quotes.reading.page import Page

WORK: Final = re.compile(rf"(?<!\w)(?:{any_word('work')}), \Z")
TITLE_WORDS: Final = frozenset({"PROPN", "NOUN", "ADJ"})
PARTS_OF_TITLE: Final = re.compile(r",? (?:of|for|to|at|in|and|on|with) |, ")
MENTIONS: Final = 20
SUBJECTS_OR_OWNERS: Final = frozenset({"he", "his", "she"})  # "her" can be anybody's object
COPULAS: Final = frozenset({"be", "become", "remain"})
LINKS: Final = frozenset({"of", "for", "and", "'s", "’s"})
OTHERS_FOLLOW: Final = frozenset({"of", "for", "to", "with", "from"})
LONGEST_TITLE: Final = 8


def titles_of(page: Page, entity: Entity) -> frozenset[str]:
    """Return the words of a person's title: the entity's, those before the name, an apposition beside it."""
    words = set(entity.title.lower().split()) if entity.title and says_office(entity.title) else set[str]()
    if entity.label == "PERSON":
        for mention in entity.mentions:
            words |= _before_name(page, page.token_at(mention.start)) | appositive_nouns(page, mention.end)
            words |= nouns_said_of(page, mention.end)
    return frozenset(word.rstrip(".") for word in words)


def says_office(words: str) -> bool:
    """Return whether words say what somebody is: "Secretary of State", not "delegate battle"."""
    return any(is_role(part.split()[-1]) for part in PARTS_OF_TITLE.split(words) if part.split())


def _before_name(page: Page, first: int) -> set[str]:
    """Return the words of a title before a name, in lower case: "Secretary of State", "archbishop"."""
    words: set[str] = set()
    if first and page.doc[first - 1].lower_ in LINKS:  # "a service for Kerr", "the Dahls and Kerr"
        return words
    for token in reversed(page.doc[max(0, first - LONGEST_TITLE) : first]):
        if not (token.pos_ in TITLE_WORDS or token.lower_ in LINKS):
            break
        words.add(token.lower_)
    return words


def appositive_nouns(page: Page, end: int) -> set[str]:
    """Return the nouns in apposition to a name: "Bo Kerr, the judge", "the judge, Bo Kerr"."""
    name = page.doc[page.token_at(end) - 1]
    words = {_owned(child).lower_ for child in name.children if child.dep_ == "appos" and not _is_anothers(child)}
    above = (name.head, name.head.head)  # "Her husband, the poet Bo Kerr"
    if name.dep_ != "appos" or above[0].pos_ != "NOUN":
        return words
    return words | {above[0].lower_} | ({above[1].lower_} if above[0].dep_ == "appos" else set())


def nouns_said_of(page: Page, end: int) -> set[str]:
    """Return the noun that a sentence says a name is, with its modifiers, in lower case: "Kerr is the team doctor"."""
    name = page.doc[page.token_at(end) - 1]
    verb = name.head
    if name.dep_ != "nsubj" or verb.lemma_ not in COPULAS or any(child.dep_ == "neg" for child in verb.children):
        return set()
    said = next((child for child in verb.rights if child.dep_ == "attr" and child.pos_ == "NOUN"), None)
    return (
        {said.lower_, *(child.lower_ for child in said.lefts if child.dep_ in ("compound", "amod"))} if said else set()
    )


def _owned(noun: Token) -> Token:
    """Return the person of whom the bearer of a title is only the owner: "Lady Dahl of Tolva's driver" drives."""
    below = next(prepositional_objects(noun, ("of",)), None)
    owned = below is not None and is_person(below.lower_) and any(child.dep_ == "poss" for child in below.lefts)
    return below if below is not None and owned and gender_of_title(noun.lower_) else noun


def _is_anothers(noun: Token) -> bool:
    """Return whether a noun after a name has its own name: "Kerr, his wife Ana"."""
    return any(child.ent_type_ == "PERSON" for child in noun.rights)


def is_described_as_person(page: Page, entity: Entity) -> bool:
    """Return whether a name that is no person's by its label has a person's role beside it: "Vire Dahl, the mayor"."""
    if " " not in entity.name:
        return False
    apposed = (word for mention in entity.mentions for word in appositive_nouns(page, mention.end))
    return any(is_person(word) and is_role(word) for word in apposed)


def is_title_of_work(page: Page, entity: Entity) -> bool:
    """Return whether a name that looks like a person's comes in as a title: "his book, Spare"."""
    return all(look_back(WORK, page.text, mention.start) is not None for mention in entity.mentions)


def gender_of_person(page: Page, entity: Entity) -> str | None:
    """Return "f" or "m" by a person's own titles, as a wife or a son, or by first name; None where none shows it."""
    titles, kin = set(bearers_own(entity.title or "")), set[str]()
    for mention in entity.mentions:
        near = own_title(page, page.token_at(mention.start)) | appositive_nouns(page, mention.end)
        titles |= near | {mention.text.split()[0].lower()}
        kin |= near
    by_title = {gender_of_title(word.rstrip(".")) for word in titles} - {None}
    if len(by_title) == 1:
        return by_title.pop()
    by_kin = {gender_of_relation(word) for word in kin} - {None}
    if len(by_kin) == 1:
        return by_kin.pop()
    by_name = gender_of(entity.name.split()[0]) if " " in entity.name else None
    return by_name or gender_by_pronouns(page, entity)


def gender_by_pronouns(page: Page, entity: Entity) -> str | None:
    """Return the gender of the pronouns after a subject who is the only person of a sentence: "Kerr fell as he ran"."""
    found: set[str] = set()
    for mention in entity.mentions[:MENTIONS]:
        name = page.doc[page.token_at(mention.end) - 1]
        sentence = page.doc[name.i + 1 : page.ends[name.i]]
        alone = name.dep_ in NOUN_SUBJECTS and name.head.dep_ == "ROOT" and name.head.lower_ not in cues.verbs()
        if alone and not any(token.ent_type_ == "PERSON" or page.in_marks(token.i) for token in sentence):
            found |= {GENDERS[token.lower_] for token in sentence if token.lower_ in SUBJECTS_OR_OWNERS}
    return found.pop() if len(found) == 1 else None


def bearers_own(title: str) -> list[str]:
    """Return the words of a title in lower case that are the bearer's own: not Queen Adela's of "her nephew"."""
    words = title.lower().split()
    owned = [number for number, word in enumerate(words, 1) if word.endswith(("'s", "’s"))]
    words = words[owned[-1] :] if owned else words
    return list(takewhile(lambda word: word not in OTHERS_FOLLOW, words))  # "son of Lady Kerr"


def own_title(page: Page, first: int) -> set[str]:
    """Return the words of a title right before a name, up to the owner of what they name."""
    words: set[str] = set()
    for token in reversed(page.doc[max(0, first - LONGEST_TITLE) : first]):
        if token.pos_ not in TITLE_WORDS:
            break
        words.add(token.lower_)
    return words
