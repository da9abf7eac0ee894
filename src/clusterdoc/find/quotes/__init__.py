"""Who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from clusterdoc.facts import Entity, Quote


def find_quotes(doc: Doc, entities: Sequence[Entity] = ()) -> tuple[Quote, ...]:
    """Return the quotes of a parsed article in the order of the text, speakers resolved to `entities`."""
    del doc, entities
    return ()
