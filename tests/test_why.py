"""Every view says why on request, and every reason is a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from clusterdoc.cli import group
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
