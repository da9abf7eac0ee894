"""Which stretches of an article are dates and times, and what they mean without and with a day of writing."""

from __future__ import annotations

import datetime

import pytest

from clusterdoc.find.figures.dates import DateMatch, find_dates

WEDNESDAY = datetime.date(2024, 5, 15)


def strong(text: str, date: datetime.date | None = None) -> list[tuple[str, DateMatch]]:
    return [(text[match.start : match.end], match) for match in find_dates(text, date) if not match.weak]


def timexes(text: str, date: datetime.date | None = None) -> list[tuple[str, str]]:
    return [(words, match.timex) for words, match in strong(text, date)]


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("The bridge opened on Friday, January 4, 2019, in rain.", "Friday, January 4, 2019", "2019-01-04"),
        ("It closed on 4 January 2019.", "4 January 2019", "2019-01-04"),
        ("It closed on the 10th of March 2020.", "the 10th of March 2020", "2020-03-10"),
        ("It closed on March 10th, 2020.", "March 10th, 2020", "2020-03-10"),
        ("She signed it on Dec. 31, 1994.", "Dec. 31, 1994", "1994-12-31"),
        ("She signed it on 31 Dec 1994.", "31 Dec 1994", "1994-12-31"),
        ("Filed 2019-01-04 by the clerk.", "2019-01-04", "2019-01-04"),
        ("Filed 20190104 by the clerk.", "20190104", "2019-01-04"),
        ("Filed 3/4/2020 by the clerk.", "3/4/2020", "2020-03-04"),
        ("Filed 23/4/2020 by the clerk.", "23/4/2020", "2020-04-23"),
        ("Filed 23.04.2022 by the clerk.", "23.04.2022", "2022-04-23"),
        ("Filed 05-Aug-2016 by the clerk.", "05-Aug-2016", "2016-08-05"),
        ("The fair returns on 10 March.", "10 March", "XXXX-03-10"),
        ("The fair returns on the fourth of July.", "the fourth of July", "XXXX-07-04"),
        ("The fair returns on Friday.", "Friday", "XXXX-WXX-5"),
        ("Prices fell in October 1987.", "October 1987", "1987-10"),
        ("Prices fell in October.", "October", "XXXX-10"),
        ("Prices fell in late July.", "late July", "XXXX-07"),
        ("Prices fell in mid-March.", "mid-March", "XXXX-03"),
        ("Prices fell in 2009.", "2009", "2009"),
        ("The 2000 election was close.", "2000", "2000"),
        ("The 2021 court ruling stands.", "2021", "2021"),
        ("After her March comment they left.", "March", "XXXX-03"),
        ("He came as far back as June, they say.", "June", "XXXX-06"),
        ("They met that night.", "that night", "TNI"),
        ("Prices fell in early 2020.", "early 2020", "2020"),
        ("Prices fell at the end of 2020.", "the end of 2020", "2020"),
        ("Prices fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"),
        ("Prices fell in Q3 2019.", "Q3 2019", "2019-Q3"),
        ("Prices fell in the 1989 third quarter.", "the 1989 third quarter", "1989-Q3"),
        ("Prices fell in the first half of 2020.", "the first half of 2020", "2020-H1"),
        ("Prices fell in fiscal 1989.", "fiscal 1989", "FY1989"),
        ("Prices fell in the summer of 2003.", "the summer of 2003", "2003-SU"),
        ("Prices fell in the 1990s.", "the 1990s", "199"),
        ("Prices fell in the late '70s.", "the late '70s", "197"),
        ("Prices fell in the nineties.", "the nineties", "199"),
        ("Prices fell in the 21st century.", "the 21st century", "20"),
        ("The shop shuts on Christmas Eve.", "Christmas Eve", "XXXX-12-24"),
        ("The shop shuts on Easter 2020.", "Easter 2020", "2020-04-12"),
        ("The shop shuts on Labor Day 2021.", "Labor Day 2021", "2021-09-06"),
        ("They met at 6am.", "6am", "T06:00"),
        ("They met at 6 p.m. and left.", "6 p.m.", "T18:00"),
        ("They met at 7.30 p.m. local time.", "7.30 p.m. local time", "T19:30"),
        ("They met at 15:00 GMT.", "15:00 GMT", "T15:00Z"),
        ("They met at 2:40.", "2:40", "T02:40"),
        ("They met at 0900 GMT.", "0900 GMT", "T09:00Z"),
        ("They met at half past seven.", "half past seven", "T07:30"),
        ("They met at a quarter to nine.", "a quarter to nine", "T08:45"),
        ("They met at noon.", "noon", "T12:00"),
        ("They met at midnight.", "midnight", "T00:00"),
        ("They met at eight o'clock.", "eight o'clock", "T08:00"),
        ("They met around 3 p.m.", "around 3 p.m.", "T15:00"),
        ("They met on Monday morning.", "Monday morning", "XXXX-WXX-1TMO"),
        ("They met at noon Friday.", "noon Friday", "XXXX-WXX-5T12:00"),
        ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("They meet every day at 1 p.m. sharp.", "1 p.m.", "T13:00"),
        ("They meet everyday at 1 pm sharp.", "1 pm", "T13:00"),
        ("They meet every evening at 7:15 p.m.", "7:15 p.m.", "T19:15"),
        ("They meet at 3pm each day.", "3pm", "T15:00"),
        ("They meet on Tuesdays at 9am.", "9am", "T09:00"),
        ("Filed 23/Sep/2020 by the clerk.", "23/Sep/2020", "2020-09-23"),
        ("Filed 2019/Aug/01 by the clerk.", "2019/Aug/01", "2019-08-01"),
        ("They meet on the first Monday of May 2021.", "the first Monday of May 2021", "2021-05-03"),
        ("They meet in the last week of July 2021.", "the last week of July 2021", "2021-07-W05"),
        ("They meet every second Tuesday.", "every second Tuesday", "XXXX-WXX-2"),
        ("It left at 1140 a.m.", "1140 a.m.", "T11:40"),
        ("It opened at 8:00 early morning.", "8:00 early morning", "T08:00"),
        ("It left on May second nine thirty.", "May second nine thirty", "XXXX-05-02T09:30"),
        ("It left on the Monday before Easter 2021.", "the Monday before Easter 2021", "2021-03-29"),
        ("They meet on the last Friday of every month.", "the last Friday of every month", "XXXX-XX-WXX-5-#-1"),
        ("Sales grew in FY 2023/24.", "FY 2023/24", "2023/2024"),
        ("It began two months before May 2020.", "two months before May 2020", "2020-03"),
        ("The shop shuts on Presidents' Day 2021.", "Presidents' Day 2021", "2021-02-15"),
        ("The shop shuts on All Saints' Day 2021.", "All Saints' Day 2021", "2021-11-01"),
    ],
)
def test_a_date_or_time_has_its_words_and_its_timex(text: str, words: str, timex: str) -> None:
    assert timexes(text) == [(words, timex)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He ruled from 2008 until 2016.", [("2008", "2008"), ("2016", "2016")]),
        ("He ruled between 1990 and 1995.", [("1990", "1990"), ("1995", "1995")]),
        ("From 1445 to 1870, it was one.", [("1445", "1445"), ("1870", "1870")]),
        ("in 1899 and 1903, they left", [("1899", "1899"), ("1903", "1903")]),
        ("from 1900 to 2000", [("1900", "1900"), ("2000", "2000")]),
        ("the Tenure Act of 1867", [("1867", "1867")]),
        ("the 1914-1918 war", [("1914", "1914"), ("1918", "1918")]),
        ("the 2016-17 season", [("the 2016-17", "2016/2017")]),
        ("in office 2010–12", [("2010", "2010"), ("12", "2012")]),
        ("It rained in 2001, 2003 and 2005.", [("2001", "2001"), ("2003", "2003"), ("2005", "2005")]),
        ("open from Monday to Friday", [("Monday", "XXXX-WXX-1"), ("Friday", "XXXX-WXX-5")]),
        ("The fair is on March 3-5.", [("March 3", "XXXX-03-03"), ("5", "XXXX-03-05")]),
        ("The fair is on 3–5 March 2019.", [("3", "2019-03-03"), ("5 March 2019", "2019-03-05")]),
        ("Limits came on March 4 and 5.", [("March 4", "XXXX-03-04"), ("5", "XXXX-03-05")]),
        ("from May to June 2010", [("May", "2010-05"), ("June 2010", "2010-06")]),
        ("from November to February 2010", [("November", "2009-11"), ("February 2010", "2010-02")]),
        ("on December 13-15, 2022", [("December 13", "2022-12-13"), ("15, 2022", "2022-12-15")]),
        ("in the 1960s and 70s", [("the 1960s", "196"), ("70s", "197")]),
        ("Dec. 2014 – Jan. 2015", [("Dec. 2014", "2014-12"), ("Jan. 2015", "2015-01")]),
        ("between 9 and 11 a.m.", [("9", "T09:00"), ("11 a.m.", "T11:00")]),
        ("from 11 a.m. to 1 p.m.", [("11 a.m.", "T11:00"), ("1 p.m.", "T13:00")]),
        ("at 6 p.m. on Friday", [("6 p.m.", "XXXX-WXX-5T18:00"), ("Friday", "XXXX-WXX-5")]),
        ("on Friday at 6 p.m.", [("Friday", "XXXX-WXX-5"), ("6 p.m.", "XXXX-WXX-5T18:00")]),
        ("Sunday and Saturday evening", [("Sunday", "XXXX-WXX-7"), ("Saturday evening", "XXXX-WXX-6TEV")]),
    ],
)
def test_the_ends_of_a_range_are_dates_that_share_what_is_said_once(text: str, found: list[tuple[str, str]]) -> None:
    assert timexes(text) == found


