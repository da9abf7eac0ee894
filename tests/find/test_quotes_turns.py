"""Words whose speaker the form of the text tells: turns, paragraphs signed below, paragraphs after a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from clusterdoc.facts import Source

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor

Said = tuple[str | None, str]  # who, and the first words

SPOKEN: Final[list[tuple[str, list[Said]]]] = [
    ("Paul Lind: We paid a lot.\n\nAnna Rao: Was it enough?", [("Paul Lind", "We paid"), ("Anna Rao", "Was it")]),
    ("OTT: We left early.\n\nDAHL: So did we.\n\nOTT: Why?", [("OTT", "We left"), ("DAHL", "So did"), ("OTT", "Why?")]),
    ("Ms. Rao (Leeds North): It is late.\n\nMr. Ott (Hull): It is not.", [("Rao", "It is late"), ("Ott", "It is not")]),
    ("speaker\nOperator\nGood morning, all.\nspeaker\nPaul Lind\nThank you. Sales rose.",
     [("Operator", "Good"), ("Paul Lind", "Thank")]),
    ("spk00: Hello. My name is Dennis.\nspk01: Thanks. We sold boats.", [("Dennis", "Hello"), (None, "Thanks")]),
    ("Q. Why did you go?\n\nA. I wanted to write.", [(None, "Why"), (None, "I wanted")]),
    ("An interview with Jane Kerr\n\nQ: Why birds?\n\nA: I like them.", [(None, "Why"), ("Jane Kerr", "I like")]),
    ("Jane Kerr studies birds.\n\nWN: Why?\n\nJK: I like them.\n\nWN: Do you?",
     [(None, "Why"), ("Jane Kerr", "I like"), (None, "Do you")]),
    ("((Jane Kerr)) I like birds.\n\n((Paul Lind)) So do I.", [("Jane Kerr", "I like"), ("Paul Lind", "So do")]),
    (("Steve Lind\nThank you all for coming today.\nAnna Rao\nWe are happy to be here now.\n"
     "Steve Lind\nThat is good for all of us.\nAnna Rao\nIt is, and we thank you for it."),
     [("Steve Lind", "Thank"), ("Anna Rao", "We are"), ("Steve Lind", "That is"), ("Anna Rao", "It is")]),
    ("Tom Dahl, the minister, said:\n\nI am proud that we keep the clubs open.", [("Tom Dahl", "I am proud")]),
    ("Speaking in Leeds, Mayor Anna Rao said:\n\nOur town will grow.\n\nIt rained.", [("Anna Rao", "Our town")]),
    ("The minister will answer all questions next week.\n\n– A council spokesman",
     [("A council spokesman", "The minister")]),
    ("We will not close the school.\n\n— Anna Rao", [("Anna Rao", "We will not")]),
]  # fmt: skip
NOBODYS: Final = [
    "The plan: rents fall. The result: rents rise.",
    "Name: Kerr Holdings\n\nPhone: 555 0100",
    "The committee found these faults:\n\nThe doors were old.",
    "The talks have ended.\n\n– More on this story soon",
    "Was it late?\n\n– Anna Rao",
]


@pytest.mark.parametrize(("text", "said"), SPOKEN)
def test_the_form_of_a_text_says_who_speaks(found: Extractor, text: str, said: list[Said]) -> None:
    quotes = found.extract(Source("text", text)).quotes
    told = [(quote.speaker.name if quote.speaker else None, quote.text) for quote in quotes]
    assert [(name, text.startswith(words)) for (name, text), (_, words) in zip(told, said, strict=True)] == [
        (name, True) for name, _ in said
    ]
    assert {quote.type for quote in quotes} == {"direct"}


@pytest.mark.parametrize("text", NOBODYS)
def test_a_colon_or_a_dash_alone_gives_nobody_the_word(found: Extractor, text: str) -> None:
    assert found.extract(Source("text", text)).quotes == ()


def test_what_a_speaker_reports_of_others_stays_a_quote_within_the_turn(found: Extractor) -> None:
    text = "Paul Lind: The auditor said that sales rose 5%. I think it was right.\n\nAnna Rao: Good."
    document = found.extract(Source("text", text))
    names = [(quote.speaker.name if quote.speaker else None) for quote in document.quotes]
    assert names == ["Paul Lind", "The auditor", "Anna Rao"]
    assert [figure.speaker for figure in document.figures] == ["The auditor"]


def test_figures_of_a_turn_are_stated_by_its_speaker(found: Extractor) -> None:
    text = "speaker\nPaul Lind\nWe received $320 million in grants.\nspeaker\nAnna Rao\nThank you."
    assert [figure.speaker for figure in found.extract(Source("text", text)).figures] == ["Paul Lind"]
