"""Source to Document: the offsets of the sentences."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc
from steps import check_growth

from clusterdoc.extractor import sentences


@pytest.mark.parametrize(
    ("words", "starts", "found"),
    [
        (["Ott", "left", ".", "Dahl", "stayed", "."], (0, 3), ["Ott left .", "Dahl stayed ."]),
        (["The", "leader", ",", "Ott", ",", "left"], (0, 2), ["The leader , Ott , left"]),
        (["Ott", "left", "\n", ",", "Dahl", "stayed"], (0, 3), ["Ott left", ", Dahl stayed"]),
        (["\n", "\n"], (0, 1), []),
    ],
)
def test_sentences_have_no_space_around_them_and_no_comma_before_them(
    words: list[str], starts: tuple[int, ...], found: list[str]
) -> None:
    doc = Doc(spacy.blank("en").vocab, words, sent_starts=[place in starts for place in range(len(words))])
    assert [doc.text[start:end] for start, end in sentences(doc)] == found


def test_the_text_is_not_put_together_for_each_sentence() -> None:
    vocab = spacy.blank("en").vocab
    docs = {size: Doc(vocab, [",", "a"] * size, sent_starts=[True, False] * size) for size in (50, 200)}
    assert [len(sentences(doc)) for doc in docs.values()] == [1, 1]  # once: the text of a Doc is kept
    check_growth(lambda size: sentences(docs[size]), 50)
