"""What names say about numbers: a number inside a name is not a figure, a number after a person's name is an age."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.age_nouns import age_noun
from clusterdoc.find.figures.measure.around import word_before
from clusterdoc.find.figures.measure.measuring_words import ARRANGED, SCORING, TIME_UNITS
from clusterdoc.find.figures.measure.nouns import counted, noun_after
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.syntax import has_lemma
from clusterdoc.find.words.people import is_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.facts import Entity
    from clusterdoc.find.figures.match import NumberMatch
    from clusterdoc.find.figures.measure.parsed import ParsedNumber

# "Boeing 737", "Area 51", "Section 230": a number inside a name of these labels belongs to the name.
NUMBERED: Final = frozenset({"PRODUCT", "FAC", "ORG", "EVENT", "WORK_OF_ART", "LAW"})
YEARS_OLD: Final = frozenset(range(1, 121))
NEAR: Final = 14
AFTER_AGE: Final = frozenset({",", ".", ";", ")", ":", "and", "—", "–"})
AGES: Final = frozenset({"age", "expectancy"})
COUNTED_BY: Final = frozenset({"be", "have", "hold", "sign", "with"})  # "it has under three contracts"
BEING: Final = frozenset({"be", "turn"})


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """Where a name stands and what it names."""

    start: int
    end: int
    label: str


def named_spans(entities: Sequence[Entity]) -> list[NamedSpan]:
    """Return every mention of every entity, in the order of the text."""
    spans = [NamedSpan(m.start, m.end, entity.label) for entity in entities for m in entity.mentions]
    return sorted(spans, key=lambda span: (span.start, span.end))


def span_at(spans: Sequence[NamedSpan], offset: int) -> NamedSpan | None:
    """Return the name that covers an offset; None when there is none."""
    position = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[position] if position >= 0 and offset < spans[position].end else None


def in_a_name(match: NumberMatch, spans: Sequence[NamedSpan]) -> bool:
    """Return whether a number is part of a longer name and so not a figure: the 737 of "Boeing 737"."""
    name = span_at(spans, match.num_start)
    if name is None or name.label not in NUMBERED or match.num_end > name.end or match.gapped:
        return False
    return name.end - name.start > match.end - match.start


def as_duration(number: ParsedNumber) -> ParsedNumber:
    """Return the number with its unit of time where words stand between them: "the 50 previous years"."""
    match = number.match
    noun = counted(number) if match.is_bare_count else None
    if not has_lemma(noun, TIME_UNITS):
        return number
    duration = replace(match, kind="duration", unit=noun.lemma_.lower())
    end = max(number.words.end, noun.i + 1)  # the noun of "a week or two" stands before
    return replace(number, match=duration, words=number.words.doc[number.words.start : end])


def under_an_arrangement(number: ParsedNumber) -> ParsedNumber:
    """Return the number without a bound where "under" does not set one: "under three contracts"."""
    match, doc = number.match, number.words.doc
    first = doc[max(number.words.start - 1, 0)]
    first = first.nbor(-1) if first.lower_ in {"a", "an"} and first.i else first
    if match.bound != "<" or first.lower_ != "under" or first.idx != match.start:
        return number
    noun, before = noun_after(number), doc[max(first.i - 1, number.sentence)]
    if not has_lemma(noun, ARRANGED) or before.lemma_ in COUNTED_BY:
        return number
    return replace(number, match=replace(match, bound="=", start=match.num_start))


def as_age(number: ParsedNumber, spans: Sequence[NamedSpan]) -> ParsedNumber:
    """Return the number as an age where it stands like one: "Ann Lee, 34, said", "she was 34 when", "he turned 40"."""
    match = number.match
    bare = match.is_bare_count and part_of(number) is None
    if not bare or match.value not in YEARS_OLD or is_scored(number):
        return number
    said = _after_name(number, spans) or is_age(number, spans) or is_age_bound(number) or age_noun(number) is not None
    return replace(number, match=replace(match, kind="age", unit="year")) if said else number


def is_scored(number: ParsedNumber) -> bool:
    """Return whether a number in brackets is what somebody has scored, by a word near: "Ott (14) led the scoring"."""
    doc, start = number.words.doc, number.words.start
    in_brackets = start > 0 and doc[start - 1].text == "("
    near = doc[max(start - NEAR, number.sentence) : start + NEAR] if in_brackets else ()
    return any(word.lemma_.lower() in SCORING for word in near)


def _after_name(number: ParsedNumber, spans: Sequence[NamedSpan]) -> bool:
    """Return whether a number stands between commas after a person: "Another brother, 22, was"."""
    doc, comma, end = number.words.doc, number.words.start - 1, number.words.end
    if comma > 0 and doc[comma].lower_ in {"now", "then"}:
        comma -= 1
    if comma < 1 or doc[comma].text not in {",", "("} or (end < len(doc) and doc[end].lower_ not in AFTER_AGE):
        return False
    before = doc[comma - 1]
    name = span_at(spans, before.idx)
    if name is not None:
        return name.label == "PERSON"
    return before.tag_ == "NN" and is_one_person(before)


def is_age(number: ParsedNumber, spans: Sequence[NamedSpan]) -> bool:
    """Return whether a number is said of a person: "she was 34", "Lee turned 40"."""
    stem = number.stem
    verb = stem.head
    if stem.dep_ not in {"attr", "dobj", "acomp"} or verb.lemma_.lower() not in BEING:
        return False
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    return any(is_one_person(child) or child.lemma_ in AGES or is_named_person(child, spans) for child in subjects)


def is_age_bound(number: ParsedNumber) -> bool:
    """Return whether a number bounds how old people are: "139 were under five", "half the patients are over 80"."""
    verb = word_before(number)
    if number.match.bound not in {"<", ">"} or verb.lemma_ != "be" or noun_after(number) is not None:
        return False
    return any(child.dep_ == "nsubj" and are_several_people(child, number) for child in verb.lefts)


def are_several_people(subject: Token, number: ParsedNumber) -> bool:
    """Return whether a subject is some people, or some of those whom the sentence names: "139", "most of the dead"."""
    if subject.tag_ in {"NNS", "NN"} and is_person(subject.lemma_.lower()):
        return True
    said = number.words.doc[number.sentence : number.words.start]
    some = subject.i in number.taken or subject.lower_ in {"most", "many", "some", "all", "few", "half", "none"}
    return some and any(word.tag_ in {"NNS", "JJ"} and is_person(word.lemma_.lower()) for word in said)


def is_named_person(token: Token, spans: Sequence[NamedSpan]) -> bool:
    """Return whether a word belongs to a person's name."""
    name = span_at(spans, token.idx)
    return name is not None and name.label == "PERSON"


def is_one_person(token: Token) -> bool:
    """Return whether a word stands for one person."""
    lemma = token.lemma_.lower()
    known = token.ent_type_ == "PERSON" or is_person(lemma)
    return known or token.lower_ in {"he", "she", "who"}
