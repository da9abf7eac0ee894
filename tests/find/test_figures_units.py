"""Every unit of the table is one that pint parses, and every currency is a code of ISO 4217's form."""

from __future__ import annotations

import pytest

from clusterdoc.find.figures.numbers.currencies import currency_codes
from clusterdoc.find.words import rows


def test_pint_parses_every_unit() -> None:
    pint = pytest.importorskip("pint", reason="a check of the table for those who change it")
    registry = pint.UnitRegistry()
    for unit in sorted({unit for _, unit, _, _, known, *_ in rows("units") if known != "no"}):
        assert registry.parse_units(unit) is not None


def test_every_currency_has_a_code() -> None:
    names = currency_codes()
    assert all(len(code) == 3 and code.isupper() for code in names.values())
    assert {names[name] for name in ("euros", "canadian dollars", "yen", "danish kroner", "GBP")} == {
        "EUR", "CAD", "JPY", "DKK", "GBP",
    }  # fmt: skip
