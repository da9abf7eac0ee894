"""Names of every kind of news, a row each in name_kinds.tsv: titles, boundaries, types, groups, and what is no name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from ahead import read_ahead

from clusterdoc.facts import Source

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor
    from clusterdoc.facts import Entity

TABLE: Final = Path(__file__).with_name("name_kinds.tsv")
ROWS: Final = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


def described(entity: Entity) -> str:
    """Return an entity as the table writes it: its label, its name, its title, how often it is mentioned."""
    title = f" ({entity.title})" if entity.title else ""
    times = f" x{len(entity.mentions)}" if len(entity.mentions) > 1 else ""
    return f"{entity.label} {entity.name}{title}{times}"


@pytest.mark.parametrize("kind", list(dict.fromkeys(row[0] for row in ROWS)))
def test_names_of_a_kind_are_found_as_the_table_says(found: Extractor, kind: str) -> None:
    texts = {text.replace("\\n", "\n"): expected for of, text, expected in ROWS if of == kind}
    read_ahead(found, texts)
    read = {text: " | ".join(map(described, found.extract(Source("", text)).entities)) for text in texts}
    assert read == texts
