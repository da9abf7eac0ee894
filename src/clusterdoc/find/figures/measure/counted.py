"""The unit of counts and ordinals: the lemma of the noun that is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.age_nouns import is_group_of_olds
from clusterdoc.find.figures.measure.carriers import size_of
from clusterdoc.find.figures.measure.clause import verb_of
from clusterdoc.find.figures.measure.measuring_words import (
    DESCRIBING,
    DONE_BY_PEOPLE,
    DONE_TO_PEOPLE,
    FATES,
    GRADES,
    HOUSEHOLDS,
    PLAYING,
)
from clusterdoc.find.figures.measure.nouns import counted
from clusterdoc.find.figures.measure.position import fate_of
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.syntax import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

COUNTING: Final = frozenset({"count", "ordinal"})
MISREAD: Final = {"dos": "dose"}  # what the model's lemmatizer makes of "doses"
VAGUE: Final = "rule:vague amount"
PEOPLE: Final = frozenset({"people", "other"})


def counted_unit(number: ParsedNumber) -> str | None:
    """Return the unit of the number: its own, or of a count the singular of what is counted; None if it has none."""
    match = number.match
    if match.unit is not None or match.kind not in COUNTING:
        return match.unit
    noun = counted(number) or part_of(number)
    if is_of_games(number):
        return "game"
    if (grade := graded(number)) is not None:
        return grade
    if noun is not None:
        return singular(noun)
    if number.stem.head.lower_ == "fewer":
        return singular(number.stem.head.head)  # "7,000 fewer jobs"
    return "person" if counts_people(number) or size_of(number) is not None else None


def is_of_games(number: ParsedNumber) -> bool:
    """Return whether a bare number counts games won or lost, or out of how many: "won 9 of 10", "lost two of its 6"."""
    of = number.stem.head
    outer = number.before if number.stem.dep_ == "pobj" and of.lower_ == "of" else number
    if outer is None or outer.stem.dep_ != "dobj" or outer.stem.head.lemma_.lower() not in PLAYING:
        return False
    whole = part_of(outer)
    return outer.match.unit is None and whole is not None and whole.pos_ == "NUM"


def graded(number: ParsedNumber) -> str | None:
    """Return the scale of a number, "magnitude" of "a 6.1 magnitude quake"; None where there is none."""
    doc, end = number.words.doc, number.words.end
    after = [word.lower_ for word in doc[end : end + 2] if word.text != "-"]
    if after and after[0] in DESCRIBING:
        return singular(doc[end + (doc[end].text == "-")])
    before = doc[max(number.words.start - 1, number.sentence)].lower_
    outer = doc[max(number.words.start - 2, number.sentence)].lower_  # "a magnitude of 7.5"
    if before == "of" and outer in GRADES:
        return outer
    return before if before in GRADES else after[0] if after and after[0] in GRADES else None


def singular(noun: Token) -> str | None:
    """Return the lemma of a counted noun, "person" for people; None for a pronoun or a number."""
    if noun.pos_ in {"PRON", "NUM"}:  # "12 of them", "12 of 19"
        return None
    lemma = (noun.lemma_ or noun.lower_).lower()
    lemma = multiple(noun) + MISREAD.get(lemma, lemma)
    if lemma in PEOPLE | FATES:
        return "person"
    return lemma.removesuffix("s") if noun.tag_ == "NNPS" else lemma


def multiple(noun: Token) -> str:
    """Return the "triple-" before a noun that names a multiple, "triple-double"; "" for any other noun."""
    if noun.lower_ not in {"double", "doubles"} or noun.i <= 1 or noun.doc[noun.i - 1].text != "-":
        return ""
    return f"{noun.doc[noun.i - 2].lower_}-"


def counts_people(number: ParsedNumber) -> bool:
    """Return whether a bare number is one of people: "at least 20 were killed", "27 dead", "the 300 who voted"."""
    stem = number.stem
    if is_group_of_olds(number):
        return True
    if (verb := verb_of(number)) is not None and verb.lemma_.lower() in DONE_TO_PEOPLE:
        return True
    if stem.dep_ in SUBJECTS and (stem.head.lemma_.lower() in DONE_BY_PEOPLE or loses_lives(stem.head)):
        return True
    if number.match.by == VAGUE and stem.dep_ in SUBJECTS and stem.head.pos_ == "VERB" and stem.i + 1 == stem.head.i:
        return True  # "millions dwell in slums"
    if stem.dep_ == "pobj" and stem.head.lower_ == "of" and stem.head.head.lemma_.lower() in HOUSEHOLDS:
        return True
    return any(child.dep_ == "relcl" and has_who(child) for child in stem.rights) or fate_of(number) is not None


def loses_lives(verb: Token) -> bool:
    """Return whether a verb says that people died: "81 had lost their lives"."""
    return verb.lemma_.lower() == "lose" and any(child.lemma_.lower() == "life" for child in verb.rights)


def has_who(verb: Token) -> bool:
    """Return whether a clause begins with "who"."""
    return any(child.lower_ == "who" for child in verb.lefts)
