"""What a figure measures: named templates over the grammar of a sentence, the most specific first.

The first template that fits wins. The idea of rules in order over dependencies is that of Almasian et al., "CQE: A
Comprehensive Quantity Extractor" (EMNLP 2023); the rules are ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.figures.measure.carriers import change_noun, compounds
from clusterdoc.find.figures.measure.clause import complement
from clusterdoc.find.figures.measure.measuring_words import CHANGE_NOUNS, NO_MORE_THAN_TIME, POINTERS, TRANSPARENT
from clusterdoc.find.figures.measure.nouns import counted
from clusterdoc.find.figures.measure.prepositions import preposition
from clusterdoc.find.figures.measure.reference import stands_for_thing
from clusterdoc.find.figures.measure.templates import (
    clausal,
    durations,
    layout,
    moving,
    noun_phrases,
    persons,
    purposes,
)
from clusterdoc.find.figures.measure.word_span import Words
from clusterdoc.find.syntax import NOUNS, outer_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber
    from clusterdoc.find.figures.measure.templates.template import Template

COMPASS: Final = re.compile(r"(?:(?:north|south)-?(?:east|west)?|east|west)(?:wards?)?")
TEMPLATES: Final[tuple[Template, ...]] = (
    layout.in_row,
    clausal.done_to,
    purposes.worth,
    noun_phrases.one_in,
    persons.outcome_word,
    noun_phrases.size,
    purposes.shifted,
    purposes.spent_on,
    noun_phrases.occasion,
    moving.gapped,
    moving.moved_without_verb,
    moving.points_moved,
    purposes.pays_for,
    clausal.led_by,
    clausal.kept_at,
    noun_phrases.part,
    noun_phrases.changed,
    persons.so_many_of_an_age,
    persons.value_of_age,
    persons.group_aged,
    noun_phrases.counted_noun,
    persons.people,
    persons.whose_age,
    durations.time_to,
    durations.sentenced,
    durations.time_in,
    durations.lasted,
    layout.opened_by_bracket,
    layout.ticker,
    layout.after_label,
    noun_phrases.sized,
    noun_phrases.described,
    clausal.named_by_verb,
    clausal.action,
    clausal.compared,
    noun_phrases.value_of,
    clausal.clause,
    layout.between_commas,
    layout.adjacent,
)


class Measured(NamedTuple):
    """The head of what a number measures, or the exact words, and the template that found it."""

    head: Token | Words
    rule: Template


def measured(number: ParsedNumber) -> Measured | None:
    """Return what a number measures, None when the text does not say."""
    found = first_fit(number)
    if found is None or isinstance(found.head, Words):
        return found
    if found.head.i == number.root.i and number.match.kind == "age":
        return None  # "over-60s ride free"
    other = number_at(found.head, number)
    if other is not None:  # "the margin was 54%, which was 130 basis points higher"
        its = first_fit(other)
        return its if its is not None and not _is_taken(its.head, number) else None
    if is_direction(found.head, number):
        return None  # "born 250 miles southwest of the town"
    head = past_gerund(off_numbers(found.head, number), number)
    if vague(head, number):
        meant = stands_for_thing(head)
        return found._replace(head=meant) if meant is not None and meant.i not in number.taken else None
    nothing = number.holds(head) or says_only_change(head, number) or says_only_time(head, number)
    return None if nothing else found._replace(head=looked_through(head, number))


def past_gerund(head: Token, number: ParsedNumber) -> Token:
    """Return the noun right after an "-ing" that the parser takes for a verb: "prices" of "asking prices"."""
    after = head.nbor() if head.tag_ == "VBG" and head.i + 1 < len(head.doc) else head
    named = after.dep_ == "dobj" and after.head.i == head.i and after.tag_ == "NNS" and number.stem.head.i != head.i
    return after if named else head


def first_fit(number: ParsedNumber) -> Measured | None:
    """Return what the first template that fits finds."""
    for template in TEMPLATES:
        found = template.find(number) if template.fits(number) else None
        if found is not None:
            return Measured(found, template)
    return None


def _is_taken(head: Token | Words, number: ParsedNumber) -> bool:
    """Return whether what was found is itself a number."""
    return not isinstance(head, Words) and head.i in number.taken


def is_direction(head: Token, number: ParsedNumber) -> bool:
    """Return whether a word after a length only says which way: "southwest"."""
    return number.match.kind == "measure" and COMPASS.fullmatch(head.lower_) is not None


def says_only_change(head: Token, number: ParsedNumber) -> bool:
    """Return whether a word is the noun of change of a number and no more: "analysts expected a rise of 3%"."""
    noun = change_noun(number)
    if noun is None or noun.i != head.i or noun.i > number.words.start or head.lemma_.lower() == "growth":
        return False
    named = (child for child in head.lefts if child.dep_ in {"compound", "nmod"})
    return all(child.i in number.taken for child in named)  # "a sharp rise", not "a rent rise"


def says_only_time(head: Token, number: ParsedNumber) -> bool:
    """Return whether a word before a time only introduces it: "over the space of three months"."""
    before = number.match.kind == "duration" and head.i < number.words.start
    return before and head.lemma_.lower() in NO_MORE_THAN_TIME


def number_at(head: Token, number: ParsedNumber) -> ParsedNumber | None:
    """Return the earlier number of the sentence that holds a token; None for a token of this number or of none."""
    one = number.before
    while one is not None and one.words.start >= number.sentence:
        if number.holds(head):
            return None
        if one.words.start <= head.i < one.words.end:
            return one
        one = one.before
    return None


def looked_through(head: Token, number: ParsedNumber) -> Token | Words:
    """Return what a target or a forecast is for: "inflation" of "a target for inflation", "the inflation target"."""
    lemma = head.lemma_.lower()
    if lemma in CHANGE_NOUNS and head.i < number.words.start and preposition(number) in {"to", "from"}:
        return complement(head, ("in", "of"), number) or head  # "a jump in profits to £4bn"
    if lemma == "change":
        return complement(head, ("in", "of", "to"), number) or head  # "the change in employment was 72,000"
    itself = number.match.kind == "count" and counted(number) == head  # "34 goals for the team"
    if lemma not in TRANSPARENT or itself:
        return head
    aimed_at = complement(head, ("for",), number) or complement(head, ("of",), number)
    return aimed_at or (compounds(head, number) if lemma != "range" else None) or head  # a driving range is no driving


def off_numbers(token: Token, number: ParsedNumber) -> Token:
    """Return a token that no number has taken: "house" for the acres of "a house on two acres sold for $5m"."""
    if token.i in number.taken:
        token = outer_noun(token)
    if token.i not in number.taken:
        return token
    return next((child for child in token.lefts if is_free_noun(child, number)), number.root)


def is_free_noun(token: Token, number: ParsedNumber) -> bool:
    """Return whether a token is a noun that no number has taken."""
    return token.pos_ in NOUNS and token.i not in number.taken


def vague(token: Token, number: ParsedNumber) -> bool:
    """Return whether a word only points at something: "it" and "which", but not "those who voted"."""
    if token.lower_ in {"those", "all"} and any(True for _ in token.rights):
        return False
    return token.lower_ in POINTERS and number.match.kind != "age"
