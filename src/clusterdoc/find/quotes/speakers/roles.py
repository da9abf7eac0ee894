"""Nouns that stand for a speaker: what they are, and which titles they can stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.words.people import nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.words.people import Noun


def role_of(token: Token) -> Noun | None:
    """Return the row of a common noun, plural or not, of any pipeline; None when the noun alone does not tell."""
    table = nouns()
    form = token.lower_
    noun = (
        table.get(token.text) or table.get(form) or table.get(token.lemma_.lower()) or table.get(form.removesuffix("s"))
    )
    return noun if noun and noun.kind else None
