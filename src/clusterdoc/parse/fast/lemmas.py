"""The step of the components "attribute_ruler" and "lemmatizer": each distinct word is looked up once.

Which rules fit a token is decided, but for a few rules over two tokens, by its form, tag and dependency; its lemma by
its form, part of speech and morphology, which the rules set. So both are kept by form, tag and dependency.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from spacy.attrs import DEP, ORTH, TAG  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.matcher import Matcher
from spacy.tokens._retokenize import set_token_attrs  # as spaCy's own ruler does

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    Key: TypeAlias = tuple[int, int, int]
    Attributes: TypeAlias = dict[int, int]
    Condition: TypeAlias = Mapping[str, Callable[[Any], bool]]

FORGET_AT: Final = 50_000  # words kept, some 20 MB; then they are looked up anew
ALONE: Final = frozenset({"TAG", "LOWER", "ORTH", "DEP", "IS_SPACE"})  # what a rule over one token may ask here
ANY: Final = ("", "")
TESTS: Final[Mapping[str, Callable[[Any], Callable[[Any], bool]]]] = {
    "IN": lambda members: frozenset(members).__contains__,
    "NOT_IN": lambda members: lambda value: value not in members,
    "REGEX": lambda pattern: lambda value: re.search(pattern, value) is not None,
}


class Words:
    """Sets part of speech, morphology and lemma of tokens that have none yet."""

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:  # noqa: ANN401 -- spaCy's components, as they are loaded
        self.ruler, self.lemmatize = ruler, lemmatizer.lemmatize
        self.known: dict[tuple[Key, tuple[int, ...]], tuple[Attributes, str | None]] = {}
        self.together: dict[tuple[int, ...], Attributes] = {}
        self.rules: dict[tuple[str, str], list[tuple[int, Condition]]] = {}
        self.pairs = Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            for pattern in filter(is_alone, rule["patterns"]):
                condition = {name: test(asked) for name, asked in pattern[0].items()}
                for entry in rule_entries(pattern[0]):
                    self.rules.setdefault(entry, []).append((number, condition))
            others = [pattern for pattern in rule["patterns"] if not is_alone(pattern)]
            if others:
                self.pairs.add(str(number), others)
        make_sets(lemmatizer)

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Return the Docs, their tokens with part of speech, morphology and lemma."""
        if len(self.known) > FORGET_AT:
            self.known.clear()
        for doc in docs:
            paired = self.paired(doc)
            for token, key in zip(doc, map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()), strict=True):
                rules = paired.get(token.i, ())
                known = self.known.get((key, rules))
                if known is None:
                    self.known[key, rules] = self.look_up(token, rules)
                    continue
                attributes, lemma = known
                set_token_attrs(token, attributes)
                if lemma is not None:
                    token.lemma_ = lemma  # the string, which may be gone from spaCy's store with its memory zone
        return docs

    def paired(self, doc: Doc) -> dict[int, tuple[int, ...]]:
        """Return the rules over several tokens that fit, by the token they change."""
        found: dict[int, set[int]] = {}
        if not len(self.pairs):
            return {}
        for name, start, end in self.pairs(doc, allow_missing=True):
            number = int(doc.vocab.strings[name])
            index = self.ruler.indices[number]
            found.setdefault(index + (start if index >= 0 else end), set()).add(number)
        return {at: tuple(sorted(numbers)) for at, numbers in found.items()}

    def look_up(self, token: Token, rules: Sequence[int]) -> tuple[Attributes, str | None]:
        """Set and return the attributes of a token, and its lemma when no rule says it."""
        attributes = self.attributes(tuple(sorted({*rules, *self.fitting(token)})))
        set_token_attrs(token, attributes)
        if token.lemma != 0:
            return attributes, None
        lemma: str = self.lemmatize(token)[0]
        token.lemma_ = lemma
        return attributes, lemma

    def attributes(self, rules: tuple[int, ...]) -> Attributes:
        """Return what these rules set: the later ones have the last word."""
        if rules not in self.together:
            self.together[rules] = {name: value for number in rules for name, value in self.ruler.attrs[number].items()}
        return self.together[rules]

    def fitting(self, token: Token) -> Iterator[int]:
        """Yield the rules over one token that fit."""
        word, tag = token.lower_, token.tag_
        has = {
            "TAG": tag,
            "LOWER": word,
            "ORTH": token.text,
            "DEP": token.dep_,
            "IS_SPACE": token.is_space,
        }
        for entry in (("LOWER", word), ("TAG", tag), ANY):
            for number, condition in self.rules.get(entry, ()):
                if all(fits(has[name]) for name, fits in condition.items()):
                    yield number


def rule_entries(pattern: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return where to look for a rule over one token: under its words, else its tags, else under ANY."""
    for name in ("LOWER", "TAG"):
        asked = pattern.get(name)
        if isinstance(asked, str):
            return [(name, asked)]
        if isinstance(asked, dict) and "IN" in asked:
            return [(name, value) for value in asked["IN"]]
    return [ANY]


def is_alone(pattern: Sequence[Mapping[str, object]]) -> bool:
    """Return whether a pattern is about one token, and asks no more of it than is known here."""
    return len(pattern) == 1 and pattern[0].keys() <= ALONE and all(map(is_simple, pattern[0].values()))


def is_simple(asked: object) -> bool:
    """Return whether a condition is a value, or a test of TESTS."""
    return not isinstance(asked, dict) or (len(asked) == 1 and asked.keys() <= TESTS.keys())


def test(asked: Any) -> Callable[[Any], bool]:  # noqa: ANN401 -- what patterns hold: a value, or a dict
    """Return the test that a condition is."""
    if isinstance(asked, dict):
        [(kind, value)] = asked.items()
        return TESTS[kind](value)
    return lambda value: bool(value == asked)


def make_sets(lemmatizer: Any) -> None:  # noqa: ANN401 -- as above
    """Make sets of the lists of known lemmas, in which each form of each new word is looked up: 50,000 nouns."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for kind in list(known):
        known[kind] = frozenset(known[kind])
