"""A reader finds a name however it is typed: in any case, without accents, with any apostrophe."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import DOCUMENT, OTT, QUOTES

from clusterdoc.folding import folded, name_matcher, spellings
from clusterdoc.selection import with_speakers


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("O'Kerr", "Sean O’Kerr", True),
        ("o’kerr", "Sean O'Kerr", True),
        ("muller", "Jürgen Müller", True),
        ("MÜLLER", "Jurgen Muller", True),
        ("Soren", "Søren Dahl", True),
        ("lodz", "Łódź", True),
        ("strasse", "Dahlstraße", False),
        ("dahlstrasse", "Dahlstraße", True),
        ("ruiz ott", "Ana Ruiz–Ott", True),
        ("okerr", "Sean O’Kerr", True),
        ("O'Kerr", "Sean Okerr", True),
        ("Sean’s", "Sean Sørby", False),
        ("jk ott", "J. K. Ott", True),
        ("J K Ott", "J.K. Ott", True),
        ("J. K. Ott", "JK Ott", True),
        ("J Ott", "JK Ott", False),
        ("st. ott", "St Ott", True),
        ("ruiz-ott", "Ana Ruiz–Ott", True),
        ("ott", "Ana Ruiz–Ott", True),
        ("ana  ruiz", "Ana\nRuiz", True),
        ("tt", "Ana Ott", False),
        (".*", "Ana Ott", False),
        ("ott", None, False),
        ("Assad", "Bashar al-Assad", True),
        ("al-Assad", "Bashar Assad", True),
        ("Al Assad", "Bashar al-Assad", True),
        ("el-Sisi", "Abdel Fattah al‑Sisi", True),
        ("Abdel Fattah Sisi", "Abdel Fattah el-Sisi", True),
        ("Bin Salman", "Mohammed bin Salman", True),
        ("bin laden", "Osama Bin Laden", True),
        ("Al Gore", "Gore Vidal", False),
        ("El Paso", "Paso Robles", False),
        ("al-", "Bashar al-Assad", True),
        ("Alamo", "The Amo", False),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, name: str | None, fits: bool) -> None:  # noqa: FBT001 -- a column
    assert name_matcher(typed)(name) is fits


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("tax", {"tax"}),
        ("lukasz", {"lukasz", "łukasz"}),
        ("Łukasz", {"Łukasz", "lukasz", "łukasz"}),
        ("Strasse", {"Strasse", "strasse", "straße"}),
        ("lolo", {"lolo", "łolo", "lølo", "loło", "lolø", "łølo", "łoło", "łolø", "løło", "lølø", "lołø"}),
        ("Łol" * 20, {"Łol" * 20}),
    ],
)
def test_what_is_typed_has_other_spellings(words: str, forms: set[str]) -> None:
    assert set(spellings(words)) == forms


def test_folding_a_folded_text_changes_nothing() -> None:
    for text in ("Łódź", "O’Kerr", "ﬁnal", "İzmir", "Ærø  “x”"):
        assert folded(folded(text)) == folded(text)


def test_the_filters_of_the_command_line_fold_names() -> None:
    kerr = replace(OTT, name="Ánà O’Kerr", mentions=OTT.mentions[:1])
    document = replace(DOCUMENT, entities=(kerr, *DOCUMENT.entities[1:]))
    assert [quote.id for quote in with_speakers(document, ["ana o'kerr"]).quotes] == [QUOTES[0].id, QUOTES[1].id]
