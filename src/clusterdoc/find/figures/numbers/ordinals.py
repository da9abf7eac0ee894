"""Which ordinal words rank something: "the second blast", "finished third"; not "at first" or "a second later"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back, text_before
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.quantity import Quantity

DETERMINED: Final = re.compile(
    r"(?<![^\W_])(?:the|a|an|his|her|its|their|our|my|your|this|that|every|each|whose|[\w.]{1,24}[’']s|s[’']|s"
    r"|another|whole|only|very|unidentified|new)\s\Z",
    re.IGNORECASE,
)
FINISHED: Final = re.compile(
    r"(?<![^\W_])(?P<verb>finish(?:ed|es|ing)?|c[oa]me|comes|coming|plac(?:ed|es|ing)|rank(?:ed|s|ing)?|in|tied for)\s"
    r"(?:joint\s|a close\s|a distant\s)?\Z",
    re.IGNORECASE,
)
# What follows an ordinal that ranks nothing: "second to none", "first aid", "the first half", "third-party".
IDIOM_AFTER: Final = re.compile(
    rf"-(?!term\b|round\b|year\b|week\b|grade\b)[a-z]|\s(?:class\b(?=,)|{any_word('ordinal in an idiom')})\b",
    re.IGNORECASE,
)
# What makes a name or a date of an ordinal: "the 14th Amendment", "42nd Street", "the 21st century".
NAME_AFTER: Final = re.compile(rf"[\s-](?:St\b|Ave\b|{any_word('ordinal in a name')})")
PLACE_AFTER: Final = re.compile(rf"\s(?:{any_word('place')})\b")
NOUN_AFTER: Final = re.compile(
    r"\s(?!(?:of|ago|later|to|and|or|in|at|on|by|for|from|before|after|but|as|that|if|when|while|with|is"
    r"|was)\b)[^\W\d_]"
)
SMALL_AFTER: Final = re.compile(r"(?=\s[^\WA-Z\d_])" + NOUN_AFTER.pattern)
EARLIEST_FREE: Final = 4


def is_ordinal(text: str, quantity: Quantity) -> bool:
    """Return whether an ordinal ranks something: "42nd" does; "first", "second" and "third" need a sign of it."""
    if NAME_AFTER.match(text, quantity.end):
        return False
    written = text[quantity.start : quantity.end]
    if written[0].isdigit():
        return True
    if IDIOM_AFTER.match(text, quantity.end) or text.endswith("-", 0, quantity.start):
        return False
    starts = is_sentence_start(text, quantity.start)
    if written[0].isupper() and (not starts or not SMALL_AFTER.match(text, quantity.end)):
        return False
    return (quantity.value or 0) >= EARLIEST_FREE or _is_signed(text, quantity, written.lower(), starts=starts)


def _is_signed(text: str, quantity: Quantity, word: str, *, starts: bool) -> bool:
    """Return whether a determiner or a verb of finishing shows that "first", "second" or "third" ranks something."""
    if look_back(DETERMINED, text, quantity.start):
        return word != "second" or is_ranking_second(text, quantity)
    if finished := look_back(FINISHED, text, quantity.start):
        return word != "first" or finished["verb"].lower() != "in"
    if PLACE_AFTER.match(text, quantity.end):
        return True
    return word == "third" and not starts and NOUN_AFTER.match(text, quantity.end) is not None


def is_ranking_second(text: str, quantity: Quantity) -> bool:
    """Return whether "second" is no span of time: "a second spray", not "for a second" or "a second later"."""
    if NOUN_AFTER.match(text, quantity.end):
        return True
    return text_before(text, quantity.start).lower().endswith("the ")


def is_sentence_start(text: str, start: int) -> bool:
    """Return whether a word begins a sentence or a line."""
    before = text[max(0, start - 3) : start].rstrip(" \"“‘'")
    return start == 0 or not before or before[-1] in ".!?\n:"
