"""Entities on texts marked by hand, so that a model's mood cannot break them; a bug is a row."""

from __future__ import annotations

import pytest
import spacy
from marked import entities, marked, mentions
from spacy.tokens import Doc

from clusterdoc.find.entities import find_entities
from clusterdoc.find.entities.cleaning import clean_names
from clusterdoc.find.entities.gazetteer import known_forms, look_up, type_known
from clusterdoc.find.words import rows, table_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in [the United Nations|ORG] today", ["United Nations"]),
        ("near [Lisbon's|GPE] port", ["Lisbon"]),
        ("near [Lisbon’s|GPE] port", ["Lisbon"]),
        ("[“Marta Silva”|PERSON] spoke", ["Marta Silva"]),
        ("[Mayor Marta Silva|PERSON] spoke", ["Marta Silva"]),
        ("[Lt. Gen. Omar Deen|PERSON] spoke", ["Omar Deen"]),
        ("[Captain David Moss|ORG] spoke", ["David Moss"]),
        ("[Marta Silva\n\nLisbon|PERSON]", ["Marta Silva", "Lisbon"]),
        ("see [https://example.org|ORG] and [#vote|ORG] and [@silva|PERSON]", []),
        ("the [NGO|ORG] and its [CEO|ORG]", []),
        ("spent [HK$55,500|GPE] on it", []),
        ("[Covid-19|ORG] spread", []),
        ("worth 5 [US|GPE] dollars", []),
        ("[Today’s Court of Appeal|ORG] ruling", ["Court of Appeal"]),
        ("told [NPR Ana Ruiz|PERSON] left", ["Ana Ruiz"]),
        ("saw [TJ Ruiz|PERSON] play", ["TJ Ruiz"]),
        ("saw [NPR ANA RUIZ|PERSON] play", ["NPR ANA RUIZ"]),
        ("[Bank of Lagos (BOL|ORG]) said", ["Bank of Lagos"]),
        ("[Tolva near|LOC] the coast", ["Tolva"]),
        ("[Acme Inc.|ORG] grew", ["Acme Inc."]),
        ("drug [XQ|ORG]-B3 works", ["XQ-B3"]),
        ("[Ana|PERSON]' Keita spoke", ["Ana' Keita"]),
        ("[U.S.-Egypt|ORG] talks", ["U.S.", "Egypt"]),
        ("the رئيس [مجلس|PERSON]", []),
        ("the corals [Acropora millepora|PERSON] and [P. damicornis|PERSON]", []),
        ("[Humberto 785 miles|PERSON] out", []),
        ("“[[W]e|PERSON] must act”", []),
        ("[Ziad al-Sharabi|PERSON] spoke", ["Ziad al-Sharabi"]),
        ("(Russian: [Ана Руис|PERSON], a poet)", []),
        ("he won by [KO|PERSON]", []),
    ],
)
def test_a_name_is_clean(text: str, names: list[str]) -> None:
    assert [name.text for name in clean_names(marked(text))] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sent to [Kyiv|PERSON] at once", [("Kyiv", "GPE")]),
        ("flew to [Bratislava|PERSON]", [("Bratislava", "GPE")]),
        ("the Kenyans and Kenya agree", [("Kenyans", "NORP"), ("Kenya", "GPE")]),
        ("in [Guinea|GPE]-[Bissau|PERSON] they", [("Guinea-Bissau", "GPE")]),
        ("OSLO, May 3", [("OSLO", "GPE")]),
        ("a pro-Taiwan march", [("Taiwan", "GPE")]),
        ("it costs US$3 million", []),
        ("tell us more about turkey", []),
        ("[Human Rights|ORG] Watch said", [("Human Rights Watch", "ORG")]),
        ("the Kenya Orchid Show grew", []),  # a part of a name the model left out is no country
        ("[Georgia|PERSON] smiled", [("Georgia", "PERSON")]),  # ambiguous: as the model says
    ],
)
def test_the_gazetteer_outranks_the_model(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the [Ministry of Water|GPE]", [("Ministry of Water", "ORG")]),
        ("[River Watch|PERSON] said", [("River Watch", "ORG")]),
        ("the [Tolva Convention|ORG]", [("Tolva Convention", "LAW")]),
        ("the [Tolva Bridge|ORG]", [("Tolva Bridge", "FAC")]),
        ("[Dora Prison|PERSON] closed", [("Dora Prison", "FAC")]),
        ("[Peter Vane|ORG] left", [("Peter Vane", "PERSON")]),
        ("the director of [Ovadi|PERSON] left", [("Ovadi", "ORG")]),
        ("the [Ovadi|PERSON] squatter camp", [("Ovadi", "GPE")]),
        ("[Ana of Ovadi|PERSON] left [Ovadi|ORG]", [("Ana of Ovadi", "PERSON"), ("Ovadi", "ORG")]),
        ("[Tolva Air Base|PERSON] closed", [("Tolva Air Base", "FAC")]),
        ("in the town of [Tolva|PERSON]", [("Tolva", "GPE")]),
        ("[Tolva|PERSON] is a small village in the hills", [("Tolva", "GPE")]),
        ("[Ovadi|ORG], the billionaire", [("Ovadi", "PERSON")]),
        ("[Temiko Ovadi|ORG], the Director-General of the fund", [("Temiko Ovadi", "PERSON")]),
        ("[Ovadi|ORG], 54, left", [("Ovadi", "PERSON")]),
        ("the company [Ovadi|PERSON]", [("Ovadi", "ORG")]),
        ("the novel “[Ovadi|PERSON]”", [("Ovadi", "WORK_OF_ART")]),
        ("[Mastiff|ORG] and [Terrier|ORG] vehicles", [("Mastiff", "PRODUCT"), ("Terrier", "PRODUCT")]),
        ("[AIMOR|PERSON] met", [("AIMOR", "ORG")]),
        ("[Ovadi Namibia|GPE] grew", [("Ovadi Namibia", "ORG")]),
        (
            "[Ovadi|PERSON] grew, [Ovadi|PERSON] hired. The company [Ovadi|PERSON] closed. [Ovadi|PERSON] is gone.",
            [("Ovadi", "ORG")] * 4,
        ),
        ("[Upper Namibia|GPE] flooded", [("Upper Namibia", "GPE")]),
        ("[Peter Vane Centre|ORG] opened", [("Peter Vane Centre", "ORG")]),
        ("President [Tolva|ORG] met", [("Tolva", "PERSON")]),
        ("U.S. Secretary of [State|ORG] [Ana Ruiz|PERSON] said", [("U.S.", "GPE"), ("Ana Ruiz", "PERSON")]),
    ],
)
def test_words_in_and_around_a_name_give_its_type(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[Ana Ruiz|PERSON] left. [Ruiz|ORG] ran.", [("Ana Ruiz", "PERSON"), ("Ruiz", "PERSON")]),
        ("[Ana Ruiz|PERSON] left. Then Ruiz ran.", [("Ana Ruiz", "PERSON"), ("Ruiz", "PERSON")]),
        ("[Peter Olango|PERSON] [Were|PERSON] left.", [("Peter Olango Were", "PERSON")]),
        ("he met Rajesh [Varma|PERSON] there", [("Rajesh Varma", "PERSON")]),
        ("they saw Temiko [Tolva|PERSON] there", [("Temiko Tolva", "PERSON")]),
        ("Yesterday [Tolva|PERSON] left", [("Tolva", "PERSON")]),
        ("On Friday [Tolva|PERSON] left", [("Tolva", "PERSON")]),
        ("[Theresa|PERSON] Moss left", [("Theresa Moss", "PERSON")]),
        (
            "[Ana Lisbon|ORG], 20, was shot. [Lisbon|GPE] lived in [Lisbon|GPE].",
            [("Ana Lisbon", "PERSON"), ("Lisbon", "PERSON"), ("Lisbon", "GPE")],
        ),
        ('[Peter|PERSON] "Red" Tolva left', [('Peter "Red" Tolva', "PERSON")]),
        ("[Peter Olango|PERSON] (Pete) Tolva left", [("Peter Olango (Pete) Tolva", "PERSON")]),
        ("[Ana Tolva|PERSON] left. The [Tolvas|ORG] ran.", [("Ana Tolva", "PERSON"), ("Tolvas", "PERSON")]),
        ("[Ana Stone|PERSON] left. Stones are old.", [("Ana Stone", "PERSON")]),
        ("See you soon.\nTheresa", [("Theresa", "PERSON")]),  # signed
    ],
)
def test_a_person_is_found_whole_and_everywhere(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "[Tolva Press Agency|ORG] (TPA) said so. TPA was right.",
            [("Tolva Press Agency", "ORG"), ("TPA", "ORG"), ("TPA", "ORG")],
        ),
        (
            "[DRM|ORG] (Deep Range Missile) rounds",
            [("DRM", "PRODUCT"), ("Deep Range Missile", "PRODUCT")],
        ),
        ("[Tolva Energy|ORG] (Monday) said", [("Tolva Energy", "ORG")]),
    ],
)
def test_an_acronym_is_what_it_stands_for(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the [Kenyan|NORP] Senate voted", [("Kenyan Senate", "ORG")]),
        ("the [Kenyan|NORP] Senator voted", [("Kenyan", "NORP")]),
        ("the [Tolva Magistrate|ORG]'s Court ruled", [("Tolva Magistrate's Court", "ORG")]),
        ("[Ovadi|ORG] [Ipari Kft|PERSON] grew", [("Ovadi Ipari Kft", "ORG")]),
        (
            "the [Tolva Cup Final|EVENT]. The [Tolva Cup|EVENT] Final was long",
            [("Tolva Cup Final", "EVENT"), ("Tolva Cup Final", "EVENT")],
        ),
        ("[Ana Ruiz|PERSON] left [Kenya|GPE]. NATO met.", [("Ana Ruiz", "PERSON"), ("Kenya", "GPE"), ("NATO", "ORG")]),
        ("she speaks [Tamil|NORP], a [Tamil|NORP] said", [("Tamil", "LANGUAGE"), ("Tamil", "NORP")]),
        ("“[W]e|PERSON] must go”", []),
        (
            "the [Ovadi Institute|ORG] grew. [Ovadi|PERSON] was full.",
            [("Ovadi Institute", "ORG"), ("Ovadi", "ORG")],
        ),
    ],
)
def test_a_name_has_all_its_pieces(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


def test_a_mention_says_who_found_it() -> None:
    text = "[Ana Ruiz|PERSON] left [Kyiv|PERSON]. Then Ruiz met [the Tolva Group|ORG]."
    found = {m.text: m.by for entity in entities(text) for m in entity.mentions}
    assert found == {
        "Ana Ruiz": "model",
        "Kyiv": "rule:gazetteer",
        "Ruiz": "rule:again",
        "Tolva Group": "rule:clean",
    }


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "no names here", "A" * 5000, "😀 " * 500, "U.S. " * 300, "[|]", "((((", "Ruiz ( " * 200],
)
def test_any_text_is_read_without_names_or_parse(text: str) -> None:
    doc = spacy.blank("en").make_doc(text)
    for entity in find_entities(doc):
        assert all(text[m.start : m.end] == m.text for m in entity.mentions)


