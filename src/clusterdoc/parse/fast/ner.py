"""The step of the component "ner": spaCy's transitions for names, for all tokens of a batch at once.

Outside a name, what the model says of a token depends on that token alone, so it can be asked about all of them
together; inside one, on its first and its last word, so names are followed side by side, word by word. spaCy goes
through each text token by token, and checks all 74 transitions at each.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from spacy.tokens import Span

from clusterdoc.parse.fast.tok2vec import Embedding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Places = NDArray[np.intp]
    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.float32]

NEVER: Final = np.float32(-np.inf)


class NameTagger:
    """Sets the names of Docs that have none yet, and that the parser has cut into sentences."""

    def __init__(self, pipe: Any) -> None:  # noqa: ANN401 -- spaCy's pipes are compiled, without types
        tokens, self.lower, upper = pipe.model.layers
        self.embedding, self.projection = Embedding(tokens.layers[0]), tokens.layers[1:]
        self.bias = self.lower.get_param("b")
        self.weights, self.upper_bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        moves = [pipe.moves.get_class_name(number).partition("-") for number in range(pipe.moves.n_moves)]
        self.labels = [label for _, _, label in moves]
        self.begin = np.array([kind == "B" for kind, _, _ in moves])
        self.unit = np.array([kind == "U" and label != "" for kind, _, label in moves])
        self.out = np.array([kind == "O" for kind, _, _ in moves])
        inside = {label: number for number, (kind, _, label) in enumerate(moves) if kind == "I"}
        last = {label: number for number, (kind, _, label) in enumerate(moves) if kind == "L"}
        self.inside = np.array([inside.get(label, 0) for label in self.labels])
        self.last = np.array([last.get(label, 0) for label in self.labels])

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Return the Docs, with `doc.ents`."""
        features = self.features(docs)
        space, ending = _places(docs)
        choices = self.choices(features, space, ending)
        begun = np.flatnonzero(self.begin[choices])
        ends = self.ends(features, begun, choices, ending)
        ends.update((at, at + 1) for at in np.flatnonzero(self.unit[choices]).tolist())
        start = 0
        for doc in docs:
            found = without_overlap(ends, start, start + len(doc))
            doc.set_ents([Span(doc, a - start, b - start, label=self.labels[choices[a]]) for a, b in found])
            start += len(doc)
        return docs

    def features(self, docs: list[Doc]) -> Numbers:
        """Return what each token adds to a state, in each of the three roles; the first row stands for no token."""
        vectors: Any = self.embedding(docs)
        for layer in self.projection:
            vectors = layer.predict(vectors)
        features: Numbers = self.lower.predict(vectors)
        return features

    def choices(self, features: Numbers, space: Flags, ending: Flags) -> Places:
        """Return the transition taken at each token when no name is open there."""
        summed = features[1:, 0] + features[0, 1]
        summed += features[0, 2]
        scores = self.scores(summed)
        scores[:, ~(self.begin | self.unit | self.out)] = NEVER
        scores[np.ix_(space, self.begin | self.unit)] = NEVER
        scores[np.ix_(ending, self.begin)] = NEVER
        choices: Places = scores.argmax(axis=1)
        return choices

    def ends(self, features: Numbers, begun: Places, choices: Places, ending: Flags) -> dict[int, int]:
        """Return the end of each name that is begun at one of these tokens, by its first token."""
        ends: dict[int, int] = {}
        at = begun + 1
        while len(begun):
            summed = features[at + 1, 0] + features[begun + 1, 1]
            summed += features[at, 2]
            scores = self.scores(summed)
            rows, move = np.arange(len(begun)), choices[begun]
            # Where both score the same spaCy takes the transition with the lower number, which is "inside".
            goes_on = ~ending[at] & (scores[rows, self.inside[move]] >= scores[rows, self.last[move]])
            ends.update(zip(begun[~goes_on].tolist(), (at[~goes_on] + 1).tolist(), strict=True))
            begun, at = begun[goes_on], at[goes_on] + 1
        return ends

    def scores(self, summed: Numbers) -> Numbers:
        """Return the scores of all transitions for states that are sums of features: rows are states."""
        summed += self.bias
        hidden = reduce(np.maximum, np.moveaxis(summed, 2, 0))
        scores: Numbers = hidden @ self.weights
        scores += self.upper_bias
        return scores


def _places(docs: list[Doc]) -> tuple[Flags, Flags]:
    """Return which tokens of a batch are white space, and which are the last of their sentence: no name goes on."""
    marks = [doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs]
    space = np.concatenate([mark[:, 0] == 1 for mark in marks])
    ending = np.concatenate([np.append(mark[1:, 1] == 1, [True]) for mark in marks])
    return space, ending


def without_overlap(ends: dict[int, int], start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the names between two tokens, from left to right; one that would begin inside another is none."""
    at = start
    for first in sorted(first for first in ends if start <= first < stop):
        if first >= at:
            at = ends[first]
            yield first, at