@pytest.mark.parametrize(
    ("text", "words", "iso", "timex"),
    [
        ("They met yesterday.", "yesterday", "2024-05-14", "2024-05-14"),
        ("They meet today.", "today", "2024-05-15", "2024-05-15"),
        ("They meet tomorrow night.", "tomorrow night", "2024-05-16", "2024-05-16TNI"),
        ("They met last night.", "last night", "2024-05-14", "2024-05-14TNI"),
        ("They met late last night.", "late last night", "2024-05-14", "2024-05-14TNI"),
        ("They met late this morning.", "late this morning", "2024-05-15", "2024-05-15TMO"),
        ("They met on Friday.", "Friday", "2024-05-10", "2024-05-10"),
        ("They met on Wednesday.", "Wednesday", "2024-05-15", "2024-05-15"),
        ("They will meet on Friday.", "Friday", "2024-05-17", "2024-05-17"),
        ("They were held by police on Friday.", "Friday", "2024-05-10", "2024-05-10"),
        ("They must leave by Friday.", "Friday", "2024-05-17", "2024-05-17"),
        ("They will go. They met on Friday.", "Friday", "2024-05-10", "2024-05-10"),
        ("On Friday the court will sit.", "Friday", "2024-05-17", "2024-05-17"),
        ("It fell due to rain on Friday.", "Friday", "2024-05-10", "2024-05-10"),
        ("They met last Friday.", "last Friday", "2024-05-10", "2024-05-10"),
        ("They met this past Monday.", "this past Monday", "2024-05-13", "2024-05-13"),
        ("They meet next Monday.", "next Monday", "2024-05-20", "2024-05-20"),
        ("They met last week.", "last week", "2024-W19", "2024-W19"),
        ("They met last month.", "last month", "2024-04", "2024-04"),
        ("They met last October.", "last October", "2023-10", "2023-10"),
        ("They met in October.", "October", "2023-10", "2023-10"),
        ("They will meet in October.", "October", "2024-10", "2024-10"),
        ("The trial opens on Friday.", "Friday", "2024-05-17", "2024-05-17"),
        ("The law takes effect on Friday.", "Friday", "2024-05-17", "2024-05-17"),
        ("They met on 10 March.", "10 March", "2024-03-10", "2024-03-10"),
        ("They met on 10 December.", "10 December", "2023-12-10", "2023-12-10"),
        ("They met last year.", "last year", "2023", "2023"),
        ("They met in January of last year.", "January of last year", "2023-01", "2023-01"),
        ("They met late last year.", "late last year", "2023", "2023"),
        ("They met two weeks ago.", "two weeks ago", "2024-W18", "2024-W18"),
        ("They met three days ago.", "three days ago", "2024-05-12", "2024-05-12"),
        ("They met two years ago.", "two years ago", "2022", "2022"),
        ("Sales rose from a year earlier.", "a year earlier", "2023", "2023"),
        ("They met two days before Christmas.", "two days before Christmas", "2024-12-23", "2024-12-23"),
        ("Sales rose in the third quarter.", "the third quarter", "2023", "2023-Q3"),
        ("Sales rose in the latest quarter.", "the latest quarter", "2024", "2024-Q1"),
        ("They rallied over the weekend.", "the weekend", "2024-W19", "2024-W19-WE"),
        ("Third-quarter net rose.", "Third-quarter", "2023", "2023-Q3"),
        ("Net rose in the quarter.", "the quarter", "2024", "2024-Q2"),
        ("They sell by year-end.", "year-end", "2024", "2024"),
        ("Three days later they met.", "Three days later", None, "XXXX-XX-XX"),
        ("Sales rose last summer.", "last summer", "2023", "2023-SU"),
        ("They met on Thanksgiving.", "Thanksgiving", "2023-11-23", "2023-11-23"),
        ("They meet on the day after tomorrow.", "the day after tomorrow", "2024-05-17", "2024-05-17"),
        ("They meet on Monday of next week.", "Monday of next week", "2024-05-20", "2024-05-20"),
        ("They meet next decade.", "next decade", None, "203"),
        ("They met at 6am.", "6am", "2024-05-15T06:00", "2024-05-15T06:00"),
    ],
)
def test_a_relative_date_is_resolved_by_the_day_of_writing(text: str, words: str, iso: str | None, timex: str) -> None:
    assert [(found, match.date, match.timex) for found, match in strong(text, WEDNESDAY)] == [(words, iso, timex)]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met last month.", "XXXX-XX"),
        ("They met last year.", "XXXX"),
        ("They met last October.", "XXXX-10"),
        ("They met on the same day.", "XXXX-XX-XX"),
        ("Three days later they met.", "XXXX-XX-XX"),
        ("Net rose in the quarter.", "XXXX-QX"),
        ("They met over the weekend.", "XXXX-WXX-WE"),
    ],
)
def test_without_a_day_of_writing_a_relative_date_stays_open(text: str, timex: str) -> None:
    [(_, match)] = strong(text)
    assert (match.date, match.timex) == (None, timex)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They now meet.", "PRESENT_REF"),
        ("They currently meet.", "PRESENT_REF"),
        ("They recently met.", "PAST_REF"),
        ("They soon meet.", "FUTURE_REF"),
        ("A day later they met.", "XXXX-XX-XX"),
        ("A few days ago they met.", "XXXX-XX-XX"),
        ("They met years ago.", "XXXX"),
        ("At the end of the day they met.", "XXXX-XX-XX"),
        ("It was film of the year.", "XXXX"),
        ("It rained in the morning.", "TMO"),
    ],
)
def test_vague_times_are_found_but_weak(text: str, timex: str) -> None:
    assert [(match.timex, match.weak) for match in find_dates(text)] == [(timex, True)]


