"""Kinds of dates in ordinary news, five variants or more of each, read on 15 May 2024: a fault is a row."""

from __future__ import annotations

import datetime

import pytest

from clusterdoc.find.figures.dates import find_dates

WEDNESDAY = datetime.date(2024, 5, 15)

KINDS: dict[str, list[tuple[str, list[tuple[str, str]]]]] = {
    "the quarter that a month ends": [
        ("Profit rose in the March quarter.", [("the March quarter", "2024-Q1")]),
        ("Profit rose in the June 2023 quarter.", [("the June 2023 quarter", "2023-Q2")]),
        ("The April figures were worse.", [("April", "2024-04")]),
        ("His August trip was cut short.", [("August", "2023-08")]),
        ("The June Kerr story sold well.", []),
        ("In the quarter ended March 31, profit fell.", [("the quarter", "2024-Q1"), ("March 31", "2024-03-31")]),
        ("In the quarter ending Dec. 31 it lost.", [("the quarter", "2023-Q4"), ("Dec. 31", "2023-12-31")]),
        ("It lost in the year ended December 31, 2022.", [("the year", "2022"), ("December 31, 2022", "2022-12-31")]),
        ("It lost in the year ended 31 March.", [("31 March", "2024-03-31")]),
        ("Rents fell in the six months to September.", [("September", "2023-09")]),
        ("Rents fell in the 12 months through March.", [("March", "2024-03")]),
    ],
    "the tense of the verb says that a date lies ahead": [
        ("Kerr, who turns 60 in August, will stay.", [("August", "2024-08")]),
        ("The band tours Norway in September.", [("September", "2024-09")]),
        ("Ten letters are to go out before the autumn.", [("the autumn", "2024-FA")]),
        ("The fair is from 3 to 5 July.", [("3", "2024-07-03"), ("5 July", "2024-07-05")]),
        ("Nominations close on June 3.", [("June 3", "2024-06-03")]),
        ("Tickets go on sale on 1 July.", [("1 July", "2024-07-01")]),
        ("Brokers see a 60% probability of a rise in August.", [("August", "2024-08")]),
        ("The case was adjourned until 4 July.", [("4 July", "2024-07-04")]),
        ("The firm was forced to close in June.", [("June", "2023-06")]),
        ("Schools did not open in September.", [("September", "2023-09")]),
        ("It shut in June, Ott said, and it will not open.", [("June", "2023-06")]),
    ],
    "the weekday decides the year or the month": [
        ("She sings on Sat 22 June.", [("Sat 22 June", "2024-06-22")]),
        ("It shut on Sunday, 23 June.", [("Sunday, 23 June", "2024-06-23")]),
        ("It shut on Friday, 23 June.", [("Friday, 23 June", "2023-06-23")]),
        ("It shut on Tuesday, March 7.", [("Tuesday, March 7", "2023-03-07")]),
        ("They met on Thu., July 4, at 3 p.m.", [("Thu., July 4", "2024-07-04"), ("3 p.m.", "2024-07-04T15:00")]),
        ("They met on Monday the 20th.", [("Monday the 20th", "2024-05-20")]),
    ],
    "a day that its month does not have": [
        ("It met on 31 June.", [("31 June", "2023-06-XX")]),
        ("It met on February 30.", [("February 30", "2024-02-XX")]),
        ("It met on 31 April 2023.", [("31 April 2023", "2023-04-XX")]),
        ("It met on Feb. 29, 2023.", [("Feb. 29, 2023", "2023-02-XX")]),
        ("It met on Feb. 29, 2024.", [("Feb. 29, 2024", "2024-02-29")]),
        ("It met on 31 November at 3 p.m.", [("31 November", "2023-11-XX"), ("3 p.m.", "2023-11-XXT15:00")]),
    ],
    "a day of each month": [
        ("It meets on the first Friday of every month.", [("the first Friday of every month", "XXXX-XX-WXX-5-#1")]),
        ("It met at 9am on the third Monday of each month.", [
            ("9am", "T09:00"), ("the third Monday of each month", "XXXX-XX-WXX-1-#3"),
        ]),
        ("It meets the last Sunday of each month.", [("the last Sunday of each month", "XXXX-XX-WXX-7-#-1")]),
        ("It meets on the 15th of each month.", [("the 15th of each month", "XXXX-XX-15")]),
        ("It meets on the second and fourth Tuesday of each month.", [
            ("the second and fourth Tuesday of each month", "XXXX-XX-WXX-2-#2"),
        ]),
        ("It meets every second Tuesday.", [("every second Tuesday", "XXXX-WXX-2")]),
    ],
    "a weekday before or after another day": [
        ("It met on the Friday before Christmas.", [("the Friday before Christmas", "2023-12-22")]),
        ("It met on the Tuesday after Easter.", [("the Tuesday after Easter", "2024-04-02")]),
        ("It met on the Sunday before May 1, 2023.", [("the Sunday before May 1, 2023", "2023-04-30")]),
        ("It met on the Monday after 3 June 2023.", [("the Monday after 3 June 2023", "2023-06-05")]),
        ("It met on the Saturday after New Year's Day.", [("the Saturday after New Year's Day", "2024-01-06")]),
    ],
    "minutes to the hour": [
        ("He left at ten to nine.", [("ten to nine", "2024-05-15T08:50")]),
        ("He left at five to four in the rain.", [("five to four", "2024-05-15T03:55")]),
        ("He slept until twenty to six.", [("twenty to six", "2024-05-15T05:40")]),
        ("He left at about twenty-five to six.", [("twenty-five to six", "2024-05-15T05:35")]),
        ("He left at just before ten to one.", [("ten to one", "2024-05-15T00:50")]),
        ("The vote was ten to nine.", []),
        ("It is sold at five to ten dollars.", []),
        ("He lost by ten to nine.", []),
    ],
    "clock times with seconds": [
        ("It was used at 22:15:40 on the 28th.", [
            ("22:15:40", "2024-04-28T22:15:40"), ("the 28th", "2024-04-28"),
        ]),
        ("The alarm rang at 04:10:05.", [("04:10:05", "2024-05-15T04:10:05")]),
        ("It fell at 13:05:07 UTC.", [("13:05:07 UTC", "2024-05-15T13:05:07Z")]),
        ("He met them at 3 p.m. on the 2nd.", [("3 p.m.", "2024-05-02T15:00"), ("the 2nd", "2024-05-02")]),
        ("She ran it in 2:11:40.", []),
        ("She putted out on the 18th.", []),
    ],
    "clock times with a point": [
        ("The bus leaves at 6.35 and 7.05.", [("6.35", "2024-05-15T06:35"), ("7.05", "2024-05-15T07:05")]),
        ("Trains depart at 8.10, 9.10 and 10.10.", [
            ("8.10", "2024-05-15T08:10"), ("9.10", "2024-05-15T09:10"), ("10.10", "2024-05-15T10:10"),
        ]),
        ("The 6.35 to Dahl was late.", [("6.35", "2024-05-15T06:35")]),
        ("Doors open at 7.30 and the concert starts at 8.15.", [
            ("7.30", "2024-05-15T07:30"), ("8.15", "2024-05-15T08:15"),
        ]),
        ("The ferry sails at 9.40 each morning.", [("9.40", "2024-05-15T09:40")]),
        ("The index closed at 6.35 in London.", []),
        ("The firm leaves rates at 6.35 percent.", []),
        ("Trains were late; the share traded at 6.35 and the index at 7.10.", []),
    ],
    "a day and its clocks agree": [
        ("The river is expected to peak between 2 and 4 a.m. on Saturday.", [
            ("2", "2024-05-18T02:00"), ("4 a.m.", "2024-05-18T04:00"), ("Saturday", "2024-05-18"),
        ]),
        ("The hall will open from 9 a.m. to 5 p.m. on Sunday.", [
            ("9 a.m.", "2024-05-19T09:00"), ("5 p.m.", "2024-05-19T17:00"), ("Sunday", "2024-05-19"),
        ]),
        ("It is due at 6 p.m. on Monday.", [("6 p.m.", "2024-05-20T18:00"), ("Monday", "2024-05-20")]),
        ("It is set to start at 6 a.m. on 3 June.", [("6 a.m.", "2024-06-03T06:00"), ("3 June", "2024-06-03")]),
        ("He left at 6 p.m. on Monday.", [("6 p.m.", "2024-05-13T18:00"), ("Monday", "2024-05-13")]),
    ],
    "years of two digits, and races by their hour": [
        ("He ran back in ’94.", [("’94", "1994")]),
        ("She has led since '87.", [("'87", "1987")]),
        ("It opened in '99", [("'99", "1999")]),
        ("They met in the summer of ’68 there.", [("the summer of ’68", "1968-SU")]),
        ("The 2.10 at Dahl was won by a mare.", [("2.10", "2024-05-15T02:10")]),
        ("It was ’90 or so.", []),
    ],
    "a clause ends what lies ahead": [
        ("It would cost $2 but in December, they cost $4.", [("December", "2023-12")]),
        ("It will rise this year — prices in March were up.", [("this year", "2024"), ("March", "2024-03")]),
        ("He fell ill on Sunday; he will sing again.", [("Sunday", "2024-05-12")]),
        ("It added fewer jobs than expected in April.", [("April", "2024-04")]),
        ("The bank on Tuesday cut its forecast.", [("Tuesday", "2024-05-14")]),
        ("Saturday: Mostly cloudy.", [("Saturday", "2024-05-18")]),
        ("We could see snow on Saturday.", [("Saturday", "2024-05-18")]),
        ("It will rise 3 percent over 2011 levels.", [("2011", "2011")]),
        ("He led in Q1 of qualifying with his first lap.", []),
        ("Sales fell in Q1 of the year.", [("Q1 of the year", "2024-Q1")]),
    ],
    "zones in full, years before and nights of each week": [
        ("It began at 13:39 Greenwich Mean Time.", [("13:39 Greenwich Mean Time", "2024-05-15T13:39Z")]),
        ("It began at 3 p.m. British Summer Time.", [("3 p.m. British Summer Time", "2024-05-15T15:00+01:00")]),
        ("It began at 6 a.m. Moscow time.", [("6 a.m. Moscow time", "2024-05-15T06:00+03:00")]),
        ("Posted at 13:39 GMT 10 March 2015.", [
            ("13:39 GMT", "2015-03-10T13:39Z"), ("10 March 2015", "2015-03-10"),
        ]),
        ("It earned less in the year-ago quarter.", [("the year-ago quarter", "2023")]),
        ("Sales rose from the year-earlier period.", [("the year-earlier period", "2023")]),
        ("He sings every Saturday night.", [("every Saturday night", "XXXX-WXX-6TNI")]),
        ("It fell in the 2022-2023 financial year.", [("the 2022-2023 financial year", "2022/2023")]),
        ("It ran from January thru April.", [("January", "2024-01"), ("April", "2024-04")]),
    ],
    "half-years and split fiscal years": [
        ("Profit for FY2022-23 was flat.", [("FY2022-23", "2022/2023")]),
        ("The first half of the year was better.", [("The first half of the year", "2024-H1")]),
        ("It fell in the second half of last year.", [("the second half of last year", "2023-H2")]),
        ("1H22 profit rose.", [("1H22", "2022-H1")]),
        ("He scored in the second half of the match.", []),
        ("It took 1h 23m.", []),
    ],
    "the last of a range follows its first": [
        ("It ran between Easter and the end of September.", [
            ("Easter", "2024-03-31"), ("the end of September", "2024-09"),
        ]),
        ("It ran from October through December.", [("October", "2023-10"), ("December", "2023-12")]),
        ("It ran from November to March.", [("November", "2023-11"), ("March", "2024-03")]),
        ("It was shut from Tuesday to Friday.", [("Tuesday", "2024-05-14"), ("Friday", "2024-05-17")]),
        ("It will run from November to February.", [("November", "2024-11"), ("February", "2025-02")]),
        ("It ran from 20 April until 3 June.", [("20 April", "2024-04-20"), ("3 June", "2024-06-03")]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [row for kind in KINDS.values() for row in kind],
    ids=[row[0] for k in KINDS.values() for row in k],
)
def test_a_kind_of_date_is_read_in_every_wording(text: str, found: list[tuple[str, str]]) -> None:
    matches = [match for match in find_dates(text, WEDNESDAY) if not match.weak]
    assert [(text[match.start : match.end], match.timex) for match in matches] == found
