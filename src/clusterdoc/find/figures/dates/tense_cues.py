"""The past forms of the cue verbs: "said on Monday" is of a Monday before."""

from __future__ import annotations

from typing import Final

from clusterdoc.find.words import rows
from clusterdoc.find.words.inflection import inflected

NOT_PAST: Final = ("ing", "s")


def _past_forms() -> frozenset[str]:
    """Return the forms of cue verbs in -ed, and the irregular ones that end neither in -ing nor in -s."""
    verbs = [(lemma, forms) for lemma, forms, frames, *_ in rows("cues") if "noun" not in frames.split()]
    irregular = {form for _, forms in verbs for form in forms.split() if not form.endswith(NOT_PAST)}
    return frozenset(irregular | {form for lemma, _ in verbs for form in inflected(lemma) if form.endswith("ed")})


PAST_CUES: Final = _past_forms() - {"expected", "planned", "intended", "hoped", "agreed", "scheduled"}
