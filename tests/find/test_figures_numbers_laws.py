"""What holds of numbers in any text, and the acceptance list of sentences we made up."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import EXAMPLES
from steps import check_growth

from clusterdoc.find.figures.numbers import NumberMatch, find_grammar, find_numbers

ACCEPTANCE = Path(__file__).parent.parent / "gold" / "figures" / "acceptance.jsonl"
PIECES = (
    "12", "1,234", ".5", "½", "3/4", "10⁶", "1.2bn", "$", "€", "US$", "Rs.", "%", " percent", " million", "m", " km",
    "mm", "-", "–", " to ", " and ", " or ", "between ", "from ", "more than ", "up to ", "one", "two", "hundred", "a ",
    "half", "third", "dozens", "of", "first", "second", "-year-old", "aged ", ", ", ". ", "(", ")", "'", '"', " ", "\n",
    "people", "Section ", "Boeing ", "F-", "s", "°C", "ft ", "in", "é", "👍", "٣", "\u202f", "and a half", "point",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


@given(TEXTS)
@settings(max_examples=2 * EXAMPLES, deadline=None)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find_grammar(text)
    assert all(0 <= match.start < match.end <= len(text) for match in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    for match in found:
        if isinstance(match, NumberMatch):
            assert match.start <= match.num_start < match.num_end <= match.end
            assert (match.value is None) == (match.low is not None) == (match.high is not None)


@given(TEXTS, TEXTS)
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_sentence_at_the_end_changes_no_figure_before_it(text: str, more: str) -> None:
    before = f"{text} The end."
    assert find_numbers(f"{before}\n\n{more}")[: len(find_numbers(before))] == find_numbers(before)


@pytest.mark.parametrize(
    "piece", ["1", "$", "1,", "1 ", "one ", "million ", "1-", "½", "5 (", "and ", "2 to ", "a ", "1.1.", "-", "99% "]
)
def test_the_steps_grow_with_the_text_and_not_faster(piece: str) -> None:
    check_growth(lambda size: find_numbers((piece * size)[:size]), 500)


WORDS_OF_NUMBERS = (
    "one ", "two ", "twenty ", "hundred ", "and ", "thousand ", "million ", "and a half ", "point ", "third ", "dozen ",
    "half ", "of a ", "-", "first ", "hundreds ", "of ", "a ",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS_OF_NUMBERS), min_size=1, max_size=6), st.integers(1, 400))
@settings(max_examples=EXAMPLES // 2, deadline=None)
def test_number_words_are_read_in_a_loop_however_many_there_are(words: list[str], times: int) -> None:
    text = "".join(words) * times
    found = find_numbers(text)
    assert all(left.end <= right.start for left, right in pairwise(found))


def accepted(figure: dict[str, Any], match: NumberMatch) -> bool:
    """Return whether a match is the figure of the acceptance list."""
    start, end = figure["span"]
    if not (match.start < end and start < match.end and match.bound == figure["bound"]):
        return False
    if figure["value"] is not None:
        return match.value is not None and match.value == pytest.approx(figure["value"], rel=1e-5)
    return (match.low, match.high) == (figure["low"], figure["high"])


RECORDS = [json.loads(line) for line in ACCEPTANCE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("record", [r for r in RECORDS if r["group"] != "date"], ids=lambda record: record["text"])
def test_the_acceptance_list(record: dict[str, Any]) -> None:
    found = [match for match in find_grammar(str(record["text"])) if isinstance(match, NumberMatch)]
    if not record["figures"]:
        assert not found
    for figure in record["figures"]:
        assert any(accepted(figure, match) for match in found), figure["surface"]
