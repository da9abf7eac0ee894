"""Text to stretches and tokens that no text can make slow: what pipeline.py puts before the model.

spaCy's tokenizer is quadratic on a run of one prefix character (8,000 dollar signs take 11 seconds), its model keeps
every activation of a text in memory, and a parse of one endless sentence is as long. So a text is cut into paragraphs
of bounded length, a chunk without white space into long tokens (400 characters in a row are no prose), and a sentence
into bounded sentences; every cut keeps the offsets, and text written by people is cut at its line breaks only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

PARAGRAPH_CHARS: Final = 10_000
BATCH_CHARS: Final = 20_000
SENTENCE_TOKENS: Final = 1_000

LINE_BREAK: Final = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]\s{0,1000}")
LONG_CHUNK: Final = re.compile(r"(?<!\S)\S{400}")
# Either one long token, or all up to the next long chunk: chunks of under 400 and the white space round them.
STRETCH: Final = re.compile(r"(?P<long>\S{400})|(?:\S{0,399}\s{1,1000}){1,1000}|\S{1,399}")
SENTENCE_END: Final = frozenset(".?!")


def split_paragraphs(text: str) -> Iterator[str]:
    """Yield the text in stretches that begin at line breaks, none over PARAGRAPH_CHARS; joined they are the text."""
    start = 0
    for line_break in LINE_BREAK.finditer(text):
        if line_break.start() > 0 and line_break.end() < len(text):
            yield from _bounded(text[start : line_break.start()])
            start = line_break.start()
    yield from _bounded(text[start:])


def _bounded(paragraph: str) -> Iterator[str]:
    """Yield a paragraph in stretches of at most PARAGRAPH_CHARS, cut before white space where there is any."""
    start = 0
    while len(paragraph) - start > PARAGRAPH_CHARS:
        end = start + PARAGRAPH_CHARS
        space = max(paragraph.rfind(". ", start, end) + 1, paragraph.rfind(" ", start + PARAGRAPH_CHARS // 2, end))
        cut = space if space > start else end
        yield paragraph[start:cut]
        start = cut
    if start < len(paragraph):
        yield paragraph[start:]


def batches(stretches: Iterator[str]) -> Iterator[list[str]]:
    """Yield stretches of text in lists of about BATCH_CHARS characters: what the model holds in memory at a time."""
    batch: list[str] = []
    size = 0
    for stretch in stretches:
        if batch and size + len(stretch) > BATCH_CHARS:
            yield batch
            batch, size = [], 0
        batch.append(stretch)
        size += len(stretch)
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class BoundedTokenizer:
    """A tokenizer whose time is linear in the text, whatever the text; on ordinary text the same as `tokenize`."""

    tokenize: Callable[[str], Doc]
    vocab: Vocab

    def __call__(self, text: str) -> Doc:
        """Return the tokens of a text, with sentence starts set where a sentence would grow without end."""
        doc = self.chunked(text) if LONG_CHUNK.search(text) else self.tokenize(text)
        if len(doc) > SENTENCE_TOKENS:
            for token in overlong_starts(doc):
                token.is_sent_start = True
        return doc

    def chunked(self, text: str) -> Doc:
        """Return the tokens of a text that holds long chunks: these become tokens of 400, the rest is as ever."""
        from spacy.tokens import Doc

        docs = []
        for stretch in STRETCH.finditer(text):
            part = stretch[0]
            docs.append(Doc(self.vocab, [part], [False]) if stretch["long"] else self.tokenize(part))
        return Doc.from_docs(docs, ensure_whitespace=False)


def overlong_starts(doc: Doc) -> Iterator[Token]:
    """Yield the tokens at which a stretch without a full stop after a word reaches SENTENCE_TOKENS."""
    length, after_word = 0, False
    for token in doc:
        end = token.text in SENTENCE_END
        length = 0 if end and after_word else length + 1
        after_word = not end
        if length == SENTENCE_TOKENS:
            yield token
            length = 0
