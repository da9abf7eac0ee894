"""Headlines In Title Case or CAPITALS, written as a sentence: what the article writes as a name keeps its capital."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words.calendar_names import is_calendar_name
from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import joining_words, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.prose.lines import Line

WORD: Final = re.compile(r"[^\W\d_][\w'’]{0,40}")
PLAIN: Final = re.compile(r"[A-Z][a-z'’]{0,40}\Z")
# A word that is no first word of a sentence.
WITHIN: Final = re.compile(r"(?<=[\w,;%)’] )[^\W\d_][\w'’]{0,40}")
CAPITALS: Final = re.compile(r"(?<![^\n])[^\na-z]{12,160}(?=\n)")
# A signature, a byline, a list's line.
NO_HEADING: Final = re.compile(
    r"[–—~-]|(?i:(?:words |story |report |reporting |written |analysis )?by\b)"
    r"|[^|\t]{0,100}[|\t]|[A-Z][A-Z .,'’-]{1,40}: (?![‘'“\"])"
)
STEM: Final = 4  # letters
HEADLINES: Final = 2  # of the lines of an article, the first
SHORTEST: Final = 4  # words
LONGEST: Final = 20
LONGEST_CHARS: Final = 160
SMALL: Final = 3  # letters: a word that has no capital in any style


def headings(text: str) -> Iterator[Edit]:
    """Yield the edits that write the headlines of an article as sentences."""
    first = takewhile(_is_heading, islice(lines(text), HEADLINES))
    titles = [line for line in first if _in_title_case(line.text)]
    shouted = list(_in_capitals(text))
    if not titles and not shouted:
        return
    body = text[titles[-1].end :] if titles else CAPITALS.sub("", text)
    names = Counter(word[0] for word in WITHIN.finditer(body))
    words = Counter(word[0] for word in WORD.finditer(body))
    for line in titles:
        if _is_headline(line.text, words):
            yield from small_words(line.start, line.text, names, words)
    known = {word[:STEM].lower() for word in words}
    for found in shouted:
        if 2 * sum(stem in known for stem in _stems(found[0])) < len(_stems(found[0])):
            continue  # no headline of this article: a name of its own, a credit
        yield from spoken_words(found.start(), found[0], names, words)


def _stems(line: str) -> list[str]:
    """Return how the longer words of a line begin, in small letters."""
    return [word[0][:STEM].lower() for word in WORD.finditer(line) if len(word[0]) > SMALL]


def _is_headline(line: str, words: Counter[str]) -> bool:
    """Tell whether a line is a headline: the article has a word of it in small letters, or it has "In", "To", "Of"."""
    stems = {word[:STEM] for word in words if word.islower() and len(word) > SMALL}
    found = [word[0] for word in islice(WORD.finditer(line), 1, None)]
    if any(word.lower() in joining_words() and not word.islower() for word in found):
        return True
    return any(word[:STEM].lower() in stems for word in found if len(word) > SMALL)


def _is_heading(line: Line) -> bool:
    """Tell whether a line may be a headline: short, no sentence, no signature and no byline."""
    return not line.ended and len(line.text) <= LONGEST_CHARS and NO_HEADING.match(line.text) is None


def _in_capitals(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines in capitals of a text that is not written so as a whole."""
    found = [line for line in CAPITALS.finditer(text) if _is_shouted(line[0])]
    if found and sum(len(line[0]) for line in found) < len(text) / 2:
        yield from found


def _is_shouted(line: str) -> bool:
    """Tell whether a line in capitals is a headline: three words or more, no byline and no turn of a speaker."""
    return len(WORD.findall(line)) >= SHORTEST - 1 and NO_HEADING.match(line) is None


def spoken_words(start: int, line: str, names: Counter[str], words: Counter[str]) -> Iterator[Edit]:
    """Yield the edits that write a line in capitals as the article writes its words; those it lacks in small letters.

    A line with a word that the article writes in capitals only, or one of letters and stops, keeps that word.
    """
    for number, word in enumerate(WORD.finditer(line)):
        name = word[0].capitalize()
        if words[word[0]] > 0 or (line[word.end() : word.end() + 1] == "." and len(word[0]) == 1):
            continue
        written = name if number == 0 or _is_name(name, names, words) else word[0].lower()
        yield Edit(start + word.start(), start + word.end(), written)


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
    if is_calendar_name(bare.removesuffix("s")):
        return True
    if low in joining_words() and names[bare] <= names[low]:
        return False
    return (names[bare] > names[low]) or (words[bare] > 0 and words[low] == 0)
