"""The finders work as components of a pipeline that is not ours."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest
import spacy

from clusterdoc.parse.pipeline import find_model

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Mayor Ana Ott said on Monday that the town would build 1,200 homes. “We will pay $3 million,” Ott added."
NAMES = ("clusterdoc_entities", "clusterdoc_quotes", "clusterdoc_figures")


@pytest.fixture(scope="module")
def stranger() -> Language:
    """Return a pipeline as somebody else loads it, with our components at its end."""
    with pytest.warns(UserWarning, match="W095"):
        nlp = spacy.load(find_model("md", trust=False))
    for name in NAMES:
        nlp.add_pipe(name)
    return nlp


def test_the_components_are_entry_points_of_spacy() -> None:
    assert set(NAMES) <= {point.name for point in entry_points(group="spacy_factories")}


def test_the_components_fill_the_docs_of_another_pipeline(stranger: Language) -> None:
    doc = stranger(TEXT)
    assert "Ana Ott" in [entity.name for entity in doc._.entities]
    assert [quote.speaker.name for quote in doc._.quotes] == ["Ana Ott", "Ana Ott"]
    assert [(figure.value, figure.unit, figure.speaker) for figure in doc._.figures if figure.kind != "date"] == [
        (1200, "home", "Ana Ott"),
        (3_000_000, "USD", "Ana Ott"),
    ]


def test_every_fact_of_another_pipeline_stands_in_its_text(stranger: Language) -> None:
    for doc in stranger.pipe([TEXT, "", "No facts here."]):
        spans = [mention for entity in doc._.entities for mention in entity.mentions]
        spans += [part for quote in doc._.quotes for part in quote.parts]
        assert all(doc.text[span.start : span.end] == span.text for span in (*spans, *doc._.figures))


def test_a_component_needs_no_other_of_ours() -> None:
    for name in NAMES:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        nlp.add_pipe(name)
        doc = nlp(TEXT)
        assert isinstance(getattr(doc._, name.removeprefix("clusterdoc_")), tuple)
