"""Every quote says why: the rule in `by` is one of the registry, and each rule finds its own example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clusterdoc.find import find_facts
from clusterdoc.find.quotes.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from clusterdoc.facts import Document


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_example(rule: str, parse: Callable[[str], Doc]) -> None:
    assert f"rule:{rule}" in {quote.by for quote in find_facts(parse(RULES[rule])).quotes}


def test_every_quote_of_the_sample_names_a_rule_that_exists(article: Document) -> None:
    assert {(quote.by or "").removeprefix("rule:") for quote in article.quotes} <= set(RULES)
    assert article.quotes


ABOUT = [
    ("Lena Ott said that Bo Dahl had left.", ["Bo Dahl"]),
    ("“Bo Dahl is a thief,” said Lena Ott.", ["Bo Dahl"]),
    ("Lena Ott said that Lena Ott would win.", []),
    ("Bo Dahl resigned on Monday. “He was a good mayor,” said Lena Ott.", ["Bo Dahl"]),
    ("Bo Dahl met Tim Kerr. “He was late,” said Lena Ott.", []),  # either of two
    ("Bo Dahl fired his driver. “He was late,” said Lena Ott.", []),  # the driver it may be
    ("Bo Dahl said he would stay.", []),  # himself
    ("Lena Ott said that Norway and Sweden would meet in Norway.", ["Norway", "Sweden"]),
    # "Her Majesty" is a title
    ("Nora Dahl came. Lena Ott wrote: “We thank Her Majesty for it.”", []),
    # whom a cue says that it is said of
    ("Bo Dahl met Tim Kerr. Lena Ott said of Dahl: “He was late.”", ["Bo Dahl"]),
    ("Bo Dahl met Tim Kerr. Lena Ott praised Dahl, saying: “He was late.”", []),
    ("Bo Dahl met Tim Kerr. Lena Ott told Dahl: “He was late.”", []),  # he is spoken to
    # whom the cue has for its object, who is not the speaker
    ("Bo Dahl died. Tim Kerr praised the firm, describing him as “a friend” of all.", ["Bo Dahl"]),
    ("Bo Dahl died. Tim Kerr described himself as “a friend” of all.", []),
    # whom the source belongs to
    ("Bo Dahl met Tim Kerr. Dahl’s aides said he was late.", ["Bo Dahl"]),
    ("Bo Dahl met Tim Kerr. Friends of Dahl said he was late.", ["Bo Dahl"]),
    ("Bo Dahl met Tim Kerr. A spokesman for Dahl said he was late.", ["Bo Dahl"]),
    ("Bo Dahl met Tim Kerr. Dahl’s spokesman, Al Ruiz, said he was late.", ["Bo Dahl"]),
    ("Bo Dahl met us. The firm’s spokesman, Al Ruiz, said he was late.", []),
    ("Bo Dahl met Tim Kerr. A spokesman said he was late.", []),
    ("Bo Dahl left. A spokesman said he was late.", ["Bo Dahl"]),
    ("Bo Dahl met Tim Kerr. Dahl’s driver said he was late.", []),  # the driver it may be
    ("Bo Dahl met Tim Kerr. After Kerr left, aides of Dahl said he was late.", []),
    ("Lena Ott and her husband said she was late.", []),
    ("Bo Dahl left. He was late, the driver said.", []),
    ("Bo Dahl has denied claims by the mayor, Lena Ott, that he was late.", ["Bo Dahl"]),
    ("Bo Dahl has denied claims by the mayor, Tim Ott, that he was late.", []),
    ("Bo Dahl left. TVQ24 reported he was late.", ["Bo Dahl"]),
    ("Lena Ott met Bo Dahl. Her driver said he was late.", []),
    # whom the article is about
    (
        "Bo Dahl died. Dahl was a poet. Dahl came from Oslo. Tim Kerr and Dahl met there. A firm said he was great.",
        ["Bo Dahl"],
    ),
    (
        "Bo Dahl died. Dahl was a poet. Dahl came from Oslo. Dahl and Tim Kerr met there. A firm said he was great.",
        [],  # another is named since
    ),
    (
        "Bo Dahl died. Dahl was a poet. Dahl came. Dahl wrote. Tim Kerr said it rained. Lena Ott said, “He was late.”",
        ["Bo Dahl"],
    ),
    # somebody without a name, who is another or the same
    ("Bo Dahl, the mayor, left. Aides said the mayor lost his hat.", ["Bo Dahl"]),
    ("Bo Dahl left. Aides said the mayor lost his hat.", []),
    ("Bo Dahl was there. There was a driver. Aides said he was late.", []),
    ("Bo Dahl was the driver. Aides said he was late.", ["Bo Dahl"]),
    ("Bo Dahl left. His daughter told police he was ill.", ["Bo Dahl"]),
    ("Bo Dahl left. Police said they held a docker — a man in his forties — on Monday.", []),
    ("Bo Dahl, the vice president, left. Aides said the president lost his hat.", []),
    ("Bo Dahl left with his son. His aides said he was ill.", ["Bo Dahl"]),
    ("Bo Dahl left. His son slept. Aides said he was ill.", []),
    ("Bo Dahl left. Lena Ott spoke of a “good friend”. She said: “He was late.”", ["Bo Dahl"]),
    ("Bo Dahl left. “A friend came,” Lena Ott said. “He was late.”", []),
    ("Bo Dahl left. Lena Ott spoke of a good friend. She said: “He was late.”", []),
    # nothing tells that the name is a woman's
    ("Wren Ott met Bo Dahl. It rained. It snowed. A firm said she was late.", ["Wren Ott"]),
    (
        "Ana Ruiz left. It ran. It hid. It sat. It fell. Wren Ott met Bo Dahl. It rained. It hid. Aides said she left.",
        [],
    ),
    ("Wren Ott met Bo Dahl. A firm said she was late.", ["Wren Ott"]),
    ("Nora Dahl met Princess Ubalo. A firm said she was late.", []),
    # whom a cue says that it is said to
    ("Lena Ott said to Bo Dahl: “I am glad that you stay.”", ["Bo Dahl"]),
    ("Lena Ott told Bo Dahl, “We need you here.”", ["Bo Dahl"]),
    ("“Your plan is dead,” Lena Ott told Bo Dahl on Monday.", ["Bo Dahl"]),
    ("“You will be missed,” Lena Ott wrote to Bo Dahl.", ["Bo Dahl"]),
    ("“You will be missed,” Lena Ott told the club.", []),
    ("“We will win,” Lena Ott told Bo Dahl.", []),  # nobody is spoken to
    # a long quote parts a name from its pronoun
    (
        "Nora Dahl quit.\n\n“It is sad. It is late. It is cold. It is dark. It is wet,” Tim Kerr said. “She was ill.”",
        ["Nora Dahl"],
    ),
    # a list of questions that no turn answers
    ("Nora Dahl runs a mine. Nora Dahl met us in May.\n\n((TR)) Why mines?\n\n((TR)) Do you like it?", ["Nora Dahl"]),
    (
        "Nora Dahl met us. Vote for Weir/Dahl, Nora Dahl says. Bo Weir.\n\n((TR)) Why mines?\n\n((TR)) Do you like it?",
        ["Nora Dahl"],
    ),
    (
        "Nora Dahl ran. Bo Weir ran. With us, Dahl spoke of Weir.\n\n((TR)) Why?\n\n((TR)) Do you like it?",
        ["Nora Dahl"],
    ),
    ("Nora Dahl met Bo Weir in May.\n\n((TR)) Why mines?\n\n((TR)) Do you like it?", []),
]
# Two turns of an interview, the last: whom the first one is about.
ASKED = [
    ("Why do you stay?", ["Lena Ott"]),
    ("And your plans?", ["Lena Ott"]),
    ("Why does Bo Dahl stay?", ["Bo Dahl"]),
    ("I saw you there.", []),  # no question
    ("Why do we stay?", []),
]


@pytest.mark.parametrize(("question", "names"), ASKED)
def test_a_question_is_about_who_answers_it(question: str, names: list[str], parse: Callable[[str], Doc]) -> None:
    text = f"Lena Ott and Bo Dahl run a mine.\n\nTom Weir: {question}\n\nLena Ott: I like it here.\n\nTom Weir: Good."
    entities, quotes, _ = find_facts(parse(text))
    known = {entity.id: entity.name for entity in entities}
    assert [known[name] for name in quotes[0].about] == names


@pytest.mark.parametrize(("text", "names"), ABOUT)
def test_a_quote_is_about_those_it_names_or_surely_refers_to(
    text: str, names: list[str], parse: Callable[[str], Doc]
) -> None:
    entities, quotes, _ = find_facts(parse(text))
    known = {entity.id: entity.name for entity in entities}
    assert [known[name] for name in quotes[-1].about] == names
