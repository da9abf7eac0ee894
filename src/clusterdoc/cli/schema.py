"""`clusterdoc schema`: what --json promises."""

from __future__ import annotations

import click

from clusterdoc.cli.options import examples


@click.command(epilog=examples("clusterdoc schema > schema-1.json"))
def schema() -> None:
    """Print the JSON Schema of --json."""
    from clusterdoc.view import json

    click.echo(json.schema(), nl=False)
