"""Speech whose speaker is not named: "It was alleged that Dahl lied", "Residents were told to stay"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import (
    QUESTION_TAGS,
    REPORTING_CONJUNCTIONS,
    active_or_passive_subject,
    active_subject,
    agent_of,
    is_infinitive,
    passive_subject,
    subtree,
)
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.saying.clauses import Clause

HEARINGS: Final = words_by_use()["hears"]


def said_by_nobody_named(clause: Clause) -> set[int]:
    """Return what a passive without an agent says, no tokens of any other clause: "It was alleged that Dahl lied"."""
    verb = clause.verb
    if "hearing" in clause.cue.frames:
        return heard_in_court(verb)
    subject = passive_subject(verb)
    if subject is None or "hearsay" not in clause.cue.frames or agent_of(verb) is not None or is_within_saying(verb):
        return set()
    if "addressee" in clause.cue.frames:
        said = reported_clause(verb) or plain_clause(verb) or reported_infinitive(verb)
        return said if can_be_addressed(subject) else set()
    if subject.lower_ == "it" and (clausal := reported_clause(verb)):
        return clausal
    rumoured = reported_infinitive(verb)
    return subtree(subject) | rumoured if rumoured and subject.tag_ not in QUESTION_TAGS else set()


def heard_in_court(verb: Token) -> set[int]:
    """Return what a court hears: "The court heard that Dahl lied", "the inquest heard how he died"."""
    subject = active_subject(verb)
    if subject is None or subject.lower_ not in HEARINGS or is_within_saying(verb):
        return set()
    return reported_clause(verb) or plain_clause(verb)


def reported_clause(verb: Token) -> set[int]:
    """Return the clause that a passive reports: "was told that his pass had expired"."""
    for child in verb.rights:
        if child.dep_ == "ccomp" and any(map(opens_reported_clause, child.lefts)):
            return subtree(child)
    return set()


def opens_reported_clause(word: Token) -> bool:
    """Return whether a word opens a reported clause: "that", "whether", "why"."""
    return word.lower_ in REPORTING_CONJUNCTIONS or word.tag_ in QUESTION_TAGS


def plain_clause(verb: Token) -> set[int]:
    """Return the clause without "that" which a passive reports: "were told it fell", "He left, Ott was told"."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and active_or_passive_subject(child)]
    row = [child for child in verb.rights if child.dep_ == "conj" and not active_or_passive_subject(child)]
    if len(clauses) != 1 or (clauses[0].i < verb.i and row):
        return set()
    last = row[-1] if row else clauses[0]
    return set(range(clauses[0].left_edge.i, last.right_edge.i + 1)) - {verb.i}


def reported_infinitive(verb: Token) -> set[int]:
    """Return the infinitive that a passive reports: "were told to stay", "were reported to have fled"."""
    found = (child for child in verb.rights if child.dep_ == "xcomp" and is_infinitive(child))
    return next((subtree(child) for child in found), set())


def can_be_addressed(subject: Token) -> bool:
    """Return whether a noun is somebody who can be told something: a person, people, a body, a pronoun."""
    role = role_of(subject)
    named = subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    heard = subject.pos_ == "PRON" or subject.lower_ in HEARINGS
    return named or heard or (role is not None and role.kind != "text")


def is_within_saying(verb: Token) -> bool:
    """Return whether a passive is a part of what somebody says, asks or hears: "said she was told to stay"."""
    return any(above.lower_ in cues.verbs() for above in verb.ancestors)
