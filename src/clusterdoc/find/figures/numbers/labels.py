"""Numbers that are part of a name by what is next to them: "Section 230", "F-16", "the Big Four"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back, text_before
from clusterdoc.find.figures.numbers.currencies import currency_before
from clusterdoc.find.words import rows
from clusterdoc.find.words.calendar_names import MONTHS, WEEKDAYS
from clusterdoc.find.words.calendar_words import SEASONS
from clusterdoc.find.words.contexts import any_word, words_by_use

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.numeral import Numeral
    from clusterdoc.find.figures.numbers.quantity import Quantity

LABELS: Final = frozenset(word for word, *_ in rows("numbered"))
VERBS: Final = frozenset(word for word, verb, *_ in rows("numbered") if verb)
INDICES: Final = frozenset({"S&P", "Standard & Poor’s", "Standard & Poor's", "S P", "S&amp;P"})
# Words with a capital that begin a sentence and are not labels: "Over 65s", "Exactly 100 seats", "In 40 years".
PLAIN: Final = words_by_use()["opener"] | {*MONTHS, *WEEKDAYS, *SEASONS}
NAME_BEFORE: Final = re.compile(r"(?<![^\W_])(?P<word>[^\W\d_][\w&.’'-]{0,18})(?P<gap>[  -]{1,2})\Z")
INDEX_BEFORE: Final = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(INDICES)))})\s\Z")
# "The marchers number 4,000", "will issue 2,066 fines", "they page 12 doctors": a label that is a verb here.
VERB_BEFORE: Final = re.compile(rf"(?<![^\W_])(?:{any_word('verb follows')})\s\Z", re.IGNORECASE)
PLURAL_BEFORE: Final = re.compile(r"(?<![^\W_])[a-z]{2,16}[a-rt-z]s\s\Z")
SENTENCE_START: Final = re.compile(r"(?:\A|[.!?:;\n\"“”‘’'()•—–|~-])\s{0,12}\Z")
COUNTED: Final = re.compile(
    r"\s(?:[a-z]{2,14}\s)?(?:[a-z-]{2,18}s|people|men|women|children|police|per|percent|million|billion|of|in|more"
    r"|other|out)\b"
)
PLURAL_AFTER: Final = re.compile(r"\s(?:[a-z]{2,14}\s)?(?:[a-z-]{2,18}[^su\W]s|people|men|women|children)\b")
TIMES_AFTER: Final = re.compile(r"\stimes\b")  # "they took flight 12 times"
MORE_DIGITS: Final = re.compile(r"[:/]\d|-(?:of|for)-\d")
GOES_ON: Final = frozenset({", ", " and ", " to ", "-", "–", " or "})
LETTERS_AFTER: Final = re.compile(r"[^\W\d_]|_|[-–][A-Z](?![a-z])")
HYPHENED_BEFORE: Final = re.compile(r"(?P<word>[A-Za-z0-9]{1,20})[-–]\Z")
# What may stand before a hyphen and a number: "minus-5", "mid-20s", "200,000 to-260,000", "6-foot-4".
PREFIXES: Final = frozenset(
    "sub minus plus mid nearly about to and or over under early late low high now foot".split()  # noqa: SIM905 -- a list of words reads best as one
)
CAP_PREFIXES: Final = frozenset({"Minus", "Mid", "Sub", "Early", "Late", "Over", "Under", "Plus"})
# A heading writes all but its small words with capitals.
CAPITAL_AFTER: Final = re.compile(r"[\s-][A-Z][a-z]")
SMALL_WORD: Final = re.compile(r"(?<![\w-])[a-z]{3,}")
SMALL_WORDS: Final = frozenset(
    """
    and but nor for the with from over into than that after amid against about under upon near down out off per via
    his her its
    """.split()  # noqa: SIM905 -- a list of words reads best as one
)
WORK_REACH: Final = 60
LEVEL: Final = re.compile(r"\d{3,7}\.\d{1,3}")
LONGEST_NAME: Final = 4  # digits of a number that a name ends in


def goes_on(text: str, numeral: Numeral, named_end: int) -> bool:
    """Return whether a number goes on with the name that ended before it: "Sections 230 and 231"."""
    return named_end >= 0 and text[named_end : numeral.start] in GOES_ON


def is_part(text: str, numeral: Numeral) -> bool:
    """Return whether a number is part of a longer name: "F-16", "A320", "COVID-19"; "US$5" and "mid-20s" are not."""
    return is_glued(text, numeral.start) and currency_before(text, numeral.start) is None  # "USD10m" is no name


def is_glued(text: str, start: int) -> bool:
    """Return whether letters, digits or a hyphened word touch the start of a number."""
    if start == 0:
        return False
    before, second = text[start - 1], text[start - 2 : start - 1]
    if before.isalpha() or before == "_":
        return True
    if before in ".,:/\\+":
        return second.isdigit() and text[start].isdigit()
    return before in "-–" and second.isalnum() and is_hyphened(text, start)


def is_hyphened(text: str, start: int) -> bool:
    """Return whether a hyphen makes a number the end of a name: "F-16", not "mid-20s", "12-15" or "all-four"."""
    match = look_back(HYPHENED_BEFORE, text, start)
    if match is None or match["word"][0].isdigit():
        return False
    return match["word"] not in PREFIXES | CAP_PREFIXES and not (text[start].isalpha() and match["word"].islower())


def is_code(text: str, quantity: Quantity) -> bool:
    """Return whether bare digits are a code, a clock or the start of a word: "0300", "3:1", "4th-floor"."""
    start, end = quantity.num_start, quantity.end
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    return LETTERS_AFTER.match(text, end) is not None or MORE_DIGITS.match(text, end) is not None


def is_labelled(text: str, numeral: Numeral) -> bool:
    """Return whether the word before a bare number makes it a name: "Section 230", "iPhone 14", "Acme 911"."""
    if look_back(INDEX_BEFORE, text, numeral.start):
        return True
    written = text[numeral.start : numeral.end]
    if "," in written or LEVEL.fullmatch(written):
        return False  # no page and no room is that high
    match = look_back(NAME_BEFORE, text, numeral.start)
    if match is None:
        return False
    word = match["word"]
    if word in LABELS or word.lower() in LABELS:
        return not (TIMES_AFTER.match(text, numeral.end) or (word in VERBS and _is_verb(text, match.start(), numeral)))
    if not word[0].isupper() or word.lower() in PLAIN or not ends_a_name(text, numeral):
        return False
    return not look_back(SENTENCE_START, text, match.start()) or word.isupper()


def _is_verb(text: str, start: int, numeral: Numeral) -> bool:
    """Return whether a label that begins at `start` is the verb of a sentence: "the marchers number 400"."""
    counts = PLURAL_AFTER.match(text, numeral.end) or numeral.scale != 1
    return look_back(PLURAL_BEFORE, text, start) is not None or bool(counts and look_back(VERB_BEFORE, text, start))


def ends_a_name(text: str, numeral: Numeral) -> bool:
    """Return whether a number after a name reads like its own: a bare integer that counts nothing after it."""
    written = text[numeral.start : numeral.end]
    if written[0].isalpha():
        return written[0].isupper()
    is_short = (written.isdigit() or written.endswith(".0")) and len(written) <= LONGEST_NAME
    return is_short and not COUNTED.match(text, numeral.end)


def _is_work(text: str, numeral: Numeral) -> bool:
    """Return whether a number word begins the title of a work in running text: "her film Four Days in May"."""
    if not CAPITAL_AFTER.match(text, numeral.end):
        return False
    before = text_before(text, numeral.start, WORK_REACH).rpartition("\n")[2]
    return any(word not in SMALL_WORDS for word in SMALL_WORD.findall(before))


def is_title(text: str, numeral: Numeral) -> bool:
    """Return whether a number word in capitals is part of a title: "the Big Four", "Group of Seven"."""
    if not text[numeral.start].isupper() or look_back(SENTENCE_START, text, numeral.start):
        return False
    written = text[numeral.start : numeral.end]
    if _is_work(text, numeral):
        return True
    return not written.isupper() and not text[numeral.end : numeral.end + 12].lstrip(" -")[:1].isupper()
