"""Whether anybody says anything: "did not say", "No one said", "If Kent says that", "It is worth noting that"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.syntax import (
    active_or_passive_subject,
    active_subject,
)
from clusterdoc.find.words.contexts import words_by_use
from clusterdoc.find.words.inflection import inflected

if TYPE_CHECKING:
    from spacy.tokens import Token

REFUSALS: Final = frozenset(form for verb in words_by_use()["does not"] for form in inflected(verb))
# "It goes without saying that", "It is worth noting that": the writer's own words.
EMPTY: Final = frozenset({"without", "worth"})
JUDGING: Final = words_by_use()["judging"]
NOBODY: Final = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
DENYING: Final = frozenset({"no", "neither", "hardly", "scarcely", "barely"})  # "Hardly anyone said that …"
IMAGINING: Final = frozenset({"suppose", "imagine", "assume"})  # "Suppose Kent says that he is leaving"
SUPPOSING: Final = frozenset({"if", "unless"})
POSSIBLE: Final = frozenset({"may", "might", "could", "should", "must"})
UNNAMED: Final = words_by_use()["keeps a name secret"]


def is_writers(verb: Token) -> bool:
    """Return whether nobody is meant to say it but the writer: "it is fair to say that", "pledged delegates"."""
    if verb.dep_ == "amod" and verb.doc[verb.i - 1].is_alpha:  # not `"We stand ready" tweeted Mayor Ott.`
        return True
    near = [verb.head, *verb.head.children]
    return verb.tag_ == "VB" and any(word.lower_ in JUDGING for word in near if word.i < verb.i)


def is_pointing(subject: Token) -> bool:
    """Return whether a subject points to what was said, or asks for it: "That said, rents fell", "asked what"."""
    return (subject.lower_ in ("this", "that") and subject.tag_ == "DT") or subject.lower_ == "what"


def is_expletive(subject: Token, verb: Token) -> bool:
    """Return whether an "it" stands for nobody: "It is easy to mock the plan and call it a gift"."""
    return subject.lower_ == "it" and verb.dep_ == "conj" and subject.head.lemma_ == "be"


def opens_sentence(token: Token) -> bool:
    """Return whether a token is the first word of its sentence."""
    return bool(token.is_sent_start) or token.doc[token.i - 1].is_space


def is_said_by_nobody(verb: Token) -> bool:
    """Return whether the subject denies that anybody speaks: "No one said that rents fell"."""
    subject = active_subject(verb)
    if subject is None:
        return False
    words = {child.lower_ for child in subject.lefts}
    first = subject.left_edge  # "Not a single minister", "Not one"
    not_one = first.lower_ == "not" and first.nbor().lower_ in ("a", "one", "even")
    return subject.lower_ in NOBODY or not_one or not words.isdisjoint(DENYING)


def is_supposed(verb: Token) -> bool:
    """Return whether something is only supposed to be said: "If Kent says that …", "Kent might say that …"."""
    words = {child.lower_: child.dep_ for child in verb.lefts}
    if not words.keys().isdisjoint(("i", "we", "you")):  # "I should mention that …" mentions it
        return False
    if verb.head.lower_ == "let":  # "Let's say it rains"
        return True
    if verb.sent[0].lower_ in IMAGINING:
        return True
    if any(words.get(word) == "aux" for word in POSSIBLE) and words.get("have") != "aux":
        return True
    if verb.dep_ != "advcl":
        return is_unreal(verb)
    return any(words.get(word) == "mark" for word in SUPPOSING) or is_to_come(verb) or is_unreal(verb)


def is_to_come(verb: Token) -> bool:
    """Return whether what is said is still to be said: "When Ott says that she is sorry, the talks will end"."""
    when = any(child.lower_ in ("when", "once", "until") for child in verb.lefts)
    return when and verb.tag_ in ("VBZ", "VBP") and any(child.tag_ == "MD" for child in verb.head.lefts)


def is_unreal(verb: Token) -> bool:
    """Return whether it was not said: "Had Dahl said that he was ill, nobody would have called"."""
    first = next(verb.lefts, verb)
    inverted = first.lower_ == "had" and verb.dep_ in ("advcl", "ccomp")
    return inverted and active_subject(verb) is not None


def is_discerning(verb: Token) -> bool:
    """Return whether somebody only finds something out: "How can you tell whether they will?", "It is hard to tell"."""
    if verb.lower_ != "tell" or any(child.dep_ in ("dative", "dobj") for child in verb.rights):
        return False
    able = any(child.lower_ in ("can", "could", "ca") for child in verb.lefts)
    return able or (verb.head.pos_ == "ADJ" and verb.dep_ == "xcomp")


def is_request_for_silence(verb: Token) -> bool:
    """Return whether somebody only asks not to be named: "a banker, who asked not to be identified, said …"."""
    asked = (child for child in verb.children if child.lower_ in UNNAMED and child.dep_ in ("xcomp", "ccomp"))
    request = "to" in cues.verbs()[verb.lower_].frames  # not "reported that the names were not disclosed"
    return any(request or active_or_passive_subject(child) is None for child in asked)


def is_negated(verb: Token) -> bool:
    """Return whether nothing was said: "did not say", "declined to comment"."""
    denied = any(child.dep_ == "neg" and child.lower_ != "only" for child in verb.lefts)
    if denied or is_said_by_nobody(verb):
        return True
    near = verb.doc[max(0, verb.i - 2) : verb.i]
    if any(token.lower_ in EMPTY for token in near[-1:]) or is_writers(verb):
        return True
    if verb.dep_ == "conj" and any(token.lower_ in ("or", "nor") for token in near):
        return is_negated(verb.head)
    return verb.dep_ == "xcomp" and verb.head.lower_ in REFUSALS
