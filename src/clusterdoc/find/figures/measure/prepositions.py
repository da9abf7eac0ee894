"""The preposition that leads to a number, and where the words before a number begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.around import words_start
from clusterdoc.find.figures.measure.parsed import once

if TYPE_CHECKING:
    from clusterdoc.find.figures.measure.parsed import ParsedNumber
DESCRIBING: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"})


@once
def preposition(number: ParsedNumber) -> str:
    """Return the preposition right before a number and its bound words: "to" of "to about $4bn", "" for none."""
    doc, start = number.words.doc, words_start(number, past_own_words(number), passed={"ADV", "SYM"})
    if start < len(doc) and doc[start].lower_ == "from":
        return "from"
    before = doc[start - 1] if start > number.sentence else None
    return before.lower_ if before is not None and before.pos_ in {"ADP", "PART", "SCONJ"} else ""


@once
def past_own_words(number: ParsedNumber) -> int:
    """Return where the words before a number begin that describe it: "from a previous 6.4%", "from last year's 6%"."""
    start, edge = number.words.start, number.root.left_edge.i
    own = number.words.doc[edge:start]
    plain = number.sentence <= edge and all(word.pos_ in DESCRIBING and word.tag_ != "TO" for word in own)
    return edge if plain and not any(word.i in number.taken for word in own) else start


def preposition_above(number: ParsedNumber) -> str:
    """Return the preposition of the number that this one is another form of: "to $1.3bn, or $2.15 a share"."""
    token = number.stem
    while token.dep_ in {"conj", "appos"} and token.head.i in number.taken and token.head.i < token.i:
        token = token.head
    return token.head.lower_ if token.i != number.stem.i else ""
