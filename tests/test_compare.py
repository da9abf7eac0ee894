"""The same story in many articles: figures of the same thing side by side, and a timeline of a speaker."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import jsonschema
import pytest
from click.testing import CliRunner, Result

from clusterdoc.cli import group
from clusterdoc.facts import Document, Figure, Source, Span
from clusterdoc.topics import figures_by_topic

if TYPE_CHECKING:
    from pathlib import Path

    from clusterdoc.extractor import Extractor

MONDAY = """TORVIK, 3 June 2024 - Police said 12 people died in the fire at the Dahl mill in Torvik.
The repairs of the mill will cost $4 million, the owner said.
Mayor Ana Ott said the fire brigade had 30 trucks. “We lost friends,” Ott said."""
TUESDAY = """TORVIK, 4 June 2024 - Mayor Ana Ott said at least 15 people died in the fire at the Dahl mill in Torvik.
The repairs of the mill will cost about $4 million, said an insurer.
“We will rebuild the mill,” Ott said. The town has 4,000 people."""


def document(name: str, text: str, figures: list[dict[str, object]], published: str | None = None) -> Document:
    """Return a document with figures that are told by their words."""
    found = []
    for number, cells in enumerate(figures, 1):
        words, of = str(cells.pop("words")), str(cells.pop("of", ""))
        start = text.index(words)
        span = Span(text.index(of), text.index(of) + len(of), of) if of else None
        found.append(Figure(f"f{number}", start, start + len(words), words, of=span, **cells))  # type: ignore[arg-type]
    return Document(Source(name, text, ((0, len(text)),), published=published), None, figures=tuple(found))


def pair(one: dict[str, object], other: dict[str, object], sentence: str = "The {} in Oran") -> list[bool]:
    """Return whether two figures of one sentence are of one topic, and then whether they agree."""
    documents = []
    for name, cells in (("a", one), ("b", other)):
        text = f"{sentence.format(cells.get('of', ''))} was {cells['words']}."
        documents.append(document(name, text, [dict(cells)]))
    return [topic.agreed for topic in figures_by_topic(documents)]


TOLL = {"kind": "count", "unit": "person", "of": "dead people"}


@pytest.mark.parametrize(
    ("one", "other", "topics"),
    [
        ({**TOLL, "words": "12", "value": 12}, {**TOLL, "words": "15", "value": 15, "bound": ">="}, [False]),
        ({**TOLL, "words": "16", "value": 16}, {**TOLL, "words": "15", "value": 15, "bound": ">="}, [True]),
        ({**TOLL, "words": "12", "value": 12}, {**TOLL, "words": "12", "value": 12}, [True]),
        ({**TOLL, "words": "11", "value": 11}, {**TOLL, "words": "10 to 20", "low": 10, "high": 20}, [True]),
        ({**TOLL, "words": "99", "value": 99}, {**TOLL, "words": "100", "value": 100, "bound": "~"}, [True]),
        ({**TOLL, "words": "12", "value": 12}, {**TOLL, "words": "15", "value": 15, "of": "hurt people"}, []),
        (
            {**TOLL, "words": "12", "value": 12},
            {**TOLL, "words": "15", "value": 15, "unit": "house", "of": "roofs"},
            [],
        ),
        (
            {"kind": "money", "unit": "USD", "of": "cost", "words": "$4", "value": 4},
            {"kind": "money", "unit": "EUR", "of": "cost", "words": "€4", "value": 4},
            [],
        ),
        (
            {"kind": "percent", "unit": "percent", "of": "inflation", "words": "4%", "value": 4},
            {"kind": "percent", "unit": "percent", "of": "inflation", "words": "5%", "value": 5, "role": "to"},
            [False],
        ),
        (
            {"kind": "percent", "unit": "percent", "of": "inflation", "words": "4%", "value": 4},
            {"kind": "percent", "unit": "percent", "of": "inflation", "words": "5%", "value": 5, "role": "change"},
            [],
        ),
        ({**TOLL, "words": "12", "value": 12}, {**TOLL, "words": "one", "value": 1, "weak": True}, []),
        ({"kind": "date", "words": "Monday"}, {"kind": "date", "words": "Monday"}, []),
    ],
)
def test_figures_of_the_same_thing_are_put_together(
    one: dict[str, object], other: dict[str, object], topics: list[bool]
) -> None:
    assert pair(one, other) == topics


def test_figures_of_the_same_name_in_other_sentences_are_of_other_things() -> None:
    share = {"kind": "percent", "unit": "percent", "of": "share"}
    one = document("a", "Kerr holds a share of 4% in the brewery.", [{**share, "words": "4%", "value": 4}])
    other = document("b", "Voters gave Ruiz a share of 9% on Sunday.", [{**share, "words": "9%", "value": 9}])
    assert figures_by_topic([one, other]) == ()


def test_what_one_article_alone_states_is_not_compared_and_the_earliest_comes_first() -> None:
    later = document("a", "The dead people in Oran were 12.", [{**TOLL, "words": "12", "value": 12}], "2024-06-04")
    sooner = document("b", "The dead people in Oran were 9.", [{**TOLL, "words": "9", "value": 9}], "2024-06-03")
    alone = replace(later, figures=(later.figures[0], replace(later.figures[0], id="f2")))
    assert figures_by_topic([alone]) == ()
    (topic,) = figures_by_topic([later, sooner])
    assert [one.figure.value for one in topic.stated] == [9, 12]


FLOOD = {
    "2024-06-03": """Floods kill 14 in Torvik valley
