"""Documents to standard output: as tables, or in one of the forms of `view/forms.py`."""

from __future__ import annotations

import sys
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from clusterdoc.cli.exits import note
from clusterdoc.view.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypedDict

    from clusterdoc.cli.found import FoundFacts
    from clusterdoc.facts import Document
    from clusterdoc.view.forms import Dialect, Form, Typeset
    from clusterdoc.view.table import Page, Screen

    class JsonLayout(TypedDict):
        """How JSON is written: indented on a terminal, else on one line; in ASCII where the encoding is no Unicode."""

        indent: int | None
        ascii: bool


JSON: Final = "JSON, as `clusterdoc schema` describes it: a document a line, indented on a terminal."


class View(NamedTuple):
    """How facts are shown: in which form, None for tables; with the rules that found them; JSON with a line a fact."""

    form: Form | None = None
    why: bool = False
    lines: bool = False

    @property
    def is_json(self) -> bool:
        """Return whether facts are shown as JSON."""
        return self.form is FORMS["json"]

    @property
    def dialect(self) -> Dialect | None:
        """Return how a row for each fact is written; None where other things are."""
        return self.form.dialect if self.form else None

    @property
    def typeset(self) -> Typeset | None:
        """Return what makes text of tables; None where other things are shown."""
        return self.form.typeset if self.form else None


class Narrowing(NamedTuple):
    """What leaves facts out, a step after the other, and the option that asks for it."""

    steps: Sequence[Callable[[Document], Document]] = ()
    option: str = ""

    def narrow(self, document: Document) -> Document:
        """Return a document with fewer facts."""
        for step in self.steps:
            document = step(document)
        return document


ALL: Final = Narrowing()


WHY: Final = click.option("--why", is_flag=True, help="Add a column to tables: the rules that found each fact.")
LINES: Final = click.option(
    "--lines", is_flag=True, help="With --json: a line for each fact, so that `git diff` shows what changed."
)


def view_options(
    command: Callable[..., None], *, json: str = JSON, csv: bool = True, facts: bool = True
) -> Callable[..., None]:
    """Add an option for each form, of which the last one given wins, and --why, --lines, as one `view`.

    `json` is what --help says of JSON; without `csv` it says nothing of CSV, which the command then refuses; without
    `facts` there is no --lines.
    """

    @wraps(command)
    def with_view(form: str | None, *, why: bool = False, lines: bool = False, **options: object) -> None:
        if lines and form != "json":
            raise click.UsageError("--lines goes with --json: a line for each fact.")
        command(view=View(FORMS[form] if form else None, why, lines), **options)

    for name, form in reversed(FORMS.items()):
        hidden = not csv and form.dialect is not None
        with_view = click.option(f"--{name}", "form", flag_value=name, help=form.help or json, hidden=hidden)(with_view)
    return WHY(LINES(with_view) if facts else with_view)


def dialect_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each form that has a row for each fact, as `form`, the name of the form."""
    for name, form in reversed(FORMS.items()):
        if form.dialect:
            command = click.option(f"--{name}", "form", flag_value=name, help=form.help)(command)
    return command


def show(
    found: Iterable[FoundFacts], lists: Sequence[str], view: View, *, several: bool, narrowing: Narrowing = ALL
) -> None:
    """Print these lists of facts of each article as it comes; with several articles each table has a heading."""
    if view.is_json and not narrowing.steps:
        show_json((one.data() for one in found), lists, lined=view.lines)
        return
    documents = (narrowing.narrow(one.document()) for one in found)
    if view.is_json:
        show_json((document.to_dict() for document in documents), lists, lined=view.lines)
    elif view.dialect:
        print_rows(documents, lists[0], view.dialect)
    elif view.typeset:
        print_text(documents, lists, view.typeset, why=view.why)
    else:
        _show_tables(documents, lists, several=several, narrowed=narrowing.option, why=view.why)


def show_json(found: Iterable[Mapping[str, Any]], lists: Sequence[str], *, lined: bool = False) -> None:
    """Print one JSON document per article: indented on a terminal, else one line each, or one line a fact."""
    from clusterdoc.terms import LISTS
    from clusterdoc.view.json import dumps, dumps_lined

    layout, others = json_layout(), set(LISTS) - set(lists)
    for data in found:
        shown = {name: value for name, value in data.items() if name not in others}
        text = dumps_lined(shown, ascii=layout["ascii"]) if lined else dumps(shown, **layout)
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


def print_rows(documents: Iterable[Document], name: str, dialect: Dialect) -> None:
    """Print the header, and then a row a fact."""
    from clusterdoc.view.csv import write_header, write_rows

    write_header(name, sys.stdout, dialect)
    for document in documents:
        write_rows(document, name, sys.stdout, dialect)
        sys.stdout.flush()


def print_text(
    documents: Iterable[Document],
    lists: Sequence[str],
    typeset: Typeset,
    *,
    why: bool,
) -> None:
    """Print the tables of each document under its title, or else its name."""
    from clusterdoc.view.columns import text_tables

    for number, document in enumerate(documents):
        heading = document.source.title or document.source.name
        sys.stdout.write("\n" * bool(number) + typeset(heading, text_tables(document, lists, why=why)))
        sys.stdout.flush()


def _show_tables(
    documents: Iterable[Document], lists: Sequence[str], *, several: bool, narrowed: str = "", why: bool = False
) -> None:
    """Print tables: for the width of the terminal, or in plain columns that are never wrapped or cut."""
    from clusterdoc.view.table import document_tables, heading

    console, page = screen()
    for number, document in enumerate(documents):
        if several:
            console.print(*[""] * bool(number), heading(document.source.name, page), sep="\n", soft_wrap=True)
        console.put(document_tables(document, lists, page, why=why), page)
        if not any(getattr(document, name) for name in lists):
            note(nothing(document, lists, narrowed))
        sys.stdout.flush()


def nothing(document: Document, lists: Sequence[str], narrowed: str) -> str:
    """Return what is said of a document without a fact to show."""
    name = document.source.name
    if not document.source.text.strip():
        return f"{name} is empty"
    *others, last = lists
    return f"{name}: no {', '.join(others)}{' or ' * bool(others)}{last}{f' that fit {narrowed}' * bool(narrowed)}"


def screen() -> tuple[Screen, Page]:
    """Return what prints tables on standard output, and its page: without a width when that is no terminal."""
    from clusterdoc.view.table import Page, Screen

    console = Screen()
    return console, Page(console.width if sys.stdout.isatty() else None, stdout_encoding())


def json_layout() -> JsonLayout:
    """Return how JSON is written to standard output."""
    return {"indent": 2 if sys.stdout.isatty() else None, "ascii": not stdout_encoding().startswith("utf")}


def stdout_encoding() -> str:
    """Return the encoding of standard output in lower case."""
    return (sys.stdout.encoding or "utf-8").lower()
