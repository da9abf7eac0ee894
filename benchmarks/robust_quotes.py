"""Put marks in and take them out of articles, at random, and find quotes: 10,000 times, no exception.

    python benchmarks/robust_quotes.py TEXTS.jsonl [--times 10000] [--as-is]

TEXTS.jsonl holds an object a line with "text". Only the paragraphs around a change are parsed, so that it ends today.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from clusterdoc.extractor import extractor
from clusterdoc.find.entities import find_entities
from clusterdoc.find.quotes import find_quotes

SIGNS = ('"', "“", "”", "'", "’", "‘", "''", "``", "«", "»", "„", "\n")
MARKS = "\"“”'’‘«»„\n"
LONGEST = 600


def main() -> None:
    """Read every text as it is, or the number of changed ones asked for; stop at the first exception."""
    options = arguments()
    texts = [json.loads(line)["text"] for line in options.texts.open(encoding="utf-8")]
    drawn = random.Random(options.seed)  # noqa: S311 -- the same texts every time, nothing secret
    pipeline = extractor().pipeline
    found = 0
    for number in range(len(texts) if options.as_is else options.times):
        text = texts[number] if options.as_is else changed(drawn, drawn.choice(texts))
        doc = pipeline.parse(text)
        try:
            quotes = find_quotes(doc, find_entities(doc))
        except Exception:
            print(repr(text))
            raise
        found += len(quotes)
        spans = [span for quote in quotes for span in quote.parts]
        if not all(doc.text[span.start : span.end] == span.text for span in spans):
            raise SystemExit(f"Wrong offsets in {text!r}")
    print(f"{number + 1} texts, {found} quotes, no exception")


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Change the marks of articles at random and find their quotes.")
    parser.add_argument("texts", type=Path, help="JSON lines with a text each")
    parser.add_argument("--times", type=int, default=10_000, help="how many changed texts to read")
    parser.add_argument("--seed", type=int, default=1, help="which 10,000")
    parser.add_argument("--as-is", action="store_true", help="read every text once, unchanged")
    return parser.parse_args()


def changed(drawn: random.Random, text: str) -> str:
    """Return a stretch of an article with one to six marks put in or taken out."""
    start = drawn.randrange(max(1, len(text) - LONGEST))
    text = text[start : start + LONGEST] or " "
    for _ in range(drawn.randrange(1, 7)):
        marks = [at for at, sign in enumerate(text) if sign in MARKS]
        if marks and drawn.randrange(2):
            at = drawn.choice(marks)
            text = text[:at] + text[at + 1 :]
        else:
            at = drawn.randrange(len(text) + 1)
            text = text[:at] + drawn.choice(SIGNS) + text[at:]
    return text


if __name__ == "__main__":
    main()
