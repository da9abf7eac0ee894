"""A fact in its context: the words of the article on both sides of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.clean import clean

if TYPE_CHECKING:
    from clusterdoc.facts import Source

LINE_BREAKS: Final = "\n\r\v\f\x85\u2028\u2029"
SIDE: Final = 400  # more characters of a line than any terminal shows on one side


class Context(NamedTuple):
    """A fact and the words before and after it on its line, ready to be shown."""

    before: str
    fact: str
    after: str


def line_around(source: Source, start: int, end: int, encoding: str) -> Context:
    """Return a span and what stands before and after it on its line of the article, cleaned."""
    before = source.text[max(0, start - SIDE) : start]
    after = source.text[end : end + SIDE]
    cut = max(before.rfind(line_break) for line_break in LINE_BREAKS) + 1
    ends = [at for line_break in LINE_BREAKS if (at := after.find(line_break)) >= 0]
    parts = (before[cut:], source.text[start:end], after[: min(ends, default=len(after))])
    return Context(*(clean(part, encoding) for part in parts))
