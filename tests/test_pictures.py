"""The pictures in README are what the commands print."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from pictures import DOCS, svg, words

from clusterdoc.facts import LISTS
from clusterdoc.source import read_sample

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor


@pytest.mark.parametrize("name", LISTS)
def test_the_picture_of_a_table_is_what_its_command_prints(found: Extractor, name: str) -> None:
    shown = (DOCS / f"{name}.svg").read_text("utf-8")
    assert words(shown) == words(svg(found.extract(read_sample()), name)), "run `make pictures`"
    assert "@font-face" not in shown, "a picture fetches nothing"
