"""`clusterdoc cache`: what is kept of earlier looks, and how to be rid of it."""

from __future__ import annotations

import os

import click

from clusterdoc.cli.examples import examples


@click.command(epilog=examples("clusterdoc cache --info", "clusterdoc cache --clear"))
@click.option("--info", "action", flag_value="info", help="Say where it is and what it holds (the default).")
@click.option("--clear", "action", flag_value="clear", help="Delete all that is kept.")
def cache(action: str | None) -> None:
    """Show or delete the facts that were kept of earlier looks.

    A second look at an article finds its facts here and loads no model. The cache is one file in your cache directory,
    which only you can read; the least recently used go when it is full. CLUSTERDOC_CACHE=off turns it off,
    CLUSTERDOC_CACHE=DIRECTORY moves it, --no-cache passes it by.
    """
    from clusterdoc.cache import LIMIT_BYTES, user_cache

    facts = user_cache()
    if facts is None:
        off = os.environ.get("CLUSTERDOC_CACHE")
        click.echo(f"The cache is off: {f'CLUSTERDOC_CACHE={off}' if off else 'there is no directory for it'}.")
        return
    if action == "clear":
        facts.clear()
    held = facts.info()
    click.echo(f"{held.path}: {held.articles} articles, {held.size / 1e6:.1f} of {LIMIT_BYTES / 1e6:.0f} MB")
