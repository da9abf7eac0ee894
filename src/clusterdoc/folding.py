"""Text as it is compared where a reader types a name: without case, accents, and the curl of apostrophes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# What Unicode does not take apart into a letter and a mark; the forms of an apostrophe, a quotation mark, a dash.
FORMS: Final = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
FORMS.update(dict.fromkeys("’‘ʼʻ′`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑‒–—−", "-"))
FOLDED: Final = str.maketrans(FORMS)


def folded(text: str) -> str:
    """Return a text in lower case, without accents, with straight apostrophes, and one blank between its words."""
    lower = unicodedata.normalize("NFKD", text.translate(FOLDED).casefold().translate(FOLDED))
    return " ".join("".join(char for char in lower if not unicodedata.combining(char)).split())


def name_matcher(name: str) -> Callable[[object], bool]:
    """Return a function that says whether a text has a name in it, from the beginning of a word on, both folded."""
    pattern = re.compile(rf"(?<!\w){re.escape(folded(name))}")
    return lambda text: isinstance(text, str) and pattern.search(folded(text)) is not None
