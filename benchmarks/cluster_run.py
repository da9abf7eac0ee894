"""Measure `clusterdoc run --cluster` against --jobs 2, lose a host on the way, and kill the driver.

    python benchmarks/cluster_run.py CORPUS.jsonl [--articles 120] [--hosts]

Starts a Dask scheduler and two workers on this machine. With --hosts (root, Linux) the workers are two hosts, network
namespaces on a bridge, one of which is killed in the middle of a run. Speed is the work of a run less that of a run of
two articles, both with the models of the cluster loaded.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kill_run import content

if TYPE_CHECKING:
    from collections.abc import Iterator

ENVIRONMENT = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
BRIDGE, BRIDGE_ADDRESS = "clusterdoc0", "10.77.0.1"
HOSTS = {"clusterdoc-a": "10.77.0.11", "clusterdoc-b": "10.77.0.12"}
PORT = "18787"


def main() -> None:
    """Print the figures."""
    options = arguments()
    address = BRIDGE_ADDRESS if options.hosts else "127.0.0.1"
    with tempfile.TemporaryDirectory() as scratch, hosts() if options.hosts else contextlib.nullcontext():
        folder = Path(scratch)
        lines = options.corpus.read_text("utf-8").splitlines()[: options.articles]
        corpus, few = folder / "corpus.jsonl", folder / "few.jsonl"
        corpus.write_text("\n".join(lines), encoding="utf-8")
        few.write_text("\n".join(lines[:2]), encoding="utf-8")
        jobs = run(corpus, folder / "jobs.db", "--jobs", "2") - run(few, folder / "few-jobs.db", "--jobs", "2")
        with cluster(address, in_hosts=options.hosts) as workers:
            there = ["--cluster", f"tcp://{address}:{PORT}"]
            run(corpus, folder / "warm.db", *there)  # each worker has its model
            work = run(corpus, folder / "cluster.db", *there) - run(few, folder / "few-cluster.db", *there)
            print(f"--jobs 2: {jobs:.1f} s, cluster: {work:.1f} s, ratio {jobs / work:.2f} (must be 0.90)")
            print("cluster's store like the pool's:", content(folder / "cluster.db") == content(folder / "jobs.db"))
            kill_driver(corpus, folder, there, work)
            kill_host(corpus, folder, there, work, workers)
        print("after a host was lost like the pool's:", content(folder / "lost.db") == content(folder / "jobs.db"))


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Measure clusterdoc run --cluster.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--hosts", action="store_true")
    return parser.parse_args()


def command(corpus: Path, store: Path, *options: str) -> list[str]:
    """Return the command line of a run."""
    return [sys.executable, "-m", "clusterdoc", "run", str(corpus), "--store", str(store), "--quiet", *options]


def run(corpus: Path, store: Path, *options: str) -> float:
    """Run clusterdoc; return the seconds it took."""
    start = time.perf_counter()
    subprocess.run(command(corpus, store, *options), check=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def kill_driver(corpus: Path, folder: Path, there: list[str], seconds: float) -> None:
    """Kill the driver in the middle, start it again, and count the finished parts that were made twice."""
    store = folder / "killed.db"
    parts = folder / "killed.db.parts"
    driver = subprocess.Popen(command(corpus, store, *there), env=ENVIRONMENT)
    wait_until_begun(store, driver)
    driver.kill()
    driver.wait()
    time.sleep(seconds / 10)  # the parts that were under way
    finished = {path.name: path.stat().st_ino for path in parts.glob("*.json")}
    committed = len(content(store)["documents"]) if store.exists() else 0
    driver = subprocess.Popen(command(corpus, store, *there), env=ENVIRONMENT)
    again = set()
    while driver.poll() is None:
        for path in parts.glob("*.json"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_ino != finished.get(path.name, path.stat().st_ino):
                    again.add(path.name)
        time.sleep(0.02)
    same = content(store) == content(folder / "jobs.db")
    print(f"driver killed with {committed} documents committed and {len(finished)} more parts finished: ", end="")
    print(f"{len(again)} of these made again; like the pool's: {same}")


def kill_host(
    corpus: Path, folder: Path, there: list[str], seconds: float, workers: list[subprocess.Popen[bytes]]
) -> None:
    """Kill one host, all its processes at once, in the middle of a run."""
    driver = subprocess.Popen(command(corpus, folder / "lost.db", *there), env=ENVIRONMENT)
    wait_until_begun(folder / "lost.db", driver)
    os.killpg(workers[-1].pid, signal.SIGKILL)
    print("a host killed in the middle: run ends with", driver.wait(60 * seconds + 120))


def wait_until_begun(store: Path, driver: subprocess.Popen[bytes]) -> None:
    """Return when a run has committed documents, or has ended."""
    while driver.poll() is None:
        time.sleep(0.05)
        with contextlib.suppress(sqlite3.Error):
            if content(store)["documents"]:
                return


@contextlib.contextmanager
def cluster(address: str, *, in_hosts: bool) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start a scheduler and two workers, each a process group of its own; end them."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": ENVIRONMENT}
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--host", address, "--port", PORT, "--no-dashboard"]
    worker = [*dask, "worker", f"tcp://{address}:{PORT}", "--nworkers", "1", "--nthreads", "1", "--no-dashboard"]
    started = [subprocess.Popen(scheduler, start_new_session=True, **quiet)]  # type: ignore[call-overload]  # a dict of options
    time.sleep(4)
    for host in HOSTS:
        prefix = ["/usr/sbin/ip", "netns", "exec", host] if in_hosts else []
        started.append(subprocess.Popen([*prefix, *worker], start_new_session=True, **quiet))  # type: ignore[call-overload]
    time.sleep(8)
    try:
        yield started[1:]
    finally:
        for process in reversed(started):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextlib.contextmanager
def hosts() -> Iterator[None]:
    """Make two network namespaces on a bridge; remove them."""
    ip("link", "add", BRIDGE, "type", "bridge")
    ip("addr", "add", f"{BRIDGE_ADDRESS}/24", "dev", BRIDGE)
    ip("link", "set", BRIDGE, "up")
    try:
        for number, (name, address) in enumerate(HOSTS.items()):
            ip("netns", "add", name)
            ip("link", "add", f"cdoc{number}", "type", "veth", "peer", "name", "eth0", "netns", name)
            ip("link", "set", f"cdoc{number}", "master", BRIDGE, "up")
            for command in (["addr", "add", f"{address}/24", "dev", "eth0"], ["link", "set", "eth0", "up"]):
                ip("-n", name, *command)
            ip("-n", name, "link", "set", "lo", "up")
        yield
    finally:
        for name in HOSTS:
            ip("netns", "del", name)
        ip("link", "del", BRIDGE)


def ip(*options: str) -> None:
    """Change the network of this machine."""
    subprocess.run(["/usr/sbin/ip", *options], check=True)


if __name__ == "__main__":
    main()
