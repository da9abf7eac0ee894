"""`clusterdoc report`: an article and its facts as one page to send to somebody."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from clusterdoc.cli.articles import default_file, only_article, open_content
from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import Failure, note
from clusterdoc.cli.options import reading_options

if TYPE_CHECKING:
    from clusterdoc.cli.options import Reading
    from clusterdoc.facts import Document


GENERATOR: Final = b'<meta name="generator" content="clusterdoc '
HEAD_BYTES: Final = 1000
MANY: Final = "a report shows one; clusterdoc run keeps many in a store, of which --store and --article show one"
SOME_IDS: Final = 3  # that are named when another was asked for


@click.command(
    epilog=examples(
        "clusterdoc report article.txt -o report.html",
        "clusterdoc report --store news.db --article articles/one.txt -o report.html",
    )
)
@click.argument("file", required=False, type=click.Path(allow_dash=True))
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False), help="File to write the page to.")
@click.option(
    "--store", metavar="STORE", type=click.Path(path_type=Path), help="Show an article of this store instead of a FILE."
)
@click.option("--article", metavar="ID", help="Id of an article in the store; `clusterdoc search --json` shows it.")
@click.option("--why", is_flag=True, help="Name the rules that found each fact in the tooltip of its mark.")
@reading_options
def report(  # noqa: PLR0913 -- an option each
    file: str | None, output: str | None, store: Path | None, article: str | None, reading: Reading, *, why: bool
) -> None:
    """One HTML page: the article with every fact marked and linked.

    The page has no script and loads nothing. It goes to the file that -o names, else to standard output, or, where
    that is a terminal, to a file named as the article.
    """
    from clusterdoc.view.html import to_html

    _refuse_half_of_it(file, store, article)
    if store and article:
        write(to_html(_stored(store, article), why=why), output or page_name(article))
        return
    document = only_article(open_content(default_file() if file is None else file, reading), reading, MANY)
    write(to_html(document, why=why), output or page_name(document.source.name))


def _refuse_half_of_it(file: str | None, store: Path | None, article: str | None) -> None:
    """Raise UsageError unless there is a FILE, nothing, or a store and an article of it."""
    if store and file:
        raise click.UsageError(f"{file} is a FILE; of the store name an article: --store {store} --article ID.")
    if store and article is None:
        raise click.UsageError(f"Which article of {store}? Add --article ID: `clusterdoc search --json` shows the ids.")
    if article is not None and store is None:
        raise click.UsageError("--article is the id of an article in a store: add --store STORE.")


def page_name(source: str) -> str | None:
    """Return where a page goes that no terminal should show: "article.html" for "news/article.txt"; else None.

    Raises Failure when a file of that name is there that is no page of clusterdoc's.
    """
    if not sys.stdout.isatty():
        return None
    name = f"{Path(source).stem or 'article'}.html"
    try:
        with Path(name).open("rb") as file:
            ours = GENERATOR in file.read(HEAD_BYTES)
    except FileNotFoundError:
        ours = True
    except OSError:
        ours = False
    if not ours:
        raise Failure(f"{name} is there and is no page of clusterdoc's: name another with -o.")
    note(f"the page is in {name}")
    return name


def _stored(store: Path, article: str) -> Document:
    """Return the document of an article in a store."""
    from clusterdoc.store.connect import open_to_read
    from clusterdoc.store.read import stored_documents
    from clusterdoc.store.search import articles_with

    with open_to_read(store) as connection:
        found = next(stored_documents(connection, article), None)
        if found is None:
            ids = ", ".join(map(repr, articles_with(connection, ())[:SOME_IDS]))
            raise Failure(f"{store} holds no article {article!r}" + (f"; it holds {ids} …" if ids else "."))
    return found.document


def write(page: str, output: str | None) -> None:
    """Write a page in UTF-8, whatever the encoding of the terminal: the page says that it is UTF-8."""
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(page.encode())
        return
    try:
        write_whole(Path(output), page.encode())
    except OSError as error:
        raise Failure(f"{output} cannot be written: {error.strerror}.") from error


def write_whole(path: Path, page: bytes) -> None:
    """Write a page in place of the one that is there, which stays as it is when the disk is full."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(page)  # a pipe, a terminal
        return
    unfinished = path.with_name(f".{path.name[:200]}.{os.getpid()}")
    try:
        unfinished.write_bytes(page)
        if path.exists():
            unfinished.chmod(path.stat().st_mode)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
