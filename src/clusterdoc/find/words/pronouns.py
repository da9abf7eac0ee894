"""Personal pronouns, read from `pronouns.tsv`."""

from __future__ import annotations

from typing import Final, NamedTuple

from clusterdoc.find.words import rows


class Pronoun(NamedTuple):
    """A row of the table: its person 1, 2 or 3, its kind and gender or "", and its case."""

    word: str
    person: int
    kind: str
    gender: str
    case: str


PRONOUNS: Final = tuple(
    Pronoun(word, int(person), kind, gender, case) for word, person, kind, gender, case, *_ in rows("pronouns")
)
# The gender of every form that has one.
GENDERS: Final = {row.word: row.gender for row in PRONOUNS if row.gender}
REFLEXIVE: Final = frozenset(row.word for row in PRONOUNS if row.case == "reflexive")
OBJECTS: Final = frozenset(row.word for row in PRONOUNS if row.case == "object")
# Forms that stand for someone by themselves or own what follows: "he", "him", "his".
PLAIN_CASES: Final = frozenset({"subject", "object", "possessive"})
THIRD_PERSON: Final = frozenset(row.word for row in PRONOUNS if row.case == "subject" and row.person == 3)  # noqa: PLR2004 - grammar
# The pronouns of who speaks and who is spoken to.
TALKING: Final = frozenset(row.word for row in PRONOUNS if row.case == "subject" and row.person < 3)  # noqa: PLR2004 - grammar
SELVES: Final = frozenset(row.word for row in PRONOUNS if row.person < 3 and row.case in {"subject", "object"})  # noqa: PLR2004 - grammar
FIRST_PERSON: Final = frozenset(row.word for row in PRONOUNS if row.person == 1 and row.case in PLAIN_CASES)
