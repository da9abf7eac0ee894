"""Who bears a title: the words beside a person's name that say what they are, and whether it is a man or a woman."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.first_names import gender_of
from clusterdoc.find.words.people import gender_of_title

if TYPE_CHECKING:
    from clusterdoc.facts import Entity
    from clusterdoc.find.quotes.reading.page import Page

TITLE_WORDS: Final = frozenset({"PROPN", "NOUN", "ADJ"})
LINKS: Final = frozenset({"of", "for", "and", "'s", "’s"})
OTHERS_FOLLOW: Final = frozenset({"of", "for", "to", "with", "from"})
LONGEST_TITLE: Final = 8


def titles_of(page: Page, entity: Entity) -> frozenset[str]:
    """Return the words of a person's title: the entity's, those before the name, an apposition beside it."""
    words = set((entity.title or "").lower().split())
    if entity.label == "PERSON":
        for mention in entity.mentions:
            words |= _before_name(page, page.token_at(mention.start)) | appositive_nouns(page, mention.end)
    return frozenset(word.rstrip(".") for word in words)


def _before_name(page: Page, first: int) -> set[str]:
    """Return the words of a title before a name, in lower case: "Secretary of State", "archbishop"."""
    words: set[str] = set()
    for token in reversed(page.doc[max(0, first - LONGEST_TITLE) : first]):
        if not (token.pos_ in TITLE_WORDS or token.lower_ in LINKS):
            break
        words.add(token.lower_)
    return words


def appositive_nouns(page: Page, end: int) -> set[str]:
    """Return the nouns in apposition to a name: "Bo Kerr, the judge", "the judge, Bo Kerr"."""
    name = page.doc[max(0, page.token_at(end) - 1)]
    words = {child.lower_ for child in name.children if child.dep_ == "appos"}
    return words | ({name.head.lower_} if name.dep_ == "appos" and name.head.pos_ == "NOUN" else set())


def gender_of_person(page: Page, entity: Entity) -> str | None:
    """Return "f" or "m" by a person's own titles, else by first name; None when neither tells or they disagree."""
    words = set(bearers_own(entity.title or ""))
    for mention in entity.mentions:
        words |= own_title(page, page.token_at(mention.start)) | appositive_nouns(page, mention.end)
        words.add(mention.text.split()[0].lower())
    genders = {gender_of_title(word.rstrip(".")) for word in words} - {None}
    if len(genders) == 1:
        return genders.pop()
    return gender_of(entity.name.split()[0]) if " " in entity.name else None


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
