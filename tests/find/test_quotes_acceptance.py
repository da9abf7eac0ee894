"""The acceptance list (tests/gold/quotes/acceptance.md) as a table: a phenomenon of news a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from quoted import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

# item of the list, text ("¶" is a paragraph break), [(type, content, cue, name of the speaker)]
Row = tuple[int, str, list[tuple[str, str, str | None, str | None]]]
TABLE: Final[list[Row]] = [
    # a quote split round its speaker is one
    (
        1,
        '"We waited," Ruiz said, "because the bridge was closed."',
        [("direct", '"We waited," … "because the bridge was closed."', "said", "Ruiz")],
    ),
    (1, '"No," said the mayor. "Not this year."', [("direct", '"No," … "Not this year."', "said", "the mayor")]),
    # inverted cue with titles
    (2, '"It is over," said Foreign Minister Ana Lund.', [("direct", '"It is over,"', "said", "Ana Lund")]),
    (2, '"We lost," says Bo Kerr, 41, a miner.', [("direct", '"We lost,"', "says", "Bo Kerr")]),
    (2, '"Stop," added the judge, who retires in May.', [("direct", '"Stop,"', "added", "the judge")]),
    # pronouns
    (3, 'Lena Ott resigned. "I am tired," she said.', [("direct", '"I am tired,"', "said", "Lena Ott")]),
    (3, "Lena Ott met Tom Dahl. He said she was brave.", [("indirect", "she was brave", "said", "Tom Dahl")]),
    (
        3,
        "Lena Ott's lawyer denied it. He said the case was weak.",
        [
            ("indirect", "it", "denied", "Lena Ott's lawyer"),
            ("indirect", "the case was weak", "said", "Lena Ott's lawyer"),
        ],
    ),
    # it added
    (
        4,
        'Oxfam said "hunger is back." "Aid must double," it added.',
        [("direct", '"hunger is back."', "said", "Oxfam"), ("direct", '"Aid must double,"', "added", "Oxfam")],
    ),
    (
        4,
        "The ministry said the dam had burst. They also warned that more rain would come.",
        [
            ("indirect", "the dam had burst", "said", "The ministry"),
            ("indirect", "that more rain would come", "warned", "The ministry"),
        ],
    ),
    # participle chains
    (
        5,
        'Lena Ott said she was ready, adding that "the team is strong."',
        [
            ("indirect", "she was ready", "said", "Lena Ott"),
            ("mixed", 'that "the team is strong."', "adding", "Lena Ott"),
        ],
    ),
    (
        5,
        "Speaking in Oslo, Tom Dahl vowed to return, noting that the war was not over.",
        [
            ("indirect", "to return", "vowed", "Tom Dahl"),
            ("indirect", "that the war was not over", "noting", "Tom Dahl"),
        ],
    ),
    # several sentences
    (
        6,
        '"Prices rose. Wages did not. That hurts," Tom Dahl said.',
        [("direct", '"Prices rose. Wages did not. That hurts,"', "said", "Tom Dahl")],
    ),
    # several paragraphs
    (
        7,
        '"First we act,¶"Then we talk," Lena Ott said.',
        [("direct", '"First we act, … "Then we talk,"', "said", "Lena Ott")],
    ),
    (7, 'Lena Ott said: "We act.¶"We talk later."', [("direct", '"We act. … "We talk later."', "said", "Lena Ott")]),
    # a paragraph that is only a quote
    (
        8,
        '"We act," Lena Ott said.¶"We always have."',
        [("direct", '"We act," … "We always have."', "said", "Lena Ott")],
    ),
    (
        8,
        '"We act," Lena Ott said.¶Tom Dahl left the room.¶"We never did."',
        [("direct", '"We act,"', "said", "Lena Ott"), ("direct", '"We never did."', None, None)],
    ),
    # colons and transcripts
    (9, 'Tom Dahl was blunt: "Go home."', [("direct", '"Go home."', "was", "Tom Dahl")]),
    (9, 'The statement read:¶"We regret the loss."', [("direct", '"We regret the loss."', "read", "The statement")]),
    (9, "DAHL: Go home.", [("indirect", "Go home.", ":", "DAHL")]),
    # mixed quotes
    (
        10,
        'Lena Ott said the plan was "a gift to crooks."',
        [("mixed", 'the plan was "a gift to crooks."', "said", "Lena Ott")],
    ),
    (
        10,
        'Tom Dahl will not leave the town "defenceless", he stressed.',
        [("mixed", 'Tom Dahl will not leave the town "defenceless"', "stressed", "Tom Dahl")],
    ),
    (10, 'Tom Dahl left the talks, calling the plan "theft".', [("mixed", 'the plan "theft"', "calling", "Tom Dahl")]),
    (
        10,
        'Tom Dahl thanked the nurses for their "decisive steps."',
        [("mixed", 'the nurses for their "decisive steps."', "thanked", "Tom Dahl")],
    ),
    # told
    (11, 'Lena Ott told Tom Dahl that "time is short."', [("mixed", 'that "time is short."', "told", "Lena Ott")]),
    (
        11,
        "Tom Dahl was told by Lena Ott that time was short.",
        [("indirect", "that time was short", "told", "Lena Ott")],
    ),
    # indirect speech
    (12, "Ott said that rents fell.", [("indirect", "that rents fell", "said", "Ott")]),
    (12, "Ott said rents fell.", [("indirect", "rents fell", "said", "Ott")]),
    (12, "Rents, Ott said, fell.", [("indirect", "Rents … fell", "said", "Ott")]),
    (12, "Rents fell, Ott said.", [("indirect", "Rents fell", "said", "Ott")]),
    # according to
    (
        13,
        "According to two officials briefed on the talks, the deal is dead.",
        [("indirect", "the deal is dead", "According to", "two officials briefed on the talks")],
    ),
    (13, "Sales fell 3%, according to the agency.", [("indirect", "Sales fell 3%", "according to", "the agency")]),
    (13, "Sales, according to the agency, fell 3%.", [("indirect", "Sales … fell 3%", "according to", "the agency")]),
    (
        13,
        "The town is, according to Peru, full of miners.",
        [("indirect", "The town is … full of miners", "according to", "Peru")],
    ),
    (
        13,
        "Rents fell, according to Lena Ott, the mayor.",
        [("indirect", "Rents fell", "according to", "Lena Ott")],
    ),
    # nominal cues and media
    (14, "In a statement, Oxfam said the camp was full.", [("indirect", "the camp was full", "said", "Oxfam")]),
    (14, 'In Tom Dahl\'s words, "the camp is full."', [("direct", '"the camp is full."', "words", "Tom Dahl")]),
    (14, "Lena Ott's claim that rents fell was wrong.", [("indirect", "that rents fell", "claim", "Lena Ott")]),
    (14, '"The camp is full," Tom Dahl wrote on X.', [("direct", '"The camp is full,"', "wrote", "Tom Dahl")]),
    (
        14,
        "Tom Dahl told CNN in an interview that the camp was full.",
        [("indirect", "that the camp was full", "told", "Tom Dahl")],
    ),
    # bodies and texts as sources
    (15, "Oxfam's report found that hunger had doubled.", [("indirect", "that hunger had doubled", "found", "Oxfam")]),
    (15, "The United States says it has enough grain.", [("indirect", "it has enough grain", "says", "United States")]),
    (
        15,
        "Sustainable Norway says stocks are falling. The party Sustainable Norway was founded in 2010.",
        [("indirect", "stocks are falling", "says", "Sustainable Norway")],
    ),
    (15, "Kyiv said the bridge was hit.", [("indirect", "the bridge was hit", "said", "Kyiv")]),
    (15, "The bill states that fees end in May.", [("indirect", "that fees end in May", "states", "The bill")]),
    # asides
    (
        16,
        "Lena Ott, who replaced Tom Dahl in July, said the talks had failed.",
        [("indirect", "the talks had failed", "said", "Lena Ott")],
    ),
    (16, 'Hugh Hill, a doctor, said: "The ward is full."', [("direct", '"The ward is full."', "said", "Hugh Hill")]),
    # unusual cues
    (17, '"Back off," Tom Dahl barked.', [("direct", '"Back off,"', "barked", "Tom Dahl")]),
    (17, '"Why?" she asked.', [("direct", '"Why?"', "asked", None)]),
    (17, '"Why now?" Lena Ott sighed.', [("direct", '"Why now?"', "sighed", "Lena Ott")]),
    (17, '"Out of here," Tom Dahl shouted.', [("direct", '"Out of here,"', "shouted", "Tom Dahl")]),
    (17, '"And then we left," Lena Ott went on.', [("direct", '"And then we left,"', "went", "Lena Ott")]),
    (17, 'As Tom Dahl put it, "the camp is full."', [("direct", '"the camp is full."', "put", "Tom Dahl")]),
    (17, 'Tom Dahl took to Twitter to call the plan "theft".', [("mixed", 'the plan "theft"', "call", "Tom Dahl")]),
    # two speakers
    (
        18,
        '"Yes," said Lena Ott, but Tom Dahl said "no."',
        [("direct", '"Yes,"', "said", "Lena Ott"), ("direct", '"no."', "said", "Tom Dahl")],
    ),
    (
        18,
        'While Lena Ott called it "fair", Tom Dahl said it was "a fraud."',
        [("mixed", 'it "fair"', "called", "Lena Ott"), ("mixed", 'it was "a fraud."', "said", "Tom Dahl")],
    ),
    # nested speech
    (
        19,
        'Tom Dahl said Lena Ott had told him "it\'s done."',
        [
            ("mixed", 'Lena Ott had told him "it\'s done."', "said", "Tom Dahl"),
            ("direct", '"it\'s done."', "told", "Lena Ott"),
        ],
    ),
    (
        19,
        "\"He told me 'run' and I ran,\" Lena Ott said.",
        [("direct", "\"He told me 'run' and I ran,\"", "said", "Lena Ott")],
    ),
    # not quotes
    (20, 'She signed her book "Cold Sea" in Oslo.', []),
    (20, 'Bo "Ice" Kerr scored twice.', []),
    (20, 'The army keeps so-called "safe zones" in the north.', []),
    (20, 'A man called "Shorty" drove the van.', []),
    (20, "Tom Dahl declined to comment.", []),
    (20, "Lena Ott did not say why she left.", []),
    (20, "The film shows that rents fell.", []),
    # scare quotes
    (21, 'What critics call a "tax grab" passed.', [("mixed", 'a "tax grab"', "call", "critics")]),
    # marks
    (22, "“We act,” Lena Ott said.", [("direct", "“We act,”", "said", "Lena Ott")]),
    (22, "''We act,'' Lena Ott said.", [("direct", "''We act,''", "said", "Lena Ott")]),
    (22, "«We act», Lena Ott said.", [("direct", "«We act»", "said", "Lena Ott")]),
    (22, "„We act“, Lena Ott said.", [("direct", "„We act“", "said", "Lena Ott")]),
    (22, "„We act”, Lena Ott said.", [("direct", "„We act”", "said", "Lena Ott")]),
    (22, "“We act,“ Lena Ott said.", [("direct", "“We act,“", "said", "Lena Ott")]),
    (22, "”We act,” Lena Ott said.", [("direct", "”We act,”", "said", "Lena Ott")]),
    (22, "'We act now,' Lena Ott said.", [("direct", "'We act now,'", "said", "Lena Ott")]),
    (22, "‘We act now,’ Lena Ott said.", [("direct", "‘We act now,’", "said", "Lena Ott")]),
    (22, "Lena Ott 'will not quit', aide says", [("mixed", "Lena Ott 'will not quit'", "says", "aide")]),
    (22, "The players' bus left the '90s club.", []),
    # missing marks
    (
        23,
        '"We act, Lena Ott said.¶"We talk," Tom Dahl said.',
        [("direct", '"We act,', "said", "Lena Ott"), ("direct", '"We talk,"', "said", "Tom Dahl")],
    ),
    (23, 'Lena Ott said: "We act.¶Tom Dahl left for Oslo.', [("direct", '"We act.', "said", "Lena Ott")]),
    (23, 'The gate is 5\' 6" high.¶"We act," Lena Ott said.', [("direct", '"We act,"', "said", "Lena Ott")]),
    # asked
    (24, "Asked why she had left, Lena Ott said she was tired.", [("indirect", "she was tired", "said", "Lena Ott")]),
    (24, "Asked if he would run, Tom Dahl said no.", [("indirect", "no", "said", "Tom Dahl")]),
    # several sources
    (
        25,
        "Lena Ott and Tom Dahl said in a joint letter that the plan was dead.",
        [("indirect", "that the plan was dead", "said", "Lena Ott and Tom Dahl")],
    ),
    (
        25,
        "A senior official said on condition of anonymity that the deal was dead.",
        [("indirect", "that the deal was dead", "said", "A senior official")],
    ),
    # role nouns
    (
        26,
        "U.S. Secretary of State Tom Hale flew home. The top U.S. diplomat reiterated that talks would go on.",
        [("indirect", "that talks would go on", "reiterated", "Tom Hale")],
    ),
    (
        26,
        'Mayor Lena Ott opened the bridge. "It is safe," the mayor added.',
        [("direct", '"It is safe,"', "added", "Lena Ott")],
    ),
    (
        26,
        "Green Party leader and Prime Minister Tom Dahl said it was over.",
        [("indirect", "it was over", "said", "Tom Dahl")],
    ),
    (
        26,
        "The mayor and Tom Dahl said it was over.",
        [("indirect", "it was over", "said", "The mayor and Tom Dahl")],
    ),
    # long coordinated clauses
    (
        27,
        'Lena Ott said it was Oslo that began the row and that it "could end it at any time."',
        [("mixed", 'it was Oslo that began the row and that it "could end it at any time."', "said", "Lena Ott")],
    ),
    # edges
    (
        28,
        'Tom Dahl said the dud rate was "below 2.35%."',
        [("mixed", 'the dud rate was "below 2.35%."', "said", "Tom Dahl")],
    ),
    (28, "Tom Dahl said U.S. sales fell.", [("indirect", "U.S. sales fell", "said", "Tom Dahl")]),
    (28, '"We live in the U.S. now," Tom Dahl said.', [("direct", '"We live in the U.S. now,"', "said", "Tom Dahl")]),
]


@pytest.mark.parametrize(("item", "text", "quotes"), TABLE, ids=[f"{row[0]}: {row[1]}" for row in TABLE])
def test_every_phenomenon_of_the_acceptance_list_is_understood(
    parse: Callable[[str], Doc], item: int, text: str, quotes: list[tuple[str, str, str | None, str | None]]
) -> None:
    del item
    assert quoted(parse(text.replace("¶", "\n"))) == quotes


def test_all_items_of_the_list_have_rows() -> None:
    assert {row[0] for row in TABLE} == set(range(1, 29))
