"""The finders do as much more as a text is longer, whatever stands in it: by steps and memory, never by seconds."""

from __future__ import annotations

import tracemalloc
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc
from steps import check_growth

from clusterdoc.find.entities.names import Name
from clusterdoc.find.entities.person_clusters import People, one_letter_off
from clusterdoc.find.entities.small_letters import small_names
from clusterdoc.find.entities.work_titles import find_works
from clusterdoc.find.figures.measure.line_labels import LONGEST_LINE, before_figures, line_of, row_label
from clusterdoc.find.figures.numbers.claims import find_grammar
from clusterdoc.find.figures.numbers.currencies import crown_code
from clusterdoc.find.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("text", ["Ott " * 3_000 + "Ott", f"Ana {'O' + 't' * 12_000}"], ids=["words", "letters"])
def test_a_name_without_end_is_not_kept_in_all_its_forms(text: str) -> None:
    tracemalloc.start()
    people = People(text, [Name(0, len(text), text, "PERSON")])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert people.person(Name(0, len(text), text, "PERSON")) == text.casefold()
    assert most < 100 * len(text)


def test_names_of_any_length_that_people_have_are_known_with_a_letter_less() -> None:
    assert "tola" in one_letter_off("tolva")
    assert len(one_letter_off("t" * 40)) == 40
    assert one_letter_off("t" * 41) == one_letter_off("tolv") == ()


def test_a_line_is_looked_through_for_a_row_of_figures_once_not_for_each_of_its_numbers() -> None:
    line = "1) " * 130
    before_figures.cache_clear()
    assert {row_label(line, at) for at in range(0, len(line), 3)} == {""}
    assert before_figures.cache_info().misses == 1
    assert row_label("ACME 113.40 -1.62 -1.41%", 12) == "ACME"


def test_the_country_of_crowns_is_looked_for_once_in_a_text_not_for_each_of_its_sums() -> None:
    crown_code.cache_clear()
    assert len(find_grammar("5 crowns, " * 40)) == 40
    assert crown_code.cache_info().misses == 1


@pytest.mark.parametrize(
    ("before", "after", "length"),
    [("", "", 1), ("a\n", "\nb", 1), ("1 " * 100, " 1" * 99, 399), ("1 " * 200, "", 0), ("", " 1" * 200, 0)],
)
def test_a_line_that_is_long_beside_a_number_is_no_row(before: str, after: str, length: int) -> None:
    doc = spacy.blank("en").tokenizer(f"{before}5{after}")
    number: Any = SimpleNamespace(words=SimpleNamespace(doc=doc), match=SimpleNamespace(start=len(before)))
    line, at = line_of(number)
    assert len(line) == length <= LONGEST_LINE * 2
    assert line[at : at + 1] in {"5", ""}


@pytest.mark.parametrize("lines", ["Ott: “a”\n", "Q. Who is Ott?\nA. “Ott.”\n"])
def test_a_turn_is_not_compared_with_every_quote(parse: Callable[[str], Doc], lines: str) -> None:
    docs = {size: parse(lines * size) for size in (50, 200)}
    assert all(find_quotes(doc) for doc in docs.values())  # what is kept of a text is not counted
    check_growth(lambda size: find_quotes(docs[size]), 50)


def test_a_name_is_not_looked_for_in_every_line_in_small_letters() -> None:
    vocab, docs = spacy.blank("en").vocab, {}
    words, spaces, ents = (
        ["they", "left", "oslo", "today", "\n"],
        [True] * 3 + [False] * 2,
        ["O", "O", "B-GPE", "O", "O"],
    )
    for size in (40, 160):
        docs[size] = Doc(vocab, words * size, spaces * size, ents=ents * size)
        assert not list(small_names(docs[size]))  # no tagger has seen a proper noun there
    check_growth(lambda size: list(small_names(docs[size])), 40)


def test_a_name_is_not_compared_with_every_work() -> None:
    unit = "They saw the film Out of the Dark with Ana Ruiz and left. "
    named = unit.index("Ana")

    def work(size: int) -> list[Name]:
        starts = range(named, size * len(unit), len(unit))
        return find_works(unit * size, [Name(at, at + len("Ana Ruiz"), "Ana Ruiz", "PERSON") for at in starts])

    assert [name.text for name in work(2)] == ["Out of the Dark", "Ana Ruiz"] * 2
    check_growth(work, 50)
