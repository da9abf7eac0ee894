"""Wire copy: tables of results, teams that go by their town, headlines in capitals, datelines; a bug is a row."""

from __future__ import annotations

import pytest
from marked import entities, mentions

OPENING = "Soccer league results of Friday:\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lagos 4 ORAN 2", [("Lagos", "ORG"), ("ORAN", "ORG")]),
        ("[Lagos 4|FAC] Tolva 2", [("Lagos", "ORG"), ("Tolva", "ORG")]),
        ("Lagos 1 ( [Ana Moss 17|PERSON] ) Oran 1", [("Lagos", "ORG"), ("Ana Moss", "PERSON"), ("Oran", "ORG")]),
        ("Tolva Rovers 3\nOran United 2", [("Tolva Rovers", "ORG"), ("Oran United", "ORG")]),
        ("LAGOS AT ORAN", [("LAGOS", "ORG"), ("ORAN", "ORG")]),
        ("Lagos v Oran", [("Lagos", "ORG"), ("Oran", "ORG")]),
        ("Lagos 2-1 Oran", [("Lagos", "ORG"), ("Oran", "ORG")]),
        ("LAGOS 14 4 .778 -", [("LAGOS", "ORG")]),
        ("Shots 14 9 3\nTotal 3 4 5", []),
        ("Kenya 4 Malta 2", [("Kenya", "GPE"), ("Malta", "GPE")]),
        ("[Lagos|GPE] beat [Oran|GPE] 2-1 in [Lagos|GPE].", [("Lagos", "ORG"), ("Oran", "ORG"), ("Lagos", "GPE")]),
        ("[Lagos|GPE] striker [Ana Moss|PERSON]", [("Lagos", "ORG"), ("Ana Moss", "PERSON")]),
        ("[Kenya|GPE] striker [Ana Moss|PERSON]", [("Kenya", "GPE"), ("Ana Moss", "PERSON")]),
        ("[Oran|GPE]'s [Ana Moss|PERSON] ran", [("Oran", "ORG"), ("Ana Moss", "PERSON")]),
        ("[Ana Moss|PERSON] ( [Oran|GPE] ) ran", [("Ana Moss", "PERSON"), ("Oran", "ORG")]),
        ("1. Ana Moss ( Kenya ) 4.12", [("Ana Moss", "PERSON"), ("Kenya", "GPE")]),
        ("[Lagos Lions|ORG] face [Oran|GPE] on Sunday", [("Lagos Lions", "ORG"), ("Oran", "ORG")]),
        ("the [Oran Lions 37-10|ORG]", [("Oran Lions", "ORG")]),
    ],
)
def test_a_town_that_plays_is_a_team(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(OPENING + text) == found


@pytest.mark.parametrize(
    "text",
    [
        "the Arab League, and then protests against [Oran|GPE]",
        "Lagos 14 22 30",
        "[Lagos|GPE] is hot and Oran is cold",
        "flights:\nLagos v Oran",
    ],
)
def test_without_sports_a_town_is_a_town(text: str) -> None:
    assert {label for name, label in mentions(text) if name in {"Lagos", "Oran"}} <= {"GPE"}


def test_a_team_is_not_its_town() -> None:
    text = OPENING + "ORAN (TPA) - [Oran|GPE] beat [Lagos|GPE] 2-1. The [Oran Lions|ORG] won."
    found = [[mention.text for mention in entity.mentions] for entity in entities(text)]
    assert found == [["ORAN"], ["Oran", "Oran Lions"], ["Lagos"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[KENYA BEAT MALTA|ORG] IN CUP FINAL", [("KENYA", "GPE"), ("MALTA", "GPE")]),
        ("[BANK OF KENYA|ORG] TO MEET TODAY", [("BANK OF KENYA", "ORG")]),
        ("OVADI TO CUT JOBS\nThe [Ovadi|ORG] works close.", [("OVADI", "ORG"), ("Ovadi", "ORG")]),
        ("[OVADI TO QUIT|ORG] NOW\nMr [Ana Ovadi|PERSON]", [("OVADI", "PERSON"), ("Ana Ovadi", "PERSON")]),
        ("PETER OVADI TO QUIT\n[Ovadi|PERSON] left", [("PETER OVADI", "PERSON"), ("Ovadi", "PERSON")]),
        ("Ask OVADI now.\nThe [Ovadi|ORG] works close.", [("Ovadi", "ORG")]),
        ("[TOLVA|ORG], Kenya (TPA) — It rained.", [("TOLVA", "GPE"), ("Kenya", "GPE")]),
        ("[TOLVA|PERSON] 1996-12-06\nIt rained.", [("TOLVA", "GPE")]),
        ("[TPA|ORG] - [Lagos Herald|ORG]", [("TPA", "ORG"), ("Lagos Herald", "ORG")]),
        ("[TPA - Lagos Herald|ORG]", [("TPA", "ORG"), ("Lagos Herald", "ORG")]),
        ("[Tolva Press Agency|ORG] ( TPA ) said", [("Tolva Press Agency", "ORG"), ("TPA", "ORG")]),
    ],
)
def test_capitals_are_read(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found
