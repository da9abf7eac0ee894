"""Advice for wrong command lines: Click says what is wrong, this module what to do about it."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

STORE: Final = "name the file that `clusterdoc run CORPUS --store FILE` made"
# Of a command and what it lacks.
MISSING: Final = {
    ("search", "store"): f"{STORE}, then what to look for: clusterdoc search news.db WORDS",
    ("export", "store"): STORE,
    ("run", "store"): "add --store news.db, the file that gets the facts; it is made when it is not there",
    ("run", "corpus"): "name what is to be read: a directory, files, - for standard input",
    ("diff", "old"): "name two articles, or saved facts and an article: clusterdoc diff OLD NEW",
    ("diff", "new"): "name two articles, or saved facts and an article: clusterdoc diff OLD NEW",
}
# Of a command that was given more than it takes.
TOO_MANY: Final = {
    "report": "a page shows one article: give one FILE, and -o PAGE for where it goes",
    "diff": "it compares two articles: clusterdoc diff OLD NEW; for more there is clusterdoc compare",
    "export": "it takes one STORE; where the output goes says `> FILE` at the end, or --parquet DIR",
    "cache": "take --info or --clear",
}
# Of options that a command does not have, or no command, and how what they ask for is had.
INSTEAD: Final = {
    "export --json": "--jsonl writes a document a line",
    "diff --csv": "--json prints the changes as one object",
    "--json": "`clusterdoc facts --json FILE` prints the facts of an article as JSON",
    "--csv": "`clusterdoc figures --csv FILE`, or entities, or quotes, prints a row a fact",
    "--html": "`clusterdoc report FILE -o PAGE` makes a page",
    "--output": "`> FILE` at the end of the line writes what is printed to a file",
    "--format": "take --json, --csv or --markdown, where the command has them",
}
SHORT: Final = {"-o": "--output", "-f": "--format"}
USUAL: Final = "facts"
EXTRA: Final = "Got unexpected extra argument"
PLAIN: Final = (
    (re.compile("is not a valid integer range"), "is no whole number"),
    (re.compile("is not a valid float range"), "is no number"),
    (re.compile(r"is not in the range x>=(\d+)"), r"is less than \1"),
    (re.compile(r"is not in the range x>(\d+)"), r"is not more than \1"),
)


def advised(error: click.UsageError, commands: Mapping[str, tuple[str, str]]) -> click.UsageError:
    """Return an error of the command line that also says what to do; the same one where there is nothing to add."""
    command = (error.ctx.info_name if error.ctx else "") or ""
    if isinstance(error, click.NoSuchOption):
        message = no_such_option(error, commands)
    elif isinstance(error, click.MissingParameter):
        advice = MISSING.get((command, (error.param and error.param.name) or ""))
        message = advice and f"{error.format_message().rstrip('.')}: {advice}."
    elif error.message.startswith(EXTRA):
        advice = TOO_MANY.get(command)
        message = advice and f"{error.message}: {advice}."
    else:
        message = in_plain_words(error)
    return click.UsageError(message, error.ctx) if message else error


def no_such_option(error: click.NoSuchOption, commands: Mapping[str, tuple[str, str]]) -> str | None:
    """Return which commands have an option, or what to do instead; None when Click's message says as much."""
    name = error.option_name
    at_the_top = error.ctx is None or error.ctx.parent is None
    owners = [command for command, (module, _) in commands.items() if has_option(module, command, name)]
    if at_the_top and owners:
        return f"{name} goes after a command: clusterdoc {USUAL if USUAL in owners else owners[0]} {name} …"
    command = error.ctx.info_name if error.ctx else ""
    instead = INSTEAD.get(f"{command} {name}") or INSTEAD.get(SHORT.get(name, name))
    if instead:
        return f"No such option '{name}' here: {instead}."
    if owners:
        *others, last = owners
        named = f"{', '.join(others)} and {last} have" if others else f"{last} has"
        return f"No such option '{name}' here: {named} it."
    return None


def has_option(module: str, command: str, name: str) -> bool:
    """Return whether a command has an option."""
    found: click.Command = getattr(import_module(f"clusterdoc.cli.{module}"), command)
    return any(name in option.opts for option in found.params if isinstance(option, click.Option))


def in_plain_words(error: click.UsageError) -> str | None:
    """Return a message without Click's names of types, None when it has none of them."""
    message = error.format_message()
    plain = message
    for words, others in PLAIN:
        plain = words.sub(others, plain)
    return None if plain == message else plain
