"""Where a content begins and ends: five variants of each kind of construction that was once cut, and who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from quoted import attributed

from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

# text ("¶" is a paragraph break), and "content <- speaker" of each quote, "?" for a speaker that is not known
KINDS: Final[dict[str, list[tuple[str, list[str]]]]] = {
    "A passive without an agent says it without a speaker": [
        ("It was alleged that Lena Ott took bribes.", ["that Lena Ott took bribes <- ?"]),
        ("It has been claimed that the bridge was unsafe.", ["that the bridge was unsafe <- ?"]),
        ("It was announced on Monday that the school would close.", ["that the school would close <- ?"]),
        ("He was told that his pass had expired.", ["that his pass had expired <- ?"]),
        ("Residents were told to boil water.", ["to boil water <- ?"]),
        ("Bo Dahl was warned that the dam could fail.", ["that the dam could fail <- ?"]),
        ("The man was reported to have fled.", ["The man … to have fled <- ?"]),
        ("The plan was said to be dead.", ["The plan … to be dead <- ?"]),
        ("Sales are expected to fall.", []),
        ("The firm was thought to be safe.", []),
        ("Lena Ott said she was told to leave.", ["she was told to leave <- Lena Ott"]),
    ],
    "A content whose subject the parse cut off takes it back": [
        (
            "The Kerr team has said single people and families - old, young, rich and poor - would gain from it.",
            ["single people and families - old, young, rich and poor - would gain from it <- The Kerr team"],
        ),
        (
            "This sort of opining, Ott claimed, violates the code of practice.",
            ["This sort of opining … violates the code of practice <- Ott"],
        ),
        (
            "The difference now, Dahl told me, is that the town is broke.",
            ["The difference now … is that the town is broke <- Dahl"],
        ),
        (
            "The contrast with Leeds, Kerr and others said, would be clear.",
            ["The contrast with Leeds … would be clear <- Kerr and others"],
        ),
        (
            "Freeing the captain, he promised, was one of his first aims.",
            ["Freeing the captain … was one of his first aims <- ?"],
        ),
        (
            "The council announced the new ward, to be called Old Dock, would be open from May.",
            ["the new ward, to be called Old Dock, would be open from May <- The council"],
        ),
    ],
    "An aside with words before it that say to what end or how": [
        (
            "To know the old town, Mayor Kerr said, one should see this museum.",
            ["To know the old town … one should see this museum <- Kerr"],
        ),
        (
            "With no rain in sight, the agency warned, crops could fail.",
            ["With no rain in sight … crops could fail <- the agency"],
        ),
        ("In the long run, Dahl argued, rents would fall.", ["In the long run … rents would fall <- Dahl"]),
        (
            "To win the seat, the party said, it would need a better name.",
            ["To win the seat … it would need a better name <- the party"],
        ),
        (
            "For most families, the union said, the offer is an insult.",
            ["For most families … the offer is an insult <- the union"],
        ),
    ],
    "What goes on behind an aside": [
        (
            "He has come up with a model, he said, for how the town can keep its mine.",
            ["He has come up with a model … for how the town can keep its mine <- ?"],
        ),
        ("Sales were up, the firm said, despite the strike.", ["Sales were up … despite the strike <- the firm"]),
        (
            "He is leaning toward Kerr, Dahl said, because he prizes luck.",
            ["He is leaning toward Kerr … because he prizes luck <- Dahl"],
        ),
        (
            "The road will stay shut, the council said, until the wall is safe.",
            ["The road will stay shut … until the wall is safe <- the council"],
        ),
        ("The bridge is safe, Ott said, even in a storm.", ["The bridge is safe … even in a storm <- Ott"]),
    ],
    "An aside with a hearer": [
        (
            "And, Bo Kerr tells the crowd, he has been known to be “harsh” in his home town.",
            ["he has been known to be “harsh” in his home town <- Bo Kerr"],
        ),
        ("The rents, Lena Ott told the crowd, will fall.", ["The rents … will fall <- Lena Ott"]),
        ("The mine, Dahl told reporters, was safe.", ["The mine … was safe <- Dahl"]),
        ("The plan, he told me, is a gift.", ["The plan … is a gift <- ?"]),
        ("Stocks were low, Aldi ordered extra milk, and the shop was full.", ["Stocks were low <- Aldi"]),
    ],
    "What a speaker sets behind a dash": [
        (
            "Tom Kerr said the deal had played to his advantage - helping start his plan to sell coal.",
            ["the deal had played to his advantage - helping start his plan to sell coal <- Tom Kerr"],
        ),
        (
            "Ott said she was standing on truth - hard ideals that could be lost.",
            ["she was standing on truth - hard ideals that could be lost <- Ott"],
        ),
        (
            "Kerr said Dahl was ill — something a nurse also told the police.",
            ["Dahl was ill — something a nurse also told the police <- Kerr"],
        ),
        (
            "The study found that most are short of iron - which can slow growth.",
            ["that most are short of iron - which can slow growth <- The study"],
        ),
        (
            "About one in five say they would not vote — or even consider a third party.",
            ["they would not vote — or even consider a third party <- About one in five"],
        ),
        ("Dahl fears cuts — a plan of May.", []),
        ("Kerr said the town was broke — the third in a year.", ["the town was broke <- Kerr"]),
        ("Ott said the union was unfair — while his own aides have left.", ["the union was unfair <- Ott"]),
    ],
    "A denied saying joined to another is none of what was said": [
        (
            "He said that he would offer “a prayer” for the mayor but did not suggest it would be Kerr.",
            ["that he would offer “a prayer” for the mayor <- ?"],
        ),
        (
            "Lena Ott said it had lost money but did not say that it would close.",
            ["it had lost money <- Lena Ott"],
        ),
        ("Bo Dahl told the court he was at home but did not claim that he was alone.", ["he was at home <- Bo Dahl"]),
        ("The bank said it would wait but did not promise that they would fall.", ["it would wait <- The bank"]),
        (
            "The union said the strike was over but did not admit that it had lost.",
            ["the strike was over <- The union"],
        ),
        (
            "The paper said that the prince had paid but did not say that he was sorry.",
            ["that the prince had paid but did not say that he was sorry <- The paper"],
        ),
    ],
    "What follows a question is the writer's": [
        (
            "The paper asked several times whether Kerr had left, but the campaign refused to answer.",
            ["whether Kerr had left <- The paper"],
        ),
        ("Lena Ott asked if the plan was dead, and the mayor nodded.", ["if the plan was dead <- Lena Ott"]),
        (
            "Reporters asked whether rents would fall, but the minister left the room.",
            ["whether rents would fall <- Reporters"],
        ),
        ("Tom Ruiz asked why the bridge was shut, and the clerk shrugged.", ["why the bridge was shut <- Tom Ruiz"]),
        ("Dahl asked if he could go, but the judge said no.", ["if he could go <- Dahl", "no <- the judge"]),
    ],
    'A clause with "would" goes on behind marks': [
        (
            'He said Kerr has been "a vital part of my crew," and the party would need his help.',
            ['Kerr has been "a vital part of my crew," and the party would need his help <- ?'],
        ),
        (
            'Lena Ott said the offer was "a gift," and the town would take it.',
            ['the offer was "a gift," and the town would take it <- Lena Ott'],
        ),
        (
            'Bo Dahl said it was "a bad year," but the firm would not close.',
            ['it was "a bad year," but the firm would not close <- Bo Dahl'],
        ),
    ],
    "An object and the clause behind it": [
        (
            "It also mentions plans she backed that Kerr says would fail.",
            ["plans she backed that Kerr says would fail <- ?", "would fail <- Kerr"],
        ),
        (
            "The bank discloses the number of requests it has had for loans, how it deals with them, and why.",
            ["the number of requests it has had for loans, how it deals with them, and why <- The bank"],
        ),
        ("The club denied all claims that the coach had left.", ["all claims that the coach had left <- The club"]),
        (
            "Bo Dahl repeated a false claim that he had opposed the mine.",
            ["a false claim that he had opposed the mine <- Bo Dahl"],
        ),
        (
            "Lena Ott noted the long delay in the sale that Kerr says was his fault.",
            ["the long delay in the sale <- Lena Ott", "was his fault <- Kerr"],
        ),
    ],
    "What is described": [
        ("Tom Kerr described what happens on a video of the row.", ["what happens on a video of the row <- Tom Kerr"]),
        ("Lena Ott described how the boat sank.", ["how the boat sank <- Lena Ott"]),
        ("The report describes why the wall fell.", ["why the wall fell <- The report"]),
    ],
}
ROWS: Final = [row for rows in KINDS.values() for row in rows]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:70] for text, _ in ROWS])
def test_a_content_is_whole(text: str, expected: list[str], parse: Callable[[str], Doc]) -> None:
    assert attributed(parse(read_prose(text.replace("¶", "\n\n")).text)) == expected
