"""Whom something is said to, where the parse took them into what is said: "told reporters sales fell"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.saying.clauses import Clause


def addressee_in(clause: Clause, content: Token) -> Token | None:
    """Return whom something is said to where the parse took them into it: "told reporters sales fell"."""
    verb = clause.verb
    if "addressee" not in clause.cue.frames or any(child.dep_ in ("dobj", "dative") for child in verb.children):
        return None
    first = verb.doc[verb.i + 1]
    if first.ent_type_ in ("ORG", "PERSON") and (last := last_of_name(first)).dep_ == "compound":
        return last if last.head.dep_ in NOUN_SUBJECTS and last.head.head == content else None
    taken = first.dep_ in ("compound", "nmod") and first.head.dep_ in NOUN_SUBJECTS and first.head.head == content
    return first if taken and (first.tag_ in ("NNS", "NNPS") or role_of(first) is not None) else None


def last_of_name(first: Token) -> Token:
    """Return the last token of the name that a token begins: "News" of "told BBC News voters were tired"."""
    last = first
    while last.i + 1 < len(last.doc) and last.nbor().ent_iob_ == "I":
        last = last.nbor()
    return last
