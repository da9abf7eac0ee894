"""The forms in which commands print facts, other than tables on a terminal: a row of FORMS is an option of each.

A form that is not JSON takes one of two things from a command: a row for each fact with all its fields (`dialect`), or
the tables as they are shown (`typeset`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.view.text_table import SAFE, Dialect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clusterdoc.view.text_table import TextTable


class Form(NamedTuple):
    """A form: what --help says of it, and what it takes; JSON, which takes the facts themselves, has neither.

    `typeset` returns a heading ("" for none) and tables as text.
    """

    help: str = ""
    dialect: Dialect | None = None
    typeset: Callable[[str, Sequence[TextTable]], str] | None = None


def markdown(heading: str, tables: Sequence[TextTable]) -> str:
    """Return tables as Markdown."""
    from clusterdoc.view.markdown import to_markdown

    return to_markdown(heading, tables)


FORMS: Final[dict[str, Form]] = {
    "json": Form(),  # each command says what its JSON is
    "csv": Form(
        "CSV, a row for each fact. Safe in Excel: a cell that it would run as a formula begins with '.", dialect=SAFE
    ),
    "csv-raw": Form(
        "CSV with the text exactly as in the article, for programs, not for spreadsheets.", dialect=Dialect(raw=True)
    ),
    "markdown": Form("Markdown tables, for GitHub, a notebook or a wiki.", typeset=markdown),
}
