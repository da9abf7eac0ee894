"""What a number measures by the noun phrase in which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.clause import complement
from clusterdoc.find.figures.measure.nouns import (
    adjectival_noun,
    carried_by,
    counted,
    described_noun_of,
    owner,
    part_of,
    size_of,
)
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.figures.measure.vocabulary import SHIFTING, SPENDING, SUMS, TIMES
from clusterdoc.find.syntax import subject_of

if TYPE_CHECKING:
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
    for token in (number.root, number.root.head, number.words.doc[max(number.words.start - 1, 0)]):
        if token.lower_ == "worth":
            return complement(token, ("of",), number) or owner(token) or adjectival_noun(number)
    return None


@template(
    "size",
    "A village with a {population} of [50] people lies there.",
    "The {crowd} of [3,000] cheered.",
    kinds={"count"},
    but=("A letter of [50] {people} came.",),
)
def size(number: ParsedNumber) -> Token | None:
    """Return the noun that means a size before its number: "a population of 50 people", "a toll of 27"."""
    return size_of(number)


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
    if number.stem.dep_ != "dobj" or verb.lemma_.lower() not in SHIFTING:
        return None
    whole = complement(verb, ("off", "from", "to"), number)
    return whole if whole is not None and whole.i not in number.taken and whole.i > number.stem.i else None


@template(
    "purpose",
    "The city got [€20,000] in {compensation}.",
    "The state spent [1.5%] of its budget on {military roads}.",
    "They paid a total of [$5m] for {flights}.",
    kinds={"percent", "money", "count"},
)
def spent_on(number: ParsedNumber) -> Token | None:
    """Return what a sum is for: "€20,000 in compensation", "paid $5m for flights", "spent 1.5% of it on defence"."""
    verb = number.stem.head
    if verb.lemma_.lower() in SPENDING:
        return complement(verb, ("on", "for", "in"), number) or complement(number.stem, ("on", "for", "in"), number)
    if number.match.kind == "money":
        return complement(number.stem, ("in", "for"), number)
    whole = complement(number.stem, ("in",), number)
    return whole if whole is not None and whole.lemma_.lower() in SUMS else None


@template(
    "occasion",
    "The {war} enters its [500th] day on Saturday.",
    kinds={"ordinal"},
    but=("The war's [second] {battle} began.",),
)
def occasion(number: ParsedNumber) -> Token | None:
    """Return what is so old when a day or year is counted: "the war, which enters its 500th day", "day 3 of talks"."""
    noun = counted(number)
    if noun is None or noun.lemma_.lower() not in TIMES:
        return None
    whole = complement(noun, ("of",), number)
    owner_words = [child for child in noun.lefts if child.dep_ == "poss"]
    if whole is not None or not owner_words:
        return whole
    verb = noun.head if noun.head.pos_ in {"VERB", "AUX"} else None
    pronoun = owner_words[0].tag_ == "PRP$"
    return owner_words[0] if not pronoun else subject_of(verb) if verb is not None else None


@template(
    "part of a whole",
    "Forests make [20 percent] of our planet's {oxygen}.",
    "It has [hundreds of thousands] of the {projectiles}.",
    but=("They left within [an hour] of the call.",),
)
def part(number: ParsedNumber) -> Token | None:
    """Return the whole that a part or a multitude is taken from: "20% of our oxygen", "thousands of people"."""
    return part_of(number)


@template(
    "counted noun",
    "[Two] {French police officers} were found guilty.",
    "He lifted a [five-foot] {narwhal tusk}.",
    but=("Revenue beat the [$3.7bn] analysts had expected.",),
)
def counted_noun(number: ParsedNumber) -> Token | None:
    """Return the noun that a number stands before: "two police officers", "155mm howitzers"."""
    return counted(number)


@template(
    "size by adjective",
    "It left a {crater} [10 metres] wide.",
    kinds={"measure", "money"},
)
def sized(number: ParsedNumber) -> Token | None:
    """Return the noun whose size an adjective after the number gives: "The yacht, 142 feet long"."""
    return adjectival_noun(number)


@template(
    "described noun",
    "He sold the {MacBook} [16 inch].",
    kinds={"age", "measure"},
)
def described(number: ParsedNumber) -> Token | None:
    """Return the noun that a unit closes or that follows it at once."""
    return described_noun_of(number)


@template(
    "value of a noun",
    "The shells have a {dud rate} of [less than 2.35%].",
    "Unions won a rise of [3.5%] in {wages}.",
    but=("The {fund} is worth [$5m].",),
)
def value_of(number: ParsedNumber) -> Token | None:
    """Return the noun whose value the number is: "a dud rate of 2%", "rates above 3%", "a price of $5"."""
    return carried_by(number)
