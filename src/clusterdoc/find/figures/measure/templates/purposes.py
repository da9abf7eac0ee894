"""What a sum is worth, is taken off, or is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.carriers import adjectival_noun, owner
from clusterdoc.find.figures.measure.clause import (
    bare_noun_after,
    complement,
)
from clusterdoc.find.figures.measure.measuring_words import (
    FUNDING,
    GOING,
    SHIFTING,
    SPENDING,
    SUMS,
)
from clusterdoc.find.figures.measure.templates.noun_phrases import PLACES
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.syntax import SUBJECTS, direct_object, is_dated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


@template(
    "worth",
    "The aid contains [$800 million] worth of {arms}.",
    "The {fund} is worth [$5 million].",
    "She left a {trust fund} worth [$5 million].",
    kinds={"money"},
    but=("They paid [$5 million] for {flights}.",),
)
def worth(number: ParsedNumber) -> Token | None:
    """Return what money buys or who is worth it: "$8m worth of arms", "a fund worth $5m", "the fund is worth $5m"."""
    doc, start, end = number.words.doc, number.words.start, number.words.end
    for token in (number.root, number.root.head, doc[max(start - 1, 0)], doc[min(end, len(doc) - 1)]):
        if token.lower_ == "worth":
            return complement(token, ("of",), number) or owner(token) or adjectival_noun(number)
    return None


@template(
    "taken from",
    "The deal wiped [$4 billion] off its {market value}.",
    "They shaved [5%] off {costs}.",
    kinds={"percent", "money"},
    but=("The deal wiped out [$4 billion] of {debt}.",),
)
def shifted(number: ParsedNumber) -> Token | None:
    """Return what an amount is taken off or added to: "wiped $4 billion off its market value"."""
    verb = number.stem.head
    inward = any(child.dep_ == "prt" and child.lower_ == "in" for child in verb.rights)  # "took in $3m from investors"
    if number.stem.dep_ != "dobj" or verb.lemma_.lower() not in SHIFTING or inward:
        return None
    whole = complement(verb, ("off", "from", "to"), number)
    return whole if whole is not None and whole.i not in number.taken else None


@template(
    "purpose",
    "The city got [€20,000] in {compensation}.",
    "The state spent [1.5%] of its budget on {military roads}.",
    "They paid a total of [$5m] for {flights}.",
    "They will spend £2m on roads and [£1m] on {parks}.",
    kinds={"percent", "money", "count"},
)
def spent_on(number: ParsedNumber) -> Token | None:
    """Return what a sum is for: "€20,000 in compensation", "paid $5m for flights", "spent 1.5% of it on defence"."""
    if number.match.kind == "money" and (thing := bare_noun_after(number, "in")) is not None:
        return thing
    if number.stem.dep_ in {"attr", "npadvmod"}:
        return None  # "sales were $5m in Asia"
    verb = number.stem.head
    if number.stem.dep_ == "conj" and (thing := aim(number.stem, ("on", "for", "towards"), number)) is not None:
        return thing if number.match.kind == "money" else None
    if verb.lemma_.lower() in SPENDING and (thing := aim(verb, ("on", "for", "towards", "in"), number)) is not None:
        return thing
    thing = aim(number.stem, ("for", "in") if number.match.kind == "money" else ("in",), number)
    return thing if thing is not None and (number.match.kind == "money" or thing.lemma_.lower() in SUMS) else None


def right_after(number: ParsedNumber, prepositions: Sequence[str]) -> Token | None:
    """Return the noun after a preposition right behind a sum, whatever that hangs on: "£2m on roads, £1m on parks"."""
    doc, end = number.words.doc, number.words.end
    if number.match.kind != "money" or end >= len(doc) or doc[end].lower_ not in prepositions:
        return None
    nouns = (child for child in doc[end].rights if child.dep_ == "pobj" and not is_dated(child))
    return next(nouns, None)


def aim(token: Token, prepositions: Sequence[str], number: ParsedNumber) -> Token | None:
    """Return the thing after a preposition that an amount goes to: no place, no time; after "in" a bare noun only."""
    spends = token.lemma_.lower() in SPENDING
    thing = right_after(number, prepositions) if spends else None
    thing = thing or complement(token, prepositions, number)
    if thing is None or thing.i in number.taken or thing.ent_type_ in PLACES:
        return None
    bare = thing.pos_ == "NOUN" and not any(child.dep_ in {"det", "poss"} for child in thing.lefts)
    return thing if bare or thing.head.lower_ != "in" or token.lemma_.lower() == "invest" else None


@template(
    "paid for by",
    "They confirmed [£200m] to fund the {holiday programme}.",
    "Of the total, [$1 billion] will go towards {aid}.",
    kinds={"money"},
    but=("[$5m] was {lost}.",),
)
def pays_for(number: ParsedNumber) -> Token | None:
    """Return what an amount that is the subject or has an infinitive pays for."""
    stem, end = number.stem, number.words.end
    if end + 1 < len(stem.doc) and stem.doc[end].tag_ == "TO" and stem.doc[end + 1].lemma_.lower() in FUNDING:
        return direct_object(stem.doc[end + 1])
    if end + 1 < len(stem.doc) and stem.doc[end].tag_ == "TO" and stem.doc[end + 1].lemma_.lower() == "spend":
        return complement(stem.doc[end + 1], ("on",), number)
    if stem.dep_ not in SUBJECTS or stem.head.lemma_.lower() not in GOING:
        return None
    found = complement(stem.head, ("towards", "toward", "to", "into", "on", "for"), number)
    return None if found is not None and found.ent_type_ in PLACES else found  # "$5m went to Texas" is not Texas'
