"""Measure speed and memory, every figure a ratio inside one run; writes benchmarks/speed.md and benchmarks/speed.svg.

    python benchmarks/speed.py [--corpus TEXTS.jsonl] [--runs 5] [--instructions]

The stock pipeline beside ours is the same model, loaded by spacy.load and run by nlp.pipe with spaCy's own settings.
Without --corpus the invented stories of the tests are read. --instructions counts with valgrind, which is slow.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE: Final = Path(__file__).parent
ARTICLE: Final = HERE.parent / "data" / "article.txt"
STORIES: Final = HERE.parent / "tests" / "gold" / "stories"
LENGTHS: Final = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
TRIALS: Final = "## Trials"
CLUSTERDOC: Final = [sys.executable, "-m", "clusterdoc"]
PASS: Final = [sys.executable, "-c", "pass"]

STOCK_COLD: Final = """
import sys, warnings
warnings.filterwarnings("ignore")
import spacy
from clusterdoc.parse.pipeline import find_model
nlp = spacy.load(find_model("md", trust=False))
for entity in nlp(open(sys.argv[1], encoding="utf-8").read()).ents:
    print(entity.label_, entity.text)
"""
THROUGHPUT: Final = """
import json, sys, time, warnings
warnings.filterwarnings("ignore")
texts = json.load(open(sys.argv[2], encoding="utf-8"))
if sys.argv[1] == "stock":
    import spacy
    from clusterdoc.parse.pipeline import find_model
    nlp = spacy.load(find_model("md", trust=False), exclude=["senter"])
    run = lambda texts: [None for doc in nlp.pipe(texts, batch_size=32)]
elif sys.argv[1] == "library":
    import clusterdoc
    run = lambda texts: [clusterdoc.extract(text) and None for text in texts]
else:
    from clusterdoc.parse.lean import loading
    with loading():
        from clusterdoc.extractor import extractor
        from clusterdoc.facts import Source
        found = extractor()
    run = lambda texts: [found.extract(Source("", text)) and None for text in texts]
run(texts[:2])
started = time.process_time()
run(texts)
print(time.process_time() - started)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, the median and the spread, and what it must be."""

    what: str
    median: float
    low: float
    high: float
    must: str


@dataclass(frozen=True, slots=True)
class Run:
    """What one finished process cost: CPU seconds, wall seconds, peak memory in MB, and what it printed."""

    cpu: float
    wall: float
    memory: float
    output: str


def main() -> None:
    """Measure everything and write the page."""
    options = arguments()
    texts = read_texts(options.corpus)
    load = os.getloadavg()[0]
    rows = [*cold(options.runs), help_page(options.runs), *corpus(texts, options.runs)]
    if options.instructions:
        rows += instructions()
    lengths = growth(texts)
    trials = kept_trials((HERE / "speed.md").read_text(encoding="utf-8"))
    (HERE / "speed.md").write_text(page(rows, lengths, len(texts), load) + trials, encoding="utf-8")
    (HERE / "speed.svg").write_text(plot(lengths), encoding="utf-8")
    print((HERE / "speed.md").read_text(encoding="utf-8"))


def kept_trials(old: str) -> str:
    """Return what the page says of trials, which are not measured anew."""
    return "\n" + old[old.index(TRIALS) :] if TRIALS in old else ""


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Measure speed and memory.")
    parser.add_argument("--corpus", type=Path, help="JSON Lines with a text each")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--instructions", action="store_true", help="also count instructions with valgrind")
    return parser.parse_args()


def read_texts(path: Path | None) -> list[str]:
    """Return the texts to run over."""
    if path is None:
        return [story.read_text(encoding="utf-8") for story in sorted(STORIES.glob("*.txt"))]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def measured(command: Sequence[object], *, cache: Path | None = None) -> Run:
    """Run a command to its end and return what it cost, by the operating system's own accounting."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment(cache),
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, output)


def environment(cache: Path | None) -> dict[str, str]:
    """Return this process's environment with the cache in a directory, or off, and byte code as once installed.

    The threads of BLAS are as a host program has them that sets none: the command line sets its own.
    """
    hosts = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    return {**hosts, "CLUSTERDOC_CACHE": str(cache) if cache else "off", "PYTHONDONTWRITEBYTECODE": ""}


