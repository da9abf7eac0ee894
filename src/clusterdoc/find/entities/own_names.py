"""Names of the user's own, which hold against the model and every rule."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clusterdoc.errors import NamesError
from clusterdoc.find.doc_text import text_of
from clusterdoc.find.entities.names import Forms, Name, longest_first, overlaps
from clusterdoc.name_patterns import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from clusterdoc.name_patterns import NamePattern

RULE: Final = "names"
FIRST_WORD: Final = re.compile(r"(?<![^\W_])[^\W_]\w{0,40}")


class OwnNames:
    """The places in an article that patterns of the user's own match; the longest first, no two overlap."""

    def __init__(self, doc: Doc, patterns: tuple[NamePattern, ...]) -> None:
        found = [*written_out(text_of(doc), patterns), *by_tokens(doc, patterns)]
        places = longest_first(Name(start, end, text_of(doc)[start:end], "ORG") for start, end, _ in found)
        pattern_at = {(start, end): pattern for start, end, pattern in reversed(found)}
        matched = [(name, pattern_at[name.start, name.end]) for name in places]
        self.names = [
            name._replace(label=pattern.label, by=f"rule:{RULE}", sure=True, stands_for=pattern.stands_for)
            for name, pattern in matched
            if pattern.label
        ]
        self._taken = overlaps(name for name, _ in matched)

    def applied(self, names: list[Name]) -> list[Name]:
        """Return the names with those of the user's own in place of whatever else was found where they stand."""
        others = [name for name in names if not any(self._taken[name.start : name.end])]
        return sorted([*others, *self.names])


def written_out(text: str, patterns: tuple[NamePattern, ...]) -> Iterator[tuple[int, int, NamePattern]]:
    """Yield the places where a pattern stands word for word."""
    by_text = {pattern.text: pattern for pattern in reversed(patterns) if pattern.text}
    if by_text:
        for start, end in Forms(by_text).find(text, FIRST_WORD):
            yield start, end, by_text[text[start:end]]


def by_tokens(doc: Doc, patterns: tuple[NamePattern, ...]) -> Iterator[tuple[int, int, NamePattern]]:
    """Yield the places where tokens match a pattern of tokens."""
    if any(pattern.tokens for pattern in patterns):
        found, by_key = matcher(doc.vocab, patterns)
        for key, first, last in found(doc):
            span = doc[first:last]
            yield span.start_char, span.end_char, by_key[key]


@lru_cache(maxsize=2)
def matcher(vocab: Vocab, patterns: tuple[NamePattern, ...]) -> tuple[Matcher, dict[int, NamePattern]]:
    """Return a matcher of the patterns of tokens, and its keys. Raises NamesError for one that spaCy does not take.

    The keys are hashes: their strings may be gone with the memory zone in which they were added.
    """
    from spacy.matcher import Matcher
    from spacy.strings import get_string_id

    found = Matcher(vocab, validate=True)
    by_key: dict[int, NamePattern] = {}
    for number, pattern in enumerate(pattern for pattern in patterns if pattern.tokens):
        key = f"names:{number}"
        by_key[get_string_id(key)] = pattern
        try:
            found.add(key, [json.loads(pattern.tokens)])
        except Exception:  # noqa: BLE001 -- its own errors, and those of re for what is no regular expression
            tokens = abbreviated(json.loads(pattern.tokens))
            raise NamesError(f"spaCy's Matcher does not take these tokens of a name: {tokens}.") from None
    return found, by_key
