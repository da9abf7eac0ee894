"""`clusterdoc schema`: what --json promises."""

from __future__ import annotations

from importlib import resources

import click

from clusterdoc.cli.options import examples


@click.command(epilog=examples("clusterdoc schema > schema-1.json"))
def schema() -> None:
    """Print the JSON Schema of --json."""
    click.echo(resources.files("clusterdoc").joinpath("view/schema-1.json").read_text("utf-8"), nl=False)
