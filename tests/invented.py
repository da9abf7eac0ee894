"""Documents of no article: small ones made by hand, and random ones for laws."""

from __future__ import annotations

import os
import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from hypothesis import strategies as st

from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.facts import Kind, Label, Number, QuoteType

EXAMPLES: Final = int(os.environ.get("CLUSTERDOC_EXAMPLES", "60"))  # random texts or documents that a law is tried on
LABELS: Final[tuple[Label, ...]] = ("PERSON", "NORP", "FAC", "ORG", "GPE", "PRODUCT", "EVENT")
TYPES: Final[tuple[QuoteType, ...]] = ("direct", "indirect", "mixed")
KINDS: Final[tuple[Kind, ...]] = ("money", "percent", "measure", "count", "date", "time", "duration")
ANY_CHARACTER: Final = st.characters() | st.sampled_from(
    "<>&\"'\n\r\t \x00\x1b\x85\x9d\u202e\u2066\u200d\u2028\ufffe\ud800 ab;i/=-é漢😀"
)

NameRow = tuple[str, "Label", str]  # name, label, mentions joined by "|"
SaidRow = tuple["QuoteType", str, str | None, str | None]  # type, parts joined by "|", name of the speaker, cue
NumberRow = tuple[str, "Kind", "Number | None", str | None, str | None]  # text, kind, value, unit, of


def document(
    text: str, names: Sequence[NameRow] = (), said: Sequence[SaidRow] = (), numbers: Sequence[NumberRow] = ()
) -> Document:
    """Return a document with the facts that the rows describe; strings stand for where they first occur."""
    entities = tuple(
        Entity(f"e{n}", label, name, None, tuple(Mention(*_at(text, mention)) for mention in mentions.split("|")))
        for n, (name, label, mentions) in enumerate(names, 1)
    )
    ids = {entity.name: entity.id for entity in entities}
    quotes = tuple(
        Quote(
            f"q{n}",
            kind,
            tuple(Span(*_at(text, part)) for part in parts.split("|")),
            parts.replace("|", " … "),
            Span(*_at(text, cue)) if cue else None,
            Speaker(None, None, None, speaker, ids.get(speaker)) if speaker else None,
        )
        for n, (kind, parts, speaker, cue) in enumerate(said, 1)
    )
    figures = tuple(_figure(f"f{n}", text, row, quotes) for n, row in enumerate(numbers, 1))
    sentences = tuple(found.span() for found in re.finditer(r"[^\s.][^.\n]{0,500}\.?", text))
    return Document(Source("made by hand", text, sentences), "none 0", entities, quotes, figures)


def repeated(story: Document, times: int) -> Document:
    """Return a story told over and over, a paragraph each time, its facts told anew."""
    text, facts = story.source.text + "\n\n", (story.entities, story.quotes, story.figures)
    entities, quotes, figures = (
        tuple(_moved(fact, len(text) * n, f"x{n}") for n in range(times) for fact in found) for found in facts
    )
    return replace(story, source=Source("long", text * times), entities=entities, quotes=quotes, figures=figures)


def _moved(part: Any, by: int, mark: str) -> Any:  # noqa: ANN401 -- any fact, or any part of one
    """Return a fact with its offsets moved and its ids changed."""
    if isinstance(part, tuple):
        return tuple(_moved(one, by, mark) for one in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    changes = {field.name: _moved(getattr(part, field.name), by, mark) for field in fields(part)}
    for name in {"start", "end"} & changes.keys():
        changes[name] = None if changes[name] is None else changes[name] + by
    for name in {"id", "entity", "quote"} & changes.keys():
        changes[name] = changes[name] and changes[name] + mark
    return replace(part, **changes)


def _figure(number: str, text: str, row: NumberRow, quotes: Sequence[Quote]) -> Figure:
    words, kind, value, unit, of = row
    start, end, words = _at(text, words)
    held = [quote for quote in quotes if any(part.start <= start and end <= part.end for part in quote.parts)]
    speaker = held[-1].speaker.name if held and held[-1].speaker else None
    measured = Span(*_at(text, of)) if of else None
    quote = held[-1].id if held else None
    return Figure(number, start, end, words, kind, value, unit=unit, of=measured, quote=quote, speaker=speaker)


def _at(text: str, words: str) -> tuple[int, int, str]:
    start = text.index(words)
    return start, start + len(words), words


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document of any characters whose facts point anywhere in it, nested and crossing as they come."""
    text = draw(st.text(ANY_CHARACTER, min_size=1, max_size=80))
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)).map(
        lambda place: (place[0], min(len(text), place[0] + place[1]))
    )
    seen = places.filter(lambda place: not text[slice(*place)].isspace())
    spans = (
        cast(
            "list[list[Span]]",
            [
                draw(st.lists(st.builds(lambda at: Span(at[0], at[1], text[slice(*at)]), seen), max_size=6))
                for _ in range(3)
            ],
        )
        if text.strip()
        else [[], [], []]
    )
    name = draw(st.text(ANY_CHARACTER, max_size=8))
    entities = tuple(
        Entity(f"e{n}", draw(st.sampled_from(LABELS)), name, name, (Mention(span.start, span.end, span.text),))
        for n, span in enumerate(spans[0], 1)
    )
    quotes = tuple(
        Quote(f"q{n}", draw(st.sampled_from(TYPES)), (span,), span.text, None, Speaker(None, None, None, name, None))
        for n, span in enumerate(spans[1], 1)
    )
    figures = tuple(
        Figure(
            f"f{n}", span.start, span.end, span.text, draw(st.sampled_from(KINDS)), 1, of=span, date=name, speaker=name
        )
        for n, span in enumerate(spans[2], 1)
    )
    return Document(Source(name, text), name, entities, quotes, figures)
