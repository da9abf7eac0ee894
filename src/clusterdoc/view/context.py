"""A fact in its context: the words of the article on both sides of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.clean import clean

if TYPE_CHECKING:
    from clusterdoc.facts import Source

LINE_BREAKS: Final = "\n\r\v\f\x85\u2028\u2029"
CLAUSE_END: Final = re.compile(r"[,;:—–][ \u00a0]")
UNCLEAN: Final = re.compile("[\u00ad\u200b\n*_>[]")
HIDDEN: Final = re.compile("[\u00ad\u200b]")
CUT: Final = re.compile(r"(?<=[^\W\d_]{2})-[ \t]{0,9}\n[ \t>]{0,9}(?=[a-z])")  # a word cut at a line's end
SHORT: Final = 100  # characters that a clause is filled up to
SIDE: Final = 400  # more characters of a line than any terminal shows on one side


class Context(NamedTuple):
    """A fact and the words before and after it on its line, ready to be shown."""

    before: str
    fact: str
    after: str


def clause_around(source: Source, start: int, end: int) -> str:
    """Return the clause of a sentence that holds a span, and those beside it as long as all is short."""
    first, last = source.sentence_span(start, end)
    cuts = [first, *(m.end() for m in CLAUSE_END.finditer(source.text, first, last)), last]
    left = max(at for at, cut in enumerate(cuts) if cut <= start)
    right = next(at for at, cut in enumerate(cuts) if cut >= end)
    while right + 1 < len(cuts) and cuts[right + 1] - cuts[left] <= SHORT:
        right += 1
    while left and cuts[right] - cuts[left - 1] <= SHORT:
        left -= 1
    return source.text[cuts[left] : cuts[right]].strip()


def line_around(source: Source, start: int, end: int, encoding: str) -> Context:
    """Return a span and what stands before and after it on its line of the article, cleaned."""
    before = source.text[max(0, start - SIDE) : start]
    after = source.text[end : end + SIDE]
    cut = max(before.rfind(line_break) for line_break in LINE_BREAKS) + 1
    ends = [at for line_break in LINE_BREAKS if (at := after.find(line_break)) >= 0]
    parts = (before[cut:], source.text[start:end], after[: min(ends, default=len(after))])
    return Context(*(clean(part, encoding) for part in parts))


def plain_words(words: str) -> str:
    """Return some words of an article as a cell of a table has them: without marks of form, lines kept."""
    if not UNCLEAN.search(words):
        return words
    from clusterdoc.prose.edits import edited
    from clusterdoc.prose.markup import markup, quoting

    words = CUT.sub("", HIDDEN.sub("", words))
    for step in (quoting, markup):
        layer = edited(words, step(words))
        words = layer.text if layer is not None else words
    return words
