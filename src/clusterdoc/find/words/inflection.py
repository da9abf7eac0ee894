"""The forms of English words by spelling, where a table does not list them."""

from __future__ import annotations

from typing import Final

VOWELS: Final = "aeiou"
HISSING: Final = ("s", "sh", "ch", "x", "z")


def inflected(lemma: str) -> tuple[str, ...]:
    """Return the forms of a regular verb: claim, claims, claimed, claiming; argue, argues, argued, arguing."""
    stem = lemma.removesuffix("e")
    third = plural(lemma)
    past = third[:-1] + "d" if lemma.endswith("e") or third.endswith("ies") else lemma + "ed"
    return (lemma, third, past, stem + "ing")


def plural(lemma: str) -> str:
    """Return a noun's plural, or a verb's third person, by spelling: wish, wishes; deny, denies."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(HISSING) else "s")
