"""PDFs: paragraphs whole, columns in order, headers left out; what is broken is one sentence."""

from __future__ import annotations

import pytest
from paper import Placed, assembled, column, pdf

from clusterdoc.errors import SourceError
from clusterdoc.source.content import Content, read_content

WIDE = ["The mayor of the old town, Jane Ott, said that the", "bridge would be closed for six weeks in May, and that"]
WIDE += ["the town had set aside $5 million."]

MORE = ["Nobody will walk far, Ms Ott said on Monday, for a", "ferry would cross the river all day long, at no cost."]


def text(pages: list[list[Placed]], **more: object) -> str:
    return read_content(Content(pdf(pages, **more), "a.pdf")).text  # type: ignore[arg-type]  # sizes or a title


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (WIDE, [" ".join(WIDE)]),
        ([*WIDE, "", *WIDE], [" ".join(WIDE)] * 2),
        ([*WIDE, *WIDE], [" ".join(WIDE)] * 2),  # the last line of the first is short
        ([" " + WIDE[0], *WIDE[1:], " " + WIDE[0], WIDE[1]], [" ".join(WIDE), " ".join(WIDE[:2])]),
        (["The long-", "term plan is the govern-", "ment of Ulm, said Ms Kerr,"],
         ["The long-term plan is the government of Ulm, said Ms Kerr,"]),
        (["It is the B-", "2 that flew, it was said on Monday"], ["It is the B-2 that flew, it was said on Monday"]),
        (["* Prices rose by five percent in the year to the end", "* Wages fell"],
         ["* Prices rose by five percent in the year to the end", "* Wages fell"]),
    ],
)  # fmt: skip
def test_the_lines_of_a_paragraph_are_one(lines: list[str], paragraphs: list[str]) -> None:
    assert text([column(lines)]).split("\n") == paragraphs


def test_columns_are_read_one_after_the_other_whatever_order_they_were_drawn_in() -> None:
    left = column(["The mayor of the old town said", "the old bridge would be shut", "for six weeks in May, and that"])
    right = column(["the town had set aside a sum", "of five million dollars for a", "new one, to be built soon."], 300)
    rows = [cell for pair in zip(left, right, strict=True) for cell in pair]
    heading = (50.0, 740.0, "A bridge is closed, and a new one is planned for the town of Ulm")
    words = " ".join(line for _, _, line in [*left, *right])
    for drawn in ([heading, *left, *right], [heading, *rows], [*right, heading, *left]):
        assert text([drawn], sizes={heading[2]: 14}).split("\n") == [heading[2], words]


def test_a_paragraph_goes_on_after_headers_and_page_numbers() -> None:
    pages = [
        [(50.0, 780.0, "The Daily Example, 7 July"), *column(lines), (300.0, 20.0, str(number))]
        for number, lines in enumerate((WIDE[:2], WIDE[2:], MORE), 1)
    ]
    assert text(pages) == "\n".join([" ".join(WIDE), " ".join(MORE)])


def test_what_a_browser_prints_round_a_page_is_left_out() -> None:
    margin = [(50.0, 780.0, "11/28/26, 6:35 PM"), (300.0, 780.0, "A story"), (50.0, 20.0, "https://example.org/a")]
    assert text([[*margin, (550.0, 20.0, "1/1"), *column(WIDE)]]) == " ".join(WIDE)


def test_the_cells_of_a_table_are_parted_by_tabs() -> None:
    cells = [(left, 700.0 - 12 * row, word) for row in range(3) for left, word in ((50.0, "Sales"), (300.0, "$71m"))]
    assert text([cells]) == "\n".join(["Sales\t$71m"] * 3)


def test_the_title_is_the_one_that_was_given_not_the_name_of_a_file() -> None:
    page = [column(WIDE)]
    assert read_content(Content(pdf(page, "A bridge is closed"), "a.pdf")).title == "A bridge is closed"
    for junk in ("story-final.docx", "Microsoft Word - a bridge.doc", "x", ""):
        assert read_content(Content(pdf(page, junk), "a.pdf")).title is None


LOOP = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>", b"null", b"null"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7\nnothing", "a.pdf is a PDF that is damaged: no PDF reader opens it."),
        (pdf([column(WIDE)])[:300], "a.pdf is a PDF that is damaged: no PDF reader opens it."),
        (pdf([[]]), "a.pdf is a PDF of pictures: its words must be recognised first, with an OCR program."),
        (pdf([[]] * 1_001), "a.pdf is a PDF that has 1,001 pages: no article has so many."),
        (assembled(LOOP), "a.pdf is a PDF "),
    ],
)
def test_a_pdf_that_cannot_be_read_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_content(Content(data, "a.pdf"))
    assert str(caught.value).startswith(sentence)


def test_a_bomb_in_a_pdf_is_cut_or_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clusterdoc.source.apart.SECONDS", 2)
    bomb = pdf([[(50.0, 700.0 - line / 100, "a" * 5_000) for line in range(4_000)]])
    try:
        assert len(read_content(Content(bomb, "a.pdf")).text) < 5_000_000
    except SourceError as error:
        assert str(error).startswith("a.pdf is a PDF that ")  # noqa: PT017 -- either will do


def test_without_the_extra_the_command_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clusterdoc.source.pdf.find_spec", lambda _: None)
    with pytest.raises(SourceError, match=r"^a\.pdf is a PDF, which needs .*: pip install 'clusterdoc\[pdf\]'$"):
        text([column(WIDE)])
