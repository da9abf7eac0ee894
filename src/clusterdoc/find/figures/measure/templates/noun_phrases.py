"""What a number measures by the noun phrase in which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.carriers import (
    adjectival_noun,
    carried_by,
    change_noun,
    compounds,
    is_only_a_rate,
    size_of,
    stands_with_its,
)
from clusterdoc.find.figures.measure.clause import (
    complement,
    holds_number,
    named_subject,
    object_of,
    verb_of,
)
from clusterdoc.find.figures.measure.measuring_words import (
    CHANGE_VERBS,
    COMPARED_WITH,
    DENOMINATORS,
    EXPECTING,
    GRADES,
    PASSED_THROUGH,
    TIMES,
)
from clusterdoc.find.figures.measure.nouns import counted, described_noun_of
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.figures.measure.word_span import Words
from clusterdoc.find.syntax import NOUNS, VERBS, has_lemma, possessor, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


PLACES: Final = frozenset({"GPE", "LOC", "FAC", "NORP"})


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
    whose = possessor(noun) if has_lemma(noun, TIMES) else None
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
    """Return whether a whole is only what an amount is compared with: "cap the deficit at 3% of GDP"."""
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
    if thing is not None:
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
    if has_lemma(noun, {"unit"}) and is_level_of(noun):
        return None  # "the inventory fell to 1.1 million units", "a rate of 4.4 million units"
    if has_lemma(noun, GRADES):
        noun = graded_noun(noun)
    if noun is None or noun.dep_ != "attr" or number.match.kind != "ratio":
        return possessed(noun, number)
    subject = named_subject(noun.head) if noun.lemma_.lower() in PASSED_THROUGH else None
    return subject if subject is not None and subject.pos_ in NOUNS else noun  # "output was half the average"


def is_level_of(unit: Token) -> bool:
    """Return whether units are a level that was reached: "to 1.1 million units", "a rate of 4 million units"."""
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
    return grade.head if grade.dep_ in {"compound", "nmod"} else grade


def possessed(noun: Token | None, number: ParsedNumber) -> Token | None:
    """Return a noun; None for the noun of "the 66-year-old's death", where the age is that of the one who died."""
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
