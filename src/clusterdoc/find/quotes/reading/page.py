"""A parsed article as the quote finder reads it: which tokens stand inside marks, in which paragraph and sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, cast

from clusterdoc.find.doc_text import text_of
from clusterdoc.prose.marks import Stretch, find_stretches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

LINE_BREAKS: Final = "\r\n\u2028\u2029"
NEARBY: Final = 40
LONGEST_PARAGRAPH: Final = 1000
LONGEST_SENTENCE: Final = 500
UNITS: Final = frozenset({"m.", "bn.", "tn.", "k.", "km.", "kg.", "cm.", "mm.", "ft.", "lb.", "p.", "c.", "mph."})
CLOCKS: Final = frozenset({"a.m.", "p.m."})
CLOSING: Final = frozenset({"”", "’", "'", '"', "''"})
STOPPING: Final = frozenset({".", "”", "’", "'", '"'})
STARTING: Final = frozenset({"DET", "PRON", "ADV", "SCONJ", "CCONJ"})
EDGE: Final = frozenset({*",;:-–—", "--"})
LEADING: Final = EDGE | {".", ")"}
TRAILING: Final = frozenset({".", "(", "and", "but"})

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """A Doc with its stretches in marks; `inside[i]` is the number of the stretch that token i stands in, or -1.

    `overlong` has the tokens of what is too long to be a sentence: to look for all that each cue says would take time
    that grows with the square of its length. `lower`, `lengths`, `spaces` and `types` say of each token its form in
    small letters, its length, whether it is white space and what kind of name it belongs to, 0 for none: this takes a
    tenth of the time of making each token to ask it.
    """

    doc: Doc
    text: str
    stretches: tuple[Stretch, ...]
    inside: list[int]
    sentences: list[int]
    ends: list[int]
    offsets: list[int]
    overlong: frozenset[int]
    lower: list[str]
    lengths: list[int]
    spaces: list[int]
    types: list[int]

    @classmethod
    def of(cls, doc: Doc) -> Page:
        """Return the page of a Doc, parsed or not."""
        text = text_of(doc)
        stretches = find_stretches(text)
        offsets, lengths = array_of(doc, "IDX"), array_of(doc, "LENGTH")
        inside = [-1] * len(doc)
        number = 0
        for at, (start, length) in enumerate(zip(offsets, lengths, strict=True)):
            while number < len(stretches) and stretches[number].end <= start:
                number += 1
            if number < len(stretches) and stretches[number].start < start + length:
                inside[at] = number
        starting = _sentence_starts(doc)
        starts, ends = _sentences(doc, text, offsets, starting)
        lower, spaces, types = lower_forms(doc), array_of(doc, "IS_SPACE"), array_of(doc, "ENT_TYPE")
        overlong = _overlong(starting, len(doc))
        return cls(doc, text, stretches, inside, starts, ends, offsets, overlong, lower, lengths, spaces, types)

    def token_at(self, offset: int) -> int:
        """Return the number of the first token that starts at or after an offset; the last one at the end."""
        return min(bisect_left(self.offsets, offset), max(0, len(self.offsets) - 1))

    def in_marks(self, number: int) -> bool:
        """Return whether a token stands in quotation marks."""
        return self.inside[number] >= 0

    def words(self, start: int, end: int) -> Span:
        """Return the tokens that start between two offsets."""
        return self.doc[slice(*self.numbers(start, end))]

    def numbers(self, start: int, end: int) -> Range:
        """Return the numbers of the first token that starts between two offsets, and of the first one behind them."""
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)

    def tokens_among(self, forms: Collection[str], first: int, last: int) -> Iterator[Token]:
        """Yield the tokens first..last-1 whose form in small letters is one of these."""
        lower, doc = self.lower, self.doc
        return (doc[i] for i in range(first, last) if lower[i] in forms)

    def before(self, offset: int) -> str:
        """Return the last characters before an offset, without white space at their end."""
        return self.text[max(0, offset - NEARBY) : offset].rstrip()

    def has_marks(self, start: int, end: int) -> bool:
        """Return whether some words between two offsets stand in marks."""
        last = bisect_left(self.stretches, end, key=lambda stretch: stretch.start) - 1
        return last >= 0 and self.stretches[last].end > start

    def first_token(self, stretch: Stretch) -> int:
        """Return the number of the token a stretch starts with."""
        return bisect_left(self.offsets, stretch.start)

    def in_sentence(self, tokens: set[int], word: Token) -> set[int]:
        """Return the tokens that stand in the sentence of a word where the pipeline took two sentences for one."""
        start, end = self.sentences[word.i], self.ends[word.i]
        return {i for i in tokens if start <= i < end}

    def brackets(self, word: Token) -> Range:
        """Return the tokens that open and close the brackets around a word, else those around its sentence."""
        start, end = self.sentences[word.i], self.ends[word.i]
        before = [i for i in range(start, word.i) if self.lower[i] in ("(", ")")]
        after = [i for i in range(word.i + 1, end) if self.lower[i] in ("(", ")")]
        opened = bool(before) and self.lower[before[-1]] == "("
        closed = bool(after) and self.lower[after[0]] == ")"
        return (before[-1], after[0]) if opened and closed else (-1, len(self.doc))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs, empty ones left out."""
        first = number = 0
        for last in self._paragraph_ends():
            taken = number
            end = self.doc[last - 1].idx + len(self.doc[last - 1])
            while number < len(self.stretches) and self.stretches[number].start < end:
                number += 1
            yield Paragraph(self, first, last, self.stretches[taken:number])
            first = last

    def _paragraph_ends(self) -> Iterator[int]:
        """Yield where paragraphs end; a very long one is cut between sentences, so that the time stays linear."""
        some, first = False, 0
        for at, is_space in enumerate(self.spaces):
            broken = bool(is_space) and some and any(sign in self.doc[at].text for sign in LINE_BREAKS)
            long = at - first > LONGEST_PARAGRAPH and self.sentences[at] == at
            if broken or (long and not self.in_marks(at)):
                first = at + broken
                yield first
                some = not broken
            elif not is_space:
                some = True
        if some:
            yield len(self.doc)

    def runs(self, tokens: Iterable[int]) -> list[Range]:
        """Return token numbers as offsets of contiguous runs, commas and spaces at the edges left out."""
        runs: list[list[int]] = []
        for i in sorted(tokens):
            if runs and i == runs[-1][1] + 1:
                runs[-1][1] = i
            else:
                runs.append([i, i])
        trimmed = (self.trim(first, last) for first, last in runs)
        return [run for run in trimmed if run]

    def trim(self, first: int, last: int) -> Range | None:
        """Return the offsets of tokens first..last without space and light punctuation at the edges, or None."""
        spaces, lower = self.spaces, self.lower
        while first <= last and (spaces[first] or lower[first] in LEADING):
            first += 1
        while last >= first and (spaces[last] or lower[last] in EDGE or lower[last] in TRAILING):
            last -= 1
        if not any(sign.isalnum() for i in range(first, last + 1) for sign in lower[i]):
            return None
        last = end_of_clock(self.doc, end_of_word(self.doc, last))
        stop = lower[last] in UNITS and self.ends[last] == last + 1  # "cost £3m." is a sentence's stop as well
        return self.offsets[first], self.offsets[last] + self.lengths[last] - stop


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Tokens first..last-1 of a page, and the stretches in marks among them."""

    page: Page
    first: int
    last: int
    stretches: tuple[Stretch, ...]

    @property
    def tokens(self) -> Iterator[Token]:
        """The tokens of the paragraph."""
        return iter(self.page.doc[self.first : self.last])

    def tokens_among(self, forms: Collection[str]) -> Iterator[Token]:
        """Yield the tokens whose form in small letters is one of these."""
        return self.page.tokens_among(forms, self.first, self.last)

    def token_at(self, offset: int) -> int:
        """Return the number of the first token that starts at or after an offset."""
        return max(self.first, bisect_left(self.page.offsets, offset))

    @property
    def start(self) -> int:
        """Where its first word starts."""
        page = self.page
        return page.offsets[next((i for i in range(self.first, self.last) if not page.spaces[i]), self.first)]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        page = self.page
        last = next((i for i in range(self.last - 1, self.first - 1, -1) if not page.spaces[i]), None)
        return self.start if last is None else page.offsets[last] + page.lengths[last]


def end_of_word(doc: Doc, last: int) -> int:
    """Return the last token of the word that a token begins: "de" of "de-energisation", three tokens to the model."""
    while last + 2 < len(doc) and not doc[last].whitespace_ and doc[last + 1].text == "-":
        if doc[last + 1].whitespace_ or not (doc[last].is_alpha and doc[last + 2].is_alpha):
            break
        last += 2
    return last


def end_of_clock(doc: Doc, last: int) -> int:
    """Return the last token of a time that the parse attached to another word: "a.m." of "robbed at 4 a.m."."""
    return last + 1 if last + 1 < len(doc) and doc[last + 1].lower_ in CLOCKS else last


def array_of(doc: Doc, attribute: str) -> list[int]:
    """Return an attribute of all tokens, at a tenth of the time that asking each of them takes."""
    return cast("list[int]", doc.to_array(attribute).tolist())


def lower_forms(doc: Doc) -> list[str]:
    """Return the form of each token in small letters."""
    keys, strings = array_of(doc, "LOWER"), doc.vocab.strings
    forms = {key: strings[key] for key in set(keys)}
    return [forms[key] for key in keys]


def _sentence_starts(doc: Doc) -> list[int]:
    """Return the tokens that the pipeline begins a sentence with, none where it finds no sentences."""
    if not doc.has_annotation("SENT_START"):
        return []
    return [at for at, value in enumerate(array_of(doc, "SENT_START")) if value == 1]


def _sentences(doc: Doc, text: str, offsets: Sequence[int], starting: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for every token where its sentence starts and ends; the whole Doc where nobody split it."""
    starts, ends = [0] * len(doc), [len(doc)] * len(doc)
    if starting:
        capitals = [at for at, start in enumerate(offsets) if text[start].isupper() and _follows_stop(text, start)]
        edges = [*starting, *(at for at in capitals if starts_sentence(doc[at])), len(doc)]
        for start, end in pairwise(sorted({0, *edges})):
            starts[start:end] = [start] * (end - start)
            ends[start:end] = [end] * (end - start)
    return starts, ends


