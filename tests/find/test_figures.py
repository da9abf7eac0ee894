"""What figures measure, on the parses of the default model: a bug is a row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clusterdoc.facts import Entity, Mention, Quote, Span, Speaker
from clusterdoc.find.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from clusterdoc.facts import Figure, Label

    Parse = Callable[[str], Doc]


def figure(parse: Parse, text: str, words: str) -> Figure:
    """Return the figure whose text is `words`."""
    found = find_figures(parse(text))
    return next(figure for figure in found if figure.text == words)


def mention(text: str, words: str, label: Label) -> Entity:
    """Return an entity that is named once."""
    start = text.index(words)
    return Entity("e1", label, words, None, (Mention(start, start + len(words), words),))


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("The shells have a dud rate of less than 2.35%.", "less than 2.35%", "dud rate"),
        ("They come with dud rates of between 30% and 40%.", "between 30% and 40%", "dud rates"),
        ("The law bans bombs with bomblet failure rates higher than 1%.", "higher than 1%", "bomblet failure rates"),
        ("The aid contains $800 million worth of arms and equipment.", "$800 million", "arms and equipment"),
        ("The fund is worth $5 million.", "$5 million", "fund"),
        ("She left a trust fund worth $5 million.", "$5 million", "trust fund"),
        ("They paid a total of $5m for flights.", "$5m", "flights"),
        ("The city got €20,000 in compensation.", "€20,000", "compensation"),
        ("The state spent 1.5% of its budget on military roads.", "1.5%", "military roads"),
        ("Forests make 20 percent of our planet's oxygen.", "20 percent", "oxygen"),
        ("It has hundreds of thousands of the projectiles in stock.", "hundreds of thousands", "projectiles"),
        ("The war enters its 500th day on Saturday.", "500th", "war"),
        ("Two French police officers were found guilty.", "Two", "French police officers"),
        ("He faces nine counts of fraud and six of theft.", "nine", "counts of fraud"),
        ("A village with a population of 50 people lies there.", "50", "population"),
        ("There were 85% more wildfires this year.", "85%", "wildfires"),
        ("The overall mortality rates were 49% last year.", "49%", "mortality rates"),
        ("The bank raised its key rate by 0.25 percentage points.", "0.25 percentage points", "key rate"),
        ("The storm lasted two hours.", "two hours", "storm"),
        ("The king suspended parliament for five weeks.", "five weeks", "suspended parliament"),
        ("They stood trial for three weeks of pain.", "three weeks", "pain"),
        ("A three-week trial ended.", "three-week", "trial"),
        ("He lifted a five-foot narwhal tusk.", "five-foot", "narwhal tusk"),
        ("At least 20 were killed.", "At least 20", "killed"),
        ("A toll of 27 dead shocked the town.", "27", "dead"),
        ("A nearly 50% drop in sales hurt the shop.", "nearly 50%", "sales"),
        ("Unions won a rise of 3.5% in wages.", "3.5%", "wages"),
        ("Dell announced plans to lay off 5% of its workforce.", "5%", "workforce"),
        ("The firm said it lost $5m.", "$5m", "lost"),
        ("Acme fell 3%, Initech by 2%.", "2%", "Initech"),
        ("A 2009 U.S. law bans exports.", "2009", None),
        ("They left at noon on Friday.", "Friday", None),
        ("Gains at firms such as Acme, up 3%, led the rally.", "3%", "Acme"),
        ("Acme shares have been on a run, up nearly 9%.", "nearly 9%", "Acme shares"),
        ("Acme rose $2 to $9, Initech climbed $3 to $7.", "$3", "Initech"),
        ("The agency sells old homes, ranging from $50,000 to $90,000.", "from $50,000 to $90,000", "old homes"),
        ("Acme lowered its guidance for the quarter ended June to $84 billion.", "$84 billion", "guidance"),
        ("Homes at the lake stay an average of 70 days.", "70 days", "stay"),
        ("Homes at the lake cost an average of $70.", "$70", "Homes"),
        ("The deal wiped $4 billion off its market value.", "$4 billion", "market value"),
        ("Revenue hit $3.8bn, beating the $3.7bn analysts had expected.", "$3.7bn", "Revenue"),
        ("A house on two acres sold for $6.75m.", "$6.75m", "house"),
        ("The yacht, 142 feet long and worth $30m, sank.", "$30m", "yacht"),
        ("He bought a 3.1-metre-long python.", "3.1-metre", "python"),
        ("It left a crater 10 metres wide and 4 metres deep.", "4 metres", "crater"),
        ("The index dropped 512.76 points.", "512.76", "index"),
        ("Nearly one in four children is ill.", "Nearly one in four", "children"),
        ("Prosecutors say he stole $2.4 million.", "$2.4 million", "stole"),
        ("The drive helps children under 5 years of age at home.", "under 5 years of age", "children"),
        ("Police held suspects aged between 22 and 61.", "between 22 and 61", "suspects"),
        ("The court awarded her $75,000 in damages plus costs of $12,000.", "$75,000", "damages"),
        ("A 6.1-magnitude quake hit the coast.", "6.1", "quake"),
        ("The court ordered the firm to pay $2.1 billion.", "$2.1 billion", "pay"),
        ("The ceasefire will last 72 hours.", "72 hours", "ceasefire"),
        ("The price of a new car hit a record $48,451, 12% higher than a year before.", "12%", "price"),
        ("Hospitals had 90 cases, bringing the total to 112,400.", "112,400", "total"),
        ("You can see the pound falling to $1 and it going back to $1.50.", "$1.50", "pound"),
        ("It would save $500 million.", "$500 million", "save"),
        ("Two days prior to the vote, he left.", "Two days", None),
    ],
)
def test_a_figure_knows_what_it_measures(parse: Parse, text: str, words: str, of: str | None) -> None:
    found = figure(parse, text, words).of
    assert (found.text if found else None) == of
    assert found is None or text[found.start : found.end] == of


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        (
            "Sent were 155mm howitzers, 155mm and 105mm artillery ammunition.",
            ("155mm", "105mm"),
            "artillery ammunition",
        ),
        ("Rates were 49% for one drug, 53% for the other.", ("49%", "53%"), "Rates"),
        ("Sales rose 3% to $4bn.", ("3%", "$4bn"), "Sales"),
        ("Unemployment rose from 3% to 5%.", ("3%", "5%"), "Unemployment"),
        ("The drive is 5 miles (8 km).", ("5 miles", "8 km"), "drive"),
        ("The dropout rate is 3%, against 11% in May.", ("3%", "11%"), "dropout rate"),
        ("Of the 1,100 cases, 730 were mild.", ("1,100", "730"), "cases"),
        ("Crude oil gained $1.42, or 1.8%.", ("$1.42", "1.8%"), "Crude oil"),
        ("The first bomb went off in the hall; the second in the yard.", ("first", "second"), "bomb"),
    ],
)
def test_figures_share_what_they_measure(parse: Parse, text: str, words: tuple[str, str], of: str) -> None:
    found = [figure for figure in find_figures(parse(text)) if figure.text in words][-2:]
    assert [figure.of.text for figure in found if figure.of] == [of, of]


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("More than 5,000 people came.", "More than 5,000", "person"),
        ("It has hundreds of thousands of the projectiles.", "hundreds of thousands", "projectile"),
        ("Two of her sons left.", "Two", "son"),
        ("Police arrested three.", "three", "person"),
        ("Fewer than 200 showed up.", "Fewer than 200", "person"),
        ("Three others were hurt.", "Three", "person"),
        ("This is the 42nd drawdown.", "42nd", "drawdown"),
        ("They bought two or three boats.", "two or three", "boat"),
        ("The town has 2,000 residents, up from 1,500.", "1,500", "resident"),
        ("The car went from 21 mpg to 24.", "24", "mile per gallon"),
        ("The bank cut its target to 140 kronor from 165.", "165", "SEK"),
        ("He worked there for the 50 previous years.", "50", "year"),
        ("It comes with four- and six-cylinder engine options.", "four", "cylinder"),
        ("They gave up two second-round picks.", "two", "pick"),
        ("They may add another pick or two.", "two", "pick"),
        ("She stayed a week or two.", "two", "week"),
        ("There were 12 attacks in March, compared with nine in May.", "nine", "attack"),
        ("With 27 still missing, the search went on.", "27", "person"),
        ("Officials said 190 were dead.", "190", "person"),
        ("In all, 81 have lost their lives.", "81", "person"),
        ("According to reports, of the 40 passengers, 22 were monks.", "22", "passenger"),
        ("He missed 12 of 19 from the field.", "12", None),
        ("The average family of four spends more.", "four", "person"),
        ("A 6.1-magnitude quake hit the coast.", "6.1", "magnitude"),
        ("The firm hired 250 engineers and plans to add another 150.", "150", "engineer"),
        ("The truce will last 72 hours and may go on for another 48.", "48", "hour"),
    ],
)
def test_a_count_has_the_unit_of_what_is_counted(parse: Parse, text: str, words: str, unit: str | None) -> None:
    assert figure(parse, text, words).unit == unit


@pytest.mark.parametrize(
    ("text", "words", "trend", "role"),
    [
        ("Sales rose 3% to $4bn.", "3%", "up", "change"),
        ("Sales rose 3% to $4bn.", "$4bn", "up", "to"),
        ("Sales fell from $5bn to $4bn.", "$5bn", "down", "from"),
        ("Output will rise to 4% of GDP.", "4%", "up", "to"),
        ("Ford fell 2%, GM 3% and Tesla 5%.", "5%", "down", "change"),
        ("Profit fell to $610 million, or 11.7% of sales.", "11.7%", None, "level"),
        ("The Sensex gained 311.20 points to close at 60,120.45.", "60,120.45", "up", "to"),
        ("The Nasdaq added 31.16 points to 11,672.", "31.16", "up", "change"),
        ("Sales fell from $5bn to $4bn.", "$4bn", "down", "to"),
        ("The bank cut its rate by 0.5 percentage points.", "0.5 percentage points", "down", "change"),
        ("The index ended down 1%.", "1%", "down", "change"),
        ("Shares are up nearly 57% this year.", "nearly 57%", "up", "change"),
        ("The index: Dow +0.2%.", "+0.2%", "up", "change"),
        ("A nearly 50% drop in sales hurt the shop.", "nearly 50%", "down", "change"),
        ("There were 85% more wildfires.", "85%", "up", "change"),
        ("It has a dud rate higher than 1%.", "higher than 1%", None, "level"),
        ("The startup raised $5m.", "$5m", None, "level"),
        ("They gave up 517 yards.", "517 yards", None, "level"),
        ("The rate is 5%.", "5%", None, "level"),
        ("Profit was revised upward by $40m.", "$40m", "up", "change"),
        ("Up to 15 inches of rain fell.", "Up to 15 inches", None, "level"),
        ("The ship shot down 14 of 17 drones.", "14", None, "level"),
        ("Outages are down from a peak of 2.1 million.", "2.1 million", "down", "from"),
        ("Prices rose to a median of $512,000.", "$512,000", "up", "to"),
        ("Output fell by 40,000 tonnes, or about 12%.", "about 12%", "down", "change"),
        ("The index dropped 512.76 points.", "512.76", "down", "change"),
        ("Tuition will go up by $1,200, to $31,400.", "$31,400", "up", "to"),
        ("Margins widened to 18% from 15%.", "15%", "up", "from"),
        ("She lifted 107 kilos.", "107 kilos", None, "level"),
        ("It crashed six minutes after takeoff.", "six minutes", None, "level"),
    ],
)
def test_a_change_is_told_from_a_level(parse: Parse, text: str, words: str, trend: str | None, role: str) -> None:
    found = figure(parse, text, words)
    assert (found.trend, found.role) == (trend, role)


@pytest.mark.parametrize(
    ("text", "words", "name", "of"),
    [
        ("Jane Roe, 34, leads the council.", "34", "Jane Roe", "Jane Roe"),
        ("Another brother, 22, was found.", "22", None, "brother"),
        ("The defendant, 41, and her husband, 39, deny it.", "39", None, "husband"),
        ("She was 40 when it ended.", "40", None, "She"),
        ("Lee, the chairman of the board, was 68.", "68", "Lee", "Lee"),
        ("The 28-year-old Max Muster ran.", "28-year-old", "Max Muster", "Max Muster"),
    ],
)
def test_a_bare_number_after_a_person_is_an_age(parse: Parse, text: str, words: str, name: str | None, of: str) -> None:
    entities = (mention(text, name, "PERSON"),) if name else ()
    found = next(figure for figure in find_figures(parse(text), entities) if figure.text == words)
    assert (found.kind, found.unit, found.of and found.of.text) == ("age", "year", of)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("A Boxcar 900 landed.", "Boxcar 900", "PRODUCT"),
        ("They stormed Zone 77 at noon.", "Zone 77", "FAC"),
        ("The Big Seven met.", "The Big Seven", "ORG"),
    ],
)
def test_a_number_inside_a_name_is_no_figure(parse: Parse, text: str, name: str, label: Label) -> None:
    found = find_figures(parse(text), (mention(text, name, label),))
    assert not [figure for figure in found if figure.kind not in {"date", "time"}]


def quote(id: str, text: str, words: str, speaker: str | None, *, scare: bool = False) -> Quote:  # noqa: A002 -- the field
    start = text.index(words)
    by = Speaker(None, None, None, speaker, None) if speaker else None
    return Quote(id, "direct", (Span(start, start + len(words), words),), words, None, by, scare)


def test_the_innermost_quote_states_the_figure_and_a_known_speaker_is_named(parse: Parse) -> None:
    text = 'He said "they told me that 5 men" and "7 dogs" came. 9 cats left.'
    outer = quote("q1", text, '"they told me that 5 men"', "Ann Lee")
    inner = quote("q2", text, "5 men", None)
    scare = quote("q3", text, '"7 dogs"', None, scare=True)
    found = find_figures(parse(text), (), (outer, inner, scare))
    assert [(f.value, f.quote, f.speaker) for f in found] == [(5, "q2", "Ann Lee"), (7, None, None), (9, None, None)]


def test_nobody_states_what_stands_in_a_table(parse: Parse) -> None:
    text = "He said sales grew:\nNet Sales | $5m | 6%\nThey grew 4%."
    found = find_figures(parse(text), (), (quote("q1", text, text[8:], "Ann Lee"),))
    assert [(f.text, f.speaker) for f in found] == [("$5m", None), ("6%", None), ("4%", "Ann Lee")]


def test_a_conversion_points_at_what_it_converts(parse: Parse) -> None:
    first, second = find_figures(parse("It lies 5 miles (8 km) away."))
    assert (first.id, second.id, second.same_as) == ("f1", "f2", "f1")


STORIES = sorted((Path(__file__).parent.parent / "gold" / "stories").glob("*.txt"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_a_sentence_added_at_the_end_changes_no_figure_before_it(parse: Parse, story: Path) -> None:
    text = story.read_text(encoding="utf-8")
    before = find_figures(parse(text))
    after = find_figures(parse(text + "\nPrices rose 5% to $3 in 2020, and two of them died."))
    assert after[: len(before)] == before
    assert len(after) > len(before)
