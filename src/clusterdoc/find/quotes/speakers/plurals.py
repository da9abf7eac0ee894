"""Nouns that stand for more than one: "the defendants, Bo Dahl and Amy Kerr", "Bo Dahl, QC, and Amy Kerr, QC"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import NOUN_SUBJECTS, appositives, prepositional_objects

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page

NEAR: Final = 60  # tokens
AGENTS: Final = ("er", "or", "ist", "ian")
INDEFINITE: Final = frozenset({"a", "an", "another"})


def is_people(head: Token) -> bool:
    """Return whether a noun stands for several people: "the defendants, Bo Dahl and Amy Kerr"."""
    role = role_of(head)
    return head.tag_ == "NNS" and role is not None and role.human


def has_several_names(head: Token) -> bool:
    """Return whether several names stand in apposition to a noun: "counsel to the firm, Bo Dahl and Amy Kerr"."""
    names = [noun for noun in appositives(head) if noun.ent_type_ == "PERSON" and head.ent_type_ != "PERSON"]
    return any(child.dep_ == "conj" and child.ent_type_ == "PERSON" for name in names for child in name.children)


def can_be_people(head: Token) -> bool:
    """Return whether the head of a plural can stand for people: "officials", "Ott and Dahl", not "ibises"."""
    return head.tag_ != "NNS" or role_of(head) is not None or has_others(head)


def is_one_of_many(head: Token) -> bool:
    """Return whether a noun that no table knows may be a person by its article: "a docker", "another tenor"."""
    article = any(child.lower_ in INDEFINITE for child in head.lefts if child.dep_ in ("det", "nummod"))
    agent = head.lower_.endswith(AGENTS) and head.tag_ == "NN"  # not "a voice"
    return article and agent and head.dep_ == "nsubj" and role_of(head) is None


def is_plural(head: Token) -> bool:
    """Return whether a noun phrase stands for more than one by its form: "officials", "Dahl and Kerr"."""
    return head.tag_ in ("NNS", "NNPS") or has_others(head)


def has_others(name: Token) -> bool:
    """Return whether somebody else is joined to a name: "Dahl and Kerr", "Bo Dahl, QC, and Amy Kerr, QC"."""
    if any(child.dep_ == "conj" for child in name.children):
        return True
    coordinated = (other for noun in appositives(name) for other in noun.children if other.dep_ == "conj")
    people = any(other.ent_type_ == "PERSON" for other in coordinated) or _has_colleague(name)
    return name.ent_type_ == "PERSON" and people


def _has_colleague(name: Token) -> bool:
    """Return whether the parse hung a second person on the first one's firm: "Kerr of Acme and Dahl of Initech"."""
    firms = prepositional_objects(name, ("of", "from"))
    others = (
        other for firm in firms for other in firm.children if other.dep_ == "conj" and other.ent_type_ == "PERSON"
    )
    return any(next(prepositional_objects(other, ("of", "from")), None) is not None for other in others)


def some_of_them(page: Page, head: Token) -> str | None:
    """Return whom "One of them" is of, in the words of the article: "One of the miners"; None where it does not say.

    They are the last group that is a subject, or of which one spoke, in the writer's words.
    """
    them = next(prepositional_objects(head, ("of",)), None)
    if them is None or them.lower_ != "them":
        return None
    before = page.doc[max(0, head.i - NEAR) : head.i]
    acting = (noun for noun in reversed(before) if is_people(noun) and _acts(noun) and not page.in_marks(noun.i))
    people = next(acting, None)
    return f"{page.doc[head.left_edge.i : them.i].text.strip()} the {people.lower_}" if people is not None else None


def _acts(noun: Token) -> bool:
    """Return whether a noun is a subject, or what a subject is of: "One of the children said"."""
    above = noun.head.head if noun.head.lower_ == "of" else noun
    return above.dep_ in NOUN_SUBJECTS
