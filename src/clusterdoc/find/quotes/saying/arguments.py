"""What is said without a clause: infinitives, objects, predicates, what follows a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import (
    FINITE_OR_MODAL,
    QUESTION_TAGS,
    RELATIVE_PRONOUNS,
    infinitive_marker,
    is_infinitive,
    lacks_article,
    passive_subject,
    prepositional_objects,
    subtree,
)
from clusterdoc.find.words.pronouns import REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from spacy.tokens import Token

    from clusterdoc.find.quotes.saying.clauses import Clause

NEITHER: Final = ("self", "selves", "off", "out", "back")
WHEN: Final = frozenset({"as", "because", "when", "while", "after", "before", "until", "although", "though"})
OF_OBJECTS: Final = frozenset({"as", "of", "for"})  # "hailed the deal as historic"
PREDICATES: Final = frozenset({"oprd", "prep", "xcomp"})
COMPLEMENTS: Final = frozenset({"dobj", "oprd", "ccomp", "xcomp"})
ARGUMENTS: Final = frozenset(
    {"dobj", "oprd", "attr", "ccomp", "xcomp", "prep", "acomp", "advcl", "nsubjpass", "dative"}
)


def infinitive(clause: Clause) -> set[int]:
    """Return an infinitive: "vowed to return"; of "urged Dahl to return" without Dahl."""
    for child in clause.verb.rights:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(child):
            return without_subject(child) - own(clause)
    return set()


def without_subject(verb: Token) -> set[int]:
    """Return an infinitive clause from its "to" on, up to a finite verb joined to it: "vowed to go home and wept"."""
    marker = infinitive_marker(verb)
    to = min([verb.i if marker is None else marker.i, *(c.i for c in verb.children if is_denial(c, marker))])
    end = _joined_finite(verb)
    return {i for i in subtree(verb) if to <= i < end}


def _joined_finite(verb: Token) -> int:
    """Return where a finite verb joined to another begins, with its "and"; the end of the text where there is none."""
    joined = (child for child in verb.children if child.dep_ == "conj" and child.tag_ in FINITE_OR_MODAL)
    finite = [child.i for child in joined if not is_bare(child)]
    joints = [child.i for child in verb.children if child.dep_ == "cc"]
    return (joints or finite)[0] if finite else len(verb.doc)


def is_bare(verb: Token) -> bool:
    """Return whether a verb is an infinitive that its tag has for a present: "urged them not to go and speak"."""
    return verb.tag_ == "VBP" and not any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.lefts)


def is_denial(word: Token, marker: Token | None) -> bool:
    """Return whether a word denies an infinitive: "not to cut jobs", "never to return"."""
    return marker is not None and word.lower_ in ("not", "never")


def predicate(clause: Clause) -> set[int]:
    """Return what someone is called or accused of, with who it is: "called the plan theft", "accused Dahl of lying"."""
    verb = clause.verb
    unnamed = clause.cue.lemma == "identify" and not any(token.lower_ == "as" for token in verb.subtree)
    complete = has_complement(verb) or passive_subject(verb) is not None
    if unnamed or not complete or (clause.cue.lemma == "call" and calls_nothing(clause)):
        return set()
    if (named := passive_subject(verb)) is not None:
        return called_by(clause, named)
    described = (child for child in verb.rights if child.dep_ in ARGUMENTS and not is_subordinate(child))
    return {i for child in described for i in up_to_finite(child) if i > verb.i} - own(clause)


def called_by(clause: Clause, named: Token) -> set[int]:
    """Return who is called what by the agent of a passive: "Dahl was identified as the driver by the police"."""
    by, verb = clause.subject.head if clause.subject is not None else None, clause.verb
    if by is None or by.head != verb or by.dep_ != "agent":
        return set()
    described = [child for child in verb.rights if child.dep_ in PREDICATES and child.i < by.i]
    who = set() if named.lower_ in RELATIVE_PRONOUNS else subtree(named)
    return who.union(*map(subtree, described)) if described else set()


def has_complement(verb: Token) -> bool:
    """Return whether a verb has an object or a clause that completes it."""
    return any(child.dep_ in COMPLEMENTS for child in verb.children)


def up_to_finite(word: Token) -> set[int]:
    """Return the phrase of a word, only up to it when it is finite.

    The parse of "what critics call a tax grab passed" ends the small clause in the verb of the main one.
    """
    whole = word.tag_ not in FINITE_OR_MODAL or word.left_edge.tag_ in QUESTION_TAGS  # "described what happens"
    return {i for i in subtree(word) if whole or i < word.i}


def calls_nothing(clause: Clause) -> bool:
    """Return whether "call" gives nothing a name: "a group that calls itself Dawn", "called off the deal".

    Nor in "called for the town to pay", "called a meeting".
    """
    verb, after = clause.verb, [child for child in clause.verb.rights if child.dep_ in ARGUMENTS]
    asks = len(after) > 0 and after[0].dep_ == "prep" and after[0].lower_ in clause.cue.prepositions
    called = len(after) > 0 and after[0].dep_ == "dobj" and not clause.cue.takes(after[0].lower_)
    alone = called and not any(child.dep_ == "oprd" for child in after)
    return asks or alone or names_child(verb) or is_split(verb)


def is_split(verb: Token) -> bool:
    """Return whether "call" has a word with which it calls nothing: "called off", "calls itself Dawn"."""
    return any(child.lower_.endswith(NEITHER) and child.pos_ != "VERB" for child in verb.rights)


def names_child(verb: Token) -> bool:
    """Return whether "call" only gives somebody a name: "called her son Gerrit"."""
    after = [child for child in verb.rights if child.dep_ in ARGUMENTS]
    name = next((child for child in after[0].rights if child.dep_ == "appos"), None) if len(after) == 1 else None
    return name is not None and name.pos_ == "PROPN" and after[0].pos_ == "NOUN"


def is_telephoned(verb: Token) -> bool:
    """Return whether "call" means to telephone somebody: "called Dahl on Friday"."""
    after = [child for child in verb.rights if child.dep_ in ARGUMENTS]
    marked = any(token.is_quote for token in verb.subtree if token.i > verb.i)
    person = len(after) > 0 and after[0].dep_ == "dobj" and can_be_called(after[0]) and not marked
    return person and all(child.dep_ in ("prep", "xcomp", "advcl") for child in after[1:])


def can_be_called(noun: Token) -> bool:
    """Return whether a noun is somebody who can be telephoned: "call Dahl", "call his sister", "call the police"."""
    role = role_of(noun)
    known = role is not None and role.human and not any(child.dep_ == "amod" for child in noun.lefts)
    return known or noun.ent_type_ == "PERSON" or noun.lower_ in ("police", "ambulance", "911")


def is_subordinate(verb: Token) -> bool:
    """Return whether a clause tells when or why: `called it "theft" when the levy passed`."""
    return verb.dep_ == "advcl" and verb.pos_ != "ADJ" and any(child.lower_ in WHEN for child in verb.lefts)


def objects(clause: Clause) -> set[int]:
    """Return the object: "denied any role"; with what is said of it: "hailed the deal as historic"; or of a passive."""
    verb, subject = clause.verb, clause.subject
    passive = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if passive is not None and subject is not None and clause.is_inverted:
        described = {i for noun in prepositional_objects(verb, ("as",)) for i in subtree(noun.head)}
        named = set() if passive.lower_ in RELATIVE_PRONOUNS else subtree(passive)  # "who was described as weak by Ott"
        return (named | described) - subtree(subject.head)
    noun = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if noun is None or noun == subject or states_nothing(clause) or not is_taken(clause, noun):
        return set()
    added = (child for child in verb.rights if child.dep_ == "prep" and (child.lower_ in OF_OBJECTS or is_kind(child)))
    doing = (child for child in verb.rights if is_doing(child, noun))
    content = subtree(noun).union(*map(subtree, added), *map(subtree, doing), *map(subtree, far_reasons(verb)))
    return content - circumstances(noun) - introductions(noun) - own(clause)


def far_reasons(verb: Token) -> Iterator[Token]:
    """Yield the "for" of a reason that the parse hung on an occasion: "praised the crew in a speech for saving us"."""
    for noun in prepositional_objects(verb, ("in", "on", "at", "during")):
        yield from (
            word for word in noun.rights if word.lower_ == "for" and any(c.dep_ == "pcomp" for c in word.rights)
        )


def is_doing(participle: Token, noun: Token) -> bool:
    """Return whether a participle right behind an object tells what it did: "recalled Dahl talking about rents"."""
    return participle.tag_ == "VBG" and participle.dep_ == "advcl" and participle.left_edge.i == noun.right_edge.i + 1


def is_kind(preposition: Token) -> bool:
    """Return whether "in" tells what an amount is: "£200m in funding"; not where or when: "£200m in Leeds"."""
    before = preposition.nbor(-1)
    nouns = [child for child in preposition.rights if child.dep_ == "pobj" and child.pos_ == "NOUN"]
    amount = before.like_num or before.lower_ in ("m", "bn", "million", "billion") or before.ent_type_ == "MONEY"
    return preposition.lower_ == "in" and amount and any(not noun.ent_type_ and lacks_article(noun) for noun in nouns)


def states_nothing(clause: Clause) -> bool:
    """Return whether the object of a cue is not what is said.

    "The paper, citing a source, said …", "Announcing the ban, Ott said …", "the results confirm a leak".
    """
    verb, subject = clause.verb, clause.subject
    if verb.dep_ == "pcomp" or (verb.tag_ == "VBG" and "finite" in clause.cue.frames):
        return True
    if clause.cue.lemma == "report" and verb.dep_ == "advcl":  # "Shares fell as airlines reported weak demand"
        return any(child.lower_ == "as" for child in verb.lefts)
    role = role_of(subject) if subject is not None else None
    is_text = role is not None and role.kind == "text"
    return is_text or any(child.dep_ == "dative" for child in verb.children)


def is_taken(clause: Clause, noun: Token) -> bool:
    """Return whether a noun can be the object of a cue of speech, alone or with a number: "reported revenue of $4bn".

    None of "announced itself", "reported earnings", "claimed four lives", "citing an anonymous source".
    """
    if noun.lower_ in REFLEXIVE or ("thing" in clause.cue.frames and is_source(noun)):
        return False
    return clause.cue.takes(noun.lower_) or (not clause.cue.objects and any(t.tag_ == "CD" for t in noun.subtree))


def circumstances(noun: Token) -> set[int]:
    """Return the words that only say what happened meanwhile: "reported earnings that beat forecasts as costs rose"."""
    verbs = (token for token in noun.subtree if token.dep_ == "advcl")
    meanwhile = (verb for verb in verbs if any(child.lower_ == "as" and child.dep_ == "mark" for child in verb.lefts))
    return {i for verb in meanwhile for i in subtree(verb)}


def introductions(noun: Token) -> set[int]:
    """Return the words that lead to others in marks: `explained the move, saying, "We lost."`."""
    return {i for token in noun.subtree if opens_saying(token) for i in subtree(token)}


def opens_saying(verb: Token) -> bool:
    """Return whether a participle leads to words in marks of its own."""
    cue = cues.verbs().get(verb.lower_)
    if cue is None or verb.tag_ != "VBG" or "clause" not in cue.frames:
        return False
    return any(token.is_quote for token in verb.doc[verb.i + 1 : verb.i + 3])


def is_source(noun: Token) -> bool:
    """Return whether a noun is somebody: "an anonymous source", "two officials", "Bo Dahl"."""
    role = role_of(noun)
    return noun.ent_type_ in ("PERSON", "ORG") or (role is not None and role.kind in ("person", "many"))


def after_preposition(clause: Clause) -> set[int]:
    """Return what follows the prepositions a cue takes: "called for talks", "called for the town to pay"."""
    prepositions = clause.cue.prepositions
    found = {i for child in clause.verb.rights for i in governed(child, prepositions)}
    to = infinitive(clause) if found else set()  # "called on Dahl to act"
    return found | to if to and min(to) == max(found) + 1 else found


def governed(word: Token, prepositions: Container[str]) -> set[int]:
    """Return what one of the prepositions governs: the objects of the word, or the clause it opens."""
    if word.dep_ in ("prep", "prt") and word.lower_ in prepositions:
        nouns = [below for below in word.children if below.dep_ in ("pobj", "pcomp")]
        return {i for below in nouns or clause_behind(word) for i in subtree(below)}
    if word.dep_ not in ("advcl", "xcomp", "ccomp"):
        return set()
    mark = next((child for child in word.children if child.dep_ == "mark" and child.lower_ in prepositions), None)
    return {i for i in subtree(word) if i > mark.i} if mark is not None else set()


def clause_behind(preposition: Token) -> list[Token]:
    """Return the infinitive with its subject after a preposition: "called on people to go"."""
    clauses = (child for child in preposition.head.rights if child.dep_ in ("xcomp", "ccomp"))
    return [verb for verb in clauses if verb.left_edge.i == preposition.i + 1]


def plea(clause: Clause) -> set[int]:
    """Return what someone pleads: "not guilty", "guilty to theft"."""
    verb = clause.verb
    stated = [child for child in verb.rights if child.dep_ == "acomp"]
    if any(child.lower_ in ("will", "would") for child in verb.lefts):  # "He will plead guilty, his lawyer said"
        return set()
    return {i for child in stated for i in subtree(child)} | {
        child.i for child in verb.rights if child.dep_ == "neg" and stated
    }


def own(clause: Clause) -> set[int]:
    """Return the tokens of the clause of saying itself, its cue and its source."""
    subject = clause.subject
    source = subtree(subject) if subject is not None and not subject.is_ancestor(clause.verb) else set()
    return {clause.verb.i} | source
