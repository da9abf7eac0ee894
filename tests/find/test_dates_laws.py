"""What holds of dates in any text whatever."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import EXAMPLES
from steps import check_growth

from clusterdoc.find.figures.dates import find_dates

PIECES = (
    "12", "3", "2019", "'70s", "1990s", "3rd", "10:30", "5.30", "9/11", "1/2/2020", "2019-01-04", "31", "99",
    "January", "may", "May", "Dec.", "Friday", "sat", "Sun", "summer", "morning", "noon", "a.m.", " pm", "GMT",
    "today", "yesterday", "now", "last ", "next ", "this ", "first ", "second ", "quarter", "year", "weeks", "days",
    "ago", " later", "from ", "to ", "between ", "and ", "of ", "in ", "on ", "at ", "the ", "a ", "every ", "early ",
    "Easter", "New Year's Eve", "twenty", "five", "half ", "past ", "decade", "century", "fiscal ", "end ", "-", "–",
    ", ", ". ", " ", "\n", "\n\n", "(", ")", "$", "%", "people", "é", "👍", "٣", "\u00a0",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.text(max_size=60)
DATES = st.none() | st.dates()


@given(TEXTS, DATES)
@settings(max_examples=2 * EXAMPLES, deadline=None)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, date: datetime.date | None) -> None:
    found = find_dates(text, date)
    assert all(0 <= match.start < match.end <= len(text) for match in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert not any(text[match.start].isspace() or text[match.end - 1].isspace() for match in found)


@given(TEXTS, DATES)
@settings(max_examples=EXAMPLES, deadline=None)
def test_the_day_of_writing_changes_values_and_no_spans(text: str, date: datetime.date | None) -> None:
    def spans(day: datetime.date | None) -> list[tuple[int, int, bool]]:
        return [(match.start, match.end, match.weak) for match in find_dates(text, day)]

    assert spans(date) == spans(None)


@given(TEXTS, TEXTS, DATES)
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_sentence_at_the_end_changes_no_date_before_it(text: str, more: str, date: datetime.date | None) -> None:
    before = f"{text} The end."
    found = find_dates(before, date)
    assert find_dates(f"{before}\n\n{more}", date)[: len(found)] == found


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_full_date_is_read_back_however_it_is_written(day: datetime.date) -> None:
    month = f"{day:%B}"
    for written in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}",
        f"{day:%b}. {day.day}, {day.year}" if len(month) > 4 else f"{month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.month}/{day.day}/{day.year}",
    ):
        text = f"It was on {written} in the rain"
        assert [(match.date, text[match.start : match.end]) for match in find_dates(text)] == [
            (day.isoformat(), written)
        ]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.integers(1, 7))
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_weekday_is_the_last_one_up_to_the_day_of_writing(today: datetime.date, weekday: int) -> None:
    name = datetime.date(2024, 1, weekday).strftime("%A")
    [match] = find_dates(f"It was opened on {name} in the rain", today)
    found = datetime.date.fromisoformat(match.date or "")
    assert found.isoweekday() == weekday
    assert datetime.timedelta() <= today - found < datetime.timedelta(days=7)


@pytest.mark.parametrize("date", [datetime.date.min, datetime.date.max])
@pytest.mark.parametrize("text", ["last century", "tomorrow", "two decades ago", "on Friday", "in May", "at Easter"])
def test_the_ends_of_the_calendar_are_no_error(text: str, date: datetime.date) -> None:
    assert all(match.date is None for match in find_dates(text, date))


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", "2019 ", "May ", "3 days ", "10:30 ", "a ", "and ", "-", "1/", "👍"]
)
def test_the_steps_grow_with_the_text_and_not_faster(piece: str) -> None:
    check_growth(lambda size: find_dates((piece * size)[:size]), 500)
