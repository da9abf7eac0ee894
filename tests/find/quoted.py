"""What the tables of quotes compare: who said what, by which cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.entities import find_entities
from clusterdoc.find.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc


def quoted(doc: Doc) -> list[tuple[str, str, str | None, str | None]]:
    """Return (type, content, cue, name of the speaker) of every quote of a parsed text; scare quotes are left out."""
    return [
        (quote.type, quote.text, quote.cue.text if quote.cue else None, quote.speaker.name if quote.speaker else None)
        for quote in find_quotes(doc, find_entities(doc))
        if not quote.scare
    ]


def attributed(doc: Doc) -> list[str]:
    """Return "content <- name of the speaker" of every quote of a parsed text, "?" for nobody; no scare quotes."""
    return [f"{text} <- {speaker or '?'}" for _, text, _, speaker in quoted(doc)]
