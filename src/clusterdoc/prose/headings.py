"""Headlines In Title Case, written as a sentence: only what the article itself writes as a name keeps its capital."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import joining_words, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD: Final = re.compile(r"[^\W\d_][\w'’]{0,40}")
PLAIN: Final = re.compile(r"[A-Z][a-z'’]{0,40}\Z")
DATE: Final = re.compile(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
)
# A word that is no first word of a sentence.
WITHIN: Final = re.compile(r"(?<=[\w,;%)’] )[^\W\d_][\w'’]{0,40}")
HEADLINES: Final = 2  # of the lines of an article, the first
SHORTEST: Final = 4  # words
LONGEST: Final = 20
LONGEST_CHARS: Final = 160
SMALL: Final = 3  # letters: a word that has no capital in any style


def headings(text: str) -> Iterator[Edit]:
    """Yield the edits that write the headlines of an article as sentences."""
    found = [line for line in islice(lines(text), HEADLINES) if not line.ended and len(line.text) <= LONGEST_CHARS]
    titles = [line for line in found if _in_title_case(line.text)]
    if not titles:
        return
    body = text[titles[-1].end :]
    names = Counter(word[0] for word in WITHIN.finditer(body))
    words = Counter(word[0] for word in WORD.finditer(body))
    for line in titles:
        if text.count("\n", 0, line.start) < len(found) * 3:
            yield from small_words(line.start, line.text, names, words)


def _in_title_case(line: str) -> bool:
    """Tell whether a line is a sentence whose words have capitals, small ones too: "Shell Profits Rise To $28bn"."""
    words = [word[0] for word in WORD.finditer(line)]
    if not SHORTEST <= len(words) <= LONGEST:
        return False
    longer = [word for word in words if len(word) > SMALL and word.lower() not in joining_words()]
    return not line.isupper() and len(longer) > 1 and all(word[0].isupper() for word in longer)


def small_words(start: int, line: str, names: Counter[str], words: Counter[str]) -> Iterator[Edit]:
    """Yield the edits that take its capital from each word that the article does not write with one."""
    if not words:
        return
    for word in islice(WORD.finditer(line), 1, None):
        dotted = line[word.end() : word.end() + 1] == "."
        if PLAIN.match(word[0]) and not dotted and not _is_name(word[0], names, words):
            yield Edit(start + word.start(), start + word.start() + 1, word[0][0].lower())


def _is_name(word: str, names: Counter[str], words: Counter[str]) -> bool:
    """Tell whether the article writes a word as a name."""
    bare = word.removesuffix("'s").removesuffix("’s")
    low = bare.lower()
    if DATE.match(bare):
        return True
    if low in joining_words() and names[bare] <= names[low]:
        return False
    return (names[bare] > names[low]) or (words[bare] > 0 and words[low] == 0)
