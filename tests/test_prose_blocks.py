"""What stands before the words of a paragraph, headlines, and the lines that are no running text."""

from __future__ import annotations

from typing import Final

import pytest

from clusterdoc.prose import read_prose
from clusterdoc.prose.blocks import find_blocks

DATELINES: Final = [
    ("LONDON (Reuters) - Kerr said rents rose.", "London (Reuters)\nKerr said rents rose."),
    ("LEEDS, May 4 (TPA) — Kerr said rents rose.", "Leeds, May 4 (TPA)\nKerr said rents rose."),
    ("NEW DELHI: Dahl said rents rose.", "New Delhi\nDahl said rents rose."),
    ("KYIV, Ukraine — Officials said so.", "Kyiv, Ukraine\nOfficials said so."),
    ("TOLVA, N.Y.--(NEWS WIRE)-- Kerr Inc. won.", "Tolva, N.Y. (NEWS WIRE)\nKerr Inc. won."),
    ("OSLO, N.Y.--(NEWS WIRE)— May 4, 2024-- Kerr won.", "Oslo, N.Y. (NEWS WIRE) May 4, 2024\nKerr won."),
    ("PARIS, 4 May 2024 /NewsWire/ -- Kerr won.", "Paris, 4 May 2024 /NewsWire/\nKerr won."),
    ("Madrid (TPA) – Ruiz said no.", "Madrid (TPA)\nRuiz said no."),
    ("(TPA) - Ruiz said no.", "(TPA)\nRuiz said no."),
    ("WASHINGTON - A plan is debated.", "Washington\nA plan is debated."),
]
NO_DATELINES: Final = [
    "DAHL: Go home.",
    "NATO - the alliance - said so.",
    "Ruiz (Leeds) won.",
    "Kerr Inc. -- the firm -- won.",
    "The firm, Kerr — it sells boats — won.",
]
LABELS: Final = [
    ("BREAKING: Two men were held, police said.", "Two men were held, police said."),
    ("EXCLUSIVE - Kerr to sell boats", "Kerr to sell boats"),
    ("Ott left.\n\nREAD MORE: Rents will fall, says Ott", "Ott left.\n\n"),
    ("Also read: Five ways to save", ""),
    ("ABOVE: The bridge at Leeds.", "The bridge at Leeds."),
    ("Dahl is in Leeds. Credit: Jo Kerr / TPA", "Dahl is in Leeds.\nJo Kerr / TPA"),
    ("Photo: Jo Kerr", "Jo Kerr"),
    ("1 of 3. Dahl in Leeds.", "Dahl in Leeds."),
    ("UPDATE 1-Kerr to sell boats", "Kerr to sell boats"),
    ("15.25 Officials have left.\n\n14.53 The navy has come.", "Officials have left.\n\nThe navy has come."),
    ("10:42 GMT Minister says talks have failed", "Minister says talks have failed"),
    ("6:05 p.m.\n\nOtt has left.\n\n7:10 p.m.\n\nDahl has come.", "\n\nOtt has left.\n\n\n\nDahl has come."),
    ("11:00 – Police arrive.\n\n11:20 – Police leave.", "11:00\nPolice arrive.\n\n11:20\nPolice leave."),
    ("By JO KERR and ANN DAHL\n\nOtt left.", "By Jo Kerr and Ann Dahl\n\nOtt left."),
]
NO_LABELS: Final = [
    "Breaking a record is hard: he did.",
    "15.25 million people left.",
    "By May 4 Ott had left.",
    "2 of 3 people left.",
]
HEADLINES: Final = [
    ("Ott Says Kerr Will Cut Jobs", "Jo Ott said Kerr would cut jobs.", "Ott says Kerr will cut jobs"),
    ("Dahl Meets Ruiz In Berlin", "Tom Dahl met Ana Ruiz in Berlin.", "Dahl meets Ruiz in Berlin"),
    ("Kerr's Profits Rise To $28m", "Kerr's profits rose to $28m.", "Kerr's profits rise to $28m"),
    ("Rents Rise On Monday, Says Ott", "Rents rose on Monday, Ott said.", "Rents rise on Monday, says Ott"),
    ("Rents in Leeds will rise", "Rents will rise.", "Rents in Leeds will rise"),
    ("The Royal Bank of Tolva", "Ott left the Royal Bank of Tolva.", "The Royal Bank of Tolva"),
]


@pytest.mark.parametrize(("text", "prose"), DATELINES + LABELS)
def test_a_dateline_or_label_is_no_part_of_the_words_that_follow(text: str, prose: str) -> None:
    assert read_prose(text).text == prose


@pytest.mark.parametrize("text", NO_DATELINES + NO_LABELS)
def test_what_only_looks_like_a_dateline_or_label_stays(text: str) -> None:
    assert read_prose(text).text == text


@pytest.mark.parametrize(("headline", "body", "prose"), HEADLINES)
def test_a_headline_in_title_case_is_read_as_a_sentence(headline: str, body: str, prose: str) -> None:
    assert read_prose(f"{headline}\n\n{body}").text == f"{prose}\n\n{body}"


BLOCKS: Final = [
    ("Jo Ott: Rents fall.\n\nAna Dahl: They rise.",
     [("turn", "Jo Ott", "Rents fall."), ("turn", "Ana Dahl", "They rise.")]),
    ("OTT: No.\nDAHL: Yes.\nIt is.\nOTT: Why?",
     [("turn", "OTT", "No."), ("turn", "DAHL", "Yes.\nIt is."), ("turn", "OTT", "Why?")]),
    ("Q. Why?\n\nA. Because.", [("turn", "Q", "Why?"), ("turn", "A", "Because.")]),
    ("speaker\nOperator\nGo on.\nspeaker\nJo Ott\nThank you.",
     [("turn", "Operator", "Go on."), ("turn", "Jo Ott", "Thank you.")]),
    ("spk00: Good day.\nspk01: Thanks.", [("turn", "spk00", "Good day."), ("turn", "spk01", "Thanks.")]),
    ("Ms. Rao (Leeds North): No.\n\nMr. Ott (Hull): Yes.", [("turn", "Ms. Rao", "No."), ("turn", "Mr. Ott", "Yes.")]),
    ("Net sales | $71.2 million | 6.0%", [("row", "Net sales", "$71.2 million | 6.0%")]),
    ("Net sales\t71.2\t6.0%", [("row", "Net sales", "71.2\t6.0%")]),
    ("Ticker Last Change\nKERR 113.40 -1.62 -1.41%", [("row", "KERR", "113.40 -1.62 -1.41%")]),
    ("We will win.\n\n– A council spokesman", [("signature", "A council spokesman", "We will win.")]),
    ("The plan: rents fall. Ott left.", []),
    ("Ott left in May 3, 2016.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "blocks"), BLOCKS)
def test_lines_that_are_no_running_text_are_told(text: str, blocks: list[tuple[str, str, str]]) -> None:
    found = [(block.kind, text[slice(*block.name)], text[block.start : block.end]) for block in find_blocks(text)]
    assert found == blocks
