"""What news does beyond the acceptance list, as a table: the phenomenon is the comment above its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from quoted import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

# text ("¶" is a paragraph break), [(type, content, cue, name of the speaker)]
Row = tuple[str, list[tuple[str, str, str | None, str | None]]]
TABLE: Final[list[Row]] = [
    # the writer's own words: nobody is said to say them
    ("It goes without saying that rents are high.", []),
    ("It is worth noting that this is the first time.", []),
    ("That said, we are quite different from the others in several respects.", []),
    ("For Oslo, the questions raised by the death will take longer to answer.", []),
    # a clause of saying that is itself what is said
    (
        "Amy Kerr says Tom Dahl promised to continue supporting Lena Ott.",
        [
            ("indirect", "Tom Dahl promised to continue supporting Lena Ott", "says", "Amy Kerr"),
            ("indirect", "to continue supporting Lena Ott", "promised", "Tom Dahl"),
        ],
    ),
    # what stands before a dash is not what is vowed after it
    (
        "The debate over coal in the north is also predictable - Tom Dahl has vowed to bring back lost mining jobs.",
        [("indirect", "to bring back lost mining jobs", "vowed", "Tom Dahl")],
    ),
    # the main clause after an aside is the writer's
    (
        "While his advisers have suggested his most powerful role is as a convert, Tom Dahl is also determined to win.",
        [("indirect", "his most powerful role is as a convert", "suggested", "his advisers")],
    ),
    # who is warned is not what is said
    (
        "The agency warned state election officials to boost their security after hackers targeted systems in May.",
        [("indirect", "to boost their security after hackers targeted systems in May", "warned", "The agency")],
    ),
    (
        'Lena Ott exhorted her party to "vote its conscience" and left.',
        [("mixed", 'to "vote its conscience"', "exhorted", "Lena Ott")],
    ),
    # names in marks are not said
    ('The robot, named "Better Idea of Oslo Girls," scored one or two points for the alliance.', []),
    (
        'In an interview on the radio\'s "Late Night Talk," Tom Dahl said rents would fall.',
        [("indirect", "rents would fall", "said", "Tom Dahl")],
    ),
    # words in marks after a sentence of indirect speech go on with it
    (
        'Lena Ott said the law could wait. "The other thing is the cost of it all."',
        [("mixed", 'the law could wait … "The other thing is the cost of it all."', "said", "Lena Ott")],
    ),
    # a source the parse swallowed the sentence with
    (
        'According to radio host Bo Kerr, the move reeks of "fear" and desperation.',
        [("mixed", 'the move reeks of "fear" and desperation', "According to", "Bo Kerr")],
    ),
    # a content in marks goes on to the end of its clause
    (
        'Lena Ott said she was "not ready" to endorse him.',
        [("mixed", 'she was "not ready" to endorse him', "said", "Lena Ott")],
    ),
    (
        'Lena Ott called the plan "a gift" when the levy passed.',
        [("mixed", 'the plan "a gift"', "called", "Lena Ott")],
    ),
    # the writer takes over
    (
        "Lena Ott said she did not want to close the mine — a proposal she had made in May.",
        [("indirect", "she did not want to close the mine", "said", "Lena Ott")],
    ),
    (
        "Half of the voters say they prefer a younger mayor, while four in ten want an older one.",
        [("indirect", "they prefer a younger mayor", "say", "Half of the voters")],
    ),
    (
        "Sales were great, Bo Kerr said, wiping sweat off his face.",
        [("indirect", "Sales were great", "said", "Bo Kerr")],
    ),
    (
        "Officials tell Oslo News every claim will be checked, with the Post reporting no one will be refused.",
        [
            ("indirect", "every claim will be checked", "tell", "Officials"),
            ("indirect", "no one will be refused", "reporting", "Post"),
        ],
    ),
    (
        'Asked if he had paid, Tom Dahl replied, "Well, maybe so. Ask my wife."',
        [("direct", '"Well, maybe so. Ask my wife."', "replied", "Tom Dahl")],
    ),
    # deeds of one speaker
    (
        'Tom Dahl says he would sit Bo Kerr down and tell him "no more nonsense" and tells the crowd he was there.',
        [
            ("mixed", 'he would sit Bo Kerr down and tell him "no more nonsense"', "says", "Tom Dahl"),
            ("indirect", "he was there", "tells", "Tom Dahl"),
        ],
    ),
    (
        "The solution, Bo Kerr told them, was simple.",
        [("indirect", "The solution … was simple", "told", "Bo Kerr")],
    ),
    (
        'And, in a song that Bo Kerr called "a disgrace," Tom Dahl sang of the war.',
        [("direct", '"a disgrace,"', "called", "Bo Kerr")],
    ),
    # not said
    ("Lena Ott won all the pledged delegates of the north.", []),
    ("It is fair to say that rents are high.", []),
    ("The group calls itself the Oslo Dawn.", []),
    ("The results confirm the existence of a leak.", []),
    ("Bo Kerr said no to the war.", []),
    # a source inside what was learned; a name with an apostrophe
    (
        "The paper learned that according to an online post, the union's page was attacked.",
        [("indirect", "the union's page was attacked", "according to", "an online post")],
    ),
    ('"I am tired," O\'Brien said.', [("direct", '"I am tired,"', "said", "O'Brien")]),
    # what "that" belongs to
    (
        "The firm reported a profit that analysts in Oslo had hoped for.",
        [("indirect", "a profit that analysts in Oslo had hoped for", "reported", "The firm")],
    ),
    ("Bo Kerr called off the deal.", []),
    (
        "In addition to saying that rents fell, Lena Ott left for Oslo.",
        [("indirect", "that rents fell", "saying", "Lena Ott")],
    ),
    # speech in speech
    (
        'Some readers report that all they get is a message stating, "The page is gone for now."',
        [
            (
                "mixed",
                'that all they get is a message stating, "The page is gone for now."',
                "report",
                "Some readers",
            ),
            ("direct", '"The page is gone for now."', "stating", "a message"),
        ],
    ),
    ('"We stand ready" tweeted Mayor Lena Ott.', [("direct", '"We stand ready"', "tweeted", "Lena Ott")]),
    # relatives, two words for one person, a title that is not yet somebody's
    (
        'Bo Kerr and Amy Kerr were charged in May. "I love my children," the mother said.',
        [("direct", '"I love my children,"', "said", "Amy Kerr")],
    ),
    (
        "Rents will fall, said economist and former judge Bo Kerr.",
        [("indirect", "Rents will fall", "said", "Bo Kerr")],
    ),
    (
        "President Tom Dahl met President-elect Lena Ott in May. The president said the talks were over.",
        [("indirect", "the talks were over", "said", "Tom Dahl")],
    ),
]


@pytest.mark.parametrize(("text", "quotes"), TABLE, ids=[row[0] for row in TABLE])
def test_a_phenomenon_of_news_is_understood(
    parse: Callable[[str], Doc], text: str, quotes: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert quoted(parse(text.replace("¶", "\n"))) == quotes
