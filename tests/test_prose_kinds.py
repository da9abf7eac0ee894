"""Kinds of lines that are no running text, many variants each, from the characters of the source to the facts."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from clusterdoc.extractor import extractor
from clusterdoc.facts import Source
from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from clusterdoc.facts import Document

DAY: Final = datetime.date(2024, 3, 4)


@cache
def document(text: str) -> Document:
    """Return the facts of a text."""
    return extractor().extract(Source("kinds", text), DAY)


def said(text: str) -> list[tuple[str | None, str]]:
    """Return who says what in a text."""
    return [(quote.speaker.name if quote.speaker else None, quote.text) for quote in document(text).quotes]


def counted(text: str) -> list[tuple[float | None, str | None]]:
    """Return the values in a text that are no dates, and what they measure."""
    figures = document(text).figures
    kept = [one for one in figures if one.kind not in ("date", "time", "duration")]
    return [(one.value, one.of.text if one.of else None) for one in kept]


def names(text: str) -> set[str]:
    """Return the names in a text."""
    return {entity.name for entity in document(text).entities}


DATELINES: Final = [
    ("PARIS, March 4 (Xinhua) -- Kerr Motors said sales fell 3%.", "Paris"),
    ("ST. LOUIS (AP) — Kerr Motors said sales fell 3%.", "St. Louis"),
    ("MINNEAPOLIS--(NEWS WIRE)--Kerr Motors said sales fell 3%.", "Minneapolis"),
    ("MOSCOW, March 4. /TPA/. Kerr Motors said sales fell 3%.", "Moscow"),
    ("TORONTO, ON / NEWSWIRE / March 4, 2024 / Kerr Motors said sales fell 3%.", "Toronto"),
    ("MUMBAI, MARCH 4: Kerr Motors said sales fell 3%.", "Mumbai"),
    ("NEW DELHI, Mar 4 (PTI) Kerr Motors said sales fell 3%.", "New Delhi"),
    ("LONDON (Reuters) -Kerr Motors said sales fell 3%.", "London"),
    ("Leeds (dpa) - Kerr Motors said sales fell 3%.", "Leeds"),
    ("Nairobi, Kenya | TPA | Kerr Motors said sales fell 3%.", "Nairobi"),
]


@pytest.mark.parametrize(("text", "place"), DATELINES)
def test_a_dateline_is_a_place_and_nobodys_words(text: str, place: str) -> None:
    assert said(text) == [("Kerr Motors", "sales fell 3%")]
    assert {place, "Kerr Motors"} <= names(text)


NOBODYS: Final = [
    "TOP STORY: Police said two men were held.",
    "NEW: Police said two men were held.",
    "KEY POINTS: Police said two men were held.",
    "BREAKING NEWS | Police said two men were held.",
    "[1/3] Police said two men were held.",
    "9.05am: Police said two men were held.\n\n8.50am: Nobody was hurt.",
    "14:53 - Police said two men were held.\n14:20 - Nobody was hurt.",
    "[14:05] Police said two men were held.\n[13:50] Nobody was hurt.",
    "• 18:30 Police said two men were held.\n• 18:10 Nobody was hurt.",
    "4m ago\n10.42 GMT\nPolice said two men were held.",
    "1530 GMT: Police said two men were held.",
    "09:12 (UTC+1) Police said two men were held.",
    "Police said two men were held.\n\nDON'T MISS: Rents will fall, says Ott",
    "Police said two men were held.\n\nREAD | Rents will fall, says Ott",
    "Police said two men were held.\n\nMORE: Rents will fall, says Ott",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_labels_and_stamps_are_nobodys_words_and_no_figures(text: str) -> None:
    assert [(name and name.lower(), words) for name, words in said(text)] == [("police", "two men were held")]
    assert counted(text) == [(2, "men")]


BYLINES: Final = [
    ("By JANE OTT\n\nTom Dahl said no.", {"Jane Ott", "Tom Dahl"}),
    ("By Jane Ott, Business Correspondent\n\nTom Dahl said no.", {"Jane Ott", "Tom Dahl"}),
    ("By Jane Ott and Ana Kerr | The Leeds Post\n\nTom Dahl said no.", {"Jane Ott", "Ana Kerr", "Tom Dahl"}),
    ("BY JANE OTT AND ANA KERR\nPUBLISHED: 10:42, 4 March 2024\n\nTom Dahl said no.", {"Jane Ott", "Ana Kerr"}),
    ("Story by Jane Ott • 3h\n\nTom Dahl said no.", {"Jane Ott", "Tom Dahl"}),
    ("Tom Dahl in Leeds. Photograph: Jane Ott/The Post", {"Tom Dahl", "Leeds", "Jane Ott"}),
    ("Tom Dahl in Leeds, May 3. REUTERS/Jane Ott/File Photo", {"Tom Dahl", "Leeds", "Jane Ott"}),
]


@pytest.mark.parametrize(("text", "people"), BYLINES)
def test_bylines_and_credits_are_names_and_nobodys_words(text: str, people: set[str]) -> None:
    assert people <= names(text)
    assert {name for name, _ in said(text)} <= {"Tom Dahl"}
    assert not {name for name in names(text) if name.isupper() or "Photo" in name}


COST: Final = "It cost $40 million."
WHY: Final = "Why was that?"
TURNS: Final = [
    (f"Paul Lind: {COST}\nAna Rao: {WHY}\nPaul Lind: Steel.", "Paul Lind", "Ana Rao"),
    (f"**Paul Lind:** {COST}\n\n**Ana Rao:** {WHY}", "Paul Lind", "Ana Rao"),
    (f"Paul Lind (CEO): {COST}\nAna Rao (Kerr Bank): {WHY}", "Paul Lind", "Ana Rao"),
    (f"[00:01:05] Paul Lind: {COST}\n[00:01:20] Ana Rao: {WHY}", "Paul Lind", "Ana Rao"),
    (f"00:01:05 Paul Lind: {COST}\n00:01:20 Ana Rao: {WHY}", "Paul Lind", "Ana Rao"),
    (f"<v Paul Lind>{COST}\n<v Ana Rao>{WHY}", "Paul Lind", "Ana Rao"),
    (f"Paul Lind:\n{COST}\n\nAna Rao:\n{WHY}", "Paul Lind", "Ana Rao"),
    (f"speaker\nPaul Lind\n{COST}\nspeaker\nAna Rao\n{WHY}", "Paul Lind", "Ana Rao"),
    (f"Paul Lind -- Chief Executive\n\n{COST}\n\nAna Rao -- Analyst\n\n{WHY}\n\nPaul Lind -- Chief Executive\n\nSteel.",
     "Paul Lind", "Ana Rao"),
    (f"Paul Lind  00:05\n{COST}\n\nAna Rao  00:20\n{WHY}\n\nPaul Lind  00:31\nSteel is dear.", "Paul Lind", "Ana Rao"),
    (f"Mr. Lind: {COST}\n\nMs. Rao (Leeds North): {WHY}\n\nAn hon. member: Shame.", "Lind", "Rao"),
    (f"The Prime Minister: {COST}\n\nAna Rao (Leeds North) (Lab): {WHY}", "Prime Minister", "Ana Rao"),
    (f"Here they are.\n\nPaul Lind, 43, baker: {COST}\n\nAna Rao, Hull: {WHY}", "Paul Lind", "Ana Rao"),
    (f"Tom Kerr met Paul Lind.\n\nPL: {COST}\n\nTK: {WHY}\n\nPL: Steel.", "Paul Lind", "Tom Kerr"),
    (f"Lind: {COST}\n\nQ: {WHY}\n\nLind: Steel.", "Lind", None),
    (f"MR. LIND: {COST}\n\nQ {WHY}\n\nMR. LIND: Steel.", "Lind", None),
    (f"spk01: {COST}\nspk02: {WHY}", None, None),
    (f"Speaker 1: {COST}\nSpeaker 2: {WHY}", None, None),
    (f"SPEAKER_00: {COST}\nSPEAKER_01: {WHY}", None, None),
    (f"Question: {WHY}\nAnswer: {COST}", None, None),
    (f"An interview with Paul Lind.\n\nQ. {WHY}\n\nA. {COST}", "Paul Lind", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second"), TURNS)
def test_a_turn_is_its_speakers_words_and_figures(text: str, first: str | None, second: str | None) -> None:
    assert {(first, COST), (second, WHY)} <= set(said(text))
    assert [(one.value, one.speaker) for one in document(text).figures if one.kind == "money"] == [(4e7, first)]
    assert {one.kind for one in document(text).figures} <= {"money", "age"}


OPEN: Final = "We will open 40 clinics."
SIGNED: Final = [
    (f"{OPEN}\n\n— Ana Rao, Minister for Health\n\nThe clinics cost much.", "Ana Rao"),
    (f"“{OPEN}”\n\n- Ana Rao, head of Kerr Trust", "Ana Rao"),
    (f'"{OPEN}"\n\nAna Rao\nMinister for Health\n\nThe clinics cost much.', "Ana Rao"),
    (f"{OPEN}\n– a council spokeswoman", "a council spokeswoman"),
    (f"{OPEN}\n\n-- Tom Dahl, nurse", "Tom Dahl"),
    (f"Health Minister Ana Rao said:\n\n{OPEN}\n\nThe clinics cost much.", "Ana Rao"),
    (f"Commenting, Ana Rao, head of Kerr Trust, said:\n\n{OPEN}", "Ana Rao"),
    (f"A spokesman for the council said:\n\n{OPEN}", "A spokesman for the council"),
    (f"The Prime Minister told the House:\n\n{OPEN}", "Prime Minister"),
    (f"Ana Rao, Minister for Health, says:\n\n{OPEN}\n\nNotes to editors", "Ana Rao"),
]


@pytest.mark.parametrize(("text", "speaker"), SIGNED)
def test_a_block_or_pull_quote_is_the_signers(text: str, speaker: str) -> None:
    assert [(name, words.strip('“”"')) for name, words in said(text)] == [(speaker, OPEN)]
    assert [(one.value, one.speaker) for one in document(text).figures if one.kind == "count"] == [(40, speaker)]


REOPENED: Final = [
    '"We have 40 boats.\n\n"We sail from the sailors\' port.\n\n"We’ll win," said Ana Rao.',
    'Ana Rao said: "We have 40 boats.\n\n"We sail from the sailors\' port.\n\n"We’ll win."\n\nShe left.',
    "'We have 40 boats.\n\n'We sail from the sailors' port.\n\n'We'll win,' said Ana Rao.",
    "Ana Rao said: 'We have 40 boats.\n\n'We sail from the sailors' port.\n\n'We'll win.'\n\nShe left.",
    "‘We are ready,’ said Ana Rao. ‘We have 40 boats.\n\n‘We sail from the sailors’ port.\n\n‘We’ll win.’",
    "“We are ready,” said Ana Rao. “We have 40 boats.\n\n“We sail from the sailors’ port.\n\n“We’ll win.”",
]


@pytest.mark.parametrize("text", REOPENED)
def test_marks_opened_again_in_each_paragraph_are_one_quote(text: str) -> None:
    assert [name for name, _ in said(text)] == ["Ana Rao"]
    assert all(words in said(text)[0][1] for words in ("40 boats", "port.", "ll win"))
    assert [one.speaker for one in document(text).figures] == ["Ana Rao"]


ROWS: Final = [
    "Net sales | $71.2 million | -6.5%\nCosts | $12.1 million | 2.4%",
    "| Item | 2023 | 2024 |\n|---|---|---|\n| Net sales | $71.2 million | -6.5% |\n| Costs | $12.1 million | 2.4% |",
    "Net sales\t$71.2 million\t-6.5%\nCosts\t$12.1 million\t2.4%",
    "Net sales      $71.2 million      -6.5%\nCosts          $12.1 million      2.4%",
    "Net sales – $71.2 million\nLoss – -6.5%",
    "Net sales.......... $71.2 million\nLoss............... -6.5%",
    "Net sales\n$71.2 million\nLoss\n-6.5%",
    "Net sales: $71.2 million\nLoss: -6.5%",
]
TICKERS: Final = [
    "Ticker Last Change\nKERR 113.40 -1.62 -1.41%\nDAHL 20.10 +0.42 +2.13%",
    "KERR 113.40 -1.62 -1.41%\nDAHL 20.10 +0.42 +2.13%",
    "KERR\t113.40\t▼1.62\t-1.41%\nDAHL\t20.10\t▲0.42\t2.13%",
    "KERR | 113.40 | -1.62 | -1.41%\nDAHL | 20.10 | +0.42 | +2.13%",
    "KERR   113.40   -1.62   -1.41%\nDAHL   20.10   +0.42   +2.13%",
]


@pytest.mark.parametrize("text", ROWS)
def test_a_number_in_a_row_measures_the_label_and_keeps_its_sign(text: str) -> None:
    found = counted(text)
    assert (71_200_000, "Net sales") in found
    assert [value for value, _ in found if value in (6.5, -6.5)] == [-6.5]
    assert {of for _, of in found} <= {"Net sales", "Costs", "Loss"}


@pytest.mark.parametrize("text", TICKERS)
def test_every_number_of_a_ticker_is_read_with_its_sign(text: str) -> None:
    kerr, dahl = [(113.4, "KERR"), (-1.62, "KERR"), (-1.41, "KERR")], [(20.1, "DAHL"), (0.42, "DAHL"), (2.13, "DAHL")]
    assert counted(text) == kerr + dahl


HEADINGS: Final = [
    ("KERR MOTORS TO CUT JOBS\n\nKerr Motors said it would cut jobs.", {"Kerr Motors"}),
    ("Kerr Motors To Cut Jobs As Sales Slump\n\nKerr Motors said sales slumped.", {"Kerr Motors"}),
    ("Google Sues Kerr Labs Over Patents\n\nGoogle sued Kerr Labs over patents.", {"Google", "Kerr Labs"}),
    ("RUIZ MEETS DAHL IN LEEDS\n\nAna Ruiz met Tom Dahl in Leeds.", {"Ana Ruiz", "Tom Dahl", "Leeds"}),
    ("Ruiz Urges Dahl To Resign\n\nAna Ruiz urged Tom Dahl to resign.", {"Ana Ruiz", "Tom Dahl"}),
    ("Dahl Vows To Fight On\nBy Jane Ott\n\nAna Dahl vowed to fight on.", {"Ana Dahl", "Jane Ott"}),
    ("Oil Falls As Kerr Warns Of Slow Growth\n\nOil fell as Tom Kerr warned of slow growth.", {"Tom Kerr"}),
]


@pytest.mark.parametrize(("text", "named"), HEADINGS)
def test_a_headline_names_whom_the_article_names(text: str, named: set[str]) -> None:
    assert names(text) == named


WRAPPED: Final = [
    ("Lena Moor, President and Chief Executive\nOfficer of Kerr Inc., said sales\nrose 4%.", "Lena Moor"),
    ("The Vice\nPresident, Lena Moor, said sales\nrose 4%.", "Lena Moor"),
    ("Lena Moor said sales rose\n4%.", "Lena Moor"),
    ("The United\nStates said sales rose 4%.", "United States"),
    ("> Lena Moor said sales rose\n> 4%.", "Lena Moor"),
    ("Lena Moor of New\nYork said sales rose 4%.", "Lena Moor"),
]


@pytest.mark.parametrize(("text", "speaker"), WRAPPED)
def test_a_name_a_rank_or_a_price_over_two_lines_is_one(text: str, speaker: str) -> None:
    assert [(name and name.removeprefix("The "), words) for name, words in said(text)] == [(speaker, "sales rose 4%")]


GLUED: Final = [
    ('"We won,"said Ana Ruiz."It is ours."', ["Ana Ruiz"]),
    ("“We won,”said Ana Ruiz.“It is ours.”", ["Ana Ruiz"]),
    ("‘We won,’said Ana Ruiz.‘It is ours.’", ["Ana Ruiz"]),
    ('Ana Ruiz said:"We won. It is ours."She left.', ["Ana Ruiz"]),
    ('"We won,"Ruiz said,"and it is ours."', ["Ruiz"]),
    ('"We won!"shouted Tom Dahl. "It is ours,"said Ana Ruiz.', ["Tom Dahl", "Ana Ruiz"]),
    ("&amp;quot;We won. It is ours,&amp;quot; said Ana Ruiz.", ["Ana Ruiz"]),
    ("&lt;b&gt;Ana Ruiz&lt;/b&gt; said: “We won. It is ours.”", ["Ana Ruiz"]),
    ("“We won. It is ours,”¹ said Ana Ruiz.", ["Ana Ruiz"]),
    ("“We won. It is ours.” - Ana Ruiz", ["Ana Ruiz"]),
]


@pytest.mark.parametrize(("text", "speakers"), GLUED)
def test_marks_without_blanks_or_within_markup_are_marks(text: str, speakers: list[str]) -> None:
    assert [name for name, _ in said(text)] == speakers
    words = " ".join(words for _, words in said(text)).lower()
    assert "we won" in words
    assert "it is ours" in words
    assert "said" not in words


SIGNED_IN_CAPITALS: Final = [
    ("The mayor should resign.\n\nJANE OTT\nLEEDS\n", {"Jane Ott", "Leeds"}),
    ("The mayor should resign.\n\nHAL DAHL\nHULL, YORKSHIRE\n", {"Hal Dahl", "Hull", "Yorkshire"}),
    ("JANE OTT\nIN LEEDS\n\nThe bridge was shut.", {"Jane Ott", "Leeds"}),
    ("JANE OTT\nBUSINESS EDITOR\n\nThe bridge was shut.", {"Jane Ott"}),
    ("JANE OTT and HAL DAHL\nLEEDS\nThe bridge was shut.", {"Jane Ott", "Hal Dahl", "Leeds"}),
    ("BY JANE OTT\nLEEDS\n\nThe bridge was shut.", {"Jane Ott", "Leeds"}),
]


@pytest.mark.parametrize(("text", "named"), SIGNED_IN_CAPITALS)
def test_a_name_in_capitals_over_a_place_or_an_office_is_a_name(text: str, named: set[str]) -> None:
    assert names(text) == named
    assert said(text) == []


def test_lines_in_capitals_over_something_else_stay() -> None:
    assert read_prose("KERR BANK\nANNUAL SUMS\n\nSales rose.").text == "KERR BANK\nANNUAL SUMS\n\nSales rose."


HOST: Final = "PAUL LIND, HOST: Rents rose 4%.\nANA RUIZ, MAYOR OF LEEDS: We will build 40 homes.\n"
ROLES: Final = [
    HOST + "LIND: Why now?\nRUIZ: Because we can.",
    HOST.replace(": ", ":\n") + "LIND:\nWhy now?\nRUIZ:\nBecause we can.",
    HOST.replace("\n", "\n\n") + "LIND: Why now?\n\nRUIZ: Because we can.",
    HOST.replace("HOST", "HOST AND EDITOR") + "PAUL LIND: Why now?\nANA RUIZ: Because we can.",
    HOST.replace("RUIZ", "RUIZ (MAYOR)") + "LIND: Why now?\nRUIZ: Because we can.",
    HOST.replace("RUIZ", "VAGO") + "LIND: Why now?\nVAGO: Because we can.",
    HOST.replace(", HOST", " (HOST)") + "LIND: Why now?\nRUIZ: Because we can.",
]


@pytest.mark.parametrize("text", ROLES)
def test_a_turn_with_a_role_in_capitals_is_the_persons(text: str) -> None:
    other = "Ana Vago" if "VAGO" in text else "Ana Ruiz"
    assert [name for name, _ in said(text)] == ["Paul Lind", other, "Paul Lind", other]
    assert counted(text) == [(4, "Rents"), (40, "homes")]


CAPTIONS: Final = [
    "RIGHT: Ana Ott opens the bridge.\nKerr Bank cut 400 jobs.",
    "PICTURED: Ana Ott, outside the court\nKerr Bank cut 400 jobs.",
    "Pictured above: Ana Ott, outside the court\nKerr Bank cut 400 jobs.",
    "FAR RIGHT: Ana Ott and Hal Dahl\nKerr Bank cut 400 jobs.",
    "Above left: Hal Dahl; below: Ana Ott\nKerr Bank cut 400 jobs.",
    "LEFT: Hal Dahl in court. RIGHT: Ana Ott\nKerr Bank cut 400 jobs.",
    "Clockwise from top: Ana Ott, Hal Dahl\nKerr Bank cut 400 jobs.",
]


@pytest.mark.parametrize("text", CAPTIONS)
def test_where_somebody_stands_in_a_picture_is_nobodys_words(text: str) -> None:
    assert "Ana Ott" in names(text)
    assert said(text) == []
    assert counted(text) == [(400, "jobs")]


DATA: Final = [
    "Region,Sales,Staff\nEssex,71.2,120\nKent,60.1,98",
    "Region;Sales;Staff\nEssex;71.2;120\nKent;60.1;98",
    'Region,Sales,Staff\n"Essex","71.2","120"\n"Kent",60.1,98',
    "The sums by region follow.\n\nEssex,71.2,120\nKent,60.1,98\n\nThat is all, said Ana Ott, and left.",
    "Region,Sales,Staff,By\nEssex,71.2,120,Ott\nKent,60.1,98,Dahl",
]
YEARS: Final = [
    "Year\tSales\tStaff\n2021\t71.2\t120\n2022\t60.1\t98",
    "year,sales,staff\n2021,71.2,120\n2022,60.1,98",
    "| Year | Sales | Staff |\n|---|---|---|\n| 2021 | 71.2 | 120 |\n| 2022 | 60.1 | 98 |",
    "Year      Sales     Staff\n2021      71.2      120\n2022      60.1      98",
    "Quarter | Sales | Staff\n2021 | 71.2 | 120\n2022 | 60.1 | 98",
]


@pytest.mark.parametrize("text", DATA)
def test_rows_of_data_in_a_text_are_rows(text: str) -> None:
    assert counted(text) == [(71.2, "Essex"), (120, "Essex"), (60.1, "Kent"), (98, "Kent")]


@pytest.mark.parametrize("text", YEARS)
def test_a_number_in_the_row_of_a_year_measures_the_head_of_its_column(text: str) -> None:
    found = [(value, what and what.lower()) for value, what in counted(text)]
    assert found == [(71.2, "sales"), (120, "staff"), (60.1, "sales"), (98, "staff")]


@pytest.mark.parametrize("text", ["Ana Ott,mayor,left.\nBo Dahl,baker,stayed.", "It cost 1,200,000\nand 1,300,000"])
def test_commas_without_blanks_alone_are_no_rows(text: str) -> None:
    assert "\t" not in read_prose(text).text
