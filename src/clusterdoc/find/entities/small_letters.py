"""Lines in small letters, as the web writes them: "ana ruiz moved from auckland to san francisco"."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import text_of
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import LONG, RULE, known_forms, look_up
from clusterdoc.find.entities.names import LABELS, Name, longest_first, overlaps
from clusterdoc.find.words.people import is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.gazetteer import Known

PROPER: Final = frozenset({"NNP", "NNPS"})
# A line without capitals but its first letter and "I": the web's own way of writing.
SMALL_LINE: Final = re.compile(r"(?<![^\n])[^\W\d_](?:[^A-Z\n]|(?<=[ \n\"])I(?=[ '’])){12,600}(?![^\n])")
BEFORE_PLACE: Final = re.compile(r"(?<!\w)(?:in|from|to|near|around|between|visit|visiting) ")
NEXT_PLACE: Final = re.compile(r",? (?:and |or )?")
SMALL_WORD: Final = re.compile(r"[a-z]{2,20}(?!\w)")
FURTHEST: Final = 50


def find_lower(text: str, names: list[Name]) -> list[Name]:
    """Return the names with known places added that stand in small letters in lines that have no capitals."""
    taken = overlaps(names)
    places = [
        Name(start, end, text[start:end], "GPE", f"rule:{RULE}")
        for line in SMALL_LINE.finditer(text)
        for before in BEFORE_PLACE.finditer(text, *line.span())
        for start, end in lower_row(text, before.end())
        if not any(taken[start:end])
    ]
    return longest_first([*names, *places]) if places else names


def lower_row(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of a row of known places in small letters: "noida and greater noida", "brittany france"."""
    end = lower_place(text, start)
    while end:
        yield start, end
        link = NEXT_PLACE.match(text, end)
        start = link.end() if link else end
        end = lower_place(text, start) if link else 0


def lower_place(text: str, start: int) -> int:
    """Return where the longest known place ends that begins here in small letters; 0 where none does."""
    ends = [word.end() for word in SMALL_WORD.finditer(text, start, start + FURTHEST)][:3]
    return next((end for end in reversed(ends) if text[start:end] in lower_places()), 0)


@cache
def lower_places() -> frozenset[str]:
    """Return the sure places in small letters: no "nice", and no "reading", which is a word too."""
    places = {known.form.casefold() for known in known_forms().values() if known.sure and known.label == "GPE"}
    return frozenset(form for form in places if len(form) > LONG)


def small_names(doc: Doc) -> Iterator[Name]:
    """Yield the model's names in lines that have no capitals: of proper nouns alone, people, bodies and places."""
    lines = [line.span() for line in SMALL_LINE.finditer(text_of(doc))]
    starts = [start for start, _ in lines]
    for ent in doc.ents if lines else ():
        label = LABELS.get(ent.label_)
        line = bisect_right(starts, ent.start_char) - 1
        inside = line >= 0 and ent.end_char <= lines[line][1]
        if label and inside and all(token.tag_ in PROPER for token in ent):
            yield from small_name(ent, label)


def small_name(ent: Span, label: Label) -> Iterator[Name]:
    """Yield a name in small letters: one that is known, or a first name and what follows it."""
    name = Name(ent.start_char, ent.end_char, ent.text, label)
    known = known_in_small(ent.text)
    if known:
        yield name.retyped(known.label, RULE)
    elif label in {"PERSON", "ORG"} and is_first_and_last(ent.text):
        yield name.retyped("PERSON", RULE)


def known_in_small(text: str) -> Known | None:
    """Return what is known by a name in small letters: "bbc", "new york"."""
    return known_forms().get(text.upper()) or look_up(text.title())


def is_first_and_last(text: str) -> bool:
    """Return whether a name in small letters begins with a first name and goes on, in which no word is a role."""
    first, *rest = text.split()
    others = [is_role(word) or look_up(word.capitalize()) for word in rest]  # "brittany france" are two places
    return first.capitalize() in first_names() and bool(rest) and not any(others)
