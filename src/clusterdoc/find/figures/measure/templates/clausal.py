"""What a number measures by the clause in which it stands."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.around import is_followed_by
from clusterdoc.find.figures.measure.carriers import stands_with_its
from clusterdoc.find.figures.measure.clause import named_subject, object_of, verb_of
from clusterdoc.find.figures.measure.measuring_words import (
    CHANGE_VERBS,
    CLOSING,
    DEPRIVING,
    FINDING,
    GIVING,
    GOING,
    KEEPING,
    LEADING,
    POSSESSING,
    RANGING,
    TAKING,
)
from clusterdoc.find.figures.measure.movement import takes
from clusterdoc.find.figures.measure.prepositions import preposition
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.figures.numbers.currencies import currency_codes
from clusterdoc.find.syntax import (
    NOUNS,
    SUBJECTS,
    VERBS,
    appositives,
    first_conjunct,
    has_lemma,
    is_dated,
    outer_noun,
    passive_subject,
    subject_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


COMPARED: Final = frozenset({"JJR", "RBR"})
OBJECTS_OR_SUBJECTS: Final = SUBJECTS | {"dobj"}
FARTHEST: Final = 4
REACH: Final = 6
LARGEST_MOVE: Final = 100_000  # a price moves by less than this; who "lost" more has lost the money


@template(
    "multiplied",
    "The firm [doubled] its {output}.",
    kinds={"ratio"},
)
def done_to(number: ParsedNumber) -> Token | None:
    """Return what a verb that is a number itself changes: "output" of "the attack halved output"."""
    verb = number.root
    if verb.pos_ != "VERB":
        return None
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    return next(objects, None) or named_subject(verb)


def is_where_it_closed(points: Token) -> bool:
    """Return whether points are those at which an index ended: "closing at 23,269 points"."""
    at = points.head
    return points.dep_ == "pobj" and at.lower_ == "at" and at.head.lemma_.lower() in CLOSING


@template("named by the verb", "Notes rose to {yield} [2.114%].", "The oldest {weighed} [82 pounds].")
def named_by_verb(number: ParsedNumber) -> Token | None:
    """Return a verb that names the quantity itself: "yields 2%", "weighs 37 kg"."""
    verb = verb_of(number)
    return verb if has_lemma(verb, {"yield", "weigh"}) else None


@template(
    "action",
    "The retailer {earned} [$1.4 billion].",
    "They tried to {steal} [$2.4 million].",
    "The court {fined} the firm [$5 million].",
    kinds={"money"},
    but=("{Homes} there cost [$70].", "{Crude oil} gained [$1.42].", "The {fund} holds [$5m]."),
)
def action(number: ParsedNumber) -> Token | None:
    """Return the verb whose object is a sum, which says what the sum is: "earned", "fined"; never who pays."""
    if (verb := depriving(number)) is not None:
        return verb
    verb = number.stem.head
    if number.stem.dep_ not in OBJECTS_OR_SUBJECTS or verb.pos_ != "VERB":
        return None
    if verb.lemma_.lower() in GOING:
        return None  # "$5m went to Texas"
    taken_up = object_of(verb, number) is not None and verb.lemma_.lower() not in GIVING
    return None if taken_up or has_value(verb, number) else verb


def depriving(number: ParsedNumber) -> Token | None:
    """Return the verb of taking whose "of" leads to a sum, whatever noun the parse hangs it on: "rob a bank of $5m"."""
    stem = number.stem
    if stem.dep_ != "pobj" or stem.head.lower_ != "of":
        return None
    above = list(islice(stem.head.ancestors, FARTHEST))
    return next((verb for verb in above if verb.pos_ == "VERB" and verb.lemma_.lower() in DEPRIVING), None)


def has_value(verb: Token, number: ParsedNumber) -> bool:
    """Return whether the subject of a verb has the amount that is its object: "homes cost $5", "oil gained $5"."""
    lemma = verb.lemma_.lower()
    if number.stem.dep_ in SUBJECTS:
        return lemma in POSSESSING
    if lemma == "buy":
        return names_a_currency(subject_of(verb))
    moves = lemma in CHANGE_VERBS and not (lemma in TAKING and is_large(number)) and not takes(verb, number)
    return moves or lemma in POSSESSING


def names_a_currency(noun: Token | None) -> bool:
    """Return whether a noun is a currency, whose rate is what it buys: "the pound bought $1.27"."""
    return noun is not None and (noun.lower_ in currency_codes() or noun.lower_ in {"currency", "pound", "sterling"})


def is_large(number: ParsedNumber) -> bool:
    """Return whether an amount is too large to be what a price moves by."""
    return (number.match.value or number.match.high or 0) >= LARGEST_MOVE


@template(
    "led by",
    "{Ott} leads Kerr [47 percent] to 39 percent.",
    "Ott leads {Kerr} 47 percent to [39 percent].",
    kinds={"percent", "count"},
    but=("Ott leads by [8 points].",),
)
def led_by(number: ParsedNumber) -> Token | None:
    """Return who has the first and who the second number of a lead: "Ott leads Kerr 47 percent to 39 percent"."""
    verb = next((above for above in islice(number.stem.ancestors, REACH) if above.pos_ == "VERB"), None)
    if not has_lemma(verb, LEADING):
        return None
    loser = object_of(verb, number)
    if loser is None or loser.i in number.taken or preposition(number) == "by":
        return None
    doc, start = number.words.doc, number.words.start
    if doc[start - 1].lower_ == "to":
        return loser if start - 2 in number.taken else None
    paired = is_followed_by(number, {"to"}) and number.words.end + 1 in number.taken
    return named_subject(verb) if paired else None


@template(
    "kept at",
    "The bank kept its {key rate} under the new facility unchanged at [6%].",
    "They want to cap the {deficit} at [3%] of GDP.",
    "The {deficit} will be kept under [3%] of GDP.",
)
def kept_at(number: ParsedNumber) -> Token | None:
    """Return the object of a verb of keeping or setting, of which the number is the value."""
    stem = number.stem
    by_word = stem.head.lower_ if stem.dep_ == "pobj" else preposition_or_bound(number)
    if by_word not in {"at", "to", "below", "above", "under", "within"}:
        return None
    above = (word for word in islice(stem.ancestors, REACH) if word.lemma_.lower() in KEEPING and word.pos_ == "VERB")
    verb = next(above, None)
    if verb is None:
        return None
    governs = verb.i in {stem.head.head.i, stem.head.i}
    return object_of(verb, number) or (passive_subject(verb) if governs and number.match.kind != "count" else None)


def preposition_or_bound(number: ParsedNumber) -> str:
    """Return the word before a number, which the parser may take for a part of it: "kept under 3%"."""
    own = next((child for child in number.root.children if child.dep_ == "nummod"), number.root)
    before = next((child for child in own.lefts if child.dep_ == "quantmod"), None)
    return before.lower_ if before is not None else ""


@template(
    "compared",
    "There were [85%] more {wildfires} this year.",
)
def compared(number: ParsedNumber) -> Token | None:
    """Return what is more or less by the number: "85% more wildfires", "shares are 3% higher"."""
    word = number.stem.head
    if word.tag_ not in COMPARED or word.i < number.words.end:
        return None
    if word.head.pos_ in NOUNS and word.head.i > word.i:
        return word.head
    return of_the_clause(number)


@template(
    "clause",
    "The overall {mortality rates} were [49%] last year.",
    "The bank raised its {key rate} by [0.25 percentage points].",
    "The oil benchmark, {Brent crude}, fell [5%].",
    "{Dahl} finished [12th].",
    but=("The trip was one of the [first].",),
)
def clause(number: ParsedNumber) -> Token | None:
    """Return the object or subject of the verb that governs the number."""
    return of_the_clause(number)


def of_the_clause(number: ParsedNumber) -> Token | None:
    """Return the object or subject of the verb that governs the number: "rates were 49%", "raised wages by 3%"."""
    verb = verb_of(number)
    if verb is None or ranks_nothing(number) or any(child.dep_ == "expl" for child in verb.lefts):
        return None  # "there is £95,000 to spend"
    return measuring_noun(verb) or of_the_verb(verb, number)


def measuring_noun(participle: Token) -> Token | None:
    """Return the noun that a participle of measuring describes: "a tremor measuring seven"."""
    measures = participle.lemma_.lower() in POSSESSING | {"measure"} and participle.tag_ == "VBG"
    return participle.head if measures and participle.dep_ == "acl" else None


def of_the_verb(verb: Token, number: ParsedNumber) -> Token | None:
    """Return the object or subject of a verb whose value a number is."""
    participle = first_conjunct(verb)
    if participle.tag_ == "VBG" and participle.lemma_.lower() in RANGING and (noun := before_comma(participle)):
        return outer_noun(noun)  # "sold homes, ranging from $1m to $3m"
    if number.match.kind == "count" and preposition(number) == "for" and number.stem.head.head.pos_ in NOUNS:
        return None  # "a daily routine for hundreds of thousands"
    if is_only_reported(verb, number):
        return None
    found = moved_object(verb, number) or named_subject(verb) or fronted_subject(verb)
    if found is None:
        return None
    if is_dated(found) and verb.dep_ == "acl":
        return past_time(found, number)
    return named_apposition(found, verb)


def is_only_reported(verb: Token, number: ParsedNumber) -> bool:
    """Return whether a bare number is the object of a verb of finding: "the survey reported 5.8"."""
    reported = number.stem.dep_ == "dobj" and verb.lemma_.lower() in FINDING
    return reported and number.match.is_bare_count


def moved_object(verb: Token, number: ParsedNumber) -> Token | None:
    """Return the object of a verb that the number is the value of; None of "cost the firm $5m"."""
    if number.stem.dep_ == "dobj" and verb.lemma_.lower() in POSSESSING:
        return None
    moved = object_of(verb, number)
    closed = moved is not None and is_dated(moved) and verb.lemma_.lower() in CLOSING  # "finished the week at $15"
    return None if closed or stands_with_its(number) else moved  # "powers 230,000 homes with its 845 megawatts"


def past_time(time: Token, number: ParsedNumber) -> Token | None:
    """Return what a time with a participle belongs to: "cut its forecast for the year ended May to $5m"."""
    over = time.head.head if time.dep_ == "pobj" else time.head
    return object_of(over, number) if over.pos_ == "VERB" else over


def fronted_subject(verb: Token) -> Token | None:
    """Return the subject that the parser hangs on a time before it: "profit" of "In FY23 profit was $3m"."""
    opening = verb.sent[0]
    if verb.lemma_ != "be" or opening.lower_ not in {"in", "for"}:
        return None
    noun = verb.nbor(-1) if verb.i > opening.i + 2 else opening
    timed = opening.nbor().dep_ in {"compound", "nmod", "nummod"}
    return noun if timed and noun.dep_ == "pobj" else None


def ranks_nothing(number: ParsedNumber) -> bool:
    """Return whether an ordinal is no place in a ranking: "one of the first", not "finished 12th", "came in third"."""
    if number.match.kind != "ordinal":
        return False
    before = number.words.doc[max(number.words.start - 1, number.sentence)]
    return before.pos_ not in VERBS and before.lower_ not in {"in", "a", "joint"}


def named_apposition(noun: Token, verb: Token) -> Token:
    """Return the name in apposition to a noun before its verb, "the benchmark, Brent crude, fell"; else the noun."""
    between = (child for child in appositives(noun) if noun.pos_ == "NOUN" and noun.i < child.i < verb.i)
    names = (child for child in between if child.left_edge.nbor(-1).text == ",")
    return next((name for name in names if any(word.pos_ == "PROPN" for word in (name, *name.lefts))), noun)


def before_comma(verb: Token) -> Token | None:
    """Return the noun that stands right before a participle, or before the comma there."""
    before = verb.doc[max(verb.i - 1, verb.sent.start)]
    if before.text == ",":
        before = before.doc[max(before.i - 1, verb.sent.start)]
    return before if before.pos_ in NOUNS else None
