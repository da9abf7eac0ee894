"""What a number measures by the noun phrase in which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.clause import (
    bare_noun_after,
    complement,
    holds_number,
    named_subject,
    object_of,
    verb_of,
)
from clusterdoc.find.figures.measure.measuring_words import (
    CHANGE_VERBS,
    DENOMINATORS,
    EXPECTING,
    FUNDING,
    GOING,
    GRADES,
    PASSED_THROUGH,
    SHIFTING,
    SPENDING,
    SUMS,
    TIMES,
)
from clusterdoc.find.figures.measure.nouns import (
    adjectival_noun,
    carried_by,
    change_noun,
    compounds,
    counted,
    described_noun_of,
    is_only_a_rate,
    owner,
    part_of,
    size_of,
    stands_with_its,
)
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.figures.measure.word_span import Words
from clusterdoc.find.syntax import NOUNS, SUBJECTS, VERBS, direct_object, possessor, subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


COMPARED_WITH: Final = frozenset({"figure", "level", "month", "quarter", "week", "year"})
PLACES: Final = frozenset({"GPE", "LOC", "FAC", "NORP"})


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
    inward = any(child.dep_ == "prt" and child.lower_ == "in" for child in verb.rights)  # "took in $3m from investors"
    if number.stem.dep_ != "dobj" or verb.lemma_.lower() not in SHIFTING or inward:
        return None
    whole = complement(verb, ("off", "from", "to"), number)
    return whole if whole is not None and whole.i not in number.taken and whole.i > number.stem.i else None


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
    nouns = (child for child in doc[end].rights if child.dep_ == "pobj" and child.ent_type_ not in {"DATE", "TIME"})
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


@template(
    "one in so many",
    "[One {case} in ten] went to trial.",
    kinds={"ratio"},
    but=("[One in ten] {cases} went to trial.",),
)
def one_in(number: ParsedNumber) -> Words | None:
    """Return the noun inside a ratio: "case" of "one case in ten"."""
    words = number.words
    nouns = [word for word in words if word.pos_ in NOUNS]
    return Words(words.doc, nouns[0].i, nouns[0].i + 1) if len(nouns) == 1 and words[-1].i > nouns[0].i else None


@template(
    "occasion",
    "The {war} enters its [500th] day on Saturday.",
    kinds={"ordinal"},
    but=("The war's [second] {battle} began.",),
)
def occasion(number: ParsedNumber) -> Token | None:
    """Return whose days or years are counted: "the war, which enters its 500th day"."""
    noun = counted(number)
    whose = possessor(noun) if noun is not None and noun.lemma_.lower() in TIMES else None
    its = noun is not None and whose is not None and whose.tag_ == "PRP$"
    return subject_of(noun.head) if noun is not None and its and noun.head.pos_ in VERBS else None


@template(
    "part of a whole",
    "Forests make [20 percent] of our planet's {oxygen}.",
    "It has [hundreds of thousands] of the {projectiles}.",
    but=("They left within [an hour] of the call.",),
)
def part(number: ParsedNumber) -> Token | None:
    """Return the whole that a part or a multitude is taken from: "20% of our oxygen", "thousands of people"."""
    whole = part_of(number)
    if whole is None or (number.match.kind == "duration" and holds_number(whole, number)):
        return None  # "served eight years of a sixteen-year sentence"
    return None if only_compares(whole, number) else whole


def only_compares(whole: Token, number: ParsedNumber) -> bool:
    """Return whether a whole is only what an amount is put beside: "cap the deficit at 3% of GDP"."""
    if number.match.kind not in {"percent", "ratio"} or whole.lemma_.lower() not in DENOMINATORS:
        return False
    verb = verb_of(number)
    if verb is None or number.stem.dep_ not in {"attr", "pobj"}:
        return False
    subject = named_subject(verb)
    named = subject is not None and (subject.pos_ in NOUNS or subject.tag_ == "VBG")  # "spending"
    return object_of(verb, number) is not None or named


@template(
    "change noun",
    "Unions won a rise of [3.5%] in {wages}.",
    "The {rate} cut of [2%] helped.",
    "{Acme} posted a [5%] increase.",
    but=("{GDP growth} of [3%] is likely.",),
)
def changed(number: ParsedNumber) -> Token | Words | None:
    """Return what a noun of change says has changed: its complement, the noun before it, the subject of its verb."""
    noun = change_noun(number)
    if noun is None:
        return None
    thing = complement(noun, ("in", "of", "on"), number)
    if thing is not None and thing.head.lower_ == "on" and thing.lemma_.lower() in COMPARED_WITH:
        thing = None  # "a rise of 2% on last month's figure"
    if thing is not None and thing.i not in number.taken:
        return thing
    if noun.lemma_.lower() == "growth":
        return None  # it is measured itself
    subject = named_subject(noun.head) if noun.dep_ in {"dobj", "attr"} else None
    if noun.head.lemma_.lower() in EXPECTING and compounds(noun, number) is None:
        return number.root  # "analysts expected a rise of 3%": not theirs
    return compounds(noun, number) or (subject if subject is not None and subject.pos_ in NOUNS else noun)


@template(
    "counted noun",
    "[Two] {French police officers} were found guilty.",
    "He lifted a [five-foot] {narwhal tusk}.",
    but=("Revenue beat the [$3.7bn] analysts had expected.",),
)
def counted_noun(number: ParsedNumber) -> Token | None:
    """Return the noun that a number stands before: "two police officers", "155mm howitzers"."""
    noun = noun_of_area(number) or counted(number)
    if noun is not None and noun.lemma_.lower() == "unit" and is_level_of(noun):
        return None  # "the inventory fell to 1.1 million units", "a rate of 4.4 million units"
    if noun is not None and noun.lemma_.lower() in GRADES:
        noun = graded_noun(noun)
    if noun is None or noun.dep_ != "attr" or number.match.kind != "ratio":
        return possessed(noun, number)
    subject = named_subject(noun.head) if noun.lemma_.lower() in PASSED_THROUGH else None
    return subject if subject is not None and subject.pos_ in NOUNS else noun  # "output was half the average"


def is_level_of(unit: Token) -> bool:
    """Return whether units are what something has come to: "to 1.1 million units", "a rate of 4 million units"."""
    preposition = unit.head
    if unit.dep_ != "pobj" or preposition.lower_ not in {"to", "at", "of", "from"}:
        return False
    over = preposition.head
    moved = over.lemma_.lower() in CHANGE_VERBS and named_subject(over) is not None
    return moved or is_only_a_rate(over)


def noun_of_area(number: ParsedNumber) -> Token | None:
    """Return the noun behind two lengths, whatever the parser takes it for: "shed" of "a 9m by 4m shed"."""
    doc, at = number.words.doc, number.words.end
    if number.match.kind != "measure" or at + 1 >= len(doc):
        return None
    if doc[at].lower_ in {"by", "x", "×"} and at + 1 in number.taken:
        at += 1
        while at < len(doc) and at in number.taken:
            at += 1
    elif doc[number.words.start - 1].lower_ not in {"by", "x", "×"} or number.words.start - 2 not in number.taken:
        return None
    return doc[at] if at < len(doc) and doc[at].is_alpha and doc[at].tag_ in {"NN", "VBN", "NNP", "VB", "VBD"} else None


def graded_noun(grade: Token) -> Token:
    """Return what a grade is of: "earthquake" of "a 6.3 magnitude earthquake"."""
    noun = grade.head
    return noun if grade.dep_ in {"compound", "nmod"} and noun.pos_ in NOUNS and noun.i > grade.i else grade


def possessed(noun: Token | None, number: ParsedNumber) -> Token | None:
    """Return a noun, but none for "the 66-year-old's death": the age is that of the one who died."""
    owner_of = number.match.kind == "age" and number.words.doc[number.words.end - 1].dep_ in {"poss", "case"}
    follows = number.words.end < len(number.words.doc) and number.words.doc[number.words.end].tag_ == "POS"
    return number.root if noun is not None and (owner_of or follows) and number.match.kind == "age" else noun


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
    kinds={"age", "measure", "money", "percent"},
)
def described(number: ParsedNumber) -> Token | None:
    """Return the noun that a unit closes or that follows it at once."""
    return described_noun_of(number)


@template(
    "value of a noun",
    "The shells have a {dud rate} of [less than 2.35%].",
    but=("The {fund} is worth [$5m].",),
)
def value_of(number: ParsedNumber) -> Token | None:
    """Return the noun whose value the number is: "a dud rate of 2%", "rates above 3%", "a price of $5"."""
    return None if number.match.kind == "ordinal" or stands_with_its(number) else carried_by(number)