TORVIK, Norway - At least 14 people were killed when the Selma river burst its banks early on Sunday, police said.
About 300 homes were damaged in the town of Torvik and 2,500 people were evacuated. Mayor Ana Ott put the damage at
$40 million. Eleven people are still missing, Ott said.""",
    "2024-06-04": """Death toll in Norway floods rises to 19
TORVIK - The death toll from floods in the Torvik valley of Norway has risen to 19, officials said on Monday, as
rescuers searched for seven missing people. Damage in Torvik is estimated at $65 million, said insurer Kerr & Dahl.
Some 320 homes in Torvik were damaged. More than 3,000 people have been evacuated from their homes.""",
    "2024-06-05": """Nineteen people died in floods in the Norwegian town of Torvik, the ministry said on Tuesday.
Ten of the dead were children. Mayor Ana Ott said damage would cost $70 million. "We will rebuild," she said. In 2011,
a flood in Torvik killed three people.""",
}


def test_three_reports_of_a_flood_are_put_side_by_side(found: Extractor) -> None:
    read = [found.extract(Source(day, text, published=day)) for day, text in FLOOD.items()]
    topics = {topic.name: (topic.agreed, {one.figure.text for one in topic.stated}) for topic in figures_by_topic(read)}
    assert topics == {
        "people dead": (True, {"At least 14", "19", "Nineteen"}),
        "damage": (False, {"$40 million", "$65 million", "$70 million"}),
        "homes": (True, {"About 300", "Some 320"}),
        "people moved": (False, {"2,500", "More than 3,000"}),
        "people missing": (False, {"Eleven", "seven"}),
    }


OF_OTHER_THINGS = [  # two articles, and no figure of one that is of the same thing as one of the other
    ("A bus crash in Oran killed 12 people, police said.", "A bus crash in Lima killed 15 people, police said."),
    ("A fire in Oran killed 12 people.", "A fire in Oran killed 12 soldiers."),
    ("The fire in Oran killed nine people.", "The fire in Oran killed 15 people in 2011."),
    (
        "A fire in Oran killed nine people.",
        "A fire in Oran killed nine people, and seven more people died in hospital.",
    ),
    ("A category 2 hurricane has winds of 96 mph.", "A category 4 hurricane has winds of 130 mph."),
    ("Ott led Kerr by 49 percent to 42 percent in the poll.", "Ott led Kerr by 51 percent to 40 percent in the poll."),
    ("Ana Ott won 8 delegates in the primary.", "Ben Kerr won 9 delegates in the primary."),
    (
        "The number of infections passed one million worldwide.",
        "The number of infections passed one million in Norway.",
    ),
    ("The hotel had 120 people in it.", "The house was home to 1,000 people."),
]


@pytest.mark.parametrize(("one", "other"), OF_OTHER_THINGS)
def test_a_wrong_pair_is_worse_than_none(found: Extractor, one: str, other: str) -> None:
    read = [found.extract(Source(name, text, published="2024-06-03")) for name, text in (("a", one), ("b", other))]
    wrong = [topic for topic in figures_by_topic(read) if len({one.figure.value for one in topic.stated}) > 1]
    assert wrong == []


@pytest.mark.parametrize(("one", "other"), [
    ("2024-06-03", "2024-08-03"),
    ("2024-06-03", None),
])  # fmt: skip
def test_deaths_of_another_month_are_of_another_story(found: Extractor, one: str, other: str | None) -> None:
    texts = ("A fire in Oran killed nine people.", "A fire in Oran killed twelve people.")
    read = [found.extract(Source("a", text, published=day)) for text, day in zip(texts, (one, other), strict=True)]
    assert bool(figures_by_topic(read)) == (other is None)


def clusterdoc(*args: object) -> Result:
    return CliRunner().invoke(group, [str(arg) for arg in args])


@pytest.fixture
def saved(tmp_path: Path, found: Extractor) -> list[Path]:
    """Return two articles on a fire, read and saved as JSON."""
    paths = []
    for name, day, text in (("monday", "2024-06-03", MONDAY), ("tuesday", "2024-06-04", TUESDAY)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, "utf-8")
        read = found.extract(Source(f"{name}.txt", text))
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(json.dumps(replace(read, source=replace(read.source, published=day)).to_dict()), "utf-8")
    return paths


def test_twelve_dead_and_at_least_fifteen_are_seen_at_a_glance(saved: list[Path]) -> None:
    lines = clusterdoc("compare", *saved).stdout.splitlines()
    deaths = [line for line in lines if "  12  " in line or ">= 15" in line]
    assert len(deaths) == 2, lines
    assert all("  no  " in line for line in deaths)
    assert [day for line in deaths for day in ("2024-06-03", "2024-06-04") if day in line] == [
        "2024-06-03",
        "2024-06-04",
    ]
    assert "Ana Ott" in deaths[1]
    assert not [line for line in lines if "  30  " in line or "4,000  " in line]


def test_the_json_is_what_its_schema_says(saved: list[Path]) -> None:
    schema = json.loads(clusterdoc("schema", "compare").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    for more in ((), ("--speaker", "ott")):
        data = json.loads(clusterdoc("compare", *saved, "--json", *more).stdout)
        jsonschema.validate(data, schema)
        assert bool(data["timeline"]) == bool(more)
        assert bool(data["figures"]) != bool(more)


def test_a_timeline_says_what_a_speaker_said_and_when(saved: list[Path]) -> None:
    lines = clusterdoc("compare", *reversed(saved), "--speaker", "ott").stdout.splitlines()
    said = [line for line in lines if "We " in line]
    assert [line.split()[0] for line in said] == ["2024-06-03", "2024-06-04"]
    assert (
        clusterdoc("compare", *saved, "--speaker", "nobody").stderr
        == "clusterdoc: no quote of 'nobody' in 2 articles\n"
    )


def test_a_page_and_markdown_have_the_same_rows_and_nothing_acts(saved: list[Path]) -> None:
    page = clusterdoc("compare", *saved, "--html").stdout
    assert "&gt;= 15" in page
    assert "<script" not in page
    assert "15" in clusterdoc("compare", *saved, "--markdown").stdout


@pytest.mark.usefixtures("own_process")
def test_articles_of_a_store_are_compared(saved: list[Path], tmp_path: Path) -> None:
    del saved
    store = tmp_path / "news.db"
    assert clusterdoc("run", tmp_path / "monday.txt", tmp_path / "tuesday.txt", "--store", store).exit_code == 0
    shown = clusterdoc("compare", "--store", store, "--words", "dahl fire").stdout
    assert ">= 15" in shown
    few = clusterdoc("compare", "--store", store, "--words", "flood")
    assert (few.exit_code, few.stdout) == (0, "")
    assert few.stderr == "clusterdoc: no articles found: two or more can be compared\n"


def test_csv_has_a_row_for_each_figure_or_quote(saved: list[Path]) -> None:
    rows = list(csv.DictReader(io.StringIO(clusterdoc("compare", *saved, "--csv").stdout)))
    assert [(row["value"], row["bound"], row["speaker"], row["agree"]) for row in rows if row["kind"] == "count"] == [
        ("12", "=", "Police", "false"),
        ("15", ">=", "Ana Ott", "false"),
    ]
    rows = list(csv.DictReader(io.StringIO(clusterdoc("compare", *saved, "--speaker", "ott", "--csv").stdout)))
    assert {row["speaker"] for row in rows} == {"Ana Ott"}