@pytest.mark.parametrize(
    "text",
    [
        "2000 people marched.",
        "They sold 2015 copies.",
        "The team won 3-1.",
        "It was 4:3 at the break.",
        "She ran it in 2:04:35.",
        "They are open 24/7.",
        "After 9/11 it changed.",
        "It may rain.",
        "May I ask?",
        "Protesters march through town.",
        "The cat sat on the mat.",
        "The Sun reported it.",
        "The Sunday Times reported it.",
        "Theresa May resigned.",
        "a second chance",
        "a quarter of the votes",
        "It lasted three days.",
        "the last five years",
        "for the next two weeks",
        "in recent years",
        "prison for 25 years",
        "a 34-year-old man",
        "a three-week trial",
        "a man in his 40s",
        "women in their thirties",
        "It costs $2019.",
        "It grew 2019%.",
        "Mortgages were at 6.45 percent.",
        "Windows 2000 runs.",
        "Call 555-0199.",
        "Prices fall and spring back.",
        "rose from 20 to 30",
        "It costs 50p.",
        "It has more than 1000 customers.",
        "They drank from 100 to 1000 litres.",
        "It needs between 1200 and 1500 litres.",
        "from 1500 to 2000 people",
        "It burns at 1200K.",
        "It sent 1500 b.",
        "They live in 1500 homes or 2000 flats.",
        "the G20's men",
        "and that Second Amendment",
        "the March for Life",
        "every day",
        "She put in 2000 hours.",
        "It lies 785 miles (1260 kilometers) off.",
        "They walked 1950 kilometers to Leeds.",
        "The well is 1998 metres deep.",
        "It weighs 2020 tonnes.",
        "It lies 1,240 miles (1990 km) off.",
        "The farm has 5,000 acres (2020 hectares).",
        "It covers 770 square miles (1990 square kilometres).",
        "The peak stands at 4,130 feet (1260 m).",
        "annual sales",
        "31 percent",
        "",
        "   ",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert timexes(text) == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("in 2009", "2009"),
        ("Her film (2009 in Leeds) ran", "2009"),
        ("The mill (1990 building) burnt", "1990"),
        ("on 4 May 2009", "2009-05-04"),
        ("in May 2009", "2009-05"),
        ("in the third quarter of 2009", "2009"),
        ("in the 1990s", None),
        ("in fiscal 1989", "1989"),
        ("at 6 p.m. on 4 May 2009", "2009-05-04T18:00"),
        ("on Monday", None),
        ("at 6 p.m.", None),
    ],
)
def test_iso_dates_go_as_far_as_the_text(text: str, iso: str | None) -> None:
    assert strong(text)[0][1].date == iso


