"""`clusterdoc report`: an article and its facts as one page to send to somebody."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clusterdoc.cli.articles import default_file, documents
from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import Failure
from clusterdoc.cli.options import reading_options

if TYPE_CHECKING:
    from clusterdoc.cli.options import Reading


@click.command(epilog=examples("clusterdoc report article.txt -o report.html"))
@click.argument("file", required=False, type=click.Path(allow_dash=True))
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False), help="Write the page here.")
@click.option("--why", is_flag=True, help="Every mark's tooltip also names the rules that found it.")
@reading_options
def report(file: str | None, output: str | None, reading: Reading, *, why: bool) -> None:
    """One HTML page: the article with every fact marked and linked.

    The page holds no script and loads nothing. It goes to standard output unless -o names a file.
    """
    from clusterdoc.view.html import to_html

    for document in documents([default_file() if file is None else file], reading):
        write(to_html(document, why=why), output)


def write(page: str, output: str | None) -> None:
    """Write a page in UTF-8, whatever the encoding of the terminal: the page says that it is UTF-8."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(page.encode())
        return
    try:
        Path(output).write_bytes(page.encode())
    except OSError as error:
        raise Failure(f"{output} cannot be written: {error.strerror}.") from error
