"""Source to Document: a loaded pipeline and the three finders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clusterdoc import version
from clusterdoc.extractor.putback import put_back
from clusterdoc.extractor.sections import join_documents, sections
from clusterdoc.facts import Document, Source
from clusterdoc.find import find_facts
from clusterdoc.find.doc_text import text_of
from clusterdoc.parse.pipeline import DEFAULT_MODEL, Pipeline, load, without_surrogates
from clusterdoc.prose import read_prose
from clusterdoc.prose.day import with_publication_day
from clusterdoc.terms import MAX_CHARS

if TYPE_CHECKING:
    import datetime

    from spacy.tokens import Doc

    from clusterdoc.name_patterns import NamePattern

CLINGING: Final = frozenset(",;:)")


@dataclass(frozen=True, slots=True)
class Extractor:
    """Finds all facts of an article with one loaded pipeline; `names` are the user's own."""

    pipeline: Pipeline
    names: tuple[NamePattern, ...] = ()

    def extract(self, source: Source, date: datetime.date | None = None, max_chars: int = MAX_CHARS) -> Document:
        """Return the document of a source; `date` is the day of publication, which resolves relative dates.

        Without one it is the day that the source tells, else that of the article's header or dateline; the document's
        source has it as `published`.
        A text of more than `max_chars` characters is read in sections, cut between paragraphs: memory stays bounded.
        Lone surrogates, which no encoding can write, become U+FFFD in the document's text.
        """
        source = replace(source, text=without_surrogates(source.text))
        prose = read_prose(source.text)
        source = with_publication_day(source, prose.text, date)
        return put_back(self._read(Source(source.name, prose.text), source.day(), max_chars), source, prose)

    def _read(self, source: Source, date: datetime.date | None, max_chars: int) -> Document:
        if len(source.text) <= max_chars:
            return self._whole(source, date)
        return join_documents(
            source, [self._whole(Source(source.name, section), date) for section in sections(source.text, max_chars)]
        )

    def _whole(self, source: Source, date: datetime.date | None) -> Document:
        doc = self.pipeline.parse(source.text)
        facts = find_facts(doc, date, self.names)
        return Document(replace(source, sentences=sentences(doc)), self.pipeline.name, *facts, version.__version__)


def extractor(model: str | None = None, *, trust: bool = False) -> Extractor:
    """Return the extractor of a model, loaded once a process."""
    return _loaded(model or DEFAULT_MODEL, trust)


@lru_cache(maxsize=2)
def _loaded(model: str, trust: bool) -> Extractor:  # noqa: FBT001 -- lru_cache tells f(x) and f(trust=x) apart
    return Extractor(load(model, trust=trust))


def sentences(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the sentences of a parsed Doc, without the space around them; none begins with a comma."""
    spans: list[tuple[int, int]] = []
    text = text_of(doc)
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        if spans and words[0].text in CLINGING and "\n" not in text[spans[-1][1] : start]:
            start = spans.pop()[0]
        spans.append((start, end))
    return tuple(spans)
