"""The words of saying, read from `words/cues.tsv`: a row each, so that a stranger adds one with one line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from clusterdoc.find.words import rows
from clusterdoc.find.words.inflection import inflected, plural

if TYPE_CHECKING:
    from spacy.tokens import Token


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


def speaks(token: Token) -> bool:
    """Return whether a word by itself begins a clause of saying: a cue, but no "pleading guilty"."""
    cue = verbs().get(token.lower_)
    return cue is not None and "plea" not in cue.frames


@cache
def nouns() -> dict[str, Cue]:
    """Return the cue noun of every singular and plural form in lower case."""
    return {form: cue for cue, _ in _rows() if "noun" in cue.frames for form in (cue.lemma, plural(cue.lemma))}


@cache
def _rows() -> tuple[tuple[Cue, tuple[str, ...]], ...]:
    return tuple(
        (Cue(lemma, frozenset(frames.split()), frozenset(prepositions.split())), (*inflected(lemma), *forms.split()))
        for lemma, forms, frames, prepositions, *_ in rows("cues")
    )
