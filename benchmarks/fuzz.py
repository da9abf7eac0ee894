"""Fuzz the whole way, text to facts to every view, and hold the laws of the design; prints each finding and goes on.

    python benchmarks/fuzz.py [--minutes 30] [--seed 0]
    python benchmarks/fuzz.py --texts DIR    # the same laws on every file below a directory

Half of the texts are made of fragments of news and of what breaks programs, half are invented stories of the tests with
such fragments put in and pieces taken out. What it finds becomes a row in the tests. Exit 1 when there was a finding.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import sys
import time
import traceback
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "view"))

from pages import article

from clusterdoc.extractor import extractor
from clusterdoc.facts import LISTS, Document, Source
from clusterdoc.source import read_sample
from clusterdoc.view.csv import write_header, write_rows
from clusterdoc.view.html import to_html
from clusterdoc.view.json import to_json
from clusterdoc.view.table import Page, document_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clusterdoc.extractor import Extractor

STORIES: Final = Path(__file__).parents[1] / "tests" / "gold" / "stories"
SECONDS_A_TEXT: Final = 5.0
SECONDS_A_CHARACTER: Final = 4e-4  # seven views of a text of figures alone: 15 s for 70 kB
ACTING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
NEWS: Final = """
Ott|Per Dahl|Mayor Ana Lund|the U.S.|Kyiv|Oxfam|(WHO)
Dr. Bo Kerr Jr.|she|it|They|said|told|added|according to|asked whether
that|adding that|who|rose|fell|from|to|$4.5bn|£3–5m|12%|half a million|one in five|1,234,567
1 234 567|3-1|F-16|5 miles (8 km)
March 3, 2020|Friday|the 1990s|6:30 a.m.|34-year-old|10⁶|½|-3 °C|two-thirds|1/2|Rs 5 crore
.|,|:|;|!|?|—|-|(|)|…|"|“|”|‘|’|''
``|«|»|„|'
"""
HOSTILE: Final = (
    "\n", "\n\n", "\t", "\x00", "\x1b[2J", "\x9b31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\x85",
    "\r\n", "\r", "\ud800", "é", "e\u0301", "👨‍👩‍👧", "字", "<b>", "&amp;", "</style>", "[bold]", "[/]",
    "=1+1", ":moneybag:", "  ", "a" * 450, '"' * 40, "$" * 40, "1" * 60,
)  # fmt: skip
WORDS: Final = (*re.split(r"[|\n]", NEWS.strip()), *HOSTILE)


def main() -> int:
    """Fuzz until the time is over; the seed makes a run repeatable."""
    parser = argparse.ArgumentParser(description="Fuzz text to facts to every view.")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--texts", type=Path, help="a directory: hold the laws on its files and make nothing up")
    options = parser.parse_args()
    found, texts, findings = extractor(), 0, 0
    for text in texts_below(options.texts) if options.texts else made_up_for(options.minutes, options.seed):
        texts += 1
        for problem in problems(found, text):
            findings += 1
            print(f"{problem}\n  in {text[:2000]!r}", flush=True)
    print(f"{texts} texts, {findings} findings" + ("" if options.texts else f", seed {options.seed}"))
    return int(findings > 0)


def texts_below(directory: Path) -> Iterator[str]:
    """Yield the text of every file below a directory; bytes that are no UTF-8 come as lone surrogates."""
    for path in sorted(path for path in directory.rglob("*") if path.is_file()):
        yield path.read_bytes().decode("utf-8", "surrogateescape")


def made_up_for(minutes: float, seed: int) -> Iterator[str]:
    """Yield texts until the time is over."""
    chance = random.Random(seed)  # noqa: S311 -- texts, not secrets
    stories = [read_sample().text, *(path.read_text("utf-8") for path in sorted(STORIES.glob("*.txt")))]
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        yield made_up(chance) if chance.random() < 1 / 2 else spoiled(chance.choice(stories), chance)


def made_up(chance: random.Random) -> str:
    """Return a text of fragments of news and of what breaks programs."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(0, 120))]
    return "".join(word + chance.choice(("", " ", " ", " ")) for word in words)


