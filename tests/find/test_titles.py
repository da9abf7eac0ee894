"""Titles by grammar: what stands beside a name, whole, and never another person; a bug is a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clusterdoc.find.entities import find_entities

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # A list of people with titles: each has its own.
        (
            "Prime Minister Ana Ruiz, President Bo Kerr and Chancellor Karl Ott met.",
            {"Ana Ruiz": "Prime Minister", "Bo Kerr": "President", "Karl Ott": "Chancellor"},
        ),
        (
            "Foreign Secretary Ana Ruiz, Defence Secretary Peter Kerr and General Karl Ott met.",
            {"Ana Ruiz": "Foreign Secretary", "Peter Kerr": "Defence Secretary", "Karl Ott": "General"},
        ),
        (
            "Senator Ana Ruiz, Governor Peter Kerr and Mayor Karl Ott have gone to court.",
            {"Ana Ruiz": "Senator", "Peter Kerr": "Governor", "Karl Ott": "Mayor"},
        ),
        (
            "Judge Ana Ruiz, Sheriff Peter Kerr and Officer Karl Ott were there.",
            {"Ana Ruiz": "Judge", "Peter Kerr": "Sheriff", "Karl Ott": "Officer"},
        ),
        ("Ana Ruiz, the mayor, and Peter Kerr, the governor, met.", {"Ana Ruiz": "mayor", "Peter Kerr": "governor"}),
        # Ranks written short.
        ("She lost to Republican Rep. Peter Kerr in May.", {"Peter Kerr": "Republican Rep."}),
        ("It was a victory over Sen. Ana Ruiz.", {"Ana Ruiz": "Sen."}),
        ("Democratic Lt. Gov. Peter Kerr won.", {"Peter Kerr": "Democratic Lt. Gov."}),
        # What only honours stands last, and is a title alone.
        ("Labour stalwart Dame Ana Ruiz spoke.", {"Ana Ruiz": "Labour stalwart"}),
        ("The director of the fund, Dr Ana Ruiz, said no.", {"Ana Ruiz": "director of the fund"}),
        ("Tolva University professor Dr. Ana Ruiz said no.", {"Ana Ruiz": "Tolva University professor"}),
        ("They saw Dr. Ana Ruiz.", {"Ana Ruiz": "Dr."}),
        # A whole phrase behind the name.
        (
            "Ana Ruiz, chief executive of the London-based charity Full Moon, told the paper so.",
            {"Ana Ruiz": "chief executive of the London-based charity Full Moon"},
        ),
        ("Ana Ruiz, 74, a former mayor of Boston, died.", {"Ana Ruiz": "former mayor of Boston"}),
        ("Peter Kerr, the mayor of Camden, N.J., left.", {"Peter Kerr": "mayor of Camden, N.J."}),
        (
            "Peter Kerr, president and chief executive of the bank, said so.",
            {"Peter Kerr": "president and chief executive of the bank"},
        ),
        ("Peter Kerr, the Labour MP for Leeds, said so.", {"Peter Kerr": "Labour MP for Leeds"}),
        # Nouns that no table has, by the parse.
        ("The smuggler Peter Kerr and fly-half Karl Ott met.", {"Peter Kerr": "smuggler", "Karl Ott": "fly-half"}),
        ("Peter Kerr, 88, the Texas wheeler-dealer who boasted of it, died.", {"Peter Kerr": "Texas wheeler-dealer"}),
        # Before commas, without an article.
        ("In the morning, prosecution counsel, Peter Kerr, asked for a date.", {"Peter Kerr": "prosecution counsel"}),
        ("President of the Senate, Ana Ruiz, has gone to court.", {"Ana Ruiz": "President of the Senate"}),
        # A title in the plural is everybody's.
        ("She met officers Peter Kerr and Karl Ott at a pub.", {"Peter Kerr": "officers", "Karl Ott": "officers"}),
        # Two roles of one person; whose follower he is.
        ("The railway and shipping tycoon Peter Kerr died.", {"Peter Kerr": "railway and shipping tycoon"}),
        # Words of time and status that are none of it, and those that are.
        ("The newly elected Kenyan president Peter Kerr left.", {"Peter Kerr": "Kenyan president"}),
        ("Ana Ruiz met retired general Peter Kerr.", {"Ana Ruiz": None, "Peter Kerr": "retired general"}),
        # No titles: other people's, sentences, bodies, relatives.
        ("Acting through his lawyers, Peter Kerr, 23, pleaded guilty.", {"Peter Kerr": None}),
        ("In a statement Peter Kerr said no.", {"Peter Kerr": None}),
        ("Peter Kerr, the firm said, left on Monday.", {"Peter Kerr": None}),
        ("Her brothers Peter Kerr and Karl Ott left.", {"Peter Kerr": None, "Karl Ott": None}),
        ("Mr. Kerr met Mrs. Ruiz.", {"Kerr": None, "Ruiz": None}),
        # The noun before is the object of another clause.
        (
            "It ended the state of emergency Norway President Bo Kerr declared on Friday.",
            {"Bo Kerr": "Norway President"},
        ),
        ("It is the tax cut Governor Bo Kerr announced last week.", {"Bo Kerr": "Governor"}),
        ("He left the party Senator Ana Ruiz promised to lead.", {"Ana Ruiz": "Senator"}),
        ("She met with state Governor Bo Kerr.", {"Bo Kerr": "state Governor"}),
    ],
)
def test_a_title_is_whole_and_its_bearers(parse: Parse, text: str, titles: dict[str, str | None]) -> None:
    found = {entity.name: entity.title for entity in find_entities(parse(text)) if entity.label == "PERSON"}
    assert found == titles
