"""`clusterdoc cache`: what is kept of earlier looks, and how to be rid of it."""

from __future__ import annotations

import os

import click

from clusterdoc.clean import escape
from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import Failure


@click.command(epilog=examples("clusterdoc cache --info", "clusterdoc cache --clear"))
@click.option("--info", "action", flag_value="info", help="Say where it is and what it holds (the default).")
@click.option("--clear", "action", flag_value="clear", help="Delete all that is kept, and say how much it was.")
def cache(action: str | None) -> None:
    """Show or delete what clusterdoc keeps in your cache directory.

    These are facts found before, so that a second command on an article loads no model (the least recently used are
    removed when there are too many), and copies of the model's files that load faster. Only you can read them.
    CLUSTERDOC_CACHE=off turns the cache off, CLUSTERDOC_CACHE=DIRECTORY moves it, --no-cache bypasses it.
    """
    from clusterdoc.cache import LIMIT_BYTES, user_cache
    from clusterdoc.places import kept_files

    facts = user_cache()
    if facts is None:
        click.echo(f"The cache is off: {why_off()}.")
        return
    held, directory = facts.info(), escape(facts.directory)
    kept = kept_files(facts.directory)
    if action == "clear":
        for path in kept:
            delete(path)
        click.echo(f"{directory}: deleted {held.articles} articles, {sum(kept.values()) / 1e6:.1f} MB in all")
        return
    click.echo(f"{escape(held.path)}: {held.articles} articles, {held.size / 1e6:.1f} of {LIMIT_BYTES / 1e6:.0f} MB")
    model = sum(size for path, size in kept.items() if not path.startswith(f"{facts.directory}{os.sep}facts-"))
    click.echo(f"files of the model, which load faster from here: {model / 1e6:.1f} MB")


def why_off() -> str:
    """Return why there is no cache."""
    from clusterdoc.places import chosen_directory

    directory, setting = chosen_directory(), os.environ.get("CLUSTERDOC_CACHE")
    if directory is not None:
        return f"{escape(directory)} is somebody else's, or everybody may write there"
    return f"CLUSTERDOC_CACHE={setting}" if setting else "there is no directory for it"


def delete(path: str) -> None:
    """Delete a file, if it is there; raises Failure when that cannot be done."""
    try:
        os.remove(path)  # noqa: PTH107 -- pathlib is not imported here
    except FileNotFoundError:
        pass  # another process ends, and SQLite's own files with it
    except OSError as error:
        raise Failure(f"{escape(path)} cannot be deleted: {error.strerror}.") from error
