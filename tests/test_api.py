"""The library, as README shows it: `article = clusterdoc.read("data/article.txt")`."""

from __future__ import annotations

import dataclasses
import itertools
import json
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import clusterdoc
from clusterdoc import Document, facts
from clusterdoc.errors import ClusterdocError, SourceError
from clusterdoc.extractor import many
from clusterdoc.extractor.unparsed import find_unparsed_figures
from clusterdoc.source.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE = Path(__file__).parents[1] / "data" / "article.txt"


@pytest.fixture(scope="module")
def read() -> Document:
    return clusterdoc.read(ARTICLE)


def test_the_dud_rate_is_below_2_35_percent_said_by_colin_kahl(read: Document) -> None:
    [rate] = [figure for figure in read.figures if figure.of and figure.of.text == "dud rate"]
    assert (rate.value, rate.bound, rate.unit, rate.speaker) == (2.35, "<", "percent", "Colin Kahl")


def test_a_document_has_its_source_its_model_and_its_version(read: Document) -> None:
    assert read.source.name == str(ARTICLE)
    assert read.source.text == ARTICLE.read_text("utf-8")
    assert (read.model, read.version) == ("en_core_web_md 3.7.1", clusterdoc.__version__)


def test_a_document_goes_to_a_dict_and_back(read: Document) -> None:
    assert Document.from_dict(read.to_dict()) == read
    assert list(read.to_dict(["quotes"]))[-1] == "quotes"


def test_text_and_file_have_the_same_facts(read: Document) -> None:
    extracted = clusterdoc.extract(read.source.text, name=read.source.name)
    assert dataclasses.replace(extracted, source=read.source) == read
    assert (extracted.source.text, extracted.source.sentences) == (read.source.text, read.source.sentences)


def test_the_day_of_publication_resolves_friday() -> None:
    text = "The minister opened 40 schools on Friday."
    dates = [figure.date for figure in clusterdoc.extract(text, date(2023, 7, 8)).figures if figure.kind == "date"]
    assert dates == ["2023-07-07"]
    assert [figure.date for figure in clusterdoc.extract(text).figures if figure.kind == "date"] == [None]


def test_a_time_of_publication_is_its_day() -> None:
    of_a_time = clusterdoc.extract("It opened on Friday.", datetime(2023, 7, 8, 5, 30, tzinfo=UTC))
    assert of_a_time == clusterdoc.extract("It opened on Friday.", date(2023, 7, 8))
    assert of_a_time.source.published == "2023-07-08"


def test_an_unreadable_file_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        clusterdoc.read("nope.txt")


def test_an_unknown_model_is_a_sentence() -> None:
    with pytest.raises(ClusterdocError, match="Unknown model"):
        clusterdoc.extract("text", model="nope")


def test_importing_the_library_loads_nothing_heavy() -> None:
    code = (
        "import sys, clusterdoc; print([name for name in ('spacy', 'numpy', 'rich', 'click') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", [name for name in clusterdoc.__all__ if name[0].isupper()])
def test_the_facts_are_classes_of_the_package(name: str) -> None:
    assert getattr(clusterdoc, name) is getattr(facts, name)


def test_what_the_package_does_not_have_is_told() -> None:
    with pytest.raises(AttributeError, match="'clusterdoc' has no attribute 'nonsense'"):
        clusterdoc.nonsense  # noqa: B018 -- asking is the test


def test_a_day_is_a_date_or_iso_text_and_nothing_else() -> None:
    text = "The minister opened 40 schools on Friday."
    assert clusterdoc.extract(text, "2023-07-08") == clusterdoc.extract(text, date(2023, 7, 8))
    with pytest.raises(TypeError, match="not int"):
        clusterdoc.extract(text, 5)  # type: ignore[arg-type]  # what is tried
    with pytest.raises(ValueError, match="'July 7', and no day written YYYY-MM-DD"):
        clusterdoc.extract(text, "July 7")


@pytest.mark.parametrize("text", [None, b"Ana Ott left.", 5, ARTICLE])
def test_a_text_is_a_str_and_nothing_else(text: str) -> None:
    with pytest.raises(TypeError, match=f"not {type(text).__name__}: clusterdoc.read takes files"):
        clusterdoc.extract(text)


@pytest.mark.parametrize(
    ("text", "given", "published"),
    [
        ("LEEDS, 6 May 2024 - Ana Ott left.", None, "2024-05-06"),
        ("Mill burns\n\nMonday, May 6, 2024\n\nAna Ott left.", None, "2024-05-06"),
        ("LEEDS, 6 May 2024 - Ana Ott left.", "2024-05-07", "2024-05-07"),
        ("Ana Ott left in May 2024.", None, None),
    ],
)
def test_a_document_says_of_which_day_it_is(text: str, given: str | None, published: str | None) -> None:
    assert clusterdoc.extract(text, given).source.published == published
    day = given and date.fromisoformat(given)
    assert find_unparsed_figures(clusterdoc.Source("x", text), day or None).source.published == published


