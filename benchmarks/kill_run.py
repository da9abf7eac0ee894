"""Kill `clusterdoc run` at random moments, or its workers, and see that nothing is lost, done twice, or hangs.

    python benchmarks/kill_run.py CORPUS.jsonl [--articles 160] [--words 80] [--kills 30] [--worker-kills 10] [--jobs 2]

Checks, for the whole run: no id that was reported is missing in the store, none is reported twice, the store is sound,
and in the end holds the same as an unbroken run's. For its workers: the run completes, and the same. Where they are
killed sooner than one gets ready, twenty times in a row, the run gives up in one sentence, and the next completes it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

TABLES = ("documents", "copies", "entities", "mentions", "quotes", "figures", "failures")
Content = dict[str, list[tuple[Any, ...]]]


def main() -> None:
    """Print what was found."""
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        corpus = folder / "corpus.jsonl"
        lines = options.corpus.read_text("utf-8").splitlines()[: options.articles]
        corpus.write_text("\n".join(shortened(line, options.words) for line in lines), encoding="utf-8")
        start = time.monotonic()
        subprocess.run(
            [*command(corpus, folder / "whole.db", options.jobs), "--quiet"], check=True, stdout=subprocess.DEVNULL
        )
        seconds = time.monotonic() - start
        whole = content(folder / "whole.db")
        print(f"unbroken run: {len(whole['documents'])} documents in {seconds:.1f} s")
        kill_runs(corpus, folder, options, whole, seconds)
        kill_workers(corpus, folder, options, whole, seconds)


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Kill runs and workers.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=160)
    parser.add_argument("--words", type=int, default=80, help="of each article: short runs can be killed often")
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--worker-kills", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=6)
    return parser.parse_args()


def kill_runs(corpus: Path, folder: Path, options: argparse.Namespace, whole: Content, seconds: float) -> None:
    """Kill runs on one store, anew when it is complete, and print the counts."""
    dice = random.Random(options.seed)  # noqa: S311 -- no secret
    lost = twice = unsound = different = complete = 0
    store, reported = folder / "killed.db", []  # type: tuple[Path, list[str]]
    for _ in range(options.kills):
        process = subprocess.Popen(
            command(corpus, store, options.jobs), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        timer = threading.Timer(dice.uniform(0.1, 1.1) * seconds, process.kill)
        timer.start()
        reported += process.communicate()[0].split()
        timer.cancel()
        twice += len(reported) - len(set(reported))
        if store.exists():
            unsound += not sound(store)
            kept = {row[2] for row in content(store)["documents"]}
            lost += len(set(reported) - kept)
            if len(kept) == len(whole["documents"]):
                complete += 1
                different += content(store) != whole
                store.unlink()
                reported = []
    if store.exists():
        subprocess.run([*command(corpus, store, options.jobs), "--quiet"], check=True, stdout=subprocess.DEVNULL)
        complete += 1
        different += content(store) != whole
    print(
        f"{options.kills} SIGKILLs of the run: {lost} reported and lost, {twice} reported twice, {unsound} unsound, "
        f"{different} of {complete} completed stores unlike the unbroken run's"
    )


def kill_workers(corpus: Path, folder: Path, options: argparse.Namespace, whole: Content, seconds: float) -> None:
    """Kill workers of runs until so many are dead, and print the counts."""
    killed = different = runs = given_up = 0
    while killed < options.worker_kills:
        store = folder / f"workers-{runs}.db"
        quiet = [*command(corpus, store, options.jobs), "--quiet"]
        process = subprocess.Popen(quiet, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 40 * seconds + 60
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(seconds / 4)
            for worker in workers(process.pid)[:1]:
                if killed < options.worker_kills:
                    os.kill(worker, signal.SIGKILL)
                    killed += 1
        if process.poll() is None:
            print("HANGS")
            process.kill()
            return
        if process.returncode:
            given_up += 1
            subprocess.run(quiet, check=True, stdout=subprocess.DEVNULL)
        different += content(store) != whole
        runs += 1
    print(
        f"{killed} SIGKILLs of workers in {runs} runs: {given_up} given up and completed by the next, "
        f"{different} unlike the unbroken run's"
    )


def shortened(line: str, words: int) -> str:
    """Return a record with so many words of its text."""
    record = json.loads(line)
    return json.dumps({"id": record["id"], "text": " ".join(record["text"].split(" ")[:words])})


def command(corpus: Path, store: Path, jobs: int) -> list[str]:
    """Return the command line of a run that reports what is done."""
    options = ["--store", str(store), "--jobs", str(jobs), "--list"]
    return [sys.executable, "-m", "clusterdoc", "run", str(corpus), *options]


def workers(run: int) -> list[int]:
    """Return the workers of a run: its children that spawn started (another child keeps track of resources)."""
    found = []
    for task in Path(f"/proc/{run}/task").glob("*/children"):
        for child in task.read_text().split():
            try:
                line = Path(f"/proc/{child}/cmdline").read_bytes()
            except OSError:
                continue
            if b"spawn_main" in line:
                found.append(int(child))
    return found


def content(store: Path) -> Content:
    """Return all rows of a store but for the runs, and which run a row came with; none before it is laid out."""
    with sqlite3.connect(store) as connection:
        connection.row_factory = sqlite3.Row
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            return {table: [] for table in TABLES}
        rows = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}  # noqa: S608 -- our own names
    connection.close()
    return {table: [tuple(row[key] for key in row.keys() if key != "run") for row in rows[table]] for table in TABLES}  # noqa: SIM118 -- a Row iterates over its values


def sound(store: Path) -> bool:
    """Tell whether SQLite finds a store whole, its references too."""
    with sqlite3.connect(store) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall()


if __name__ == "__main__":
    main()
