"""What a figure measures: named templates over the grammar of a sentence, the most specific first.

The first template that fits wins. The idea of rules in order over dependencies is that of Almasian et al., "CQE: A
Comprehensive Quantity Extractor" (EMNLP 2023); the rules are ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.figures.measure.templates import clausal, durations, layout, nominal, people
from clusterdoc.find.figures.measure.vocabulary import POINTERS
from clusterdoc.find.syntax import NOUNS, outer_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber
    from clusterdoc.find.figures.measure.templates.template import Template

TEMPLATES: Final[tuple[Template, ...]] = (
    clausal.done_to,
    nominal.worth,
    people.fate,
    nominal.size,
    nominal.shifted,
    nominal.spent_on,
    nominal.occasion,
    clausal.points_moved,
    nominal.part,
    nominal.counted_noun,
    people.people,
    people.whose_age,
    durations.lasted,
    layout.in_brackets,
    layout.ticker,
    nominal.sized,
    nominal.described,
    clausal.compared,
    nominal.value_of,
    clausal.clause,
    layout.adjacent,
)


class Measured(NamedTuple):
    """The head of what a number measures, and the name of the template that found it."""

    head: Token
    rule: str


def measured(number: ParsedNumber) -> Measured | None:
    """Return what a number measures, None when the text does not say."""
    for template in TEMPLATES:
        found = template.find(number) if template.fits(number) else None
        if found is not None:
            head = off_numbers(found, number)
            return None if number.holds(head) or vague(head, number) else Measured(head, template.name)
    return None


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
