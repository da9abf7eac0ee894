"""Measure a worker's memory over many articles: its resident set after 1,000 and after 20,000.

    python benchmarks/memory_run.py CORPUS.jsonl [--articles 20000] [--words 60]

A corpus of any size is made from the paragraphs of the given one: each article is the next `--words` words, and a few
of its names are replaced by new ones, for real news brings new words without end.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import resource
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdoc.run.engine import engine
from clusterdoc.run.options import Options, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = resource.getpagesize()
NEW_NAMES = 3  # an article


def main() -> None:
    """Print the resident set at each thousand, and the ratio that counts."""
    options = arguments()
    extract = engine(Options())
    size: dict[int, float] = {}
    done = 0
    for batch in batches(options):
        done += sum(1 for _ in extract(batch))
        for mark in (1_000, *range(5_000, options.articles + 1, 5_000)):
            if done >= mark and mark not in size:
                size[mark] = resident()
                print(f"{mark} articles: {size[mark]:.0f} MB", flush=True)
    last = max(size)
    print(f"after {last} / after 1,000: {size[last] / size[1_000]:.3f} (must be at most 1.10)")


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Measure a worker's memory.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=60)
    return parser.parse_args()


def batches(options: argparse.Namespace) -> Iterator[tuple[Task, ...]]:
    """Yield the articles in batches."""
    source = articles(options)
    while batch := tuple(itertools.islice(source, 32)):
        yield batch


def articles(options: argparse.Namespace) -> Iterator[Task]:
    """Yield articles of so many words with new names in them."""
    dice = random.Random(6)  # noqa: S311 -- no secret
    texts = [json.loads(line)["text"] for line in options.corpus.read_text("utf-8").splitlines()]
    words = itertools.cycle(" ".join(texts).split())
    for number in range(options.articles):
        chosen = list(itertools.islice(words, options.words))
        for _ in range(NEW_NAMES):
            name = "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(dice.randint(2, 4)))
            chosen[dice.randrange(len(chosen))] = name.capitalize()
        yield Task(str(number), " ".join(chosen), None)


def resident() -> float:
    """Return the resident set of this process in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


if __name__ == "__main__":
    main()
