"""Docs made by hand for the entities' tests: "[Biden|ORG] said" is a text in which the model took Biden for an ORG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import spacy
from spacy.tokens import Doc, Span

from clusterdoc.find.entities import find_entities

if TYPE_CHECKING:
    from clusterdoc.facts import Entity

MARK: Final = re.compile(r"\[([^|\]]{1,200})\|([A-Z_]{1,20})\]")
NLP: Final = spacy.blank("en")


def marked(text: str) -> Doc:
    """Return a Doc of a marked text, with the marks as its entities and nothing else: no tags, no parse."""
    plain, spans = "", []
    position = 0
    for mark in MARK.finditer(text):
        plain += text[position : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        position = mark.end()
    doc = NLP.make_doc(plain + text[position:])
    found = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans]
    doc.ents = tuple(span for span in found if isinstance(span, Span))
    return doc


def entities(text: str) -> tuple[Entity, ...]:
    """Return the entities of a marked text."""
    return find_entities(marked(text))


def mentions(text: str) -> list[tuple[str, str]]:
    """Return (text, label) of every mention of a marked text, in its order."""
    found = [(m.start, m.text, entity.label) for entity in entities(text) for m in entity.mentions]
    return [(words, label) for _, words, label in sorted(found)]
