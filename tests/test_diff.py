"""What changed between two documents: by what facts are about, not by where they stand."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import given, settings
from invented import EXAMPLES, document, documents, repeated
from steps import check_growth

from clusterdoc.diff import Change, Field, compare
from clusterdoc.schema import schema
from clusterdoc.view.diff_table import changes_to_dict, reworded, summary

if TYPE_CHECKING:
    from invented import NameRow, NumberRow

    from clusterdoc.extractor import Extractor
    from clusterdoc.facts import Document

ANA: NameRow = ("Ana Ruiz", "PERSON", "Ana Ruiz")
MONDAY: NumberRow = ("Monday", "date", None, None, None)
BRIDGE = document(
    'Ana Ruiz said "the bridge cost $12 million and took two years." It opens on Monday.',
    [ANA],
    [("direct", '"the bridge cost $12 million and took two years."', "Ana Ruiz", "said")],
    [("$12 million", "money", 12_000_000, "USD", "bridge"), ("two years", "duration", 2, "year", "bridge"), MONDAY],
)
CHEAP = document(
    'Ana Ruiz said "the bridge cost $9 million and took two years." It opens on Monday.',
    [ANA],
    [("direct", '"the bridge cost $9 million and took two years."', "Ana Ruiz", "said")],
    [("$9 million", "money", 9_000_000, "USD", "bridge"), ("two years", "duration", 2, "year", "bridge"), MONDAY],
)
MOVED = document(
    "It opens on Monday. “The bridge cost $12 million and took two years,” said Ana Ruiz.",
    [ANA],
    [("direct", "“The bridge cost $12 million and took two years,”", "Ana Ruiz", "said")],
    [MONDAY, ("$12 million", "money", 12_000_000, "USD", "bridge"), ("two years", "duration", 2, "year", "bridge")],
)
SHORT = document(
    'Ana Ruiz admitted "the bridge cost $12 million." It opens on Tuesday.',
    [ANA],
    [("direct", '"the bridge cost $12 million."', "Ana Ruiz", "admitted")],
    [("$12 million", "money", 12_000_000, "USD", "bridge"), ("Tuesday", "date", None, None, None)],
)
OTHER = document(
    'Leo Park said "the bridge cost $12 million and took two years." It opens on Monday.',
    [("Leo Park", "PERSON", "Leo Park")],
    [("direct", '"the bridge cost $12 million and took two years."', "Leo Park", "said")],
    [("$12 million", "money", 12_000_000, "USD", "bridge"), ("two years", "duration", 2, "year", "bridge"), MONDAY],
)
MISSPELT = document(
    'Anna Ruiz said "the bridge cost $12 million and took two years." It opens on Monday.',
    [("Anna Ruiz", "PERSON", "Anna Ruiz")],
    [("direct", '"the bridge cost $12 million and took two years."', "Anna Ruiz", "said")],
    [("$12 million", "money", 12_000_000, "USD", "bridge"), ("two years", "duration", 2, "year", "bridge"), MONDAY],
)
NOTHING = document("The bridge is closed.")
TWICE = document("Two men died in the flood. Two men fled.", numbers=[("Two", "count", 2, "man", "men")] * 2)
ONCE = document("Two men fled.", numbers=[("Two", "count", 2, "man", "men")])


def told(old: Document, new: Document) -> list[str]:
    return [f"{change.change} {change.fact}: {summary(change)}" for change in compare(old, new)]


@pytest.mark.parametrize(("old", "new", "expected"), [
    (BRIDGE, BRIDGE, []),
    (BRIDGE, MOVED, []),
    (BRIDGE, CHEAP, [
        "changed quote: Ana Ruiz: “$12” → “$9”",
        "changed figure: $12 million → $9 million, of bridge, said by Ana Ruiz",
    ]),
    (BRIDGE, SHORT, [
        "changed quote: Ana Ruiz: lost “and took two years”, cue said → admitted",
        "removed figure: two years, of bridge, said by Ana Ruiz",
        "changed figure: Monday → Tuesday",
    ]),
    (BRIDGE, OTHER, [
        "removed entity: Ana Ruiz (PERSON)",
        "added entity: Leo Park (PERSON)",
        "changed quote: Ana Ruiz → Leo Park: “the bridge cost $12 million and took two years.”",
        "changed figure: $12 million, of bridge, said by Ana Ruiz → Leo Park",
        "changed figure: two years, of bridge, said by Ana Ruiz → Leo Park",
    ]),
    (BRIDGE, MISSPELT, ["changed entity: Ana Ruiz → Anna Ruiz (PERSON)"]),
    (NOTHING, ONCE, ["added figure: Two, of men"]),
    (TWICE, ONCE, ["removed figure: Two, of men"]),
])  # fmt: skip
def test_a_comparison_tells(old: Document, new: Document, expected: list[str]) -> None:
    assert told(old, new) == expected


def test_of_two_facts_that_tell_the_same_the_one_that_lost_its_sentence_is_gone() -> None:
    old = document("One 4 was lent. Old 4 was sold.", numbers=[("4", "count", 4, "boat", None)] * 2)
    sold = replace(old.figures[1], start=old.source.text.rindex("4"), end=old.source.text.rindex("4") + 1)
    old = replace(old, figures=(old.figures[0], sold))
    new = document("Old 4 was sold.", numbers=[("4", "count", 4, "boat", None)])
    assert [change.old for change in compare(old, new)] == [old.figures[0]]


def test_only_the_lists_asked_for_are_compared() -> None:
    assert {change.fact for change in compare(BRIDGE, NOTHING, ["quotes"])} == {"quote"}


def test_a_change_tells_what_was_and_what_is() -> None:
    money = compare(BRIDGE, CHEAP, ["figures"])
    assert money == (Change("figure", BRIDGE.figures[0], CHEAP.figures[0], (Field("value", 12_000_000, 9_000_000),)),)


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("We waited. Then we left.", "We waited.", "lost “Then we left”"),
    ("We waited", "We waited for long", "gained “for long”"),
    ('"We waited," she', "“We stayed, she", "“waited” → “stayed”"),
    ("a b c d e", "a x c y e", "“b” → “x”, “d” → “y”"),
])  # fmt: skip
def test_a_quote_in_other_words_says_which(old: str, new: str, expected: str) -> None:
    assert reworded(old, new) == expected


@settings(max_examples=EXAMPLES, deadline=None)
@given(documents())
def test_a_document_and_itself_are_the_same(one: Document) -> None:
    assert compare(one, one) == ()


@settings(max_examples=EXAMPLES, deadline=None)
@given(documents(), documents())
def test_exchanged_sides_give_the_same_changes_mirrored(one: Document, other: Document) -> None:
    there, back = compare(one, other), compare(other, one)
    assert sorted(map(repr, there)) == sorted(repr(change.mirrored()) for change in back)
    jsonschema.validate(changes_to_dict(one, other, there), json.loads(schema("diff")))


def test_the_steps_of_comparing_stories_with_nothing_in_common_grow_as_they_do() -> None:
    assert len(compare(repeated(BRIDGE, 300), repeated(TWICE, 300))) == 300 + 300 + 3 * 300 + 2 * 300
    check_growth(lambda size: compare(repeated(BRIDGE, size), repeated(TWICE, size)), 75)


TRUMP = (
    ", just as his predecessor Donald Trump did in 2021 to allow the export of cluster munitions technology to "
    "South Korea"
)
NEWS = '"This is a dark day," said Mary Ellison of Oxfam.\n'
EDITS = [  # what is put in the place of what in data/article.txt, and how each line begins that tells of it
    ("$800 million", "$825 million", [
        "changed quote: Antony Blinken: “$800” → “$825”",
        "changed figure: $800 million → $825 million, of arms and equipment, said by Antony Blinken",
    ]),
    ("less than 2.35%", "more than 2.35%", [
        "changed quote: Colin Kahl: “less” → “more”",
        "changed figure: less than 2.35% → more than 2.35%, of dud rate, said by Colin Kahl",
    ]),
    ("between 30% and 40%", "between 35% and 40%", [
        "changed quote: Colin Kahl: “30%” → “35%”",
        "changed figure: between 30% and 40% → between 35% and 40%, of dud rates, said by Colin Kahl",
    ]),
    ("hundreds of thousands", "tens of thousands", [
        "changed quote: United States: “hundreds” → “tens”",
        "changed figure: hundreds of thousands → tens of thousands, of",
    ]),
    ("155mm howitzers", "203mm howitzers", [
        "changed quote: Antony Blinken: “155mm” → “203mm”",
        "changed figure: 155mm → 203mm, of howitzers, said by Antony Blinken",
    ]),
    ("500th", "501st", ["changed figure: 500th → 501st"]),
    ("42nd drawdown", "43rd drawdown", ["changed figure: 42nd → 43rd"]),
    ("United States on Friday", "United States on Thursday", ["changed figure: Friday → Thursday"]),
    ("A 2009 U.S. law", "A 2010 U.S. law", ["changed figure: 2009 → 2010"]),
    ("higher than 1%", "higher than 2%", ["changed figure: higher than 1% → higher than 2%, of bomblet failure rates"]),
    ("several football fields", "4 square kilometers", ["added figure: 4 square kilometers"]),
    (TRUMP, "", ["removed entity: Donald Trump", "removed entity: South Korea", "removed figure: 2021"]),
    ("Jens Stoltenberg", "Jan Stoltenberg", ["changed entity: Jens Stoltenberg → Jan Stoltenberg (PERSON)"]),
    ("NATO Secretary General Jens", "NATO chief Jens", [
        "changed entity: Jens Stoltenberg (PERSON), NATO Secretary General → NATO chief",
    ]),
    ("diplomat reiterated that", "diplomat denied that", [
        "changed quote: Antony Blinken: “that it was Moscow",
    ]),
    (" This is their country they're defending,", "", [
        "changed quote: Jake Sullivan: lost “This is their country they're defending”",
    ]),
    ("in a very careful way", "in a careful way", ["changed quote: Jake Sullivan: lost “very”"]),
    ('stocks," said Blinken', 'stocks," said Sullivan', [
        "changed quote: Antony Blinken → Jake Sullivan: “This package contains",
        "changed figure: $800 million, of arms and equipment, said by Antony Blinken → Jake Sullivan",
    ]),
    ("The U.S. says it has", f"{NEWS}The U.S. says it has", [
        "added entity: Mary Ellison (PERSON)",
        "added entity: Oxfam (ORG)",
        "added quote: Mary Ellison: “This is a dark day,”",
    ]),
    ('"run out of ammunition."', "“run out of ammunition.”", []),
    ("Russian officials issued no immediate response.\n", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), EDITS, ids=[new[:20] or "gone" for _, new, _ in EDITS])
def test_an_edit_of_the_sample_is_told(
    found: Extractor, article: Document, old: str, new: str, expected: list[str]
) -> None:
    assert article.source.text.count(old) == 1
    lines = told(article, edited(found, article, old, new))
    assert [line[: len(start)] for line, start in zip(lines, expected, strict=True)] == expected


def edited(found: Extractor, before: Document, old: str, new: str) -> Document:
    return found.extract(replace(before.source, text=before.source.text.replace(old, new)))


@pytest.mark.parametrize(("paragraph", "before"), [
    ("Human Rights Watch said", '"A timely, broad'),
    ('"This package contains', "However, U.S. President"),
    ("U.S. Secretary of State Antony Blinken", "Zelenskyy has been traveling"),
    ("The provision of cluster munitions", "The move has drawn"),
    ("The Pentagon did not", "However, U.S. President"),
])  # fmt: skip
def test_a_paragraph_moved_is_no_difference(found: Extractor, article: Document, paragraph: str, before: str) -> None:
    lines = article.source.text.split("\n")
    moved = next(line for line in lines if line.startswith(paragraph))
    lines.remove(moved)
    lines.insert(next(n for n, line in enumerate(lines) if line.startswith(before)), moved)
    assert told(article, found.extract(replace(article.source, text="\n".join(lines)))) == []


@pytest.mark.parametrize(("old", "new"), [("\n", "\r\n"), ("\n", "\n\n"), ("'", "’")])
def test_another_typography_is_no_difference(found: Extractor, article: Document, old: str, new: str) -> None:
    assert told(article, edited(found, article, old, new)) == []
