"""The filters: a row is a thing somebody asks for."""

from __future__ import annotations

import pytest
from made import DOCUMENT

from clusterdoc.selection import with_kinds, with_labels, with_speakers, without_weak


@pytest.mark.parametrize(
    ("labels", "ids"),
    [
        (["PERSON"], ["e1"]),
        (["PER"], ["e1"]),
        (["LOC"], ["e2"]),
        (["ORG", "FAC"], ["e2", "e3", "e4"]),
        (["MISC"], []),
    ],
)
def test_labels_are_those_of_ontonotes_or_the_four_coarse_ones(labels: list[str], ids: list[str]) -> None:
    assert [entity.id for entity in with_labels(DOCUMENT, labels).entities] == ids


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["Ana Ott"], ["q1", "q2"]),
        (["ott"], ["q1", "q2"]),
        (["MAYOR"], ["q1", "q2"]),
        (["mayor  ana"], ["q1"]),
        (["it"], ["q4"]),
        (["tt"], []),
        (["ott", "it"], ["q1", "q2", "q4"]),
        (["(.*"], []),
    ],
)
def test_a_speaker_is_found_by_name_mention_title_or_own_words(names: list[str], ids: list[str]) -> None:
    assert [quote.id for quote in with_speakers(DOCUMENT, names).quotes] == ids


def test_kinds_are_those_asked_for() -> None:
    assert [figure.id for figure in with_kinds(DOCUMENT, ["percent", "date"]).figures] == ["f1", "f5", "f6"]


def test_weak_figures_and_scare_quotes_are_left_out() -> None:
    told = without_weak(DOCUMENT)
    assert [figure.id for figure in told.figures] == ["f1", "f2", "f3", "f5", "f6"]
    assert [quote.id for quote in told.quotes] == ["q1", "q2", "q4"]
