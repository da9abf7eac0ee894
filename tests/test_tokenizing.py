"""No text makes the tokenizer slow, and no cut moves an offset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from clusterdoc.parse.tokenizing import (
    BATCH_CHARS,
    PARAGRAPH_CHARS,
    SENTENCE_TOKENS,
    BoundedTokenizer,
    batches,
    split_paragraphs,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from clusterdoc.extractor import Extractor


@given(st.text(alphabet="ab. \n\r\u2028\t", max_size=300))
def test_paragraphs_joined_are_the_text(text: str) -> None:
    assert "".join(split_paragraphs(text)) == text


@pytest.mark.parametrize("text", ["x" * 25_000, "word " * 8_000, "Short. " * 9_000, "\n" * 30_000, "a\n\n b\r\nc"])
def test_pieces_are_bounded_and_lose_nothing(text: str) -> None:
    pieces = list(split_paragraphs(text))
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= PARAGRAPH_CHARS + 1_001
    assert [piece for batch in batches(iter(pieces)) for piece in batch] == pieces
    assert all(len(batch) == 1 or sum(map(len, batch)) <= BATCH_CHARS for batch in batches(iter(pieces)))


def test_a_line_break_belongs_to_the_paragraph_after_it() -> None:
    assert list(split_paragraphs("One.\n\nTwo.\n")) == ["One.", "\n\nTwo.\n"]


@pytest.mark.parametrize("sign", ['"', "$", "(", "—", "'", "a-", "👨‍👩‍👧", "1,", "\x00", "."])
def test_spacy_gets_no_long_run_of_one_sign(parse: Callable[[str], Doc], sign: str) -> None:
    """Its own tokenizer takes minutes for 20,000 of a sign."""
    text = sign * (20_000 // len(sign))
    doc = parse(text)
    seen: list[str] = []

    def tokenize(chunk: str) -> Doc:
        seen.append(chunk)
        return Doc(doc.vocab, [chunk], [False])

    assert doc.text == text
    assert BoundedTokenizer(tokenize, doc.vocab)(text).text == text
    assert max(map(len, seen), default=0) < 400


@pytest.mark.parametrize(
    "text",
    [
        "Ott said " + "x" * 900 + " in Oslo.",
        "x" * 400 + " Ott said no.",
        "A " + "y" * 399 + " b " + "z" * 401,
        "\n \n" + "$" * 500 + "\n\nDahl left.",
    ],
)
def test_words_beside_a_long_chunk_are_tokens_as_ever(parse: Callable[[str], Doc], text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    words = [word for word in text.split() if len(word) < 400]
    tokens = {token.text for token in doc}
    assert all(word.rstrip(".") in tokens for word in words)


def test_an_endless_sentence_is_cut(parse: Callable[[str], Doc]) -> None:
    doc = parse("word " * 5_000)
    assert max(len(sentence) for sentence in doc.sents) <= SENTENCE_TOKENS


def test_a_text_in_pieces_has_the_tokens_of_its_paragraphs(found: Extractor) -> None:
    one, two = "Ana Ott left Oslo.", "\n\nPer Dahl stayed in Rome, he said."
    whole = found.pipeline.parse(one + two)
    apart = [token.text for part in (one, two) for token in found.pipeline.parse(part)]
    assert [token.text for token in whole] == apart


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "a\x00b"])
def test_every_text_has_a_doc_of_its_own_length(parse: Callable[[str], Doc], text: str) -> None:
    assert len(parse(text).text) == len(text)
