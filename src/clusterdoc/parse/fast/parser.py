"""The step of the component "parser": spaCy's own transitions, taken while Python's lock is held.

spaCy lets go of the lock and takes it back hundreds of times a token, in the checks of its transitions; that is half
of the parser's time. Its method for one step of a beam keeps the lock, and does the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Arcs:
    """Sets heads, dependencies and sentence starts."""

    def __init__(self, pipe: Any) -> None:  # noqa: ANN401 -- spaCy's pipes are compiled, without types
        self.pipe = pipe
        upper = pipe.model.layers[2]
        self.weights, self.bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Return the Docs, parsed."""
        states = self.pipe.moves.init_batch(docs)
        model = self.pipe.model.predict(docs)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            hidden = model.state2vec.predict(model.get_token_ids(unfinished))
            scores = hidden @ self.weights
            scores += self.bias
            unfinished = self.pipe.transition_states(unfinished, scores)
        model.clear_memory()
        self.pipe.set_annotations(docs, states)
        return docs