def test_dir_shows_the_classes() -> None:
    assert {"Document", "Quote", "extract", "read", "read_many"} <= set(dir(clusterdoc))


def test_a_repr_is_one_short_line(read: Document) -> None:
    assert (
        repr(clusterdoc.extract("Ana Ott left.", name="a.txt")) == "<Document 'a.txt': 1 entity, 0 quotes, 0 figures>"
    )
    assert repr(dataclasses.replace(read, source=dataclasses.replace(read.source, title="Aid"))).startswith(
        "<Document 'Aid': "
    )
    assert "6,941 characters" in repr(read.source)
    assert len(repr(read.source)) < 200


MANY: list[many.Article] = [
    ARTICLE,
    str(ARTICLE),
    clusterdoc.Source("note", "Ana Ott opened 40 schools on Friday.", published="2023-07-08"),
    clusterdoc.Source("nothing", ""),
]


def test_many_articles_have_the_facts_of_each_alone(read: Document) -> None:
    path, name, note, nothing = clusterdoc.read_many(MANY)
    assert path == name == read
    assert [figure.date for figure in note.figures if figure.kind == "date"] == ["2023-07-07"]
    assert (note.source.name, nothing.figures) == ("note", ())


def test_articles_are_taken_as_they_are_needed() -> None:
    texts = (clusterdoc.Source(str(n), f"{n} people died.") for n in itertools.count(2))
    found = clusterdoc.read_many(texts)
    assert [next(found).source.name for _ in range(3)] == ["2", "3", "4"]


def test_processes_give_the_same() -> None:
    articles: list[many.Article] = [clusterdoc.Source("a", "Ana Ott said 40 people died."), "nope.txt"]
    lost: list[Exception] = []
    assert [*clusterdoc.read_many(articles, processes=2, on_error=lost.append)] == [*clusterdoc.read_many(articles[:1])]
    assert [str(error) for error in lost] == ["nope.txt cannot be read: No such file or directory."]


class Echo(many.Reader):
    """Reads nothing, the first articles more slowly than the last."""

    def outcomes(self, article: many.Article) -> Iterator[many.Outcome]:
        assert isinstance(article, clusterdoc.Source)
        time.sleep(0.05 / int(article.name))
        yield Document(article, None)


def test_processes_keep_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "BATCH", 1)
    articles = [clusterdoc.Source(str(n), "") for n in range(1, 12)]
    assert list(many.outcomes(iter(articles), Echo(None, (), None), 2)) == [Document(each, None) for each in articles]


def test_what_cannot_be_read_ends_the_reading_or_is_passed_over() -> None:
    articles: list[many.Article] = ["nope.txt", clusterdoc.Source("a", "Ana Ott left.")]
    with pytest.raises(ValueError, match=r"nope\.txt cannot be read"):
        list(clusterdoc.read_many(articles))
    lost: list[Exception] = []
    assert [found.source.name for found in clusterdoc.read_many(articles, on_error=lost.append)] == ["a"]
    assert len(lost) == 1


@pytest.mark.parametrize(("articles", "options", "error"), [
    ("article.txt", {}, "several articles"),
    ([], {"date": 5}, "not int"),
    ([], {"processes": 0}, "1 or more"),
    ([], {"names": [{"pattern": "Ott"}]}, "needs a label"),
])  # fmt: skip
def test_what_is_wrong_with_many_is_said_at_once(articles: list[str], options: dict[str, Any], error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=error):
        clusterdoc.read_many(articles, **options)


def test_saved_facts_records_and_tables_are_read_as_the_command_reads_them(tmp_path: Path, read: Document) -> None:
    (tmp_path / "saved.json").write_text(json.dumps(read.to_dict()), "utf-8")
    assert clusterdoc.read(tmp_path / "saved.json") == read
    (tmp_path / "one.json").write_text('[{"text": "It cost $5.", "date": "July 7, 2023"}]', "utf-8")
    one = clusterdoc.read(tmp_path / "one.json")
    assert (one.source.published, one.figures[0].value) == ("2023-07-07", 5)
    (tmp_path / "many.csv").write_text("text,date\nIt cost $5.,5/6/2023\nIt cost $6.,\n", "utf-8")
    with pytest.raises(SourceError, match=r"holds several articles: clusterdoc\.read_many"):
        clusterdoc.read(tmp_path / "many.csv")
    with pytest.warns(UserWarning, match="1 date could not be read: '5/6/2023' of "):
        many = list(clusterdoc.read_many([tmp_path / "many.csv", tmp_path / "saved.json"]))
    assert [document.source.name.rpartition("/")[2] for document in many[:2]] == ["many.csv:2", "many.csv:3"]
    assert many[2] == read


def test_an_address_of_the_web_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clusterdoc.source.web.fetch", lambda url, _: Content(b"It cost $5.", url, url=url))
    read = clusterdoc.read("https://example.org/a")
    assert (read.source.url, read.figures[0].value) == ("https://example.org/a", 5)
