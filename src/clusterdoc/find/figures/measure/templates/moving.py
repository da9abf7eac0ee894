"""What has moved where no verb of its own says so: "GM 3%", "with the euro up 0.2%", the points of an index."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.around import words_start
from clusterdoc.find.figures.measure.movement import change
from clusterdoc.find.figures.measure.nouns import counted
from clusterdoc.find.figures.measure.table_rows import gapped_subject, opening_word
from clusterdoc.find.figures.measure.templates.clausal import COMPARED, FARTHEST, is_where_it_closed, of_the_clause
from clusterdoc.find.figures.measure.templates.template import template
from clusterdoc.find.syntax import NOUNS, has_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber


@template(
    "gapping",
    "Ford fell 2%, {GM} [3%] and Tesla 5%.",
    "Labour is on 40%, with the {Conservatives} on [25%].",
    kinds={"percent", "money", "count", "measure"},
    but=("Rates were 49% for one drug, [53%] for the other.",),
    moves=True,
)
def gapped(number: ParsedNumber) -> Token | None:
    """Return the subject before a number whose verb stands with the number before: "Ford fell 2%, GM 3%"."""
    return gapped_subject(number)


@template(
    "moved up or down",
    "The dollar slipped, with the {euro} up [0.2%].",
    "Oil was weaker, with {Brent} down [1.1%] at $82.40.",
    kinds={"percent", "money", "count"},
    but=("{Sales} are up [2%].",),
    moves=True,
)
def moved_without_verb(number: ParsedNumber) -> Token | None:
    """Return the noun that "up" or "down" and a number describe without a verb: "with the euro up 0.2%"."""
    doc, start = number.words.doc, words_start(number)
    if start - number.sentence < FARTHEST - 1 or doc[start - 1].lower_ not in {"up", "down", "at", "on"}:
        return None
    noun = doc[start - 2]
    return noun if noun.pos_ in NOUNS and opening_word(noun).lower_ == "with" else None


@template(
    "points moved",
    "The {index} dropped [512.76] points.",
    kinds={"count"},
    but=("The team scored [21] {points}.",),
)
def points_moved(number: ParsedNumber) -> Token | None:
    """Return what moved by a number of points: "index" of "The index dropped 512 points"."""
    noun = counted(number)
    if not has_lemma(noun, {"point"}) or not is_of_an_index(noun, number):
        return None
    return of_the_clause(replace(number, words=noun.doc[number.words.start : max(number.words.end, noun.i + 1)]))


def is_of_an_index(points: Token, number: ParsedNumber) -> bool:
    """Return whether points are those of an index: it moves by them or stands at them, "trading at 11,848 points"."""
    value = number.match.value
    exact = value is not None and value != int(value)
    return exact or points.head.tag_ in COMPARED or is_where_it_closed(points) or change(number)[0] is not None
