"""Money: which currency a sign, a code or a name beside a number stands for.

`currencies.tsv` is CLDR's list (benchmarks/currencies.py writes it); the rows here are what CLDR cannot know: what news
means by a bare "$" or "pounds", the prefixes of dollars, cents and pence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.words import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

# What stands before "$": "C$1.2bn", "HK $5m", "US$2bn"; and after it: "$US55", "$A82". A bare "$" is USD.
DOLLARS: Final = {
    "": "USD", "US": "USD", "U.S.": "USD", "U.S": "USD", "A": "AUD", "AU": "AUD", "AUS": "AUD", "AUD": "AUD",
    "C": "CAD", "CA": "CAD", "CAN": "CAD", "CAD": "CAD", "CDN": "CAD", "HK": "HKD", "HKD": "HKD", "NZ": "NZD",
    "NZD": "NZD", "S": "SGD", "SG": "SGD", "SGD": "SGD", "NT": "TWD", "TW": "TWD", "R": "BRL", "MX": "MXN",
    "MEX": "MXN", "MXN": "MXN", "USD": "USD", "J": "JMD", "JA": "JMD", "TT": "TTD", "BDS": "BBD", "EC": "XCD",
    "FJ": "FJD", "F": "FJD", "Z": "ZWL", "ZW": "ZWL", "N": "NAD", "B": "BND", "G": "GYD", "CLP": "CLP", "COL": "COP",
    "AR": "ARS", "U": "UYU", "RD": "DOP", "BZ": "BZD",
}  # fmt: skip
SYMBOLS: Final = {
    "£": "GBP", "€": "EUR", "¥": "JPY", "￥": "JPY", "Y=": "JPY", "₹": "INR", "₨": "INR", "₩": "KRW", "₪": "ILS",
    "₱": "PHP", "₫": "VND", "₺": "TRY", "₽": "RUB", "₴": "UAH", "₦": "NGN", "₡": "CRC", "₸": "KZT", "₼": "AZN",
    "₾": "GEL", "₭": "LAK", "₮": "MNT", "₲": "PYG", "₵": "GHS", "฿": "THB", "៛": "KHR", "₿": "BTC", "元": "CNY",
    "円": "JPY", "ரூ": "LKR", "CN¥": "CNY", "RMB¥": "CNY", "JP¥": "JPY", "IR£": "IEP", "E£": "EGP", "Kč": "CZK",
    "zł": "PLN", "лв": "BGN", "﷼": "IRR",
}  # fmt: skip
# Letters that are money only before a number: "Rs 500", "RM23.50", "Rp10,000", "CHF 20", "RMB 10".
LETTERS: Final = {
    "Rs": "INR", "Rs.": "INR", "INR": "INR", "RM": "MYR", "Rp": "IDR", "R": "ZAR", "Tk": "BDT", "Sh": "KES",
    "Ksh": "KES", "KSh": "KES", "KES": "KES", "Sfr": "CHF", "SFr": "CHF", "Fr": "CHF", "RMB": "CNY", "rmb": "CNY",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "kr": "SEK", "NOK": "NOK", "Dh": "AED", "Dhs": "AED", "GH₵": "GHS",
    "BTC": "BTC", "P": "PHP", "Php": "PHP", "Br": "ETB", "QR": "QAR", "SR": "SAR", "KD": "KWD", "PKR": "PKR",
    "PS": "GBP", "LE": "EGP",
}  # fmt: skip
# One letter is a currency only when nothing stands between it and the digits: "R23.50", "P500m".
CLOSE: Final = frozenset({"R", "P", "Br", "LE", "PS"})
AMOUNT: Final = re.compile(
    r"\d{1,3}(?:,\d{3}|\.\d\d(?!\d)|\d|\.\d\s?(?:m|bn|million|billion)\b|\s?(?:m|bn|million|billion)\b)"
)
SUM: Final = re.compile(
    r"\d{1,3}(?:,\d{2,3}){1,4}\b|\d{1,3}(?:\.\d{1,3})?\s(?:million|billion|trillion|crore|lakh|bn)\b"
)
# Codes that are also words in capitals, or names: "ALL 5 seats", "COP 26", "TOP 10".
NOT_CODES: Final = frozenset(
    {"ALL", "COP", "CUP", "TOP", "PEN", "SOS", "TRY", "MAD", "LAK", "GEL", "BAM", "MOP", "ANG"}
)
BARE: Final = {
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "btc": "BTC", "BTC": "BTC", "dollar": "USD", "buck": "USD",
    "greenback": "USD", "euro": "EUR", "sterling": "GBP", "quid": "GBP", "pound sterling": "GBP",
    "pounds sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "kuai": "CNY",
    "rupee": "INR", "franc": "CHF", "rouble": "RUB", "ruble": "RUB", "rubles": "RUB", "peso": "MXN", "reais": "BRL",
    "won": "KRW", "baht": "THB", "ringgit": "MYR", "rand": "ZAR", "shekel": "ILS", "nis": "ILS", "lira": "TRY",
    "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "naira": "NGN", "cedi": "GHS", "hryvnia": "UAH",
    "dirham": "AED", "riyal": "SAR", "rial": "IRR", "dinar": "KWD", "taka": "BDT", "dong": "VND", "rupiah": "IDR",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "koruna": "CZK", "leu": "RON", "lei": "RON",
    "lev": "BGN", "kuna": "HRK", "lari": "GEL", "tenge": "KZT", "bolivar": "VES", "birr": "ETB", "kwacha": "ZMW",
    "shilling": "KES", "peseta": "ESP", "deutschmark": "DEM", "deutsche mark": "DEM", "guilder": "NLG",
    "markka": "FIM", "finnish markka": "FIM", "drachma": "GRD", "escudo": "PTE", "punt": "IEP", "bitcoin": "BTC",
    "satoshi": "BTC", "australian dollar": "AUD", "aussie dollar": "AUD", "hong kong dollar": "HKD",
    "new taiwan dollar": "TWD", "taiwan dollar": "TWD", "u.s. dollar": "USD", "us dollar": "USD",
    "american dollar": "USD", "united states dollar": "USD", "danish crown": "DKK", "swedish crown": "SEK",
    "norwegian crown": "NOK", "czech crown": "CZK", "icelandic crown": "ISK", "british pound": "GBP",
    "israeli shekel": "ILS", "mexican peso": "MXN", "brazilian real": "BRL", "dutch guilder": "NLG",
    "south african rand": "ZAR", "dominican peso": "DOP", "chinese yuan": "CNY", "polish zloty": "PLN",
    "turkish lira": "TRY", "iranian rial": "IRR",
}  # fmt: skip
# A hundredth of the main unit: folded in ("99 cents" = USD 0.99).
HUNDREDTHS: Final = {
    "cent": "USD", "us cent": "USD", "u.s. cent": "USD", "euro cent": "EUR", "eurocent": "EUR",
    "australian cent": "AUD", "canadian cent": "CAD", "penny": "GBP", "pennies": "GBP", "pence": "GBP", "p": "GBP",
    "¢": "USD", "c": "USD", "paise": "INR", "paisa": "INR", "kopeck": "RUB", "kopek": "RUB", "sen": "MYR",
    "fen": "CNY",
}  # fmt: skip
TENTHS: Final = {"dime": "USD", "jiao": "CNY", "mao": "CNY"}


def any_of(signs: Iterable[str]) -> str:
    """Return a regular expression of any of the signs, the longest first; letters must not run on into a word."""
    return "|".join(
        (r"(?<![^\W\d_])" if is_cased(sign[0]) else "")
        + re.escape(sign)
        + (r"(?![^\W\d_])" if is_cased(sign[-1]) else "")
        for sign in sorted(signs, key=len, reverse=True)
    )


def is_cased(letter: str) -> bool:
    """Return whether a letter has small and capital forms: "t", not "元", which stands beside other letters."""
    return letter.lower() != letter.upper()


BEFORE: Final = re.compile(
    r"(?:(?<![^\W_])(?P<place>[A-Z][A-Za-z.]{0,3}|(?:us|usd|aud|cad|nzd|mxn|hkd|sgd)(?=\$)|(?:hk|nz"
    r"|c)(?=\s?\$)|(?:us|u\.s\.?)(?=\s\$\s))\s?)?\$(?:(?P<after>US|A|C|CA|HK|NZ|S))?\s{0,2}\Z"
    r"|(?<![^\W_])(?P<name>[Rr]upees|[Ee]uros?|[Dd]ollar)\s\Z"
    rf"|(?P<sign>{any_of(SYMBOLS)})\s{{0,2}}\Z"
    r"|(?<!\w)(?<![^\W\d_]-)(?P<letters>[A-Za-z]{1,3}\.?)\s?\Z"
)
AFTER_SIGN: Final = re.compile(rf"\s?(?:(?P<place>US|A|C|HK|NZ|S)?\$(?!\s?\d)|(?P<sign>{any_of(SYMBOLS)})(?!\s?\d))")
NAMES: Final = re.compile(
    r"(?:-|[^\S\n]{1,2}|\n)?(?P<one>[A-Za-zéíóþ]{1,12}\.?(?:[A-Za-z]\.)?)(?:[\s-](?P<two>[A-Za-zéíóþ]{2,12}))?"
    r"(?:\s(?P<three>[A-Za-zéíóþ]{2,12}))?(?:\s(?P<four>[A-Za-z]{2,12}))?"
)
# A "p" with a space before it is pence only where the words go on as after a price: "down 68 p at 1112 p,".
PENCE_AFTER: Final = re.compile(r"[,;)]|\.(?:\s|\Z)|\s(?:at|to|from|per|each|a\s(?:share|litre|pint))\b|\s?\Z")
TRAILER: Final = re.compile(r"\s(?:US|U\.S\.|CAN|AUS|sterling)(?![\w$])")
LONGEST_BEFORE: Final = 8
SMALL_ONLY: Final = frozenset({"Rand", "Won"})  # "8 Rand Hill" is a name in a list


class Money(NamedTuple):
    """A currency beside a number: how far its words reach, its ISO 4217 code, how many of it make one main unit."""

    edge: int
    code: str
    per_unit: int = 1


@cache
def table() -> dict[str, str]:
    """Return ISO 4217 codes by name in small letters, singular and plural, and by the code itself."""
    names = dict(rows("currencies"))
    for name, code in BARE.items():
        names[name] = code
        if name.upper() != code:  # "a 1 Gbps link" is no plural of "gbp"
            names.setdefault(f"{name}s", code)
    return names


def currency_before(text: str, start: int) -> Money | None:
    """Return the currency whose sign, code or letters end where the number begins: "C$", "USD ", "Rs."."""
    match = BEFORE.search(text, max(0, start - LONGEST_BEFORE), start)
    if match is None:
        return None
    if match["letters"]:
        return letters_before(text, match, start)
    if match["name"]:  # "Rupees 500 crore", but not "sent the dollar 3 percent lower"
        return Money(match.start(), table()[match["name"].lower()]) if SUM.match(text, start) else None
    if match["sign"]:
        return Money(match.start(), SYMBOLS[match["sign"]])
    place = match["place"] or match["after"] or ""
    code = DOLLARS.get(place.upper())
    if code is None:
        return Money(text.rindex("$", match.start(), start), "USD")
    return Money(match.start(), code)


def letters_before(text: str, match: re.Match[str], start: int) -> Money | None:
    """Return the currency that letters before a number stand for, None for other words."""
    letters = match["letters"]
    if letters in CLOSE and (match.end("letters") != start or not AMOUNT.match(text, start)):
        return None
    code = LETTERS.get(letters)
    if code is None and letters.isupper() and letters not in NOT_CODES:
        code = table().get(letters)
    return Money(match.start(), code) if code else None


def currency_after(text: str, end: int) -> Money | None:
    """Return the currency whose sign or name follows a number at `end`: "€", " million Canadian dollars", " cents"."""
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
        found = by_name(name, last, touches=glued) or (
            by_name(name[:-1], last - 1, touches=glued) if name.endswith(".") else None
        )
        if found:
            return found
    end = match.start("one") + 1
    is_pence = match["one"].rstrip(".") == "p" and PENCE_AFTER.match(text, end)
    return Money(end, HUNDREDTHS["p"], 100) if is_pence else None


def by_name(name: str, end: int, *, touches: bool) -> Money | None:
    """Return the currency of one name; a code must stand in capitals, "p" and "c" must touch the number."""
    lower = name.lower()
    code = table().get(name) if len(name) == 3 and name.isupper() else table().get(lower)  # noqa: PLR2004 -- ISO codes
    if code and name not in NOT_CODES | SMALL_ONLY:
        return Money(end, code)
    single = lower if lower in HUNDREDTHS else lower.removesuffix("s")
    if single in HUNDREDTHS:
        return Money(end, HUNDREDTHS[single], 100) if (touches and name == lower) or len(single) > 1 else None
    tenth = lower.removesuffix("s")
    return Money(end, TENTHS[tenth], 10) if tenth in TENTHS else None
