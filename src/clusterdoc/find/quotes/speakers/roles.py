"""Nouns that stand for a speaker (`words/speakers.tsv`): what they are, and which titles they can stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from clusterdoc.find.words import rows

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says of a speaker: kind f, m, person, many, body or text; title words it can stand for."""

    kind: str
    titles: frozenset[str]

    @property
    def human(self) -> bool:
        """Whether it is one person."""
        return self.kind in ("f", "m", "person")


@cache
def roles() -> dict[str, Role]:
    """Return the role of every noun of the table."""
    table = rows("speakers")
    return {noun: Role(kind, frozenset(titles.split())) for noun, kind, titles in table}


def role_of(token: Token) -> Role | None:
    """Return the role of a common noun, plural or not, of any pipeline; None when the table has no such noun."""
    table = roles()
    form = token.lower_
    return table.get(form) or table.get(token.lemma_.lower()) or table.get(form.removesuffix("s"))
