"""`clusterdoc entities | quotes | figures | facts`: read, find, show."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import click

from clusterdoc.cli.articles import articles
from clusterdoc.cli.examples import examples
from clusterdoc.cli.options import files_argument, kind_option, reading_options
from clusterdoc.cli.show import ALL, Narrowing, show, view_options
from clusterdoc.selection import KINDS, LABELS, with_about, with_kinds, with_labels, with_speakers, without_weak
from clusterdoc.terms import LABEL_WORDS, LISTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from clusterdoc.cli.options import Reading
    from clusterdoc.cli.show import View
    from clusterdoc.facts import Document


FILES: Final = """

    A FILE is a text, a web page, a PDF, a Word file, a letter, records in JSON or CSV, or saved facts; - is standard
    input. Without one, piped input is read, or else a sample article.
"""


def article_options(command: Callable[..., None], *, csv: bool = True) -> Callable[..., None]:
    """Add FILE, the views and the options of reading to a command, and to its help what a FILE may be."""
    command.__doc__ = (command.__doc__ or "") + FILES
    return files_argument(view_options(reading_options(command), csv=csv))


def named_by_letters(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names as they are typed; raise BadParameter for one that every name would fit."""
    if not all(any(map(str.isalnum, name)) for name in names):
        raise click.BadParameter("a name has a letter or a digit.")
    return names


@click.command(
    epilog=examples(
        "clusterdoc entities article.txt",
        "clusterdoc entities --label PERSON --label ORG article.txt",
        "clusterdoc entities --csv article.txt > entities.csv",
    )
)
@click.option(
    "--label",
    "labels",
    multiple=True,
    type=click.Choice(LABELS, case_sensitive=False),
    metavar="LABEL",
    help="Only this type; repeatable. "
    + ", ".join(f"{label} ({words.lower()})" for label, words in LABEL_WORDS.items())
    + "; also PER, LOC (GPE, LOC and FAC) and MISC (all but PER, ORG and LOC).",
)
@article_options
def entities(files: tuple[str, ...], labels: tuple[str, ...], view: View, reading: Reading) -> None:
    """Who and what is named, most mentioned first."""
    narrowing = Narrowing([partial(with_labels, labels=labels)], "--label") if labels else ALL
    show(articles(files, reading), ["entities"], view, several=len(files) > 1, narrowing=narrowing)


@click.command(
    epilog=examples(
        "clusterdoc quotes article.txt",
        "clusterdoc quotes --speaker biden article.txt",
        "clusterdoc quotes --about ukraine --why article.txt",
        "clusterdoc quotes --json article.txt > quotes.json",
    )
)
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    callback=named_by_letters,
    metavar="TEXT",
    help="Only quotes of this speaker; repeatable. TEXT is a name, a title, or a part of one that begins a word; case "
    "and accents do not matter.",
)
@click.option(
    "--about",
    multiple=True,
    callback=named_by_letters,
    metavar="TEXT",
    help="Only quotes about this person, body or place; repeatable. TEXT as for --speaker.",
)
@click.option("--all", "everything", is_flag=True, help="Also show words in quotation marks that are not speech.")
@article_options
def quotes(  # noqa: PLR0913 -- an option each
    files: tuple[str, ...],
    speakers: tuple[str, ...],
    about: tuple[str, ...],
    view: View,
    reading: Reading,
    *,
    everything: bool,
) -> None:
    """Who said what, in the order of the article."""
    chosen = [partial(with_speakers, names=speakers)] * bool(speakers) + [partial(with_about, names=about)] * bool(
        about
    )
    options = " and ".join(["--speaker"] * bool(speakers) + ["--about"] * bool(about))
    narrowing = Narrowing([*weak(view, everything=everything), *chosen], options)
    show(articles(files, reading), ["quotes"], view, several=len(files) > 1, narrowing=narrowing)


@click.command(
    short_help="Numbers and dates: what each measures, who stated it.",
    epilog=examples(
        "clusterdoc figures article.txt",
        "clusterdoc figures --kind percent --kind money article.txt",
        "clusterdoc figures --date 2023-07-07 --json article.txt > figures.json",
        "clusterdoc figures --no-parse --csv article.txt > figures.csv",
    ),
)
@kind_option(KINDS, "kind")
@click.option("--all", "everything", is_flag=True, help='Also show weak figures: a bare "one", a vague "several".')
@click.option("--no-parse", is_flag=True, help="Find value, bound and unit only, a hundred times as fast: for streams.")
@article_options
def figures(files: tuple[str, ...], kinds: tuple[str, ...], view: View, reading: Reading, *, everything: bool) -> None:
    """Money, percentages, measures, counts, dates: each with what it measures and who stated it."""
    chosen = [partial(with_kinds, kinds=kinds)] * bool(kinds)
    narrowing = Narrowing([*weak(view, everything=everything), *chosen], "--kind" * bool(kinds))
    show(articles(files, reading), ["figures"], view, several=len(files) > 1, narrowing=narrowing)


@click.command(epilog=examples("clusterdoc facts article.txt", "clusterdoc facts --json article.txt > facts.json"))
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also show weak figures, and words in quotation marks that are not speech.",
)
@partial(article_options, csv=False)
def facts(files: tuple[str, ...], view: View, reading: Reading, *, everything: bool) -> None:
    """All three: entities, quotes and figures."""
    if view.dialect:
        raise click.UsageError("CSV is one table at a time: clusterdoc entities --csv, quotes --csv or figures --csv.")
    narrowing = Narrowing(weak(view, everything=everything))
    show(articles(files, reading), LISTS, view, several=len(files) > 1, narrowing=narrowing)


def weak(view: View, *, everything: bool) -> list[Callable[[Document], Document]]:
    """Return what leaves weak facts out of tables and CSV; JSON has all of them, flagged."""
    return [] if everything or view.is_json else [without_weak]
