"""Characters to numbers and dates, without a parse: the order in which the kinds claim their text.

Identifiers, then dates, then numerals from left to right; a numeral takes its sign, currency and unit, neighbours join
to compounds, ratios and ranges, scores drop out, and the words around what is left bound it.
"""

from __future__ import annotations

from clusterdoc.find.figures.match import NumberMatch
from clusterdoc.find.figures.numbers.claims import find_grammar, find_numbers

__all__ = ["NumberMatch", "find_grammar", "find_numbers"]
