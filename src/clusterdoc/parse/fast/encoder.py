"""The second half of a Tok2Vec model, the encoding: spaCy's layers one after the other in one place.

Each layer looks at a token and its two neighbours. The numbers are those that thinc's layers give, to the last digit:
the same products and sums in the same order, without what training would need.
"""

from __future__ import annotations

from functools import reduce
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

LAYER: Final = "residual(expand_window>>maxout>>layernorm>>dropout)"
TINY: Final = 1e-08  # what thinc adds to a variance


class MaxoutLayer(NamedTuple):
    """What a layer has learned: the pieces of a unit stand in columns of their own, one piece of all units together."""

    weights: Numbers
    bias: Numbers
    pieces: int
    scale: Numbers
    shift: Numbers

    def __call__(self, windows: Numbers) -> Numbers:
        """Return the new vectors of tokens, a row for each window."""
        summed = windows @ self.weights
        summed += self.bias
        best: Numbers = reduce(np.maximum, np.split(summed, self.pieces, axis=1))
        return normalized(best, self.scale, self.shift)


class Encoder:
    """Encodes the vectors of the tokens of some texts."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 -- thinc's models are generic in what nobody can say
        nodes = list(model.walk())
        maxouts = [node for node in nodes if node.name == "maxout"]
        norms = [node for node in nodes if node.name == "layernorm"]
        self.pad: int = model.attrs["pad"]
        self.layers = [layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True)]

    def __call__(self, vectors: Numbers, lengths: Sequence[int]) -> list[Numbers]:
        """Return the encoded vectors of each text; `vectors` has the tokens of all, `lengths` how many each has."""
        width = vectors.shape[1]
        starts = list(accumulate((length + self.pad for length in lengths), initial=self.pad + 1))
        # Rows of zeros around each text, as thinc pads them, and one more at both ends for the outermost windows.
        rows = np.zeros((starts[-1] + 1, width), np.float32)
        ends = list(accumulate(lengths, initial=0))
        for start, (first, last) in zip(starts, pairwise(ends), strict=False):
            rows[start : start + last - first] = vectors[first:last]
        windows = np.empty((len(rows) - 2, 3 * width), np.float32)
        for step in self.layers:
            windows[:, :width] = rows[:-2]
            windows[:, width : 2 * width] = rows[1:-1]
            windows[:, 2 * width :] = rows[2:]
            rows[1:-1] += step(windows)
        return [rows[start : start + length] for start, length in zip(starts, lengths, strict=False)]


def is_usual(model: Any) -> bool:  # noqa: ANN401 -- as above
    """Return whether a model is an encoder of the layers that are known here."""
    names = model.name.removeprefix("with_array(").removesuffix(")").split(">>residual")
    windows = [node.attrs["window_size"] for node in model.walk() if node.name == "expand_window"]
    return (
        model.name.startswith(f"with_array({LAYER}")
        and {name.removeprefix("residual") for name in names} == {LAYER.removeprefix("residual")}
        and set(windows) == {1}
    )


def layer(maxout: Any, norm: Any) -> MaxoutLayer:  # noqa: ANN401 -- as above
    """Return the layer of thinc's two models."""
    units, pieces, inputs = (maxout.get_dim(name) for name in ("nO", "nP", "nI"))
    by_piece = maxout.get_param("W").reshape(units, pieces, inputs).transpose(2, 1, 0)
    return MaxoutLayer(
        np.ascontiguousarray(by_piece).reshape(inputs, pieces * units),
        np.ascontiguousarray(maxout.get_param("b").reshape(units, pieces).T).ravel(),
        pieces,
        norm.get_param("G"),
        norm.get_param("b"),
    )


def normalized(rows: Numbers, scale: Numbers, shift: Numbers) -> Numbers:
    """Return rows with mean 0 and variance 1, scaled and shifted."""
    size = np.float32(rows.shape[1])
    mean = np.add.reduce(rows, axis=1, keepdims=True)
    mean /= size
    rows -= mean
    variance = np.add.reduce(rows * rows, axis=1, keepdims=True)
    variance /= size
    variance += TINY
    rows *= variance ** (-1.0 / 2.0)
    rows *= scale
    rows += shift
    return rows
