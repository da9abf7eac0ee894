"""What two long articles have in common is found in time and memory that grow as their length does."""

from __future__ import annotations

import difflib
import random
from typing import TYPE_CHECKING, Any

import pytest
from steps import steps

from clusterdoc.diff import compare, similar
from clusterdoc.diff.candidates import candidates
from clusterdoc.diff.similar import matching_steps
from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker
from clusterdoc.view.diff_table import changes_to_dict, reworded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STEPS_A_CHARACTER = 50  # 35 at most are taken; all pairs of a thousand names would be hundreds
WORDS = [f"word{n}" for n in range(300)]
OTT = Speaker(None, None, None, "Ott", None)


def quoted(*texts: str) -> Document:
    quotes, article = [], ""
    for number, text in enumerate(texts, 1):
        start = len(article) + 1
        article += f'"{text}" Ott said.\n'
        quotes.append(Quote(f"q{number}", "direct", (Span(start, start + len(text), text),), text, None, OTT))
    return Document(Source("quoted", article), None, quotes=tuple(quotes))


def counted(*amounts: tuple[int, str]) -> Document:
    figures, sentences, article = [], [], ""
    for number, (value, unit) in enumerate(amounts, 1):
        text, start = f"{value} {unit}", len(article)
        article += f"{text} were counted by the state.\n"
        sentences.append((start, len(article) - 1))
        figures.append(Figure(f"f{number}", start, start + len(text), text, "count", value, unit=unit))
    return Document(Source("counted", article, tuple(sentences)), None, figures=tuple(figures))


def named(*names: str) -> Document:
    entities, article = [], ""
    for number, name in enumerate(names, 1):
        mention = Mention(len(article), len(article) + len(name), name)
        article += f"{name} ran. "
        entities.append(Entity(f"e{number}", "PERSON", name, None, (mention,)))
    return Document(Source("named", article), None, entities=tuple(entities))


def some(rng: random.Random, count: int, words: Sequence[str] = WORDS) -> str:
    return " ".join(rng.choices(words, k=count))


# Each 12 to 50 kB long; what is random differs from one side to the other.
ARTICLES: dict[str, Callable[[random.Random], Document]] = {
    "a thousand quotes, reworded": lambda rng: quoted(
        *(f"{' '.join(WORDS[n % 250 : n % 250 + 6])} {some(rng, 6)}" for n in range(300))
    ),
    "quotes of one word": lambda rng: quoted(*("no " * rng.randint(9, 15) for _ in range(1_000))),
    "one quote of equal words": lambda rng: quoted("word " * rng.randint(3_000, 4_000)),
    "one quote of many words": lambda rng: quoted(some(rng, 7_000)),
    "long speeches": lambda rng: quoted(*(some(rng, 1_000, WORDS[:100]) for _ in range(8))),
    "a hundred quotes": lambda rng: quoted(*(some(rng, 200) for _ in range(60))),
    "figures of one thing": lambda rng: counted(*((rng.randrange(10**6), "ship") for _ in range(1_000))),
    "figures of many things": lambda rng: counted(*((rng.randrange(10**6), some(rng, 1)) for _ in range(1_000))),
    "the same figure": lambda rng: counted(*[(7, "ship")] * rng.randint(700, 1_000)),
    "names": lambda rng: named(*(f"Ott{rng.randrange(10**6)} Kerr{n}" for n in range(1_000))),
    "one long name": lambda rng: named("Ott " * rng.randint(3_000, 4_000)),
}


@pytest.mark.parametrize("what", ARTICLES)
def test_a_character_of_a_long_article_costs_few_steps(what: str) -> None:
    old, new = (ARTICLES[what](random.Random(seed)) for seed in (1, 2))  # noqa: S311 -- no secret
    characters = len(old.source.text) + len(new.source.text)
    assert steps(lambda: changes_to_dict(old, new, compare(old, new))) < STEPS_A_CHARACTER * characters


ALIKE: dict[str, Callable[[random.Random], Document]] = {
    "names of two letters": lambda rng: named(*(f"{''.join(rng.choices('ab', k=170))} Ott" for _ in range(100))),
    "names of two letters, thrice": lambda rng: named(
        *(
            name
            for name in (f"Ott {''.join(rng.choices('ab', k=170))}" for _ in range(40))
            for _ in range(rng.choice((1, 3)))
        )
    ),
    "quotes of two words": lambda rng: quoted(*(some(rng, 170, "ab") for _ in range(60))),
    "quotes of three words": lambda rng: quoted(*(some(rng, 30, "abc") for _ in range(300))),
}


@pytest.mark.parametrize("what", ALIKE)
def test_facts_that_are_all_alike_are_not_all_compared_word_by_word(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What difflib does in C the count of calls does not show: so its work is counted as it is bounded."""
    work = []

    class Counting(difflib.SequenceMatcher[Any]):
        def __init__(self, _junk: None, one: Sequence[Any], other: Sequence[Any], *, autojunk: bool) -> None:
            work.append(matching_steps(one, other))
            super().__init__(None, one, other, autojunk)

    monkeypatch.setattr(similar, "SequenceMatcher", Counting)
    monkeypatch.setattr("clusterdoc.view.diff_table.difflib.SequenceMatcher", Counting)
    monkeypatch.setattr(similar, "ALL_WORK", 100_000)
    old, new = (ALIKE[what](random.Random(seed)) for seed in (1, 2))  # noqa: S311 -- no secret
    changes_to_dict(old, new, compare(old, new))
    assert sum(work) <= 4 * 100_000


def test_few_pairs_of_many_facts_are_held() -> None:
    marks = [frozenset({("kind", "count"), f"word{n % 7}", f"value {n}"}) for n in range(2_000)]
    looked_at: set[tuple[int, int]] = set()

    def rough(i: int, j: int) -> float:
        looked_at.add((i, j))
        return 0.5

    numbers = range(2_000)
    chosen = candidates(numbers, numbers, (marks.__getitem__, marks.__getitem__), rough)
    assert len(chosen) < 10 * 2_000
    assert len(looked_at) < 50 * 2_000
    assert {(n, n) for n in numbers} <= set(chosen)


def test_of_many_quotes_each_finds_its_like() -> None:
    rng = random.Random(3)  # noqa: S311 -- the same
    texts = [some(rng, 12) for _ in range(400)]
    changed = [f"{text} indeed" for text in texts]
    rng.shuffle(changed)
    pairs = [(change.old, change.new) for change in compare(quoted(*texts), quoted(*changed))]
    assert len(pairs) == 400
    assert all(isinstance(a, Quote) and isinstance(b, Quote) and b.text == f"{a.text} indeed" for a, b in pairs)


def test_of_texts_that_repeat_themselves_the_middle_is_told() -> None:
    assert reworded("a " + "b " * 400 + "c", "a " + "b " * 400 + "d " + "b " * 3 + "c") == "gained “d b b b”"
