"""What the finders do grows as the text does, whatever stands in it: counted in steps and in memory, never in seconds."""

from __future__ import annotations

import tracemalloc

import pytest

from clusterdoc.find.entities.names import Name
from clusterdoc.find.entities.person_clusters import People, one_letter_off


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
