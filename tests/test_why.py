"""Every view says why on request, and every reason is a rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from made import DOCUMENT

from clusterdoc.cli import group
from clusterdoc.diff import compare
from clusterdoc.topics import Stated, Topic
from clusterdoc.view.comparison import figure_rows, timeline_rows
from clusterdoc.view.diff_table import changes_table
from clusterdoc.view.hits import text_tables_of
from clusterdoc.view.html import to_html

ARTICLE = Path(__file__).parents[1] / "data" / "article.txt"


@pytest.mark.parametrize("command", ["entities", "quotes", "figures"])
def test_why_adds_a_column_that_is_never_empty(command: str) -> None:
    shown = CliRunner().invoke(group, [command, "--why", "--markdown", str(ARTICLE)], catch_exceptions=False).stdout
    header, _, *rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert header.endswith("| Why |")
    assert all(row.rsplit("|", 2)[1].strip() for row in rows)


def test_the_page_says_why_in_its_tooltips(article: object) -> None:
    assert "[found by " in to_html(article, why=True)  # type: ignore[arg-type]  # the fixture's Document
    assert "[found by " not in to_html(article)  # type: ignore[arg-type]  # the same


def test_quotes_can_be_asked_for_by_whom_they_are_about() -> None:
    run = CliRunner().invoke(group, ["quotes", "--about", "stoltenberg", str(ARTICLE)])
    everything = CliRunner().invoke(group, ["quotes", "--about", "ukraine", str(ARTICLE)])
    assert len(run.stdout.splitlines()) < len(everything.stdout.splitlines())
    assert "fit --about" in CliRunner().invoke(group, ["quotes", "--about", "nobody", str(ARTICLE)]).stderr


FIGURE = replace(DOCUMENT.figures[0], by="rule:number of percent", of_by="rule:worth")
WHY = "number of percent; of: worth"


def test_what_a_search_finds_says_why() -> None:
    hit = {"fact": "figure", "speaker": None, "text": "5%", "of": "rent", "sentence": "", "title": None, "date": None}
    (table,) = text_tables_of([{**hit, "article": "a.txt", "by": FIGURE.by, "of_by": FIGURE.of_by}], why=True)
    assert (table.headers[-1], table.rows[0][-1]) == ("Why", WHY)


def test_figures_and_quotes_side_by_side_say_why() -> None:
    topic = Topic([Stated(DOCUMENT, FIGURE)])
    assert [row[-1] for row in figure_rows([topic], why=True)] == [WHY]
    quote = replace(DOCUMENT.quotes[0], by="rule:clause")
    assert [row[-1] for row in timeline_rows([(DOCUMENT, quote)], why=True)] == ["clause"]


def test_a_change_says_why_before_and_after() -> None:
    old, new = (
        replace(DOCUMENT, figures=(replace(FIGURE, value=value, by=by), *DOCUMENT.figures[1:]))
        for value, by in ((2, "rule:range"), (3, FIGURE.by))
    )
    changes = [change for change in compare(old, new) if change.fact == "figure"]
    assert [changes_table(changes, why=True).columns[-1].cell(change, new) for change in changes] == [
        f"range; of: worth → {WHY}"
    ]
