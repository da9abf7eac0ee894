"""Saying without a verb: "Ott's claim that rents fell", "in Ott's words, …"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.source_words import source_range
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import FINITE_OR_MODAL, agent_of, is_infinitive, prepositional_objects, subtree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page, Paragraph

CLAUSES: Final = frozenset({"acl", "relcl", "ccomp", "advcl"})


def find_nominal(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the quotes of nouns of saying that have an owner, outside marks."""
    page = paragraph.page
    for token in paragraph.tokens_among(forms_of_saying()):
        if page.in_marks(token.i):
            continue
        owner = owner_of(token)
        if owner is None:
            continue
        content = in_words(page, token) if token.lower_ == "words" else noun_clause(token)
        parts = page.runs(content)
        source = source_range(page, owner, None)
        if parts and source:
            cue = (token.idx, token.idx + len(token))
            rule = "in someone's words" if token.lower_ == "words" else "noun"
            yield Draft(tuple(parts), rule, cue, token, without_genitive(page, source), owner)


@cache
def forms_of_saying() -> frozenset[str]:
    """Return the nouns of saying, singular and plural, and "words" of "in Ott's words"."""
    return frozenset({*cues.cue_nouns(), "words"})


def owner_of(noun: Token) -> Token | None:
    """Return whose claim it is: "Ott's claim", "the claim by Ott", "the words of Ott"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return None if child.ent_type_ in ("DATE", "TIME") else child  # "Thursday's announcement that …"
        if child.dep_ == "prep" and child.lower_ in (("by", "of") if noun.lower_ == "words" else ("by", "from")):
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    return agent_of(noun) or next(filter(is_human, prepositional_objects(noun, ("of",))), None)


def is_human(noun: Token) -> bool:
    """Return whether a noun after "of" is who says it: "the contention of Dahl that …", not "the claim of theft"."""
    role = role_of(noun)
    return noun.ent_type_ in ("PERSON", "ORG") or (role is not None and role.human)


def noun_clause(noun: Token) -> set[int]:
    """Return the clause a noun of saying takes: "that rents fell", "to leave"."""
    for child in noun.rights:
        if child.dep_ not in CLAUSES:
            continue
        that = next((c for c in child.children if c.lower_ == "that" and c.dep_ == "mark"), None)
        between = noun.doc[noun.i + 1 : child.left_edge.i]
        if that is not None or (is_infinitive(child) and not any(token.lower_ == "of" for token in between)):
            return subtree(child)
    return set()


def in_words(page: Page, words: Token) -> set[int]:
    """Return the sentence around "in Ott's words" and "in the words of Ott"."""
    if words.head.lower_ != "in":
        return set()
    around = [page.doc[i] for i in range(page.sentences[words.i], page.ends[words.i])]
    if not any(token.tag_ in FINITE_OR_MODAL for token in around):  # the heading "My life in my own words"
        return set()
    return {token.i for token in around} - subtree(words.head)


def without_genitive(page: Page, source: tuple[int, int]) -> tuple[int, int]:
    """Return the words of an owner without the 's."""
    text = page.text[slice(*source)]
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    return source[0], source[0] + len(text)
