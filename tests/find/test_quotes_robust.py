"""Whatever the marks and the Doc, quotes come back sound: never an exception, offsets that hold."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import pytest
import spacy
from spacy.tokens import Doc

from clusterdoc.find.entities import find_entities
from clusterdoc.find.quotes import find_quotes
from clusterdoc.find.quotes.reading.page import LONGEST_SENTENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from clusterdoc.facts import Quote

STORY: Final = """Mayor Lena Ott opened the bridge. "It is safe," she said, "and it is ours."
'We act now,' Tom Dahl told reporters, adding that the levy was "a gift to crooks."
According to the agency, sales fell 3%. The statement read:
"We regret the loss. We will act.
"We will pay," it added. Critics call it a 'tax grab'.
"""
SIGNS: Final = ('"', "“", "”", "'", "’", "‘", "''", "«", "»", "„", "\n", " ")
ROUNDS: Final = 40


def check(doc: Doc, quotes: tuple[Quote, ...]) -> None:
    """Assert the laws of quotes: offsets, order, ids, types."""
    text = doc.text
    assert [quote.id for quote in quotes] == [f"q{n}" for n in range(1, len(quotes) + 1)]
    assert [quote.parts[0].start for quote in quotes] == sorted(quote.parts[0].start for quote in quotes)
    for quote in quotes:
        spans = [*quote.parts, *([quote.cue] if quote.cue else [])]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert all(span.text.strip() for span in spans)
        speaker = quote.speaker
        if speaker and speaker.start is not None and speaker.end is not None:
            assert text[speaker.start : speaker.end] == speaker.text
        assert quote.type in {"direct", "indirect", "mixed"}
        assert not (quote.scare and quote.speaker)


def mutated(drawn: random.Random) -> str:
    """Return the story with up to four marks put in and up to four taken out."""
    text = STORY
    for _ in range(drawn.randrange(1, 5)):
        at = drawn.randrange(len(text))
        text = text[:at] + drawn.choice(SIGNS) + text[at:]
    for _ in range(drawn.randrange(5)):
        marks = [at for at, sign in enumerate(text) if sign in "\"'“”‘’\n"]
        at = drawn.choice(marks)
        text = text[:at] + text[at + 1 :]
    return text


# The same texts every time, nothing secret.
MUTATED: Final = [mutated(random.Random(seed)) for seed in range(ROUNDS)]  # noqa: S311


@pytest.mark.parametrize("text", MUTATED, ids=range(ROUNDS))
def test_marks_put_in_and_taken_out_do_no_harm(parse: Callable[[str], Doc], text: str) -> None:
    doc = parse(text)
    check(doc, find_quotes(doc, find_entities(doc)))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", '"', "''", "said", '"" ""', "“", "?!", '"A" "B" "C"', "😀 “😀” said 😀."]
)
def test_no_text_is_too_odd(parse: Callable[[str], Doc], text: str) -> None:
    doc = parse(text)
    check(doc, find_quotes(doc, find_entities(doc)))


def test_a_doc_without_a_parse_has_no_quotes() -> None:
    assert find_quotes(spacy.blank("en")(STORY)) == ()


def test_a_doc_with_nothing_but_heads_is_read() -> None:
    words = ["Ott", "said", "rents", "fell", "."]
    doc = Doc(
        spacy.blank("en").vocab, words=words, heads=[1, 1, 3, 1, 1], deps=["nsubj", "ROOT", "nsubj", "ccomp", "punct"]
    )
    check(doc, find_quotes(doc))


def test_a_text_without_paragraphs_is_read_too(parse: Callable[[str], Doc]) -> None:
    whole = parse(STORY.replace("\n", " "))
    check(whole, find_quotes(whole, find_entities(whole)))
    assert "Lena Ott" in [quote.speaker.name for quote in find_quotes(whole, find_entities(whole)) if quote.speaker]


def test_hundreds_of_quotes_in_one_paragraph_stay_apart(parse: Callable[[str], Doc]) -> None:
    doc = parse('"Yes," said Ott. ' * 150)
    quotes = find_quotes(doc, find_entities(doc))
    assert len(quotes) > 100


@pytest.mark.parametrize(("length", "found"), [(LONGEST_SENTENCE, 1), (LONGEST_SENTENCE + 1, 0)])
def test_what_is_too_long_for_a_sentence_has_no_cues(length: int, found: int) -> None:
    words = ["Ott", "said", "rents", "fell", *["far"] * (length - 4)]
    doc = Doc(
        spacy.blank("en").vocab,
        words=[*words, "Rents", "fell"],
        tags=["NNP", "VBD", "NNS", "VBD", *["RB"] * (length - 4), "NNS", "VBD"],
        pos=["PROPN", "VERB", "NOUN", "VERB", *["ADV"] * (length - 4), "NOUN", "VERB"],
        heads=[1, 1, 3, 1, *[3] * (length - 4), length + 1, length + 1],
        deps=["nsubj", "ROOT", "nsubj", "ccomp", *["advmod"] * (length - 4), "nsubj", "ROOT"],
    )
    quotes = find_quotes(doc)
    check(doc, quotes)
    assert len(quotes) == found
