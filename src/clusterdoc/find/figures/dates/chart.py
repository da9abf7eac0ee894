"""A chart parser: templates of words and categories, read top-down with a memo, in linear time.

A template reads like what it matches: "the? ORD WEEKDAY of MONTH". Lower-case words and marks stand for themselves,
"a/b" is either of the two ("-//" a hyphen or a slash), UPPER CASE names a tag of a token or a category that other rows
define, "?" may be missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from clusterdoc.find.figures.dates.tokens import Token


class Rule(NamedTuple):
    """A row: the category it makes, how it is said, and the function that makes the value (None: not this one)."""

    category: str
    template: str
    build: Callable[..., object]


class Edge(NamedTuple):
    """A phrase that was read: the token after its last one, its value, and its constituents of upper-case items."""

    end: int
    value: object
    constituents: Constituents
    rank: int
    category: str


# offset of the first token and reading, for each upper-case constituent
Constituents: TypeAlias = tuple[tuple[int, Edge], ...]
# rank of the row, which of its upper-case items this way of saying it has, and its function
Accept: TypeAlias = "tuple[int, tuple[bool, ...], Callable[..., object]]"
# The number of what decides which templates a token fits: its word, if a template names it, and its tags' names.
Look: TypeAlias = int
END: Final = -1  # the look of the end of the tokens
FAR: Final = 1 << 30  # a reading that failed for a reason that does not lie in the looks of the tokens
MOST_KEPT: Final = 1 << 16


@dataclass(slots=True)
class Node:
    """A place in the tree of all templates of one category; `open` keeps the branches that tokens of a look begin."""

    words: dict[str, Node] = field(default_factory=dict)
    categories: dict[str, Node] = field(default_factory=dict)
    accepts: list[Accept] = field(default_factory=list)
    open: dict[Look, list[tuple[str, Node]]] = field(default_factory=dict)


class Grammar:
    """All rows, ready to read; later rows of a category yield to earlier ones of the same length."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.roots: dict[str, Node] = {}
        for rank, rule in enumerate(rules):
            root = self.roots.setdefault(rule.category, Node())
            for items, slots in _variants(rule.template):
                _insert(root, items, (rank, slots, rule.build))
        self._literals = frozenset(self.literals())
        self._looks: dict[tuple[str, frozenset[str]], Look] = {}
        # categories that have no reading at a token of one look before a token of another
        self.nothing: set[tuple[str, Look, Look]] = set()
        self._first = {category: frozenset(self._starts(category, set())) for category in self.roots}

    def _starts(self, category: str, seen: set[str]) -> set[str]:
        """Return the words and tags that can begin a category."""
        if category not in self.roots:
            return {category}
        if category in seen:
            return set()
        seen.add(category)
        root = self.roots[category]
        return set(root.words).union(*(self._starts(name, seen) for name in root.categories))

    def may_start(self, category: str, token: Token) -> bool:
        """Return whether a token can be the first of a category."""
        first = self._first[category]
        return token.word in first or not first.isdisjoint(token.tags)

    def look(self, token: Token) -> Look:
        """Return the look of a token."""
        key = (token.word if token.word in self._literals else "", frozenset(token.tags))
        return self._looks.setdefault(key, len(self._looks))

    def branches(self, node: Node, token: Token, look: Look) -> list[tuple[str, Node]]:
        """Return the tags and categories after a node that a token can begin, in the order of the rows."""
        found = node.open.get(look)
        if found is None:
            found = node.open[look] = [
                (name, branch)
                for name, branch in node.categories.items()
                if (self.may_start(name, token) if name in self.roots else name in token.tags)
            ]
        return found

    def literals(self) -> list[str]:
        """Return the words and marks that templates name themselves, sorted."""
        found: set[str] = set()
        nodes = list(self.roots.values())
        while nodes:
            node = nodes.pop()
            found.update(node.words)
            nodes += [*node.words.values(), *node.categories.values()]
        return sorted(found)


