"""One thing, one entity: clusters, canonical names, titles, and the index over them; a bug is a row."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from marked import entities

from clusterdoc.find.entities import find_entities
from clusterdoc.find.entities.first_names import gender_of
from clusterdoc.find.quotes.speakers.index import NameIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

SEED: Final = Path(__file__).parents[1] / "gold" / "entities" / "seed.jsonl"


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        (
            "[Katharine Parsons|PERSON] met [Charles Parsons|PERSON].",
            [["Katharine Parsons"], ["Charles Parsons"]],
        ),
        (
            "[Charles Parsons|PERSON] and [Katharine Parsons|PERSON]. Mrs [Parsons|PERSON] and Mr [Parsons|PERSON].",
            [["Charles Parsons", "Parsons"], ["Katharine Parsons", "Parsons"]],
        ),
        ("Mr [Kim|PERSON] saw Ms [Kim|PERSON].", [["Kim"], ["Kim"]]),
        (
            "[Omar Deen|PERSON] fled. [Deen|PERSON] hid. Mayor [Ali Deen|PERSON] spoke. [Deen|PERSON] was caught.",
            [["Omar Deen", "Deen", "Deen"], ["Ali Deen"]],
        ),
        # one of a last name who is only kin, or has no rank, keeps the first name
        (
            "[Omar Deen|PERSON] died, said his son [Ali Deen|PERSON]. [Deen|PERSON] was a poet.",
            [["Omar Deen", "Deen"], ["Ali Deen"]],
        ),
        (
            "President [Omar Deen|PERSON] came with [Ali Deen|PERSON]. [Deen|PERSON] was ill.",
            [["Omar Deen", "Deen"], ["Ali Deen"]],
        ),
        (
            "His son [Omar Deen|PERSON] saw his wife [Ana Deen|PERSON]. [Deen|PERSON] was ill.",
            [["Omar Deen"], ["Ana Deen", "Deen"]],
        ),
        # two names that the model took for one
        (
            "[Halden Oil|ORG], [Oran Oil|ORG] and [Halden Oil or Oran Oil|ORG]",
            [["Halden Oil", "Halden Oil"], ["Oran Oil", "Oran Oil"]],
        ),
        ("[Ovadi Deck|ORG] and [Ovadi Deck 7|ORG]", [["Ovadi Deck"], ["Ovadi Deck 7"]]),
        ("[Ott|PERSON], [Dahl|PERSON] and [Ott/Dahl|ORG]", [["Ott", "Ott"], ["Dahl", "Dahl"]]),
        ("[Ott|PERSON], [Dahl|PERSON] and [Ott/Kerr|ORG]", [["Ott"], ["Dahl"], ["Ott/Kerr"]]),
        ("[Ott|PERSON], [Dahl|PERSON] and [Ott and Dahl|ORG]", [["Ott"], ["Dahl"], ["Ott and Dahl"]]),
        ("[Omar Deen|PERSON] sang. [Omar|PERSON] danced.", [["Omar Deen", "Omar"]]),
        ("[J. Moss|PERSON] and [John Moss|PERSON]", [["J. Moss", "John Moss"]]),
        ("The [U.S.|GPE] and the [United States|GPE], [America|GPE]", [["U.S.", "United States", "America"]]),
        ("[Argentine|NORP] and [Argentinians|NORP], [Argentina|GPE]", [["Argentine", "Argentinians"], ["Argentina"]]),
        ("[Russians|NORP] and [Russian|NORP] in [Russia|GPE]", [["Russians", "Russian"], ["Russia"]]),
        ("[Tolva Press Agency|ORG] (TPA) and [TPA|ORG]", [["Tolva Press Agency", "TPA", "TPA"]]),
        ("TPA ([Tolva Press Agency|ORG]) said so. TPA left.", [["TPA", "Tolva Press Agency", "TPA"]]),
        ("[NATO|ORG] (New Art Theatre of Oslo) and [NATO|ORG]", [["NATO", "New Art Theatre of Oslo", "NATO"]]),
        (
            "[ISIS|ORG] (Islamic State of Iraq and Syria) and [Islamic State of Iraq and Syria|ORG], [ISIS|ORG]",
            [["ISIS", "Islamic State of Iraq and Syria", "Islamic State of Iraq and Syria", "ISIS"]],
        ),
        ("the [Tolva Press Agency|ORG] (Oslo) and [Oslo|GPE]", [["Tolva Press Agency"], ["Oslo", "Oslo"]]),
        ("[Tolva Film Institute|ORG], [TFI|ORG]", [["Tolva Film Institute", "TFI"]]),
        (
            "the [United States Harbor Police|ORG] and the [Harbor Police|ORG]",
            [["United States Harbor Police", "Harbor Police"]],
        ),
        ("the [Ovadi Institution of Weather|ORG] and [Ovadi|ORG]", [["Ovadi Institution of Weather", "Ovadi"]]),
        ("[Ovadi Ltd|ORG] and [Ovadi Weather Group|ORG]", [["Ovadi Ltd", "Ovadi Weather Group"]]),
        ("[Tolva Bank|ORG], [Dora Bank|ORG] and [Bank|ORG]", [["Tolva Bank"], ["Dora Bank"], ["Bank"]]),
        ("[Amazon|LOC] and [Amazon rainforest|LOC]", [["Amazon", "Amazon rainforest"]]),
        (
            "the [U.S. Constitution|LAW], the [United States Constitution|LAW]",
            [["U.S. Constitution", "United States Constitution"]],
        ),
        ("the [US Open|EVENT] and the [British Open|EVENT]", [["US Open"], ["British Open"]]),
        ("[Typhoon Olga|EVENT] came. [Olga|PERSON] passed.", [["Typhoon Olga", "Olga"]]),
        ("[North Korea|GPE] and [South Korea|GPE]", [["North Korea"], ["South Korea"]]),
        ("[East L.A.|GPE] is [East Los Angeles|GPE]", [["East L.A.", "East Los Angeles"]]),
        ("[Lagos|GPE], [Lagos City|GPE]", [["Lagos", "Lagos City"]]),
        ("[New York|GPE], [New York City|GPE]", [["New York"], ["New York City"]]),
        (
            "the [Tolva Harbor Forces|ORG] and the [Tolva Harbor Force|ORG]",
            [["Tolva Harbor Forces", "Tolva Harbor Force"]],
        ),
        ("the [Church of Ovadi|ORG] and [Ovadi|ORG]", [["Church of Ovadi", "Ovadi"]]),
        ("the [Court of Tolva|ORG] and [Tolva Court|ORG]", [["Court of Tolva"], ["Tolva Court"]]),
        (
            "[University of Tolva|ORG] and [University of Tolva Student Association|ORG]",
            [["University of Tolva"], ["University of Tolva Student Association"]],
        ),
        ("the [House Fisheries Committee|ORG] and the [House|ORG]", [["House Fisheries Committee"], ["House"]]),
        ("[ACT|ORG] ([Tolva Athletics Council|ORG]), [ACT|ORG]", [["ACT", "Tolva Athletics Council", "ACT"]]),
        (
            "[Chemist Ana Ruiz|PERSON], [Ana Ruiz|PERSON], [Ruiz|PERSON]",
            [["Ana Ruiz", "Ana Ruiz", "Ruiz"]],
        ),
        ("[Ana Tolvani|PERSON] spoke. [Tolvany|PERSON] left.", [["Ana Tolvani", "Tolvany"]]),  # misspelled
        ("[Ana Tolva|PERSON] spoke. The Tolvas left.", [["Ana Tolva"], ["Tolvas"]]),
        (
            "the [House Trade and Transport Committee|ORG], the [Transport Committee|ORG]",
            [["House Trade and Transport Committee", "Transport Committee"]],
        ),
        ("the [Kenyan|NORP] people and the [Kenyan|NORP] language", [["Kenyan"], ["Kenyan"]]),
        ("[MOSS|PERSON] WINS\n[Ana Moss|PERSON] won.", [["MOSS", "Ana Moss"]]),
        ("[Kenya|ORG] won in [Kenya|GPE]", [["Kenya", "Kenya"]]),  # a country is sure to be one
        ("[Ana Lee|PERSON] spoke. [Leo|PERSON] left.", [["Ana Lee"], ["Leo"]]),
    ],
)
def test_the_mentions_of_one_thing_are_one_entity(text: str, clusters: list[list[str]]) -> None:
    assert [[mention.text for mention in entity.mentions] for entity in entities(text)] == clusters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Ruiz|PERSON] left. [Ana Ruiz|PERSON] ran. [Ana Maria Ruiz|PERSON] won.", "Ana Maria Ruiz"),
        ("the [U.S.|GPE] and the [United States|GPE]", "United States"),
        ("[TFI|ORG], the [Tolva Film\nInstitute|ORG]", "TFI"),
    ],
)
def test_the_name_is_the_fullest_form_in_the_article(text: str, name: str) -> None:
    assert entities(text)[0].name == name


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("He met Mayor Ana Ruiz in Madrid.", "Ana Ruiz", "Mayor"),
        ("He met U.S. Secretary of State Ana Ruiz in Madrid.", "Ana Ruiz", "U.S. Secretary of State"),
        ("Kenya's President Daniel Moss spoke on Monday.", "Daniel Moss", "Kenya's President"),
        (
            "Daniel Moss, the executive director of Greenpeace, said no.",
            "Daniel Moss",
            "executive director of Greenpeace",
        ),
        ("The head of Greenpeace, Daniel Moss, said no.", "Daniel Moss", "head of Greenpeace"),
        ("Mr Daniel Moss said no.", "Daniel Moss", None),
        ("Dr Daniel Moss said no.", "Daniel Moss", "Dr"),
        ("Daniel Moss died on Monday. His wife Ana Ruiz was there.", "Ana Ruiz", None),
        ("He spoke about the death of President Daniel Moss.", "Daniel Moss", "President"),
        ("The newly elected French president Daniel Moss spoke.", "Daniel Moss", "French president"),
    ],
)
def test_a_person_has_the_title_beside_the_name(
    text: str, name: str, title: str | None, parse: Callable[[str], Doc]
) -> None:
    titles = {entity.name: entity.title for entity in find_entities(parse(text))}
    assert titles[name] == title


def test_the_index_finds_entities_by_place_and_by_name() -> None:
    found = entities("[Ana Ruiz|PERSON] of [Tolva Group|ORG] left [Kenya|GPE]. [Ruiz|PERSON] ran.")
    index = NameIndex(found)
    ana, group, kenya = found
    assert [index.at(0, 3), index.at(4, 30), index.at(8, 12)] == [ana, group, None]
    assert [index.named(name) for name in ("Ana Ruiz", "Ruiz", "RUIZ", "kenya", "Tolva")] == [
        ana,
        ana,
        ana,
        kenya,
        None,
    ]


def test_an_empty_index_finds_nothing() -> None:
    index = NameIndex(())
    assert index.at(0, 10) is None
    assert index.named("Ana") is None


@pytest.mark.parametrize(
    ("name", "gender"), [("Theresa", "f"), ("Boris", "m"), ("Jan", None), ("Tolva", None), ("", None)]
)
def test_a_first_name_tells_he_from_she(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_the_sample_article_is_found_as_annotated(parse: Callable[[str], Doc]) -> None:
    gold: dict[str, Any] = json.loads(SEED.read_text(encoding="utf-8"))
    found = find_entities(parse(gold["text"]))
    mentions = {(m.start, m.end, entity.label) for entity in found for m in entity.mentions}
    wanted = {(*mention["span"], mention["label"]) for mention in gold["entities"]}
    places = {"GPE", "LOC", "FAC"}  # the Pentagon is a building and a body
    assert {place[:2] for place in mentions} == {place[:2] for place in wanted}
    assert all(a[2] in places for a in mentions ^ wanted)
    clusters: dict[str, set[tuple[int, int]]] = {}
    for mention in gold["entities"]:
        clusters.setdefault(mention["cluster"], set()).add(tuple(mention["span"]))
    assert {frozenset((m.start, m.end) for m in e.mentions) for e in found} == set(map(frozenset, clusters.values()))
    titles = {mention["name"]: mention["title"] for mention in gold["entities"] if mention.get("title")}
    assert {entity.name: entity.title for entity in found if entity.title} == titles
