"""FILEs to documents, one after the other: a bad one is reported, the rest are done."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from clusterdoc import __version__
from clusterdoc.clean import clean
from clusterdoc.cli.exits import ERROR, bug, complain, note
from clusterdoc.cli.limits import time_limit
from clusterdoc.errors import ClusterdocError, ModelError
from clusterdoc.facts import Document
from clusterdoc.language import is_english
from clusterdoc.parse.lean import loading
from clusterdoc.source import STDIN, read_file, read_sample, read_stdin, stdin_is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.cli.options import Reading
    from clusterdoc.facts import Source

FEW_FILES: Final = 3


def documents(files: Sequence[str | None], reading: Reading) -> Iterator[Document]:
    """Yield the document of each FILE; afterwards, when one of them could not be read, end the run with exit code 2."""
    failed = False
    progress = Progress(len(files))
    for number, name in enumerate(files or [default_file()], 1):
        try:
            with progress.showing(number, name):
                document = extract(read(name, reading), reading)
        except ModelError:
            raise  # it would be the same for every file
        except ClusterdocError as error:
            complain(str(error))
            failed = True
        except Exception as error:  # noqa: BLE001 -- one article that hits a bug must not cost the others
            complain(bug(error, name or "The sample"))
            failed = True
        else:
            yield document
    if failed:
        raise click.exceptions.Exit(ERROR)


def default_file() -> str | None:
    """Return what is read when no FILE is named: standard input when it is given, else None, the sample article."""
    return STDIN if stdin_is_given() else None


def read(name: str | None, reading: Reading) -> Source:
    """Return the source of a FILE: a path, "-" for standard input, None for the sample, which is said."""
    if name is None:
        note("no FILE given: reading the sample article")
        return read_sample()
    return read_stdin(note, reading.encoding) if name == STDIN else read_file(name, note, reading.encoding)


def extract(source: Source, reading: Reading) -> Document:
    """Return the document of a source; the time limit does not count the loading of the model."""
    if not is_english(source.text):
        note(f"{source.name} does not look like English, the only language known here: its facts may be wrong")
    if reading.no_parse:
        from clusterdoc.extractor.unparsed import find_unparsed_figures

        with time_limit(reading.timeout, source.name):
            figures = find_unparsed_figures(source.text, reading.date)
        return Document(source, None, figures=figures, version=__version__)
    from clusterdoc.cli.remember import remembered

    return remembered(source, reading, lambda: parsed(source, reading))


def parsed(source: Source, reading: Reading) -> Document:
    """Return the document that the model and the finders make of a source."""
    with loading():
        from clusterdoc.extractor import extractor

        extractor_of_model = extractor(reading.model, trust=reading.trust_model)
    with time_limit(reading.timeout, source.name):
        return extractor_of_model.extract(source, reading.date, reading.max_chars)


class Progress:
    """Which of many files is being read, on standard error, when that is a terminal."""

    def __init__(self, files: int) -> None:
        self.files = files
        self.wanted = files > FEW_FILES and sys.stderr is not None and sys.stderr.isatty()

    @contextmanager
    def showing(self, number: int, name: str | None) -> Iterator[None]:
        """Show a file while it is being read."""
        if not self.wanted:
            yield
            return
        line = clean(f"reading {number} of {self.files}: {name}")
        click.echo(f"{line[: os.get_terminal_size(sys.stderr.fileno()).columns - 1]}\r", err=True, nl=False)
        try:
            yield
        finally:
            click.echo("\x1b[K", err=True, nl=False)
