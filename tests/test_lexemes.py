"""Of a word the vocabulary tells what is asked of it, and that as spaCy's own does."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.lang.lex_attrs import LEX_ATTRS
from spacy.symbols import NAMES  # type: ignore[import-not-found]  # compiled, without a stub

import clusterdoc
from clusterdoc.parse.lexemes import ASKED, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.vocab import Vocab

WORDS = ("Ott", "ott", "OTT", "12", "twelve", "12,000", "$", "€", "…", "“", ")", " ", "\n", "naïve", "U.S.", "x@y.org",
         "https://a.org", "can't", "F-16", "½", "not", "colour", "字", "🙂")  # fmt: skip
PACKAGE = Path(clusterdoc.__file__).parent


@pytest.fixture(scope="module")
def vocabularies() -> tuple[Vocab, Vocab]:
    """Return ours and spaCy's own."""
    return vocabulary(), spacy.blank("en").vocab


@pytest.mark.parametrize("name", ASKED)
def test_words_are_what_they_are_to_spacy(vocabularies: tuple[Vocab, Vocab], name: str) -> None:
    field = f"{name.lower()}_" if name in ("NORM", "PREFIX", "SUFFIX", "SHAPE", "LOWER", "LANG") else name.lower()
    ours, theirs = vocabularies
    assert [getattr(ours[word], field) for word in WORDS] == [getattr(theirs[word], field) for word in WORDS]


def asked_of_words() -> Iterator[str]:
    """Yield every attribute and method that the code asks of anything."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                yield node.attr


def test_nothing_else_is_asked_of_a_word() -> None:
    untold = {NAMES[number].lower() for number in LEX_ATTRS if NAMES[number] not in ASKED}
    assert {"is_stop", "like_url", "is_bracket"} <= untold
    assert untold.isdisjoint(asked_of_words())
