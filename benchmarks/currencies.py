"""Write the currency table of the figures grammar from CLDR: name, plural and symbol of every currency.

    python benchmarks/currencies.py > src/clusterdoc/find/words/currencies.tsv

Needs babel (CLDR as Python data; BSD, the data under the Unicode licence). Run again when CLDR has a new currency.
Names that more than one currency bears go to the one in use; the bare names ("dollars") are in money.tsv.
"""

from __future__ import annotations

import sys

from babel import Locale  # type: ignore[import-not-found, unused-ignore]
from babel.core import get_global  # type: ignore[import-not-found, unused-ignore]
from babel.numbers import get_currency_name, list_currencies  # type: ignore[import-not-found, unused-ignore]

from clusterdoc.find.words import rows as table_rows

LOCALE = Locale("en")
NOT_MONEY = {"XXX", "XTS", "XAG", "XAU", "XPD", "XPT", "XBA", "XBB", "XBC", "XBD", "XDR", "XSU", "XUA", "XRE"}
# Codes that are also words in capitals, or names: "ALL 5 seats", "COP 26", "TOP 10".
LONGEST = 4  # words of a name that the finder reads
NOT_CODES = {"ALL", "COP", "CUP", "TOP", "PEN", "SOS", "TRY", "MAD", "LAK", "GEL", "BAM", "MOP", "ANG"}


def main() -> None:
    """Print one row a surface form, sorted: form, tab, ISO 4217 code."""
    rows: dict[str, str] = {}
    left_out = NOT_CODES | {form for form, _, match, *_ in table_rows("money") if match == "name"}
    used = in_use()
    for code in sorted(list_currencies() - NOT_MONEY, key=lambda code: (code not in used, code)):
        for form in forms(code) | ({code} if code in used else set()):
            rows.setdefault(form, code)
    print("# Currencies: name or code, ISO 4217 code; from CLDR, written by benchmarks/currencies.py.")
    print("# example: It cost 50 {} then.")
    print("# columns: name	code	example	counter-example")
    sys.stdout.writelines(f"{form}\t{code}\n" for form, code in sorted(rows.items()) if form not in left_out)


def in_use() -> set[str]:
    """Return the codes that are legal tender somewhere today."""
    territories = get_global("territory_currencies")
    return {entry[0] for entries in territories.values() for entry in entries if entry[2] is None and entry[3]}


def forms(code: str) -> set[str]:
    """Return the names of a currency in small letters and its code, without notes in brackets ("(1993-2003)")."""
    names = {get_currency_name(code, count, locale=LOCALE) for count in (None, 1, 2)} - {code}
    symbol = LOCALE.currency_symbols.get(code, code)
    plain = {name.split(" (")[0].lower() for name in names}
    short = {name for name in plain if len(name.split()) <= LONGEST}
    return short | ({symbol} if not symbol.isascii() and "\u202f" not in symbol else set())


if __name__ == "__main__":
    main()
