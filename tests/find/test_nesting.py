"""No finder recurses over a text: however many of a kind stand in a row or in each other, the stack stays shallow."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING

import pytest

from clusterdoc.extractor.unparsed import find_unparsed_figures
from clusterdoc.facts import Source

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor

MANY = 90
DEEPER = 80  # frames than here: what the finders need for one of a kind, and fewer than MANY
IN_A_ROW = (
    "two hundred and ", "two hundred ", "one million ", "half of ", "a quarter and ", "minus ", "twenty-", "hundred ",
    "dozens of ", "point five ", "3 ", "1,", "1/2 of ",
    "$5 million, ", "from 2 to ", "between 3 and ", "5 per cent of ",
    "more than ", "at least ", "Monday, ", "the Monday before ", "the day after ", "July 7, ", "last ",
    "a week before ",
    "Ott, ", "Ott and ", "Mayor ", "of the ", "the University of ", "Dr. ", "said ", "Ott said that ", "said that he ",
    "who said ", "according to ", "not only ", "which is ", "his ", '"', "'", "“", "‘", "”", "(", "[", "((", ")", "« ",
    '"no," ', "“yes” ", "(Ott) ", "[sic] ", "- ", "— ", "... ", "; ", ": ", "\n", "\n\n", "> ", "* ", "\t", "A: ",
)  # fmt: skip
PAIRS = (
    ("“", "”"), ("‘", "’"), ('"', '"'), ("(", ")"), ("[", "]"), ("«", "»"), ("Ott said (", ")"), ('Ott said, "', '"'),
    ("“Ott said: ‘", "’”"), ("the mayor of (", " city)"), ("if (2 and ", ")"),
)  # fmt: skip


def is_shallow(found: Extractor, text: str) -> bool:
    """Return whether the facts of a text are found with few frames on the stack."""
    assert found.extract(Source("warm", "Ott said 5 dollars.")).figures  # what is imported late is imported
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + DEEPER)
    try:
        document = found.extract(Source("nested", text))
        find_unparsed_figures(Source("nested", text))
    finally:
        sys.setrecursionlimit(before)
    return all(text[span.start : span.end] == span.text for span in document.spans())


@pytest.mark.parametrize("part", IN_A_ROW, ids=repr)
def test_many_in_a_row_need_no_deeper_stack(found: Extractor, part: str) -> None:
    assert is_shallow(found, f"Ott said they had {part * MANY}five dollars.")


@pytest.mark.parametrize(("opening", "closing"), PAIRS)
def test_many_in_each_other_need_no_deeper_stack(found: Extractor, opening: str, closing: str) -> None:
    assert is_shallow(found, f"{opening * MANY}Ott paid five dollars{closing * MANY}, Kerr said.")
