"""Markdown: every fact in a table, and nothing in a cell acts."""

from __future__ import annotations

import re

from made import DOCUMENT, EMPTY

from clusterdoc.view.columns import text_tables
from clusterdoc.view.hits import text_tables_of
from clusterdoc.view.markdown import escaped, to_markdown

LISTS = ("entities", "quotes", "figures")


def test_each_list_is_a_table_with_a_row_a_fact() -> None:
    written = to_markdown("made.txt", text_tables(DOCUMENT, LISTS))
    assert re.findall("^#+ .*", written, re.MULTILINE) == ["# made.txt", "## Entities", "## Quotes", "## Figures"]
    rows = [line for line in written.splitlines() if line.startswith("|")]
    assert len(rows) == 3 * 2 + len(DOCUMENT.entities) + len(DOCUMENT.quotes) + len(DOCUMENT.figures)
    assert [row.count(" | ") for row in rows if row.startswith("| Person")] == [3]


def test_nothing_in_a_cell_acts() -> None:
    assert escaped("a|b <b>*c*</b> \x1b") == r"a\|b \<b\>\*c\*\</b\> \\x1b"
    assert "\x1b" not in to_markdown("\x1b", text_tables(DOCUMENT, LISTS))


def test_a_document_without_facts_is_its_name() -> None:
    assert to_markdown("empty.txt", text_tables(EMPTY, LISTS)) == "# empty.txt\n"


def test_why_is_one_more_column() -> None:
    assert "| Why |" in to_markdown("", text_tables(DOCUMENT, ["entities"], why=True))


def test_what_a_search_finds_is_a_table_too() -> None:
    hit = {"fact": "quote", "speaker": "Ana Ott", "text": "a|b", "title": None, "article": "a.txt", "date": None}
    assert to_markdown("", text_tables_of([hit])).splitlines()[-1] == r"| Ana Ott | a\|b | a.txt |  |"
