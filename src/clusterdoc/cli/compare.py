"""`clusterdoc compare`: the same story in many articles."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from clusterdoc.cli.articles import documents
from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import Failure, note
from clusterdoc.cli.options import files_argument, reading_options
from clusterdoc.cli.show import json_layout, screen, view_options
from clusterdoc.view.text_table import TextTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.cli.options import Reading
    from clusterdoc.cli.show import View
    from clusterdoc.facts import Document, Quote

FEWEST: Final = 2  # articles that can be compared


@click.command(
    short_help="The same story in many articles: its figures side by side.",
    epilog=examples(
        "clusterdoc compare old.txt new.txt",
        "clusterdoc compare --speaker kahl old.txt new.txt",
        "clusterdoc compare --store news.db --words 'cluster munitions' --html > munitions.html",
    ),
)
@files_argument
@click.option(
    "--store", metavar="STORE", type=click.Path(path_type=Path), help="Compare articles of this store instead of FILEs."
)
@click.option("--words", metavar="WORDS", help="Only articles of the store that have all these words in title or text.")
@click.option(
    "--speaker", metavar="NAME", help="Show what this speaker said, in order of publication, instead of figures."
)
@click.option("--html", is_flag=True, help="Print a web page with the table.")
@reading_options
@partial(view_options, json="One object: `clusterdoc schema compare` describes it.", facts=False)
def compare(  # noqa: PLR0913 -- an option each
    *,
    files: tuple[str, ...],
    store: Path | None,
    words: str | None,
    speaker: str | None,
    html: bool,
    reading: Reading,
    view: View,
) -> None:
    """Put the figures of the same thing next to each other, with who stated each and when.

    Figures are of the same thing when their unit, what they measure, the places and the sentences are alike; doubtful
    pairs are left out. "Agree" says whether one number could be what all of them state: 12 and "at least 15" do not.
    """
    from clusterdoc.topics import quotes_by_day
    from clusterdoc.view import comparison
    from clusterdoc.view.json import dumps

    _refuse_half_of_it(files, store, words)
    found = list(_stored(store, words) if store else documents(files, reading))
    if files and speaker is None and len(found) < FEWEST:
        raise Failure(f"{nothing_shared(found)}.")
    timeline = None if speaker is None else list(quotes_by_day(found, quotes_of(found, speaker)))
    data = comparison.comparison_to_dict(found, timeline)
    if view.is_json:
        sys.stdout.write(dumps(data, **json_layout()) + "\n")
    elif view.dialect:
        comparison.write_comparison(data, sys.stdout, view.dialect)
    else:
        heading = words or (speaker and f"What {speaker} said") or f"{len(found)} articles compared"
        show_rows(found, timeline, view, heading if html else None)
    if not data["figures"] and not data["timeline"]:
        note(nothing_shared(found) if speaker is None else f"no quote of {speaker!r} in {_articles(found)}")


def show_rows(
    found: list[Document], timeline: list[tuple[Document, Quote]] | None, view: View, heading: str | None
) -> None:
    """Print a table, on a page under a heading if there is one; nothing where a table would have no row."""
    from clusterdoc.topics import figures_by_topic
    from clusterdoc.view import comparison

    columns = (*(comparison.FIGURES if timeline is None else comparison.TIMELINE), *[comparison.WHY] * view.why)
    if timeline is None:
        rows = comparison.figure_rows(figures_by_topic(found), why=view.why)
    else:
        rows = comparison.timeline_rows(timeline, why=view.why)
    if heading:
        sys.stdout.buffer.write(comparison.comparison_to_html(columns, rows, heading).encode())
    elif rows and view.typeset:
        sys.stdout.write(view.typeset("", [TextTable("", [header for header, _ in columns], rows)]))
    elif rows:
        console, page = screen()
        console.put(comparison.comparison_tables(columns, rows, page), page)


def nothing_shared(found: list[Document]) -> str:
    """Return why there is nothing to put side by side."""
    if len(found) < FEWEST:
        return f"{_articles(found)} found: two or more can be compared"
    return f"{_articles(found)}, and no figure of the same thing in two of them"


def _articles(found: list[Document]) -> str:
    """Return how many articles there are, in words."""
    return f"{len(found) or 'no'} article{'s' * (len(found) != 1)}"


def _refuse_half_of_it(files: tuple[str, ...], store: Path | None, words: str | None) -> None:
    """Raise UsageError unless there are FILEs or a store."""
    if words and not store:
        raise click.UsageError("--words chooses articles of a store: add --store STORE.")
    if store and files:
        raise click.UsageError(f"Take FILEs or --store {store}, not both.")
    if not store and not files:
        raise click.UsageError("Name two or more FILEs, or --store STORE.")


def quotes_of(found: list[Document], speaker: str) -> list[tuple[Quote, ...]]:
    """Return the quotes of a speaker in each document."""
    from clusterdoc.selection import with_speakers

    return [with_speakers(document, [speaker]).quotes for document in found]


def _stored(store: Path, words: str | None) -> Iterator[Document]:
    """Yield the documents of a store whose title or text has all of some words."""
    from clusterdoc.store.connect import open_to_read
    from clusterdoc.store.read import stored_documents
    from clusterdoc.store.search import articles_with

    with open_to_read(store) as connection:
        for article in articles_with(connection, (words or "").split()):
            yield from (one.document for one in stored_documents(connection, article))
