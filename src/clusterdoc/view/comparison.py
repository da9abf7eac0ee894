"""The figures of several articles side by side, and a timeline of a speaker: as tables, JSON, CSV or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from clusterdoc.clean import clean
from clusterdoc.topics import figures_by_topic
from clusterdoc.version import __version__
from clusterdoc.view.csv import write_columns, write_row
from clusterdoc.view.forms import SAFE
from clusterdoc.view.wording import about_names, amount, because, names_about

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

    from rich.console import RenderableType

    from clusterdoc.facts import Document, Quote
    from clusterdoc.topics import Topic
    from clusterdoc.view.forms import Dialect
    from clusterdoc.view.table import Page

SCHEMA_VERSION: Final = 1
Rows = list[list[str]]

# Header, and the share of a terminal's width: 0 takes what it needs.
WHY: Final = ("Why", 2)
FIGURES: Final = (("Of", 3), ("Agree", 0), ("Value", 3), ("Speaker", 3), ("Published", 0), ("Article", 3))
TIMELINE: Final = (("Published", 0), ("Speaker", 2), ("Quote", 6), ("About", 2), ("Article", 2))
FIGURES_CSV: Final = (
    "of", "agree", "text", "kind", "value", "low", "high", "bound", "unit", "per", "speaker", "published", "name",
    "title", "sentence",
)  # fmt: skip
TIMELINE_CSV: Final = ("published", "speaker", "type", "text", "about", "name", "title")


def comparison_to_dict(
    documents: Sequence[Document], timeline: Iterable[tuple[Document, Quote]] | None
) -> dict[str, Any]:
    """Return what is compared as version 1 of the schema of comparisons has it."""
    places = {id(document): number for number, document in enumerate(documents)}
    return {
        "schema_version": SCHEMA_VERSION,
        "clusterdoc": __version__,
        "articles": [
            {"name": one.source.name, "title": one.source.title, "published": one.source.published} for one in documents
        ],
        "figures": [] if timeline is not None else [topic_dict(one, places) for one in figures_by_topic(documents)],
        "timeline": [
            {
                "article": places[id(document)],
                "published": document.source.published,
                "speaker": quote.speaker.name if quote.speaker else None,
                "type": quote.type,
                "text": quote.text,
                "about": names_about(quote, document),
            }
            for document, quote in timeline or ()
        ],
    }


def topic_dict(topic: Topic, places: dict[int, int]) -> dict[str, Any]:
    """Return the figures of one thing, each with the number of its article."""
    return {
        "of": topic.name,
        "agree": topic.agreed,
        "stated": [
            {
                "article": places[id(one.document)],
                "published": one.document.source.published,
                "speaker": one.figure.speaker,
                **{
                    name: getattr(one.figure, name)
                    for name in ("text", "kind", "value", "low", "high", "bound", "unit", "per")
                },
                "sentence": one.document.source.sentence(one.figure.start, one.figure.end),
            }
            for one in topic.stated
        ],
    }


def write_comparison(compared: Mapping[str, Any], stream: TextIO, dialect: Dialect = SAFE) -> None:
    """Write what `comparison_to_dict` returned as CSV: a row a figure, or a row a quote."""
    stated = [
        {"of": topic["of"], "agree": topic["agree"], **one} for topic in compared["figures"] for one in topic["stated"]
    ]
    rows = [{**one, **compared["articles"][one["article"]]} for one in stated or compared["timeline"]]
    columns = TIMELINE_CSV if compared["timeline"] else FIGURES_CSV
    write_columns(columns, stream, dialect)
    for row in rows:
        cells = [row[column] for column in columns]
        write_row(["; ".join(cell) if isinstance(cell, list) else cell for cell in cells], stream, dialect)


def figure_rows(topics: Iterable[Topic], *, why: bool = False) -> Rows:
    """Return a row for each figure, those of one thing one under the other; with `why` with the rules."""
    return [
        [
            topic.name,
            "yes" if topic.agreed else "no",
            amount(one.figure),
            one.figure.speaker or "",
            one.document.source.published or "",
            _title(one.document),
            *[because(one.figure)] * why,
        ]
        for topic in topics
        for one in topic.stated
    ]


def timeline_rows(timeline: Iterable[tuple[Document, Quote]], *, why: bool = False) -> Rows:
    """Return a row for each quote; with `why` with the rule that found it."""
    return [
        [
            document.source.published or "",
            (quote.speaker and quote.speaker.name) or "",
            quote.text,
            about_names(quote, document),
            _title(document),
            *[because(quote)] * why,
        ]
        for document, quote in timeline
    ]


def _title(document: Document) -> str:
    """Return the title of an article, else its name without its folders."""
    return document.source.title or document.source.name.rstrip("/").rpartition("/")[2]


def comparison_tables(columns: Sequence[tuple[str, int]], rows: Rows, page: Page) -> Iterator[RenderableType]:
    """Yield a table; on a terminal what a row shares with the one above it is left out."""
    from clusterdoc.view.grids import grid, plain_columns

    headers, shares = [header for header, _ in columns], [share for _, share in columns]
    shown = [[clean(cell, page.encoding) for cell in row] for row in rows]
    if page.width is None:
        yield from plain_columns(headers, shown)
        return
    above = [[""] * len(headers), *shown]
    once = [[*blank(row[:2], before[:2]), *row[2:]] for before, row in zip(above, shown, strict=False)]
    yield from grid(headers, once if columns[0] is FIGURES[0] else shown, shares)


def blank(cells: Sequence[str], before: Sequence[str]) -> list[str]:
    """Return the first cells of a row, empty when they are those of the row above."""
    return ["" for _ in cells] if cells == before else [*cells]


def comparison_to_html(columns: Sequence[tuple[str, int]], rows: Rows, heading: str) -> str:
    """Return a page with the table and nothing else: no script, nothing loaded."""
    from clusterdoc.view.html import page_template

    return page_template("comparison.html.j2").render(
        headers=[header for header, _ in columns], rows=rows, heading=heading, version=__version__
    )
