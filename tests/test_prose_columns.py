"""Columns side by side, as pdftotext -layout prints them, are read one after the other; those of tables are not."""

from __future__ import annotations

import random
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import pytest
from steps import check_growth

from clusterdoc.facts import Source
from clusterdoc.prose import read_prose
from clusterdoc.prose.side_by_side import reading_order

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor
    from clusterdoc.facts import Document

STORY: Final = """\
The mayor of Eastwick, Ana Ott, said on Friday that the town would spend $40 million on 1,200 new homes by the \
river, where the flood of last year took most of the old ones and left many families in tents until the \
spring.
"We will not leave anyone behind," she told reporters, "and we will build the homes where no water can reach \
them, on the hill above the station." The plan needs the votes of the council, which meets again on Monday.
Hal Dahl of the tenants' union called the sum too small. He said that rents had risen by 12% since the flood \
and that half of the members of his union could not pay what the owners of the new homes were going to ask for \
them.
The council voted against a larger plan two years ago, when the bridge was built, and the head of its \
committee for houses, Bo Ruiz, said that nothing had changed since then but the number of people who needed a \
roof.""".split("\n")  # noqa: SIM905 -- paragraphs
HEADING: Final = "TOWN TO BUILD 1,200 HOMES WHERE NO WATER CAN REACH THEM, SAYS ITS MAYOR ON FRIDAY"


def laid_out(columns: list[list[str]], width: int, *, interleaved: bool = False) -> list[str]:
    """Return the rows of a page with columns side by side; the lines of each have rows of their own if interleaved."""
    rows = list(zip_longest(*columns, fillvalue=""))
    if interleaved:
        apart = [tuple(cell * (at == own) for at, cell in enumerate(row)) for row in rows for own in range(len(row))]
        rows = [row for row in apart if any(row)]
    return ["".join(f"{cell:{width + 4}}" for cell in row).rstrip() for row in rows]


