"""`clusterdoc search` and `clusterdoc export`: what stands in a store."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import ERROR, complain, note
from clusterdoc.cli.options import day
from clusterdoc.cli.show import View, dialect_options, json_layout, screen, view_options
from clusterdoc.selection import TYPES_AND_KINDS
from clusterdoc.terms import LISTS, STORE_VIEWS
from clusterdoc.view.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.store.search import Question

LIMIT: Final = 50


class Complaints:
    """Says what is wrong with rows of a store, each in a sentence; the run then ends with exit code 2."""

    def __init__(self) -> None:
        self.said = 0

    def __call__(self, sentence: str) -> None:
        """Say what is wrong with a row."""
        self.said += 1
        complain(sentence)

    def end(self) -> None:
        """End the run when anything was said."""
        if self.said:
            raise click.exceptions.Exit(ERROR)


store_argument = click.argument("store", metavar="STORE", type=click.Path(path_type=Path))


@click.command(
    short_help="Find quotes and figures in a store: by words, speaker, day.",
    epilog=examples(
        "clusterdoc search news.db cluster munitions",
        'clusterdoc search news.db "dud rate" --kind percent',
        "clusterdoc search news.db 'vir*' OR vaccine --since 2020-03-01 --until 2020-03-31",
        "clusterdoc search news.db --speaker biden --about ukraine --json",
    ),
)
@store_argument
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option(
    "--speaker", metavar="NAME", help="Only what this speaker said; the beginning of any word of the name will do."
)
@click.option("--about", metavar="NAME", help="Only quotes that name this person or thing, and the figures in them.")
@click.option(
    "--kind",
    type=click.Choice(TYPES_AND_KINDS, case_sensitive=False),
    metavar="KIND",
    help=f"Only this type of quote or kind of figure: {', '.join(TYPES_AND_KINDS)}.",
)
@click.option("--since", type=day, metavar="YYYY-MM-DD", help="Only articles published on this day or later.")
@click.option("--until", type=day, metavar="YYYY-MM-DD", help="Only articles published on this day or earlier.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT,
    show_default=True,
    metavar="N",
    help="At most N quotes and N figures.",
)
@partial(view_options, json="A quote or a figure a line: `clusterdoc schema search` describes it.", facts=False)
def search(*, store: Path, limit: int, view: View, **asked: Any) -> None:  # noqa: ANN401 -- Click has checked them
    """Find words in the quotes of a store, and in the sentences of its figures.

    All words must be there, in any form ("tax" finds "taxes"); OR between two words takes either, 'vir*' takes every
    word that begins so, and several words in quotation marks are a phrase. Names are found whatever their case and
    accents. Without WORDS, what fits the options is listed, the latest first.
    """
    from clusterdoc.store import search as finding
    from clusterdoc.store.connect import open_to_read
    from clusterdoc.view import hits

    days = {name: asked[name] and asked[name].isoformat() for name in ("since", "until")}
    question = finding.Question(**{**asked, **days})
    complaints = Complaints()
    with open_to_read(store) as connection:
        refuse_no_question(question)
        found = list(finding.search(connection, question, limit, complaints))
    if view.is_json:
        hits.write_json(found, sys.stdout, ascii=json_layout()["ascii"])
    elif view.dialect:
        hits.write_csv(found, finding.KEYS, sys.stdout, view.dialect)
    elif view.typeset:
        sys.stdout.write(view.typeset("", hits.text_tables_of(found, why=view.why)))
    elif found:
        _show_tables(found, why=view.why)
    elif not complaints.said:
        note("nothing found" + no_word(question.words))
    complaints.end()


def refuse_no_question(question: Question) -> None:
    """Raise UsageError for a question that nothing can fit, or that asks nothing."""
    if not any(getattr(question, name) for name in question.__slots__):
        raise click.UsageError(
            "Say what to look for: WORDS after the STORE, or one of --speaker, --about, --kind, --since, --until."
        )
    if question.since and question.until and question.since > question.until:
        raise click.UsageError(f"No day is both since {question.since} and until {question.until}.")


def no_word(words: Sequence[str]) -> str:
    """Return what is said of words that no text can have, nothing when there is none."""
    empty = next((word for word in words if not any(map(str.isalnum, word))), None)
    return "" if empty is None else f": there is no word in {empty!r} ('vir*' is every word that begins so)"


def _show_tables(found: Sequence[dict[str, Any]], *, why: bool) -> None:
    """Print the quotes and the figures, each as a table."""
    from clusterdoc.view import hits

    console, page = screen()
    console.put(hits.hit_tables(found, page, why=why), page)


@click.command(
    epilog=examples(
        "clusterdoc export news.db --parquet news/",
        "clusterdoc export news.db --jsonl > news.jsonl",
        "clusterdoc export news.db --csv --table said_about > said.csv",
        "clusterdoc export news.db --datasette > metadata.yaml",
    )
)
@store_argument
@click.option(
    "--parquet",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Parquet: a typed file for each table and view, in this directory.",
)
@click.option("--jsonl", "form", flag_value="jsonl", help="JSON Lines: a document a line, as facts --json prints it.")
@dialect_options
@click.option(
    "--datasette",
    "form",
    flag_value="datasette",
    help="A metadata.yaml for Datasette: titles, facets, the usual questions.",
)
@click.option(
    "--table",
    type=click.Choice((*LISTS, *STORE_VIEWS)),
    default="quotes",
    show_default=True,
    metavar="TABLE",
    help=f"What CSV holds: {', '.join(LISTS)}; or a view of the store: {', '.join(STORE_VIEWS)}.",
)
def export(store: Path, parquet: Path | None, form: str | None, table: str) -> None:
    """Write the facts of a store in another form."""
    from clusterdoc.store.connect import open_to_read
    from clusterdoc.view import export as exporting

    known = FORMS.get(form or "")
    dialect = known.dialect if known else None
    if (parquet is None) == (form is None):
        raise click.UsageError("Take one of --parquet DIR, --jsonl, --csv and --datasette.")
    complaints = Complaints()
    with open_to_read(store) as connection:
        if parquet:
            files = exporting.export_parquet(connection, parquet, complaints)
            note(f"{parquet}: {', '.join(file.name for file in files)}")
        elif dialect:
            exporting.export_csv(connection, table, sys.stdout, complaints, dialect)
        elif form == "jsonl":
            exporting.export_jsonl(connection, sys.stdout, complaints)
        else:
            sys.stdout.write(exporting.datasette_metadata(store.stem))
    complaints.end()
