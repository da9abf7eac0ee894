"""Which person is meant: five variants and more of each kind of construction that was once given to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from quoted import attributed

from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

LINES: Final = Path(__file__).with_name("person_kinds.tsv").read_text(encoding="utf-8").splitlines()
ROWS: Final = [(text, expected) for text, *expected in (line.split("\t") for line in LINES if line[:1] != "#")]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:70] for text, _ in ROWS])
def test_the_person_meant_speaks(text: str, expected: list[str], parse: Callable[[str], Doc]) -> None:
    assert attributed(parse(read_prose(text.replace("¶", "\n\n")).text)) == expected