def in_columns(text: list[str], width: int, number: int, *, gap: bool = True, interleaved: bool = False) -> list[str]:
    """Return the rows of paragraphs that are set in some columns."""
    lines = [line for one in text for line in (*textwrap.wrap(one, width), *[""] * gap)]
    size = -(-len(lines) // number)
    columns = [lines[at : at + size] for at in range(0, len(lines), size)]
    return laid_out(columns, width, interleaved=interleaved)


def read(rows: list[str]) -> list[str]:
    """Return the paragraphs that are read of a page."""
    return [line for line in read_prose("\n".join(rows)).text.split("\n") if line.strip()]


PAGES: Final = {
    "two": in_columns(STORY, 44, 2),
    "narrow": in_columns(STORY, 36, 2),
    "three": in_columns(STORY * 2, 34, 3),
    "lines at other heights": in_columns(STORY, 44, 2, interleaved=True),
    "under a heading": [HEADING, "", *in_columns(STORY, 44, 2)],
    "set in": [f"        {row}" for row in in_columns(STORY, 44, 2)],
    "filled with blanks": [row.replace("the ", "the   ") for row in in_columns(STORY, 36, 2, gap=False)],
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_columns_side_by_side_are_read_one_after_the_other(page: str) -> None:
    found = read(PAGES[page])
    joined = " ".join(found[page == "under a heading" :])
    assert joined == " ".join(STORY * (2 if page == "three" else 1))


@pytest.mark.parametrize("page", ["two", "narrow", "under a heading", "set in"])
def test_paragraphs_of_columns_are_the_paragraphs_of_the_text(page: str) -> None:
    assert read(PAGES[page])[page == "under a heading" :] == STORY


def test_each_page_has_columns_of_its_own() -> None:
    pages = [in_columns(STORY[:2], 44, 2), in_columns(STORY[2:], 52, 2)]
    assert read(["\n".join(pages[0]) + "\n\f" + "\n".join(pages[1])]) == [*STORY[:2], "\f" + STORY[2], STORY[3]]


TABLES: Final = {
    "numbers": ["Net sales        71.2     60.1", "Net loss          1.2      3.4", "Gross margin 12.1     11.0"] * 2,
    "labels and words": [
        "Where the town is       on the river Marl", "Who its mayor is        Ana Ott", "Who paid                she",
        "What it lost            half of its homes", "When it flooded         in March",
    ],
    "names": [
        "Ana Ott          Mayor of Eastwick", "Bo Ruiz          Head of the committee", "Joe Kerr         Owner",
        "Hal Dahl         Tenants' union", "Lena Moor        Bank of Leeds",
    ],
    "a list of what is on": [
        "10.00   The news, with Ana Ott in Leeds", "10.30   A talk with Bo Ruiz of the town", "11.00   Sport, and more",
        "11.30   The news again, with Hal Dahl", "12.00   Music for the afternoon",
    ],
    "addresses": [
        "Kerr Holdings           Ott and Sons", "12 Mill Lane            4 Dock Road", "Leeds                   Hull",
        "West Yorkshire          East Yorkshire", "England                 England",
    ],
    "text": textwrap.wrap(STORY[0], 60),
    "text with two blanks": textwrap.wrap(STORY[1] * 3, 60, fix_sentence_endings=True),
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_what_is_no_running_text_stays_in_rows(table: str) -> None:
    assert reading_order("\n".join(TABLES[table])) is None


@pytest.fixture(scope="module")
def side_by_side(found: Extractor) -> Document:
    """Return the facts of a page in two columns."""
    return found.extract(Source("page", "\n".join(PAGES["two"])))


def test_a_page_in_columns_says_what_its_text_says(found: Extractor, side_by_side: Document) -> None:
    plain = found.extract(Source("text", "\n\n".join(STORY)))
    assert [(one.label, one.name, one.title) for one in side_by_side.entities] == [
        (one.label, one.name, one.title) for one in plain.entities
    ]
    assert [(one.text, one.speaker and one.speaker.name) for one in side_by_side.quotes] == [
        (one.text, one.speaker and one.speaker.name) for one in plain.quotes
    ]
    assert [(one.kind, one.value, one.unit, one.speaker) for one in side_by_side.figures] == [
        (one.kind, one.value, one.unit, one.speaker) for one in plain.figures
    ]


def test_a_fact_of_a_column_has_the_characters_of_its_lines_and_none_of_the_column_beside_it(
    side_by_side: Document,
) -> None:
    text = side_by_side.source.text
    assert all(text[span.start : span.end] == span.text for span in side_by_side.spans())
    assert all("   " not in span.text for span in side_by_side.spans())
    assert any(len(quote.parts) > quote.text.count(" … ") + 1 for quote in side_by_side.quotes)
    for quote in side_by_side.quotes:
        assert " ".join(part.text for part in quote.parts) == quote.text.replace(" … ", " ")


def test_the_lines_of_sentences_in_columns_are_in_the_order_of_the_page(side_by_side: Document) -> None:
    places = [at for sentence in side_by_side.source.sentences for at in sentence]
    assert places == sorted(places)


@pytest.mark.parametrize("seed", range(8))
def test_a_law_every_word_of_a_page_is_read_once_and_has_its_place(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- widths, not secrets
    rows = in_columns(STORY * 2, chance.randint(34, 60), chance.randint(2, 3), interleaved=chance.random() < 0.5)
    text = "\n".join(" " * chance.randint(0, 1) + row for row in rows)
    order = reading_order(text)
    assert order is not None
    assert sorted(order.text.split()) == sorted(text.split())
    for at, character in enumerate(order.text):
        if not character.isspace():
            ((start, end),) = order.stretches(at, at + 1)
            assert text[start:end] == character


def test_a_page_twice_as_long_takes_twice_the_steps() -> None:
    page = "\n".join(PAGES["two"]) + "\n"
    check_growth(lambda size: reading_order(page * size), 8)
