"""Kinds of construction, each with variants of its own: what is said, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from clusterdoc.find import find_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

# text ("¶" is a paragraph break), and "content <- speaker" of each quote, "?" for a speaker that is not known
NOT_TO: Final = [
    ("The union promised not to strike.", ["not to strike <- The union"]),
    ("Lena Ott vowed never to return.", ["never to return <- Lena Ott"]),
    ("Police told drivers not to use the bridge.", ["not to use the bridge <- Police"]),
    ("Bo Dahl urged members not to sell.", ["not to sell <- Bo Dahl"]),
    ("The mayor asked visitors not to feed the birds.", ["not to feed the birds <- The mayor"]),
]
NOT_SAID: Final = [
    ("Nobody said rents fell.", []),
    ("No official said that rents fell.", []),
    ("None of them said that rents fell.", []),
    ("If Lena Ott says that rents fell, the market will drop.", []),
    ("Unless the bank says that rates will fall, the firm will close.", []),
    ("Lena Ott might say that rents fell.", []),
    ("A trader, who asked not to be named, said the deal was off.", ["the deal was off <- A trader"]),
    ("An aide who asked not to be identified said rents fell.", ["rents fell <- An aide"]),
    ("On day two, the captain declared.", []),
    ("As he concluded the speech, Bo Dahl wept.", []),
    ("Shares were up again, as many of the firms reported better than hoped figures.", []),
]
ADDRESSEES: Final = [
    ("Bo Dahl told reporters rents fell.", ["rents fell <- Bo Dahl"]),
    ("Bo Dahl warned staff jobs would go.", ["jobs would go <- Bo Dahl"]),
    ("Lena Ott told lawmakers taxes would rise.", ["taxes would rise <- Lena Ott"]),
    ("Ott told the ‘Tonight’ programme it was ‘a shame’.", ["it was ‘a shame’ <- Ott"]),
]
SPLIT: Final = [
    ("It was chance, she said in a letter, that saved the crew.", ["It was chance … that saved the crew <- ?"]),
    ("Rents will fall, Lena Ott told the council.", ["Rents will fall <- Lena Ott"]),
    (
        "Sales rose again, Bo Dahl, a trader at Acme who has followed the firm for years, told NPR.",
        ["Sales rose again <- Bo Dahl"],
    ),
]
GOING_ON: Final = [
    (
        "Lena Ott said rents are likely to fall in May, and the council would wait.",
        ["rents are likely to fall in May, and the council would wait <- Lena Ott"],
    ),
    (
        "The firm said it had lost money, but it would open two plants.",
        ["it had lost money, but it would open two plants <- The firm"],
    ),
    ("Lena Ott said rents fell, and Bo Dahl laughs.", ["rents fell <- Lena Ott"]),
]
ROWS: Final = [
    (
        "Lena Ott stated that 58 of the cases are in court, 96 files are with the office, and 201 are still open.",
        ["that 58 of the cases are in court, 96 files are with the office, and 201 are still open <- Lena Ott"],
    ),
    ("Rents fell (the bank later said that they rose).", ["that they rose <- the bank"]),
    (
        "Lena Ott said that Bo Dahl called Amy Kerr on Friday to express regret to her.",
        ["that Bo Dahl called Amy Kerr on Friday to express regret to her <- Lena Ott"],
    ),
]
TAILS: Final = [
    ("Ann Lee said: “Sales fell to $3m.” She left at noon.", ["“Sales fell to $3m.” <- Ann Lee"]),
    (
        'Prosecutors alleged that Nora Vance and Paul Dietz, on duty then, "played dice," slept in a van and left.',
        ['that Nora Vance and Paul Dietz, on duty then, "played dice," slept in a van and left <- Prosecutors'],
    ),
    (
        "Acme reported a loss of $4m that beat forecasts as costs jumped.",
        ["a loss of $4m that beat forecasts <- Acme"],
    ),
]
UNITS: Final = [
    ("Lena Ott said the road would cost £4m. The council disagreed.", ["the road would cost £4m <- Lena Ott"]),
    ("Lena Ott said the tunnel was 7km. It was dug in 2020.", ["the tunnel was 7km <- Lena Ott"]),
]
TWO_SPEAKERS: Final = [
    ("“It’s a farce,” Kerr said; “it’s fine,” said Ott.", ["“It’s a farce,” <- Kerr", "“it’s fine,” <- Ott"]),
]
SPEAKERS: Final = [
    # a possessor in a title tells nothing of its bearer
    ("Hugo Hale, Queen Adela's nephew, rose. “We won,” he said.", ["“We won,” <- Hugo Hale"]),
    # an unnamed source that spoke, not the reporter
    (
        "Our reporter Jon Weir writes:¶The train braked late, a source at the ministry said.¶“It was fast,” he said.",
        ["The train braked late <- a source at the ministry", "“It was fast,” <- a source at the ministry"],
    ),
    # an age is somebody's
    ("Lena Ott, 34, joined in May. Bo Dahl, 51, left. “We won,” said the 34-year-old.", ["“We won,” <- Lena Ott"]),
    ("The new coach, Rui Lopes, spoke on Monday. The 56-year-old said: “I am glad.”", ["“I am glad.” <- Rui Lopes"]),
    # several people are not one of them
    (
        "The defendants, Bo Dahl, Amy Kerr and Tim Ott, said it was theirs.",
        ["it was theirs <- The defendants, Bo Dahl, Amy Kerr and Tim Ott"],
    ),
    # "they" of one person
    (
        "Sam Smith said they would sing. They said it was fun.",
        ["they would sing <- Sam Smith", "it was fun <- Sam Smith"],
    ),
    # a name goes without its article
    ("Omar al-Nasri spoke in Oslo on Monday. “We won the day,” Nasri said.", ["“We won the day,” <- Omar al-Nasri"]),
    # the dateline does not speak
    ("OSLO, March 4 (Reuters) - Acme said profits rose.", ["profits rose <- Acme"]),
    # a paragraph in marks after a sentence of saying
    (
        "Asked if the road would close, Supt Holm said it was likely.¶“We will know more on Monday.”",
        ["it was likely <- Holm", "“We will know more on Monday.” <- Holm"],
    ),
]
MARKS: Final = [
    # a mark that measures closes nothing
    ("“I am 6'2\" and still growing,” laughed Lena Ott.", ["“I am 6'2\" and still growing,” <- Lena Ott"]),
    ('"The 12" single sold well," said Bo Dahl.', ['"The 12" single sold well," <- Bo Dahl']),
    # single marks that open every paragraph
    (
        "Coach Amy Wells, from Hull, said: ‘We worked hard.¶‘Many of us ran for miles.¶‘We start again in May.’",
        ["‘We worked hard. … ‘Many of us ran for miles. … ‘We start again in May.’ <- Amy Wells"],
    ),
    (
        "‘We will act,’ said Ann Lee. ‘We must.¶‘We start now.’",
        ["‘We will act,’ … ‘We must. … ‘We start now.’ <- Ann Lee"],
    ),
    # that was all
    ('"No comment." That was all the lawyer would say.', ['"No comment." <- the lawyer']),
    ('"I quit," was all Dahl said.', ['"I quit," <- Dahl']),
    ('"It is over." That is what Lena Ott said.', ['"It is over." <- Lena Ott']),
    # any verb that touches a closing mark
    ("“We won.” grinned Lena Ott.", ["“We won.” <- Lena Ott"]),
]
CUES: Final = [
    ("The defendants pleaded not guilty.", ["not guilty <- The defendants"]),
    ("The plan was described as a disaster by Lena Ott.", ["The plan … as a disaster <- Lena Ott"]),
    ("As per exchange data, investors bought shares.", ["investors bought shares <- exchange data"]),
    (
        "The daily, citing an anonymous source, reported that talks had stalled.",
        ["that talks had stalled <- The daily"],
    ),
    ("Announcing the ban on Friday, Lena Ott said rents fell.", ["rents fell <- Lena Ott"]),
    ("The evidence suggests a crime.", []),
    ("The forest fires threatened to burn the town.", []),
    ("There are words to describe each kind of wood.", []),
]
BLOCKS: Final = [
    (
        "Speaking in Leeds, Lena Ott said:¶I am proud of it, and we will go on.",
        ["I am proud of it, and we will go on. <- Lena Ott"],
    ),
    (
        "The mayor will answer all questions in May.¶– A spokesman",
        ["The mayor will answer all questions in May. <- A spokesman"],
    ),
    ("BREAKING: Two men were held in Porto, police said.", ["Two men were held in Porto <- police"]),
    ("EBITDA: $12m vs $9m", []),
    ("ARPU: 14.20 (2023: 13.10)", []),
    ("GDP: +3.1%", []),
    ("CAPEX: €3m", []),
    ("VAT: 20 per cent", []),
    ("OTT: 40 of them left.", ["40 of them left. <- OTT"]),
    ("OTT: Go home.¶KERR: Why?¶OTT: It is late.", ["Go home. <- OTT", "Why? <- KERR", "It is late. <- OTT"]),
]
# a gerund that is the subject of what is said; a denial of something that nobody claims; an object in front of its cue
NO_CUES: Final = [
    ("Kerr said denying the men a hearing broke the law.", ["denying the men a hearing broke the law <- Kerr"]),
    ("Ott argued denying bail to the men was cruel.", ["denying bail to the men was cruel <- Ott"]),
    ("Ott wrote denying that he stole the cash.", ["that he stole the cash <- Ott"]),
    ("Ott wrote denying he stole the cash.", ["he stole the cash <- Ott"]),
    ("Ott denied wrongdoing.", ["wrongdoing <- Ott"]),
    ("Congress had denied funding for the wall.", []),
    ("The ministry denied visas to two reporters.", []),
    ("The judge denied him bail.", []),
    ("A court denied the appeal.", []),
    ("It ended the state of emergency Norway President Bo Kerr declared last Friday so he could rest.", []),
    ("It is the tax cut Governor Bo Kerr announced last week.", []),
    ("Ott, widely dubbed the “queen of corn”, is head of Kerr Farms.", []),
    ("Bo Dahl, once nicknamed “the Hammer”, became coach of the club.", []),
    ("Lena Ott, sometimes called “the Iron Mayor”, is chief executive of Full Moon.", []),
]
# What stands behind the comma of a source begins what it says where no other comma follows.
BEHIND_COMMAS: Final = [
    (
        "According to NPR, former mayor of the city of Leeds Lena Ott has won 40 seats.",
        ["former mayor of the city of Leeds Lena Ott has won 40 seats <- NPR"],
    ),
    (
        "According to Reuters, former head of the bank Bo Kerr has sold his home.",
        ["former head of the bank Bo Kerr has sold his home <- Reuters"],
    ),
    ("According to Lena Ott, mayor of Leeds, rents fell.", ["rents fell <- Lena Ott"]),
]
# What leads with a colon to a sentence in marks is a quote of its own where the parse gives the cue no more.
BEFORE_COLONS: Final = [
    (
        "Lena Ott of the Health Board told the press the new drugs were only part of the answer: “We need care.”",
        ["the new drugs were only part of the answer <- Lena Ott", "“We need care.” <- Lena Ott"],
    ),
    (
        "Lena Ott of the Board said the pumps were only half of the answer: “We need pipes.”",
        ["the pumps were only half of the answer <- Lena Ott", "“We need pipes.” <- Lena Ott"],
    ),
    (
        "Bo Dahl conceded that the harvest had failed: “It never rained.”",
        ["that the harvest had failed <- Bo Dahl", "“It never rained.” <- Bo Dahl"],
    ),
    (
        "The mayor warned that the dam could burst: “We have to leave.”",
        ["that the dam could burst <- The mayor", "“We have to leave.” <- The mayor"],
    ),
    (
        "Lena Ott added that the deal was dead: “There is no way back.”",
        ["that the deal was dead <- Lena Ott", "“There is no way back.” <- Lena Ott"],
    ),
    (
        "Bo Kerr of the World Health Fund (WHF) told the press the new pumps were only part of it: “We need care.”",
        ["the new pumps were only part of it <- Bo Kerr", "“We need care.” <- Bo Kerr"],
    ),
    ("Lena Ott said in Leeds: “Not a chance.”", ["“Not a chance.” <- Lena Ott"]),
]
# What stands outside the brackets of a cue is the writer's.
IN_BRACKETS: Final = [
    (
        "Bo Kerr fell ill on Friday (her office later disclosed that she has pneumonia).",
        ["that she has pneumonia <- her office"],
    ),
    ("The bridge closed in May (the council said that it was unsafe).", ["that it was unsafe <- the council"]),
    (
        "Sales fell again in June (the firm claims that rain kept buyers at home).",
        ["that rain kept buyers at home <- the firm"],
    ),
    ("Rents rose last year (Lena Ott denied that she had raised them).", ["that she had raised them <- Lena Ott"]),
    ("The mayor is ill (his office said that he has a cold).", ["that he has a cold <- his office"]),
]
# A second verb in the form of the first goes on with what is said; one in the form of the cue does not.
IN_ONE_FORM: Final = [
    (
        "Bo Dahl is promising to meet and in some cases exceed the goals of the plan.",
        ["to meet and in some cases exceed the goals of the plan <- Bo Dahl"],
    ),
    (
        "The council has vowed to repair and in time replace the bridge.",
        ["to repair and in time replace the bridge <- The council"],
    ),
    (
        "Lena Ott has mentioned refinancing student loans and forcing schools to spend more of their funds.",
        ["refinancing student loans and forcing schools to spend more of their funds <- Lena Ott"],
    ),
    (
        "Bo Dahl had suggested raising the fare and closing two lines.",
        ["raising the fare and closing two lines <- Bo Dahl"],
    ),
    ("Lena Ott promised to stay and won.", ["to stay <- Lena Ott"]),
]
TABLE: Final = [
    *NOT_TO, *NOT_SAID, *ADDRESSEES, *SPLIT, *GOING_ON, *ROWS, *TAILS, *UNITS, *TWO_SPEAKERS, *SPEAKERS, *MARKS,
    *CUES, *BLOCKS, *NO_CUES, *BEHIND_COMMAS, *BEFORE_COLONS, *IN_BRACKETS, *IN_ONE_FORM,
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:70] for text, _ in TABLE])
def test_the_words_and_the_speaker_of_a_kind(text: str, expected: list[str], parse: Callable[[str], Doc]) -> None:
    quotes = find_facts(parse(text.replace("¶", "\n\n"))).quotes
    speakers = [(quote.speaker.name if quote.speaker else None) or "?" for quote in quotes]
    assert [f"{quote.text} <- {speaker}" for quote, speaker in zip(quotes, speakers, strict=True)] == expected
