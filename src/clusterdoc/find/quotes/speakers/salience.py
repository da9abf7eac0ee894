"""Whom a pronoun can stand for: everybody who is named or spoken of before it, each with one score.

The score adds up the evidence for someone: how near they are, whether they spoke, whether they are the subject there,
whether their gender is known to agree. Words in marks are somebody else's and do not count. (Centering, Grosz,
Joshi & Weinstein 1995, and the salience of Lappin & Leass 1994, in their plainest form.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import FINITE, NOUN_SUBJECTS, NOUNS
from clusterdoc.find.words.people import kin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast, Someone

SENTENCE_BACK: Final = -10
SPOKE: Final = 8
SUBJECT_OF_CUE: Final = 6
MAIN_SUBJECT: Final = 4
SUBJECT: Final = 2
POSSESSOR: Final = -1
AGREES: Final = 1
SEVERAL: Final = 5
THINGS: Final = -8
THING: Final = -2
LEAST: Final = -130

SENTENCES_BACK: Final = 12
LONGEST: Final = 300


class Candidate(NamedTuple):
    """Someone whom a pronoun can stand for, and the score of that reading."""

    someone: Someone
    score: int


class Person(NamedTuple):
    """What a pronoun requires: the kind (person, many, body) and the gender, None for any."""

    kind: str
    gender: str | None

    def fits(self, someone: Someone) -> bool:
        """Return whether a pronoun of this kind and gender can stand for someone."""
        if self.kind == "many":
            return someone.kind in ("many", "things", "body", "thing", "anyone")
        if self.kind == "body" and someone.kind in ("text", "thing"):
            return True
        return someone.kind in (self.kind, "anyone") and (self.gender is None or someone.gender in (None, self.gender))

    def agreement(self, someone: Someone) -> int:
        """Return the score for a gender that agrees, or for several people where "they" can be a body as well."""
        if self.kind == "many":
            return {"many": SEVERAL, "things": THINGS, "thing": THING}.get(someone.kind, 0)
        return AGREES if self.gender is not None and someone.gender == self.gender else 0


def most_salient(cast: Cast, head: Token, draft: Draft, wanted: Person) -> Someone | None:
    """Return whom a pronoun most likely stands for; None when nobody scores enough."""
    best: Candidate | None = None
    for someone, score in referents(cast, head, draft):
        if not wanted.fits(someone):
            continue
        agreeing = wanted.agreement(someone)
        if best is None or score + agreeing > best.score:
            best = Candidate(someone, score + agreeing)
    if best is not None and best.score > LEAST:
        return best.someone
    return next((someone for someone in mentioned(cast, head) if wanted.fits(someone)), None)


def referents(cast: Cast, head: Token, draft: Draft) -> Iterator[Candidate]:
    """Yield who could be meant, sentence by sentence backwards, with their scores."""
    sentences = cast.page.sentences
    start, end = max(sentences[head.i], head.i - LONGEST), head.i
    yield from in_sentence(cast, start, end, draft, head)
    yield from owners(cast, start, end, draft)
    for back in range(1, SENTENCES_BACK + 1):
        if start == 0:
            return
        start, end = max(sentences[start - 1], start - LONGEST), start
        named = () if has_pronoun(cast, start, end, head.lower_) else others(cast, start, end, draft)
        for someone, score in (*in_sentence(cast, start, end, draft, head), *named):
            yield Candidate(someone, score + back * SENTENCE_BACK)


def named_tokens(cast: Cast, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens start..end-1 that belong to a name by the model."""
    return (cast.page.doc[i] for i in range(start, end) if cast.page.types[i])


def mentioned(cast: Cast, head: Token) -> Iterator[Someone]:
    """Yield those named in what is said itself, in the writer's words: `Dahl will not leave, he stressed`."""
    for token in named_tokens(cast, cast.page.sentences[head.i], head.i):
        if not cast.page.in_marks(token.i):
            someone = cast.named(token)
            if someone is not None:
                yield someone


def in_sentence(cast: Cast, start: int, end: int, draft: Draft, head: Token) -> Iterator[Candidate]:
    """Yield the speakers, the last first, then the subjects of tokens start..end-1; not from marks."""
    words = [token for token in cast.page.doc[start:end] if heard_with(cast, token, draft, head)]
    for token in reversed(words):
        if token.i in cast.known:
            yield Candidate(cast.known[token.i], SUBJECT if token.dep_ == "poss" else SPOKE)
    for token in words:
        if (token.dep_ in NOUN_SUBJECTS or _speaks(token)) and token.i not in cast.known:
            for someone in stand_ins(cast, token):
                yield Candidate(someone, subject_score(token))


