"""Who a source stands for, kind by kind: several people, texts held up or sent, headlines, what only says more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from quoted import attributed

from clusterdoc.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

# text ("¶" is a paragraph break), and "content <- speaker" of each quote, "?" for a speaker that is not known
KINDS: Final[dict[str, list[tuple[str, str]]]] = {
    "What is written on a thing is said by who shows it": [
        (
            'Members of the council protested by holding signs which read "Shame on you".',
            '"Shame on you" <- Members of the council',
        ),
        ('Dozens of nurses marched, carrying banners that read: "Pay us now."', '"Pay us now." <- Dozens of nurses'),
        (
            "A woman in the crowd waved a placard that said the mayor must go.",
            "the mayor must go <- A woman in the crowd",
        ),
        ('Two students held a sign which read "No more cuts."', '"No more cuts." <- Two students'),
        ('A sign that read "Closed" hung on the door.', '"Closed" <- A sign'),
    ],
    "A text that comes with what somebody does is theirs": [
        (
            "The daily Aftenbladet covered the story with a headline pointing out that the price was 30 million.",
            "that the price was 30 million <- Aftenbladet",
        ),
        ("Dahl replied with a letter stating that the plan was dead.", "that the plan was dead <- Dahl"),
        (
            "The ministry responded with a note warning that fees would rise.",
            "that fees would rise <- The ministry",
        ),
        ("Ott answered in a message saying she would stay.", "she would stay <- Ott"),
        (
            "The union reacted with a statement accusing the mayor of lying.",
            "the mayor of lying <- The union",
        ),
    ],
    "Two people with a title each are two": [
        (
            "Defence counsel Bo Dahl, QC, and Amy Kerr, QC, representing Rao and Sok, asked the court to grant bail.",
            "to grant bail <- Defence counsel Bo Dahl, QC, and Amy Kerr, QC",
        ),
        (
            "Bo Dahl, the mayor, and Amy Kerr, his deputy, said the bridge was safe.",
            "the bridge was safe <- Bo Dahl, the mayor, and Amy Kerr, his deputy",
        ),
        (
            "Lawyers Ann Lee, SC, and Tom Weir, SC, argued that the ban was void.",
            "that the ban was void <- Lawyers Ann Lee, SC, and Tom Weir, SC",
        ),
        ("Bo Dahl, a lawyer and former mayor, said the bridge was safe.", "the bridge was safe <- Bo Dahl"),
    ],
    "A day and what somebody does are none of the source": [
        ("Reports on Saturday said two men had died.", "two men had died <- Reports"),
        ("A spokesman on Monday said the bridge was safe.", "the bridge was safe <- A spokesman"),
        (
            "Officials in Leeds on Friday warned that the river would rise.",
            "that the river would rise <- Officials in Leeds",
        ),
        ("Kerr alongside Dahl said the bridge was safe.", "the bridge was safe <- Kerr"),
        ("According to a report on Monday by Acme, rents fell.", "rents fell <- Acme"),
        ("Tom Weir, representing Dahl, told the court that he was ill.", "that he was ill <- Tom Weir"),
    ],
    "A headline with its source behind a dash": [
        ("Two held after fire - police¶It rained.", "Two held after fire <- police"),
        ("Bridge to close in May - council officials¶It rained.", "Bridge to close in May <- council officials"),
        ("Three miners found alive - rescue workers¶It rained.", "Three miners found alive <- rescue workers"),
    ],
    "A headline joins two names by a comma": [
        ("Kerr, Dahl say talks will go on", "talks will go on <- Kerr, Dahl"),
        ("Hawks, NPA explain why corruption cases take long", "why corruption cases take long <- Hawks, NPA"),
        ("Acme, Initech announce a merger", "a merger <- Acme, Initech"),
        ("Dahl, Weir deny any role", "any role <- Dahl, Weir"),
        ("His lawyer, Kerr, says the files were forged.", "the files were forged <- Kerr"),
    ],
    "They are people before they are things": [
        (
            "The team sent samples of old birds. Owls are rare. They found that owls sleep.",
            "that owls sleep <- The team",
        ),
        (
            "On Monday, researchers released a study. Corals are dying. They found that fish help.",
            "that fish help <- researchers",
        ),
        (
            "The scientists watched horses. Flies landed on them. They observed that flies are slow.",
            "that flies are slow <- The scientists",
        ),
        (
            "The witnesses left at noon. The roads were wet. They said the van was red.",
            "the van was red <- The witnesses",
        ),
        ("Stores were reluctant. They said they had no plans.", "they had no plans <- Stores"),
    ],
    "A person right before a cue speaks, whatever the parse makes of the words": [
        (
            'Offering his condolence, speaker of the parliament Ali Larin wrote on Friday: "He served us."',
            '"He served us." <- Ali Larin',
        ),
    ],
    "The owner of a text has no 's": [
        ('The family\'s statement on the death read: "He loved us."', '"He loved us." <- The family'),
        ("The hotel's website estimated that 120 people were in.", "that 120 people were in <- The hotel"),
        ("According to the city’s report, rents fell.", "rents fell <- the city"),
    ],
}
NOT_SAID: Final = ("Let's say it rains.", "Let us say the plan is dead.", "But let’s say we lose.")
ROWS: Final = [row for rows in KINDS.values() for row in rows]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:50] for text, _ in ROWS])
def test_a_source_stands_for_its_speaker(text: str, expected: str, parse: Callable[[str], Doc]) -> None:
    assert attributed(parse(read_prose(text.replace("¶", "\n\n")).text)) == [expected]


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_only_supposed_has_no_speaker(text: str, parse: Callable[[str], Doc]) -> None:
    assert attributed(parse(text)) == []
