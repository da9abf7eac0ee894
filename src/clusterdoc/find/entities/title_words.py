"""The words that titles are made of, over tags and parse: roles, nouns, names that are no person's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.words import people
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from clusterdoc.facts import Entity

    Taken = dict[int, Entity]

# Tags of what a title is made of; participles too, where a noun follows: "retired miner", "sitting MP".
INSIDE: Final = frozenset({"NN", "NNP", "NNPS", "JJ", "POS", "NNS", "HYPH", "CD", "JJS"})
# What the tagger takes a role for before a name: "prop forward Ana Ruiz", "Playwright Ana Ruiz".
MISTAGGED: Final = frozenset({"RB", "UH", "FW"})
PARTICIPLES: Final = frozenset({"VBN", "VBG"})
MARKS: Final = frozenset({"'s", "’s", "'", "-"})
STOPS: Final = frozenset({",", ".", ";", ":", '"', "“", "”", "(", ")", "–", "—"})
LINKS: Final = frozenset({"of", "for", "to", "at", "from", "in"})
STATUS: Final = words_by_use()["part of a title"]
NOBODY: Final = words_by_use()["says nothing of somebody"] | {"one"}


def role_at(doc: Doc, at: int) -> bool:
    """Return whether a token is a role or rank, with words tied by a hyphen: "president", "Sen.", "co-ordinator"."""
    word = doc[at].text
    if people.is_role(word) or (word[0].isupper() and word.lower().rstrip(".") in people.used_as("abbreviation")):
        return True
    return at > 1 and doc[at - 1].text == "-" and people.is_role(f"{doc[at - 2].text}-{word}")


def has_role(doc: Doc, first: int, last: int) -> bool:
    """Return whether one of tokens first..last-1 is a role."""
    return any(role_at(doc, at) for at in range(first, last))


def is_several(token: Token) -> bool:
    """Return whether a token is a role in the plural: "officers", "defence counsels"."""
    word = token.lower_
    known = word in people.plurals() or word.rpartition("-")[2] in people.plurals()
    return known and (token.tag_ in {"", "NNS", "NNPS"} or (token.tag_ == "NNP" and word.endswith("s")))


def people_word(token: Token, *uses: str) -> bool:
    """Return whether a token is a word of one of these uses: "Dr." is a style."""
    return token.text[0].isupper() and token.lower_.rstrip(".") in people.used_as(*uses)


def is_person_at(at: int, taken: Taken) -> bool:
    """Return whether a token belongs to a person's name."""
    entity = taken.get(at)
    return entity is not None and entity.label == "PERSON"


def belongs(doc: Doc, at: int, taken: Taken) -> bool:
    """Return whether a token can be a part of a title: a noun, an adjective, a name that is no person's."""
    token = doc[at]
    if token.is_space or (token.text in STOPS and not is_person_at(at, taken)):
        return is_within_name(at, taken) or holds_acronym(doc, at, taken) or is_abbreviated(doc, at)
    if is_person_at(at, taken):
        return False
    return at in taken or token.tag_ in INSIDE or is_titular(doc, at) or is_tied(doc, at) or is_participle(doc, at)


def is_within_name(at: int, taken: Taken) -> bool:
    """Return whether a token goes on with the name that the one before it belongs to."""
    entity = taken.get(at)
    return entity is not None and taken.get(at - 1) is entity


def is_titular(doc: Doc, at: int) -> bool:
    """Return whether a token without a tag, or with a wrong one, can be a part of a title by its letters."""
    token = doc[at]
    if token.tag_:
        return token.text == "Under" or (token.tag_ in MISTAGGED and role_at(doc, at))  # "Under Secretary of Defense"
    return token.text[0].isupper() or token.text in MARKS or role_at(doc, at) or is_several(token)


def holds_acronym(doc: Doc, at: int, taken: Taken) -> bool:
    """Return whether a bracket with an acronym stands in the middle of a title: "Tolva Relief Council (TRC) head"."""
    opening = at if doc[at].text == "(" else at - 2
    closing = opening + 2
    if opening < 1 or closing + 1 >= len(doc) or (doc[opening].text, doc[closing].text) != ("(", ")"):
        return False
    return opening + 1 in taken and doc[closing + 1].tag_ in INSIDE and doc[closing + 1].is_lower


def is_abbreviated(doc: Doc, at: int) -> bool:
    """Return whether a stop belongs to a rank before it: "Lt. Gov."."""
    return at > 0 and doc[at].text == "." and people_word(doc[at - 1], "abbreviation")


def is_tied(doc: Doc, at: int) -> bool:
    """Return whether a hyphen ties a token to a word: "based" of "Tolva-based", "co" of "co-author"."""
    return (at > 0 and doc[at - 1].text == "-") or (at + 1 < len(doc) and doc[at + 1].text == "-")


def is_participle(doc: Doc, at: int) -> bool:
    """Return whether a participle stands before a noun that it says something of: "retired miner"."""
    token = doc[at]
    if token.tag_ not in PARTICIPLES or at + 1 == len(doc) or doc[at + 1].tag_ not in INSIDE:
        return False
    return token.dep_ == "amod" or token.lower_ in STATUS
