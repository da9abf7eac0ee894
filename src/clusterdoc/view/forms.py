"""The forms in which commands print facts, other than tables on a terminal: a row of FORMS is an option of each.

A form that is not JSON takes one of two things from a command: a row for each fact with all its fields (`dialect`), or
the tables as they are shown (`typeset`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from clusterdoc.view.text_table import TextTable

    Typeset: TypeAlias = Callable[[str, Sequence[TextTable]], str]


class Dialect:
    """How cells become a line: what separates them, and whether the text is as in the article or safe to open."""

    __slots__ = ("delimiter", "raw")

    def __init__(self, delimiter: str = ",", *, raw: bool = False) -> None:
        self.delimiter = delimiter
        self.raw = raw


class Form:
    """A form: what --help says of it, and what it takes; JSON, which takes the facts themselves, has neither.

    `typeset` returns a heading ("" for none) and tables as text.
    """

    __slots__ = ("dialect", "help", "typeset")

    def __init__(self, help: str = "", *, dialect: Dialect | None = None, typeset: Typeset | None = None) -> None:  # noqa: A002 -- Click's word
        self.help = help
        self.dialect = dialect
        self.typeset = typeset


def markdown(heading: str, tables: Sequence[TextTable]) -> str:
    """Return tables as Markdown."""
    from clusterdoc.view.markdown import to_markdown

    return to_markdown(heading, tables)


SAFE: Final = Dialect()
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