def row(what: str, values: Sequence[float], must: str) -> Row:
    """Return the line of a table over the values of several runs."""
    return Row(what, statistics.median(values), min(values), max(values), must)


def cold(runs: int) -> list[Row]:
    """Compare a first look at an article with a stock script that loads the model and prints the names."""
    stock = [sys.executable, "-c", STOCK_COLD, ARTICLE]
    with tempfile.TemporaryDirectory() as scratch:
        article = Article(Path(scratch))
        measured([*CLUSTERDOC, "entities", article.new()], cache=article.cache)  # the byte code, and what is kept
        triples = [
            (
                measured([*CLUSTERDOC, "entities", article.new()], cache=article.cache),
                measured(stock),
                measured([*CLUSTERDOC, "entities", ARTICLE]),
            )
            for _ in range(runs)
        ]
    return [
        row("first look at an article, CPU time / stock script", [a.cpu / b.cpu for a, b, _ in triples], "≤ 0.38"),
        row("the same, wall time / stock script", [a.wall / b.wall for a, b, _ in triples], ""),
        row("the same, CPU seconds", [a.cpu for a, _, _ in triples], ""),
        row("the same with the cache off, CPU time / stock script", [c.cpu / b.cpu for _, b, c in triples], ""),
    ]


class Article:
    """The article of the measure, each time with another last line: the cache does not hold its facts."""

    def __init__(self, directory: Path) -> None:
        self.directory, self.cache = directory, directory / "cache"
        self.number = 0

    def new(self) -> Path:
        """Return the file of an article that no look has seen."""
        self.number += 1
        path = self.directory / f"article{self.number}.txt"
        text = ARTICLE.read_text(encoding="utf-8").rstrip()
        path.write_text(f"{text}\n\nThis is copy {self.number}.\n", encoding="utf-8")
        return path


def help_page(runs: int) -> Row:
    """Compare --help with an empty Python, in milliseconds of wall time."""
    measured([*CLUSTERDOC, "--help"])
    values = [measured([*CLUSTERDOC, "--help"]).wall - measured(PASS).wall for _ in range(2 * runs)]
    return row("`--help` over `python -c pass`, ms", [1000 * value for value in values], "≤ 60")


def corpus(texts: list[str], runs: int) -> list[Row]:
    """Compare all facts of a corpus with stock nlp.pipe that finds none of them."""
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        command = [sys.executable, "-c", THROUGHPUT]
        runs_of = ("ours", "stock", "library")
        triples = [[measured([*command, how, file]) for how in runs_of] for _ in range(runs)]
    pairs = [(ours, stock) for ours, stock, _ in triples]
    rates = [(words / float(a.output), words / float(b.output)) for a, b in pairs]
    return [
        row("words per CPU-second, all facts / stock nlp.pipe", [a / b for a, b in rates], "≥ 2.8"),
        row("CPU time, library / command", [float(c.output) / float(a.output) for a, _, c in triples], "≤ 1.15"),
        row("words per CPU-second, all facts", [a for a, _ in rates], ""),
        row("words per CPU-second, stock nlp.pipe", [b for _, b in rates], ""),
        row("peak memory over the corpus, MB", [a.memory for a, _ in pairs], "≤ 280"),
        row("peak memory, stock, MB", [b.memory for _, b in pairs], ""),
    ]


def instructions() -> list[Row]:
    """Count instructions of cold and cached looks with valgrind, against the stock script and an empty Python."""
    with tempfile.TemporaryDirectory() as scratch:
        cache = Path(scratch)
        measured([*CLUSTERDOC, "entities", ARTICLE], cache=cache)
        count = {
            "pass": counted(PASS),
            "json": counted([*CLUSTERDOC, "entities", "--json", ARTICLE], cache),
            "table": counted([*CLUSTERDOC, "entities", ARTICLE], cache),
            "other": counted([*CLUSTERDOC, "entities", "--label", "PERSON", ARTICLE], cache),
            "cold": counted([*CLUSTERDOC, "entities", "--timeout", "3600", Article(cache).new()], cache),  # it is slow
            "stock": counted([sys.executable, "-c", STOCK_COLD, ARTICLE]),
        }
    return [
        row("first look at an article, instructions / stock script", [count["cold"] / count["stock"]], "≤ 0.38"),
        row("cached `entities --json`, instructions / `python -c pass`", [count["json"] / count["pass"]], "≤ 6"),
        row(
            "cached `entities`, table again, instructions / `python -c pass`", [count["table"] / count["pass"]], "≤ 18"
        ),
        row("cached facts, another table, instructions / `python -c pass`", [count["other"] / count["pass"]], "≤ 18"),
    ]


