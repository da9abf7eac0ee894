"""Sources without a verb: "according to the agency"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.quotes.saying.source_words import source_range
from clusterdoc.find.syntax import FINITE_OR_MODAL, subtree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page, Paragraph

PHRASES: Final = {"according": "to", "as": "per"}
OBJECTS: Final = frozenset({"pobj", "dobj", "pcomp"})


def find_according(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the content of every "according to" outside marks: the sentence it stands in."""
    page = paragraph.page
    for token in paragraph.tokens_among(PHRASES):
        if page.in_marks(token.i) or token.i + 1 >= paragraph.last:
            continue
        to = page.doc[token.i + 1]
        source = next((child for child in (*to.children, *token.children) if child.dep_ in OBJECTS), None)
        if to.lower_ != PHRASES[token.lower_] or source is None:
            continue
        draft = _draft(page, token, to, source)
        if draft:
            yield draft


def _draft(page: Page, according: Token, to: Token, source: Token) -> Draft | None:
    words = source_range(page, source, None)
    if words is None:
        return None
    comma = _comma_behind(according, source)
    aside = {i for i in subtree(according) | subtree(to) | {according.i, to.i} if comma is None or i <= comma.i}
    if comma is not None:
        words = words[0], min(words[1], comma.idx)
    start = page.sentences[according.i]
    if page.doc[according.i - 1].lower_ == "that":
        start = according.i  # "The paper learned that according to Oslo, rents fell."
    sentence = range(start, page.ends[according.i])
    parts = page.runs(i for i in sentence if i not in aside)
    first = next((t for t in page.doc[source.i + 1 : page.ends[source.i]] if t.text == ","), None)
    if first is not None and swallowed(page, according, aside):
        # The parse of "According to Bo Kerr, the move reeks of fear" may hang all or half of it below the source.
        words = words[0], min(words[1], first.idx)
        parts = page.runs(range(first.i + 1, page.ends[source.i]))
    if not parts:
        return None
    cue = (according.idx, to.idx + len(to))
    return Draft(tuple(parts), "according to", cue, according, words, source)


def swallowed(page: Page, according: Token, aside: set[int]) -> bool:
    """Return whether a source at the start of its sentence leaves no clause behind it, or one without its subject."""
    if according.i != page.sentences[according.i]:
        return False
    left = (t for t in page.doc[according.i : page.ends[according.i]] if t.i not in aside and t.is_alpha)
    first = next(left, None)
    return first is None or first.tag_ in FINITE_OR_MODAL or begins_behind_comma(according, first)


def begins_behind_comma(according: Token, first: Token) -> bool:
    """Return whether the words before the first one left go with it, not with the source before their comma.

    "According to NPR, former mayor of Leeds Bo Kerr won": an apposition to the source would have a comma after it too.
    """
    between = first.doc[according.i : first.i]
    return any(token.text == "," for token in between) and between[-1].text != ","


def _comma_behind(according: Token, source: Token) -> Token | None:
    """Return the comma where an inserted source ends, though the parse goes on: ", according to Peru, full of gold"."""
    doc = source.doc
    if doc[according.i - 1].text != ",":
        return None
    described = (child.left_edge.i for child in source.rights if child.pos_ == "ADJ")
    return next((doc[first - 1] for first in described if doc[first - 1].text == ","), None)
