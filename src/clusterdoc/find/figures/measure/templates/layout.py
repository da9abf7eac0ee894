"""What a number measures by its position in the line, where the grammar does not show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.figures.measure.line_labels import label_before_colon, label_of_row
from clusterdoc.find.figures.measure.position import after_ticker, before_bracket, name_before, noun_before_commas
from clusterdoc.find.figures.measure.templates.template import template

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber
    from clusterdoc.find.figures.measure.word_span import Words


@template(
    "row label",
    "{Net Sales} | $71.2 million | [6.0%]",
    "{Acme} [113.40] 1.62 1.41%",
    but=("The {price} is [$5m].",),
)
def in_row(number: ParsedNumber) -> Words | None:
    """Return the label of the row of a table that a number stands in."""
    return label_of_row(number)


@template("label", "{Net sales}: [$5m]", "{Deaths}: [45] (2023: 40)", but=("He said: [two] {men} left.",))
def after_label(number: ParsedNumber) -> Words | None:
    """Return the label at the beginning of a line, before a colon and a number that ends the line."""
    return label_before_colon(number)


@template("bracket", "The {firm} ([3%]) led.", but=("It holds two moles per litre ([64 mg]).",))
def opened_by_bracket(number: ParsedNumber) -> Token | None:
    """Return the noun before a bracket that begins with the number."""
    return before_bracket(number)


@template(
    "ticker",
    "Gains at firms such as {Acme}, up [3%], led the rally.",
    kinds={"percent", "money", "count"},
)
def ticker(number: ParsedNumber) -> Token | None:
    """Return the name that a movement follows without a verb: "Acme, down 68p"."""
    return after_ticker(number)


@template(
    "between commas",
    "Both the {unemployment rate}, [3.9 percent], and the share fell.",
    kinds={"percent", "money", "count", "measure"},
    but=("In May, [3.9 percent], he said, was fine.",),
)
def between_commas(number: ParsedNumber) -> Token | None:
    """Return the noun whose value follows it between commas: "the jobless rate, 3.9 percent, declined"."""
    return noun_before_commas(number)


@template("name before", "The index: {Dow} [+0.2%].")
def adjacent(number: ParsedNumber) -> Token | None:
    """Return the name right before a number that has no head in the sentence."""
    return name_before(number)
