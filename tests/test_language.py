"""English is told from what is not, by its function words."""

from __future__ import annotations

import pytest
from made import TEXT

from clusterdoc.language import is_english
from clusterdoc.source import read_sample

OTHERS = """\
Die Frau sagte am Montag, die Stadt werde 1200 Wohnungen bauen, und niemand hat sie gefragt, ob sie es auch kann.
La maire a dit lundi que la ville allait construire 1200 logements, et que personne ne lui avait dit comment on paie.
De burgemeester zei maandag dat de stad 1200 huizen gaat bouwen, en dat niemand haar had gevraagd hoe zij dat wil doen.
La alcaldesa dijo el lunes que la ciudad construiría 1200 viviendas, y que nadie le había preguntado cómo va a pagarlas.
Мэр сказала в понедельник, что город построит тысячу двести квартир, и что никто не спросил ее, как это она оплатит их.
"""


@pytest.mark.parametrize("text", ["", "Zug verpasst", TEXT, "The mayor said that the town would build homes. " * 3])
def test_english_and_what_is_too_short_to_tell_pass(text: str) -> None:
    assert is_english(text)


def test_the_sample_is_english() -> None:
    assert is_english(read_sample().text)


@pytest.mark.parametrize("text", [*OTHERS.splitlines(), "市長は月曜日、市が千二百戸の住宅を建設すると述べた。" * 10])
def test_other_languages_do_not_pass(text: str) -> None:
    assert not is_english(text)
