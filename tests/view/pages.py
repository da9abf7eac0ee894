"""What a page says: its article with the tags stripped, its links, its ids."""

from __future__ import annotations

import html
import re
from typing import Final

ARTICLE: Final = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
PIECE: Final = re.compile(r'<i data-c="([0-9a-f]+)">[^<]*</i>|<[^>]*>|(&#?\w+;)')


def article(page: str) -> str:
    """Return the article that a page holds: no tags, entities resolved, signs turned back into their characters."""
    found = ARTICLE.search(page)
    assert found
    return PIECE.sub(_character, found[1])


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return html.unescape(found[2]) if found[2] else ""


def links(page: str) -> list[str]:
    """Return where the links of a page lead, without the "#"."""
    return [html.unescape(target) for target in re.findall(r'href="#([^"]*)"', page)]


def ids(page: str) -> list[str]:
    """Return the ids of a page."""
    return [html.unescape(name) for name in re.findall(r'\bid="([^"]*)"', page)]
