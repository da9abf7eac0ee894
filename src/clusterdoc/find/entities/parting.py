"""Where a stretch that the model took for one name is several: lines, "U.S.-Egypt", "Tolva School in Oran", a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.gazetteer import look_up
from clusterdoc.find.entities.type_cues import thing_words
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label

# What parts two names: a line's end, "TPA - Lagos said", a credit such as "Ana Ruiz / Tolva Wire".
LINE_BREAK: Final = re.compile(
    r"(?<=[a-z]) ?/ ?(?=[A-Z][A-Za-z'’]{0,20} [A-Z])|[^\S\n\r]{0,9}[\n\r\u2028\u2029]\s{0,1000}| [-–—]{1,2} "
)
# "Halden Party, Oran Party" are two.
SAME_HEAD: Final = re.compile(r"((?:[A-Z][\w’'-]{1,20} ){1,3}([A-Z][a-z]{2,20})), ((?:[A-Z][\w’'-]{1,20} ){1,3}\2)")
TWO_NAMES: Final = re.compile(r"([A-Z][\w’'-]{2,20}), ([A-Z][\w’'-]{2,20})")
# "Blondel, Ramos, Dead Boys and The Mice" are four.
SEVERAL_NAMES: Final = re.compile(
    r"[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{1,20})?(?:, (?:The )?[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{1,20})?){2,9}"
    r",? and (?:The )?[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{1,20})?"
)
ITEM: Final = re.compile(r"[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2}")
FIRM: Final = re.compile(rf"(?:{any_word('legal form')}|Sons|Jr|Sr)\b")
IN_PLACE: Final = re.compile(
    r"((?:[Tt]he )?(?:[A-Z][\w’'-]{1,20} ){1,4}([A-Z][a-z]{2,15})) in ([A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{2,20})?)"
)
AND: Final = re.compile(r" and (?:the )?(?=[A-Z][^\n]{1,40}\Z)")


def split_stretch(text: str, start: int, end: int, label: Label) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the names in a stretch."""
    for line in _lines_of(text, start, end):
        for whole in without_place(text, *line, label):
            for body in two_bodies(text, *whole):
                yield from two_names(text, *body, label)


def _lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the lines of a stretch."""
    for line_break in LINE_BREAK.finditer(text, start, end):
        yield from two_countries(text, start, line_break.start())
        start = line_break.end()
    yield from two_countries(text, start, end)


def two_countries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of "U.S.-Egypt", or the whole stretch."""
    first, _, second = text[start:end].partition("-")
    parts = look_up(first), look_up(second)
    if not look_up(text[start:end]) and all(part and part.sure and part.label == "GPE" for part in parts):
        yield start, start + len(first)
        start += len(first) + 1
    yield start, end


def without_place(text: str, start: int, end: int, label: Label) -> Iterator[tuple[int, int]]:
    """Yield a body or a building and the place it is in: "Tolva School in Oran"; or the whole stretch."""
    found = IN_PLACE.fullmatch(text, start, end) if label in {"ORG", "FAC"} else None
    if found and found[2] in thing_words() and found[3] not in thing_words():
        yield found.span(1)
        yield found.start(3), end
    else:
        yield start, end


def two_bodies(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of "the Ministry of Homes and Oxfam", where the second is a known body; or the whole stretch."""
    link = AND.search(text, start, end)
    if link and not look_up(text[start:end]) and is_sure_body(text[link.end() : end]):
        yield start, link.start()
        yield link.end(), end
    else:
        yield start, end


def is_sure_body(name: str) -> bool:
    """Return whether a name is surely a body's: "Oxfam"."""
    known = look_up(name)
    return known is not None and known.sure and known.label == "ORG"


def two_names(text: str, start: int, end: int, label: Label) -> Iterator[tuple[int, int]]:
    """Yield the two names of one word each that a comma parts, "Tolva, Acme and Ovadi"; or the whole stretch."""
    same = SAME_HEAD.fullmatch(text, start, end)
    if same:
        yield same.span(1)
        yield same.span(3)
        return
    if label in {"ORG", "PERSON"} and SEVERAL_NAMES.fullmatch(text, start, end):
        yield from ((item.start(), item.end()) for item in ITEM.finditer(text, start, end))
        return
    found = TWO_NAMES.fullmatch(text, start, end)
    firm = found and (FIRM.match(found[2]) or look_up(found[1]) or look_up(found[0]))
    if found and label in {"ORG", "PERSON"} and not firm:
        yield found.span(1)
        yield found.span(2)
    else:
        yield start, end
