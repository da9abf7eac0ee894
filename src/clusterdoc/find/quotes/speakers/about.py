"""Whom a quote is about: the entities that its content names, or refers to with "he" or "she" where that is certain."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.words.pronouns import GENDERS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.facts import Entity, Speaker
    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast

YOU: Final = frozenset(row.word for row in PRONOUNS if row.person == 2)  # noqa: PLR2004 - grammar
SENTENCES_BACK: Final = 5


def entities_about(cast: Cast, draft: Draft, speaker: Speaker | None, asked: str | None) -> tuple[str, ...]:
    """Return the ids of the entities a quote is about, the speaker left out, in the order of the text.

    `asked` is the id of who a question of an interview is put to, None where nobody is.
    """
    said_by = speaker.entity if speaker else None
    places = [(start, entity.id) for part in draft.parts for start, entity in cast.index.between(*part)]
    places += [(token.idx, asked) for token in content_words(cast, draft, YOU) if asked][:1]
    for token in pronouns(cast, draft):
        person = only_one_meant(cast, token, said_by)
        if person is not None:
            places.append((token.idx, person.id))
    return tuple(dict.fromkeys(name for _, name in sorted(places) if name != said_by))


def pronouns(cast: Cast, draft: Draft) -> Iterator[Token]:
    """Yield the words of a quote's content that stand for a man or a woman."""
    return content_words(cast, draft, GENDERS)


def content_words(cast: Cast, draft: Draft, forms: Collection[str]) -> Iterator[Token]:
    """Yield the tokens of a quote's content that have one of these forms in small letters."""
    page = cast.page
    for start, end in draft.parts:
        yield from page.tokens_among(forms, *page.numbers(start, end))


def entities_asked(cast: Cast, drafts: Sequence[Draft], speakers: Sequence[Speaker | None]) -> list[str | None]:
    """Return for each quote the id of the person whom it asks: the speaker of the next turn, where it is a question."""
    turns = sorted(
        (number for number, draft in enumerate(drafts) if draft.rule == "turn"), key=lambda n: drafts[n].start
    )
    asked: list[str | None] = [None] * len(drafts)
    for one, other in pairwise(turns):
        answering, end = speakers[other], drafts[one].parts[-1][1]
        name = drafts[other].source
        follows = name is not None and not any(sign.isalnum() for sign in cast.page.text[end : name[0]])
        if answering is not None and follows and cast.page.before(end).endswith("?"):
            asked[one] = answering.entity
    return asked


def only_one_meant(cast: Cast, pronoun: Token, speaker: str | None) -> Entity | None:
    """Return the one person a pronoun can stand for; None where it can be another, named or not, or the speaker."""
    gender, page = GENDERS[pronoun.lower_], cast.page
    first = sentences_before(cast, pronoun.i)
    near = cast.index.between(page.doc[first].idx, pronoun.idx)
    people = {entity.id: (start, entity) for start, entity in near if entity.label == "PERSON"}
    fitting = [(start, one) for start, one in people.values() if cast.of(one).gender in (None, gender)]
    quoted = page.in_marks(pronoun.i)
    if quoted:  # nobody says "he" of himself
        fitting = [(start, one) for start, one in fitting if one.id != speaker]
    if len(fitting) != 1:
        return None
    start, person = fitting[0]
    between = page.doc[page.token_at(start) : pronoun.i]
    return None if any(is_unnamed_person(cast, token, gender) for token in between) else person


def sentences_before(cast: Cast, at: int) -> int:
    """Return the number of the token where the text that a pronoun can point back to begins."""
    first = cast.page.sentences[at]
    for _ in range(SENTENCES_BACK):
        first = cast.page.sentences[first - 1] if first else 0
    return first


def is_unnamed_person(cast: Cast, noun: Token, gender: str) -> bool:
    """Return whether a noun stands for one person who has no name beside it and may be of this gender."""
    role = role_of(noun) if noun.tag_ == "NN" and noun.dep_ not in ("compound", "appos", "attr") else None
    if role is None or not role.human or role.kind not in ("person", gender):
        return False
    return cast.named(noun) is None