def _overlong(starting: Sequence[int], length: int) -> frozenset[int]:
    """Return the tokens of sentences, as the pipeline splits them, that have more words than any sentence of prose."""
    long = (range(start, end) for start, end in pairwise([*starting, length]) if end - start > LONGEST_SENTENCE)
    return frozenset(chain.from_iterable(long))


def _follows_stop(text: str, start: int) -> bool:
    """Return whether a full stop or a closing mark stands before an offset."""
    while start and text[start - 1].isspace():
        start -= 1
    return text[start - 1 : start] in STOPPING


def starts_sentence(token: Token) -> bool:
    """Return whether a sentence starts here that the pipeline took for more of the one before."""
    return follows_closed_sentence(token) or ends_in_unit(token)


def follows_closed_sentence(token: Token) -> bool:
    """Return whether a sentence starts here after a full stop in marks: `"It is over." But the firm will pay`."""
    if token.i < 2 or token.pos_ not in STARTING:  # noqa: PLR2004 -- the stop and the mark stand before
        return False
    return token.nbor(-1).text in CLOSING and token.nbor(-2).text == "."


def ends_in_unit(token: Token) -> bool:
    """Return whether a sentence starts here after a unit whose stop the tokenizer kept: "cost £3m. The council"."""
    if token.i < 2 or not token.text[:1].isupper():  # noqa: PLR2004 -- a number and its unit stand before
        return False
    closed = token.nbor(-1).text in CLOSING  # `fell to $3m.” She left`
    if closed and token.i <= 2:  # noqa: PLR2004 -- as above
        return False
    unit, number = token.nbor(-1 - closed), token.nbor(-2 - closed)
    if unit.lower_ in UNITS:
        return number.like_num or number.text[-1:].isdigit()
    return unit.lower_ in CLOCKS and token.pos_ in STARTING
