"""The tables of words: every row is sound, and a stranger's new row is checked by its own example."""

from __future__ import annotations

from typing import Final

import pytest

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.words import rows
from clusterdoc.find.words.inflection import inflected

FRAMES: Final = {
    "clause", "to", "object", "predicate", "addressee", "marks", "read", "noun", "quoted", "aside", "agent", "finite",
    "thing", "plea", "touching", "hearsay", "hearing", "back",
}  # fmt: skip

CUES: Final = list(rows("cues"))


@pytest.mark.parametrize("row", CUES, ids=[f"{row[0]} {row[2]}" for row in CUES])
def test_a_cue_row_has_known_frames_and_its_example_holds_the_word(row: list[str]) -> None:
    lemma, irregular, frames, _, _, example, _ = row
    assert set(frames.split()) <= FRAMES
    forms = {*inflected(lemma), *irregular.split()}
    assert forms & set(example.lower().replace(",", " ").replace(":", " ").split())


def test_no_cue_stands_twice_in_the_table() -> None:
    keys = [(row[0], "noun" in row[2]) for row in CUES]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("claim", ("claim", "claims", "claimed", "claiming")),
        ("argue", ("argue", "argues", "argued", "arguing")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
    ],
)
def test_regular_verbs_are_inflected_by_spelling(lemma: str, forms: tuple[str, ...]) -> None:
    assert inflected(lemma) == forms


@pytest.mark.parametrize("form", ["said", "told", "denied", "quipped", "arguing", "labelled", "wrote"])
def test_every_form_finds_its_cue(form: str) -> None:
    assert form in cues.verbs()
