"""The parts of the date grammar: templates, readings, the calendar, and how values are written."""

from __future__ import annotations

import datetime

import pytest

from clusterdoc.find.figures.dates.arithmetic import add_months, as_calendar, first_moment, shift
from clusterdoc.find.figures.dates.chart import Grammar, Parse, Rule
from clusterdoc.find.figures.dates.grammar import read_times
from clusterdoc.find.figures.dates.holidays import find_holiday, find_weekday
from clusterdoc.find.figures.dates.select import unwrap
from clusterdoc.find.figures.dates.timex import to_iso, to_period, to_timex
from clusterdoc.find.figures.dates.tokens import Token, find_islands
from clusterdoc.find.figures.dates.values import Calendar, Duration, Stretch

NOON = datetime.datetime(2024, 5, 15, 12)  # noqa: DTZ001 - articles name no zone


def tokens(text: str) -> list[Token]:
    return [Token(0, 0, word, {"N": int(word)} if word.isdigit() else {}) for word in text.split()]


def read(rules: list[Rule], text: str) -> list[tuple[int, object]]:
    return [(edge.end, edge.value) for edge in Parse(Grammar(rules), tokens(text)).read("TOP", 0)]


@pytest.mark.parametrize(
    ("template", "text", "found"),
    [
        ("a b", "a b", [(2, ())]),
        ("a b? c", "a c", [(2, ())]),
        ("a/b c", "b c", [(2, ())]),
        ("a/b? c", "c", [(1, ())]),
        ("N of N", "3 of 4", [(3, (3, 4))]),
        ("N ,? N?", "3 , 4", [(3, (3, 4)), (2, (3, None)), (1, (3, None))]),
        ("a N", "a b", []),
        ("? a", "? a", [(2, ())]),
    ],
)
def test_a_template_reads_what_it_says(template: str, text: str, found: list[tuple[int, object]]) -> None:
    assert read([Rule("TOP", template, lambda *values: values)], text) == found


def test_the_first_row_wins_among_readings_of_one_length() -> None:
    rules = [Rule("TOP", "N", lambda _: "first"), Rule("TOP", "N", lambda _: "second")]
    assert read(rules, "3") == [(1, "first")]


def test_a_row_that_makes_nothing_yields_to_the_next() -> None:
    rules = [Rule("TOP", "N", lambda _: None), Rule("TOP", "N", lambda _: "second")]
    assert read(rules, "3") == [(1, "second")]


def test_a_category_reads_by_its_own_rows() -> None:
    rules = [Rule("TOP", "a PAIR", lambda pair: pair), Rule("PAIR", "N and N", lambda *pair: pair)]
    assert read(rules, "a 1 and 2") == [(4, (1, 2))]


def test_a_category_that_begins_with_itself_ends() -> None:
    rules = [Rule("TOP", "TOP a", lambda top: top), Rule("TOP", "N", lambda number: number)]
    assert read(rules, "3 a a") == [(1, 3)]


def test_islands_are_runs_of_words_of_time() -> None:
    vocabulary: dict[str, dict[str, object]] = {"may": {"MONTH": 5, "LIVELY": True}, "of": {}, "the": {}}
    islands = find_islands("The 3 of May went by. The of. May\n\nMay", vocabulary)
    assert [[token.word for token in island] for island in islands] == [["the", "3", "of", "may"], ["may"], ["may"]]


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("It lasted three days.", "three days", "P3D"),
        ("It lasted 3 hours 30 minutes.", "3 hours 30 minutes", "PT3H30M"),
        ("It lasted one and a half hours.", "one and a half hours", "PT1.5H"),
        ("It lasted half an hour.", "half an hour", "PT0.5H"),
        ("It lasted a fortnight.", "a fortnight", "P2W"),
        ("It lasted two decades.", "two decades", "P2DE"),
        ("It lasted several years.", "several years", "PXY"),
        ("It lasted a 15-minute break", "15-minute", "PT15M"),
    ],
)
def test_lengths_of_time_are_read_too(text: str, words: str, period: str) -> None:
    [reading] = [unwrap(reading) for reading in read_times(text)]
    assert isinstance(reading.value, Duration)
    assert (text[reading.start : reading.end], to_period(reading.value)) == (words, period)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 9 to 5 p.m.", "T09:00", "T17:00"),
        ("from 3 to 5 p.m.", "T15:00", "T17:00"),
        ("from 10:30 p.m. to 6 a.m.", "T22:30", "T06:00"),
        ("from 9 in the morning to 5 p.m.", "T09:00", "T17:00"),
        ("between 10/1/2018 and 10/7/2018", "2018-10-01", "2018-10-07"),
        ("from the 9th to the 17th of April", "XXXX-04-09", "XXXX-04-17"),
        ("27 April to 3 May 2019", "2019-04-27", "2019-05-03"),
    ],
)
def test_a_range_has_both_ends(text: str, first: str, last: str) -> None:
    [reading] = read_times(text)
    value = reading.value
    assert isinstance(value, Stretch)
    assert isinstance(value.first, Calendar)
    assert isinstance(value.last, Calendar)
    assert (to_timex(value.first), to_timex(value.last)) == (first, last)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2024, "2024-12-25"),
        ("easter+0", 2024, "2024-03-31"),
        ("easter+0", 1999, "1999-04-04"),
        ("easter-2", 2018, "2018-03-30"),
        ("11-4-4", 2023, "2023-11-23"),
        ("11-4-4+1", 2010, "2010-11-26"),
        ("05-1-5", 2021, "2021-05-31"),
    ],
)
def test_a_holiday_falls_on_its_day(rule: str, year: int, day: str) -> None:
    assert find_holiday(rule, year).isoformat() == day


