"""The blocks of a page: what a browser would show as paragraphs, whichever elements they are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

INLINE: Final = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
     "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
     "var", "wbr"}
)  # fmt: skip
LEFT_OUT: Final = frozenset(
    {"head", "script", "style", "template", "nav", "footer", "aside", "form", "button", "select", "textarea", "iframe",
     "object", "svg", "math", "canvas", "audio", "video"}
)  # fmt: skip
HIDDEN: Final = re.compile(r"(?i)display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden")
SENTENCE: Final = re.compile(r"[.!?:…][\"'”’»)]{0,3}\Z")
LINKS: Final = 0.6  # of the characters of a block, from which on it is a menu unless it is a sentence


class Blocks:
    """The blocks found so far, and the one that has not ended."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.words: list[str] = []
        self.linked = 0
        self.links = 0
        self.kept = 0  # elements, in which the ends of lines are kept

    def add(self, words: str | None) -> None:
        """Take words of a block."""
        *ended, last = (words or "").split("\n") if self.kept else [words or ""]
        for line in ended:
            self.words.append(line)
            self.end()
        self.words.append(last)
        self.linked += len(last.strip()) * (self.links > 0)

    def end(self) -> None:
        """End a block; one of links only is a menu, one without a letter or a digit is a rule."""
        text = " ".join("".join(self.words).split())
        menu = self.linked > LINKS * len(text) and not ends_sentence(text)
        if text and not menu and any(character.isalnum() for character in text):
            self.found.append(text)
        self.words, self.linked = [], 0


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return SENTENCE.search(text, max(0, len(text) - 5)) is not None


def blocks_of(page: str) -> list[str]:
    """Return the blocks of a page, in order, without scripts, menus and what is hidden; none when there is no page."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return []
    return list(_walked(tree)) if tree is not None else []


def _walked(tree: Any) -> Iterator[str]:  # noqa: ANN401 -- lxml's own
    """Yield the blocks below an element."""
    from lxml import etree

    blocks = Blocks()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        name = element.tag
        if event == "start" and left_out(element):
            walk.skip_subtree()
            continue
        if name not in INLINE:
            blocks.end()
        if event == "start":
            blocks.links += name == "a"
            blocks.kept += name == "pre"
            blocks.add(element.text)
        else:
            if not left_out(element):
                blocks.links -= name == "a"
                blocks.kept -= name == "pre"
            blocks.add(element.tail)
    blocks.end()
    yield from blocks.found


def left_out(element: Any) -> bool:  # noqa: ANN401 -- the same
    """Tell whether a browser shows nothing of an element, or it is none of the article's."""
    return (
        element.tag in LEFT_OUT
        or "hidden" in element.attrib
        or HIDDEN.search(element.get("style", "")[:999]) is not None
    )
