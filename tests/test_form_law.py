"""The form of a text does not change its facts: articles wrapped at random widths, a third of the lines hyphenated."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from prose_law import FORMS, LAYERS, f1, one_blank, paragraphs, unclean

from clusterdoc.facts import Source

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor
    from clusterdoc.facts import Document

ROOT: Final = Path(__file__).parents[1]
CORPUS: Final = ROOT.parent / "shared" / "corpus" / "wikinews.jsonl"
OWN: Final = (ROOT / "data" / "article.txt", *sorted((ROOT / "tests" / "gold" / "stories").glob("*.txt")))
WRAPPED: Final = ("empty lines between", "no empty lines", "first lines set in")  # at widths of 50 to 100
SHORT: Final = range(900, 2500)  # characters
SAMPLE: Final = 30
SAME: Final = 98  # F1 of a layer, in percent


@pytest.fixture(scope="module")
def own(found: Extractor) -> list[Document]:
    """Return the facts of our own texts as they are."""
    return [found.extract(Source("plain", one_blank(path.read_text("utf-8")))) for path in OWN]


def compared(found: Extractor, plain: list[Document], form: str, chance: random.Random) -> dict[str, float]:
    """Return F1 of each layer of texts in a form against the facts of those texts as they are."""
    texts = [FORMS[form](paragraphs(document.source.text), chance) for document in plain]
    formed = [found.extract(Source(form, text)) for text in texts]
    assert list(map(unclean, formed)) == list(map(unclean, plain))
    return {layer: f1(plain, formed, number) for number, layer in enumerate(LAYERS)}


@pytest.mark.parametrize("form", WRAPPED)
def test_our_own_texts_say_the_same_at_any_width(found: Extractor, own: list[Document], form: str) -> None:
    chance = random.Random(form)  # noqa: S311 -- widths, not secrets
    scores = compared(found, own, form, chance)
    assert min(scores.values()) >= SAME, scores


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of articles is not beside this checkout")
@pytest.mark.parametrize("form", WRAPPED)
def test_articles_of_a_corpus_say_the_same_at_any_width(found: Extractor, form: str) -> None:
    texts = [json.loads(line)["text"] for line in CORPUS.read_text("utf-8").splitlines()]
    chance = random.Random(form)  # noqa: S311 -- widths, not secrets
    sample = chance.sample([one_blank(text) for text in texts if len(text) in SHORT], SAMPLE // len(WRAPPED))
    plain = [found.extract(Source("plain", text)) for text in sample]
    scores = compared(found, plain, form, chance)
    assert min(scores.values()) >= SAME, scores
