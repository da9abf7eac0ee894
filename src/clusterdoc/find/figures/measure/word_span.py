"""Words of a text that stand together, where no one token stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Words(NamedTuple):
    """The tokens start..end-1 of a Doc: words that stand as they are."""

    doc: Doc
    start: int
    end: int