def spoiled(story: str, chance: random.Random) -> str:
    """Return a piece of a story with fragments put in, pieces taken out and pieces moved."""
    start = chance.randrange(len(story))
    text = story[start : start + chance.randint(1, 1500)]
    for _ in range(chance.randint(1, 20)):
        at, end = sorted(chance.randint(0, len(text)) for _ in range(2))
        end = min(end, at + 40)
        match chance.randrange(3):
            case 0:
                text = text[:at] + chance.choice(WORDS) + text[at:]
            case 1:
                text = text[:at] + text[end:]
            case _:
                text = text[:at] + text[end:] + text[at:end]
    return text


def problems(found: Extractor, text: str) -> list[str]:
    """Return what goes wrong with a text: exceptions, broken laws, lost time."""
    started = time.process_time()
    try:
        document = found.extract(Source("fuzz", text))
    except Exception:  # noqa: BLE001 -- any exception is what is looked for
        return [traceback.format_exc()]
    wrong = []
    for name, law in LAWS.items():
        try:
            if not law(document):
                wrong.append(f"broken: {name}")
        except Exception:  # noqa: BLE001 -- the same
            wrong.append(f"{name}: {traceback.format_exc()}")
    if time.process_time() - started > SECONDS_A_TEXT + len(text) * SECONDS_A_CHARACTER:
        wrong.append(f"slow: {time.process_time() - started:.1f} s")
    return wrong


def offsets_are_true(document: Document) -> bool:
    """Return whether every span holds the text it points at."""
    return all(document.source.text[span.start : span.end] == span.text for span in document.spans())


def figures_do_not_overlap(document: Document) -> bool:
    """Return whether the figures that are no weak ones stand apart."""
    strong = [figure for figure in document.figures if not figure.weak]
    return all(a.end <= b.start for a, b in pairwise(strong))


def json_comes_back(document: Document) -> bool:
    """Return whether the JSON is harmless and gives the document again."""
    written = to_json(document)
    return not ACTING.search(written) and Document.from_dict(json.loads(written)) == document


def tables_are_harmless(document: Document) -> bool:
    """Return whether tables of several widths hold no character that acts."""
    for width in (40, 80, 120, None):
        stream = io.StringIO()
        console = Console(file=stream, width=width or 10_000, color_system=None, markup=False, emoji=False)
        for part in document_tables(document, LISTS, Page(width)):
            console.print(part)
        if ACTING.search(stream.getvalue()):
            return False
    return True


def csv_is_harmless(document: Document) -> bool:
    """Return whether no CSV cell holds a character that acts."""
    stream = io.StringIO()
    for name in LISTS:
        write_header(name, stream)
        write_rows(document, name, stream)
    return not ACTING.search(stream.getvalue().replace("\r", "\n"))  # a line break in a cell is one


class Tags(HTMLParser):
    """Collects the names of the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.names |= {tag, *(name for name, _ in attrs)}


def page_holds_the_article(document: Document) -> bool:
    """Return whether the HTML page without its tags is the article."""
    return article(to_html(document)) == document.source.text


def page_runs_nothing_of_the_article(document: Document) -> bool:
    """Return whether the HTML page has no tag that only the article can have brought, and no handler."""
    tags = Tags()
    tags.feed(to_html(document))
    return not {"img", "iframe", "object"} & tags.names and not any(name.startswith("on") for name in tags.names)


LAWS: Final[dict[str, Callable[[Document], bool]]] = {
    law.__name__.replace("_", " "): law
    for law in (
        offsets_are_true,
        figures_do_not_overlap,
        json_comes_back,
        tables_are_harmless,
        csv_is_harmless,
        page_holds_the_article,
        page_runs_nothing_of_the_article,
    )
}

if __name__ == "__main__":
    sys.exit(main())
