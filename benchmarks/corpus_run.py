"""Measure `clusterdoc run` over a corpus: words per CPU-second against raw spaCy, two jobs against one, running again.

    python benchmarks/corpus_run.py CORPUS.jsonl [--rounds 3] [--articles N] [--jobs 2]

Every ratio is of figures from one round; the median of the rounds and their spread are printed as Markdown.
CPU time is that of all processes. "raw" is `nlp.pipe(texts, batch_size=32)` of the same loaded pipeline, its matrices
and tokenizer as clusterdoc sets them, doing nothing with the Docs; "stock" is the same of spaCy's own `spacy.load`.
The start and the loading of the model are in no figure: of spaCy only the work is timed, and a run of one article is
taken from a run of all.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ONE_THREAD = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
RAW = """
import json, resource, sys, warnings
warnings.simplefilter("ignore")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
if sys.argv[2] == "raw":
    from clusterdoc.parse.pipeline import load
    nlp = load().nlp
else:
    import spacy
    from clusterdoc.parse.pipeline import find_model
    nlp = spacy.load(find_model("md", trust=False), exclude=["senter"])
for _ in nlp.pipe(texts[:3]):
    pass
start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
for _ in nlp.pipe(texts, batch_size=32):
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_utime - start)
"""


def main() -> None:
    """Print the table."""
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        corpus = folder / "corpus.jsonl"
        lines = options.corpus.read_text("utf-8").splitlines()[: options.articles]
        corpus.write_text("\n".join(lines), encoding="utf-8")
        few = folder / "few.jsonl"
        few.write_text("\n".join(lines[:1]), encoding="utf-8")
        words = sum(len(json.loads(line)["text"].split()) for line in lines)
        rounds = []
        for number in range(options.rounds):
            stores = folder / str(number)
            stores.mkdir()
            rounds.append(one_round(corpus, few, words, options.jobs, stores))
    print(f"{len(lines)} articles, {words:,} words, {options.rounds} rounds, load {os.getloadavg()[0]:.1f}\n")
    print("| figure | median | lowest | highest |\n|---|---|---|---|")
    for name in rounds[0]:
        values = [values[name] for values in rounds]
        print(f"| {name} | {statistics.median(values):.4g} | {min(values):.4g} | {max(values):.4g} |")


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Measure clusterdoc run over a corpus.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=None)
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def one_round(corpus: Path, few: Path, words: int, jobs: int, folder: Path) -> dict[str, float]:
    """Return the figures of one round."""
    spacy = {kind: words / float(python(RAW, str(corpus), kind)) for kind in ("stock", "raw")}
    store = folder / "one.db"
    start_cpu, start_wall = run(few, folder / "few.db", 1)
    one_cpu, one_wall = run(corpus, store, 1)
    _, two_start = run(few, folder / "few-again.db", jobs)
    _, two_wall = run(corpus, folder / "several.db", jobs)
    _, again = run(corpus, store, 1)
    ours = words / (one_cpu - start_cpu)
    return {
        "stock nlp.pipe, words per CPU-second": spacy["stock"],
        "raw nlp.pipe, words per CPU-second": spacy["raw"],
        "run --jobs 1, words per CPU-second": ours,
        "run / raw (must be 0.85)": ours / spacy["raw"],
        "run / stock": ours / spacy["stock"],
        f"--jobs {jobs} / --jobs 1, wall (must be 1.7 on idle cores)": (one_wall - start_wall) / (two_wall - two_start),
        "first run / again, wall (must be 200)": one_wall / again,
        "again, seconds": again,
        "store, KB an article": store.stat().st_size / 1024 / len(corpus.read_text("utf-8").splitlines()),
    }


def python(program: str, *options: str) -> str:
    """Return what a program prints."""
    command = [sys.executable, "-c", program, *options]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=ONE_THREAD).stdout


def run(corpus: Path, store: Path, jobs: int) -> tuple[float, float]:
    """Run clusterdoc; return its seconds of CPU, the workers' among them, and on the wall."""
    command = [sys.executable, "-m", "clusterdoc", "run", str(corpus), "--store", str(store), "--jobs", str(jobs)]
    before, start = cpu_of_children(), time.perf_counter()
    subprocess.run([*command, "--quiet"], check=True, env=ONE_THREAD)
    return cpu_of_children() - before, time.perf_counter() - start


def cpu_of_children() -> float:
    """Return the CPU time of all programs that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
