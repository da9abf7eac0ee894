"""The sample article against our own annotation of it: who said what, in full."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from clusterdoc.find.entities import find_entities
from clusterdoc.find.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from clusterdoc.facts import Quote

SEED = Path(__file__).parents[1] / "gold" / "quotes" / "seed.jsonl"
ALIKE = 0.5


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    record: dict[str, Any] = json.loads(SEED.read_text(encoding="utf-8"))
    return record


@pytest.fixture(scope="module")
def quotes(parse: Callable[[str], Doc], seed: dict[str, Any]) -> tuple[Quote, ...]:
    doc = parse(seed["text"])
    return find_quotes(doc, find_entities(doc))


def alike(gold: dict[str, Any], quote: Quote) -> float:
    """Return the share of characters that two contents have in common."""
    a = {c for start, end in gold["content"] for c in range(start, end)}
    b = {c for part in quote.parts for c in range(part.start, part.end)}
    return len(a & b) / len(a | b)


def best(gold: dict[str, Any], quotes: tuple[Quote, ...]) -> Quote:
    return max(quotes, key=lambda quote: alike(gold, quote))


def test_all_31_contents_are_found(seed: dict[str, Any], quotes: tuple[Quote, ...]) -> None:
    missed = [gold for gold in seed["quotes"] if alike(gold, best(gold, quotes)) < ALIKE and not gold.get("optional")]
    assert not missed


def test_every_speaker_is_resolved_to_the_full_name(seed: dict[str, Any], quotes: tuple[Quote, ...]) -> None:
    wrong = []
    for gold in seed["quotes"]:
        quote = best(gold, quotes)
        name = quote.speaker.name if quote.speaker else None
        if alike(gold, quote) >= ALIKE and name != gold["speaker"]:
            wrong.append((gold["speaker"], name, quote.text))
    assert not wrong


def test_direct_speech_is_exact(seed: dict[str, Any], quotes: tuple[Quote, ...]) -> None:
    direct = [quote.text.strip('"') for quote in quotes if quote.type == "direct"]
    for gold in seed["quotes"]:
        if gold["type"] == "direct":
            text = " … ".join(seed["text"][start:end] for start, end in gold["content"])
            assert text.strip('"') in direct
