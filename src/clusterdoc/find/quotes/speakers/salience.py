"""Whom a pronoun can stand for: who spoke or was spoken of before it, the likeliest first.

Sentence by sentence backwards; in a sentence first who speaks, then the subjects, then whoever else is named. Words in
marks are somebody else's. (Centering, Grosz, Joshi & Weinstein 1995, in its plainest form.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.syntax import FINITE, NOUN_SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast, Someone

SENTENCES_BACK: Final = 12
LONGEST: Final = 300


def candidates(cast: Cast, head: Token, draft: Draft) -> Iterator[Someone]:
    """Yield who could be meant, sentence by sentence backwards, the likeliest of each first."""
    sentences = cast.page.sentences
    start, end = max(sentences[head.i], head.i - LONGEST), head.i
    yield from subjects(cast, start, end, draft, head)
    for _ in range(SENTENCES_BACK):
        if start == 0:
            return
        start, end = max(sentences[start - 1], start - LONGEST), start
        yield from subjects(cast, start, end, draft, head)
        if not has_pronoun(cast, start, end, head.lower_):
            yield from others(cast, start, end, draft)


def mentioned(cast: Cast, head: Token) -> Iterator[Someone]:
    """Yield those named in what is said itself, in the writer's words: `Dahl will not leave, he stressed`."""
    for token in cast.page.doc[cast.page.sentences[head.i] : head.i]:
        if token.ent_type_ and cast.page.inside[token.i] < 0:
            someone = cast.named(token)
            if someone is not None:
                yield someone


def subjects(cast: Cast, start: int, end: int, draft: Draft, head: Token) -> Iterator[Someone]:
    """Yield the speakers, then the subjects of tokens start..end-1, main clauses first; not from marks."""
    words = [token for token in cast.page.doc[start:end] if token.i != head.i and free(cast, token, draft)]
    tokens = [token for token in words if token.dep_ in NOUN_SUBJECTS or speaks(token)]
    heard = [token for token in words if token.i in cast.known]
    for token in reversed(heard):
        yield cast.known[token.i]
    for token in sorted(tokens, key=likeliest_first):
        if token.i not in cast.known:
            yield from standing_for(cast, token)


def others(cast: Cast, start: int, end: int, draft: Draft) -> Iterator[Someone]:
    """Yield whoever else is named in tokens start..end-1, outside marks, possessives last."""
    named = [
        t for t in cast.page.doc[start:end] if t.ent_type_ and t.dep_ not in NOUN_SUBJECTS and free(cast, t, draft)
    ]
    for token in sorted((t for t in named if free(cast, t, draft)), key=lambda t: (t.dep_ == "poss", t.i)):
        entity = cast.index.at(token.idx, token.idx + len(token))
        if entity is not None:
            yield cast.of(entity)


def has_pronoun(cast: Cast, start: int, end: int, form: str) -> bool:
    """Return whether a sentence has the same pronoun for its subject: others in it are somebody else."""
    return any(
        t.lower_ == form and t.dep_ in NOUN_SUBJECTS and cast.page.inside[t.i] < 0 for t in cast.page.doc[start:end]
    )


def free(cast: Cast, token: Token, draft: Draft) -> bool:
    """Return whether a word is the writer's own: in no marks, and not what is being said."""
    if cast.page.inside[token.i] >= 0:
        return False
    return not any(start <= token.idx < end for start, end in draft.parts)


def standing_for(cast: Cast, token: Token) -> Iterator[Someone]:
    """Yield who a subject is, name or description, then the first of several; nobody for pronouns."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return
    someone = cast.named(token) or cast.describe(token, None)
    if someone is not None:
        yield someone
    entity = cast.index.at(token.idx, token.idx + len(token))
    if entity is not None and (someone is None or someone.entity is None):
        yield cast.of(entity)


def likeliest_first(subject: Token) -> tuple[bool, bool, int]:
    """Return the order of subjects: those who speak, those of main clauses, the first."""
    cue = cues.verbs().get(subject.head.lower_)
    says = (cue is not None and "marks" not in cue.frames and subject.dep_ in NOUN_SUBJECTS) or speaks(subject)
    return not says, subject.head.dep_ != "ROOT", subject.i


def speaks(noun: Token) -> bool:
    """Return whether a noun stands right before a cue: "which aid groups strongly condemn", whatever the parse says."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ == "compound":
        return False
    after = next((token for token in noun.doc[noun.i + 1 : noun.i + 3] if token.pos_ != "ADV"), None)
    cue = cues.verbs().get(after.lower_) if after is not None and after.tag_ in FINITE else None
    return cue is not None and "marks" not in cue.frames
