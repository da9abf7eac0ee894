"""Facts in spaCy's own files: `doc.to_bytes`, `DocBin(store_user_data=True)`, `nlp.pipe(n_process=2)`, `spacy apply`.

srsly, which writes them as MessagePack, finds these two functions by their entry points. Code that reads the facts
as `doc._.clusterdoc_entities`, `doc._.clusterdoc_quotes` and `doc._.clusterdoc_figures` need not import clusterdoc.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Final, TypeAlias

from clusterdoc.facts import Entity, Figure, Mention, Quote, Span, Speaker

Hook: TypeAlias = Callable[[Any], Any]

KEY: Final = "__clusterdoc__"
KINDS: Final[dict[str, type[Any]]] = {kind.__name__: kind for kind in (Span, Mention, Entity, Speaker, Quote, Figure)}
ATTRIBUTES: Final = ("clusterdoc_entities", "clusterdoc_quotes", "clusterdoc_figures")


@cache
def set_attributes() -> None:
    """Register the attributes of Docs that hold facts, once a process."""
    from spacy.tokens import Doc

    for attribute in ATTRIBUTES:
        if not Doc.has_extension(attribute):
            Doc.set_extension(attribute, default=())


def encode(value: Any, chain: Hook | None = None) -> Any:  # noqa: ANN401 -- whatever srsly is given to write
    """Return a fact as a mapping of its fields; anything else goes on to the next encoder."""
    if KINDS.get(type(value).__name__) is type(value):
        return {KEY: type(value).__name__, **{field.name: getattr(value, field.name) for field in fields(value)}}
    return value if chain is None else chain(value)


def decode(value: Any, chain: Hook | None = None) -> Any:  # noqa: ANN401 -- whatever srsly has read
    """Return the fact that `encode` wrote, fields that a later version added left out; anything else goes on."""
    kind = KINDS.get(value.get(KEY, "")) if isinstance(value, Mapping) else None
    if kind is None:
        return value if chain is None else chain(value)
    set_attributes()
    names = {field.name for field in fields(kind)}
    known = {name: tuple(of) if isinstance(of, list) else of for name, of in value.items() if name in names}
    return kind(**known)
