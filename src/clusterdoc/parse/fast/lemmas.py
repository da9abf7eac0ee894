"""The step of the components "attribute_ruler" and "lemmatizer": each distinct word is looked up once.

Which rules fit a token is decided, but for a few rules over two tokens, by its form, tag and dependency; its lemma by
its form, part of speech and morphology, which the rules set. So both are kept by form, tag and dependency.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.matcher import Matcher
from spacy.tokens._retokenize import set_token_attrs  # as spaCy's own ruler does

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span, Token

    Key: TypeAlias = tuple[int, int, int]
    Attributes: TypeAlias = dict[int, int]
    # The values of SET that a token gets, packed, and its lemma, which spaCy's store may lose with a memory zone.
    Entry: TypeAlias = tuple[bytes, str]
    Condition: TypeAlias = Mapping[str, Callable[[Any], bool]]

FORGET_AT: Final = 50_000  # words kept, some 20 MB; then they are looked up anew
GRAMMAR: Final = frozenset({"TAG", "DEP"})  # what a rule may ask that depends on no word
ALONE: Final = frozenset({"TAG", "LOWER", "ORTH", "DEP", "IS_SPACE"})  # what a rule over one token may ask here
ANY: Final = ("", "")
SPACE: Final = ("IS_SPACE", "")
SET: Final = [TAG, DEP, POS, MORPH, LEMMA]  # what rules and lemmatizer set
PACKED: Final = struct.Struct(f"={len(SET)}Q")
TESTS: Final[Mapping[str, Callable[[Any], Callable[[Any], bool]]]] = {
    "IN": lambda members: frozenset(members).__contains__,
    "NOT_IN": lambda members: lambda value: value not in members,
    "REGEX": lambda pattern: lambda value: re.search(pattern, value) is not None,
}


class Lemmatizer:
    """Sets part of speech, morphology and lemma of tokens that have none yet."""

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:  # noqa: ANN401 -- spaCy's components, as they are loaded
        self.ruler, self.lemmatize = ruler, lemmatizer.lemmatize
        self.known: dict[Key | tuple[Key, tuple[int, ...]], Entry] = {}
        self.together: dict[tuple[int, ...], Attributes] = {}
        self.rules: dict[tuple[str, str], list[tuple[int, Condition]]] = {}
        self.of_grammar: list[tuple[int, Condition]] = []
        self.by_grammar: dict[tuple[str, str], list[int]] = {}
        self.pairs = Pairs(ruler)
        for number, rule in enumerate(ruler.patterns):
            for pattern in filter(is_alone, rule["patterns"]):
                self.add(number, pattern[0])
        make_sets(lemmatizer)

    def add(self, number: int, asked: Mapping[str, Any]) -> None:
        """Take in a rule over one token."""
        condition = {name: test(value) for name, value in asked.items()}
        if condition.keys() <= GRAMMAR:
            self.of_grammar.append((number, condition))
            return
        for entry in rule_entries(asked):
            self.rules.setdefault(entry, []).append((number, condition))

    def __call__(self, docs: list[Doc]) -> list[Doc]:
        """Return the Docs, their tokens with part of speech, morphology and lemma."""
        if len(self.known) > FORGET_AT:
            self.known.clear()
        for doc in docs:
            entries = list(self.entries(doc))
            for lemma in {lemma for _, lemma in entries}:
                doc.vocab.strings.add(lemma)
            rows: Any = np.frombuffer(b"".join(values for values, _ in entries), np.uint64)  # the stub knows no uint64
            doc.from_array(SET, rows.reshape(len(doc), len(SET)))
        return docs

    def entries(self, doc: Doc) -> Iterator[Entry]:
        """Yield what each token gets."""
        asked = doc.to_array([ORTH, TAG, DEP, LOWER])
        paired = self.pairs.fitting(doc, asked[:, 2:])
        for at, key in enumerate(map(tuple, asked[:, :3].tolist())):
            rules = paired.get(at, ()) if paired else ()
            entry = (key, rules) if rules else key
            known = self.known.get(entry)
            if known is None:
                known = self.known[entry] = self.look_up(doc[at], rules)
            yield known

    def look_up(self, token: Token, rules: Sequence[int]) -> Entry:
        """Set and return what a token gets: by the rules, and its lemma when no rule says it."""
        attributes = self.attributes(tuple(sorted({*rules, *self.fitting(token)})))
        set_token_attrs(token, attributes)
        if token.lemma == 0:
            token.lemma_ = self.lemmatize(token)[0]
        values = PACKED.pack(token.tag, token.dep, token.pos, attributes.get(MORPH, 0), token.lemma)
        return values, token.lemma_

    def attributes(self, rules: tuple[int, ...]) -> Attributes:
        """Return what these rules set: the later ones have the last word."""
        if rules not in self.together:
            self.together[rules] = {name: value for number in rules for name, value in self.ruler.attrs[number].items()}
        return self.together[rules]

    def fitting(self, token: Token) -> Iterator[int]:
        """Yield the rules over one token that fit."""
        word, tag, dependency = token.lower_, token.tag_, token.dep_
        has = {"TAG": tag, "LOWER": word, "ORTH": token.text, "DEP": dependency, "IS_SPACE": token.is_space}
        yield from self.fitting_grammar(tag, dependency)
        for entry in (("LOWER", word), ("TAG", tag), ANY, *([SPACE] if token.is_space else ())):
            for number, condition in self.rules.get(entry, ()):
                if all(fits(has[name]) for name, fits in condition.items()):
                    yield number

    def fitting_grammar(self, tag: str, dependency: str) -> list[int]:
        """Return the rules that fit every token of a tag and a dependency."""
        known = self.by_grammar.get((tag, dependency))
        if known is None:
            has = {"TAG": tag, "DEP": dependency}
            known = [
                number
                for number, condition in self.of_grammar
                if all(fits(has[name]) for name, fits in condition.items())
            ]
            self.by_grammar[tag, dependency] = known
        return known


class Pairs:
    """The rules over several tokens, which are looked for only where a sign of one stands: "gon" of "gon na"."""

    def __init__(self, ruler: Any) -> None:  # noqa: ANN401 -- as above
        self.ruler, self.matcher = ruler, Matcher(ruler.vocab)
        self.signs: set[int] = set()
        self.reach = 0  # tokens beside a sign where a pattern may begin or end
        self.always = False
        for number, rule in enumerate(ruler.patterns):
            patterns = [pattern for pattern in rule["patterns"] if not is_alone(pattern)]
            if patterns:
                self.matcher.add(str(number), patterns)
            for pattern in patterns:
                signs = signs_of(pattern)
                self.always = self.always or not signs or any("OP" in asked for asked in pattern)
                self.reach = max(self.reach, len(pattern) - 1)
                self.signs.update(map(ruler.vocab.strings.add, signs))

    def fitting(self, doc: Doc, asked: NDArray[Any]) -> dict[int, tuple[int, ...]]:
        """Return the rules that fit, by the token they change; `asked` has DEP and LOWER of the tokens."""
        found: dict[int, set[int]] = {}
        for stretch in self.stretches(doc, asked):
            for name, start, end in self.matcher(stretch, allow_missing=True):
                number = int(doc.vocab.strings[name])
                index = self.ruler.indices[number]
                at = stretch.start + index + (start if index >= 0 else end)
                found.setdefault(at, set()).add(number)
        return {at: tuple(sorted(numbers)) for at, numbers in found.items()}

    def stretches(self, doc: Doc, asked: NDArray[Any]) -> list[Span]:
        """Return what is near a sign, all of the Doc where a rule has none."""
        if self.always:
            return [doc[:]]
        if self.signs.isdisjoint(asked.ravel().tolist()):
            return []
        signs = [at for at, row in enumerate(asked.tolist()) if not self.signs.isdisjoint(row)]
        return [doc[max(0, at - self.reach) : at + self.reach + 1] for at in signs]


def signs_of(pattern: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the words or the dependency of which one stands wherever a pattern fits; none where it names none."""
    for asked in pattern:
        for name in ("LOWER", "DEP"):
            value = asked.get(name)
            if isinstance(value, str) and asked.get("OP", "1") == "1":
                return [value]
    return []


def rule_entries(pattern: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return where to look for a rule over one token: under its words, else its tags, else under SPACE or ANY."""
    for name in ("LOWER", "TAG"):
        asked = pattern.get(name)
        if isinstance(asked, str):
            return [(name, asked)]
        if isinstance(asked, dict) and "IN" in asked:
            return [(name, value) for value in asked["IN"]]
    return [SPACE if pattern.get("IS_SPACE") is True else ANY]


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


def sets_usual(ruler: Any) -> bool:  # noqa: ANN401 -- as above
    """Return whether the rules set nothing but what is set here."""
    return all(attributes.keys() <= set(SET) for attributes in ruler.attrs)


def make_sets(lemmatizer: Any) -> None:  # noqa: ANN401 -- as above
    """Make sets of the lists of known lemmas, in which each form of each new word is looked up: 50,000 nouns."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for kind in list(known):
        known[kind] = frozenset(known[kind])
