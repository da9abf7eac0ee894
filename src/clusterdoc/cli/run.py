"""`clusterdoc run`: a corpus into a store."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from click.core import ParameterSource

from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import ERROR, Failure, complain, note
from clusterdoc.cli.options import reading_options

if TYPE_CHECKING:
    from clusterdoc.cli.options import Reading
    from clusterdoc.corpus import Corpus
    from clusterdoc.run.options import Options
    from clusterdoc.run.progress import Progress
    from clusterdoc.run.session import Session, Workers
    from clusterdoc.store.write import Entry

GIGABYTE: Final = 1 << 30
MEMORY: Final = 4.0


def with_a_name(_ctx: click.Context, _option: click.Parameter, store: Path) -> Path:
    """Return the store that was named."""
    if not store.name:
        raise click.UsageError("--store needs the name of a file.")
    return store


@click.command(
    short_help="Read a corpus into a store, where it can be searched.",
    epilog=examples(
        "clusterdoc run articles/ --store news.db",
        "clusterdoc run news-2023.jsonl.gz news-2024.jsonl.gz --store news.db --jobs 4",
        "cat news.jsonl | clusterdoc run - --store news.db --text-key body",
    ),
)
@click.argument("corpus", nargs=-1, required=True, metavar="CORPUS...", type=click.Path(allow_dash=True))
@click.option(
    "--store",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=with_a_name,
    help="SQLite file that gets the facts; made when it is not there.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Number of worker processes."
)
@click.option(
    "--cluster",
    envvar=["CLUSTERDOC_CLUSTER", "DASK_SCHEDULER_ADDRESS"],
    show_envvar=True,
    metavar="ADDRESS",
    help="Work on a Dask cluster instead: tcp://scheduler:8786. Whoever reaches a scheduler runs code there.",
)
@click.option(
    "--parts",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Directory that all machines of the cluster share, for the parts of the store.  [default: next to the store]",
)
@click.option(
    "--memory",
    type=click.FloatRange(min=0),
    default=MEMORY,
    show_default=True,
    metavar="GB",
    help="Memory that a worker may ask for (address space); 0 for no limit.",
)
@click.option("--retry", is_flag=True, help="Try again what failed in an earlier run.")
@click.option("--prune", is_flag=True, help="At the end remove what other versions, models and settings found.")
@click.option("--list", "listing", is_flag=True, help="Print the id of each article once it is safe in the store.")
@click.option("--quiet", is_flag=True, help="Neither progress nor summary: only what went wrong.")
@partial(reading_options, cache=False)
def run(  # noqa: PLR0913 -- an option each
    *,
    corpus: tuple[str, ...],
    store: Path,
    jobs: int,
    cluster: str | None,
    parts: Path | None,
    memory: float,
    reading: Reading,
    retry: bool,
    prune: bool,
    listing: bool,
    quiet: bool,
) -> None:
    """Read a corpus into a store: directories, files of any format, records in JSON or CSV, also as .gz and .zst.

    What is already in the store is not read again, so a run that was interrupted continues where it stopped.
    """
    from clusterdoc.run.progress import safe_line, summary_line

    cluster = asked_for(cluster)
    session = session_for(corpus, store, reading, cluster or f"{jobs} jobs", memory, retry=retry, prune=prune)
    progress = progress_on_stderr(quiet=quiet)
    workers = workers_for(session.options, jobs, cluster, parts, store, progress)
    try:
        summary = session.run(workers, lambda entry: tell(entry, progress, listing=listing), progress)
    except KeyboardInterrupt:
        note(f"{store}: {safe_line(session.summary)}")
        raise
    say_what_was_left_out(session.corpus, nothing=not summary.items, quiet=quiet)
    if not quiet:
        note(f"{store}: {summary_line(summary)}")
    if summary.failures or summary.failed_before:
        raise click.exceptions.Exit(ERROR)


def session_for(  # noqa: PLR0913 -- what the options say
    corpus: tuple[str, ...], store: Path, reading: Reading, workers: str, memory: float, *, retry: bool, prune: bool
) -> Session:
    """Return the session that reads a corpus into a store; `memory` in GB, `workers` as the store keeps them."""
    from clusterdoc.corpus import Corpus
    from clusterdoc.corpus.published import Unread
    from clusterdoc.corpus.records import Keys
    from clusterdoc.run.options import Options
    from clusterdoc.run.session import Session

    limit = int(memory * GIGABYTE)
    options = Options(
        reading.model, reading.trust_model, reading.timeout, limit, max_chars=reading.max_chars, names=reading.names
    )
    keys = Keys(reading.text_key, reading.date_key)
    read = Corpus(corpus, keys, reading.encoding, Unread(missed=reading.date_key), reading.timeout)
    published = reading.date.isoformat() if reading.date else None
    return Session(read, store, options, workers, published, retry, prune)


def say_what_was_left_out(corpus: Corpus, *, nothing: bool, quiet: bool) -> None:
    """Say which days could not be read, and which files of directories are not read.

    Raises Failure when nothing was read: with --quiet, too, since somebody waits for it.
    """
    from clusterdoc.run.passed import passed_over

    unread = corpus.unread.sentence()
    if unread:
        note(unread)
    passed = passed_over(corpus) if nothing or not quiet else None
    if nothing:
        raise Failure(f"Nothing was read: {passed or 'there is no article in it'}.")
    if passed:
        note(passed)


def asked_for(cluster: str | None) -> str | None:
    """Return the cluster to work on, if any: --jobs on the command line beats the environment."""
    source = click.get_current_context().get_parameter_source
    if source("jobs") is not ParameterSource.COMMANDLINE:
        return cluster
    if cluster and source("cluster") is ParameterSource.COMMANDLINE:
        raise click.UsageError("Take one of --jobs and --cluster.")
    return None


def workers_for(  # noqa: PLR0913, PLR0917 -- what the options say
    options: Options, jobs: int, cluster: str | None, parts: Path | None, store: Path, progress: Progress
) -> Workers:
    """Return what does the work."""
    if cluster:
        from clusterdoc.run.cluster import Cluster

        folder = parts or store.with_name(f"{store.name}.parts")
        return Cluster(cluster, options, folder, private=parts is None)
    from clusterdoc.run.pool import Pool

    pool = Pool(options, jobs)
    pool.on_loading, pool.on_ready = progress.loading, progress.ready
    return pool


def progress_on_stderr(*, quiet: bool) -> Progress:
    """Return the progress of a run: a bar on a terminal, otherwise lines, nothing when that is asked for."""
    from clusterdoc.run.progress import Progress

    if quiet or sys.stderr is None or not sys.stderr.isatty():
        return Progress(None if quiet else sys.stderr)
    from rich.console import Console

    from clusterdoc.cli.bar import Bar

    return Bar(Console(stderr=True, markup=False, emoji=False, highlight=False))


def tell(entry: Entry, progress: Progress, *, listing: bool) -> None:
    """Say what became of an article: its id on standard output when it is done, a sentence when it failed."""
    from clusterdoc.clean import clean
    from clusterdoc.run.session import complaint
    from clusterdoc.store.write import Failed

    if isinstance(entry, Failed):
        progress.clear()
        complain(complaint(entry))
    elif listing:
        progress.clear()
        sys.stdout.write(f"{clean(entry.article.id)}\n")
        sys.stdout.flush()
