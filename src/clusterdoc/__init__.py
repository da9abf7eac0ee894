"""clusterdoc reads news articles and says who said what, about whom, with which numbers.

    import clusterdoc
    article = clusterdoc.read("data/article.txt")
    [(quote.speaker.name, quote.text) for quote in article.quotes if quote.speaker]

Importing this package loads nothing heavy; the first `read` or `extract` loads spaCy and the model.
"""

from __future__ import annotations

TYPE_CHECKING = False  # of the module typing, whose import would be half of a second look's time.
if TYPE_CHECKING:
    import datetime
    import os

    from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker

__version__ = "0.1.0"
__all__ = ["Document", "Entity", "Figure", "Mention", "Quote", "Source", "Span", "Speaker", "extract", "read"]


def extract(text: str, date: datetime.date | None = None, *, name: str = "text", model: str | None = None) -> Document:
    """Return the facts of an article given as text; `date` is its day of publication, which resolves "Friday".

    The model is loaded once a process and name. Raises clusterdoc.errors.ModelError when it is not installed.
    """
    from clusterdoc.extractor import extractor
    from clusterdoc.facts import Source

    return extractor(model).extract(Source(name, text), date)


def read(path: str | os.PathLike[str], date: datetime.date | None = None, *, model: str | None = None) -> Document:
    """Return the facts of an article in a UTF-8 text file.

    Raises clusterdoc.source.SourceError (a ValueError) when the file cannot be read as text.
    """
    from clusterdoc.extractor import extractor
    from clusterdoc.source import read_file

    return extractor(model).extract(read_file(path), date)


def __getattr__(name: str) -> object:
    """Return a class of `clusterdoc.facts`, which is imported when one is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from clusterdoc import facts

    return getattr(facts, name)
