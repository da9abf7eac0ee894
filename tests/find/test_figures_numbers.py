"""The number grammar by example: a bug is a row."""

from __future__ import annotations

import pytest

from clusterdoc.find.figures.numbers import NumberMatch, find_grammar, find_numbers


def only(text: str) -> NumberMatch:
    """Return the one number of a text."""
    found = find_numbers(text)
    assert len(found) == 1, [text[match.start : match.end] for match in found]
    return found[0]


def values(text: str) -> list[object]:
    """Return the value, or the two ends, of every number of a text."""
    return [match.value if match.value is not None else (match.low, match.high) for match in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "span", "value", "bound", "unit"),
    [
        ("a dud rate of less than 2.35%", "less than 2.35%", 2.35, "<", "percent"),
        ("worth of aid totaling $800 million", "$800 million", 800_000_000, "=", "USD"),
        ("they sent 155mm howitzers", "155mm", 155, "=", "millimeter"),
        ("more than 5,000 people marched", "more than 5,000", 5000, ">", None),
        ("no fewer than 12 bridges fell", "no fewer than 12", 12, ">=", None),
        ("up to C$1.2bn was lost", "up to C$1.2bn", 1_200_000_000, "<=", "CAD"),
        ("it holds 400-odd prisoners", "400-odd", 400, "~", None),
        ("it takes 10 minutes or more", "10 minutes or more", 10, ">=", "minute"),
        ("the 200-plus pages", "200-plus", 200, ">=", None),
        ("just under $4m", "just under $4m", 4_000_000, "<", "USD"),
        ("within an hour of the storm", "within an hour", 1, "<=", "hour"),
        ("sub-7 nanometer chips", "sub-7 nanometer", 7, "<", "nanometer"),
        ("a broken tag>\n30 tonnes", "30 tonnes", 30, "=", "metric_ton"),
        ("a yield of >\u00a030 tonnes", ">\u00a030 tonnes", 30, ">", "metric_ton"),
        ("a yield of >= 30 tonnes", ">= 30 tonnes", 30, ">=", "metric_ton"),
        ("there is one MP for the north", "one", 1, "=", None),
        ("it has a 12 MP camera", "12 MP", 12, "=", "megapixel"),
        ("prices crept back up to 4.8 percent", "4.8 percent", 4.8, "=", "percent"),
        ("it will raise money over five years", "five years", 5, "=", "year"),
        ("it took over five years", "over five years", 5, ">", "year"),
        ("half of one percent of cases", "half of one percent", 0.5, "=", "percent"),
        ("rates are up a quarter point", "a quarter point", 0.25, "=", "percentage_point"),
        ("over than 60% of the mills", "over than 60%", 60, ">", "percent"),
        ("- 1 4/5", "- 1 4/5", -1.8, "=", None),
        ("Percent of 10.", "Percent of 10", 10, "=", "percent"),
        ("3/16 of a US pint", "3/16 of a US pint", 0.1875, "=", "pint"),
    ],
)
def test_a_number_has_its_bound_and_unit_in_its_span(
    text: str, span: str, value: float, bound: str, unit: str | None
) -> None:
    match = only(text)
    assert (text[match.start : match.end], match.value, match.bound, match.unit) == (span, value, bound, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("it has 1 234 567 homes", 1_234_567),
        ("it has 1\u202f200 homes", 1200),
        ("it has 12,34,567 homes", 1_234_567),
        ("it has 1’234’567 homes", 1_234_567),
        ("it has 1.234.567,89 homes", 1_234_567.89),
        ("it holds 1,5 litres", 1.5),
        ("about 2½ homes", 2.5),
        ("2 1/2 homes", 2.5),
        ("2.5×10⁶ cells", 2_500_000),
        ("10⁶ cells", 1_000_000),
        ("1.3e6 cells", 1_300_000),
        ("losses were (3.2) million", -3_200_000),
        ("it fell to minus 12 degrees", -12),
        ("it was −1.5% lower", -1.5),
        ("one thousand three hundred and five clerks", 1305),
        ("two and a half million votes", 2_500_000),
        ("two hundred and two thousand votes", 202_000),
        ("one million and two hundred and five thousand votes", 1_205_000),
        ("one million and two hundred and five votes", 1_000_205),
        ("twenty-one trillion and three hundred grains", 21_000_000_000_300),
        ("nine point nought four seconds", 9.04),
        ("half a million homes", 500_000),
        ("three quarters of a million homes", 750_000),
        ("a hundred and two homes", 102),
        ("two dozen eggs", 24),
        ("₹2 lakh crore", 2_000_000_000_000),
        ("4.3m users", 4_300_000),
        ("300k subscribers", 300_000),
        ("0.03 mm", 0.03),
        ("it raised $12.2million", 12_200_000),
        ("a month and a half", 1.5),
        ("two years and a half", 2.5),
        ("plus or minus 3.5 points", 3.5),
        ("2,000.45±0.01 pounds", 2000.45),
        ("three hundred and two dozen eggs", 324),
        ("two and fifty-four hundredths", 2.54),
        ("one one-hundredth of a second", 0.01),
        ("one hundredth of a second", 0.01),
        ("one one hundred and fifth", 1 / 105),
        ("the hundred and fiftieth anniversary", 150),
    ],
)
def test_numbers_are_read_however_they_are_written(text: str, value: float) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("HK $5.4m", 5_400_000, "HKD"),
        ("$US55,931,000", 55_931_000, "USD"),
        ("500 million Canadian dollars", 500_000_000, "CAD"),
        ("7.5 million Danish crowns", 7_500_000, "DKK"),
        ("USD10m", 10_000_000, "USD"),
        ("RM23.50", 23.5, "MYR"),
        ("Rs.30", 30, "INR"),
        ("1,200€", 1200, "EUR"),
        ("500 лв", 500, "BGN"),
        ("﷼500", 500, "IRR"),
        ("Kč50", 50, "CZK"),
        ("612p", 6.12, "GBP"),
        ("it fell to 612 p,", 6.12, "GBP"),
        ("Rupees 500 crore", 5_000_000_000, "INR"),
        ("a us $ 150 million loan", 150_000_000, "USD"),
        ("99 cents", 0.99, "USD"),
        ("$75 U.S.", 75, "USD"),
        ("20 million pounds", 20_000_000, "GBP"),
        ("82 pounds", 82, "pound"),
        ("¥590bn", 590_000_000_000, "JPY"),
        ("a minus-$5 swing", -5, "USD"),
        ("three dollars and 50 cents", 3.5, "USD"),
        ("17 USD 25.", 17.25, "USD"),
        ("75 USD million", 75_000_000, "USD"),
        ("twenty MUSD", 20_000_000, "USD"),
    ],
)
def test_money_is_in_main_units_of_its_currency(text: str, value: float, unit: str | None) -> None:
    match = only(text)
    assert (match.value, match.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("about 0.2 moles of oxygen", "mole"),
        ("120mph", "mile_per_hour"),
        ("188 miles an hour", "mile_per_hour"),
        ("100km/hr", "kilometer_per_hour"),
        ("12 km²", "square kilometer"),
        ("50 sq m", "square meter"),
        ("40 barrels per day", "barrel per day"),
        ("21 mpg", "mile per gallon"),
        ("-5°C", "degree_Celsius"),
        ("30° Celsius", "degree_Celsius"),
        ("86 ° Fahrenheit", "degree_Fahrenheit"),
        ("98 degrees Fahrenheit", "degree_Fahrenheit"),
        ("it was 24 degrees", "degree"),
        ("turn 45 degrees", "arcdegree"),
        ("300 lb-ft", "foot_pound"),
        ("50 ft-lbs", "foot_pound"),
        ("50 sq. m", "square meter"),
        ("50 sq. in.", "square inch"),
        ("30 pounds per square inch", "pound_force_per_square_inch"),
        ("a 1 Gbps link", "gigabit per second"),
        ("she holds two degrees", None),
        ("½ cup of milk", "cup"),
        ('a tube 10" long', "inch"),
        ("20 J/m^2 per year", "joule per square meter per year"),
        ("37 billion U.S. gallons", "gallon"),
        ("4km^3", "cubic kilometer"),
        ("1.3 A/cm2", "ampere per square centimeter"),
        ("20 (kg)", "kilogram"),
        ("0.25 percentage points", "percentage_point"),
        ("half a point", "percentage_point"),
    ],
)
def test_units_are_names_that_pint_parses(text: str, unit: str | None) -> None:
    assert only(text).unit == unit


