"""Ages used as nouns ("two 17-year-olds"), and the noun "age" with a value ("the minimum age from 16 to 18")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.clause import verb_of
from clusterdoc.find.figures.measure.parsed import once
from clusterdoc.find.figures.measure.word_span import Words
from clusterdoc.find.syntax import FINITE_OR_MODAL, SUBJECTS, has_lemma, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

REACH: Final = 10
LONGEST_AGE: Final = 6  # tokens of "17 - year - olds"
OLDS: Final = frozenset({"olds", "year-olds", "month-olds"})
VALUED: Final = SUBJECTS | {"dobj"}
LEADING: Final = frozenset({"from", "to", "at"})


@once
def olds_after(number: ParsedNumber) -> Words | None:
    """Return the age right after a count of those who have it: "17-year-olds" of "two 17-year-olds"."""
    doc, end = number.words.doc, number.words.end
    for i in range(end, min(end + LONGEST_AGE, len(doc))):
        if i not in number.taken:
            return None
        if doc[i].lower_ in OLDS:
            return Words(doc, end, i + 1)
    return None


def is_group_of_olds(number: ParsedNumber) -> bool:
    """Return whether a number counts people by their age: "two 17-year-olds"."""
    return number.match.kind == "count" and olds_after(number) is not None


@once
def age_noun(number: ParsedNumber) -> Token | None:
    """Return the noun "age" that a number is the value of: "lifted the retirement age from 60 to 65"; not "aged 60"."""
    doc, start = number.words.doc, number.words.start
    led = doc[max(start - 1, number.sentence)].lower_
    if led not in LEADING or number.match.kind not in {"age", "count"} or number.match.unit not in {None, "year"}:
        return None
    for i in range(start - 2, max(start - REACH, number.sentence) - 1, -1):
        word = doc[i]
        if word.lemma_.lower() == "age" and word.pos_ == "NOUN":
            return word if word.dep_ in VALUED else None
        if word.tag_ in FINITE_OR_MODAL:
            break
    return subject_in_years(number)


def subject_in_years(number: ParsedNumber) -> Token | None:
    """Return the subject "age" of the clause of a number: "the pension age will go up from 66"."""
    verb = verb_of(number)
    subject = subject_of(verb) if verb is not None else None
    return subject if has_lemma(subject, {"age"}) else None
