"""Every unit of the table is one that pint parses, and every currency is a code of ISO 4217's form."""

from __future__ import annotations

import pytest

from clusterdoc.find.figures.numbers import find_numbers
from clusterdoc.find.figures.numbers.currencies import SYMBOLS, table
from clusterdoc.find.figures.numbers.unit_table import DIMENSIONS
from clusterdoc.find.figures.numbers.units import NAMES, SIGNS

# News speaks of them, pint has no word for them.
NOT_IN_PINT = {"percentage_point", "basis_point", "ppb"}


def test_pint_parses_every_unit() -> None:
    pint = pytest.importorskip("pint", reason="a check of the table for those who change it")
    registry = pint.UnitRegistry()
    units = {unit for unit, _ in (NAMES | SIGNS).values()} - NOT_IN_PINT
    assert units >= {unit for rows in DIMENSIONS.values() for unit, words, signs in rows if words or signs}
    for unit in sorted(units):
        assert registry.parse_units(unit) is not None


def test_every_currency_has_a_code() -> None:
    names = table()
    assert all(len(code) == 3 and code.isupper() for code in names.values())
    assert {names[name] for name in ("euros", "canadian dollars", "yen", "danish kroner", "GBP")} == {
        "EUR", "CAD", "JPY", "DKK", "GBP",
    }  # fmt: skip


def test_every_row_of_the_unit_table_is_found_in_a_sentence() -> None:
    rows = [
        (unit, form) for rows in DIMENSIONS.values() for unit, *forms in rows for form in "|".join(forms).split("|")
    ]
    written = [(unit, form.replace("u.s.", "U.S.")) for unit, form in rows if form]
    assert [
        (unit, form)
        for unit, form in written
        if (unit, form) != ("kelvin", "K")  # "50 K" are thousands
        and [(found.value, found.unit) for found in find_numbers(f"It was 50 {form}.")] != [(50, unit)]
    ] == []


@pytest.mark.parametrize("sign", SYMBOLS)
def test_every_sign_of_a_currency_is_found_in_front_and_behind(sign: str) -> None:
    for text in (f"It was {sign}50 then.", f"It was 50 {sign} then."):
        assert [(found.value, found.unit) for found in find_numbers(text)] == [(50, SYMBOLS[sign])]
