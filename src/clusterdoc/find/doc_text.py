"""The text of a Doc, which spaCy puts together anew from its tokens whenever it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from spacy.tokens import Doc

TEXTS: Final[WeakKeyDictionary[Doc, str]] = WeakKeyDictionary()


def text_of(doc: Doc) -> str:
    """Return `doc.text`, put together once: no finder changes the tokens of a Doc."""
    text = TEXTS.get(doc)
    if text is None:
        text = TEXTS[doc] = doc.text
    return text
