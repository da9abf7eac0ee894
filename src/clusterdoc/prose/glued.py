"""Straight marks that stand between two words without a blank: `"We won,"said Ott."It's ours."`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

GLUED: Final = re.compile(r"(?<=[^\W_][,.!?])\"(?=[^\W\d_])")


def glued(text: str) -> Iterator[Edit]:
    """Yield a blank beside each straight mark between words: after one that closes, before one that opens.

    Which it does, the marks before it in its line tell; a line with an odd number of marks tells nothing.
    """
    if '"' not in text or GLUED.search(text) is None:
        return
    start = 0
    for line in text.split("\n"):
        if line.count('"') % 2 == 0:
            for mark in GLUED.finditer(line):
                closes = line.count('"', 0, mark.start()) % 2 == 1
                at = start + (mark.end() if closes else mark.start())
                yield Edit(at, at, " ")
        start += len(line) + 1
