"""A long text in sections: nothing lost, cut where people cut, facts in their places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import DOCUMENT, TEXT

from clusterdoc.extractor.sections import join_documents, sections
from clusterdoc.facts import Document, Source

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", ["short"]),
        ("", [""]),
        ("aaaa bbb\n\ncc\ndd ee", ["aaaa bbb\n\n", "cc\ndd ee"]),
        ("aaaa bbb\ncc dd ee", ["aaaa bbb\n", "cc dd ee"]),
        ("aaaa bbb cc dd ee", ["aaaa bbb ", "cc dd ee"]),
        ("aaaaaaaaaaaaaaaa", ["aaaaaaaaaa", "aaaaaa"]),
    ],
)
def test_a_text_is_cut_between_paragraphs_then_lines_then_words(text: str, expected: list[str]) -> None:
    assert list(sections(text, 10)) == expected


@given(st.text(alphabet="ab \n\r"), st.integers(min_value=2, max_value=20))
def test_sections_are_the_text(text: str, limit: int) -> None:
    cut = list(sections(text, limit))
    assert "".join(cut) == text
    assert all(len(section) <= limit for section in cut)


def test_facts_keep_their_places_and_their_links() -> None:
    twice = join_documents(Source("twice", TEXT * 2), [DOCUMENT, DOCUMENT])
    assert all(twice.source.text[span.start : span.end] == span.text for span in twice.spans())
    assert [len(entity.mentions) for entity in twice.entities] == [4, 2, 2, 2]
    assert [quote.id for quote in twice.quotes] == [f"q{n}" for n in range(1, 9)]
    assert [figure.quote for figure in twice.figures[6:]] == ["q5", "q6", "q6", None, "q8", None]
    assert {quote.speaker.entity for quote in twice.quotes if quote.speaker} == {"e1", None}
    assert Document.from_dict(twice.to_dict()) == twice


def test_one_section_is_the_whole() -> None:
    assert join_documents(DOCUMENT.source, [DOCUMENT]) == DOCUMENT


def test_sections_have_the_facts_of_the_whole(found: Extractor) -> None:
    """Nothing but a name that both articles share crosses the break."""
    first = "Ana Ott, the mayor of Bergen, said taxes would fall by 3%.\n“We will build 1,200 homes,” Ott said.\n\n"
    second = "In Lima, Juan Diaz said on Monday that 40 people had left Peru.\n“It is cold,” Diaz added.\n"
    source = Source("two", first + second)
    cut = found.extract(source, max_chars=len(first) + 20)
    whole = found.extract(source)
    assert replace(cut, source=whole.source) == whole
    assert cut.source.sentences == whole.source.sentences
