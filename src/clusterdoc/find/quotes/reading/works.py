"""Words in marks that name a thing: programmes, books, memos, bands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.prose.marks import Stretch

# A memo titled "Where We Stand," his band, named "The Late Crew," the song "Cold Sea,"
TITLED: Final = re.compile(rf"(?<!\w)(?:{any_word('titled')}|{any_word('work')}),? {{1,2}}$")
WORK: Final = re.compile(rf" (?:{any_word('kind of work')})\b")
SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to"})
ARTICLES: Final = (" the", " its", " a", " The", " their", " his", " her", "’s", "'s")
LONGEST: Final = 8
LONGEST_NICKNAME: Final = 2  # words


def is_name(page: Page, stretch: Stretch) -> bool:
    """Return whether a stretch names a thing in a running sentence: `on the radio's "Late Talk," Ott said`."""
    inside = page.text[stretch.inner_start : stretch.inner_end].strip()
    words = inside.split()
    before = page.before(stretch.start)
    if not stretch.closed or not inside[:1].isupper():
        return False
    if look_back(TITLED, page.text, stretch.start, FAR):
        return True
    if WORK.match(page.text, stretch.end) and before.endswith(ARTICLES):
        return True
    if not 1 < len(words) <= LONGEST or not before[-1:].isalpha():
        return False
    if before.rsplit(maxsplit=1)[-1].lower() in cues.verbs():  # `Dahl declared "Never Again"`
        return False
    return all(not word[:1].islower() or word in SMALL for word in words)


def holds_nickname(page: Page, stretch: Stretch) -> bool:
    """Return whether marks hold a nickname in the middle of a name: `Leif "Red" Olsen`."""
    first, last = page.first_token(stretch), page.token_at(stretch.end)
    inside = [token for token in page.doc[first:last] if token.is_alpha]
    if not 0 < first < last < len(page.doc) or not 0 < len(inside) <= LONGEST_NICKNAME:
        return False
    before, after = page.doc[first - 1], page.doc[last]
    adjoining = before.pos_ == after.pos_ == "PROPN" and after.idx == stretch.end + 1
    return adjoining and inside[0].text[0].isupper() and page.text[stretch.inner_end - 1].isalpha()
