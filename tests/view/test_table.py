"""The tables hold every fact at every width, and nothing in them acts."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from made import DOCUMENT, EMPTY
from rich.cells import cell_len
from rich.console import Console

from clusterdoc.clean import ACTING, clean
from clusterdoc.facts import Document, Entity, Figure, Mention, Source, Span
from clusterdoc.selection import without_weak
from clusterdoc.view.columns import TABLES
from clusterdoc.view.context import clause_around
from clusterdoc.view.json import to_json
from clusterdoc.view.table import Page, document_tables
from clusterdoc.view.wording import amount, attribution, because, what_is_measured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.terms import Bound

LISTS = ("entities", "quotes", "figures")
WIDTHS = (60, 80, 120, 200)
MAIN = {"entities": "Name", "quotes": "Quote", "figures": "Figure"}


def printed(document: Document, lists: Sequence[str], width: int | None, encoding: str = "utf-8") -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    console = Console(file=stream, width=width or 80, force_terminal=bool(width), no_color=True, markup=False)
    for table in document_tables(document, lists, Page(width, encoding)):
        console.print(table, soft_wrap=width is None)
    stream.seek(0)
    return re.sub(r"\x1b\[[0-9;]*m", "", stream.read())


def printed_why(document: Document, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, no_color=True, markup=False)
    with console.capture() as captured:
        for table in document_tables(document, ["entities"], Page(width), why=True):
            console.print(table)
    return captured.get()


def column(text: str, header: str) -> str:
    """Return what stands in a column from top to bottom, without blanks, which folding moves."""
    lines = text.splitlines()
    start = cells_before(lines[0], header)
    following = re.search(rf"{header}\s+(?=\S)", lines[0])
    end = cell_len(lines[0][: following.end()]) if following else None
    body = lines[2:] if set(lines[1]) <= set("─-+ ") else lines[1:]
    return "".join(by_cells(line, start, end) for line in body).replace(" ", "")


def cells_before(line: str, header: str) -> int:
    return cell_len(line[: line.index(header)])


def by_cells(line: str, start: int, end: int | None) -> str:
    taken, at = "", 0
    for character in line:
        if at >= start and (end is None or at < end):
            taken += character
        at += cell_len(character)
    return taken


def texts(document: Document, name: str, encoding: str = "utf-8") -> str:
    """Return the texts of the facts of the JSON as they may be shown: clean, in the order of the table, no blanks."""
    facts = json.loads(to_json(document))[name]
    key = "name" if name == "entities" else "text"
    shown = sorted(facts, key=lambda fact: -len(fact["mentions"])) if name == "entities" else facts
    return "".join(clean(fact[key], encoding) for fact in shown).replace(" ", "")


@pytest.fixture(scope="module", params=["sample", "made"])
def document(request: pytest.FixtureRequest) -> Document:
    return without_weak(request.getfixturevalue("article") if request.param == "sample" else DOCUMENT)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("width", [None, *WIDTHS])
@pytest.mark.parametrize("name", LISTS)
def test_every_fact_is_shown_whole_at_every_width(
    name: str, width: int | None, encoding: str, document: Document
) -> None:
    assert column(printed(document, [name], width, encoding), MAIN[name]) == texts(document, name, encoding)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_longer_than_the_terminal_is_wide(width: int, document: Document) -> None:
    assert max(map(cell_len, printed(document, LISTS, width).splitlines())) <= width


@pytest.mark.parametrize("width", [1, 5, 12, 30])
def test_a_tiny_terminal_breaks_nothing(width: int, document: Document) -> None:
    assert printed(document, LISTS, width)


@pytest.mark.parametrize("width", [None, 80])
def test_nothing_in_a_table_acts(width: int | None) -> None:
    shown = printed(DOCUMENT, LISTS, width)
    assert not {unicodedata.category(character) for character in shown.replace("\n", "")} & ACTING
    assert "[bold]taxes[/bold] :smile:" in shown  # neither markup nor an emoji code


def test_piped_columns_are_two_blanks_apart_and_nothing_is_cut() -> None:
    lines = printed(DOCUMENT, ["figures"], None).splitlines()
    assert re.split(r"\s{2,}", lines[0]) == ["Kind", "Figure", "Value", "Of", "Speaker", "In context"]
    assert re.split(r"\s{2,}", lines[1])[:5] == ["percent", "less than 2.35%", "down < 2.35 %", "taxes", "Ana Ott"]
    assert all(line == line.rstrip() for line in lines)
    assert len(lines) == 1 + len(DOCUMENT.figures)


@pytest.mark.parametrize(
    ("name", "width", "headers"),
    [
        ("entities", 40, ["Type", "Name", "Count"]),
        ("entities", 120, ["Type", "Name", "Title", "Count", "In context"]),
        ("quotes", 60, ["Speaker", "Type", "Quote"]),
        ("quotes", 80, ["Speaker", "Type", "Quote", "About"]),
        ("quotes", 120, ["Speaker", "Attribution", "Type", "Quote", "About"]),
        ("figures", 80, ["Kind", "Figure", "Value", "Of", "Speaker"]),
        ("figures", 120, ["Kind", "Figure", "Value", "Of", "Speaker", "In context"]),
    ],
)
def test_a_wider_terminal_shows_more_columns(name: str, width: int, headers: list[str]) -> None:
    lines = printed(DOCUMENT, [name], width).splitlines()
    assert re.split(r"\s{2,}", lines[0].strip()) == headers


@pytest.mark.parametrize("width", [40, 60, 72, 80, 90, 100, 120])
def test_a_column_has_room_for_its_words_or_is_left_out(width: int) -> None:
    text = "The union of the Torvik dock workers said wages rose 1.2 million crowns."
    figures = tuple(
        replace(DOCUMENT.figures[0], of=Span(0, 1, of), speaker="The union of the Torvik dock workers")
        for of in ("members", "dud rate", "artillery ammunition")
    )
    story = replace(EMPTY, source=Source("x", text), figures=figures)
    header = printed(story, ["figures"], width).splitlines()[0]
    assert "Value" in header
    assert ("  Of" in header) == (width >= 70)
    if "  Of" in header:
        assert {"members", "dud"} <= set(re.split(r"\s+", printed(story, ["figures"], width)))


def test_facts_stand_in_their_context_one_below_the_other() -> None:
    text = "In the north Oslo is cold.\nNobody who has ever been to Oslo in winter doubts it, says everybody."
    places = [text.index("Oslo"), text.rindex("Oslo")]
    entities = tuple(
        Entity(f"e{at}", "GPE", "Oslo", None, (Mention(place, place + 4, "Oslo"),)) for at, place in enumerate(places)
    )
    lines = printed(replace(EMPTY, source=Source("x", text), entities=entities), ["entities"], 72).splitlines()[2:]
    assert [line.rindex("Oslo") for line in lines] == [lines[0].rindex("Oslo")] * 2
    assert lines[0].rstrip().endswith("In the north Oslo is cold.")
    assert lines[1].rstrip().endswith("… been to Oslo in winter doubts it, …")


def test_the_most_mentioned_entity_comes_first() -> None:
    assert [entity.name for entity in TABLES["entities"].facts(DOCUMENT)][:2] == ["Ana Ott", "日本大使館"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "Mayor Ana Ott … said"), (1, "Ott\u202e said"), (2, ""), (3, "it added")],
)
def test_the_attribution_is_in_the_words_of_the_article(number: int, shown: str) -> None:
    assert attribution(DOCUMENT.quotes[number], DOCUMENT) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "down < 2.35 %"), (1, "1,200"), (2, "3,000,000 USD"), (4, "30 to 40 %"), (5, "2021")],
)
def test_an_amount_has_its_bound_and_unit(number: int, shown: str) -> None:
    assert amount(DOCUMENT.figures[number]) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": 63.03, "unit": "USD", "role": "to", "trend": "up"}, "→ 63.03 USD"),
        ({"value": 61, "unit": "USD", "role": "from", "trend": "up"}, "61 USD →"),
        ({"value": 2.5, "unit": "USD", "role": "change", "trend": "up"}, "up 2.50 USD"),
        ({"value": 104.8, "unit": "GBP"}, "104.80 GBP"),
        ({"value": 82, "unit": "USD", "per": "barrel"}, "82 USD / barrel"),
        ({"value": 1.123456, "unit": "USD"}, "1.123456 USD"),
        ({"kind": "date", "timex": "FUTURE_REF"}, "FUTURE_REF"),
        ({"kind": "date", "timex": "199"}, "1990s"),
        ({"kind": "date", "date": "1997"}, "1997"),
        ({"kind": "ordinal", "value": 500, "unit": "day", "of": Span(2, 5, "day")}, "500th"),
        ({"kind": "ordinal", "value": 1001, "unit": "night", "of": Span(2, 8, "nights")}, "1,001st"),
        ({"kind": "ordinal", "value": 112, "unit": "goal"}, "112th"),
        ({"kind": "ordinal", "value": 42, "unit": "birthday", "of": Span(2, 5, "Ott")}, "42nd birthday"),
        ({"kind": "ordinal", "low": 9, "high": 10, "bound": "range"}, "9th to 10th"),
        ({"kind": "ordinal", "value": 3}, "3rd"),
    ],
)
def test_an_amount_tells_levels_from_changes_and_keeps_cents(fields: dict[str, Any], shown: str) -> None:
    assert amount(Figure("f1", 0, 1, "x", **{"kind": "money", **fields})) == shown


def test_the_noun_of_an_ordinal_is_what_it_measures() -> None:
    ordinal = Figure("f1", 0, 5, "500th", "ordinal", value=500, unit="day")
    assert what_is_measured(ordinal) == what_is_measured(replace(ordinal, of=Span(6, 9, "day"))) == "day"


def test_why_is_one_more_column() -> None:
    page = printed_why(DOCUMENT, 200)
    assert "model, surname" in page
    found = replace(DOCUMENT.figures[0], by="rule:percent", of_by="rule:subject of the change")
    assert because(found) == "percent; of: subject of the change"


def test_piped_context_is_the_clause_and_short_neighbours() -> None:
    first = "The council of the old harbour town on the northern coast had spent all of the money of three whole years"
    text = f"{first}, and the 40 boats that were left, which nobody wanted, rotted; {first}."
    source = Source("x", text, ((0, len(text)),))
    at = text.index("40")
    assert clause_around(source, at, at + 2) == "and the 40 boats that were left, which nobody wanted, rotted;"


@pytest.mark.parametrize("width", [None, 80, 120])
@pytest.mark.parametrize(("bound", "shown"), [(">", "> 30 %"), (">=", ">= 30 %"), ("~", "~ 30 %"), ("<", "< 30 %")])
def test_the_bound_of_a_value_is_no_mark_of_a_letter(width: int | None, bound: Bound, shown: str) -> None:
    figure = replace(DOCUMENT.figures[0], value=30, bound=bound, trend=None, role="level")
    assert f"  {shown}  " in printed(replace(DOCUMENT, figures=(figure,)), ["figures"], width)


def test_nothing_is_printed_for_a_document_without_facts() -> None:
    assert printed(EMPTY, LISTS, 80) == ""
