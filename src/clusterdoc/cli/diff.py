"""`clusterdoc diff`: what changed between two versions of a story."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

import click

from clusterdoc.cli.articles import extract, read
from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import DIFFERENT, Failure, note
from clusterdoc.cli.options import reading_options
from clusterdoc.cli.show import json_layout, screen
from clusterdoc.errors import SourceError
from clusterdoc.facts import LISTS, Document
from clusterdoc.source.content import read_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.cli.options import Reading
    from clusterdoc.diff import Change

SAVED: Final = b'"schema_version"'


@click.command(
    short_help="What changed between two versions of a story.",
    epilog=examples("clusterdoc diff facts.json article.txt", "clusterdoc diff --json facts.json article.txt"),
)
@click.argument("old", type=click.Path(allow_dash=True))
@click.argument("new", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object, as `clusterdoc schema diff` describes it.")
@reading_options
def diff(old: str, new: str, reading: Reading, *, as_json: bool) -> None:
    """Show what changed between two versions of a story; exit 1 if anything did.

    OLD and NEW are articles, or what `clusterdoc facts --json` saved of them. Facts are aligned by what they are about,
    so that a paragraph moved is no difference.
    """
    from clusterdoc.diff import compare
    from clusterdoc.view.diff_table import to_dict
    from clusterdoc.view.json import dumps

    before, told_before = side(old, reading)
    after, told_after = side(new, reading)
    changes = compare(before, after, [name for name in LISTS if name in told_before and name in told_after])
    if as_json:
        sys.stdout.write(dumps(to_dict(before, after, changes), **json_layout()) + "\n")
    elif changes:
        show_table(after, changes)
    else:
        note("no difference")
    if changes:
        raise click.exceptions.Exit(DIFFERENT)


def side(name: str, reading: Reading) -> tuple[Document, Sequence[str]]:
    """Return one side of the comparison and the lists of facts it has; a saved document needs no model."""
    content = read(name, reading)
    if not content.data.lstrip().startswith(b"{") or not (SAVED in content.data or is_json(content.data)):
        return extract(content, reading).document(), LISTS
    try:
        data = json.loads(read_content(content).text)
        return Document.from_dict(data), [one for one in LISTS if one in data]
    except SourceError:
        raise
    except RecursionError:
        raise Failure(f"{name} cannot be read as saved facts: it is nested too deeply.") from None
    except ValueError as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            raise Failure(f"{name} holds more than one document: diff compares two.") from error
        raise Failure(f"{name} cannot be read as saved facts: {error}") from error


def is_json(data: bytes) -> bool:
    """Return whether bytes are a JSON object: then they are no article, though they may be no document either."""
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False


def show_table(new: Document, changes: Sequence[Change]) -> None:
    """Print the changes as a table, a row each."""
    from clusterdoc.view.diff_table import table
    from clusterdoc.view.table import rows

    console, page = screen()
    console.put(rows(table(changes), new, page), page)