def others(cast: Cast, start: int, end: int, draft: Draft) -> Iterator[Candidate]:
    """Yield whoever else is named in tokens start..end-1, outside marks."""
    for token in named_tokens(cast, start, end):
        if token.dep_ in NOUN_SUBJECTS or not free(cast, token, draft):
            continue
        entity = cast.index.at_token(token)
        if entity is not None:
            yield Candidate(cast.of(entity), POSSESSOR if token.dep_ == "poss" else 0)
    for token in cast.page.doc[start:end]:
        relative = token.dep_ == "dobj" and token.lower_ in kin() and free(cast, token, draft)
        if relative and (someone := cast.describe(token, None)) is not None:
            yield Candidate(someone, 0)


def owners(cast: Cast, start: int, end: int, draft: Draft) -> Iterator[Candidate]:
    """Yield the people whose things tokens start..end-1 speak of: "When Mary Ott's husband died, she said"."""
    for token in named_tokens(cast, start, end):
        entity = cast.index.at_token(token) if owns_subject(token) else None
        if entity is not None and entity.label == "PERSON" and free(cast, token, draft):
            yield Candidate(cast.of(entity), POSSESSOR)


def owns_subject(owner: Token) -> bool:
    """Return whether somebody owns a subject or what it is of: "Ott's husband died", "Half of Ott's talk was dull"."""
    noun = owner.head.head.head if owner.head.dep_ == "pobj" else owner.head
    return owner.dep_ == "poss" and noun.dep_ in NOUN_SUBJECTS


def has_pronoun(cast: Cast, start: int, end: int, form: str) -> bool:
    """Return whether a sentence has the same pronoun for its subject: others in it are somebody else."""
    same = cast.page.tokens_among({form}, start, end)
    return any(not cast.page.in_marks(token.i) for token in same if token.dep_ in NOUN_SUBJECTS)


def free(cast: Cast, token: Token, draft: Draft) -> bool:
    """Return whether a word is the writer's own: in no marks, and not what is being said."""
    if cast.page.in_marks(token.i):
        return False
    return not any(start <= token.idx < end for start, end in draft.parts)


def heard_with(cast: Cast, token: Token, draft: Draft, pronoun: Token) -> bool:
    """Return whether a pronoun can go back to a word: both the writer's own, or in the same marks."""
    inside = cast.page.inside
    if inside[pronoun.i] < 0:
        return free(cast, token, draft)
    return inside[token.i] == inside[pronoun.i] and not any(at <= token.idx < end for at, end in draft.parts)


def stand_ins(cast: Cast, token: Token) -> Iterator[Someone]:
    """Yield who a subject is, name or description, then the first of several; nobody for pronouns."""
    if token.pos_ not in NOUNS:
        return
    someone = cast.named(token) or who_it_is(cast, token) or cast.describe(token, None)
    if someone is not None:
        yield someone
    entity = cast.index.at_token(token)
    if entity is not None and (someone is None or someone.entity is None) and is_with_people(token):
        yield cast.of(entity)


def is_with_people(name: Token) -> bool:
    """Return whether all that is joined to a name is people: "Kerr and his wife", not "meteorin and insulin"."""
    joined = [child for child in name.children if child.dep_ == "conj" and child.is_lower and child.pos_ in NOUNS]
    return all((role := role_of(noun)) is not None and role.human for noun in joined)


def who_it_is(cast: Cast, subject: Token) -> Someone | None:
    """Return the person whom a sentence says a subject is: "The last witness was Roy Lambert"."""
    names = (child for child in subject.head.rights if child.dep_ == "attr" and child.ent_type_ == "PERSON")
    name = next(names, None) if subject.head.lemma_ == "be" else None
    return cast.named(name) if name is not None else None


def subject_score(subject: Token) -> int:
    """Return the score of a subject: higher where it has a cue, and where its clause is the main one."""
    cue = cues.verbs().get(subject.head.lower_)
    if _speaks(subject) or (cue is not None and not cue.needs_marks):
        return SUBJECT_OF_CUE
    return MAIN_SUBJECT if subject.head.dep_ == "ROOT" else SUBJECT


def _speaks(noun: Token) -> bool:
    """Return whether a noun stands right before a cue: "which aid groups strongly condemn", whatever the parse says."""
    if noun.pos_ not in NOUNS or noun.dep_ == "compound":
        return False
    after = next((token for token in noun.doc[noun.i + 1 : noun.i + 3] if token.pos_ != "ADV"), None)
    cue = cues.verbs().get(after.lower_) if after is not None and after.tag_ in FINITE else None
    return cue is not None and not cue.needs_marks
