"""FILEs to documents, one after the other: a bad one is reported, the rest are done."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Final

import click

from clusterdoc.clean import clean
from clusterdoc.cli.exits import ERROR, Failure, bug, complain, note
from clusterdoc.cli.found import FoundFacts, remembered
from clusterdoc.errors import ClusterdocError, ModelError, NamesError, SourceError
from clusterdoc.source.content import read_content
from clusterdoc.source.files import URL, file_content, sample_content, stdin_content, stdin_is_given
from clusterdoc.source.naming import STDIN, printable, shown
from clusterdoc.source.shapes import shape_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.cli.options import Reading
    from clusterdoc.corpus.contents import Part
    from clusterdoc.facts import Document, Source
    from clusterdoc.source.content import Content

FEW_FILES: Final = 3
FEW_RECORDS: Final = 3  # of one fault: a wrong --text-key is that of every record
NAME: Final = "{name}"
DAY: Final = "{day}"
OF_ITS_DAY: Final = f"{NAME} says that it is of {DAY}: relative dates are of that day (--date sets another)"
EACH_OF_ITS_DAY: Final = f"relative dates in {NAME} are of the day that each record tells (--date sets another)"
NOT_ENGLISH: Final = f"{NAME} does not look like English, the only language known here: its facts may be wrong"
MOST_BYTES: Final = 10_000_000  # of an article whose facts are kept


def documents(files: Sequence[str | None], reading: Reading) -> Iterator[Document]:
    """Yield the document of each FILE; errors are those of `articles`."""
    return (found.document() for found in articles(files, reading))


def articles(files: Sequence[str | None], reading: Reading) -> Iterator[FoundFacts]:
    """Yield what is found in each FILE; when one of them could not be read, end the run with exit code 2 afterwards."""
    failed = False
    progress = FileProgress(len(files))
    for number, name in enumerate(files or [default_file()], 1):
        try:
            with progress.showing(number, name):
                found = list(extracted(open_content(name, reading), reading))
        except (ModelError, NamesError):
            raise  # the model would be missing for every file
        except ClusterdocError as error:
            complain(str(error))
            failed = True
        except Exception as error:  # noqa: BLE001 -- one article that hits a bug must not cost the others
            complain(bug(error, name or "The sample"))
            failed = True
        else:
            yield from (one for one in found if isinstance(one, FoundFacts))
            failed |= complain_of([str(one) for one in found if not isinstance(one, FoundFacts)])
    if failed:
        raise click.exceptions.Exit(ERROR)


def complain_of(errors: Sequence[str]) -> bool:
    """Say what is wrong with records, what many have in common a few times and then how often; return if any is."""
    reasons: Counter[str] = Counter()
    for error in errors:
        reason = reason_of(error)
        reasons[reason] += 1
        if reasons[reason] <= FEW_RECORDS:
            complain(error)
    for reason, count in reasons.items():
        if count > FEW_RECORDS:
            complain(f"{count - FEW_RECORDS:,} more records: {reason}")
    return bool(errors)


def reason_of(error: str) -> str:
    """Return what is wrong with a record, without the place where it stands."""
    return error.partition(": ")[2]


def default_file() -> str | None:
    """Return what is read when no FILE is named: standard input when it is given, else None, the sample article."""
    return STDIN if stdin_is_given() else None


def open_content(name: str | None, reading: Reading) -> Content:
    """Return the content of a FILE: a path, "-" for standard input, None for the sample, which is said."""
    if name is None:
        note("no FILE given: reading the sample article")
        return sample_content()
    if name == STDIN:
        return stdin_content(note, reading.encoding)
    if not URL.match(name):
        return file_content(name, note, reading.encoding)
    if reading.no_fetch:
        raise SourceError(f"{name} is not fetched: --no-fetch forbids it.")
    from clusterdoc.deadline import deadline
    from clusterdoc.source.web import fetch

    with deadline(reading.timeout, name):
        return fetch(name, note, reading.encoding)


def extracted(content: Content, reading: Reading) -> Iterator[FoundFacts | SourceError]:
    """Yield what is found in the content of a FILE: of JSON and of tables, in each of their records."""
    shape = shape_in(content, reading.text_key)
    if shape == "article":
        yield _extract(content, reading)
        return
    from clusterdoc.corpus.contents import records_of
    from clusterdoc.corpus.records import Keys

    said: set[str] = set()
    for part in each_in_time(
        records_of(content, shape, Keys(reading.text_key, reading.date_key), note), reading, content
    ):
        found = part if isinstance(part, SourceError) else found_of(part, reading)
        for sentence in found.notes if isinstance(found, FoundFacts) else ():
            if sentence not in said:
                note(sentence.replace(NAME, printable(content.name)))
            said.add(sentence)
        yield found


def only_article(content: Content, reading: Reading, otherwise: str) -> Document:
    """Return the document of a FILE that holds one article; of a second one no more is read than that it is there.

    Raises Failure when it holds none, or more, with what to do `otherwise`.
    """
    found = list(islice(extracted(content, reading), 2))
    if len(found) != 1:
        many = "more than one article" if found else "no article"
        raise Failure(f"{content.name} holds {many}: {otherwise}.")
    [one] = found
    if isinstance(one, SourceError):
        raise one
    return one.document()


def each_in_time(parts: Iterator[Part], reading: Reading, content: Content) -> Iterator[Part]:
    """Yield parts one by one; raises TooSlowError when one takes longer to be read than an article may."""
    from clusterdoc.deadline import deadline

    while True:
        with deadline(reading.timeout, shown(content.name)):
            part = next(parts, None)
        if part is None:
            return
        yield part


def found_of(part: Source | Document, reading: Reading) -> FoundFacts:
    """Return what is found in an article, or was found in it before and saved."""
    from clusterdoc.facts import Source

    return find(part, reading, EACH_OF_ITS_DAY) if isinstance(part, Source) else FoundFacts(document=part)


def _extract(content: Content, reading: Reading) -> FoundFacts:
    """Return what is found in the content of a FILE, by the cache or anew; what is to be said about it is said."""
    cache, key = None, ""
    if not reading.found_anew and len(content.data) <= MOST_BYTES:
        from clusterdoc.cache import facts_key, user_cache

        cache, key = user_cache(), facts_key(content.data, *content.known, *reading.what_facts_depend_on)
    name = printable(content.name)
    found = remembered(cache, key, name, lambda: find(in_time(content, reading), reading))
    for sentence in found.notes:
        note(sentence.replace(NAME, name))
    return found


def in_time(content: Content, reading: Reading) -> Source:
    """Return the article in the content of a FILE; raises TooSlowError when that takes longer than it may."""
    from clusterdoc.deadline import deadline

    with deadline(reading.timeout, shown(content.name)):
        return read_content(content)


def find(source: Source, reading: Reading, note_of_day: str = OF_ITS_DAY) -> FoundFacts:
    """Return what is found in an article; the time limit does not count the loading of the model."""
    from clusterdoc.language import is_english

    notes = [] if is_english(source.text) else [NOT_ENGLISH]
    if source.published and not reading.date:
        notes.append(note_of_day.replace(DAY, source.published))
    return FoundFacts(document=unparsed(source, reading) if reading.no_parse else _parsed(source, reading), notes=notes)


def unparsed(source: Source, reading: Reading) -> Document:
    """Return the document of what is found without a model: figures."""
    from clusterdoc.deadline import deadline
    from clusterdoc.extractor.unparsed import find_unparsed_figures

    with deadline(reading.timeout, source.name):
        return find_unparsed_figures(source, reading.date)


def _parsed(source: Source, reading: Reading) -> Document:
    """Return the document that the model and the finders make of a source."""
    from clusterdoc.deadline import deadline
    from clusterdoc.parse.lean import loading

    with loading():
        from clusterdoc.extractor import extractor

        extractor_of_model = extractor(reading.model, trust=reading.trust_model)
    if reading.names:
        from dataclasses import replace

        from clusterdoc.name_patterns import read_names

        extractor_of_model = replace(extractor_of_model, names=read_names(reading.names))
    with deadline(reading.timeout, source.name):
        return extractor_of_model.extract(source, reading.date, reading.max_chars)


class FileProgress:
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
