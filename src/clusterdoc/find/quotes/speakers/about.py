"""Whom a quote is about: the entities that its content names, or refers to with "he" or "she" where that is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.speakers.anaphora import Anaphor, antecedent_person
from clusterdoc.find.words.pronouns import GENDERS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Token

    from clusterdoc.facts import Speaker
    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast

YOU: Final = frozenset(row.word for row in PRONOUNS if row.person == 2)  # noqa: PLR2004 - grammar


def entities_about(cast: Cast, draft: Draft, speaker: Speaker | None, asked: str | None) -> tuple[str, ...]:
    """Return the ids of the entities a quote is about, the speaker left out, in the order of the text.

    `asked` is the id of who a question of an interview is put to, None where nobody is.
    """
    said_by = speaker.entity if speaker else None
    places = [(start, entity.id) for part in draft.parts for start, entity in cast.index.between(*part)]
    places += [(token.idx, asked) for token in content_words(cast, draft, YOU) if asked][:1]
    for token in content_words(cast, draft, GENDERS):
        person = antecedent_person(Anaphor(cast, draft, token, said_by))
        if person is not None:
            places.append((token.idx, person.id))
    return tuple(dict.fromkeys(name for _, name in sorted(places) if name != said_by))


def content_words(cast: Cast, draft: Draft, forms: Collection[str]) -> Iterator[Token]:
    """Yield the tokens of a quote's content that have one of these forms in small letters."""
    page = cast.page
    for start, end in draft.parts:
        yield from page.tokens_among(forms, *page.numbers(start, end))
