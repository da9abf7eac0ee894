"""`clusterdoc entities | quotes | figures | facts`: read, find, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clusterdoc.cli.articles import documents
from clusterdoc.cli.options import examples, files_argument, reading_options

if TYPE_CHECKING:
    from clusterdoc.cli.options import Reading


@click.command(epilog=examples("clusterdoc entities article.txt"))
@files_argument
@reading_options
def entities(files: tuple[str, ...], reading: Reading) -> None:
    """Who and what is named, most mentioned first."""
    for document in documents(files, reading):
        click.echo(len(document.entities))


@click.command(epilog=examples("clusterdoc quotes article.txt"))
@files_argument
@reading_options
def quotes(files: tuple[str, ...], reading: Reading) -> None:
    """Who said what, in the order of the article."""
    for document in documents(files, reading):
        click.echo(len(document.quotes))


@click.command(epilog=examples("clusterdoc figures article.txt"))
@files_argument
@reading_options
def figures(files: tuple[str, ...], reading: Reading) -> None:
    """Money, percentages, measures, counts, dates."""
    for document in documents(files, reading):
        click.echo(len(document.figures))


@click.command(epilog=examples("clusterdoc facts article.txt"))
@files_argument
@reading_options
def facts(files: tuple[str, ...], reading: Reading) -> None:
    """All three: entities, quotes and figures."""
    for document in documents(files, reading):
        click.echo(len(document.figures))
