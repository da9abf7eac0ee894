"""What holds for any text whatever, from source to facts to every view."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import EXAMPLES

from clusterdoc.clean import ACTING
from clusterdoc.facts import LISTS, Document, Source
from clusterdoc.parse.pipeline import without_surrogates
from clusterdoc.schema import schema
from clusterdoc.view.csv import write_header, write_rows
from clusterdoc.view.json import to_json
from clusterdoc.view.table import Page, Screen, document_tables

if TYPE_CHECKING:
    import pytest

    from clusterdoc.extractor import Extractor

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema()))
NEWS = st.sampled_from(
    [
        "Mayor Ana Ott said on Friday that taxes would fall by less than 2.35%.",
        "“We will build 1,200 homes,” Ott said, “and",
        "it will cost between $3 million and $4bn.”",
        "He added: ",
        "according to Amnesty International (AI), 5 miles (8 km) from Washington, D.C.",
        "The 34-year-old, who was born in 1989, told reporters ''no''.",
        '‘I’m 3rd’, she says; "two-thirds',
        "U.S. officials",
        "99999999999999999999999999999999999999 1e400 ½ −5 10⁶ ٣٤",
        "\n\n",
        "\r",
        "\ufeff",
        "\u202e",
        "\x1b[2J",
        "👩‍👩‍👧",
        "e\u0301" * 5,
        "\u2028",
    ]
)
TEXTS = st.lists(NEWS | st.text(alphabet=st.characters(), max_size=12), max_size=8).map(" ".join)
LAW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@LAW
@given(TEXTS)
def test_every_span_is_the_text_that_stands_there(found: Extractor, text: str) -> None:
    document = found.extract(Source("any", text))
    text = without_surrogates(text)
    assert document.source.text == text
    assert all(text[span.start : span.end] == span.text for span in document.spans())
    assert all(0 <= start < end <= len(text) for start, end in document.source.sentences)


@LAW
@given(TEXTS)
def test_facts_are_numbered_in_the_order_of_the_text_and_linked_to_facts_that_exist(
    found: Extractor, text: str
) -> None:
    document = found.extract(Source("any", text))
    for name, letter in (("entities", "e"), ("quotes", "q"), ("figures", "f")):
        facts = getattr(document, name)
        assert [fact.id for fact in facts] == [f"{letter}{number}" for number in range(1, len(facts) + 1)]
    starts = [entity.mentions[0].start for entity in document.entities]
    assert starts == sorted(starts)
    assert all(first.parts[0].start <= second.parts[0].start for first, second in pairwise(document.quotes))
    known = {fact.id for name in LISTS for fact in getattr(document, name)} | {None}
    assert {quote.speaker.entity for quote in document.quotes if quote.speaker} <= known
    assert {link for figure in document.figures for link in (figure.quote, figure.same_as)} <= known


@LAW
@given(TEXTS)
def test_no_two_core_figures_overlap(found: Extractor, text: str) -> None:
    core = [figure for figure in found.extract(Source("any", text)).figures if not figure.weak]
    assert all(first.end <= second.start for first, second in pairwise(core))


@LAW
@given(TEXTS)
def test_the_json_is_valid_comes_back_and_is_the_same_every_time(found: Extractor, text: str) -> None:
    document = found.extract(Source("any", text))
    written = to_json(document)
    VALIDATOR.validate(json.loads(written))
    assert Document.from_dict(json.loads(written)) == document
    assert to_json(found.extract(Source("any", text))) == written


@LAW
@given(TEXTS, st.sampled_from([None, 40, 80, 200]), st.sampled_from(["utf-8", "ascii"]))
def test_no_view_prints_what_could_act(
    found: Extractor, capsys: pytest.CaptureFixture[str], text: str, width: int | None, encoding: str
) -> None:
    document = found.extract(Source("any", text))
    capsys.readouterr()
    for table in document_tables(document, LISTS, Page(width, encoding)):
        Screen().print(table, soft_wrap=width is None, width=width)
    shown = capsys.readouterr().out
    stream = io.StringIO(newline="")
    for name in LISTS:
        write_header(name, stream)
        write_rows(document, name, stream)
    for printed in (shown, to_json(document), stream.getvalue()):
        acting = {character for character in printed if unicodedata.category(character) in ACTING}
        assert acting <= set("\n\r\t" if printed == stream.getvalue() else "\n")
    rows = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
    assert len(rows) == 3 + sum(len(entity.mentions) for entity in document.entities) + len(document.quotes) + len(
        document.figures
    )
