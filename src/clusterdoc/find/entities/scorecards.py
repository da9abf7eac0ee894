"""Who is in the cards and scorers of sports: "S. Ruiz c Dahl b Moss 42", "Tolva 3 (Ruiz 12, Dahl 44)", "Tries: Tau"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.names import PARTICLE, Name, in_place_of
from clusterdoc.find.words.contexts import any_word, words_by_use

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE: Final = "scorecard"
LAST: Final = r"[A-Z][\w'’-]{1,20}"
WITH_PARTICLE: Final = rf"(?:{PARTICLE} )?{LAST}"
PLAYER: Final = rf"(?:[A-Z]\.? ?){{0,3}}{WITH_PARTICLE}(?: {WITH_PARTICLE}){{0,2}}"
LINE: Final = r"(?<![^\n])[ \t*+†]{0,4}"
# How a batsman was out, and by whom.
CARD: Final = re.compile(
    rf"{LINE}({PLAYER})[ *+†]{{1,3}}(?:c (?:({PLAYER}) |(?:and|&) )?b ({PLAYER})|st ({PLAYER}) b ({PLAYER})"
    rf"|(?:lbw )?b ({PLAYER})|not out|run out(?: \({PLAYER}\))?|retired hurt) \d{{1,3}}(?![\w-])"
)
FIGURES: Final = re.compile(rf"(?<![\w’'.-])({PLAYER}) \d{{1,2}}(?:\.\d)?-\d{{1,2}}-\d{{1,3}}(?:-\d{{1,2}})?(?![\w-])")
# What every card and every bowler's figures have: without it nobody looks for them.
OUT: Final = re.compile(r" b [A-Z]| not out | run out | retired hurt ")
BOWLED: Final = re.compile(r"\d-\d{1,2}-\d")
BRACKET: Final = re.compile(r"(?<=\d) ?\(([^()\n]{3,200})\)")
# As in "Tries: Tau, Deen 2." and "Scorers: Oran - Deen 3, Kerr 90; Tolva - Ott 14".
ROW: Final = re.compile(rf"(?<![\w-])(?:{any_word('what players are listed for')}) ?[:–-] ?([A-Z][^.:\n]{{2,200}})")
PARTS: Final = re.compile(r"[,;]|(?<=\d) (?=[A-Z])| and ")
LEAD: Final = re.compile(
    rf"\s{{0,2}}(?:{LAST}(?: {LAST}){{0,2}} ?[–-]|(?:{any_word('what players are listed for')}) ?:) (?=[A-Z])"
)
SCORED: Final = re.compile(
    rf"\s{{0,2}}({PLAYER})(?P<at> ?\(?\d{{1,3}}(?:\+\d{{1,2}})?(?:st|nd|rd|th|['’]|min)?(?:,? ?(?:pen|og))?\)?"
    r"|,? \d{1,2}-\d{1,3}| \d)?\s{0,2}"
)
TIME: Final = re.compile(r"\s{0,2}\d{1,3}(?:\+\d{1,2})?(?:st|nd|rd|th|['’])?(?:,? ?(?:pen|og))?\s{0,2}")


def find_players(text: str, names: list[Name]) -> list[Name]:
    """Return the names with the players in cards and rows of scorers, in place of what the model took there."""
    found = [Name(start, end, text[start:end], "PERSON", f"rule:{RULE}", sure=True) for start, end in players(text)]
    return in_place_of(names, found) if found else names


def players(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the players in the cards, in the brackets behind scores, and in rows."""
    for card in CARD.finditer(text) if OUT.search(text) else ():
        yield from (card.span(group) for group in range(1, 7) if card[group])
    for bowler in FIGURES.finditer(text) if BOWLED.search(text) else ():
        if can_play(bowler[1]):
            yield bowler.span(1)
    for bracket in BRACKET.finditer(text):
        yield from scorers(text, *bracket.span(1), timed=True)
    for row in ROW.finditer(text):
        yield from scorers(text, *row.span(1), timed=False)


def scorers(text: str, start: int, end: int, *, timed: bool) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the players in a row; if `timed`, each has when it scored. Nothing of a row of others."""
    found = []
    for first, last in parts_of_row(text, start, end):
        lead = LEAD.match(text, first, last)
        name = SCORED.fullmatch(text, lead.end() if lead else first, last)
        if name and can_play(name[1]) and (name["at"] or not timed):
            found.append(name.span(1))
        elif not TIME.fullmatch(text, first, last):
            return
    yield from found


def parts_of_row(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the parts of a row, which commas and the like part."""
    for mark in PARTS.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def can_play(name: str) -> bool:
    """Return whether a name in a row can be a player's."""
    if name in words_by_use()["what players are listed for"]:
        return False
    return any(may_be_named(word) for word in name.split() if len(word) > 1)
