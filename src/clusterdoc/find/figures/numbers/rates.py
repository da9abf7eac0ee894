"""What an amount is for one of: "barrel" of "$82 a barrel", "100,000 people" of "12.5 deaths per 100,000 people"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.figures.numbers.units import SIGNS, WORDS
from clusterdoc.find.words import rows
from clusterdoc.find.words.number_words import SCALE

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.numeral import Numeral
    from clusterdoc.find.figures.numbers.quantity import Quantity

DENOMINATORS: Final = frozenset(noun for noun, *_ in rows("denominators")) | {name for name in WORDS if name.isalpha()}
# "£900 a month", but "$46.7 million a year earlier".
ARTICLE: Final = re.compile(
    r"(?:\s|-)an?(?:\s|-)(?P<noun>[a-z]{3,12})\b(?!\s(?:earlier|ago|later|before|after|previously|prior|old|to\s(?:the|go))\b)"
)
PER: Final = re.compile(
    r"(?:\sper\s|\s?/\s?)(?P<kind>(?:diluted|basic|square|cubic|metric|troy|fluid|short|kilowatt|megawatt)\s)?"
    r"(?P<noun>[A-Za-z]{1,14})\b"
)
ROUND: Final = rf"(?:10|100|1,000|10,000|100,000|1,000,000|{SCALE})"
PER_MANY: Final = re.compile(
    rf"(?:\s[a-z-]{{3,18}}){{0,3}}\s(?:per|for\severy)\s(?P<many>{ROUND}(?:\s[a-z]{{3,18}})?)\b(?![,.]\d)"
)
PER_BEFORE: Final = re.compile(r"(?<![^\W_])(?:per|for\severy)\s\Z")
ROUND_NUMBER: Final = re.compile(rf"{ROUND}\Z")
SHARES: Final = frozenset({"diluted", "basic"})


def denominator(text: str, quantity: Quantity) -> str | None:
    """Return what an amount or a count is for one of, None when it is for none."""
    if quantity.kind in ("count", "ratio") and (match := PER_MANY.match(text, quantity.end)):
        return match["many"]
    if quantity.kind != "money":
        return None
    if match := PER.match(text, quantity.end):
        return of_noun(match)
    article = ARTICLE.match(text, quantity.end)
    return in_full(article["noun"]) if article and article["noun"] in DENOMINATORS else None


def of_noun(match: re.Match[str]) -> str | None:
    """Return the noun after "per" with the word that makes another unit of it; signs only after a stroke: "$5/kg"."""
    kind, noun = (match["kind"] or "").strip(), match["noun"]
    if "/" in match.group() and noun not in DENOMINATORS and noun not in SIGNS:
        return None
    return f"{kind} {noun}" if kind and kind not in SHARES else in_full(noun)


def in_full(noun: str) -> str:
    """Return the name of a unit, as `unit` has it, for any of its names and signs; any other noun as it is."""
    unit = WORDS.get(noun) or SIGNS.get(noun)
    return unit[0] if unit else noun


def is_denominator(text: str, numeral: Numeral, before: Quantity | None = None) -> bool:
    """Return whether a number is what a rate is for: the 100,000 of "12.5 per 100,000 people", "$4.20 a dozen"."""
    if before is not None and before.kind == "money" and text[before.end : numeral.end] == " a dozen":
        return True
    per = look_back(PER_BEFORE, text, numeral.start)
    return per is not None and ROUND_NUMBER.match(text, numeral.start, numeral.end) is not None
