"""`clusterdoc schema`: what --json promises."""

from __future__ import annotations

import click

from clusterdoc.cli.options import examples


@click.command(epilog=examples("clusterdoc schema > schema-1.json", "clusterdoc schema diff > schema-diff-1.json"))
@click.argument("of", type=click.Choice(["facts", "diff"]), default="facts")
def schema(of: str) -> None:
    """Print the JSON Schema of --json: of facts, or of what `clusterdoc diff` finds."""
    from clusterdoc.view import changes, json

    click.echo((changes if of == "diff" else json).schema(), nl=False)