class Parse:
    """The readings of one run of tokens, each worked out once.

    A category that reads nothing at a token, and looked no farther than the next to know it, reads nothing at any two
    tokens that look the same, and the grammar remembers that. `_far` is the farthest token that was looked at.
    """

    def __init__(self, grammar: Grammar, tokens: Sequence[Token]) -> None:
        self._grammar = grammar
        self._tokens = tokens
        self._looks = [*(grammar.look(token) for token in tokens), END, END]
        self._memo: dict[tuple[str, int], tuple[list[Edge], int]] = {}
        self._far = 0

    def read(self, category: str, start: int) -> list[Edge]:
        """Return the readings of a category at a token, one for each length, longest first."""
        key = (category, start)
        known = self._memo.get(key)
        if known is None:
            known = self._memo[key] = self._first_read(category, start)
        edges, far = known
        self._far = max(self._far, far)
        return edges

    def _first_read(self, category: str, start: int) -> tuple[list[Edge], int]:
        """Return the readings of a category at a token, and the farthest token that was looked at for them."""
        pair = (category, self._looks[start], self._looks[start + 1])
        if pair in self._grammar.nothing:
            return [], start + 1
        self._memo[category, start] = [], FAR  # a category that begins with itself is read once
        outer, self._far = self._far, start
        best: dict[int, Edge] = {}
        if self._grammar.may_start(category, self._tokens[start]):
            self._walk(category, self._grammar.roots[category], start, (), best)
        far, self._far = self._far, outer
        if not best and far <= start + 1 and len(self._grammar.nothing) < MOST_KEPT:
            self._grammar.nothing.add(pair)
        return [best[end] for end in sorted(best, reverse=True)], far

    def _walk(self, category: str, node: Node, at: int, constituents: Constituents, best: dict[int, Edge]) -> None:
        """Follow every branch of the tree that the tokens follow; keep the best-ranked reading of each length."""
        for rank, slots, build in node.accepts:
            if at not in best or rank < best[at].rank:
                values = [edge.value for _, edge in constituents]
                value = build(*(values if all(slots) else [values.pop(0) if filled else None for filled in slots]))
                if value is not None:
                    best[at] = Edge(at, value, constituents, rank, category)
                else:
                    self._far = FAR
        self._far = max(self._far, at)
        if at == len(self._tokens):
            return
        child = node.words.get(self._tokens[at].word)
        if child:
            self._walk(category, child, at + 1, constituents, best)
        for name, branch in self._grammar.branches(node, self._tokens[at], self._looks[at]):
            for edge in self._edges(name, at):
                self._walk(category, branch, edge.end, (*constituents, (at, edge)), best)

    def _edges(self, name: str, at: int) -> list[Edge]:
        """Return what a tag or a category that a token can begin reads there."""
        if name in self._grammar.roots:
            return self.read(name, at)
        return [Edge(at + 1, self._tokens[at].tags[name], (), 0, name)]


def _insert(root: Node, items: Sequence[str], accept: Accept) -> None:
    node = root
    for item in items:
        branch = node.categories if item.isupper() else node.words
        node = branch.setdefault(item, Node())
    node.accepts.append(accept)


def _variants(template: str) -> Iterable[tuple[list[str], tuple[bool, ...]]]:
    """Yield each way to say a template, with which of its upper-case items are there."""
    choices: list[Sequence[str | None]] = []
    for item in template.split():
        name, optional = (item[:-1], True) if len(item) > 1 and item.endswith("?") else (item, False)
        options = _alternatives(name)
        choices.append([*options, None] if optional else options)
    captured = [choice[0] is not None and choice[0].isupper() for choice in choices]
    for picked in product(*choices):
        slots = tuple(item is not None for item, capture in zip(picked, captured, strict=True) if capture)
        yield [item for item in picked if item is not None], slots


def _alternatives(item: str) -> list[str]:
    """Return the alternatives of an item of a template: "a/b" has two, "-//" a hyphen and the slash itself."""
    if item == "/":
        return [item]
    names, slash, _ = item.partition("//")
    return [*names.split("/"), *("/" if slash else "")]
