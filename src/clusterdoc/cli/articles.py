"""FILEs to documents, one after the other: a bad one is reported, the rest are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clusterdoc.cli.exits import ERROR, complain, note
from clusterdoc.cli.limits import time_limit
from clusterdoc.errors import ClusterdocError
from clusterdoc.source import STDIN, read_file, read_sample, read_stdin, stdin_is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.cli.options import Reading
    from clusterdoc.facts import Document, Source


def documents(files: Sequence[str], reading: Reading) -> Iterator[Document]:
    """Yield the document of each FILE; afterwards, when one of them could not be read, end the run with exit code 2."""
    failed = False
    for name in files or [default_file()]:
        try:
            document = extract(read(name), reading)
        except ClusterdocError as error:
            complain(str(error))
            failed = True
        else:
            yield document
    if failed:
        raise click.exceptions.Exit(ERROR)


def default_file() -> str:
    """Return what is read when no FILE is named: standard input when it is given, else "", the sample article."""
    return STDIN if stdin_is_given() else ""


def read(name: str) -> Source:
    """Return the source of a FILE: a path, "-" for standard input, "" for the sample, which is said."""
    if not name:
        note("no FILE given: reading the sample article")
        return read_sample()
    return read_stdin(note) if name == STDIN else read_file(name, note)


def extract(source: Source, reading: Reading) -> Document:
    """Return the document of a source; the time limit does not count the loading of the model."""
    from clusterdoc.extractor import extractor

    extractor_of_model = extractor(reading.model, trust=reading.trust_model)
    with time_limit(reading.timeout, source.name):
        return extractor_of_model.extract(source, reading.date)