@pytest.mark.parametrize(
    ("text", "ends", "unit"),
    [
        ("between 30% and 40%", (30, 40), "percent"),
        ("$5-7 million", (5_000_000, 7_000_000), "USD"),
        ("$5-8,000", (5000, 8000), "USD"),
        ("10–15 km", (10, 15), "kilometer"),
        ("$3 billion to $5 billion", (3_000_000_000, 5_000_000_000), "USD"),
        ("four to six weeks", (4, 6), "week"),
        ("one or two guards", (1, 2), None),
        ("more than 10 and less than 40 guards", (10, 40), None),
        ("hundreds of thousands of shells", (100_000, 1_000_000), None),
        ("dozens of shells", (24, 99), None),
        ("hundreds of miles away", (100, 1000), "mile"),
        ("dozens of hours", (24, 99), "hour"),
        ("tens of millions of euros", (10**7, 10**8), "EUR"),
        ("hundreds of second graders", (100, 1000), None),
        ("several hundred shells", (100, 1000), None),
        ("double-digit growth", (10, 99), None),
        ("in her 30s", (30, 39), "year"),
        ("between the ages of 18 and 29", (18, 29), "year"),
        ("lows ranged from -18 °C to -34 °C", (-34, -18), "degree_Celsius"),
        ("people aged 16 to 18 years", (16, 18), "year"),
        ("for women between 20 and 35.", (20, 35), "year"),
        ("a six-figure salary", (100_000, 999_999), None),
    ],
)
def test_two_ends_are_one_range(text: str, ends: tuple[float, float], unit: str | None) -> None:
    match = only(text)
    assert ((match.low, match.high), match.unit) == (ends, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Support rose from 3% to 5%.", [3, 5]),
        ("It grew by $4bn to $9bn.", [4_000_000_000, 9_000_000_000]),
        ("Growth slowed from 4.8 to 4.7 percent.", [4.8, 4.7]),
        ("They won 3-1 and lost 2-6.", []),
        ("The house voted 230-to-198.", []),
        ("The vote was 51–49.", []),
        ("They kept the cup with a 22 points to 10 win.", []),
        ("The index rose 22 points to 10.", [22, 10]),
    ],
)
def test_changes_and_scores_are_no_ranges(text: str, expected: list[float]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("One in five adults", "ratio", 0.2),
        ("two out of three voters", "ratio", 2 / 3),
        ("nearly two-thirds of sales", "ratio", 2 / 3),
        ("a fifth of the crop", "ratio", 0.2),
        ("sales tripled", "ratio", 3),
        ("exports grew tenfold", "ratio", 10),
        ("a ratio of 3:1", "ratio", 3),
        ("a factor of two", "ratio", 2),
        ("half of them left", "ratio", 0.5),
        ("the 42nd drawdown", "ordinal", 42),
        ("the second blast", "ordinal", 2),
        ("she finished third", "ordinal", 3),
        ("a third officer", "ordinal", 3),
        ("and a fourth from Germany", "ordinal", 4),
        ("a three-year-old boy", "age", 3),
        ("Over 65s may apply", "age", 65),
        ("every man over 50 must leave", "age", 50),
        ("13 times average earnings", "ratio", 13),
        ("Ana Ruiz, 34, was freed", "age", 34),
        ("a daughter aged 17", "age", 17),
        ("He was 101 and died at home", "age", 101),
        ("a five-year sentence", "duration", 5),
        ("3 hours and 20 minutes", "duration", 200),
        ("6ft 2in tall", "measure", 74),
        ("5'11\" tall", "measure", 71),
    ],
)
def test_kinds_are_told_apart(text: str, kind: str, value: float) -> None:
    match = only(text)
    assert (match.kind, match.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "An F-16 landed.",
        "a detailed map[3] of the site.[12]",
        "Call 555-0199 or +44 20 7946 0958.",
        "See Sections 230 and 231.",
        "He lives at 10 Downing Street.",
        "They met at 36 Quai des Fleurs.",
        "COVID-19 and H1N1 spread.",
        "The Group of Seven met.",
        "On the one hand, no one knows.",
        "He waited a second.",
        "It is at 192.168.1.2 or https://example.org/12/34.",
        "Dial 911 (the emergency line).",
        "[N2]-CO2 filled it.",
        "The 14th Amendment stands.",
        "He took first aid.",
        "at 0300 sharp",
        "1. Open the door.",
        "the 737 MAX",
        "He doubled down.",
        "post 677987721273458689",
        "the bottle 25A",
    ],
)
def test_names_and_idioms_are_no_figures(text: str) -> None:
    assert values(text) == []


