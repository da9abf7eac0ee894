"""The bound that words or signs next to a number set, and how far they reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.words.bound_phrases import AFTER, BEFORE
from clusterdoc.find.words.contexts import words_by_use
from clusterdoc.find.words.number_words import ONE_TO_NINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clusterdoc.facts import Bound


class Bounded(NamedTuple):
    """How far the bound words reach, away from the number, and the bound they set."""

    edge: int
    bound: Bound


MOST_WORDS: Final = max(phrase.count(" ") for phrase in BEFORE) + 1
LOOK_BACK: Final = max(len(phrase) for phrase in BEFORE) + len(" additional ")
# Words between a bound and its number that belong to neither: "over just 5", "about a 30% share".
SKIPPED: Final = frozenset({"a", "an", "just", "only", "additional"})
# "Inching back up to 4.8 percent" is a movement; "up to" is a bound only without such a word.
RISING: Final = words_by_use()["rising to a level"]
PUSHED: Final = re.compile(
    r"\b(?:push|bring|brought|send|sent|drive|drove|nudg|bump)(?:e[ds]|ed|e|s|ing)?\s[^.;,!?\n]{3,50}\s\Z"
)
PUSHED_REACH: Final = 64
WORD: Final = re.compile(r"[^\s()\"“”,;:!?]+")
SIGN_BEFORE: Final = re.compile(r"(?<![<>=])(?:[<>] ?=|[<>≥≤~≈∼])[ \u00a0\u202f]{0,2}\Z")
HYPHENED: Final = re.compile(r"(?<![^\W_])(?P<word>sub|near|over|under)-\Z", re.IGNORECASE)
HYPHEN_BOUNDS: Final[Mapping[str, Bound]] = {"sub": "<", "near": "~", "over": ">", "under": "<"}
AFTER_WORDS: Final = re.compile(r"(?:\s?\+(?!\d)|-(?:plus|odd|ish|or-so)\b|\s(?:[a-z]+)(?:\s[a-z]+){0,2})")
# "200 or more than 190", "above 10 and below 20", "at least 5": the words belong to the next number.
GOES_ON: Final = re.compile(rf"-\w|\s(?:than\b|to\b|\d|[$£€]|an?\s|(?:{ONE_TO_NINE}|ten|half)\b)")


def bound_before(text: str, start: int) -> Bounded | None:
    """Return the bound words that end where the number begins, None when there are none."""
    low = max(0, start - LOOK_BACK)
    if sign := look_back(SIGN_BEFORE, text, start):
        written = "".join(sign.group().split())
        return Bounded(sign.start(), BEFORE[written])
    if hyphened := look_back(HYPHENED, text, start):
        return Bounded(hyphened.start(), HYPHEN_BOUNDS[hyphened["word"].lower()])
    if start == 0 or not text[start - 1].isspace():
        return None
    words = last_words(text, low, start)
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(word for word, _ in words[-count:])
        bound = BEFORE.get(phrase)
        if phrase == "up to" and rises(text, words[: len(words) - count], words[-count][1]):
            return None
        if bound:
            return Bounded(words[-count][1], bound)
    return None


def rises(text: str, before: list[tuple[str, int]], start: int) -> bool:
    """Return whether "up to" is where something has risen to: "crept up to 4.8", "pushed the price up to $9.50"."""
    return bool(before and before[-1][0] in RISING) or look_back(PUSHED, text, start, PUSHED_REACH) is not None


def last_words(text: str, low: int, start: int) -> list[tuple[str, int]]:
    """Return the last words before `start` with their offsets, in small letters, back to the first break."""
    words: list[tuple[str, int]] = []
    edge = start
    for match in reversed(list(WORD.finditer(text, low, start))):
        if not text[match.end() : edge].isspace() or len(words) == MOST_WORDS:
            break
        words.insert(0, (match.group().lower(), match.start()))
        edge = match.start()
    if words and words[-1][0] in SKIPPED:
        words.pop()
    return words


def bound_after(text: str, end: int) -> Bounded | None:
    """Return the bound words that follow a number and its unit at `end`."""
    match = AFTER_WORDS.match(text, end)
    if match is None:
        return None
    phrase = match.group().strip().lower()
    while phrase:
        bound = AFTER.get(phrase)
        edge = end + text[end : match.end()].lower().index(phrase) + len(phrase)
        if bound and not (phrase[:2] in ("or", "an", "at", "pl", "mo", "gi") and GOES_ON.match(text, edge)):
            return Bounded(edge, bound)
        phrase = phrase.rpartition(" ")[0]
    return None
