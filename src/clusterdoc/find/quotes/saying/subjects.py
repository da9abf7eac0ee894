"""The subject of a clause of saying: who speaks, wherever the parse hung it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.denial import opens_sentence
from clusterdoc.find.quotes.saying.sources import actor_of
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import (
    FINITE,
    NOUN_SUBJECTS,
    NOUNS,
    RELATIVE_TAGS,
    active_subject,
    agent_of,
    inverted_subject,
    noun_phrase_after,
    passive_subject,
    prepositional_objects,
)
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.saying.cues import Cue

SPEAKING: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "PERCENT", "CARDINAL"})
FINDINGS: Final = words_by_use()["finding"] | {"datum"}
ASKED: Final = frozenset({"asked", "questioned"})


def speaker_of(verb: Token, cue: Cue) -> Token | None:
    """Return the head word of who speaks: subject, agent of a passive, or the noun after an inverted cue."""
    if is_inserted(verb):
        return noun_phrase_after(verb, verb.sent.end - 1)
    if "addressee" in cue.frames and any(child.dep_ == "nsubjpass" for child in verb.children):
        return agent_of(verb)
    subject = speaking_actor(verb) or agent_below(verb) or described_subject(verb)
    if subject is None and "clause" in cue.frames and (verb.tag_ in FINITE or is_verb_read_as_noun(verb)):
        return turned_subject(verb, cue) or noun_ending(verb) or (main_subject(verb) if verb.dep_ == "conj" else None)
    if subject is None and verb.tag_ == "VBG":
        return main_subject(verb)
    if subject is None and opens_sentence(verb) and verb.tag_ not in ("VB", "VBP"):  # not "Tell me what you saw"
        return noun_phrase_after(verb, min(verb.i + 4, len(verb.doc) - 1))
    return subject


def described_subject(verb: Token) -> Token | None:
    """Return the subject that the parse gave to the participle or the relative clause that describes it.

    "People briefed on the move said that …", "Mr. Dahl, whose plan was widely seen as dead, said that …".
    """
    if verb.tag_ not in FINITE:
        return None
    if verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and verb.head.lower_ == "asked":
        return active_subject(verb.head)  # "Clerks asked about it said that …"
    if (shared := subject_of_row(verb)) is not None:
        return shared
    for below in verb.lefts:
        nouns = [child for child in below.lefts if child.dep_ in NOUN_SUBJECTS]
        if below.dep_ in ("csubj", "ccomp") and below.tag_ == "VBN" and nouns and describes(below, nouns[0]):
            return nouns[0]
        if is_asked(below) and nouns:
            return nouns[0]
    return None


def subject_of_row(verb: Token) -> Token | None:
    """Return the subject of the first of several cues in a row: `called it "a farce", then said that he was sorry`."""
    before = [below for below in verb.lefts if below.dep_ == "ccomp" and below.tag_ in FINITE]
    row = len(before) == 1 and before[0].lower_ in cues.verbs() and verb.i - 2 > before[0].i
    opened = row and verb.nbor(-1).lower_ in ("then", "later", "and") and verb.nbor(-2).text in (",", "and")
    return active_subject(before[0]) if opened else None


def describes(participle: Token, noun: Token) -> bool:
    """Return whether a participle stands right behind a noun, or in a relative clause that follows the noun."""
    following = noun.doc[noun.right_edge.i + 1 : participle.i + 1]
    if len(following) > 1 and following[0].text == ",":
        return following[1].tag_ in RELATIVE_TAGS | {"WP$"}
    return len(following) == 1


def speaking_actor(verb: Token) -> Token | None:
    """Return who does what a verb says; of a participle whose subject cannot speak, the subject of a verb above it.

    "Experts called it dubious, as margins are thin, while noting that …": the experts.
    """
    actor = actor_of(verb)
    if actor is None or can_speak(actor):
        return actor
    if verb.dep_ == "conj":
        return last_speaker(actor, verb) or actor
    if verb.tag_ != "VBG" or not (verb.dep_ == "advcl" or tells_when(actor, verb)):
        return actor
    above = (active_subject(head) for head in verb.ancestors)
    return next((subject for subject in above if subject is not None and can_speak(subject)), actor)


def tells_when(noun: Token, verb: Token) -> bool:
    """Return whether a participle is hung on what only says when or where: "at one point calling him a liar"."""
    return verb.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.lower_ in ("at", "in", "during")


def last_speaker(actor: Token, verb: Token) -> Token | None:
    """Return the last name that is a subject between a subject that cannot speak and a cue joined to its verb.

    "The rebuttal came as Dahl rejected the claims, but said that …": Dahl.
    """
    between = verb.doc[actor.i + 1 : verb.i]
    names = [noun for noun in between if noun.dep_ == "nsubj" and noun.ent_type_ in SPEAKING and can_speak(noun)]
    return names[-1] if names and names[-1].head.tag_ in FINITE else None


def turned_subject(verb: Token, cue: Cue) -> Token | None:
    """Return the noun after an inverted cue; none that is told something or is what is said: "asked the court for"."""
    noun = inverted_subject(verb)
    if noun is None or not verb.i:
        return noun
    before = verb.doc[verb.i - 1]
    object_ = noun.dep_ == "dobj" and (before.pos_ in NOUNS or before.text == ",") and not before.is_quote
    return None if object_ and not cue.frames.isdisjoint(("addressee", "object")) else noun


def is_inserted(verb: Token) -> bool:
    """Return whether an inverted clause stands within what is said: "The firm, said Dahl, a trader, will pay"."""
    before = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if not before or verb.tag_ not in FINITE or verb.nbor(-1).text != "," or verb.i + 1 >= len(verb.doc):
        return False
    commas = [token for token in verb.doc[before[-1].left_edge.i : verb.i] if token.text == ","]
    following = verb.nbor()
    name = following.pos_ == "PROPN" or (following.dep_ == "det" and role_of(following.head) is not None)
    return len(commas) == 1 and name


def agent_below(verb: Token) -> Token | None:
    """Return the agent that the parse hung on what someone is called: "was described as a disaster by Ott"."""
    if passive_subject(verb) is None:
        return None
    described = prepositional_objects(verb, ("as",))
    return next((agent for noun in described if (agent := agent_of(noun)) is not None), None)


def noun_ending(verb: Token) -> Token | None:
    """Return the noun right before a finite cue that the parse gave no subject."""
    before = _word_before(verb)
    if before is not None and before.text == "," and before.i:
        name = before.nbor(-1)  # "prosecution counsel, M.K. Ott, asked the court"
        return name if name.dep_ == "appos" and name.ent_type_ == "PERSON" else None
    if before is not None and before.dep_ == "nummod" and before.head == verb:
        return before  # "About 4 in 10 say"
    if before is None or before.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    named = before.ent_type_ == "PERSON" and before.i == verb.i - 1  # "speaker of the house Bo Kerr wrote on X"
    return before if named or before.dep_ in ("compound", "dep", "ROOT") else None


def _word_before(verb: Token) -> Token | None:
    """Return the word before a verb, times, adverbs and brackets left out: "the Government today (22 May) confirms"."""
    depth = 0
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        depth += {")": 1, "(": -1}.get(token.text, 0)
        if depth or token.text == "(" or token.ent_type_ in ("DATE", "TIME") or token.pos_ == "ADV":
            continue
        return token
    return None


def main_subject(verb: Token) -> Token | None:
    """Return the subject of the main clause before a participle that the parse hung nowhere: "…, asserting that"."""
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
            return token
    return None


def can_speak(subject: Token) -> bool:
    """Return whether a subject can speak: a person, a body, a name; not a fire or evidence."""
    named = subject.pos_ == "PROPN" or subject.ent_type_ in SPEAKING
    role = role_of(subject)
    return named or subject.pos_ == "PRON" or (role is not None and role.word not in FINDINGS)


def is_asked(verb: Token) -> bool:
    """Return whether somebody is asked, by a participle between commas: "Ott, asked whether rents would fall, left"."""
    if verb.lower_ not in ASKED or verb.i < len("N,") or verb.nbor(-1).text != "," or verb.nbor(-2).pos_ not in NOUNS:
        return False
    following = verb.doc[verb.i + 1 : verb.sent.end]
    ends = (token for token in following[:-1] if token.text == ",")
    return any(word.tag_ in FINITE or (word.pos_ == "ADV" and word.head.tag_ in FINITE) for word in map(_next, ends))


def _next(token: Token) -> Token:
    return token.nbor()


def is_verb_read_as_noun(noun: Token) -> bool:
    """Return whether a "noun" has a subject before it and a clause: "the bank forecast that rents would rise"."""
    compound = any(child.dep_ == "compound" and child.i == noun.i - 1 for child in noun.lefts)
    return noun.tag_ == "NN" and compound and any(child.dep_ == "ccomp" for child in noun.rights)
