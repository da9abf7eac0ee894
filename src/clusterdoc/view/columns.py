"""What the tables show of each fact: a row of TABLES is a table, a row in it a column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.terms import LABEL_WORDS
from clusterdoc.view.text_table import TextTable
from clusterdoc.view.wording import about_names, amount, attribution, because, entity_group, speaker, what_is_measured

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from clusterdoc.facts import Document, Entity

Style = str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, and the text of its cell for a fact of a document.

    Columns of rank 0 are always shown, the others in the order of their rank as long as the width allows. A column
    that `wraps` takes what width is left, but no less than `least`; a cell over `most` cells is cut on a terminal.
    A `computed` cell is no text of the article: "> 1 %" has no mark of a letter before it. One that `folds` is words
    that read well on two lines, as a value does not.
    """

    header: str
    cell: Callable[[Any, Document], str]
    style: Style | Callable[[Any], Style] = ""
    rank: int = 0
    right: bool = False
    wraps: bool = False
    least: int = 0
    most: int | None = None
    computed: bool = False
    folds: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its facts in the order of its rows, its columns, and where each fact stands in the article.

    With `place` the last column shows the fact in its context; `context_rank` is the rank of that column.
    """

    title: str
    facts: Callable[[Document], Sequence[Any]]
    columns: tuple[Column, ...]
    place: Callable[[Any], tuple[int, int]] | None = None
    context_rank: int = 1


HUES: Final[Mapping[str, Style]] = {  # of the groups of entities: those of the HTML report
    "person": "bright_blue",
    "org": "magenta",
    "place": "green",
    "other": "yellow",
}
FIGURE_HUE: Final = "dark_orange"
SPEAKER_HUE: Final = HUES["person"]


def most_mentioned_first(document: Document) -> list[Entity]:
    """Return the entities by their number of mentions, then by their first mention."""
    return sorted(document.entities, key=lambda entity: -len(entity.mentions))


def hue(entity: Entity) -> Style:
    """Return the colour of an entity's group."""
    return HUES[entity_group(entity)]


def typical_mention(entity: Entity) -> tuple[int, int]:
    """Return where an entity is first named in full, else where it is first named."""
    named = next((mention for mention in entity.mentions if mention.text == entity.name), entity.mentions[0])
    return named.start, named.end


TABLES: Final[Mapping[str, Table]] = {
    "entities": Table(
        "Entities",
        most_mentioned_first,
        (
            Column("Type", lambda entity, _: LABEL_WORDS.get(entity.label, entity.label), style=hue),
            Column("Name", lambda entity, _: entity.name, style="bold", wraps=True, least=26),
            Column("Title", lambda entity, _: entity.title or "", rank=2, most=28),
            Column("Count", lambda entity, _: str(len(entity.mentions)), right=True),
        ),
        typical_mention,
    ),
    "quotes": Table(
        "Quotes",
        lambda document: document.quotes,
        (
            Column("Speaker", lambda quote, _: speaker(quote), style=SPEAKER_HUE, folds=True),
            Column("Attribution", attribution, style="dim", rank=2, most=28),
            Column("Type", lambda quote, _: "scare" if quote.scare else quote.type, style="dim"),
            Column("Quote", lambda quote, _: quote.text, wraps=True, least=40),
            Column("About", about_names, rank=1, most=28),
        ),
    ),
    "figures": Table(
        "Figures",
        lambda document: document.figures,
        (
            Column("Kind", lambda figure, _: figure.kind, style="dim"),
            Column("Figure", lambda figure, _: figure.text, style=FIGURE_HUE, folds=True),
            Column("Value", lambda figure, _: amount(figure), computed=True),
            Column("Of", lambda figure, _: what_is_measured(figure), rank=1, wraps=True, least=12),
            Column("Speaker", lambda figure, _: figure.speaker or "", style=SPEAKER_HUE, folds=True),
        ),
        lambda figure: (figure.start, figure.end),
        context_rank=2,
    ),
}


WHY: Final = Column("Why", lambda fact, _: because(fact), style="dim")


def with_why(table: Table) -> Table:
    """Return a table with one more column: the rules that found each fact."""
    return replace(table, columns=(*table.columns, WHY))


def text_tables(document: Document, lists: Sequence[str], *, why: bool = False) -> list[TextTable]:
    """Return a table for each of the lists of a document that has a fact; with `why` with the rules that found them."""
    tables = [with_why(TABLES[name]) if why else TABLES[name] for name in lists]
    return [
        TextTable(
            table.title,
            [column.header for column in table.columns],
            [[column.cell(fact, document) for column in table.columns] for fact in table.facts(document)],
            [column.right for column in table.columns],
        )
        for table in tables
        if table.facts(document)
    ]
