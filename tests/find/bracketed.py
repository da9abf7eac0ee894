"""Examples of figures: the number in square brackets, what it measures in braces, "a {dud rate} of [2%]"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from clusterdoc.facts import Figure

    Parse = Callable[[str], Doc]

MARKS: Final = re.compile(r"[][{}]")


def marked(parse: Parse, example: str) -> tuple[Figure, str | None]:
    """Return the figure in the brackets of an example, and the words in its braces."""
    inside = re.search(r"\[([^]]*)\]", example)
    braced = re.search(r"\{([^}]*)\}", example)
    assert inside, example
    start = len(MARKS.sub("", example[: inside.start()]))
    found = find_figures(parse(MARKS.sub("", example)))
    figure = next((f for f in found if f.start <= start < f.end), None)
    assert figure is not None, f"no figure at {inside[1]!r}"
    return figure, braced[1] if braced else None
