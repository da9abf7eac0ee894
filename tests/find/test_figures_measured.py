"""Every template and every way of sharing finds its examples, under its own name, and no counter-example.

In an example the number stands in square brackets and what it measures in braces: "a {dud rate} of [2%]".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from bracketed import marked

from clusterdoc.find.figures.measure.sharing import SHARINGS
from clusterdoc.find.figures.measure.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from clusterdoc.facts import Document
    from clusterdoc.find.figures.measure.rule import Rule

    Parse = Callable[[str], Doc]

RULES: Final[tuple[Rule, ...]] = (*TEMPLATES, *SHARINGS)
EXAMPLES: Final = [(rule.name, example) for rule in RULES for example in rule.examples]
COUNTER_EXAMPLES: Final = [(rule.name, example) for rule in RULES for example in rule.counter_examples]


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(set(names)) == sorted(names)


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULES if not rule.examples] == []


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_a_rule_finds_its_example(parse: Parse, name: str, example: str) -> None:
    figure, words = marked(parse, example)
    assert (figure.of.text if figure.of else None, figure.of_by) == (words, f"rule:{name}")


@pytest.mark.parametrize(("name", "example"), COUNTER_EXAMPLES, ids=[example for _, example in COUNTER_EXAMPLES])
def test_a_rule_does_not_fit_its_counter_example(parse: Parse, name: str, example: str) -> None:
    figure, words = marked(parse, example)
    assert figure.of_by != f"rule:{name}"
    assert words is None or (figure.of is not None and figure.of.text == words)


def test_every_reason_a_figure_gives_is_a_rule_that_exists(article: Document) -> None:
    reasons = {figure.of_by.removeprefix("rule:") for figure in article.figures if figure.of_by}
    assert reasons
    assert reasons <= {rule.name for rule in RULES}
    assert [figure.text for figure in article.figures if (figure.of is None) != (figure.of_by is None)] == []