def easter_of_gauss(year: int) -> datetime.date:
    """Return Easter Sunday by the rule of Gauss, as corrected by him in 1816."""
    century, golden = year // 100, 19 * (year % 19)
    moon = (golden + (15 - (13 + 8 * century) // 25 + century - century // 4) % 30) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + (4 + century - century // 4) % 7) % 7
    if moon + sunday == 35 or (moon == 28 and sunday == 6 and year % 19 > 10):
        sunday -= 7
    return datetime.date(year, 3, 22) + datetime.timedelta(days=moon + sunday)


def test_easter_is_the_same_by_another_rule() -> None:
    years = range(1583, 3000)
    assert [year for year in years if find_holiday("easter+0", year) != easter_of_gauss(year)] == []


def test_the_last_weekday_of_a_month() -> None:
    assert find_weekday(2024, 2, 4, -1) == datetime.date(2024, 2, 29)


def test_months_are_added_to_the_last_day_there_is() -> None:
    assert add_months(datetime.datetime(2024, 1, 31), 1) == datetime.datetime(2024, 2, 29)  # noqa: DTZ001 -- months have no zone


@pytest.mark.parametrize(
    ("amount", "unit", "day"),
    [
        (3, "day", "2024-05-18"),
        (2, "fortnight", "2024-06-12"),
        (1, "century", "2124-05-15"),
        (4, "business day", "2024-05-21"),
        (1.5, "year", "2025-11-15"),
    ],
)
def test_a_length_is_counted_on(amount: float, unit: str, day: str) -> None:
    moment = shift(NOON, Duration(((amount, unit),)), 1)
    assert moment is not None
    assert moment.date().isoformat() == day


@pytest.mark.parametrize(("amount", "unit"), [(0, "year"), (9000, "year"), (999999999999, "day")])
def test_a_vague_or_endless_length_leads_nowhere(amount: float, unit: str) -> None:
    assert shift(NOON, Duration(((amount, unit),)), 1) is None


@pytest.mark.parametrize(
    ("what", "timex", "iso"),
    [
        (as_calendar(NOON, "minute"), "2024-05-15T12:00:00", "2024-05-15T12:00:00"),
        (as_calendar(NOON, "day"), "2024-05-15", "2024-05-15"),
        (as_calendar(NOON, "week"), "2024-W20", "2024-W20"),
        (as_calendar(NOON, "weekend"), "2024-W20-WE", "2024-W20"),
        (as_calendar(NOON, "month"), "2024-05", "2024-05"),
        (as_calendar(NOON, "quarter"), "2024-Q2", "2024"),
        (as_calendar(NOON, "half"), "2024-H1", "2024"),
        (as_calendar(NOON, "year"), "2024", "2024"),
        (as_calendar(NOON, "decade"), "202", None),
        (as_calendar(NOON, "century"), "20", None),
        (Calendar("day", weekday=5), "XXXX-WXX-5", None),
        (Calendar("day", day=18), "XXXX-XX-18", None),
        (Calendar("season", season="SU"), "XXXX-SU", None),
        (Calendar("year", year=0), "0000", "0000"),
        (Calendar("year", year=-1), "BC0001", None),
        (Calendar("part", year=2024, month=5, day=15, part="EV"), "2024-05-15TEV", "2024-05-15"),
    ],
)
def test_a_calendar_time_is_written_as_timex_and_iso(what: Calendar, timex: str, iso: str | None) -> None:
    assert (to_timex(what), to_iso(what)) == (timex, iso)


@pytest.mark.parametrize(
    ("what", "begins"),
    [
        (Calendar("quarter", year=2024, quarter=3), "2024-07-01"),
        (Calendar("half", year=2024, half=2), "2024-07-01"),
        (Calendar("season", year=2024, season="SU"), "2024-06-01"),
        (Calendar("week", year=2024, week=1), "2024-01-01"),
        (Calendar("year", year=2024), "2024-01-01"),
    ],
)
def test_a_calendar_time_begins_on_its_first_day(what: Calendar, begins: str) -> None:
    begin = first_moment(what)
    assert begin is not None
    assert begin.date().isoformat() == begins


def test_a_day_that_is_not_on_the_calendar_begins_nowhere() -> None:
    assert first_moment(Calendar("day", year=2019, month=2, day=30)) is None
