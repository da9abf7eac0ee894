"""Names on their way to entities: the record every step reads and gives back."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from clusterdoc.facts import Label
from clusterdoc.find.words.contexts import any_word, words_by_use
from clusterdoc.find.words.people import before_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LABELS: Final[dict[str, Label]] = {
    **{label: label for label in get_args(Label)},
    "PER": "PERSON",  # pipelines trained on CoNLL or WikiNER
    "MISC": "EVENT",
}
LONG: Final = 4
PARTICLES: Final = words_by_use()["particle"]
PARTICLE: Final = rf"(?:{any_word('particle')})"
BEFORE_NAME: Final = rf"(?:{before_names()})"  # "Mr", "President", "Gen"
# What begins sentences, and the words of headlines in title case, and no name.
FUNCTION_WORDS: Final = frozenset(
    """
    After Against And As At Both But By For From He Her His How If In It Its My Of On Or Our Over She That The Their
    These They This To We What When Where While Who Why With You
    """.split()  # noqa: SIM905 -- a list of words reads best as one
)
LETTERS: Final = re.compile(r"[^\W\d_]{2,40}")
# A name's word in capitals; but "TJ", "Ruiz III", "J.K.".
NOT_LATIN: Final = re.compile(r"[\u0250-\u1dff\u2e80-\uffff]")
IN_CAPITALS: Final = re.compile(r"(?!I{2,3}\Z|IV\Z)(?=[^AEIOUYÀ-Ö]{0,20}[AEIOUYÀ-Ö])(?:[^\W\d_a-zà-ÿ]|['’-]){2,40}")
SPACE: Final = re.compile(r"\s{1,9}")
FIRST_WORD: Final = re.compile(r"[^\W_]\w{0,40}")
# "al-Deen", "El Deen", "bin-Deen"
AL: Final = re.compile(r"\A(?:(?:al|el|an|ar|as|ad|at|az|ash|bin|ibn)-|(?:el|as|bin|ibn) )(?=\w{3})")
SUFFIX: Final = re.compile(r"(?:Jr|Sr|I{2,3}|IV|[A-Z]\.|M\.?D|Ph\.?D|[OMC]BE|[KQ]C)\b")
ARTICLE: Final = re.compile(r"(?:[Tt]he|THE|[Aa]n?)\s{1,9}(?=\S)")


class Name(NamedTuple):
    """A stretch of the article that names something; `sure` keeps later steps from changing its label.

    `stands_for` is the name that a list of the user's own gives it, or "".
    """

    start: int
    end: int
    text: str
    label: Label
    by: str = "model"
    sure: bool = False
    stands_for: str = ""

    def retyped(self, label: Label, rule: str, *, sure: bool = True) -> Name:
        """Return the name with another label, given by a rule; unchanged when it has that label already."""
        if label == self.label:
            return self._replace(sure=self.sure or sure)
        return self._replace(label=label, by=f"rule:{rule}", sure=sure)


def in_order(text: str) -> str:
    """Return a person's name with the first name first: "Ana Ruiz" of "Ruiz, Ana"."""
    last, comma, first = text.partition(", ")
    return f"{first} {in_normal_case(last)}" if comma and not SUFFIX.match(first) else text


def with_capitals(text: str) -> str:
    """Return a person's name in normal case: "Ana Ruiz" of "ANA RUIZ" and of "ana ruiz"; a single word as it is."""
    words = text.split(" ")
    if len(words) > 1 and text.islower():
        return " ".join(word if word in PARTICLES else word.capitalize() for word in words)
    if len(words) > 1 and text.isupper() and not NOT_LATIN.search(text):
        return " ".join(in_normal_case(word) for word in words)
    return text


def in_normal_case(word: str) -> str:
    """Return a word of a name in capitals in normal case: "O'Connor"; but "TJ", "III" and "J.K." as they are."""
    return LETTERS.sub(capitalised, word) if IN_CAPITALS.fullmatch(word) else word


def capitalised(letters: re.Match[str]) -> str:
    """Return a run of capitals with one capital, or with that behind "Mc"."""
    run = letters[0]
    return f"Mc{run[2:].capitalize()}" if run.startswith("MC") and len(run) > LONG else run.capitalize()


def without_article(text: str) -> str:
    """Return a name in one line without the article before it."""
    line = SPACE.sub(" ", text)
    article = ARTICLE.match(line)
    return line[article.end() :] if article else line


def without_al(text: str) -> str:
    """Return a last name in lower case without the Arabic article: "deen" of "al-deen" and "el deen"."""
    return AL.sub("", text)


def key(text: str) -> str:
    """Return the form under which spellings of a name meet: one space, no article, lower case."""
    return fold(without_article(text))


def fold(text: str) -> str:
    """Return a text in lower case, its apostrophes straight."""
    return text.casefold().replace("’", "'")


class Forms:
    """Forms to look for in a text, in time that grows with the text and not with the number of forms."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = frozenset(forms)
        lengths: dict[str, set[int]] = {}
        for form in self._forms:
            lengths.setdefault(first_word(form), set()).add(len(form))
        self._lengths = {word: sorted(sizes, reverse=True) for word, sizes in lengths.items()}

    def find(self, text: str, word: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Yield the offsets of the longest form that stands at each match of `word`, a pattern of first words."""
        for match in word.finditer(text):
            start = match.start()
            for length in self._lengths.get(match[0], ()):
                end = start + length
                if text[start:end] in self._forms and not text[end : end + 1].isalnum():
                    yield start, end
                    break


def first_word(form: str) -> str:
    """Return the letters and digits a form begins with: "U" of "U.S."."""
    found = FIRST_WORD.match(form)
    return found[0] if found else ""


def overlaps(names: Iterable[Name]) -> bytearray:
    """Return a map of the text, as long as it is needed: 1 where a name stands."""
    names = list(names)
    taken = bytearray(max((name.end for name in names), default=0))
    for name in names:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return taken


def in_place_of(names: Iterable[Name], found: list[Name]) -> list[Name]:
    """Return the names with others found by a rule, in place of all that touches those."""
    taken = overlaps(found)
    return longest_first([*(name for name in names if not any(taken[name.start : name.end])), *found])


def longest_first(names: Iterable[Name]) -> list[Name]:
    """Return names that do not overlap, in the order of the text: of two that do the longer, then the earlier one."""
    names = list(names)
    ordered = sorted(names)
    if all(name.end <= following.start for name, following in pairwise(ordered)):
        return ordered
    ranked = sorted(names, key=lambda name: (name.start - name.end, name.start))
    taken = bytearray(max(name.end for name in ranked))
    kept = []
    for name in ranked:
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            kept.append(name)
    return sorted(kept)


def is_new(name: Name, names: Iterable[Name], taken: bytearray) -> bool:
    """Return whether a name stands outside all others, which `taken` maps, or holds only parts of itself."""
    return not any(taken[name.start : name.end]) or holds_parts(name, names)


def holds_parts(name: Name, names: Iterable[Name]) -> bool:
    """Return whether a name holds what was found of it, and more: "Dust Choir" of which "Dust" was found."""
    inside = [other for other in names if other.start < name.end and name.start < other.end]
    return all(name.start <= other.start and other.end <= name.end and not other.sure for other in inside)
