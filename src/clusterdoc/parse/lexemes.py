"""The vocabulary of a pipeline: of each new word only what the model or a finder asks.

spaCy works out some 25 things of every word it has not seen, whether it looks like an address or is a stop word among
them: a twentieth of the time of an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.vocab import Vocab

# By the names of spacy.attrs. The first line is what the model's embedding reads.
ASKED: Final = (
    "NORM", "PREFIX", "SUFFIX", "SHAPE",
    "LOWER", "LANG", "IS_SPACE", "IS_ALPHA", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "LIKE_NUM",
    "IS_CURRENCY", "IS_QUOTE",
)  # fmt: skip


def vocabulary() -> Vocab:
    """Return an English vocabulary without words, whose words tell what is ASKED and nothing else."""
    from spacy.attrs import IDS  # type: ignore[import-not-found]  # compiled, without a stub
    from spacy.lang.en import English
    from spacy.vocab import create_vocab

    vocab: Any = create_vocab("en", English.Defaults)
    asked = {IDS[name] for name in ASKED}
    vocab.lex_attr_getters = {name: getter for name, getter in vocab.lex_attr_getters.items() if name in asked}
    found: Vocab = vocab
    return found
