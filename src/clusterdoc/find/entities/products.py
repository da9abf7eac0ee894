"""Products with a number, and prizes: "the Pixel 8 Pro costs $999", "won the Orrin Medal"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.names import Name, longest_first, overlaps
from clusterdoc.find.entities.type_cues import team_words
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

PRODUCT: Final = "product"
PRIZE: Final = "prize"
NUMBERED: Final = re.compile(
    rf"(?<![\w’'-])([A-Z][\w-]{{2,14}}) \d{{1,2}}(?: (?:{any_word('grade of a product')})){{0,2}}(?![\w’'.-]?[\w])"
)
WARE: Final = re.compile(rf"(?<=[a-z,] )([A-Z][\w-]{{2,15}}) (?:{any_word('ware after')})(?!\w)")
MADE: Final = re.compile(
    rf"\b(?:{any_word('brings out')})(?: (?:the|its|their|a|an|new|latest|next|both)){{1,3}} (?:[A-Z]\w{{1,14}} )?\Z"
)
GADGET_BEFORE: Final = re.compile(rf"\b(?:{any_word('gadget')}),? (?:called |the |named )?\Z")
THE: Final = re.compile(r"\b(?:[Tt]he|new) \Z")
SOLD: Final = re.compile(
    rf"(?:,? (?:{any_word('is sold')})\b|, an? (?:[a-z-]{{2,15}} ){{0,3}}(?:{any_word('gadget')})\b)"
)
WON: Final = re.compile(
    rf"\b(?:{any_word('gets a prize')}) (?:the|a|an|his|her|their|(?:this|last) year['’]s) "
    rf"(?:\d{{4}} |first |second |inaugural )?"
    rf"((?:[A-Z][\w’'-]{{1,20}} ){{1,4}}(?:{any_word('prize')}))(?![\w-])"
)
FESTIVAL_PRIZE: Final = re.compile(
    r"\b(?:won|wins|winning|took|takes|received|awarded|for) the ((?:Golden|Silver|Bronze|Crystal) [A-Z][a-z]{2,15})"
    r"(?=(?: at | in |,|\.))"
)


def find_products(text: str, names: list[Name]) -> list[Name]:
    """Return the names with numbered products and prizes added, in place of what the model took there."""
    there = overlaps(names)
    found = [*numbered_products(text), *prizes(text)]
    found += [ware for ware in wares(text) if not any(there[ware.start : ware.end])]
    return longest_first([*found, *names])


def numbered_products(text: str) -> Iterator[Name]:
    """Yield the numbered products: those that the words beside one of their mentions say are made or sold."""
    found = [place for place in NUMBERED.finditer(text) if may_be_named(place[1])]
    forms = {place[0] for place in found if is_ware(text, place)}
    first = {place[1] for place in found if place[0] in forms}
    for place in found:
        if place[1] in first:
            yield Name(*place.span(), place[0], "PRODUCT", f"rule:{PRODUCT}", sure=True)


def wares(text: str) -> Iterator[Name]:
    """Yield the makes of arms and the like that the model may miss: "Grad rockets"."""
    for found in WARE.finditer(text):
        if may_be_named(found[1]) and found[1] not in team_words():
            yield Name(*found.span(1), found[1], "PRODUCT", f"rule:{PRODUCT}")


def is_ware(text: str, place: re.Match[str]) -> bool:
    """Return whether the words beside a name and its number say that it is made or sold."""
    if look_back(MADE, text, place.start(), FAR) or look_back(GADGET_BEFORE, text, place.start(), FAR):
        return True
    return look_back(THE, text, place.start()) is not None and SOLD.match(text, place.end()) is not None


def prizes(text: str) -> Iterator[Name]:
    """Yield the prizes that somebody wins or is named for."""
    for pattern in (WON, FESTIVAL_PRIZE):
        for found in pattern.finditer(text):
            yield Name(*found.span(1), found[1], "WORK_OF_ART", f"rule:{PRIZE}", sure=True)
