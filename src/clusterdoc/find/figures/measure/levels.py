"""Numbers that are levels whatever words surround them: sizes, scores, what another number is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import text_of
from clusterdoc.find.figures.measure.age_nouns import age_noun
from clusterdoc.find.figures.measure.around import follows, words_start
from clusterdoc.find.figures.measure.clause import object_of, verb_of
from clusterdoc.find.figures.measure.counted import is_of_games
from clusterdoc.find.figures.measure.measuring_words import (
    AT_A_LEVEL,
    CONTESTS,
    DENOMINATORS,
    DIMENSIONS,
    GOING_A_WAY,
    LENGTHS,
)
from clusterdoc.find.figures.measure.nouns import counted
from clusterdoc.find.figures.measure.prepositions import past_own_words, preposition
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.syntax import has_lemma, subject_of

if TYPE_CHECKING:
    from clusterdoc.find.figures.measure.parsed import ParsedNumber
SPANS: Final = frozenset({"during", "for", "in", "over", "through", "within"})
CHANGING: Final = frozenset({"percent", "money", "measure", "count", "ratio", "duration"})


def is_only_when(number: ParsedNumber) -> bool:
    """Return whether a time says how long something took or when: "slowed over the past three months"."""
    return number.stem.dep_ == "npadvmod" or number.stem.head.lower_ in SPANS


def is_no_change(number: ParsedNumber) -> bool:
    """Return whether a number is a level whatever words surround it: a size, a score, "six minutes after takeoff"."""
    kind = number.match.kind
    if age_noun(number) is not None:
        return False
    if kind not in CHANGING or (kind == "duration" and is_only_when(number)):
        return True
    return any(is_level(number) for is_level in LEVELS)


def is_way_gone(number: ParsedNumber) -> bool:
    """Return whether a length is the distance that somebody or something moved: "leapt 8.31 m", "plunged 30 metres"."""
    if number.match.unit not in LENGTHS or preposition(number) in {"by", "to", "from"}:
        return False
    verb = verb_of(number)
    subject = subject_of(verb) if has_lemma(verb, GOING_A_WAY) else None
    if verb is None or subject is None or object_of(verb, number) is not None:
        return False
    named = {subject.lemma_.lower(), *(child.lemma_.lower() for child in subject.lefts)}
    return named.isdisjoint(AT_A_LEVEL | {"it"})


def is_brought_down(number: ParsedNumber) -> bool:
    """Return whether a number counts things that somebody has cut or brought down: "brought down hundreds of trees"."""
    noun = (part_of(number) or counted(number)) if number.match.kind == "count" else None
    if noun is None:
        return False
    verb = number.stem.head if number.stem.dep_ == "dobj" else noun.head
    return any(child.dep_ == "prt" and child.lower_ == "down" and child.i < number.words.start for child in verb.rights)


def is_of_it(number: ParsedNumber) -> bool:
    """Return whether a share is one of an amount just named: "raised £80,000, a third of it from one donor"."""
    whole = part_of(number)
    return whole is not None and whole.lower_ in {"it", "them"}


def is_compared(number: ParsedNumber) -> bool:
    """Return whether a number is what another is compared with: "rose to $5m, compared to $4m a year ago"."""
    start = words_start(number, past_own_words(number))
    near = [word.lower_ for word in number.words.doc[max(start - 2, number.sentence) : start]]
    return near in (["compared", "to"], ["compared", "with"]) or near[-1:] in (["versus"], ["against"], ["vs"])


def lies_between(number: ParsedNumber) -> bool:
    """Return whether a range says only where something lies: "a risk that fell between 10 and 20 percent"."""
    fell = number.match.bound == "range" and any(word.lemma_.lower() == "fall" for word in number.stem.ancestors)
    opened = text_of(number.words.doc).startswith("between", number.match.start)
    return fell and opened


def is_match_lost(number: ParsedNumber) -> bool:
    """Return whether a number counts games that somebody lost: "lost four of their six matches"."""
    noun = part_of(number) or number.root.head if number.match.kind == "count" else None
    lost = any(word.lemma_ in {"lose", "drop"} for word in number.stem.ancestors)
    return has_lemma(noun, CONTESTS) and lost


def is_share_won(number: ParsedNumber) -> bool:
    """Return whether a share is one that somebody obtained: "gained 19% of the vote" is not a rise."""
    return number.stem.head.lemma_.lower() == "gain" and part_of(number) is not None


def is_size(number: ParsedNumber) -> bool:
    """Return whether a number is a size by an adjective: "a wall 30m long fell"."""
    return number.stem.dep_ == "npadvmod" and number.stem.head.lower_ in DIMENSIONS


def follows_a_label(number: ParsedNumber) -> bool:
    """Return whether a colon stands before a number: "rose to $9.1m (Q1 2023: $8.0m)" gives the level of then."""
    return follows(number, {":"})


def is_other_way_to_say(number: ParsedNumber) -> bool:
    """Return whether a share after "or" only compares an amount: "fell to $610 million, or 11.7% of sales"."""
    whole = part_of(number) if number.match.kind == "percent" else None
    return follows(number, {"or"}) and has_lemma(whole, DENOMINATORS)


# Each says that a number is a level, and why.
LEVELS: Final = (
    is_way_gone,
    is_brought_down,
    is_of_it,
    is_match_lost,
    is_compared,
    is_share_won,
    lies_between,
    is_of_games,
    is_other_way_to_say,
    is_size,
    follows_a_label,
)
