"""Every entity, quote and figure of a document as a mark in its text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.view.weave import Mark
from clusterdoc.view.wording import about, because, entity_group, rule, said_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clusterdoc.facts import Document, Entity, Figure, Number, Quote

HTML_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-W[0-9]{2})?|[0-9]{2}:[0-9]{2}")


def marks(document: Document, voices: Mapping[str, str], *, why: bool = False) -> Iterator[Mark]:
    """Yield the marks of a document; `voices` gives the class of each fact id that belongs to a voice.

    With `why` the label of each mark ends with the rules that found its fact.
    """
    for entity in document.entities:
        for mark, mention in zip(_entity_marks(entity, voices.get(entity.id, "")), entity.mentions, strict=True):
            yield _with_reason(mark, rule(mention.by)) if why else mark
    for quote in document.quotes:
        for mark in _quote_marks(quote, voices.get(quote.id, "")):
            yield _with_reason(mark, because(quote)) if why else mark
    for figure in document.figures:
        if not figure.weak:
            mark = _figure_mark(figure, voices.get(figure.id, ""))
            yield _with_reason(mark, because(figure)) if why else mark


def _with_reason(mark: Mark, reason: str) -> Mark:
    return replace(mark, label=f"{mark.label} [found by {reason}]".lstrip()) if reason else mark


def _entity_marks(entity: Entity, voice: str) -> Iterator[Mark]:
    label = f"{entity.name}, {entity.title}" if entity.title else entity.name
    for number, mention in enumerate(entity.mentions, 1):
        classes, hint = f"{entity_group(entity)} {voice}".strip(), "" if mention.text == label else label
        yield Mark(mention.start, mention.end, f"{entity.id}-{number}", entity.id, "mark", classes, hint)


def _quote_marks(quote: Quote, voice: str) -> Iterator[Mark]:
    kind = "scare" if quote.scare else quote.type
    classes = f"{kind} {voice}".strip()
    who = quote.speaker.name if quote.speaker and not quote.scare else None
    for number, part in enumerate(quote.parts, 1):
        name = f"{quote.id}-{number}"
        yield Mark(part.start, part.end, name, quote.id, "q", classes, said_by(quote), wide=True, who=who)


def _figure_mark(figure: Figure, voice: str) -> Mark:
    dated = figure.date and HTML_DATE.fullmatch(figure.date)
    value = figure.date or figure.timex or _plain(figure)
    tag = "time" if dated else "data"
    return Mark(figure.start, figure.end, f"{figure.id}-1", figure.id, tag, voice, about(figure), value)


def _plain(figure: Figure) -> str:
    """Return the bare value of a figure for machines: "2.35", "30..40"."""
    numbers: tuple[Number | None, ...] = (figure.value, figure.low, figure.high)
    return "..".join(str(part) for part in numbers if part is not None) or figure.text