def test_a_conversion_is_linked_to_what_it_converts() -> None:
    first, second, third = find_numbers("to pay €20,000 (£17,500; US$22,900) now")
    assert (first.same_as, second.same_as, third.same_as) == (None, first.start, first.start)
    five, eight = find_numbers("5 miles (8 km) off")
    assert eight.same_as == five.start


def test_the_rate_of_money_is_kept_outside_its_span() -> None:
    match = only("oil at $82.47 a barrel")
    assert (match.value, match.per, match.end) == (82.47, "barrel", len("oil at $82.47"))


def test_a_bare_one_is_weak_and_a_counted_one_is_not() -> None:
    assert only("It is one of the best.").weak
    assert not only("It failed by one vote.").weak
    assert [match.weak for match in find_numbers("five soldiers and one guard")] == [False, False]


def test_a_year_that_counts_something_is_a_number() -> None:
    text = "It has more than 1000 customers since 2019."
    found = [text[match.start : match.end] for match in find_grammar(text)]
    assert found == ["more than 1000", "2019"]


def test_a_currency_belongs_to_one_number() -> None:
    assert [match.unit for match in find_numbers("10 rmb 20 usd")] == ["CNY", "USD"]


def test_what_others_claimed_is_left_alone() -> None:
    assert find_numbers("May 15, 300 people", [(0, 6)])[0].value == 300
