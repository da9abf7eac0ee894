"""Clauses of saying: every cue outside quotation marks, with who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.denial import (
    is_discerning,
    is_expletive,
    is_negated,
    is_pointing,
    is_request_for_silence,
    opens_sentence,
)
from clusterdoc.find.quotes.saying.subjects import can_speak, is_asked, is_verb_read_as_noun, speaker_of
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import active_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Paragraph
    from clusterdoc.find.quotes.saying.cues import Cue

NOUN_PLACES: Final = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "appos", "conj", "pcomp"})
VERBAL: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue and the head word of its source; `first` and `last` number the tokens from the source to the cue."""

    verb: Token
    cue: Cue
    subject: Token | None

    @property
    def is_inverted(self) -> bool:
        """Whether its source stands behind the cue: "said Ott"."""
        return self.subject is not None and self.subject.i > self.verb.i

    @property
    def first(self) -> int:
        """The first token of source and cue."""
        return self.verb.i if self.subject is None or self.is_inverted else self.subject.left_edge.i

    @property
    def word_before(self) -> str:
        """The word or sign before source and cue, "" at the beginning of the text."""
        return self.verb.doc[self.first - 1].text if self.first else ""

    @property
    def last(self) -> int:
        """The last token of source and cue."""
        return self.verb.i if self.subject is None else max(self.verb.i, self.subject.i)


def find_clauses(paragraph: Paragraph) -> Iterator[Clause]:
    """Yield the clauses of saying of a paragraph, outside marks, in the order of the text."""
    page = paragraph.page
    verbs = cues.verbs()
    for token in paragraph.tokens_among(verbs):
        cue = verbs[token.lower_]
        if page.in_marks(token.i) or token.i in page.overlong:
            continue
        if is_no_saying(token, cue) or not says_something(token):
            continue
        subject = speaker_of(token, cue) if "hearing" not in cue.frames else None
        if subject is not None and is_of_another(subject, cue):
            continue
        if subject is not None and (page.in_marks(subject.i) or is_pointing(subject) or is_expletive(subject, token)):
            subject = None
        yield Clause(token, cue, subject)


def is_of_another(subject: Token, cue: Cue) -> bool:
    """Return whether a subject cannot be that of a cue: "The signs suggest …", "Lawyers read the book twice"."""
    if "agent" in cue.frames:
        return not can_speak(subject)
    role = role_of(subject)
    return "read" in cue.frames and cue.lemma == "read" and role is not None and role.kind in ("person", "many")


def is_no_saying(token: Token, cue: Cue) -> bool:
    """Return whether a word that can be a cue is not one here: "by pleading guilty", "in Oran, states that vote"."""
    if is_place_noun(token) or ("back" in cue.frames and not is_before_back(token)):
        return True
    return token.tag_ == "VBG" and ("plea" in cue.frames or is_gerund_subject(token))


def is_before_back(token: Token) -> bool:
    """Return whether a verb stands before "back": "fired back that rents fell"."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == "back"


def is_place_noun(token: Token) -> bool:
    """Return whether "states" is a noun in apposition to places: "in Massachusetts and Vermont, states that vote"."""
    comma = token.doc[token.i - 1].text == ","
    return token.lower_ == "states" and comma and token.doc[token.i - 2].ent_type_ == "GPE"


def is_gerund_subject(verb: Token) -> bool:
    """Return whether a gerund after a cue is the subject of what is said: "wrote denying the men bail broke the law".

    Not so in "wrote denying that he stole", "wrote denying he stole".
    """
    if verb.dep_ != "xcomp" or verb.i != verb.head.i + 1 or verb.head.lower_ not in cues.verbs():
        return False
    stated = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    subject = active_subject(stated) if stated is not None else None
    marked = stated is not None and any(child.dep_ == "mark" for child in stated.lefts)
    return subject is not None and subject.pos_ != "PRON" and not marked


def says_something(token: Token) -> bool:
    """Return whether a cue is a verb by which something is said."""
    return (
        is_verb(token)
        and token.dep_ != "csubj"
        and not (is_participle_noun(token) or is_asked(token) or is_discerning(token))
        and not (is_negated(token) or is_request_for_silence(token))
    )


def is_participle_noun(participle: Token) -> bool:
    """Return whether a participle stands for somebody: "support for the accused"."""
    before = participle.nbor(-1) if participle.i else participle
    return participle.tag_ == "VBN" and before.lower_ == "the" and participle.dep_ in NOUN_PLACES


def is_verb(token: Token) -> bool:
    """Return whether a form is used as a verb, by tag or, where the tagger saw a noun, by having a subject."""
    if token.lower_ in ("said", "says") or (opens_sentence(token) and token.lower_.endswith("ed")):
        return True  # `Said Ott: "…"`: the tagger takes the first word for a name
    return token.tag_ in VERBAL or any(child.dep_ == "nsubj" for child in token.children) or is_verb_read_as_noun(token)
