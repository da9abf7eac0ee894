"""Templates to phrases: rows of words and categories, read top-down with a memo, linear in the length of an island.

A template is written as it is said: "the? ORD WEEKDAY of MONTH". Lower-case words and marks stand for themselves,
"a/b" is either, UPPER CASE names a tag of a token or a category that other rows define, "?" may be missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from clusterdoc.find.figures.dates.tokens import Token


class Rule(NamedTuple):
    """A row: the category it makes, how it is said, and the function that makes the value (None: not this one)."""

    category: str
    template: str
    build: Callable[..., object]


class Edge(NamedTuple):
    """A phrase that was read: the token after its last one, its value, and the upper-case pieces it was read from."""

    end: int
    value: object
    pieces: tuple[tuple[int, Edge], ...]
    rank: int
    category: str


@dataclass(slots=True)
class _Node:
    """A place in the tree of all templates of one category."""

    words: dict[str, _Node] = field(default_factory=dict)
    categories: dict[str, _Node] = field(default_factory=dict)
    accepts: list[tuple[int, tuple[bool, ...], Callable[..., object]]] = field(default_factory=list)


class Grammar:
    """All rows, ready to read; later rows of a category yield to earlier ones of the same length."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._roots: dict[str, _Node] = {}
        for rank, rule in enumerate(rules):
            root = self._roots.setdefault(rule.category, _Node())
            for items, slots in _variants(rule.template):
                _insert(root, items, (rank, slots, rule.build))
        self._first: dict[str, frozenset[str]] = {}
        for category in self._roots:
            self._first[category] = frozenset(self._starts(category, set()))

    def _starts(self, category: str, seen: set[str]) -> set[str]:
        """Return the words and tags that can begin a category."""
        if category not in self._roots:
            return {category}
        if category in seen:
            return set()
        seen.add(category)
        root = self._roots[category]
        return set(root.words).union(*(self._starts(name, seen) for name in root.categories))

    def read(
        self, category: str, tokens: Sequence[Token], start: int, memo: dict[tuple[str, int], list[Edge]]
    ) -> list[Edge]:
        """Return the readings of a category at a token, one for each length, longest first."""
        key = (category, start)
        found = memo.get(key)
        if found is not None:
            return found
        memo[key] = []
        best: dict[int, Edge] = {}
        token = tokens[start]
        first = self._first[category]
        if token.word in first or not first.isdisjoint(token.tags):
            self._walk(category, self._roots[category], tokens, start, (), best, memo)
        memo[key] = [best[end] for end in sorted(best, reverse=True)]
        return memo[key]

    def _walk(
        self,
        category: str,
        node: _Node,
        tokens: Sequence[Token],
        at: int,
        pieces: tuple[tuple[int, Edge], ...],
        best: dict[int, Edge],
        memo: dict[tuple[str, int], list[Edge]],
    ) -> None:
        for rank, slots, build in node.accepts:
            if at not in best or rank < best[at].rank:
                values = iter(edge.value for _, edge in pieces)
                value = build(*(next(values) if filled else None for filled in slots))
                if value is not None:
                    best[at] = Edge(at, value, pieces, rank, category)
        if at == len(tokens):
            return
        token = tokens[at]
        child = node.words.get(token.word)
        if child:
            self._walk(category, child, tokens, at + 1, pieces, best, memo)
        for name, child in node.categories.items():
            if name not in self._roots:
                if name in token.tags:
                    leaf = Edge(at + 1, token.tags[name], (), 0, name)
                    self._walk(category, child, tokens, at + 1, (*pieces, (at, leaf)), best, memo)
                continue
            first = self._first[name]
            if token.word in first or not first.isdisjoint(token.tags):
                for edge in self.read(name, tokens, at, memo):
                    self._walk(category, child, tokens, edge.end, (*pieces, (at, edge)), best, memo)


def _insert(root: _Node, items: Sequence[str], accept: tuple[int, tuple[bool, ...], Callable[..., object]]) -> None:
    node = root
    for item in items:
        branch = node.categories if item.isupper() else node.words
        node = branch.setdefault(item, _Node())
    node.accepts.append(accept)


def _variants(template: str) -> Iterable[tuple[list[str], tuple[bool, ...]]]:
    """Yield each way to say a template, with which of its upper-case items are there."""
    choices: list[list[str | None]] = []
    for item in template.split():
        name, optional = (item[:-1], True) if len(item) > 1 and item.endswith("?") else (item, False)
        options: list[str | None] = list(name.split("/")) if len(name) > 1 else [name]
        choices.append([*options, None] if optional else options)
    captured = [choice[0] is not None and choice[0].isupper() for choice in choices]
    for picked in product(*choices):
        slots = tuple(item is not None for item, capture in zip(picked, captured, strict=True) if capture)
        yield [item for item in picked if item is not None], slots
