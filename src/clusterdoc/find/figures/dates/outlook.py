"""Whether a date without its year lies ahead or behind: what the words around it say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import text_before
from clusterdoc.find.figures.dates.tense_cues import PAST_CUES
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.inflection import inflected

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE: Final = 80
AFTER: Final = 30
SAYING: Final = re.compile(
    rf"(?:\b(?:{any_of(PAST_CUES)})(?: (?:reporters|journalists|lawmakers|investors|supporters|parliament|viewers|staff"
    r"|the [A-Z][\w.’'-]{1,20}|[A-Z][\w.’'-]{1,20}))?(?: in a (?:statement|letter|post|speech|report|filing|tweet))?)"
    r"(?: (?:on|late|early|late on|early on))? $"
)
# A full stop that ends a sentence: not that of "4 a.m. on Saturday".
STOP: Final = re.compile(r"[!?\n](?=\s|$)|(?<![ap]\.m)(?<!\b[A-Z])\.(?=\s|$)")
# "it will rise this year — prices in March were", "it would cost $2 but in December"
CLAUSE: Final = re.compile(r"[—;]|\s–\s|\bbut (?=(?:in|on|by|at|from) (?:the )?$)")
# "Saturday: Mostly cloudy", in a list of days: a forecast or a programme
LABEL: Final = re.compile(r":\s[A-Z]")
UNTIL: Final = re.compile(r"\b(?:by|until|till|starting|beginning|expiring|through) (?:the )?$", re.IGNORECASE)
# "the 12 months through March": a stretch that a report is of
REPORTED: Final = re.compile(
    r"\b(?:days|weeks|months|quarter|half|year|years|season) (?:ended|ending|to|through|until) (?:the )?$"
)
SAID_AFTER: Final = re.compile(rf"[,”\"] (?:[\w.’'-]{{1,20}} ){{0,3}}(?:{any_of(PAST_CUES)})\b")


def present_forms() -> Iterator[tuple[str, str]]:
    """Yield the forms of each verb of `future.tsv` that go with "it" and with "they"."""
    for words, use, *_ in rows("future"):
        if use == "verb":
            verb, *rest = words.split(" ")
            yield " ".join([inflected(verb)[1] if verb != "go" else "goes", *rest]), words


PHRASES: Final = [words for words, use, *_ in rows("future") if use == "phrase"]
AHEAD: Final = re.compile(
    rf"\b(?<!than )(?:{any_of(phrase for phrase in PHRASES if phrase != 'due')})\b|\bdue (?!to\b)|['’]ll\b"
    r"|\b(?:is|are) (?:at|on|from|between|to (?!blame\b)[a-z]{2,12}\b)"
    r"|\b(?:plan|hope|expect|intend|agree)(?:s|ed)? to\b"
    rf"|\b(?:{any_of(third for third, _ in present_forms())})\b",
    re.IGNORECASE,
)
# Things that open, close, meet: "bookings close", not "the firm had to close".
THEY: Final = re.compile(rf"[a-z]s (?:[a-z]{{2,12}}ly )?(?:{any_of(words for _, words in present_forms())})\b")


def is_of_saying(before: str) -> bool:
    """Return whether a date after these words is that of speech: "said on" of "said on Monday that rents fell"."""
    return SAYING.search(before) is not None


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Return whether the words around a date speak of the future: "will", "is scheduled", "until Friday".

    The verb that governs a date decides: the Monday of "said on Monday that the town would build" has passed.
    """
    before = CLAUSE.split(STOP.split(text_before(text, start, BEFORE))[-1])[-1]
    if LABEL.match(text, end) and text_before(text, start, 1) in {"", "\n"}:
        return True
    if is_of_saying(before):
        return False
    is_end = UNTIL.search(before) is not None and REPORTED.search(before) is None
    if is_end or AHEAD.search(before) or THEY.search(before):
        return True
    after = STOP.split(text[end : end + AFTER])[0]
    return AHEAD.search(CLAUSE.split(SAID_AFTER.split(after)[0])[0]) is not None