def counted(command: Sequence[object], cache: Path | None = None) -> int:
    """Return the instructions a command executes, by valgrind's count."""
    fixed = {**environment(cache), "PYTHONHASHSEED": "0"}
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    finished = subprocess.run([*valgrind, *map(str, command)], capture_output=True, text=True, env=fixed, check=True)
    found = re.search(r"Collected : (\d+)", finished.stderr)
    return int(found[1]) if found else 0


def growth(texts: list[str]) -> list[tuple[int, float]]:
    """Return (characters, CPU seconds) of extracting ever longer articles, made of the corpus's paragraphs."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line has it; read when numpy is imported
    from clusterdoc.extractor import extractor
    from clusterdoc.facts import Source

    found = extractor()
    whole = "\n\n".join(texts)
    whole = (whole + "\n\n") * (LENGTHS[-1] // len(whole) + 1)
    found.extract(Source("", whole[:1_000]))
    times = []
    for length in LENGTHS:
        started = time.process_time()
        found.extract(Source("", whole[:length]))
        times.append((length, time.process_time() - started))
    return times


def page(rows: Sequence[Row], lengths: Sequence[tuple[int, float]], articles: int, load: float) -> str:
    """Return the page in Markdown."""
    lines = [
        "# Speed and memory",
        "",
        f"Written by `benchmarks/speed.py` over {articles} articles;",
        "ratios are of pairs inside one run, with the spread.",
        f"{os.cpu_count()} processors; when it began {load:.1f} processes were running (0 to 1: the machine was idle).",
        "",
        "| what | median | min | max | must |",
        "|---|---|---|---|---|",
        *(f"| {r.what} | {r.median:.3g} | {r.low:.3g} | {r.high:.3g} | {r.must} |" for r in rows),
        "",
        "| characters | CPU s | µs a character |",
        "|---|---|---|",
        *(f"| {length:,} | {cpu:.3f} | {1e6 * cpu / length:.1f} |" for length, cpu in lengths),
        "",
        "![CPU seconds against the length of the article](speed.svg)",
        "",
    ]
    return "\n".join(lines)


def plot(lengths: Sequence[tuple[int, float]]) -> str:
    """Return an SVG of CPU seconds against length, both logarithmic, with the line of equal cost a character."""
    from math import log10

    low_y, high_y = -3.0, 2.0

    def at(length: float, cpu: float) -> tuple[float, float]:
        return 70 + 500 * (log10(length) - 3) / 3, 20 + 300 * (high_y - log10(max(cpu, 1e-3))) / (high_y - low_y)

    rate = lengths[-1][1] / lengths[-1][0]
    (x1, y1), (x2, y2) = at(1_000, rate * 1_000), at(1_000_000, rate * 1_000_000)
    dots = "".join('<circle cx="{:.1f}" cy="{:.1f}" r="4"/>'.format(*at(*point)) for point in lengths)
    ticks = "".join(
        f'<text x="{at(n, 1)[0]:.1f}" y="340" text-anchor="middle">{n:,}</text>'
        for n in (1_000, 10_000, 100_000, 1_000_000)
    )
    ticks += "".join(
        f'<text x="60" y="{at(1_000, s)[1] + 4:.1f}" text-anchor="end">{s:g} s</text>' for s in (0.01, 0.1, 1, 10, 100)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 370" font-family="sans-serif" font-size="12">'
        "<title>CPU seconds against the length of the article</title>"
        '<rect width="640" height="370" fill="#fff"/>'
        '<rect x="70" y="20" width="500" height="300" fill="none" stroke="#888"/>'
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#888" stroke-dasharray="4 4"/>'
        f'<g fill="#1f5fa8">{dots}</g><g fill="#333">{ticks}</g>'
        '<text x="320" y="362" text-anchor="middle">characters (dashed: equal cost a character)</text></svg>\n'
    )


if __name__ == "__main__":
    main()
