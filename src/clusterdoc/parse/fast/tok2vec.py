"""Tokens to vectors: what only the token's own form decides is computed once for each form.

Half of the tokens of an article are repeats: "the", ",", the names it is about. The first half of spaCy's model, the
embedding, looks at nothing else, so its vectors are kept from article to article; the second half, the encoding, looks
at the words around.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from clusterdoc.parse.fast.encoder import Encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


FORGET_AT: Final = 10_000  # forms kept, 4 MB for each model; then they are embedded anew
FEW: Final = 32  # rows


@dataclass(frozen=True, slots=True)
class DistinctTokens:
    """Distinct tokens, a row of attributes each: all that the embedding's layers ask of a Doc."""

    vocab: Vocab
    names: list[int | str]
    rows: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, numbers: Sequence[int] | NDArray[np.intp]) -> DistinctTokens:
        """Return some of the forms, by their numbers."""
        return DistinctTokens(self.vocab, self.names, self.rows[numbers])

    def to_array(self, attributes: int | str | Sequence[int | str]) -> NDArray[np.uint64]:
        """Return a column for one attribute, a table for several, as Doc.to_array does."""
        if isinstance(attributes, int | str):
            return np.ascontiguousarray(self.rows[:, self.names.index(attributes)])
        return np.ascontiguousarray(self.rows[:, [self.names.index(attribute) for attribute in attributes]])


class Embedding:
    """The vectors of the tokens of a batch, by a Tok2Vec model of two parts."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 -- thinc's models are generic in what nobody can say
        self.embed = model.get_ref("embed")
        self.encode = Encoder(model.get_ref("encode"))
        asked = [node.attrs["columns"] for node in self.embed.walk() if node.name == "extract_features"]
        self.attributes: list[str] = list(dict.fromkeys(name for columns in asked for name in columns))
        self.lock = Lock()
        self.known: dict[bytes, int] = {}
        self.vectors = np.empty((FORGET_AT, model.get_dim("nO")), np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[NDArray[np.float32]]:
        """Return the vectors of each Doc, a row a token."""
        vocab = docs[0].vocab
        attributes = [*self.attributes, getattr(vocab.vectors, "attr", "ORTH")]
        rows = np.concatenate([doc.to_array(attributes) for doc in docs])
        whole = rows.view(np.dtype((np.void, rows.itemsize * rows.shape[1]))).ravel()
        keys, first, form_of = np.unique(whole, return_index=True, return_inverse=True)
        vectors = self.embedded(keys.tolist(), DistinctTokens(vocab, attributes, rows[first]))[form_of]
        return self.encode(vectors, [len(doc) for doc in docs])

    def embedded(self, keys: list[bytes], forms: DistinctTokens) -> NDArray[np.float32]:
        """Return the embedded vectors of some forms, a row each; those seen before are looked up."""
        if len(keys) > FORGET_AT:
            return self.read(forms)
        with self.lock:  # several threads may parse with one pipeline
            if len(self.known) + len(keys) > FORGET_AT:
                self.known.clear()
            new = [number for number, key in enumerate(keys) if key not in self.known]
            if new:
                start = len(self.known)
                self.vectors[start : start + len(new)] = self.read(forms.take(new))
                self.known.update((keys[number], at) for at, number in enumerate(new, start))
            return self.vectors[[self.known[key] for key in keys]]

    def read(self, forms: DistinctTokens) -> NDArray[np.float32]:
        """Return what the model makes of some forms.

        Of few rows BLAS takes the product in another way, with another last digit: so there are always some.
        """
        filled = forms.take(np.resize(np.arange(len(forms)), max(len(forms), FEW)))
        vectors: NDArray[np.float32] = self.embed.predict([filled])[0][: len(forms)]
        return vectors


class Tensors:
    """The step of the component "tok2vec": its vectors go to `doc.tensor`, where tagger and parser read them."""

    def __init__(self, pipe: Any) -> None:  # noqa: ANN401 -- as above
        self.embedding = Embedding(pipe.model)

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Return the Docs, with `doc.tensor`."""
        for doc, vectors in zip(docs, self.embedding(docs), strict=True):
            doc.tensor = vectors  # type: ignore[assignment]  # the stub says float64: it is what the model gives
        return docs
