"""A run of words of a text that no single token can represent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Words(NamedTuple):
    """The tokens start..end-1 of a Doc, taken word for word."""

    doc: Doc
    start: int
    end: int
