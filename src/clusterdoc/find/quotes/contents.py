"""What is said: the tokens of the content of a clause of saying, over the dependency parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes import cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.quotes.clauses import Clause
    from clusterdoc.find.quotes.page import Page

OWN_CLAUSES: Final = frozenset({"advcl", "conj", "cc", "parataxis", "punct", "nsubj", "aux", "auxpass", "mark", "advmod"})
ARGUMENTS: Final = frozenset({"dobj", "oprd", "attr", "ccomp", "xcomp", "prep", "acomp", "advcl", "nsubjpass", "dative"})


def content_of(page: Page, clause: Clause) -> set[int]:
    """Return the tokens of what a clause says; empty where the parse shows none."""
    verb, frames = clause.verb, clause.cue.frames
    if "clause" in frames:
        found = complement(clause) or surrounding(page, clause) or far_complement(page, clause)
        if found:
            return found
    if "to" in frames:
        found = infinitive(clause)
        if found:
            return found
    if "predicate" in frames:
        return predicate(clause)
    if "object" in frames:
        return objects(clause)
    return set(after_preposition(verb, clause.cue.prepositions))


def complement(clause: Clause) -> set[int]:
    """Return the clausal complement: "said (that) rents fell", "rents, Ott said, fell"."""
    verb = clause.verb
    found = [child for child in verb.children if child.dep_ == "ccomp" and child.i != verb.i]
    if not found:
        return set()
    best = max(found, key=lambda child: child.right_edge.i - child.left_edge.i)
    if best.i > verb.i and "addressee" in clause.cue.frames and is_infinitive(best):
        return without_subject(best)
    return within(best) - own(clause) - more_saying(best)


def more_saying(content: Token) -> set[int]:
    """Return the clauses of saying the parse hangs below a content: "said it was over and added that …"."""
    taken: set[int] = set()
    for token in content.subtree:
        if token.dep_ in ("conj", "advcl") and token.i > content.i and token.lower_ in cues.verbs():
            frames = cues.verbs()[token.lower_].frames
            if "clause" in frames and any(c.dep_ == "ccomp" for c in token.children) and lacks_subject(token):
                taken |= within(token) | {child.i for child in token.head.children if child.dep_ == "cc"}
    return taken


def lacks_subject(verb: Token) -> bool:
    """Return whether a verb has no subject of its own."""
    return not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def far_complement(page: Page, clause: Clause) -> set[int]:
    """Return a clause with "that" which the parse hung elsewhere: "told a crowd in the square that rents fell"."""
    verb = clause.verb
    for token in page.doc[verb.i + 1 : page.ends[verb.i]]:
        if token.lower_ in cues.verbs() or page.inside[token.i] >= 0:
            return set()
        if token.lower_ == "that" and token.dep_ == "mark":
            return {i for i in within(token.head) if i >= token.i}
    return set()


def surrounding(page: Page, clause: Clause) -> set[int]:
    """Return the sentence around an aside of saying: "Rents, Ott said, fell" where the cue hangs below "fell"."""
    verb = clause.verb
    head = verb.head
    if verb.dep_ not in ("parataxis", "ccomp") or head == verb or head.i > verb.i and not follows_comma(page, clause):
        return set()
    subject = clause.subject
    if subject is None or subject.head != verb or any(c.dep_ in ("mark", "dobj") for c in verb.children):
        return set()
    return within(head) - within(verb)


def follows_comma(page: Page, clause: Clause) -> bool:
    """Return whether a clause of saying starts after a comma."""
    return clause.first > 0 and page.doc[clause.first - 1].text in (",", "–", "—")


def infinitive(clause: Clause) -> set[int]:
    """Return an infinitive: "vowed to return"; of "urged Dahl to return" without Dahl."""
    for child in clause.verb.children:
        if child.i > clause.verb.i and child.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(child):
            return without_subject(child) - own(clause)
    return set()


def is_infinitive(verb: Token) -> bool:
    """Return whether a verb stands in the infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def without_subject(verb: Token) -> set[int]:
    """Return an infinitive clause from its "to" on."""
    to = next((child.i for child in verb.children if child.dep_ == "aux" and child.lower_ == "to"), verb.i)
    return {i for i in within(verb) if i >= to}


def predicate(clause: Clause) -> set[int]:
    """Return what someone is called or accused of, with who it is: "called the plan theft", "accused Dahl of lying"."""
    verb = clause.verb
    taken: set[int] = set()
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ARGUMENTS:
            taken |= within(child)
    if not any(child.dep_ in ("dobj", "oprd", "ccomp", "xcomp") for child in verb.children):
        return set(after_preposition(verb, clause.cue.prepositions))
    return {i for i in taken if i > verb.i} - own(clause)


def objects(clause: Clause) -> set[int]:
    """Return the object: "denied any role"; with what is said of it: "hailed the deal as historic"."""
    verb = clause.verb
    objects_ = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    if not objects_ or objects_[0] == clause.subject:
        return set(after_preposition(verb, clause.cue.prepositions))
    taken = within(objects_[0])
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("as", "of", "for") and child.i > verb.i:
            taken |= within(child)
    return taken - own(clause)


def after_preposition(verb: Token, prepositions: frozenset[str]) -> Iterator[int]:
    """Yield the object of the prepositions a cue takes: "called for talks"."""
    for child in verb.children:
        if child.dep_ in ("prep", "prt") and child.lower_ in prepositions and child.i > verb.i:
            for below in child.children:
                if below.dep_ in ("pobj", "pcomp"):
                    yield from within(below)


def own(clause: Clause) -> set[int]:
    """Return the tokens of the clause of saying itself: cue, source."""
    subject = clause.subject
    source = within(subject) if subject is not None and not subject.is_ancestor(clause.verb) else set()
    return {clause.verb.i} | source


def within(token: Token) -> set[int]:
    """Return the tokens of a subtree."""
    return {below.i for below in token.subtree}
