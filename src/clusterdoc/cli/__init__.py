"""The command line: the group, and the commands it loads when they are asked for.

A command's module imports at its top only what `clusterdoc --help` may load: no spaCy, no Rich, no jinja2, no sqlite3.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Final, NoReturn

import click

from clusterdoc.clean import clean
from clusterdoc.cli.examples import examples
from clusterdoc.cli.exits import DONE, Failure, discard_output, exit_with
from clusterdoc.errors import ClusterdocError
from clusterdoc.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = {  # in the order of --help: the module that holds the click command of that name, and what it says
    "entities": ("find", "Who and what is named, most mentioned first."),
    "quotes": ("find", "Who said what, in the order of the article."),
    "figures": ("find", "Numbers and dates: what each measures, who stated it."),
    "facts": ("find", "All three: entities, quotes and figures."),
    "report": ("report", "One HTML page: the article with every fact marked and linked."),
    "diff": ("diff", "What changed between two versions of a story."),
    "compare": ("compare", "The same story in many articles: its figures side by side."),
    "run": ("run", "Read a corpus into a store, where it can be searched."),
    "search": ("store", "Find quotes and figures in a store: by words, speaker, day."),
    "export": ("store", "Write the facts of a store in another form."),
    "schema": ("schema", "Print the JSON Schema of what --json prints."),
    "cache": ("cache", "Show or delete what clusterdoc keeps in your cache directory."),
}


class Commands(click.Group):
    """A group whose commands are imported one by one, and that ends with the exit codes of clusterdoc."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- the signature Click calls
        """Return the names of the commands, in the order of --help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- the same
        """Return a command, its module imported, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"clusterdoc.cli.{module}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- the same
        """Write the list of the commands, none of which is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for; when there is none of that name, say which one may be meant."""
        name = args[0]
        if name in COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise click.UsageError(f"No such command {name!r}.{meant(name, args[1:])}", ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the command; an error says what to do."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise _advised(error) from None

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; when nobody reads its output any more (`| head -1`) that is no error."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _advised(error) from None
        except ClusterdocError as error:
            raise Failure(clean(str(error))) from error
        except BrokenPipeError:
            discard_output()
            return DONE


def _advised(error: click.UsageError) -> click.UsageError:
    """Return an error of the command line that also says what to do."""
    from clusterdoc.cli import advice

    return advice.advised(error, COMMANDS)


def meant(name: str, rest: Sequence[str] = ()) -> str:
    """Return what is said of the command that is meant by a name that is none: `clusterdoc article.txt`."""
    if os.path.isfile(name) or name.startswith(("https://", "http://")):  # noqa: PTH113 -- a name with a NUL is no error here
        from shlex import quote

        return f" To read it: clusterdoc facts {quote(name)}"
    if name == "help":
        command = next((f"{one} " for one in rest if one in COMMANDS), "")
        return f" For help: clusterdoc {command}--help"
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f" Did you mean {near[0]}?" if near else ""


def print_versions(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001 -- Click's own
    """Print the versions of clusterdoc, spaCy and the model, none of which is loaded for it, and end."""
    if not asked:
        return
    from importlib.metadata import version

    from clusterdoc.parse.fast import TESTED
    from clusterdoc.parse.pipeline import model_name

    try:
        # Trusted, because no more of a model than its name is read here.
        model = model_name(os.environ.get("CLUSTERDOC_MODEL"), trust=True)
    except ClusterdocError as error:
        model = clean(str(error))
    spacy = version("spacy")
    faster = "on" if spacy in TESTED else f"off: not tested with spaCy {spacy}"
    click.echo(f"clusterdoc {__version__}\nspaCy {spacy}\nmodel {model}\nfaster steps {faster}")
    ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples("clusterdoc quotes article.txt", "clusterdoc figures --json article.txt"),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_versions,
    help="Print the versions of clusterdoc, spaCy and the model, and whether the faster steps are on.",
)
def group() -> None:
    """Read news articles: who said what, about whom, with which numbers."""


def main() -> NoReturn:
    """Run the command line and exit: 0 done, 1 differences found, 2 any error, 130 Ctrl-C."""
    exit_with(lambda: group.main(prog_name="clusterdoc", standalone_mode=False))
