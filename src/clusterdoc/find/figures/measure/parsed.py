"""A number match in its sentence: the tokens it covers and the one that ties it to the rest."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, TypeVar

from clusterdoc.find.figures.measure.measuring_words import PASSED_THROUGH
from clusterdoc.find.figures.numbers.currencies import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc, Span, Token

    from clusterdoc.find.figures.match import NumberMatch

Answer = TypeVar("Answer")
TO_A_NUMBER = frozenset({"of", "between", "than", "to", "over", "above", "below", "under", "around", "about"})


@dataclass(frozen=True, eq=False)
class ParsedNumber:
    """A number match and its tokens, from the currency or first digit to the end of the unit, without bound words.

    `sentence` is the index of the first token of its sentence; `taken` holds the indices of all tokens that belong to
    some number of the text; `before` is the number before it; `answers` keeps what `once` has worked out.
    """

    match: NumberMatch
    words: Span
    sentence: int
    taken: frozenset[int]
    before: ParsedNumber | None = field(default=None, repr=False)
    answers: dict[str, Any] = field(init=False, default_factory=dict, repr=False)

    @cached_property
    def root(self) -> Token:
        """The word of the number that hangs on a word outside it: "%" in "2.35%", "mm" in "155mm"."""
        return self.words.root

    @cached_property
    def stem(self) -> Token:
        """The word that stands for the number in its clause: its root, or "total" in "a total of $5m"."""
        token = self.root
        while token.head.i > token.i and (token.dep_ == "quantmod" or token.head.i in self.taken):
            token = token.head  # "from 3% to 5%": the parser hangs the 3 on the 5
        if token.head.lower_ == "more" and self.match.unit is None:
            token = token.head  # "injured at least 50 more"
        if token.dep_ in {"compound", "nmod", "amod"} and is_time_on_time(token.head):
            token = token.head  # "up by 70% year on year"
        while (passed := self._passed_through(token)) is not None:
            token = passed
        return token

    def _passed_through(self, token: Token) -> Token | None:
        preposition = token.head
        if token.dep_ != "pobj" or preposition.lower_ not in TO_A_NUMBER:
            return None
        noun = preposition.head
        ranged = noun.lemma_ == "range" and self.match.bound == "range"  # "in the range of $5 to $6"
        passed = noun.lemma_.lower() in PASSED_THROUGH or ranged or self.holds(noun)  # "a factor of two" is all number
        return noun if passed and noun.pos_ != "VERB" and noun.i < preposition.i else None

    def holds(self, token: Token) -> bool:
        """Return whether a token is one of the number's own, its currency and bound words included."""
        return self.words.start <= token.i < self.words.end or self.match.start <= token.idx < self.match.end


def is_time_on_time(word: Token) -> bool:
    """Return whether a word opens "year on year", "month-on-month" or "quarter over quarter"."""
    if word.i + 2 >= len(word.doc) or word.doc[word.i + 1].lower_ not in {"-", "on", "over"}:
        return False
    rest = [after.lower_ for after in word.doc[word.i + 1 : word.i + 5] if after.text != "-"][:2]
    return rest in (["on", word.lower_], ["over", word.lower_])


def once(question: Callable[[ParsedNumber], Answer]) -> Callable[[ParsedNumber], Answer]:
    """Return a function of a number that remembers its answer for each number."""
    name = question.__qualname__

    @wraps(question)
    def asked(number: ParsedNumber) -> Answer:
        if name not in number.answers:
            number.answers[name] = question(number)
        answer: Answer = number.answers[name]
        return answer

    return asked


def parse_numbers(doc: Doc, matches: Iterable[NumberMatch]) -> list[ParsedNumber]:
    """Return the matches with their tokens, in the same order; a match that covers no token is left out."""
    numbers = []
    starts = [sentence.start for sentence in doc.sents]
    for match in matches:
        words = doc.char_span(match.num_start, max(match.end, match.num_end), alignment_mode="expand")
        if words:
            sentence = starts[max(bisect_right(starts, words.start) - 1, 0)]
            numbers.append((match, with_currency(words, match.start), sentence))
    taken = frozenset(i for _, words, _ in numbers for i in range(words.start, words.end))
    return [ParsedNumber(match, words, sentence, taken) for match, words, sentence in numbers]


def chained(numbers: Iterable[ParsedNumber]) -> list[ParsedNumber]:
    """Return numbers in the order of the text, each with the one before it."""
    chain: list[ParsedNumber] = []
    for number in numbers:
        chain.append(replace(number, before=chain[-1] if chain else None))
    return chain


def with_currency(words: Span, start: int) -> Span:
    """Return the tokens of a number with the currency before it ("US $", "C$"), but not the bound words."""
    first = words.start
    while first and words.doc[first - 1].idx >= start:
        before = words.doc[first - 1]
        if before.is_alpha and not before.is_upper and before.text not in LETTERS:
            break
        first -= 1
    return words.doc[first : words.end]
