"""Money: which currency a sign, a code or a name next to a number stands for.

`currencies.tsv` is CLDR's list (benchmarks/currencies.py writes it); `money.tsv` has what CLDR cannot know: what news
means by a bare "$" or "pounds", the prefixes of dollars, cents and pence.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.doc_text import look_back, text_around
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.people import used_as

if TYPE_CHECKING:
    from collections.abc import Iterable


def _matched(*how: str) -> dict[str, str]:
    """Return the ISO 4217 code of every form of `money.tsv` that is matched so."""
    return {form: code for form, code, match, *_ in rows("money") if match in how}


# What stands before "$": "C$1.2bn", "HK $5m", "US$2bn"; and after it: "$US55", "$A82". A bare "$" is USD.
DOLLARS: Final = {"": "USD"} | _matched("before $")
SYMBOLS: Final = _matched("sign")
# Letters that are money only before a number: "Rs 500", "RM23.50", "Rp10,000", "CHF 20", "RMB 10".
LETTERS: Final = _matched("letters", "letters close", "letters large")
# One letter is a currency only when nothing stands between it and the digits: "R23.50", "P500m".
CLOSE: Final = frozenset(_matched("letters close"))
# … and these only before a large amount: "N500m", not the mask "N95".
LARGE_ONLY: Final = frozenset(_matched("letters large"))
LARGE_AMOUNT: Final = re.compile(
    r"\d{1,3}(?:(?:,\s?\d{3}){1,4}|(?:\.\d{1,3})?\s?(?:m|bn|tn|million|billion|trillion))(?![^\W_])"
)
AMOUNT: Final = re.compile(
    r"\d{1,3}(?:,\d{3}|\.\d\d(?!\d)|\d|\.\d\s?(?:m|bn|million|billion)\b|\s?(?:m|bn|million|billion)\b)"
)
SUM: Final = re.compile(
    r"\d{1,3}(?:,\d{2,3}){1,4}\b|\d{1,3}(?:\.\d{1,3})?\s(?:million|billion|trillion|crore|lakh|bn)\b"
)
BARE: Final = _matched("name")
# A hundredth or a tenth of the main unit: folded in ("99 cents" = USD 0.99).
HUNDREDTHS: Final = _matched("hundredth")
TENTHS: Final = _matched("tenth")


def any_sign(signs: Iterable[str]) -> str:
    """Return a regular expression of any of the signs, the longest first; letters must not run on into a word."""
    return "|".join(
        (r"(?<![^\W\d_])" if is_cased(sign[0]) else "")
        + re.escape(sign)
        + (r"(?![^\W\d_])" if is_cased(sign[-1]) else "")
        for sign in sorted(signs, key=len, reverse=True)
    )


def is_cased(letter: str) -> bool:
    """Return whether a letter has small and capital forms: "t", not "元", which is written next to other letters."""
    return letter.lower() != letter.upper()


BEFORE: Final = re.compile(
    r"(?:(?<![^\W_])(?P<place>[A-Z][A-Za-z.]{0,3}|(?:us|usd|aud|cad|nzd|mxn|hkd|sgd)(?=\$)|(?:hk|nz"
    r"|c)(?=\s?\$)|(?:us|u\.s\.?)(?=\s\$\s))\s?)?\$(?:(?P<after>US|A|C|CA|HK|NZ|S))?\s{0,2}\Z"
    r"|(?<![^\W_])(?P<name>[Rr]upees|[Ee]uros?|[Dd]ollar)\s\Z"
    rf"|(?P<sign>{any_sign(SYMBOLS)})\s{{0,2}}\Z"
    r"|(?<!\w)(?<!\w&)(?<![^\W\d_]-)(?P<letters>[A-Za-z]{1,3}\.?)\s?\Z"
)
AFTER_SIGN: Final = re.compile(rf"\s?(?:(?P<place>US|A|C|HK|NZ|S)?\$(?!\s?\d)|(?P<sign>{any_sign(SYMBOLS)})(?!\s?\d))")
HUNDREDTH_SIGN: Final = re.compile(rf"\s?(?P<sign>{any_sign(sign for sign in HUNDREDTHS if not is_cased(sign))})")
NAMES: Final = re.compile(
    r"(?:-|[^\S\n]{1,2}|\n)?(?P<one>[A-Za-zãéíóþʻ’&]{1,13}\.?(?:[A-Za-z]\.)?)(?:[\s-](?P<two>[A-Za-zãéíóþʻ’&]{1,13}))?"
    r"(?:[\s-](?P<three>[A-Za-zãéíóþʻ’&]{1,13}))?(?:[\s-](?P<four>[A-Za-zãéíóþʻ’&]{2,13}))?"
)
# A "p" with a space before it is pence only where the words go on as after a price: "down 68 p at 1112 p,".
PENCE_AFTER: Final = re.compile(r"[,;)]|\.(?:\s|\Z)|\s(?:at|to|from|per|each|a\s(?:share|litre|pint))\b|\s?\Z")
TRAILER: Final = re.compile(r"\s(?:US|U\.S\.|CAN|AUS|sterling)(?![\w$])")
PENNIES: Final = re.compile(r"penn(?:y|ies)", re.IGNORECASE)
CROWN: Final = re.compile(r"crowns?")
CROWN_CODES: Final = _matched("crowns of")
CROWN_COUNTRY: Final = re.compile(rf"(?<![^\W_])(?:{any_of(CROWN_CODES)})", re.IGNORECASE)
# States and cities: where they stand, "pennies" are those of their money.
STATES: Final = [
    name
    for table in ("names/provinces", "names/cities")
    for name, country, *_ in rows(table)
    if country == "United States" and name[0] != "?"
]
PENNIES_REACH: Final = 300
AMERICAN: Final = re.compile(rf"\$|(?<![^\W_])(?:{any_word('American money')}|{any_of(STATES)})(?![^\W_])")
BRITISH: Final = re.compile(rf"£|(?<![^\W_])(?:{any_word('British money')})(?![^\W_])|\dp\b")
SMALL_ONLY: Final = frozenset({"Rand", "Won"})  # "8 Rand Hill" is a name in a list


class Money(NamedTuple):
    """A currency next to a number: how far its words reach, its ISO 4217 code, how many of it make one main unit."""

    edge: int
    code: str
    per_unit: int = 1


@cache
def currency_codes() -> dict[str, str]:
    """Return ISO 4217 codes by name in small letters, singular and plural, and by the code itself."""
    names = {name.replace("-", " "): code for name, code, *_ in rows("currencies")}
    for name, code in BARE.items():
        names[name] = code
        if name.upper() != code:  # "a 1 Gbps link" is no plural of "gbp"
            names.setdefault(f"{name}s", code)
    return names


def currency_before(text: str, start: int) -> Money | None:
    """Return the currency whose sign, code or letters end where the number begins: "C$", "USD ", "Rs."."""
    match = look_back(BEFORE, text, start)
    if match is None:
        return None
    if match["letters"]:
        return letters_before(text, match, start)
    if match["name"]:  # "Rupees 500 crore", but not "sent the dollar 3 percent lower"
        return Money(match.start(), currency_codes()[match["name"].lower()]) if SUM.match(text, start) else None
    if match["sign"]:
        return Money(match.start(), SYMBOLS[match["sign"]])
    place = match["place"] or match["after"] or ""
    if place == "A" and text[match.start() + 1].isspace():
        place = ""  # "A $5 million fine": a word of the sentence
    code = DOLLARS.get(place.upper())
    if not place or code is None:
        return Money(text.rindex("$", match.start(), start), "USD")
    return Money(match.start(), code)


def letters_before(text: str, match: re.Match[str], start: int) -> Money | None:
    """Return the currency that letters before a number stand for, None for other words."""
    letters = match["letters"]
    if letters in CLOSE and (match.end("letters") != start or not AMOUNT.match(text, start)):
        return None
    if letters in LARGE_ONLY and not (match.end("letters") == start and LARGE_AMOUNT.match(text, start)):
        return None
    code = LETTERS.get(letters)
    if code is None and letters.isupper():
        code = currency_codes().get(letters)
    return Money(match.start(), code) if code else None


def currency_after(text: str, end: int) -> Money | None:
    """Return the currency whose sign or name follows a number at `end`: "€", " million Canadian dollars", " cents"."""
    if match := HUNDREDTH_SIGN.match(text, end):
        return Money(match.end(), HUNDREDTHS[match["sign"]], 100)
    if match := AFTER_SIGN.match(text, end):
        code = SYMBOLS[match["sign"]] if match["sign"] else DOLLARS[match["place"] or ""]
        return Money(match.end(), code)
    match = NAMES.match(text, end)
    return None if match is None else named_after(text, match)


def named_after(text: str, match: re.Match[str]) -> Money | None:
    """Return the currency of the longest name among the next words."""
    words = [word for word in (match["one"], match["two"], match["three"], match["four"]) if word]
    for count in range(len(words), 0, -1):
        last = match.end(("one", "two", "three", "four")[count - 1])
        name = text[match.start("one") : last].replace("\n", " ").replace("-", " ")
        glued = match.start() == match.start("one")
        found = _by_name(name, last, touches=glued) or (
            _by_name(name[:-1], last - 1, touches=glued) if name.endswith(".") and not _is_rank(name) else None
        )
        if found:
            return found._replace(code="USD") if is_american(text, match) else found
    if CROWN.fullmatch(match["one"].rstrip(".")):
        return crowns(text, match)
    end = match.start("one") + 1
    is_pence = match["one"].rstrip(".") == "p" and PENCE_AFTER.match(text, end)
    return Money(end, HUNDREDTHS["p"], 100) if is_pence else None


def crowns(text: str, match: re.Match[str]) -> Money | None:
    """Return bare "crowns" as those of the first country of crowns that the text speaks of, None without one."""
    code = crown_code(text)
    return Money(match.start("one") + len(match["one"].rstrip(".")), code) if code is not None else None


@lru_cache(maxsize=1)  # for the next crowns of the text
def crown_code(text: str) -> str | None:
    """Return the code of the first country of crowns that a text speaks of, None without one."""
    country = CROWN_COUNTRY.search(text)
    return CROWN_CODES[country.group().lower()] if country is not None else None


def _is_rank(name: str) -> bool:
    """Return whether a word with its stop is a rank written short: "Sen.", not "sen."."""
    return name[0].isupper() and name[:-1].lower() in used_as("abbreviation")


def is_american(text: str, match: re.Match[str]) -> bool:
    """Return whether "penny" and "pennies" are cents: the words around speak of American money and of no British."""
    if not PENNIES.fullmatch(match["one"].rstrip(".")):
        return False
    around = text_around(text, match.start(), match.end(), PENNIES_REACH)
    return AMERICAN.search(around) is not None and BRITISH.search(around) is None


def _by_name(name: str, end: int, *, touches: bool) -> Money | None:
    """Return the currency of one name; a code must stand in capitals, "p" and "c" must touch the number."""
    lower = name.lower()
    code = currency_codes().get(name) if len(name) == 3 and name.isupper() else currency_codes().get(lower)  # noqa: PLR2004 -- ISO codes
    if code and name not in SMALL_ONLY:
        return Money(end, code)
    single = lower if lower in HUNDREDTHS else lower.removesuffix("s")
    if single in HUNDREDTHS:
        return Money(end, HUNDREDTHS[single], 100) if (touches and name == lower) or len(single) > 1 else None
    tenth = lower.removesuffix("s")
    return Money(end, TENTHS[tenth], 10) if tenth in TENTHS else None
