"""A Document as JSON schema version 1, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import clusterdoc
from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA_VERSION: Final = 1
LISTS: Final = ("entities", "quotes", "figures")


def to_dict(document: Document, lists: Sequence[str] = LISTS) -> dict[str, Any]:
    """Return a document as plain lists and dicts, with the fact lists asked for."""
    source = document.source
    return {
        "schema_version": SCHEMA_VERSION,
        "clusterdoc": clusterdoc.__version__,
        "model": document.model,
        "source": {"name": source.name, "text": source.text, "sentences": [list(s) for s in source.sentences]},
        **{name: [asdict(fact) for fact in getattr(document, name)] for name in lists},
    }


def from_dict(data: dict[str, Any]) -> Document:
    """Return the document that `to_dict` wrote. Raises ValueError for another version, KeyError for lost keys."""
    if data["schema_version"] != SCHEMA_VERSION:
        raise ValueError(f"This is schema version {data['schema_version']}; clusterdoc reads version {SCHEMA_VERSION}.")
    source = data["source"]
    return Document(
        Source(source["name"], source["text"], tuple((start, end) for start, end in source["sentences"])),
        data["model"],
        tuple(_entity(entity) for entity in data.get("entities", ())),
        tuple(_quote(quote) for quote in data.get("quotes", ())),
        tuple(Figure(**{**figure, "of": _span(figure["of"])}) for figure in data.get("figures", ())),
    )


def _entity(data: dict[str, Any]) -> Entity:
    return Entity(**{**data, "mentions": tuple(Mention(**mention) for mention in data["mentions"])})


def _quote(data: dict[str, Any]) -> Quote:
    return Quote(
        **{
            **data,
            "parts": tuple(Span(**part) for part in data["parts"]),
            "cue": _span(data["cue"]),
            "speaker": Speaker(**data["speaker"]) if data["speaker"] else None,
        }
    )


def _span(data: dict[str, Any] | None) -> Span | None:
    return Span(**data) if data else None
