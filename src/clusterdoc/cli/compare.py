"""`clusterdoc compare`: the same story in many articles."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clusterdoc.cli.diff import side
from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import note
from clusterdoc.cli.options import files_argument, reading_options
from clusterdoc.cli.show import json_layout, screen, view_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.cli.options import Reading
    from clusterdoc.cli.show import View
    from clusterdoc.facts import Document, Quote


@click.command(
    short_help="The same story in many articles: its figures side by side.",
    epilog=examples(
        "clusterdoc compare old.txt new.txt",
        "clusterdoc compare --speaker kahl old.txt new.txt",
        "clusterdoc compare --store news.db --words 'cluster munitions' --html > munitions.html",
    ),
)
@files_argument
@click.option("--store", metavar="STORE", type=click.Path(path_type=Path), help="Take articles of a store instead.")
@click.option("--words", metavar="WORDS", help="Of a store: the articles with all these words in title or text.")
@click.option("--speaker", metavar="NAME", help="What this speaker said, in order of publication, instead of figures.")
@click.option("--html", is_flag=True, help="A page with the table, on standard output.")
@reading_options
@partial(view_options, json="One object: `clusterdoc schema compare` describes it.", csv=False, facts=False)
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

    Figures are of the same thing when their kind and unit, what they measure and their sentences are alike. "Agree"
    says whether one number could be what all of them state: 12 and "at least 15" do not.
    """
    from clusterdoc.topics import figures_by_topic, said_by
    from clusterdoc.view import comparison

    if (store is None) == (not files) or (words and not store):
        raise click.UsageError("Take two or more FILEs, or --store STORE with --words WORDS.")
    found = list(stored(store, words) if store else (side(name, reading)[0] for name in files))
    timeline = None if speaker is None else list(said_by(found, quotes_of(found, speaker)))
    if view.form == "json":
        sys.stdout.write(to_json(found, timeline) + "\n")
        return
    columns = comparison.FIGURES if timeline is None else comparison.TIMELINE
    rows = comparison.figure_rows(figures_by_topic(found)) if timeline is None else comparison.timeline_rows(timeline)
    if html:
        heading = words or (speaker and f"What {speaker} said") or f"{len(found)} articles compared"
        sys.stdout.buffer.write(comparison.to_html(columns, rows, heading).encode())
    elif not rows:
        note("nothing that two articles share" if timeline is None else f"nothing said by {speaker}")
    elif view.form == "markdown":
        sys.stdout.write(comparison.to_markdown(columns, rows))
    else:
        console, page = screen()
        console.put(comparison.tables(columns, rows, page), page)


def to_json(found: list[Document], timeline: list[tuple[Document, Quote]] | None) -> str:
    """Return the comparison as JSON."""
    from clusterdoc.view.comparison import to_dict
    from clusterdoc.view.json import dumps

    return dumps(to_dict(found, timeline), **json_layout())


def quotes_of(found: list[Document], speaker: str) -> list[tuple[Quote, ...]]:
    """Return the quotes of a speaker in each document."""
    from clusterdoc.selection import with_speakers

    return [with_speakers(document, [speaker]).quotes for document in found]


def stored(store: Path, words: str | None) -> Iterator[Document]:
    """Yield the documents of a store whose title or text has all of some words."""
    from clusterdoc.store.connect import open_to_read
    from clusterdoc.store.read import stored_documents
    from clusterdoc.store.search import articles_with

    with open_to_read(store) as connection:
        for article in articles_with(connection, (words or "").split()):
            yield from (one.document for one in stored_documents(connection, article))
