"""The day and the title that a source tells: they reach the facts and the page, unless --date says another day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from test_source_office import CHAPTER, CONTAINER, PACKAGE, packed

from clusterdoc.cli import articles, group
from clusterdoc.facts import Document, Source
from clusterdoc.view.html import to_html

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Ms Ott said on Friday that it cost $5 million."
PAGE = (
    "<html><head><title>A bridge</title>{}</head><body><article><h1>A bridge</h1><p>" + WORDS + "</p></article></body>"
)
TIME = '<meta property="article:published_time" content="{}T23:30:00-05:00">'
LETTER = "From: a@b.example\nTo: c@d.example\nSubject: A bridge\nDate: Fri, 7 Jul 2023 23:00:00 -0500\n\n" + WORDS
BOOK = PACKAGE.replace("<title>", "<date>2023-07-07T10:00:00Z</date><title>")
EPUB = packed(**{"META-INF__container_xml": CONTAINER, "o__p_opf": BOOK, "o__t__1_xhtml": CHAPTER})
RECORD = {"text": WORDS, "headline": "A bridge", "published_at": "July 7th, 2023"}


@pytest.mark.parametrize(
    ("name", "data", "day"),
    [
        ("a.html", PAGE.format(TIME.format("2023-07-07")).encode(), "2023-07-07"),
        ("b.html", PAGE.format(TIME.format("2022-07-08")).encode(), "2022-07-08"),
        ("c.html", PAGE.format("").encode(), None),
        ("a.eml", LETTER.encode(), "2023-07-07"),
        ("a.epub", EPUB, "2023-07-07"),
        ("a.json", json.dumps([RECORD]).encode(), "2023-07-07"),
        ("a.csv", f'published,title,text\n7 Jul 2023,A bridge,"{WORDS}"\n'.encode(), "2023-07-07"),
    ],
)
def test_the_day_and_title_of_a_source_are_those_of_its_facts(
    tmp_path: Path, name: str, data: bytes, day: str | None
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    shown = CliRunner().invoke(group, ["figures", "--no-parse", "--json", str(path)])
    read = json.loads(shown.stdout)
    assert (read["source"]["title"], read["source"]["published"]) == ("A bridge", day)
    assert shown.stderr.count("(--date sets another)") == (day is not None)
    assert (f"says that it is of {day}: " in shown.stderr) == (day is not None and not name.endswith(("json", "csv")))
    if "Friday" in read["source"]["text"]:
        assert (read["figures"][0]["date"] is not None) == (day is not None)
    other = CliRunner().invoke(group, ["figures", "--no-parse", "--date", "2020-01-01", "--json", str(path)])
    assert (json.loads(other.stdout)["source"]["published"], "relative" in other.stderr) == ("2020-01-01", False)


def test_a_page_has_the_title_and_the_day_of_its_source() -> None:
    page = to_html(Document(Source("dir/a.html", "It cost $5.", (), "A <bridge>", "2023-07-07"), "m"))
    assert "<h1>A &lt;bridge&gt;</h1>" in page
    assert "2023-07-07 · 3 words" in page
    assert "<h1>a.html</h1>" in to_html(Document(Source("dir/a.html", "It cost $5."), "m"))


def test_two_pages_of_one_text_and_two_days_do_not_share_what_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(articles, "_parsed", articles.unparsed)
    days = []
    for number, day in enumerate(("2023-07-07", "2022-07-07", "2023-07-07")):
        (tmp_path / f"{number}.html").write_text(PAGE.format(TIME.format(day)), "utf-8")
        shown = CliRunner().invoke(group, ["figures", "--json", str(tmp_path / f"{number}.html")])
        assert shown.exit_code == 0, shown.stderr
        days.append(json.loads(shown.stdout)["figures"][0]["date"])
    assert days == ["2023-07-07", "2022-07-01", "2023-07-07"]
