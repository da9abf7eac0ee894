"""Kinds of number in ordinary news, five variants or more of each: a fault is a row."""

from __future__ import annotations

import pytest

from clusterdoc.find.figures.numbers import find_grammar, find_numbers

Value = float | tuple[float, float]

KINDS: dict[str, list[tuple[str, list[tuple[Value, str, str | None]]]]] = {
    "m is a million where nothing is long": [
        ("The app has 3m+ users.", [(3_000_000, ">=", None)]),
        ("They sold 4m+ tickets.", [(4_000_000, ">=", None)]),
        ("Output grew by 6m to 40m.", [(6_000_000, "=", None), (40_000_000, "=", None)]),
        ("In the end, 2m fled.", [(2_000_000, "=", None)]),
        ("Some 1.4m voters stayed away.", [(1_400_000, "~", None)]),
        ("Sales of 5.1m were down from 6.3m.", [(5_100_000, "=", None), (6_300_000, "=", None)]),
        ("It will cost $2.5-3m.", [((2_500_000, 3_000_000), "range", "USD")]),
        ("It will cost £200m-300m.", [((200_000_000, 300_000_000), "range", "GBP")]),
        ("He is 1.9m tall.", [(1.9, "=", "meter")]),
        ("She won the 800m race.", [(800, "=", "meter")]),
        ("The waves were 4m high.", [(4, "=", "meter")]),
    ],
    "m is a million beside any verb and preposition": [
        ("A further 4m are at risk.", [(4_000_000, "=", None)]),
        ("The plague killed 2m between them.", [(2_000_000, "=", None)]),
        ("About 300m live on rice.", [(300_000_000, "~", None)]),
        ("The club paid 35m for him.", [(35_000_000, "=", None)]),
        ("The show drew 6.1m at its peak.", [(6_100_000, "=", None)]),
        ("Imports climbed by 3m to 22m.", [(3_000_000, "=", None), (22_000_000, "=", None)]),
        ("The wall is 4m high and cost 3m to build.", [(4, "=", "meter"), (3_000_000, "=", None)]),
        ("A car of up to 5m costs £9.", [(5, "<=", "meter"), (9, "=", "GBP")]),
        ("Vans over 6m and boats up to 12m pay more.", [(6, ">", "meter"), (12, "<=", "meter")]),
    ],
    "odds of a bet": [
        ("He was the 9-2 favourite.", [(4.5, "=", None)]),
        ("The winner, returned at 33-1, was lame.", [(33, "=", None)]),
        ("Bookmakers make her 7/2 to win.", [(3.5, "=", None)]),
        ("A 100-1 outsider came home.", [(100, "=", None)]),
        ("She is backed at 5/1 with most firms.", [(5, "=", None)]),
        ("The price is 15-20 usd.", [((15, 20), "range", "USD")]),
    ],
    "American pennies and dozens": [
        ("In Chicago the fare rose by 30 pennies.", [(0.3, "=", "USD")]),
        ("In Ohio it costs 15 pennies a pack.", [(0.15, "=", "USD")]),
        ("Eggs were $4.30 a dozen.", [(4.3, "=", "USD")]),
        ("It fell to minus 6F.", [(-6, "=", "degree_Fahrenheit")]),
        ("It fell to -9F.", [(-9, "=", "degree_Fahrenheit")]),
    ],
    "numbers of games, secrets and titles": [
        ("They lost five-two.", []),
        ("Kerr took 5-41 and Ott 3 for 28.", []),
        ("His PIN was 2290.", []),
        ("He read “Nineteen Seventy-One” and “20 Silver Moons”.", []),
        ("She ran a 10k road race.", []),
    ],
    "one person of several, and one more": [
        ("One of the guards died.", [(1, "=", None)]),
        ("One of the injured guards died.", [(1, "=", None)]),
        ("One guard and two clerks were killed.", [(1, "=", None), (2, "=", None)]),
        ("One passenger suffered burns.", [(1, "=", None)]),
        ("One miner and four nurses drowned.", [(1, "=", None), (4, "=", None)]),
    ],
    "times of races": [
        ("She won in a time of 1:53.40.", [(113.4, "=", "second")]),
        ("Ott was third in 15:21.07.", [(921.07, "=", "second")]),
        ("He swam 26.51 in the heats.", [(26.51, "=", "second")]),
        ("She clocked 11.02 and ran a 10.98.", [(11.02, "=", "second"), (10.98, "=", "second")]),
        ("He ran 100m in 9.91.", [(100, "=", "meter"), (9.91, "=", "second")]),
        ("He won 200m in one minute and 44.10 seconds.", [(200, "=", "meter"), (104.1, "=", "second")]),
    ],
    "times of races without a word of racing beside them": [
        ("The 100 was won in 9.97 by Ott.", [(100, "=", None), (9.97, "=", "second")]),
        ("Ott won the 200 metres in 20.05.", [(200, "=", "meter"), (20.05, "=", "second")]),
        ("Kerr equalled the 100m record of 9.87.", [(100, "=", "meter"), (9.87, "=", "second")]),
        ("It took 44 seconds for 400m.", [(44, "=", "second"), (400, "=", "meter")]),
        ("It cost 5 in 12.50 then.", [(5, "=", None), (12.5, "=", None)]),
    ],
    "temperatures said by their tens": [
        ("Lows will drop into the mid-30s.", [((34, 36), "~", "degree")]),
        ("The highs were near mid-60s.", [((64, 66), "~", "degree")]),
        ("Temperatures were in the upper 50s.", [((57, 59), "~", "degree")]),
        ("He is in his mid-60s.", [((64, 66), "~", "year")]),
        ("The champion dies at 91.", [(91, "=", "year")]),
    ],
    "numbers of corners, classes, routes and ovens": [
        ("He spun in Turn 14 of 20.", []),
        ("It was a Class 2 and then a Grade 1 race.", []),
        ("Take buses 40, 52 and 7.", []),
        ("Bake at gas mark 6.", []),
        ("They struck at 12:40 on the power play.", []),
    ],
    "scores of golf and cricket": [
        ("She carded a three-under-par 69 to lie on 12 under for the lead.", []),
        ("He shot a 5-under 65 and stood at 13-under 198.", []),
        ("He shot a 75 after a round of 77 and parred the par-five.", []),
        ("A six-under 66 left him four over par.", []),
        (
            "Two wickets fell in that innings, and from 124 for 2 they were 132 for 5, then 5 for 198, after 30 overs.",
            [(2, "=", None), (30, "=", None)],
        ),
        ("He had a lead over two-time champion Ott.", [(2, "=", None)]),
    ],
    "numbers of lotteries and their odds": [
        ("The winning numbers were 4, 15, 26, 37, 48 with a Powerball of 9.", []),
        ("The numbers drawn on Friday were: 4, 15, 26 and 37.", []),
        ("The Power Play was 3x and the Lucky Stars were 2 and 11.", []),
        ("The odds of winning the top prize are 292,000,000 to 1.", [(292_000_000, "=", None)]),
        ("The odds of winning any prize are 1 in 24.9.", [(1 / 24.9, "=", None)]),
        ("The jackpot has 14 winners.", [(14, "=", None)]),
    ],
    "speeds, places on the map and furlongs": [
        ("It moved at 9 m.p.h. then.", [(9, "=", "mile_per_hour")]),
        ("Gusts reached 160 k.p.h. there.", [(160, "=", "kilometer_per_hour")]),
        ("It lay at 31.4°N and 79.1° W.", [(31.4, "=", "arcdegree"), (79.1, "=", "arcdegree")]),
        ("The race is 2 miles 4 furlongs.", [(20, "=", "furlong")]),
        ("It was a three-quarter mile trip.", [(0.75, "=", "mile")]),
        ("They won by 40 votes or less.", [(40, "<=", None)]),
        ("It has 12 rooms or more.", [(12, ">=", None)]),
    ],
    "letters that are words of the sentence, and letters that are money": [
        ("A $7 million loan was agreed.", [(7_000_000, "=", "USD")]),
        ("A $3bn plan failed.", [(3_000_000_000, "=", "USD")]),
        ("“A $40 fee is fair,” said Kerr.", [(40, "=", "USD")]),
        ("He paid A$90k.", [(90_000, "=", "AUD")]),
        ("The fraud cost N800m.", [(800_000_000, "=", "NGN")]),
        ("The road cost N1.2bn.", [(1_200_000_000, "=", "NGN")]),
        ("He stole N172, 408, 320.49.", [(172_408_320.49, "=", "NGN")]),
        ("The council spent GH¢30 million.", [(30_000_000, "=", "GHS")]),
        ("It cost Rs.2,357.50 crore.", [(23_575_000_000, "=", "INR")]),
        ("A loss of $(4.1) million.", [(-4_100_000, "=", "USD")]),
        ("The result was ($4.2m).", [(-4_200_000, "=", "USD")]),
        ("It cost more (€3).", [(3, "=", "EUR")]),
        ("It cost €2 mld.", [(2_000_000_000, "=", "EUR")]),
        ("It cost 30 loonies.", [(30, "=", "CAD")]),
    ],
    "a change and a level are no range": [
        ("The index fell by 0.6 percent to 91.2.", [(0.6, "=", "percent"), (91.2, "=", None)]),
        ("Shares slid by 3% to 120.", [(3, "=", "percent"), (120, "=", None)]),
        ("Turnout dropped from 60 to 52.", [(60, "=", None), (52, "=", None)]),
        ("The board will raise it from 40 to 45.", [(40, "=", None), (45, "=", None)]),
        ("Inflation quickened, then cooled from 4.1% to 3.8%.", [(4.1, "=", "percent"), (3.8, "=", "percent")]),
        ("Rents rebounded from £700 to £750.", [(700, "=", "GBP"), (750, "=", "GBP")]),
    ],
    "a number on a scale has no unit of its neighbour": [
        ("The quake was magnitude 5.8 and 12km deep.", [(5.8, "=", None), (12, "=", "kilometer")]),
        ("It was magnitude 6 and 8km deep.", [(6, "=", None), (8, "=", "kilometer")]),
        ("It was rated 3.5 and 200 metres away.", [(3.5, "=", None), (200, "=", "meter")]),
        ("It scored 7 and 40 metres of rope.", [(7, "=", None), (40, "=", "meter")]),
        ("The groups got 4 and 9 mg.", [(4, "=", "milligram"), (9, "=", "milligram")]),
    ],
    "one figure of many parts": [
        ("Her time of 2h 20m 5s was a record.", [(8405, "=", "second")]),
        ("The call lasted 4m 10s.", [(250, "=", "second")]),
        ("He ran it in 2:03:04.", [(7384, "=", "second")]),
        ("She posted a time of 1:10:00.", [(4200, "=", "second")]),
        ("He was jailed for 11 years and three months.", [(11.25, "=", "year")]),
        ("It took two weeks and three days.", [(17, "=", "day")]),
        ("He weighed 12st 6lb.", [(174, "=", "pound")]),
        ("The dog weighed 4st.", [(4, "=", "stone")]),
        ("The fence is 6' high.", [(6, "=", "foot")]),
        ("It finished 13th and 21st.", [(13, "=", None), (21, "=", None)]),
    ],
    "signs of units": [
        ("23.1 C\nOslo", [(23.1, "=", "degree_Celsius")]),
        ("It runs at 3.2Ghz.", [(3.2, "=", "gigahertz")]),
        ("It holds 9 ksi.", [(9, "=", "kip_per_square_inch")]),
        ("The hum is at 60 HZ.", [(60, "=", "hertz")]),
        ("Margins rose 0.4 pp.", [(0.4, "=", "percentage_point")]),
        ("It pumps 900 BOE/d.", [(900, "=", "barrel of oil equivalent per day")]),
        ("It has 40 barrels of oil equivalent.", [(40, "=", "barrel of oil equivalent")]),
    ],
    "a level of a currency is money of it": [
        ("The rupee closed at 81.37 per dollar.", [(81.37, "=", "INR")]),
        ("The rupee rose 12 paise to 81.25 against the US dollar.", [(0.12, "=", "INR"), (81.25, "=", "INR")]),
        ("The yen fell to 151.2 per dollar.", [(151.2, "=", "JPY")]),
        ("The peso slid. The local currency opened at 17.42.", [(17.42, "=", "MXN")]),
        ("The rupee fell as the dollar index rose to 93.52.", [(93.52, "=", None)]),
        ("The pound rose to 1.27.", [(1.27, "=", None)]),
    ],
    "multiples and ratios": [
        ("Sales grew 2.5x.", [(2.5, "=", None)]),
        ("The shares trade at 12x earnings.", [(12, "=", None)]),
        ("It is 3x faster.", [(3, "=", None)]),
        ("The lens has 8× zoom.", [(8, "=", None)]),
        ("The pay ratio is 300 to 1.", [(300, "=", None)]),
        ("The ratio of cats to dogs was 2:1.", [(2, "=", None)]),
        ("The odds are 40 to 1.", [(40, "=", None)]),
    ],
    "ages of groups": [
        ("The over-80s will wait.", [(80, ">", "year")]),
        ("The under-fives will wait.", [(5, "<", "year")]),
        ("Over-60s pay less.", [(60, ">", "year")]),
        ("Under-21s get in free.", [(21, "<", "year")]),
        ("The over-70s and under-fours stay.", [(70, ">", "year"), (4, "<", "year")]),
        ("Those under the age of 16 may stay.", [(16, "<", "year")]),
        ("Children under 6 ride free.", [(6, "<", "year")]),
        ("She is in her sixties.", [((60, 69), "~", "year")]),
        ("A 40-something singer came.", [((40, 49), "~", "year")]),
    ],
    "over a period is when, not how long": [
        ("It cuts risk over a five-year period.", [(5, "=", "year")]),
        ("It rose over a 14 day period.", [(14, "=", "day")]),
        ("He won six cups over three spells.", [(6, "=", None), (3, "=", None)]),
        ("They met over two legs.", [(2, "=", None)]),
        ("It lasted over five years.", [(5, ">", "year")]),
    ],
    "vague amounts": [
        ("A multi-million-dollar deal was done.", [((10**6, 10**7), "range", "USD")]),
        ("A multi-billion euro fund closed.", [((10**9, 10**10), "range", "EUR")]),
        ("A multimillion pound deal was done.", [((10**6, 10**7), "range", "GBP")]),
        ("A couple hundred fans came.", [(200, "~", None)]),
        ("A couple of thousand fans came.", [(2000, "~", None)]),
        ("A couple dozen fans came.", [(24, "~", None)]),
    ],
    "nobody counts people in thousandths": [
        ("Some 6.000 people came.", [(6000, "~", None)]),
        ("It cost 450.000 VND.", [(450_000, "=", "VND")]),
        ("Police held 1.200 men.", [(1200, "=", None)]),
        ("It created 2.500 jobs.", [(2500, "=", None)]),
        ("It weighs 2.500 kg.", [(2.5, "=", "kilogram")]),
    ],
    "labels that are verbs here": [
        ("The fans number 6,000, police said.", [(6000, "=", None)]),
        ("A flood could level 40 homes.", [(40, "=", None)]),
        ("The court will issue 300 fines.", [(300, "=", None)]),
        ("The service hired 999 operators.", [(999, "=", None)]),
        ("In Toyota 200 people work.", [(200, "=", None)]),
        ("The Group of 12 nations met.", [(12, "=", None)]),
        ("She had 112 calls to answer.", [(112, "=", None)]),
    ],
}
ROWS = [(kind, text, found) for kind, rows in KINDS.items() for text, found in rows]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in ROWS], ids=[f"{kind}: {text}" for kind, text, _ in ROWS]
)
def test_a_kind_of_number_is_read_however_it_is_said(text: str, expected: list[tuple[Value, str, str | None]]) -> None:
    found = [
        (match.value if match.value is not None else (match.low, match.high), match.bound, match.unit)
        for match in find_numbers(text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Oil fell to $71 a barrel.", "barrel"),
        ("Petrol costs 83 cents per litre.", "liter"),
        ("It earned $1.20 per diluted share.", "share"),
        ("It pays £12 an hour.", "hour"),
        ("It costs €4/kg.", "kilogram"),
        ("Rents are $30 per square foot.", "square foot"),
        ("It had 12 deaths per 100,000 people.", "100,000 people"),
        ("It paid $5 million a court said was due.", None),
    ],
)
def test_what_an_amount_is_for_one_of_is_kept_outside_its_span(text: str, per: str | None) -> None:
    assert [match.per for match in find_numbers(text)] == [per]


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("One soldier was killed.", False),
        ("Two men died and one was critically wounded.", False),
        ("One of them died.", True),
        ("One guard has been shot.", False),
        ("It is one of the best.", True),
    ],
)
def test_one_dead_is_a_figure(text: str, weak: bool) -> None:  # noqa: FBT001 -- a row's cell
    assert find_numbers(text)[-1].weak == weak


def test_the_clocks_of_a_game_are_no_times() -> None:
    assert not find_grammar("Dahl scored at 3:20 into overtime and again at 14:05.")
