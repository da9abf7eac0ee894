"""`clusterdoc schema`: what --json promises."""

from __future__ import annotations

import click

from clusterdoc.cli.examples import examples
from clusterdoc.schema import SCHEMAS
from clusterdoc.schema import schema as schema_text


@click.command(
    short_help="Print the JSON Schema of what --json prints.",
    epilog=examples("clusterdoc schema > schema-1.json", "clusterdoc schema diff > schema-diff-1.json"),
)
@click.argument("of", type=click.Choice(list(SCHEMAS)), default="facts")
def schema(of: str) -> None:
    """Print the JSON Schema of --json: of facts, or of what `diff`, `search` or `compare` print."""
    click.echo(schema_text(of), nl=False)
