"""`clusterdoc diff`: what changed between two versions of a story."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from clusterdoc.cli.articles import only_article, open_content
from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import DIFFERENT, Failure, note
from clusterdoc.cli.options import kind_option, reading_options
from clusterdoc.cli.show import WHY, json_layout, screen
from clusterdoc.facts import LISTS
from clusterdoc.selection import KINDS, TYPES_AND_KINDS
from clusterdoc.source.content import read_content

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clusterdoc.cli.options import Reading
    from clusterdoc.diff import Change
    from clusterdoc.facts import Document
    from clusterdoc.source.content import Content

TWO: Final = "diff compares one with one; compare takes many"
SAVED: Final = b'"schema_version"'


@click.command(
    short_help="What changed between two versions of a story.",
    epilog=examples(
        "clusterdoc diff facts.json article.txt",
        "clusterdoc diff --only quotes --only figures facts.json article.txt",
        "clusterdoc diff --kind money --json facts.json article.txt",
    ),
)
@click.argument("old", type=click.Path(allow_dash=True))
@click.argument("new", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object, as `clusterdoc schema diff` describes it.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(LISTS, case_sensitive=False),
    metavar="LIST",
    help=f"Only this list of facts; repeatable. {', '.join(LISTS)}.",
)
@kind_option(TYPES_AND_KINDS, "type of quote or kind of figure")
@WHY
@reading_options
def diff(  # noqa: PLR0913 -- an option each
    *, old: str, new: str, only: tuple[str, ...], kinds: tuple[str, ...], why: bool, reading: Reading, as_json: bool
) -> None:
    """Show what changed between two versions of a story; exit 1 if anything did.

    OLD and NEW are articles, or what `clusterdoc facts --json` saved of them. Facts are aligned by what they are about,
    so a paragraph that has only moved is not a difference.
    """
    from clusterdoc.diff import compare, of_kinds
    from clusterdoc.view.diff_table import changes_to_dict
    from clusterdoc.view.json import dumps

    refuse_kinds_left_out(kinds, only)
    one, other = side(old, reading), side(new, reading)
    lists = _compared(only or LISTS, {old: one.lists, new: other.lists}, asked=bool(only))
    before = of_the_same_day(one, other, reading).document
    after = of_the_same_day(other, one, reading).document
    changes = of_kinds(compare(before, after, lists), kinds)
    if found_by(before) != found_by(after):
        note(f"{old} is from {found_by(before)}, {new} from {found_by(after)}: some changes may come from that")
    if as_json:
        sys.stdout.write(dumps(changes_to_dict(before, after, changes), **json_layout()) + "\n")
    elif changes:
        show_table(after, changes, why=why)
    else:
        note("no difference")
    if changes:
        raise click.exceptions.Exit(DIFFERENT)


def refuse_kinds_left_out(kinds: Sequence[str], only: Sequence[str]) -> None:
    """Raise UsageError for a kind of which --only leaves out the facts: nothing would be compared."""
    for kind in kinds:
        of = "figures" if kind in KINDS else "quotes"
        if only and of not in only:
            raise click.UsageError(f"--kind {kind} is of {of}, and --only leaves these out.")


def _compared(wanted: Sequence[str], sides: Mapping[str, Sequence[str]], *, asked: bool) -> list[str]:
    """Return the lists of facts that are compared: those of some that both sides have; what is left out is said.

    Raises Failure where a side has none of them, or lacks one that was asked for.
    """
    for name, there in sides.items():
        lost = [one for one in wanted if one not in there]
        if lost and (asked or len(lost) == len(wanted)):
            raise Failure(f"{name} holds no {' and no '.join(lost)}: clusterdoc facts --json saves all three lists.")
        if lost:
            note(f"{name} holds no {' and no '.join(lost)}: these are not compared")
    return [one for one in LISTS if one in wanted and all(one in there for there in sides.values())]


def found_by(document: Document) -> str:
    """Return the clusterdoc and the model that found the facts of a document, in words."""
    return f"clusterdoc {document.version or 'of an unknown version'} with {document.model or 'no model'}"


class Side(NamedTuple):
    """One side of the comparison: its document, the lists of facts that it has, and what it was found in.

    `content` is None of facts that were saved.
    """

    document: Document
    lists: Sequence[str] = LISTS
    content: Content | None = None


def side(name: str, reading: Reading) -> Side:
    """Return one side of the comparison; a saved document needs no model."""
    content = open_content(name, reading)
    if not content.data.lstrip().startswith(b"{") or not (SAVED in content.data or is_json(content.data)):
        return Side(only_article(content, reading, TWO), content=content)
    from clusterdoc.corpus.contents import saved_facts

    try:
        data = json.loads(read_content(content).text)
    except RecursionError:
        raise Failure(f"{name} cannot be read as saved facts: it is nested too deeply.") from None
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise Failure(f"{name} holds more than one document: diff compares two.") from error
        raise Failure(f"{name} cannot be read as saved facts: {error}") from error
    except ValueError:
        raise Failure(f"{name} cannot be read as saved facts: a number has more digits than Python reads.") from None
    return Side(*saved_facts(data, name))


def of_the_same_day(one: Side, saved: Side, reading: Reading) -> Side:
    """Return a side; where its article tells no day, as it reads on the day of the saved facts."""
    day = saved.document.source.day()
    if one.content is None or saved.content is not None or day is None or one.document.source.published:
        return one
    note(f"{one.document.source.name} is read as of {day}, the day of the saved facts")
    return one._replace(document=only_article(one.content, reading._replace(date=day), TWO))


def is_json(data: bytes) -> bool:
    """Return whether bytes are a JSON object: then they are no article, though they may be no document either."""
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False


def show_table(new: Document, changes: Sequence[Change], *, why: bool) -> None:
    """Print the changes as a table, a row each."""
    from clusterdoc.view.diff_table import changes_table
    from clusterdoc.view.table import printed_rows

    console, page = screen()
    console.put(printed_rows(changes_table(changes, why=why), new, page), page)
