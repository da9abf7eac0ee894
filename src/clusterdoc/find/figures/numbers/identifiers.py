"""Digits and number words that count nothing, claimed before any number is read: addresses, phone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.words import forms, rows
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator


class Identifier(NamedTuple):
    """A row of `identifiers.tsv`: its pattern is tried only in a text that holds one of the strings it needs."""

    name: str
    pattern: re.Pattern[str]
    near_numbers: list[str]  # of these, those with a number in them; `needs` has the others
    needs: list[str]

    def may_match(self, small: str, shape: str) -> bool:
        """Return whether a text in small letters, or what stands near its numbers, has a string that is needed."""
        if not (self.needs or self.near_numbers):
            return True
        return any(map(shape.__contains__, self.near_numbers)) or any(map(small.__contains__, self.needs))


def _identifier(name: str, pattern: str, needs: str) -> Identifier:
    with_number = [need for need in forms(needs) if "0" in need]
    return Identifier(name, re.compile(pattern), with_number, [need for need in forms(needs) if "0" not in need])


IDENTIFIERS: Final = tuple(_identifier(name, pattern, needs) for name, pattern, needs, *_ in rows("identifiers"))
NUMBER: Final = re.compile(r"\d+")
LONGEST_NEED: Final = max(len(need) for identifier in IDENTIFIERS for need in identifier.near_numbers)
GAME_CLOCK: Final = "clock of a game"
CLOCK: Final = re.compile(r"(?<![\d:.])\d{1,2}:\d\d(?![\d:]|\s?[ap]\.?m)")


BATSMAN: Final = "runs of a batsman"
CRICKET: Final = re.compile(rf"\b(?:{any_word('cricket')})")
FEWEST_WORDS: Final = 3
TEAM_TOTAL: Final = "total of a team"
# "317 for 5", in Australia "5 for 317"; "41-4"
TOTAL: Final = re.compile(
    r"(?<![\w.,$£€-])(?:\d{1,3}\sfor\s\d{1,3}|\d{1,3}[-–/]\d{1,2})(?![\w%-]|[.,]\d|\s[a-z]{3,14}s\b)"
)
RUNS: Final = re.compile(r"(?<=[a-z’'])\s\((?P<id>\d{1,3})\*?\)")


class Claim(NamedTuple):
    """What an identifier covers, and the row of `identifiers.tsv` that found it."""

    start: int
    end: int
    name: str


def find_identifiers(text: str) -> list[Claim]:
    """Return the identifiers of a text, by row of the table and then in the order of the text."""
    small = " ".join(text.lower().split())
    shape = near_numbers(small)
    found = [
        Claim(*match.span("id" if match.re.groups and match["id"] else 0), identifier.name)
        for identifier in IDENTIFIERS
        if identifier.may_match(small, shape)
        for match in identifier.pattern.finditer(text)
    ]
    return [*found, *_clocks_of_games(text, found), *_runs(text, small)]


def near_numbers(text: str) -> str:
    """Return the numbers of a text, each written 0, with as many characters around them as a need has at most."""
    apart = NUMBER.split(text)
    return "0".join(ends_of_words(words) for words in apart)


def ends_of_words(words: str) -> str:
    """Return the ends of what stands between two numbers, all of it where it is short."""
    return words if len(words) <= 2 * LONGEST_NEED else words[:LONGEST_NEED] + words[-LONGEST_NEED:]


def _clocks_of_games(text: str, found: list[Claim]) -> Iterator[Claim]:
    """Yield the bare clock times of a line that has a game clock: "at 7:14 of the first period and again at 19:56"."""
    for claim in found:
        if claim.name == GAME_CLOCK:
            line_end = text.find("\n", claim.end)
            for match in CLOCK.finditer(text, claim.end, line_end if line_end >= 0 else len(text)):
                yield Claim(match.start(), match.end(), GAME_CLOCK)


def _runs(text: str, small: str) -> Iterator[Claim]:
    """Yield the runs in brackets behind the names in a report of cricket: "trapped Ott (8)", "Kerr (26) went"."""
    if len(CRICKET.findall(small)) >= FEWEST_WORDS:
        for match in RUNS.finditer(text):
            yield Claim(*match.span("id"), BATSMAN)
        for match in TOTAL.finditer(text):
            yield Claim(*match.span(), TEAM_TOTAL)


def is_claimed(claimed: bytearray, start: int, end: int) -> bool:
    """Return whether a character of a stretch is claimed."""
    return any(claimed[start:end])


def mask(length: int, spans: list[tuple[int, int]]) -> bytearray:
    """Return one byte a character: 1 where it belongs to one of the spans."""
    claimed = bytearray(length)
    for start, end in spans:
        claimed[start:end] = b"\1" * (end - start)
    return claimed
