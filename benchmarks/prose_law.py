"""The form of a text does not change its facts: articles wrapped at random widths, a third of the lines hyphenated.

    python benchmarks/prose_law.py ARTICLES.jsonl [N] [--seed 1]

Each line of the file is a JSON object with a "text". Every article is wrapped at a width between 50 and 100: with empty
lines between its paragraphs, with none, with first lines set in, and as two columns are read one after the other. The
facts of the first N articles (20) are compared with those of the article as it is: F1 of names, quotes and figures. It
says, too, whether a name, a speaker, a title or a quote shows a soft hyphen, a line break or a mark of Markdown.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clusterdoc.extractor import extractor
from clusterdoc.facts import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from clusterdoc.facts import Document

LONG: Final = 7  # letters: shorter words are not cut
KEPT: Final = 3  # letters at both ends of a cut word
THIRD: Final = 1 / 3
UNCLEAN: Final = ("\xad", "\u200b", "\n", "**")
LAYERS: Final = ("names", "quotes", "figures")
COLUMN_LINES: Final = 24
BLANKS: Final = re.compile(" {2,}")


def main() -> None:
    """Print the scores of each form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("number", type=int, nargs="?", default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with given.articles.open(encoding="utf-8") as lines:
        texts = [one_blank(json.loads(line)["text"]) for line in lines][: given.number]
    read = extractor().extract
    plain = [read(Source("plain", text)) for text in texts]
    for name, form in FORMS.items():
        chance = random.Random(given.seed)  # noqa: S311 -- widths, not secrets
        formed = [read(Source(name, form(paragraphs(text), chance))) for text in texts]
        scores = "  ".join(f"{layer} {f1(plain, formed, number):5.1f}" for number, layer in enumerate(LAYERS))
        sys.stdout.write(f"{name:28} {scores}  unclean {sum(map(unclean, formed))}\n")
        sys.stdout.flush()


def one_blank(text: str) -> str:
    """Return a text with one blank between its words, as a wrapping program leaves it: runs of them say no more."""
    return BLANKS.sub(" ", text)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of an article that has one a line."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def wrapped(paragraph: str, width: int, chance: random.Random) -> list[str]:
    """Return the lines of a paragraph, a third of the long words at their ends cut by a hyphen."""
    lines, line = [], ""
    for word in paragraph.split(" "):
        room = width - len(line) - 2
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
        elif room >= KEPT and len(word) > LONG and word.isalpha() and word.islower() and chance.random() < THIRD:
            cut = min(room, len(word) - KEPT)
            lines.append(f"{line} {word[:cut]}-".strip())
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def joined(gap: str, indent: str = "", least: int = 50, most: int = 100) -> Callable[[list[str], random.Random], str]:
    """Return the form of wrapped paragraphs with a gap between them and a first line set in."""

    def form(parts: list[str], chance: random.Random) -> str:
        width = chance.randint(least, most)
        return gap.join(indent + "\n".join(wrapped(part, width, chance)) for part in parts) + "\n"

    return form


def columns(parts: list[str], chance: random.Random) -> str:
    """Return the paragraphs in narrow columns, read one after the other, an empty line or a page break between."""
    width = chance.randint(38, 50)
    lines = [line for part in parts for line in wrapped(part, width, chance)]
    pieces = [lines[at : at + COLUMN_LINES] for at in range(0, len(lines), COLUMN_LINES)]
    breaks = ("\n\n", "\n\f")
    return "".join("\n".join(piece) + breaks[number % 2] for number, piece in enumerate(pieces))


FORMS: Final[dict[str, Callable[[list[str], random.Random], str]]] = {
    "empty lines between": joined("\n\n"),
    "no empty lines": joined("\n"),
    "first lines set in": joined("\n", "   "),
    "narrow": joined("\n\n", least=40, most=50),
    "two columns": columns,
}


def facts_of(document: Document) -> tuple[Counter[object], Counter[object], Counter[object]]:
    """Return names, quotes and figures of an article as they are compared."""
    names: Counter[object] = Counter((entity.label, entity.name) for entity in document.entities)
    quotes: Counter[object] = Counter(
        (quote.type, quote.speaker.name if quote.speaker else None, spaced(quote.text)) for quote in document.quotes
    )
    figures: Counter[object] = Counter(
        (one.kind, one.value, one.low, one.high, one.bound, one.unit, one.of and spaced(one.of.text), one.speaker)
        for one in document.figures
    )
    return names, quotes, figures


def spaced(words: str) -> str:
    """Return words without the accidents of their form."""
    return " ".join(words.replace("-\n", "").split()).replace("-", "").lower()


def f1(plain: Sequence[Document], formed: Sequence[Document], layer: int) -> float:
    """Return F1 of the facts of a layer, in percent."""
    same = both = 0
    for one, other in zip(plain, formed, strict=True):
        first, second = facts_of(one)[layer], facts_of(other)[layer]
        same += 2 * (first & second).total()
        both += first.total() + second.total()
    return 100 * same / both if both else 100.0


def unclean(document: Document) -> int:
    """Return how many names, titles, speakers and quotes show what only the form of the text needs."""
    return sum(1 for words in shown(document) if any(sign in words for sign in UNCLEAN))


def shown(document: Document) -> Iterator[str]:
    """Yield the words that a table shows."""
    for entity in document.entities:
        yield from (entity.name, entity.title or "")
    for quote in document.quotes:
        yield from (quote.text, quote.speaker.name or "" if quote.speaker else "")
    yield from (one.speaker or "" for one in document.figures)


if __name__ == "__main__":
    main()
