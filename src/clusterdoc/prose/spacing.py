"""Blanks that were lost beside quotation marks, and the hyphen that stands for a dash behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

# "…,"said Ott."…": marks between two signs that are no blank. Each pattern begins with its mark: the search is fast.
TIGHT: Final = re.compile(r"\"(?<=[\w,.;:!?]\")(?=[^\W\d_])")
PARAGRAPH: Final = re.compile(r"[^\n]{1,20000}")
CLOSING: Final = (
    re.compile(r"”(?<=[\w.,!?…]”)(?=[^\W\d_]{2})"),
    re.compile(r"’(?<=[.,!?]’)(?=[^\W\d_]{4})"),
    re.compile(r"'(?<=[.,!?]')(?=[a-z]{4})"),
)
OPENING: Final = (re.compile(r"“(?<=[\w.,:;]“)(?=\w)"), re.compile(r"‘(?<=[.,:;]‘)(?=\w)"))
HYPHEN: Final = re.compile(r" - (?<=[\"”’'] - )(?=[A-Z])")
BEFORE: Final = frozenset(" \t([{<—–-/\"'“‘")
PAIR: Final = 2


def spacing(text: str) -> Iterator[Edit]:
    """Yield the edits that put a blank before an opening mark, and behind a closing one."""
    if TIGHT.search(text):
        for paragraph in PARAGRAPH.finditer(text):
            if TIGHT.search(paragraph[0]):
                yield from straight(paragraph[0], paragraph.start())
    for pattern in CLOSING:
        yield from (Edit(*found.span(), f"{found[0]} ") for found in pattern.finditer(text))
    for pattern in OPENING:
        yield from (Edit(*found.span(), f" {found[0]}") for found in pattern.finditer(text))
    yield from (Edit(found.start() + 1, found.start() + 2, "–") for found in HYPHEN.finditer(text))


def straight(paragraph: str, start: int) -> Iterator[Edit]:
    """Yield the edits for the straight marks of a paragraph, where they are pairs: every second one closes."""
    marks = [at for at, sign in enumerate(paragraph) if sign == '"']
    pairs = list(zip(marks[::PAIR], marks[1::PAIR], strict=False))
    if len(marks) % PAIR or not all(is_pair(paragraph, *pair) for pair in pairs):
        return
    for opening, closing in pairs:
        if opening > 0 and paragraph[opening - 1] not in BEFORE:
            yield Edit(start + opening, start + opening + 1, ' "')
        if paragraph[closing + 1 : closing + 2].isalpha():
            yield Edit(start + closing, start + closing + 1, '" ')


def is_pair(paragraph: str, opening: int, closing: int) -> bool:
    """Tell whether two marks can be a pair: words between them, no blank at its edges, no measure in inches."""
    inner = paragraph[opening + 1 : closing]
    plural = paragraph[closing + 1 : closing + 3].startswith("s") and not paragraph[closing + 2 : closing + 3].isalpha()
    inches = paragraph[opening - 1 : opening].isdigit()
    return bool(inner) and not (inner[0].isspace() or inner[-1].isspace() or plural or inches)
