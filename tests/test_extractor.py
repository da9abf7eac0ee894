"""Source to Document: the offsets of the sentences."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

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
