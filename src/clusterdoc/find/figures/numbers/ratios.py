"""Two numbers that make one ratio: "one in five", "3 out of 4", "2-to-1", "a ratio of 3:1"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.words.bound_phrases import APPROXIMATOR

if TYPE_CHECKING:
    from fractions import Fraction

    from clusterdoc.find.figures.numbers.quantity import Quantity

OUT_OF: Final = re.compile(r"(?:\s|-)(?:in|out\sof|in\severy|out\sof\severy|of\severy|for\severy|per)(?:\s|-)")
# "One case in ten", "one pupil in every four"; but not "one goal in 12 games".
ONE_IN: Final = re.compile(r"\s[a-z][a-z-]{1,15}\s(?:in|in\severy|out\sof|out\sof\severy)\s")
COUNTED_AFTER: Final = re.compile(
    r"(?!\s(?:has|does|goes|is|was|lives|gets|says|feels|needs)\b)"
    r"\s(?:[a-z]{2,14}\s)?(?:[a-z-]{2,18}[^su\W]s|people|men|women|children|million|billion|percent|per)\b"
)
TO: Final = re.compile(r"-to-")
WORD_AFTER: Final = re.compile(r"[\s-]\w")
COLON: Final = re.compile(r":(?P<other>\d{1,4})(?![\d:.]\d|\d)")
RATIO_BEFORE: Final = re.compile(
    rf"\b(?:(?:ratio|odds|proportion|chances?)s?\s(?:(?:of|against)\s(?:[\w’'-]{{1,16}}\s){{1,6}})?(?:of\s|was\s|is\s|at\s|are\s|were\s)?"
    rf"|outnumber(?:s|ed|ing)?\s(?:[\w-]{{1,16}}\s){{1,3}}by\s)"
    rf"(?:(?:{APPROXIMATOR})\s)?\Z",
    re.IGNORECASE,
)
ODDS: Final = re.compile(r"[-/](?P<other>\d{1,2})(?![\d/%]|-\d|[.,]\d)")
ODDS_AFTER: Final = re.compile(
    r"\s(?:[a-z]{3,9}\s)?(?:favou?rites?|outsiders?|long\s?shots?|shots?|chances?|odds|to\swin|winners?|runners?-up|picks?)\b|-shot\b|\s\(fav\)"
)
ODDS_BEFORE: Final = re.compile(
    r"\bodds\s(?:of\s|at\s|was\s|were\s|are\s|is\s)?\Z"
    r"|\b(?:favourite|favorite|outsider|shot|priced|backed|bookmakers?|bookies|quoted|available|installed|returned|winner|nap)\b"
    r"[^.!?\n]{0,30}\b(?:at|from|to)\s\Z",
    re.IGNORECASE,
)
FACTOR_BEFORE: Final = re.compile(rf"\b(?:a|by)\sfactor\sof\s(?:(?:{APPROXIMATOR}|more\sthan)\s)?\Z", re.IGNORECASE)
# "Percent of 10" alone, not "what percent of 10 is 5" or "a few per cent of 10 men".
PERCENT_OF: Final = re.compile(r"(?:\A|[.:;,(\n]\s?)(?P<percent>(?:percents?|per\scents?)\sof\s)\Z", re.IGNORECASE)
CLOSES: Final = re.compile(r"\s?(?:[.,;:)]|\Z|\n)")
GREATEST_IN: Final = 1000
GREATEST_TO: Final = 10  # more than that is a vote: "230-to-198"


def join_ratio(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return "one in five" as 0.2, None when two numbers are none."""
    chance = text[left.end : right.start] == " in " and left.value == 1 and right.kind == "count"
    if not (_is_whole(left) and (_is_whole(right) or chance)) or left.value is None or right.value is None:
        return None
    if right.value <= 0 or not is_joined(text, left, right, left.value, right.value):
        return None
    return replace(
        left, end=right.end, num_end=right.num_end, value=left.value / right.value, kind="ratio", form="fraction",
        dimension="ratio", rule="ratio of two numbers",
    )  # fmt: skip


def _is_whole(quantity: Quantity) -> bool:
    """Return whether a quantity is a whole number without a unit."""
    return quantity.kind == "count" and quantity.value is not None and quantity.value.denominator == 1


def is_joined(text: str, left: Quantity, right: Quantity, part: Fraction, whole: Fraction) -> bool:
    """Return whether what stands between two whole numbers makes a ratio of them."""
    gap = text[left.end : right.start]
    if part == 1 and ONE_IN.fullmatch(gap):
        return 1 < whole <= GREATEST_IN and COUNTED_AFTER.match(text, right.end) is None
    if gap == " over ":
        return WORD_AFTER.match(text, right.end) is None
    if OUT_OF.fullmatch(gap):  # the part is smaller than the whole
        low = gap.strip(" -").startswith(("in", "per"))
        far = whole > GREATEST_IN and part > GREATEST_TO
        return 0 < part < whole and not (low and (far or left.scale != 1))
    if gap == " to " and whole == 1:  # "a ratio of 250 to 1", not "fell from 250 to 1"
        return look_back(RATIO_BEFORE, text, left.start, FAR) is not None
    return TO.fullmatch(gap) is not None and whole < part and whole <= GREATEST_TO


def ratio_with_colon(text: str, quantity: Quantity) -> Quantity | None:
    """Return "3:1" after the word "ratio" as 3; None for a quantity that no ratio's colon follows."""
    match = COLON.match(text, quantity.end)
    if match is None or quantity.value is None or not int(match["other"]):
        return None
    if not look_back(RATIO_BEFORE, text, quantity.start, FAR):
        return None
    return replace(
        quantity,
        end=match.end(),
        num_end=match.end(),
        value=quantity.value / int(match["other"]),
        kind="ratio",
        form="fraction",
        rule="ratio of two numbers",
    )


def as_odds(text: str, quantity: Quantity) -> Quantity | None:
    """Return "9-2" and "7/2" as 4.5 and 3.5 where they are the odds of a bet; None for any other quantity."""
    match = ODDS.match(text, quantity.end)
    if match is None or quantity.value is None or not _is_whole(quantity) or not int(match["other"]):
        return None
    if not (ODDS_AFTER.match(text, match.end()) or look_back(ODDS_BEFORE, text, quantity.start, FAR)):
        return None
    value = quantity.value / int(match["other"])
    return replace(
        quantity, end=match.end(), num_end=match.end(), value=value, kind="ratio", form="fraction",
        rule="ratio of two numbers",
    )  # fmt: skip


def percent_of(text: str, quantity: Quantity, before: Quantity | None) -> Quantity:
    """Return the bare number of "percent of 10" as a percentage; other quantities as they are."""
    match = look_back(PERCENT_OF, text, quantity.start) if quantity.kind == "count" else None
    if match is None or (before and before.end > match.start("percent")) or not CLOSES.match(text, quantity.end):
        return quantity
    return replace(quantity, start=match.start("percent"), kind="percent", unit="percent", dimension="percent")


def with_factor(text: str, quantity: Quantity) -> Quantity:
    """Return "a factor of two" as a ratio; other quantities as they are."""
    if quantity.kind == "count" and (match := look_back(FACTOR_BEFORE, text, quantity.start, FAR)):
        return replace(quantity, start=match.start(), kind="ratio", form="multiple", rule="factor")
    return quantity
