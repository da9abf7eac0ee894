"""Whether a number is a level or a change, and which way: the word of change that governs it in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import text_of
from clusterdoc.find.figures.measure.age_nouns import age_noun
from clusterdoc.find.figures.measure.around import follows, is_followed_by
from clusterdoc.find.figures.measure.clause import object_of
from clusterdoc.find.figures.measure.levels import is_no_change
from clusterdoc.find.figures.measure.line_labels import label_of_row
from clusterdoc.find.figures.measure.measuring_words import (
    CHANGE_NOUNS,
    CHANGE_VERBS,
    DIRECTIONS,
    MOVING,
    PHYSICAL,
)
from clusterdoc.find.figures.measure.nouns import counted, is_misread
from clusterdoc.find.figures.measure.prepositions import preposition, preposition_above
from clusterdoc.find.syntax import NOUN_SUBJECTS, VERBS
from clusterdoc.find.words.change import change_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.facts import Role, Trend
    from clusterdoc.find.figures.measure.parsed import ParsedNumber

# The dependencies that lead from a number to its word of change; any other preposition leads away from it.
PATH: Final = frozenset({"npadvmod", "dobj", "advmod", "prt", "attr", "oprd", "acomp", "pobj", "prep", "conj", "appos"})
NOUN_PATH: Final = frozenset({"compound", "nmod", "amod", "nummod", "pobj", "prep", "conj", "npadvmod", "quantmod"})
ROLES: Final[dict[str, Role]] = {"from": "from", "to": "to", "at": "to"}
LEADING: Final = frozenset({"by", "from", "to", "at", "between", "up", "down", "as", "over", "about", "under"})
MOVED: Final = frozenset({"up", "down", "off", "upward", "upwards", "downward", "downwards"})
SHIFTED: Final = frozenset(word.lemma for word in change_words() if word.part == "verb" and word.trend is None)
NEAREST: Final = 4
PASSED_OVER: Final = frozenset({"by", "from", "just", "only", "some"})


def change(number: ParsedNumber) -> tuple[Trend | None, Role]:
    """Return the trend and the role of a number: "rose 3% to $4bn" is ("up", "change") and ("up", "to")."""
    if is_no_change(number):
        return None, "level"
    if label_of_row(number) is not None:
        way = way_of_sign(number)
        return way, "change" if way else "level"
    own = CHANGE_VERBS.get(number.root.lemma_.lower()) if number.root.pos_ == "VERB" else None  # "halved output"
    if own is not None:
        return own, "change"
    if (more := trend_of_counted(number)) is not None:
        return more, "change"
    trend = trend_before(number) or _governing(number) or closing(number) or trend_after(number) or trend_of_age(number)
    if trend is None:
        return None, role_without_trend(number)
    carried = number.stem.i != number.root.i and number.stem.dep_ == "pobj"  # "down from a peak of 2.1 million"
    by = number.stem.head.lower_ if carried else preposition(number) or preposition_above(number)
    return trend, "change" if is_so_much_more(number) else ROLES.get(by, "change")


def is_so_much_more(number: ParsedNumber) -> bool:
    """Return whether a number says how much more there is of a noun after it: "led to 10% higher sales"."""
    more = number.stem.head
    return more.tag_ in {"JJR", "RBR"} and more.i >= number.words.end and more.head.i > more.i


def trend_of_counted(number: ParsedNumber) -> Trend | None:
    """Return the way of a noun of change whose "of" leads to what is counted: "an increase of 1,800 offences"."""
    if number.match.kind == "count" and number.stem.head.lower_ == "fewer" and is_so_much_more(number):
        return "down"  # "7,000 fewer jobs"
    noun = counted(number) if number.match.kind == "count" else None
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.head.pos_ != "NOUN":
        return None
    change_itself = noun.head.head
    some = any(child.lower_ in {"a", "an", "another"} for child in change_itself.lefts)  # not "the fall of 12 towers"
    return CHANGE_NOUNS.get(change_itself.lemma_.lower()) if some else None


def trend_of_age(number: ParsedNumber) -> Trend | None:
    """Return the trend of the verb that moves an age: "raise the age for buying vapes from 16"."""
    age = age_noun(number)
    return CHANGE_VERBS.get(age.head.lemma_.lower()) if age is not None else None


def is_before_its_from(number: ParsedNumber) -> bool:
    """Return whether the level that a number comes from is right behind it: "revised to 172,000 from 188,000"."""
    return is_followed_by(number, {"from"}) and number.words.end + 1 in number.taken


def role_without_trend(number: ParsedNumber) -> Role:
    """Return the role of a number whose change has no way: "went from 4% to 5%" tells the two ends."""
    if follows_its_level(number):
        return "from"
    way = preposition(number)
    carried = way in ROLES and way != "at" and any(word.lemma_.lower() in SHIFTED for word in number.stem.ancestors)
    one = number.before
    paired = one is not None and one.sentence == number.sentence and preposition(one) == "from"
    paired = paired or is_before_its_from(number)
    return ROLES[way] if carried and (way == "from" or paired) else "level"


def way_of_sign(number: ParsedNumber) -> Trend | None:
    """Return the way that the sign of a number in a row of a table says: "-1.41%", "+31.16"."""
    written = text_of(number.words.doc)[number.match.start]
    return "up" if written == "+" else "down" if written in "-−" else None


def follows_its_level(number: ParsedNumber) -> bool:
    """Return whether a number is the level from which the one right before it moved: "yields 2.114%, from 2.131%"."""
    one = number.before
    if one is None or one.sentence != number.sentence or one.match.unit != number.match.unit:
        return False
    words = [word.lower_ for word in number.words.doc[one.words.end : number.words.start]]
    return words in ([",", "from"], ["from"])


def closing(number: ParsedNumber) -> Trend | None:
    """Return the trend of the verb whose result is where something closes: "rose 311 points to close at 60,120"."""
    verb = number.stem.head.head
    result = verb.dep_ in {"xcomp", "advcl"} and verb.lemma_.lower() in {"close", "end", "finish", "settle"}
    at = number.stem.dep_ == "pobj" and number.stem.head.lower_ == "at"
    return CHANGE_VERBS.get(verb.head.lemma_.lower()) if at and result else None


def trend_after(number: ParsedNumber) -> Trend | None:
    """Return the trend behind an amount and what it is again: "closed 12 points, or 0.2 percent, lower"."""
    doc, at = number.words.doc, number.words.end
    at += at < len(doc) and doc[at].lemma_.lower() == "point"
    if [word.lower_ for word in doc[at : at + 2]] != [",", "or"]:
        return None
    at += 2
    while at < len(doc) and at in number.taken:
        at += 1
    if at + 1 >= len(doc) or doc[at].text != ",":
        return None
    return DIRECTIONS.get(doc[at + 1].lower_)


def trend_before(number: ParsedNumber) -> Trend | None:
    """Return the trend that stands right before the number: "up 3%", "+0.2%"."""
    doc, start = number.words.doc, number.words.start
    if number.match.kind == "percent" and number.words.text.startswith("+"):
        return "up"
    for word in reversed(doc[max(start - NEAREST, number.sentence) : start]):
        if word.idx >= number.match.start or word.lower_ in PASSED_OVER or word.pos_ == "SYM":
            continue
        return DIRECTIONS[word.lower_] if word.lower_ in MOVED and moves(word) else None
    return None


def is_distance(word: Token, number: ParsedNumber) -> bool:
    """Return whether "off" says how far away something is: "120 miles off the coast", not "was off 3% at 71"."""
    return word.lower_ == "off" and (word.i > number.words.start or not moves(word))


def moves(particle: Token) -> bool:
    """Return whether "up", "down" or "off" is a movement: "ended up 3%", but not "gave up 517 yards"."""
    if particle.lower_ == "off":
        return particle.head.lemma_ == "be"  # "was off 3%", not "took 3% off"
    if particle.lower_ not in {"up", "down"}:
        return True
    verb = particle.nbor(-1) if particle.i > particle.sent.start and particle.nbor(-1).pos_ == "VERB" else particle.head
    return verb.pos_ != "VERB" or verb.lemma_ in MOVING


def _governing(number: ParsedNumber) -> Trend | None:
    """Return the trend of the verb, particle or noun of change that a number hangs on."""
    token = number.stem
    for _ in range(NEAREST):
        if leads_away(token):
            return None
        if not carries_points(token, number):
            trend, ends = trend_at(token, number)
            if ends:
                return trend
        token = token.head
    return None


def leads_away(token: Token) -> bool:
    """Return whether the way from a word to its head leads to no word of change: the root, "in 5%"."""
    head = token.head
    of_a_change = head.lower_ == "of" and head.head.pos_ == "NOUN"
    return head.i == token.i or (token.dep_ == "pobj" and head.lower_ not in LEADING and not of_a_change)


def carries_points(token: Token, number: ParsedNumber) -> bool:
    """Return whether a number counts points that an index moves by: "the index dropped 512 points"."""
    points = token.head.pos_ == "NOUN" and token.head.lemma_.lower() == "point" and token.dep_ == "nummod"
    return points and not scores(token.head, number)


def trend_at(token: Token, number: ParsedNumber) -> tuple[Trend | None, bool]:
    """Return the trend of the head of a word, and whether the way to a word of change ends there."""
    head = token.head
    if head.pos_ == "NOUN" and number.match.kind == "count" and is_counted_level(token, number):
        return None, False
    if head.pos_ == "NOUN":
        trend = trend_of_noun(token, number)
        if trend is not None or token.dep_ not in NOUN_PATH or not number.holds(head):
            return trend if token.dep_ in NOUN_PATH else None, True
    elif (trend := trend_of(head, number)) is not None:
        return None if token.dep_ in NOUN_SUBJECTS else trend, True  # "15 inches of rain fell" is no change
    return None, token.dep_ not in PATH or (head.pos_ in VERBS and head.tag_ != "VBN")


def is_counted_level(token: Token, number: ParsedNumber) -> bool:
    """Return whether a number counts what something moved by or the units it came to: "fell by 40 jobs"."""
    units = token.head
    led = token.dep_ == "nummod" and units.dep_ == "pobj" and units.head.lower_ in {"to", "by", "from", "at"}
    moved = led and (units.head.head.lemma_.lower() in CHANGE_VERBS or units.head.head.lower_ in MOVED)
    return moved and (units.lemma_.lower() == "unit" or units.head.lower_ == "by" or stands_in_a_pair(number))


def stands_in_a_pair(number: ParsedNumber) -> bool:
    """Return whether only "to" stands between two numbers: "from 618 to 642 murders", "up 11% to 300 thefts"."""
    start, end = number.words.start, number.words.end
    if follows(number, {"to"}):
        return start - 2 in number.taken
    return is_followed_by(number, {"to"}) and end + 1 in number.taken


def trend_of_noun(token: Token, number: ParsedNumber) -> Trend | None:
    """Return the trend of the noun that a word hangs on, None where it is a thing."""
    noun = token.head.lemma_.lower()
    itself = number.match.unit is None and token.dep_ == "nummod"  # "11 rebounds" are things, not a rise
    place = number.match.kind == "measure" and noun in PHYSICAL  # "a storm surge of six feet"
    return None if itself or place else CHANGE_NOUNS.get(noun)


def takes(verb: Token, number: ParsedNumber) -> bool:
    """Return whether a verb moves its object itself: "raised $5m" and "lifted 107 kilos" are no rises."""
    handled = {"raise"} if number.match.kind != "measure" else {"raise", "lift", "drop"}
    is_object = number.match.kind != "measure" or number.stem.dep_ == "dobj"
    if object_of(verb, number) is not None or any(child.dep_ == "nsubjpass" for child in verb.lefts):
        return False  # "raised the rate 25 points"
    return is_object and verb.lemma_.lower() in handled and preposition(number) not in {"by", *ROLES}


def carried_way(verb: Token, number: ParsedNumber) -> Trend | None:
    """Return the way a verb of movement goes with "up" or "down": "will go up by $1,200, to $31,400"."""
    share = number.match.kind == "percent" and number.stem.dep_ in {"npadvmod", "dobj"}  # "pushed up costs 50 points"
    way = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if verb.lemma_ not in MOVING or not (share or preposition(number) in {"by", *ROLES}):
        return None
    return DIRECTIONS[way.lower_] if way.lower_ in {"up", "down"} else None


def scores(points: Token, number: ParsedNumber) -> bool:
    """Return whether points are scored rather than moved by: "added 21 points", but an index adds 31.16."""
    value = number.match.value
    whole = value is None or value == int(value)
    moved_by = points.dep_ == "pobj" and points.head.lower_ in {"by", "to"}  # "dropped by 400 points"
    return not (moved_by or points.dep_ in {"npadvmod", "dobj"}) or (whole and points.head.lemma_.lower() == "add")


def trend_of(word: Token, number: ParsedNumber) -> Trend | None:
    """Return which way a verb or a comparative points, None for any other word."""
    if is_misread(word, number) or is_distance(word, number):
        return None
    if word.pos_ in {"VERB", "AUX"}:
        return None if takes(word, number) else CHANGE_VERBS.get(word.lemma_.lower()) or carried_way(word, number)
    bound_word = number.match.start <= word.idx < number.match.end  # "higher than 1%" is a bound
    added = number.match.unit is None and word.lower_ in {"more", "fewer", "less"}  # "50 more" are others
    return None if bound_word or added else DIRECTIONS.get(word.lower_)
