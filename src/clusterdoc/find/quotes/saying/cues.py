"""The words of saying, read from `words/cues.tsv`: a row each, so that a stranger adds one with one line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from clusterdoc.find.words import rows

VOWELS: Final = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying: its lemma, the frames of its content, the prepositions its content can follow."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str]


@cache
def verbs() -> dict[str, Cue]:
    """Return the cue verb of every inflected form in lower case."""
    return {form: cue for cue, forms in _rows() if "noun" not in cue.frames for form in forms}


@cache
def nouns() -> dict[str, Cue]:
    """Return the cue noun of every singular and plural form in lower case."""
    return {form: cue for cue, _ in _rows() if "noun" in cue.frames for form in (cue.lemma, plural(cue.lemma))}


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
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")


@cache
def _rows() -> tuple[tuple[Cue, tuple[str, ...]], ...]:
    return tuple(
        (Cue(lemma, frozenset(frames.split()), frozenset(prepositions.split())), (*inflected(lemma), *forms.split()))
        for lemma, forms, frames, prepositions, _ in rows("cues")
    )
