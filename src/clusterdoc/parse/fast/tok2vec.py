"""Tokens to vectors: what only the token's own form decides is computed once for each form in a batch.

Half of the tokens of an article are repeats: "the", ",", the names it is about. The first half of spaCy's model, the
embedding, looks at nothing else; the second half, the encoding, looks at the words around, and is spaCy's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Forms:
    """The distinct tokens of a batch, a row of attributes each: all that the embedding's layers ask of a Doc."""

    vocab: Vocab
    columns: dict[int | str, NDArray[np.uint64]]

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def to_array(self, attributes: int | str | Sequence[int | str]) -> NDArray[np.uint64]:
        """Return a column for one attribute, a table for several, as Doc.to_array does."""
        if isinstance(attributes, int | str):
            return self.columns[attributes]
        return np.column_stack([self.columns[attribute] for attribute in attributes])


class Embedding:
    """The vectors of the tokens of a batch, by a Tok2Vec model of two parts."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 -- thinc's models are generic in what nobody can say
        self.embed, self.encode = model.get_ref("embed"), model.get_ref("encode")
        asked = [node.attrs["columns"] for node in self.embed.walk() if node.name == "extract_features"]
        self.attributes: list[str] = list(dict.fromkeys(name for columns in asked for name in columns))

    def __call__(self, docs: Sequence[Doc]) -> list[NDArray[np.float32]]:
        """Return the vectors of each Doc, a row a token."""
        vocab = docs[0].vocab
        attributes = [*self.attributes, getattr(vocab.vectors, "attr", "ORTH")]
        rows = np.concatenate([doc.to_array(attributes) for doc in docs])
        whole = rows.view(np.dtype((np.void, rows.itemsize * rows.shape[1]))).ravel()
        _, first, form_of = np.unique(whole, return_index=True, return_inverse=True)
        forms = Forms(vocab, dict(zip(attributes, np.ascontiguousarray(rows[first].T), strict=True)))
        vectors = self.embed.predict([forms])[0][form_of]
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        encoded: list[NDArray[np.float32]] = self.encode.predict(np.split(vectors, ends))
        return encoded


class Tensors:
    """The step of the component "tok2vec": its vectors go to `doc.tensor`, where tagger and parser read them."""

    def __init__(self, pipe: Any) -> None:  # noqa: ANN401 -- as above
        self.embedding = Embedding(pipe.model)

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Return the Docs, with `doc.tensor`."""
        for doc, vectors in zip(docs, self.embedding(docs), strict=True):
            doc.tensor = vectors  # type: ignore[assignment]  # the stub says float64: it is what the model gives
        return docs
