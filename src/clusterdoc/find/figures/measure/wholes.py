"""The whole that a number is a part of: "20% of our oxygen", "Of these cases, 58 are open"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.around import word_before
from clusterdoc.find.figures.measure.clause import complement
from clusterdoc.find.figures.measure.nouns import noun_after, past_hyphen
from clusterdoc.find.figures.measure.parsed import once
from clusterdoc.find.syntax import NOUNS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber
SUM_NOUNS: Final = frozenset({"total", "course", "sum", "rest"})


@once
def part_of(number: ParsedNumber) -> Token | None:
    """Return the whole that a part or a multitude is taken from: "20% of our oxygen", "thousands of people"."""
    if number.words.doc[number.words.start - 1].lower_ == "within":
        return None  # "within an hour of the call" takes nothing from the call
    own = complement(number.stem, ("of",), number) or complement(number.words[-1], ("of",), number)
    if own is not None and own.lower_ in {"which", "whom"}:
        return noun_of_relative(number)
    return (past_hyphen(own) if own is not None else None) or of_which(number) or opening_whole(number)


def noun_of_relative(number: ParsedNumber) -> Token | None:
    """Return what "which" and "whom" behind a number go back to: "buildings" of "31 buildings, five of which fell"."""
    verb = number.stem.head
    return verb.head if verb.dep_ == "relcl" else None


def of_which(number: ParsedNumber) -> Token | None:
    """Return what "of which" and "of whom" go back to: "horses" of "12 horses, of which four had won"."""
    verb = number.stem.head
    if number.stem.dep_ not in SUBJECTS or verb.dep_ != "relcl":
        return None
    relative = any(word.lower_ in {"which", "whom"} for word in prepositional_objects_before(verb))
    return verb.head if relative and verb.head.pos_ in NOUNS else None


def prepositional_objects_before(verb: Token) -> Iterator[Token]:
    """Yield the nouns after the "of" before a verb."""
    for child in verb.lefts:
        if child.lower_ == "of":
            yield from child.rights


def stands_after_comma(number: ParsedNumber) -> bool:
    """Return whether a comma stands before a number, its bound words and its adverbs: ", only 35"."""
    return word_before(number, passed={"ADV", "CCONJ"}).text == ","


def opening_whole(number: ParsedNumber) -> Token | None:
    """Return the whole that opens the sentence of a bare number: "Of these cases, 58 are open"."""
    of = number.words.doc[number.sentence]
    noun = next(of.rights, None) if of.lower_ in {"of", "among"} else None
    if noun is None or not is_whole_of(noun, number):
        return None
    bare = number.match.unit in {None, "percent"} and stands_after_comma(number) and noun_after(number) is None
    return noun if bare else None


def is_whole_of(noun: Token, number: ParsedNumber) -> bool:
    """Return whether a noun before a number can be what it is a part of: not "of the 40 passengers", "of course"."""
    if noun.pos_ != "NOUN" or noun.lemma_ in SUM_NOUNS or noun.right_edge.i >= number.words.start:
        return False
    return noun.i not in number.taken and not any(child.i in number.taken for child in noun.lefts)
