"""Every rule that a fact can name has an example that fires it, and no fact names another."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from marked import MARK, marked

from clusterdoc.find import find_facts
from clusterdoc.find.entities import find_entities
from clusterdoc.find.entities.rules import MODEL
from clusterdoc.find.entities.rules import RULES as MENTIONS
from clusterdoc.find.figures.measure.sharing import SHARINGS
from clusterdoc.find.figures.measure.templates import TEMPLATES
from clusterdoc.find.figures.numbers import keep
from clusterdoc.find.figures.numbers.claims import read_numbers
from clusterdoc.find.figures.numbers.reporting import BY_FORM, BY_KIND
from clusterdoc.find.figures.numbers.rules import DATE, DROPPING, IDENTIFIER, READING
from clusterdoc.find.quotes.rules import RULES as QUOTES
from clusterdoc.find.words import rows
from clusterdoc.name_patterns import names_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from clusterdoc.facts import Document

OWN: Final = tuple(names_of([{"label": "PERSON", "pattern": "Ana Ruiz"}]))
MEASURES: Final = {rule.name for rule in (*TEMPLATES, *SHARINGS)}
TEXTS: Final = [
    *(MARK.sub(r"\1", text) for text in MENTIONS.values()),
    *QUOTES.values(),
    *READING.values(),
    *DROPPING.values(),
    "Rents rose 3% to $4bn on May 3, or 12.5 per 100,000 people; over-75s got one of three, Ana Ott said.",
]


def named(reasons: set[str | None]) -> set[str]:
    """Return the rules that some reasons name."""
    return {(reason or "none").removeprefix("rule:") for reason in reasons}


@pytest.mark.parametrize("rule", READING)
def test_a_rule_that_reads_numbers_reads_its_example(rule: str) -> None:
    assert rule in named({match.by for match in read_numbers(READING[rule]).kept})


@pytest.mark.parametrize("rule", DROPPING)
def test_a_rule_that_drops_numbers_drops_its_example(rule: str) -> None:
    assert rule in {drop.rule.partition(":")[0] for drop in read_numbers(DROPPING[rule]).dropped}


@pytest.mark.parametrize("rule", MENTIONS)
def test_a_rule_for_names_finds_its_example(rule: str) -> None:
    entities = find_entities(marked(MENTIONS[rule]), OWN if rule == "names" else ())
    assert rule in named({mention.by for entity in entities for mention in entity.mentions})


def test_the_reasons_that_the_code_gives_are_rules() -> None:
    assert {*BY_KIND.values(), *BY_FORM.values()} <= READING.keys()
    assert {rule.name for rule in keep.RULES} <= DROPPING.keys()


@pytest.mark.parametrize("path", sorted(Path(keep.__file__).parent.glob("*.py")), ids=lambda path: path.stem)
def test_every_rule_written_out_in_the_code_is_in_the_list(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.keyword)]
    written = {
        str(node.value.value) for node in calls if node.arg in {"rule", "by"} and isinstance(node.value, ast.Constant)
    }
    assert named({reason for reason in written if reason}) <= READING.keys() | {"none"}


def test_no_fact_of_our_texts_names_a_rule_that_is_not_there(parse: Callable[[str], Doc], article: Document) -> None:
    found = [find_facts(parse(text)) for text in TEXTS]
    figures = [*article.figures, *(figure for facts in found for figure in facts.figures)]
    quotes = [*article.quotes, *(quote for facts in found for quote in facts.quotes)]
    entities = [*article.entities, *(entity for facts in found for entity in facts.entities)]
    assert named({figure.by for figure in figures}) <= {*READING, DATE}
    assert named({figure.of_by for figure in figures}) <= {*MEASURES, "none"}
    assert named({quote.by for quote in quotes}) <= QUOTES.keys()
    assert named({mention.by for entity in entities for mention in entity.mentions}) <= {*MENTIONS, MODEL}


def test_what_is_dropped_in_our_texts_names_a_rule_or_a_row() -> None:
    drops = {drop.rule for text in TEXTS for drop in read_numbers(text).dropped}
    identifiers = {f"{IDENTIFIER}: {name}" for name, *_ in rows("identifiers")}
    assert drops <= {*DROPPING, *identifiers} - {IDENTIFIER}
