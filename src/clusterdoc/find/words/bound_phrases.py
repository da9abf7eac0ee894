"""Words and signs that set a bound on the number next to them, read from `bounds.tsv`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from clusterdoc.find.words import any_of, rows

if TYPE_CHECKING:
    from clusterdoc.facts import Bound


def _bounds(place: str) -> dict[str, Bound]:
    return {phrase: cast("Bound", bound) for phrase, where, bound, *_ in rows("bounds") if where == place}


BEFORE: Final = _bounds("before")
AFTER: Final = _bounds("after")
APPROXIMATORS: Final = frozenset(phrase for phrase, bound in BEFORE.items() if bound == "~" and phrase[0].isalpha())
# The use of the words after which a phrase bounds no count: "sat around 12 tables", "a film about 12 men".
UNLESS_AFTER: Final = {phrase: use for phrase, _, _, use, *_ in rows("bounds") if use}
# Named parts of regular expressions: "about", "some", "in the region of"; and the same of one word.
APPROXIMATOR: Final = any_of(APPROXIMATORS)
APPROXIMATELY: Final = any_of(phrase for phrase in APPROXIMATORS if phrase.isalpha())
