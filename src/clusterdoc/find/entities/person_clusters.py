"""People: which full name a last name, a first name or "Ms Kim" stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.entities.first_names import first_names, gender_of
from clusterdoc.find.entities.full_names import last_name
from clusterdoc.find.entities.names import fold, in_order, key, without_al
from clusterdoc.find.words import any_of
from clusterdoc.find.words.people import before_names, gender_of_title, kin

if TYPE_CHECKING:
    from clusterdoc.find.entities.names import Name

KIN: Final = re.compile(rf"(?i:\b(?:her|his|their)|['’]s) (?:[a-z]{{1,12}} )?(?:{any_of(kin())}),? \Z")
SPEAKS: Final = re.compile(r"[^.!?\n]{0,80} (?:said|says|told|tells|added|recalled|wrote)\b")
TITLE: Final = re.compile(r"(?<!\w)([A-Z][a-z]{1,12})\.?\s\Z")
RANK: Final = re.compile(rf"(?<!\w)(?:{before_names()})\.? \Z")

# So many mentions back, the one meant has been named.
NEAR: Final = 100
# A shorter name is too soon another one: "Lee", "Leo".
MISSPELLED: Final = 5
# What is longer is no name: all forms of it would take memory that grows with the square of its length.
LONGEST_WORD: Final = 40
MOST_WORDS: Final = 12


class People:
    """The people of an article: who is meant by each mention, in the order of the text."""

    def __init__(self, text: str, names: list[Name]) -> None:
        self._text = text
        self._last: dict[str, list[Name]] = {}
        self._first: dict[str, list[Name]] = {}
        self._middle: dict[str, list[Name]] = {}
        self._called: dict[str, list[str]] = {}
        self._longer: dict[str, dict[str, None]] = {}
        self._full: dict[str, str] = {}
        self._variants: dict[str, dict[str, None]] = {}
        self._misspelled: dict[str, str] = {}
        self._relatives: set[str] = set()
        mentions = [name for name in names if name.label == "PERSON"]
        straight = [name._replace(text=in_order(name.text)) for name in mentions]
        for name in straight:
            self._add(name)
        self._meant = {(name.start, name.end): self._resolve(name) for name in straight}

    def person(self, name: Name) -> str:
        """Return the key of the person a mention stands for."""
        return self._meant.get((name.start, name.end), key(name.text))

    def _add(self, name: Name) -> None:
        if self._is_relative(name):
            self._relatives.add(name.text)
        first, *middle = without_al(fold(name.text)).split()
        if middle:
            last = fold(last_name(name.text))
            if last not in self._last:
                self._misspelled.update((form, last) for form in one_letter_off(last))
            self._last.setdefault(last, []).append(name)
            without = without_al(last)  # "Assad" of "al-Assad"
            if without != last:
                self._last.setdefault(without, []).append(name)
            self._first.setdefault(first, []).append(name)
            for word in middle:
                self._middle.setdefault(word, []).append(name)
            self._longer.setdefault(last, {})[name.text] = None
            self._variants.setdefault(fold(name.text)[:-1], {})[name.text] = None
            for size in range(2, min(len(middle), MOST_WORDS) + 1):
                self._longer.setdefault(" ".join((first, *middle)[:size]), {})[name.text] = None

    def _resolve(self, name: Name) -> str:
        word = fold(name.text)  # "MOSS WINS AGAIN"
        bare = without_al(word)
        if " " in bare or (" " in word and bare not in self._last):
            return key(self._fullest(name.text))
        candidates = self._bearers(word, bare) or self._nearly(name.text, word)
        gender = self._gender(name)
        if gender:
            of_gender = {g: [c for c in candidates if gender_of(c.text.split()[0]) == g] for g in (gender, None)}
            candidates = of_gender[gender] or of_gender[None]
        if not candidates:
            return key(name.text) + (f" {gender}" if gender else "")
        return self._nearest(name, candidates)

    def _bearers(self, word: str, bare: str) -> list[Name]:
        """Return the full names that have a word: as last name, else as first, as any other, without its article."""
        named = self._last.get(word) or self._first.get(word) or self._middle.get(word)
        return named or self._last.get(bare, [])

    def _nearly(self, text: str, word: str) -> list[Name]:
        """Return the full names whose last name is misspelled here, by one letter; none for a first name."""
        if text in first_names():
            return []
        meant = next((self._misspelled[form] for form in one_letter_off(word) if form in self._misspelled), "")
        return [] if word == f"{meant}s" else self._last.get(meant, [])  # "the Tolvas" are several

    def _nearest(self, name: Name, candidates: list[Name]) -> str:
        """Return who of several is meant: who was called so before, else who was named last, else who comes first."""
        called = self._called.setdefault(fold(name.text), [])
        here = bisect_left(candidates, name.start, key=lambda full: full.start)
        before = candidates[max(0, here - NEAR) : here]
        before = [full for full in before if full.text not in self._relatives] or before
        # "Deen" stays who it was when "Ali Deen" comes in: a second person of a last name keeps the first name.
        known = {key(self._fullest(full)) for full in {full.text for full in before}}
        kept = [meant for meant in called if meant in known]
        meant = kept[-1] if kept else key(self._fullest((self._main(before) if before else candidates[0]).text))
        if meant not in called[-1:]:
            called.append(meant)
        return meant

    def _main(self, bearers: list[Name]) -> Name:
        """Return who goes by a last name that several have: the last, or the first if only that one has a rank."""
        first, last = bearers[0], bearers[-1]
        return first if self._has_rank(first) and not self._has_rank(last) else last

    def _has_rank(self, name: Name) -> bool:
        return look_back(RANK, self._text, name.start) is not None

    def _is_relative(self, name: Name) -> bool:
        """Return whether somebody comes in as another's mother or son, silent: the last name alone is not theirs."""
        return look_back(KIN, self._text, name.start) is not None and SPEAKS.match(self._text, name.end) is None

    def _gender(self, name: Name) -> str | None:
        title = look_back(TITLE, self._text, name.start)
        return gender_of_title(title[1]) if title else None

    def _fullest(self, text: str) -> str:
        """Return the longest name in the article that this full name is a shorter form of."""
        if text not in self._full:
            folded = fold(text)
            forms = {**self._longer.get(fold(last_name(text)), {}), **self._longer.get(folded, {})}
            short = folded.split()
            forms.update(self._variants.get(folded, {}))
            others = (form for form in forms if len(form) > len(text) and form not in self._relatives)
            longer = [full for full in others if same_person(short, fold(full).split())]
            self._full[text] = max(longer, key=len) if longer else text
        return self._full[text]


def one_letter_off(word: str) -> tuple[str, ...]:
    """Return a name and what is left of it without a letter: "Tolva" and "Tolwa" share "Tola"."""
    if not MISSPELLED <= len(word) <= LONGEST_WORD:
        return ()
    return (word, *(word[:n] + word[n + 1 :] for n in range(1, len(word))))


def is_variant(short: list[str], full: list[str]) -> bool:
    """Return whether two full names are one, spelled in two ways: one letter more at the end of a long last name."""
    return len(short[-1]) > MISSPELLED and short == [*full[:-1], full[-1][:-1]]


def same_person(short: list[str], full: list[str]) -> bool:
    """Return whether one full name is a shorter form of another: same last name, same first name or its initial."""
    if short[-1] == full[-1] or is_variant(short, full):
        # "Chemist Ana Ruiz": a word before the first name that the model took for a part of it
        return short[0] == full[0] or short[0].rstrip(".") == full[0][0] or full[-len(short) :] == short
    return full[: len(short)] == short
