"""Digits that name and count nothing: web addresses, phone numbers, labels ("Section 230"), models ("F-16")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.numbers.currencies import currency_before
from clusterdoc.find.words.calendar_words import MONTHS, SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from clusterdoc.find.figures.numbers.numeral import Numeral
    from clusterdoc.find.figures.numbers.quantities import Quantity

# Claimed before anything else, wherever they stand.
PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![^\W_])(?:https?://|www\.)[^\s<>\"]{1,2000}",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
        r"(?<![\w.,])\d{1,4}(?:\.\d{1,4}){3}(?![\w.,]\d|\w)",  # 192.168.1.2
        r"(?<![\w.])v\d{1,3}(?:\.\d{1,4}){0,3}\b",  # v2.1
        r"(?<![\w.-])\+?\d{1,3}[-. ]\(?\d{3}\)?[-. ]\d{3,4}[-./]\d{3,4}(?![\w-])",  # +1-212-555-0199
        r"(?<![\w.-])\(?\d{3}\)?[- ]\d{3}-\d{4}(?![\w-])",  # (212) 555-0199
        r"(?<![\w.-])\+\d{1,3}(?:[ -]\d{2,5}){2,4}(?![\w-])",  # +44 20 7946 0958
        r"(?<![\w.-])(?:555-\d{4}|\d{3}-0\d{3})(?![\w-])",  # 555-0199
        r"(?<![\w.-])\d{3,}(?:-\d{3,}){2,4}(?![\w-])",
        r"(?<![\w/])(?:24/7|9/11|7/7|50[-/]50|20/20|24-7)(?![\w/])",
        r"(?<![^\W_])\d{1,3}x\d{1,4}m?(?![\w^−–-])",  # a 4x4, the 4x400m
        r"(?<![^\W_])(?:[Oo]ne|[Tt]wo|[Tt]hree|\d)-on-(?:one|two|three|\d)(?![^\W_])",
        r"(?m)^[ \t]{0,8}(?:\(\d{1,2}\)|\d{1,2}[.)])(?=[ \t]{1,4}[^\W\d_])",  # 1. First item
        r"(?<![\w&])#\d{1,6}\b",
        r"(?<=[\w.,;:!?)\"'”’])\[\d{1,3}\]",  # a detailed map[3]
        r"(?<![^\W_])\d{1,2}(?:st|nd|rd|th)?-and-\d{1,2}(?![\w-])",  # a 3-and-2 count
        r"(?<![^\W_])[Cc][Oo][Vv][Ii][Dd]\s?-\s?19",
        r"(?<![\w.,$£€-])(?:911|999|112)(?=\s(?:[Cc]alls?|operators?|dispatch|emergency|attacks|system|\(the))",
        r"(?<![\w,.])\d{3}(?=\s(?:MAX|Max|Dreamliner)\b)",  # the 737 MAX
        r"(?<![^\W_])Group of \d{1,2}(?![\w.,]\d)",
        r"(?<![^\W_])10-[KQ](?![\w-])",
        r"(?<![^\W_])[45][GK](?![\w])",
    )
)

# A word in this form before a number names what the number tells apart. In capitals as they stand in names …
LABELS: Final = frozenset(
    """
    A-level Act Airbus Android Apartment Apollo Appendix Apt Area Article Articles Asteroid Audi BBC BMW Band Big
    Boeing Book Box Bravo Building Bus CAC Camp Catch Category Cell Chapter Chapters Channel Class Clause Column
    Commodore Convention Corridor Court Covid Day DAX Directive District Division Dow Elevator Episode Episodes Euro
    Eurostoxx Exhibit Expo Explorer Falcon FTSE Fifa Figure File Flight Flights Form Formula Fortune Galaxy Game
    Games Gate Gemini Generation Global Grade Group Halo Highway HMS Hour Interstate ISO Issue Item Judge Junction
    Lane Leg Level Lot Mach Mark Match Mazda MiG Model Moto Motion Nasdaq NASDAQ Nikkei No No. Nos Nos. Note Number
    Object Office Olympics Order Page Pages Paragraph Part Pavilion Peugeot Phase Phases Pier Pixel Planet Platform
    Playstation PlayStation Plan Point Pool Porsche Precinct Pro Proposition Prop Protocol Psalm Q Quarter Question
    Radio Ranger Regiment Resolution Room Rooms Round Route Row Rule Russell SP S&P Saab Scene Schedule Season Seat
    Section Sections Sector Series Sky Soyuz Sonata Source Space Squad Squadron Stage Step Stoxx Studio Studios
    Super Symphony Table Tax Team Terminal Test Tesla Tier Title Top Topix Toyota Track Trident Tube Type Unit Units
    Version Versions Vision Vol Volume Voyager War Ward Watch Wave Week Windows World Xbox Year Zone iOS iPad iPhone
    iPhones macOS
    """.split()  # noqa: SIM905 -- a list of names reads best as one
)
# … and in small letters as common nouns.
SMALL_LABELS: Final = frozenset(
    """
    amendment apartment category article articles bus chapter chapters channel clause column episode exhibit figure
    flight form gate grade highway interstate issue item junction lane level line lot no. nos. number numbers page
    pages paragraph phase platform proposition resolution room rooms round route row section sections seed step
    sp suite terminal tier type version versions vol. ward zone covid verse
    """.split()  # noqa: SIM905 -- a list of words reads best as one
)
# Words that begin a sentence with a capital and label nothing: "Over 65s", "Exactly 100 seats", "In 40 years".
PLAIN: Final = frozenset(
    """
    a about above after all almost among an and another any approximately are around as at average back because been
    before behind below between both but by can close could despite did do does down during each either even every
    exactly except few fewer fifteen first following for from fully get give go got had has have he her here his how
    i if in including inside into is it its just last least less like make many may maybe more most my nearly
    neither next not now of off on once one only or other our out over past perhaps plus roughly said says scores
    she since so some still such take than that the their them then there these they this those though three through
    throughout to today top total two under until up upon upwards us very was we were what when where whether which
    while who why will with within without would yes yet you your minus negative approx circa estimated say these
    eight five four nine seven six ten another killed roughly yesterday tomorrow
    """.split()  # noqa: SIM905 -- a list of words reads best as one
) | {*MONTHS, *WEEKDAYS, *SEASONS}
NAME_BEFORE: Final = re.compile(r"(?<![^\W_])(?P<word>[^\W\d_][\w&.’'-]{0,18})(?P<gap>[  -]{1,2})\Z")
NAMED_BY_SP: Final = re.compile(r"(?:S&P|S P|S&amp;P|Standard & Poor’s|Standard & Poor's)\s\Z")
SENTENCE_START: Final = re.compile(r"(?:\A|[.!?:;\n\"“”‘’'()•—–|~-])\s{0,2}\Z")
COUNTED: Final = re.compile(
    r"\s(?:[a-z]{2,14}\s)?(?:[a-z-]{2,18}s|people|men|women|children|police|per|percent|million|billion|of|in|more"
    r"|other|out)\b"
)
STREET: Final = re.compile(
    r"(?:[-–]\d{1,4})?[A-Za-z]?\s(?:[NSEW]\.?\s)?(?:[A-Z0-9][\w.'’-]{1,18}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave"
    r"|Lane|Drive|Boulevard|Blvd|Way|Place|Square|Court|Terrace)\b"
)
RUE: Final = re.compile(
    r"\s(?:[Rr]ue|Quai|Avenue|Ave|Boulevard|Via|Viale|Calle|Piazza|Plaza|Rua)\s(?:d[a-z]{1,2}\s)?[A-Z]"
)
MORE_DIGITS: Final = re.compile(r"[:/]\d|-(?:of|for)-\d")
GOES_ON: Final = frozenset({", ", " and ", " to ", "-", "–", " or "})
LETTERS_AFTER: Final = re.compile(r"[^\W\d_]|_|[-–][A-Z](?![a-z])")
# What may stand before a hyphen and a number: "minus-5", "mid-20s", "200,000 to-260,000", "6-foot-4".
PREFIXES: Final = frozenset(
    "sub minus plus mid nearly about to and or over early late low high now foot".split()  # noqa: SIM905 -- a list of words reads best as one
)
CAP_PREFIXES: Final = frozenset({"Minus", "Mid", "Sub", "Early", "Late", "Over", "Plus"})


def claim_identifiers(text: str) -> bytearray:
    """Return one byte a character: 1 where it belongs to something that names and is no figure."""
    claimed = bytearray(len(text))
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            claimed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return claimed


def is_name(text: str, numeral: Numeral, named_end: int) -> bool:
    """Return whether a number belongs to a name whatever follows it, or goes on with the one that ended there."""
    if named_end >= 0 and text[named_end : numeral.start] in GOES_ON:
        return True
    if is_glued(text, numeral) and currency_before(text, numeral.start) is None:  # "USD10m" is no name
        return True
    return is_title(text, numeral) or is_address(text, numeral)


def is_code(text: str, quantity: Quantity) -> bool:
    """Return whether bare digits are a code, a clock or the start of a word: "0300", "3:1", "4th-floor"."""
    start, end = quantity.num_start, quantity.end
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    return LETTERS_AFTER.match(text, end) is not None or MORE_DIGITS.match(text, end) is not None


def is_glued(text: str, numeral: Numeral) -> bool:
    """Return whether a number is part of a longer name: "F-16", "A320", "COVID-19"; "US$5" and "mid-20s" are not."""
    start = numeral.start
    if start == 0:
        return False
    before = text[start - 1]
    if (
        before.isalpha()
        or before == "_"
        or (before in ".,:/\\+" and start > 1 and text[start - 2].isdigit() and text[start].isdigit())
    ):
        return True
    if before in "-–" and start > 1 and (text[start - 2].isalnum()):
        low = max(0, start - 24)
        word = re.search(r"([A-Za-z0-9]{1,20})[-–]\Z", text[low:start])
        if word is None or word[1][0].isdigit():
            return False
        return (
            word[1] not in PREFIXES
            and word[1] not in CAP_PREFIXES
            and not (text[start].isalpha() and word[1].islower())
        )
    return False


def is_labelled(text: str, numeral: Numeral) -> bool:
    """Return whether the word before a bare number makes it a name: "Section 230", "iPhone 14", "Porsche 911"."""
    low = max(0, numeral.start - 24)
    match = NAME_BEFORE.search(text, low, numeral.start)
    if match is None:
        return False
    word = match["word"]
    if word in LABELS:
        return (
            not (word in ("Top", "Big", "No") and COUNTED.match(text, numeral.end))
            or NAMED_BY_SP.search(text, low, numeral.start) is not None
        )
    if word in SMALL_LABELS:
        return True
    if not word[0].isupper() or word.lower() in PLAIN or not names(text, numeral):
        return False
    return not SENTENCE_START.search(text, max(0, match.start() - 4), match.start()) or word.isupper()


def names(text: str, numeral: Numeral) -> bool:
    """Return whether a number after a name reads like its own: a bare integer that counts nothing after it."""
    written = text[numeral.start : numeral.end]
    if written[0].isalpha():
        return written[0].isupper()
    return (written.isdigit() or written.endswith(".0")) and len(written) <= 4 and not COUNTED.match(text, numeral.end)  # noqa: PLR2004 -- digits


def is_address(text: str, numeral: Numeral) -> bool:
    """Return whether a street follows: "10 Downing Street", "36 Quai des Orfèvres"."""
    if not text[numeral.start].isdigit():
        return False
    return STREET.match(text, numeral.end) is not None or RUE.match(text, numeral.end) is not None


def is_title(text: str, numeral: Numeral) -> bool:
    """Return whether a number word in capitals is part of a title: "the Big Four", "Group of Seven"."""
    if not text[numeral.start].isupper() or numeral.start == 0:
        return False
    if SENTENCE_START.search(text, max(0, numeral.start - 4), numeral.start):
        return False
    written = text[numeral.start : numeral.end]
    return not written.isupper() and not text[numeral.end : numeral.end + 12].lstrip(" -")[:1].isupper()
