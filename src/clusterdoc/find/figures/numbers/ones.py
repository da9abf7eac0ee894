"""The word "one": a number ("by one vote"), weak ("one of them"), or none at all ("no one", "one another")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.people import is_person, plurals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.find.figures.match import NumberMatch
    from clusterdoc.find.figures.numbers.quantity import Quantity

PRONOUN_BEFORE: Final = re.compile(
    r"(?<![^\W_])(?:no|the|this|that|which|any|every|each|another|only|some|last|next|first|previous|current|such|same"
    r"|good|new|whole|on the|as)[\s-]\Z",
    re.IGNORECASE,
)
PRONOUN_AFTER: Final = re.compile(
    r"\s(?:another|must|can|could|should|would|may|might|is|was|who|that|has|had|will|does|did|by|knows?|to|in which"
    r"|day|thing|way or|minute|on one)\b|\s\d"
    r"|-(?:off|time|way|sided|on|stop|size|liner|handed|to)|[,.;:!?)”\"]|\s?\Z|’s|'s"
)
OF_MANY: Final = re.compile(r"\sof\s(?:the|its|his|her|their|our|my|your|those|these|many|several)\b")
COUNTING: Final = re.compile(r"\b(?:by|to|only|just|exactly)\s\Z")
FATE: Final = any_of(word for word, _, part, *_ in rows("fates") if part == "state")
# "One soldier has been killed", "one was critically wounded", "another was wounded": a person is counted.
FATE_AFTER: Final = re.compile(
    r"(?!\sof\b)(?:\s[A-Za-z][a-z-]{1,14}){0,3}\s(?:was|is|were|has\sbeen|have\sbeen|had\sbeen|remains?|remained)\s(?:[a-z]{3,14}\s){0,2}"
    rf"(?:{FATE})\b|(?!\sof\b)(?:\s[a-z][a-z-]{{1,14}}){{0,2}}\s(?:died|drowned)\b|\s(?:{FATE})\b"
)
FATE_NEXT: Final = re.compile(
    rf"\s(?:(?:was|is|were|has|had|have|remains?|remained|{FATE})\b"
    r"|(?P<noun>[a-z]{3,16})\b)"
)
OF_PEOPLE: Final = re.compile(
    r"\sof\s(?:the|its|his|her|their|our|those|these|two|three|four|five)\s(?:(?P<first>[a-z-]{2,14})\s)?(?P<noun>[a-z]{3,16})\b"
)
WITH_OTHERS: Final = re.compile(
    r"\s(?:[a-z-]{2,14}\s)?(?P<noun>[a-z]{3,14})\sand\s(?:[a-z0-9-]{1,14}\s){1,3}"
    rf"(?:(?:was|were|have\sbeen|had\sbeen)\s(?:[a-z]{{3,14}}\s){{0,2}}(?:{FATE})|died|drowned|remained?\s(?:{FATE}))\b"
)
SUFFERED: Final = re.compile(r"\s(?:[a-z-]{2,14}\s)?(?P<noun>[a-z]{3,14})\s(?:suffered|sustained)\b")
# … and after what hurts: "killed one and injured another", "killed one man"; a death is one too.
HURTING: Final = re.compile(
    r"\b(?:kill|injur|wound|hurt|drown|stabb?|shoot)(?:s|ed|es|ing)?\s\Z|\bshot\s\Z", re.IGNORECASE
)
HURT: Final = re.compile(r"\s(?:[a-z]{3,12}\s)?(?:death|fatality|casualty|injury)\b")
ENDS_CLAUSE: Final = re.compile(r"\s?(?:[,.;:!?)]|\Z|\n)|\s(?:in|on|at|when|after|as|before|near|outside|during)\b")
LIST_REACH: Final = 50


def is_bare_one(text: str, quantity: Quantity) -> bool:
    """Return whether a quantity is the word "one" and nothing with it."""
    return quantity.kind == "count" and text[quantity.start : quantity.end].lower() == "one"


def is_one_more(text: str, start: int, end: int) -> bool:
    """Return whether "another" at [start, end) is one more person of whom it is said what became of them."""
    if not FATE_AFTER.match(text, end):
        return _is_hurt(text, start) and ENDS_CLAUSE.match(text, end) is not None
    following = FATE_NEXT.match(text, end)
    return following is not None and (following["noun"] is None or is_person(following["noun"]))


def _is_hurt(text: str, start: int) -> bool:
    """Return whether what begins here is the object of a verb of hurting: "killed one"."""
    return look_back(HURTING, text, start) is not None


def _has_fate(text: str, quantity: Quantity) -> bool:
    """Return whether the words around "one" say what became of a person: "one was killed", "one of the guards died"."""
    end = _end_of_people(text, quantity.end)
    said = FATE_AFTER.match(text, end) or HURT.match(text, quantity.end) or _shares_fate(text, quantity.end)
    return bool(said) or _is_hurt(text, quantity.start)


def _end_of_people(text: str, end: int) -> int:
    """Return the end of "of the guards" or "of the injured men" behind "one", `end` where there is none."""
    whole = OF_PEOPLE.match(text, end)
    if whole is None:
        return end
    return next((whole.end(name) for name in ("first", "noun") if whole[name] and whole[name] in plurals()), end)


def _shares_fate(text: str, end: int) -> bool:
    """Return whether a noun for a person follows who is hurt, be it with others: "one guard and two clerks died"."""
    match = WITH_OTHERS.match(text, end) or SUFFERED.match(text, end)
    return match is not None and is_person(match["noun"])


def is_pronoun(text: str, quantity: Quantity) -> bool:
    """Return whether "one" counts nothing."""
    if OF_MANY.match(text, quantity.end) or FATE_AFTER.match(text, quantity.end):
        return False
    before = look_back(PRONOUN_BEFORE, text, quantity.start)
    return before is not None or PRONOUN_AFTER.match(text, quantity.end) is not None


def only_points(text: str, quantity: Quantity, matches: Sequence[NumberMatch]) -> bool:
    """Return whether "one" only refers to something: not in "a one-vote lead", "by one vote", at the end of a list."""
    if _has_fate(text, quantity):
        return False
    counts = text.startswith("-", quantity.end) or look_back(COUNTING, text, quantity.start)
    return not (counts or _is_listed(text, quantity, matches))


def _is_listed(text: str, quantity: Quantity, matches: Sequence[NumberMatch]) -> bool:
    """Return whether "one" ends a list of counts: "five soldiers and one guard"."""
    if not matches or matches[-1].kind != "count" or quantity.start - matches[-1].end > LIST_REACH:
        return False
    gap = text[matches[-1].end : quantity.start]
    return gap.endswith(("and ", "while "))