def test_labels_of_other_pipelines_are_read() -> None:
    assert mentions("[Ana Ruiz|PER] met [Tolva Group|ORG]; [five|CARDINAL]") == [
        ("Ana Ruiz", "PERSON"),
        ("Tolva Group", "ORG"),
    ]


def test_ids_number_the_entities_by_first_mention() -> None:
    found = entities("In [Kenya|GPE], [Ana Ruiz|PERSON] met [Kenyans|NORP]. [Ruiz|PERSON] left [Kenya|GPE].")
    assert [(entity.id, entity.name) for entity in found] == [("e1", "Kenya"), ("e2", "Ana Ruiz"), ("e3", "Kenyans")]


def test_every_table_has_a_header_and_no_form_twice() -> None:
    lists = [name for name in table_names() if name.startswith("names/") and name != "names/neighbours"]
    for table in (*lists, "people"):
        names = [row[0].removeprefix("?") for row in rows(table)]
        assert len(names) == len(set(names)), table
    assert all(known.form and known.name for known in known_forms().values())


def test_every_sure_form_of_the_gazetteer_is_found_in_a_sentence() -> None:
    forms = sorted(known_forms())
    lost = [form for form in forms if known_forms()[form].sure and form not in mentions_of(f"saw {form} then")]
    assert lost == []


def mentions_of(text: str) -> list[str]:
    return [name.text for name in type_known(text, [])]


def test_what_is_known_is_known_as_it_is_written() -> None:
    assert look_up("us") is None
    assert look_up("turkey") is None
    us = look_up("US")
    assert us is not None
    assert us.name == "United States"


def test_an_empty_doc_has_no_entities() -> None:
    assert find_entities(Doc(spacy.blank("en").vocab)) == ()
