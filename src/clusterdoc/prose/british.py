"""Quotations in single marks, as British papers print them, read in double ones: the model knows those.

Only marks that are proved to be a pair, or open a paragraph that the next one goes on with, are changed; an apostrophe
stays. Each mark is one character and stays one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.edits import Edit
from clusterdoc.prose.marks import find_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.prose.marks import Stretch

# Where words that somebody said end: `'We act,' said Ott.`
SPOKEN: Final = re.compile(r"[,.!?…]['’](?![\w'’])")
SINGLE: Final = frozenset("'‘‚‹")
DOUBLED: Final = {"'": '"', "‘": "“", "’": "”", "‚": "„", "‹": "«", "›": "»"}
SINGLED: Final = {double: single for single, double in DOUBLED.items()}


def double_marks(text: str) -> Iterator[Edit]:
    """Yield the edits that write single marks round quotations as double ones, and those within as single ones.

    A text whose quotations stand in double marks keeps its single ones: they are titles, headlines, quotes in quotes.
    """
    if SPOKEN.search(text) is None:
        return
    stretches = find_stretches(text)
    singles = [one for one in stretches if text[one.start] in SINGLE and one.inner_start == one.start + 1]
    if 2 * len(singles) <= len(stretches) or not any(is_spoken(text, stretch) for stretch in singles):
        return
    for stretch in singles:
        yield Edit(stretch.start, stretch.start + 1, DOUBLED[text[stretch.start]])
        for at in range(stretch.inner_start, stretch.inner_end):
            if text[at] in SINGLED:
                yield Edit(at, at + 1, SINGLED[text[at]])
        if stretch.closed and text[stretch.inner_end] in DOUBLED:
            yield Edit(stretch.inner_end, stretch.inner_end + 1, DOUBLED[text[stretch.inner_end]])


def is_spoken(text: str, stretch: Stretch) -> bool:
    """Tell whether words in marks end as speech does."""
    return SPOKEN.match(text, stretch.inner_end - 1) is not None
