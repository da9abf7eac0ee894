"""The options and the argument of every command that reads articles."""

from __future__ import annotations

import datetime
from functools import wraps
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from clusterdoc.terms import MAX_CHARS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


TIMEOUT: Final = 60.0


class Reading(NamedTuple):
    """How articles are read: which model, or no parse at all, which day of publication, which limits."""

    model: str | None = None
    trust_model: bool = False
    date: datetime.date | None = None
    timeout: float = TIMEOUT
    max_chars: int = MAX_CHARS
    no_parse: bool = False
    no_cache: bool = False
    encoding: str | None = None
    names: str = ""  # of the user's own: the text of the file
    no_fetch: bool = False
    text_key: str = "text"
    date_key: str | None = None

    @property
    def found_anew(self) -> bool:
        """Return whether facts are found without the cache; a model at a path may change under the same name."""
        return self.no_cache or self.no_parse or self.trust_model

    @property
    def what_facts_depend_on(self) -> tuple[object, ...]:
        """Return the options by which the facts differ."""
        return self._replace(timeout=0.0, no_fetch=False)


def day(value: str) -> datetime.date:
    """Return the day that ISO 8601 writes YYYY-MM-DD.

    A function, because Click's ParamType takes a type in brackets since 8.4 only, and mypy asks for one.
    """
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day written YYYY-MM-DD.") from None


def known_encoding(_ctx: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """Return the name of an encoding of text that Python knows."""
    if name is not None:
        try:
            b"x".decode(name, "ignore")  # no bytes would be decoded by any name
        except (LookupError, ValueError):
            raise click.BadParameter(f"{name!r} is not an encoding known here: cp1252 and utf-16 are.") from None
    return name


def names_in(_ctx: click.Context, _option: click.Parameter, file: str | None) -> str:
    """Return the text of a file of names, which is checked here: one sentence says what is wrong with it."""
    if file is None:
        return ""
    from pathlib import Path

    from clusterdoc.errors import NamesError
    from clusterdoc.name_patterns import read_names

    try:
        text = Path(file).read_text(encoding="utf-8-sig")
        read_names(text)
    except (NamesError, UnicodeDecodeError) as error:
        message = str(error) if isinstance(error, NamesError) else f"{file} is not written in UTF-8."
        raise click.BadParameter(message) from None
    return text


def kind_option(kinds: Sequence[str], of: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option that narrows facts to some kinds; `of` says what they are kinds of."""
    return click.option(
        "--kind",
        "kinds",
        multiple=True,
        type=click.Choice(kinds, case_sensitive=False),
        metavar="KIND",
        help=f"Only this {of}; repeatable. {', '.join(kinds)}.",
    )


OPTIONS = (
    click.option(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        help='Day the article was published: "Friday" and "last month" are counted from it.',
    ),
    click.option(
        "--text-key",
        default="text",
        show_default=True,
        metavar="KEY",
        help="Key or column of the text in records of JSON and CSV.",
    ),
    click.option(
        "--date-key",
        metavar="KEY",
        help="Key or column of the day of publication in records.  [default: date, published …]",
    ),
    click.option(
        "--encoding",
        callback=known_encoding,
        metavar="NAME",
        help="Encoding of texts that do not say theirs, such as cp1252.  [default: utf-8]",
    ),
    click.option(
        "--model",
        envvar="CLUSTERDOC_MODEL",
        show_envvar=True,
        metavar="NAME",
        help="Model: md (the default), sm, lg, trf, a full name (en_core_web_lg), or a path with --trust-model.",
    ),
    click.option(
        "--names",
        type=click.Path(exists=True, dir_okay=False),
        callback=names_in,
        metavar="FILE",
        help='Names you know, a JSON object a line: {"label": "ORG", "pattern": "Full Moon"}; label null: not a name.',
    ),
    click.option("--trust-model", is_flag=True, help="Allow --model to be a path: loading a model runs its code."),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=TIMEOUT,
        show_default=True,
        metavar="SECONDS",
        help="Give up on an article after this long, and continue with the next.",
    ),
    click.option(
        "--max-chars",
        type=click.IntRange(min=1_000),
        default=MAX_CHARS,
        show_default=True,
        metavar="N",
        help="Read a longer article in sections of at most N characters.",
    ),
)

NO_FETCH: Final = click.option("--no-fetch", is_flag=True, help="Never fetch a page: an https:// FILE is an error.")

NO_CACHE: Final = click.option(
    "--no-cache", is_flag=True, help="Find the facts anew and keep nothing: see clusterdoc cache."
)

files_argument = click.argument("files", nargs=-1, metavar="[FILE|URL]...", type=click.Path(allow_dash=True))


def reading_options(command: Callable[..., None], *, cache: bool = True) -> Callable[..., None]:
    """Add the options of `Reading` that all readers have; these and its own come to a command as one, `reading`.

    `cache` is whether the command looks into the cache, so that --no-cache means something.
    """

    @wraps(command)
    def with_reading(**options: object) -> None:
        asked = [name for name in Reading._fields if name in options]
        reading = Reading(**{name: options.pop(name) for name in asked})  # type: ignore[arg-type]  # Click has checked them
        command(reading=reading, **options)

    for option in reversed((*OPTIONS, NO_FETCH, NO_CACHE) if cache else OPTIONS):
        with_reading = option(with_reading)
    return with_reading
