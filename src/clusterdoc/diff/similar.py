"""How alike two facts are, from 0 to 1, whichever of them comes first.

A score is a weighted mean over what both facts tell; what neither tells has no say. Words are compared as sets, texts
by difflib's longest common runs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from collections.abc import Set as AbstractSet

    from clusterdoc.facts import Figure, Source

WORD: Final = re.compile(r"\w[\w'’]{0,60}")
DIGIT: Final = re.compile(r"\d")
ARTICLE: Final = re.compile(r"\A(?:the|a|an|its|their|his|her)\s(?=\S)", re.IGNORECASE)
EDGES: Final = "\"'“”„«»‘’‚.,;:!?…()[]-–—"
BLANKS: Final = re.compile(r"\s+")
EXCERPT: Final = 4  # words that are enough to recognise the text they are from
AROUND: Final = 100  # characters of context on each side where no sentence is known

MOST_WORK: Final = 30_000  # pairs of equal words in two texts, up to which difflib compares them
ALL_WORK: Final = 5_000_000  # such pairs in all texts that are compared, for each fact an equal share

Words = frozenset[str]


def normalised(text: str | None) -> str | None:
    """Return a text as it is compared: case, blanks, the form of quotation marks and a leading article do not count."""
    if text is None:
        return None
    plain = text.translate(str.maketrans("“”„«»‘’‚", '"""""\'\'\'')).casefold()
    return ARTICLE.sub("", BLANKS.sub(" ", plain).strip())


def tokens(text: str) -> list[str]:
    """Return the words of a text as quotes are compared: case, quotation marks and punctuation do not count."""
    return [word for token in text.split() if (word := bare(token))]


def bare(token: str) -> str:
    """Return a word without what stands around it: "arms," is "arms", "$800" is itself."""
    return token.casefold().strip(EDGES).replace("’", "'")


def folded_words(text: str) -> Words:
    """Return the words of a text, folded."""
    return frozenset(WORD.findall(text.casefold()))


def overlap(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> float:
    """Return Dice's coefficient of two sets of words (Dice 1945)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def share_of_work(facts: int) -> int:
    """Return how many pairs of equal words difflib may compare in two texts, where so many facts are compared."""
    return min(MOST_WORK, ALL_WORK // max(1, facts))


def likeness(one: str, other: str, most: int = MOST_WORK) -> float:
    """Return difflib's ratio of two names, made symmetric by putting them in order; Dice's of what is too much work."""
    first, second = sorted((one.casefold(), other.casefold()))
    if first == second:
        return 1.0
    if matching_steps(first, second) > most:
        return overlap(letters(first), letters(second))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def context(source: Source, fact: Figure) -> Words:
    """Return the words, without numbers, of the sentence of a figure."""
    at = bisect_right(source.sentences, fact.start, key=itemgetter(0)) - 1
    held = at >= 0 and fact.start < source.sentences[at][1]
    start, end = source.sentences[at] if held else (max(0, fact.start - AROUND), fact.end + AROUND)
    around = source.text[start : fact.start] + " " + source.text[fact.end : end]
    return frozenset(word for word in folded_words(around) if not DIGIT.search(word))


def letters(name: str) -> Words:
    """Return the pairs of letters of a name: names that share few of them are not alike, which is soon known."""
    return frozenset(map("".join, pairwise(f" {name.casefold()} ")))


def alike_texts(one: list[str], other: list[str], most: int = MOST_WORK) -> float:
    """Return how alike two texts are, given in tokens; an excerpt of the other is nearly the same."""
    first, second = sorted((one, other), key=lambda found: (len(found), found))
    if not first:
        return float(first == second)
    shared = shared_words(first, second, most)
    inside = 0.9 * shared / len(first) if len(first) >= EXCERPT else 0.0
    return max(2 * shared / (len(first) + len(second)), inside)


def shared_words(first: Sequence[str], second: Sequence[str], most: int) -> int:
    """Return how many words of one text stand in the other in runs of two or more; one word alone is a run.

    In texts that repeat themselves, of which difflib would take the square of the time, pairs of words are counted.
    """
    if first == second:
        return len(first)
    if matching_steps(first, second) > most:
        return (Counter(pairwise(first)) & Counter(pairwise(second))).total()
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1 or len(first) == 1)


def matching_steps(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many pairs of equal items two sequences have: so many steps difflib takes, and more."""
    counts, others = Counter(first), Counter(second)
    return sum(count * others[item] for item, count in counts.items())
