"""A change of the finders changes what it means to change: every fact of a fixed set of texts is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from held import HELD, PHRASES, lines_of

if TYPE_CHECKING:
    from pathlib import Path

    from clusterdoc.extractor import Extractor

SHOWN = 5


@pytest.mark.parametrize("held", [*HELD, *PHRASES], ids=lambda path: path.stem)
def test_the_facts_of_the_held_texts_are_as_they_were(found: Extractor, held: Path) -> None:
    said = lines_of(held, found)
    changed = [pair for pair in zip(held.read_text("utf-8").splitlines(), said, strict=True) if pair[0] != pair[1]]
    shown = "\n".join(f"was {old}\nnow {new}" for old, new in changed[:SHOWN])
    assert not changed, f"{len(changed)} texts; if that is meant: python tests/held.py {held.name}\n{shown}"
