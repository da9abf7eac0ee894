"""The templates on Docs made by hand, so that a model's mood cannot break them, and Docs of other pipelines."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import EXAMPLES
from spacy.tokens import Doc

from clusterdoc.find.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

VOCAB = spacy.blank("en").vocab
# word/POS/dependency/head: the head is the position of a word of the row; a lemma after "=" where it is another.
RATE = "a/DET/det/2 dud/NOUN/compound/2 rate/NOUN/ROOT/2 of/ADP/prep/2 2.35/NUM/nummod/5 %/NOUN/pobj/3"
SHARE = (
    "20/NUM/nummod/1 percent/NOUN/nsubj/6 of/ADP/prep/1 "
    "our/PRON/poss/5 planet/NOUN/compound/5 oxygen/NOUN/pobj/2 comes/VERB/ROOT/6"
)
COUNTED = "They/PRON/nsubj/1 hired/VERB=hire/ROOT/1 300/NUM/nummod/4 French/ADJ/amod/4 engineers/NOUN=engineer/dobj/1"
ROSE = (
    "Sales/NOUN=sale/nsubj/1 rose/VERB=rise/ROOT/1 3/NUM/nummod/3 %/NOUN/npadvmod/1 "
    "to/ADP/prep/1 $/SYM/quantmod/7 4/NUM/compound/7 billion/NUM/pobj/4"
)
KILLED = "at/ADP/advmod/2 least/ADJ/advmod/2 20/NUM/nsubjpass/4 were/AUX/auxpass/4 killed/VERB=kill/ROOT/4"
WORTH = "a/DET/det/1 fund/NOUN/ROOT/1 worth/ADJ/amod/1 $/SYM/quantmod/5 5/NUM/compound/5 million/NUM/npadvmod/2"
LASTED = "storms/NOUN=storm/nsubj/1 lasted/VERB=last/ROOT/1 two/NUM/nummod/3 hours/NOUN=hour/dobj/1"
TWICE = "base/NOUN/nsubj/2 Orbit/PROPN/nsubj/2 has/VERB=have/ROOT/2 64/NUM/nummod/4 GB/NOUN/dobj/2"
PAIR = "155/NUM/nummod/1 mm/NOUN/nmod/5 and/CCONJ/cc/1 105/NUM/nummod/4 mm/NOUN/conj/1 guns/NOUN=gun/ROOT/5"


def made(row: str) -> Doc:
    """Return the Doc of a row."""
    cells = [word.split("/") for word in row.split()]
    lemmas = [cell[1].partition("=")[2] or cell[0].lower() for cell in cells]
    return Doc(
        VOCAB,
        words=[cell[0] for cell in cells],
        pos=[cell[1].partition("=")[0] for cell in cells],
        deps=[cell[2] for cell in cells],
        heads=[int(cell[3]) for cell in cells],
        lemmas=lemmas,
    )


@pytest.mark.parametrize(
    ("row", "measured"),
    [
        (RATE, [("percent", "dud rate", "level")]),
        (SHARE, [("percent", "planet oxygen", "level")]),
        (COUNTED, [("engineer", "French engineers", "level")]),
        (ROSE, [("percent", "Sales", "change"), ("USD", "Sales", "to")]),
        (KILLED, [("person", "killed", "level")]),
        (WORTH, [("USD", "fund", "level")]),
        (LASTED, [("hour", "storms", "level")]),
        (TWICE, [("gigabyte", "Orbit", "level")]),
        (PAIR, [("millimeter", "guns", "level"), ("millimeter", "guns", "level")]),
    ],
)
def test_a_template_reads_the_dependencies(row: str, measured: Sequence[tuple[str, str, str]]) -> None:
    found = find_figures(made(row))
    assert [(figure.unit, figure.of.text if figure.of else None, figure.role) for figure in found] == measured


@pytest.mark.parametrize(("links", "measured"), [(2, "Sales"), (3, None)])
def test_a_verb_far_from_a_number_does_not_govern_it(links: int, measured: str | None) -> None:
    chain = " ".join(f"by/ADP/prep/{2 * n + 1} it/PRON/pobj/{2 * n + 2}" for n in range(links))
    last = 2 * links + 2
    number = f"by/ADP/prep/{last - 1} 3/NUM/nummod/{last + 2} %/NOUN/pobj/{last}"
    [figure] = find_figures(made(f"Sales/NOUN=sale/nsubj/1 rose/VERB=rise/ROOT/1 {chain} {number}"))
    assert (figure.of.text if figure.of else None) == measured


def test_a_doc_without_a_parse_has_values_bounds_and_units_only() -> None:
    found = find_figures(spacy.blank("en")("More than $5m was lost, a rate of 3%, by 300 people in 2009."))
    assert [(f.value, f.bound, f.unit, f.of) for f in found if f.kind != "date"] == [
        (5_000_000, ">", "USD", None),
        (3, "=", "percent", None),
        (300, "=", None, None),
    ]


def test_a_doc_in_other_dependencies_raises_nothing() -> None:
    words = ["Die", "Preise", "stiegen", "um", "3", "%", "auf", "4", "Milliarden"]
    doc = Doc(VOCAB, words=words, heads=[1, 2, 2, 5, 5, 2, 8, 8, 2], deps=["x"] * 9)
    assert [figure.value for figure in find_figures(doc)][:1] == [3]


def test_a_root_in_the_role_of_a_dependent_ends() -> None:
    """Another parser may name its roots anything: this one went round for ever."""
    doc = Doc(
        VOCAB,
        words=["they", "rose", "3%"],
        heads=[1, 1, 1],
        deps=["nsubj", "conj", "dobj"],
        pos=["PRON", "VERB", "NUM"],
    )
    assert [figure.value for figure in find_figures(doc)] == [3]


PARTS = (
    "Sales", "rose", "3%", "to", "$4bn", "of", "two", "men", "aged", "34", ",", "half", "the", "5 miles (8 km)", "-",
    "(", "from", "up", "worth", "they", "one", "third", "day", "more", "than", "in", "2009", "Friday", "\n", "👍", '"',
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=14), st.data())
@settings(max_examples=2 * EXAMPLES, deadline=None)
def test_any_tree_gives_spans_of_the_text_that_do_not_overlap(words: list[str], data: st.DataObject) -> None:
    words = [piece for word in words for piece in word.split(" ")]
    labels = (
        "nsubj",
        "dobj",
        "pobj",
        "prep",
        "nummod",
        "conj",
        "appos",
        "amod",
        "compound",
        "acl",
        "relcl",
        "quantmod",
    )
    tags = ("NOUN", "VERB", "ADP", "NUM", "PROPN", "PRON", "ADJ", "DET", "ADV", "SPACE")
    doc = Doc(
        VOCAB,
        words=words,
        heads=[data.draw(st.integers(0, i)) for i in range(len(words))],
        deps=[data.draw(st.sampled_from(labels)) for _ in words],
        pos=[data.draw(st.sampled_from(tags)) for _ in words],
    )
    found = find_figures(doc)
    assert all(doc.text[figure.start : figure.end] == figure.text for figure in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(doc.text[f.of.start : f.of.end] == f.of.text for f in found if f.of)