def test_a_set_is_not_resolved() -> None:
    assert timexes("They meet every Tuesday.", WEDNESDAY) == [("every Tuesday", "XXXX-WXX-2")]


FRIDAY = datetime.date(2023, 7, 7)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mayor Ana Ott said on Monday that the town would build homes.", [("Monday", "2023-07-03")]),
        ("Ott said Monday it would rain.", [("Monday", "2023-07-03")]),
        ("Ott told reporters on Tuesday she will go.", [("Tuesday", "2023-07-04")]),
        ("Dahl warned in a statement on Thursday that it will flood.", [("Thursday", "2023-07-06")]),
        ("Kerr announced late Monday that shops will close.", [("late Monday", "2023-07-03")]),
        ("Ott said the race Monday will be hard.", [("Monday", "2023-07-10")]),
        ("The vote will be on Monday.", [("Monday", "2023-07-10")]),
        (
            "From 13/03/2021. To 3/4/2021.",
            [("13/03/2021", "2021-03-13"), ("3/4/2021", "2021-04-03")],
        ),
        (
            "From 03/13/2021. To 3/4/2021.",
            [("03/13/2021", "2021-03-13"), ("3/4/2021", "2021-03-04")],
        ),
        ("It was 17-Oct-11 when it began.", [("17-Oct-11", "2011-10-17")]),
        ("Doors open at 20.30 GMT.", [("20.30 GMT", "2023-07-07T20:30Z")]),
        (
            "It was shut from 11:15 p.m. May 3 to 5:40 a.m., he said.",
            [("11:15 p.m. May 3", "2023-05-03T23:15"), ("5:40 a.m.", "2023-05-04T05:40")],
        ),
        (
            "It sank on Friday, June 30 off the Old Pier at 2:21 p.m. and was seen.",
            [("Friday, June 30", "2023-06-30"), ("2:21 p.m.", "2023-06-30T14:21")],
        ),
        (
            "On June 5, 1968, he was shot just after midnight.",
            [("June 5, 1968", "1968-06-05"), ("midnight", "1968-06-05T00:00")],
        ),
        (
            "At 6 a.m. the crew left the port on Saturday.",
            [("6 a.m.", "2023-07-01T06:00"), ("Saturday", "2023-07-01")],
        ),
        (
            "The vote will be on Monday in the hall at 9 a.m.",
            [("Monday", "2023-07-10"), ("9 a.m.", "2023-07-10T09:00")],
        ),
        (
            "At 6 a.m., at 7 a.m. and at 8 a.m. boats left on Saturday.",
            [
                ("6 a.m.", "2023-07-01T06:00"),
                ("7 a.m.", "2023-07-01T07:00"),
                ("8 a.m.", "2023-07-01T08:00"),
                ("Saturday", "2023-07-01"),
            ],
        ),
        (
            "At 6 a.m. (1800 UTC) the boat left on Saturday.",
            [("6 a.m.", "2023-07-01T06:00"), ("1800 UTC", "2023-07-01T18:00Z"), ("Saturday", "2023-07-01")],
        ),
        ("The doors open at 7 p.m.", [("7 p.m.", "2023-07-07T19:00")]),
        ("It is Friday. The doors open at 7 p.m.", [("Friday", "2023-07-07"), ("7 p.m.", "2023-07-07T19:00")]),
        # the day of another act, of several, or of none that the text tells
        ("On Tuesday it struck a hill. It fell at 1 p.m.", [("Tuesday", "2023-07-04"), ("1 p.m.", None)]),
        ("He died in June 1968, when he fell at noon.", [("June 1968", "1968-06"), ("noon", None)]),
        ("Police said on Thursday that it burnt at 3 p.m.", [("Thursday", "2023-07-06"), ("3 p.m.", None)]),
        ("It meets every Tuesday in the hall at 7 p.m.", [("every Tuesday", None), ("7 p.m.", None)]),
        ("It lasts until Monday, and doors open at 8 a.m.", [("Monday", "2023-07-10"), ("8 a.m.", None)]),
        (
            "She left at 11 p.m. on Monday and came home at 2 a.m.",
            [("11 p.m.", "2023-07-03T23:00"), ("Monday", "2023-07-03"), ("2 a.m.", None)],
        ),
        (
            "It shook on Monday off Leeds at 2 a.m. local time (1900 UTC).",
            [("Monday", "2023-07-03"), ("2 a.m. local time", "2023-07-03T02:00"), ("1900 UTC", None)],
        ),
        ("BBC Radio 4's Today programme said so.", []),
        ("USA Today said so.", []),
        ("Jan Novotny met Jan Friedl.", []),
    ],
)
def test_a_date_is_as_the_words_and_the_article_say(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[match.start : match.end], match.date) for match in find_dates(text, FRIDAY)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales in Q3 rose.", [("Q3", "XXXX-Q3")]),
        ("In H1 sales fell.", [("H1", "XXXX-H1")]),
        ("Results for Q2 FY23 were weak.", [("Q2 FY23", "FY2023-Q2")]),
        ("FY2022 revenue was weak.", [("FY2022", "FY2022")]),
        ("In 3Q22 sales fell.", [("3Q22", "2022-Q3")]),
        ("The September quarter was weak.", [("The September quarter", "XXXX-Q3")]),
        ("It fell in the third quarter of fiscal year 2022.", [("the third quarter of fiscal year 2022", "FY2022-Q3")]),
        ("Growth for 2024-25 is weak.", [("2024-25", "2024/2025")]),
        ("He stays for the 2021/22 season.", [("the 2021/22", "2021/2022")]),
        ("The 2018-2019 season was long.", [("The 2018-2019", "2018/2019")]),
        ("In nineteen sixty-four he moved.", [("nineteen sixty-four", "1964")]),
        ("In the nineteen-fifties it grew.", [("the nineteen-fifties", "195")]),
        ("In 240 BC it fell.", [("240 BC", "BC0240")]),
        ("In AD 64 it burned.", [("AD 64", "0064")]),
        ("The tank held 100% H2, no H1N1 and a q2 fix.", []),
    ],
)
def test_periods_are_read_in_short(text: str, found: list[tuple[str, str]]) -> None:
    assert timexes(text) == found
