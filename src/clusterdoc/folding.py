"""Text as it is compared where a reader types a name: without case, accents, and the curl of apostrophes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# What Unicode does not take apart into a letter and a mark; the forms of an apostrophe, a quotation mark, a dash.
LETTERS: Final = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
FORMS: Final = LETTERS | (dict.fromkeys("’‘ʼʻ′`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑‒–—−", "-"))
PLAIN: Final = re.compile("|".join(sorted({*LETTERS.values()}, key=len, reverse=True)))
LONGEST: Final = 40  # of a name
ARTICLE: Final = re.compile(r"(?<!\w)(al|el) (?=\w)")  # of an Arabic name: "al Assad"
HYPHENED: Final = re.compile(r"(?<!\w)(?:al|el)-(?=\w)")
FOLDED: Final = str.maketrans(FORMS)
MARKS: Final = str.maketrans({"'": None, ".": None, "-": " "})  # "O'Neill", "J.K. Ott", "Ruiz-Ott"
INITIAL: Final = re.compile(r"(?<!\w)(\w) (?=\w(?!\w))")


def folded(text: str) -> str:
    """Return a text in lower case, without accents, with straight apostrophes, and one blank between its words."""
    lower = unicodedata.normalize("NFKD", text.translate(FOLDED).casefold().translate(FOLDED))
    return " ".join("".join(char for char in lower if not unicodedata.combining(char)).split())


def name_matcher(name: str) -> Callable[[object], bool]:
    """Return a function that says whether a text has a name in it, from the beginning of a word on, both folded.

    "al-Assad", "el-Assad", "Al Assad" and "Assad" are one name, whichever of them is asked for; so are "Ruiz-Ott" and
    "Ruiz Ott", "O'Kerr" and "OKerr", "J.K. Ott", "J. K. Ott" and "JK Ott".
    """
    wanted = folded(name)
    plain, articled = _pattern(wanted), _pattern(ARTICLE.sub(r"\1-", wanted))
    bare, unmarked = _pattern(without_articles(wanted)), _pattern(without_marks(wanted))
    marked = not wanted[-1:].isalnum()  # what ends in a mark is meant as it is: "al-"

    def matches(text: object) -> bool:
        """Return whether a text has the name in it; False for what is no text."""
        if not isinstance(text, str):
            return False
        found = folded(text)
        if plain.search(found) or articled.search(found) or bare.search(without_articles(found)):
            return True
        return not marked and unmarked.search(without_marks(found)) is not None

    return matches


def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a folded name at the beginning of a word."""
    return re.compile(rf"(?<!\w){re.escape(name)}")


def without_articles(name: str) -> str:
    """Return a folded name without the article of an Arabic one: "bashar assad" of "bashar al-assad"."""
    return HYPHENED.sub("", name)


def without_marks(name: str) -> str:
    """Return a folded name without the marks in it, its initials together: "jk ruiz ott" of "j. k. ruiz-ott"."""
    return INITIAL.sub(r"\1", name.translate(MARKS))


def spellings(words: str) -> list[str]:
    """Return words as they are typed, folded, and with up to two of their letters as Unicode keeps them apart.

    "lukasz" is "łukasz" as well, "strasse" "straße". What is longer than a name has no other spelling.
    """
    plain = folded(words)
    if len(plain) > LONGEST:
        return [words]
    forms = dict.fromkeys((words, plain))
    once = other_letters(plain, 0)
    for form, end in once:
        forms[form] = None
        forms.update(dict.fromkeys(twice for twice, _ in other_letters(form, end)))
    return [*forms]


def other_letters(words: str, start: int) -> list[tuple[str, int]]:
    """Return words with one letter from an offset on as another that folds to it, and where it ends."""
    found = PLAIN.finditer(words, start)
    return [
        (words[: at.start()] + letter + words[at.end() :], at.start() + 1)
        for at in found
        for letter, folds_to in LETTERS.items()
        if folds_to == at[0]
    ]
