"""clusterdoc reads news articles and says who said what, about whom, with which numbers.

    import clusterdoc
    article = clusterdoc.read("data/article.txt")
    [(quote.speaker.name, quote.text) for quote in article.quotes if quote.speaker]

Importing this package loads nothing heavy; the first `read` or `extract` loads spaCy and the model.
"""

from __future__ import annotations

from clusterdoc.version import __version__

TYPE_CHECKING = False  # of the module typing, whose import would be half of a second look's time.
if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from spacy.language import Language

    from clusterdoc.errors import SourceError
    from clusterdoc.extractor import Extractor
    from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker

__all__ = [
    "Document",
    "Entity",
    "Figure",
    "Mention",
    "Quote",
    "Source",
    "Span",
    "Speaker",
    "__version__",
    "extract",
    "load_model",
    "read",
    "read_many",
]


def extract(
    text: str,
    date: datetime.date | str | None = None,
    *,
    name: str = "text",
    model: str | None = None,
    names: Iterable[Mapping[str, object]] = (),
) -> Document:
    """Return the facts of an article given as text; `date` is its day of publication, which resolves "Friday".

    The day is a date or ISO 8601 text ("2023-07-07"): a ValueError when it is no such day, a TypeError for other types.

    `names` are patterns of your own, as spaCy's entity ruler takes them: `[{"label": "ORG", "pattern": "Full Moon"}]`;
    `id` is the name that one stands for, a label of None says that it is no name (clusterdoc.errors.NamesError, a
    ValueError, where one is not so). The model is loaded once a process and name. Raises clusterdoc.errors.ModelError
    when it is not installed.
    """
    from clusterdoc.facts import Source, publication_day

    if not isinstance(text, str):
        raise TypeError(
            f"extract takes the text of an article, not {type(text).__name__}: clusterdoc.read takes files."
        )
    return _extractor(model, names).extract(Source(name, text), publication_day(date))


def read(
    path: str | os.PathLike[str],
    date: datetime.date | str | None = None,
    *,
    model: str | None = None,
    names: Iterable[Mapping[str, object]] = (),
) -> Document:
    """Return the facts of an article in a file of any form, or at an address of the web, which is fetched.

    Facts that were saved as JSON come back as they are. `names` are patterns of your own, as `extract` takes them.
    Raises clusterdoc.errors.SourceError (a ValueError) when there is no article, or more than one: see `read_many`.
    """
    from itertools import islice

    from clusterdoc.corpus.contents import parts_at
    from clusterdoc.errors import SourceError
    from clusterdoc.facts import Source, publication_day

    first, *more = islice(parts_at(path), 2)
    if isinstance(first, SourceError):
        raise first
    if more:
        raise SourceError(f"{path} holds several articles: clusterdoc.read_many reads them all.")
    return _extractor(model, names).extract(first, publication_day(date)) if isinstance(first, Source) else first


def read_many(  # noqa: PLR0913 -- five of them by name only
    articles: Iterable[str | os.PathLike[str] | Source],
    date: datetime.date | str | None = None,
    *,
    model: str | None = None,
    names: Iterable[Mapping[str, object]] = (),
    processes: int = 1,
    on_error: Callable[[SourceError], object] | None = None,
) -> Iterator[Document]:
    """Yield the facts of many articles, in their order: the same as of each alone, with one model loaded.

    An article is a path or an address, as `read` takes it, also of a file of many records; or a `Source`, for a text
    with its name, day or address:
    `clusterdoc.Source("letter 7", text, published="2023-07-07")`. They are taken as they are needed, so an endless
    iterator will do. With `processes` above 1 so many processes read, each with a model of its own: a script must then
    begin under `if __name__ == "__main__":`, as multiprocessing asks for.

    What cannot be read raises clusterdoc.errors.SourceError (a ValueError) and ends the reading, or goes to `on_error`
    and is passed over. `date`, `model` and `names` are those of `extract`, for all articles.
    """
    from clusterdoc.extractor.many import Reader, outcomes
    from clusterdoc.facts import publication_day
    from clusterdoc.name_patterns import names_of

    if isinstance(articles, str | bytes):
        raise TypeError(
            f"read_many takes several articles, such as a list of paths, not one {type(articles).__name__}."
        )
    if processes < 1:
        raise ValueError(f"processes is 1 or more, not {processes}.")
    return _delivered(outcomes(articles, Reader(model, names_of(names), publication_day(date)), processes), on_error)


def load_model(name: str | None = None) -> Language:
    """Return a pipeline as spaCy loads it, to which the finders can be added: `nlp.add_pipe("clusterdoc_quotes")`.

    By name: the default, "sm", "lg", "trf", "en_core_web_lg" …; of your own models `spacy.load` takes any. Raises
    clusterdoc.errors.ModelError when it is not installed.
    """
    from clusterdoc.parse.pipeline import load_unchanged

    return load_unchanged(name)


def _delivered(
    outcomes: Iterator[Document | SourceError], on_error: Callable[[SourceError], object] | None
) -> Iterator[Document]:
    """Yield the documents of some outcomes; an error goes to `on_error`, or is raised."""
    from clusterdoc.errors import SourceError

    for outcome in outcomes:
        if not isinstance(outcome, SourceError):
            yield outcome
        elif on_error is None:
            raise outcome
        else:
            on_error(outcome)


def _extractor(model: str | None, names: Iterable[Mapping[str, object]]) -> Extractor:
    """Return the extractor of a model, with names of the user's own."""
    from dataclasses import replace

    from clusterdoc.extractor import extractor
    from clusterdoc.name_patterns import names_of

    return replace(extractor(model), names=names_of(names))


def __dir__() -> list[str]:
    """Return the names that `from clusterdoc import …` knows, the classes included."""
    return sorted(__all__)


def __getattr__(name: str) -> object:
    """Return a class of `clusterdoc.facts`, which is imported when one is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from clusterdoc import facts

    return getattr(facts, name)
