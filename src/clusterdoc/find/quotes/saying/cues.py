"""The words of saying, read from `words/cues.tsv`: a row each, so that a stranger adds one with one line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words import rows
from clusterdoc.find.words.inflection import inflected, plural

if TYPE_CHECKING:
    from spacy.tokens import Token


NEVER: Final = "not"  # before the nouns that an object cannot be


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying: its lemma, the frames of its content, the prepositions its content can follow.

    `objects` are the only nouns that its object can be, `things` those that it cannot; none where any can.
    """

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()

    @property
    def needs_marks(self) -> bool:
        """Whether it is a cue only with quotation marks: "she laughed", "Ott thinks it "absurd""."""
        return not self.frames.isdisjoint(("marks", "touching"))

    def takes(self, noun: str) -> bool:
        """Return whether a noun can be its object: "claimed responsibility", not "claimed four lives"."""
        return noun not in self.things and (not self.objects or noun in self.objects)


@cache
def verbs() -> dict[str, Cue]:
    """Return the cue verb of every inflected form in lower case."""
    return {form: cue for cue, forms in _rows() if "noun" not in cue.frames for form in forms}


def speaks(token: Token) -> bool:
    """Return whether a word by itself begins a clause of saying: a cue, but no "pleading guilty"."""
    cue = verbs().get(token.lower_)
    return cue is not None and cue.frames.isdisjoint(("plea", "touching"))


@cache
def cue_nouns() -> dict[str, Cue]:
    """Return the cue noun of every singular and plural form in lower case."""
    return {form: cue for cue, _ in _rows() if "noun" in cue.frames for form in (cue.lemma, plural(cue.lemma))}


@cache
def _rows() -> tuple[tuple[Cue, tuple[str, ...]], ...]:
    return tuple(_row(*cells) for cells in rows("cues"))


def _row(lemma: str, forms: str, frames: str, prepositions: str, objects: str, *_: str) -> tuple[Cue, tuple[str, ...]]:
    """Return the cue of a row with the forms of its verb."""
    nouns_of = frozenset(objects.split())
    only, never = (frozenset[str](), nouns_of - {NEVER}) if NEVER in nouns_of else (nouns_of, frozenset[str]())
    cue = Cue(lemma, frozenset(frames.split()), frozenset(prepositions.split()), only, never)
    return cue, (*inflected(lemma), *forms.split())
