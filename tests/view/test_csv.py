"""CSV that a spreadsheet can only show, never run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from made import COMPANY, DOCUMENT

from clusterdoc.facts import Entity, Mention, Source
from clusterdoc.view.comparison import write_comparison
from clusterdoc.view.csv import COLUMNS, write_byte_order_mark, write_columns, write_header, write_rows
from clusterdoc.view.forms import SAFE, Dialect
from clusterdoc.view.hits import write_csv as write_hits

if TYPE_CHECKING:
    from pathlib import Path

RAW = Dialect(raw=True)
ARGUMENTS: dict[object, tuple[object, ...]] = {  # of what writes CSV
    write_header: ("figures",),
    write_columns: (["a"],),
    write_hits: ([], ["a"]),
    write_comparison: ({"figures": [], "timeline": [], "articles": []},),
}


def written(name: str, document: object = DOCUMENT, *, raw: bool = False) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_header(name, stream)
    write_rows(document, name, stream, RAW if raw else SAFE)  # type: ignore[arg-type]  # a table's row
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


@pytest.mark.parametrize(
    ("name", "count", "expected"),
    [
        ("entities", 5, {"id": "e1", "label": "PERSON", "name": "Ana Ott", "title": "Mayor", "text": "Ana Ott"}),
        ("quotes", 4, {"id": "q1", "type": "indirect", "speaker": "Ana Ott", "speaker_entity": "e1", "cue": "said"}),
        ("figures", 6, {"id": "f1", "value": "2.35", "bound": "<", "unit": "percent", "of": "taxes", "weak": "false"}),
    ],
)
def test_a_row_is_a_fact(name: str, count: int, expected: dict[str, str]) -> None:
    rows = written(name)
    assert len(rows) == count
    assert list(rows[0]) == ["source", *COLUMNS[name]]
    assert expected.items() <= rows[0].items()
    assert {row["source"] for row in rows} == {"made.txt"}


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-5%", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"])
def test_no_cell_is_a_formula(sign: str) -> None:
    entity = Entity("e1", "ORG", sign, None, (Mention(0, len(sign), sign),))
    document = replace(DOCUMENT, source=Source("x", sign), entities=(entity,))
    assert [row["text"] for row in written("entities", document)] == [f"'{sign}"]
    assert [row["text"] for row in written("entities", document, raw=True)] == [sign]


def test_numbers_stay_numbers() -> None:
    figure = replace(DOCUMENT.figures[0], value=-5)
    assert written("figures", replace(DOCUMENT, figures=(figure,)))[0]["value"] == "-5"


def test_what_could_act_is_visible_unless_raw() -> None:
    assert [row["name"] for row in written("entities")[-2:]] == [f"'{COMPANY}", r"\x9b31mCafé"]
    assert [row["name"] for row in written("entities", raw=True)[-2:]] == [COMPANY, "\x9b31mCafé"]
    assert "\n" in written("figures")[2]["text"]  # a line break in a cell is what CSV quotes are for


def test_each_fact_stands_in_its_sentence() -> None:
    start = DOCUMENT.source.text.index("Mayor")
    end = DOCUMENT.source.text.index("\r\n")
    document = replace(DOCUMENT, source=replace(DOCUMENT.source, sentences=((start, end),)))
    assert written("figures", document, raw=True)[0]["sentence"] == document.source.text[start:end]


def test_a_bound_is_a_sign_and_no_formula() -> None:
    assert {row["bound"] for row in written("figures")} >= {"=", "<"}


def test_a_new_file_has_the_mark_by_which_excel_reads_utf_8_and_a_pipe_has_none(tmp_path: Path) -> None:
    with (tmp_path / "new.csv").open("w", encoding="utf-8") as stream:
        write_byte_order_mark(stream)
    assert (tmp_path / "new.csv").read_bytes() == b"\xef\xbb\xbf"
    with (tmp_path / "new.csv").open("a", encoding="utf-8") as stream:
        write_byte_order_mark(stream)
    assert (tmp_path / "new.csv").read_bytes() == b"\xef\xbb\xbf"
    for number, write in enumerate((write_header, write_columns, write_hits, write_comparison)):
        for dialect in (SAFE, RAW):
            path = tmp_path / f"{number}.csv"
            with path.open("w", encoding="utf-8") as stream:
                write(*ARGUMENTS[write], stream, dialect)  # type: ignore[operator]  # four functions
            assert path.read_bytes().startswith(b"\xef\xbb\xbf") != dialect.raw
    stream_in_memory = io.StringIO()
    write_byte_order_mark(stream_in_memory)
    assert stream_in_memory.getvalue() == ""
