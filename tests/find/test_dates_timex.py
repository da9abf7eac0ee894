"""Every expression of time as TimeML marks it: lengths and sets beside dates."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterdoc.find.figures.dates import find_timex


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in 2019.", [("2019", "DATE", "2019")]),
        ("They met at 6am.", [("6am", "TIME", "T06:00")]),
        ("They meet every Friday.", [("every Friday", "SET", "XXXX-WXX-5")]),
        ("They meet weekly.", [("weekly", "SET", "P1W")]),
        ("They meet each month.", [("each month", "SET", "P1M")]),
        ("They met for three days.", [("three days", "DURATION", "P3D")]),
        ("They met for two and a half years.", [("two and a half years", "DURATION", "P2.5Y")]),
        ("They met for an hour and a half.", [("an hour and a half", "DURATION", "PT1.5H")]),
        ("They met for half an hour.", [("half an hour", "DURATION", "PT0.5H")]),
        ("They met for several months.", [("several months", "DURATION", "PXM")]),
        ("They met over the last five years.", [("the last five years", "DURATION", "P5Y")]),
        ("They met in recent years.", [("recent years", "DURATION", "PXY")]),
        ("an hour, a week", [("an hour", "DURATION", "PT1H"), ("a week", "DURATION", "P1W")]),
        ("from May to June 2010", [("May", "DATE", "2010-05"), ("June 2010", "DATE", "2010-06")]),
        ("It is a 34-year-old rule.", []),
        ("He had a second chance.", []),
        ("It took three-quarters of it.", []),
    ],
)
def test_an_expression_has_its_type_and_value(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(text[t.start : t.end], t.type, t.value) for t in find_timex(text)] == found


def test_the_day_of_writing_resolves_them() -> None:
    [timex] = find_timex("They met yesterday.", datetime.date(2024, 5, 15))
    assert timex.value == "2024-05-14"


@given(st.lists(st.sampled_from(("3 ", "days ", "last ", "year ", "every ", "may ", "and ", ", ", "2019 ", "ago "))))
@settings(max_examples=300, deadline=None)
def test_expressions_are_in_order_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find_timex(text)
    assert all(0 <= timex.start < timex.end <= len(text) for timex in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
