"""Measure `clusterdoc run --cluster` against --jobs 2, lose a host on the way, and kill the driver.

    python benchmarks/cluster_run.py CORPUS.jsonl [--articles 294] [--rounds 3] [--hosts]

Starts a Dask scheduler and two workers on this machine. With --hosts (root, Linux) the workers are two hosts, network
namespaces on a bridge, one of which is killed in the middle of a run. Speed is that of the work: a run of as many
beginnings of articles as both workers take at once is taken from a run of all, so neither starts nor loads of models
count. Seconds of the CPU are those of all processes, Dask's scheduler and nannies among them: on a machine with other
work they say more than the wall. A round is a run of each, one after the other.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kill_run import Content, content, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENVIRONMENT = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
BRIDGE, BRIDGE_ADDRESS = "clusterdoc0", "10.77.0.1"
HOSTS = {"clusterdoc-a": "10.77.0.11", "clusterdoc-b": "10.77.0.12"}
PORT = "18787"
FEW = 32  # two batches


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of the CPU."""

    wall: float
    cpu: float

    def without(self, start: Cost) -> Cost:
        """Return what is left when a start is taken from it."""
        return Cost(self.wall - start.wall, self.cpu - start.cpu)


def main() -> None:
    """Print the figures."""
    options = arguments()
    address = BRIDGE_ADDRESS if options.hosts else "127.0.0.1"
    with tempfile.TemporaryDirectory() as scratch, hosts() if options.hosts else contextlib.nullcontext():
        folder = Path(scratch)
        lines = options.corpus.read_text("utf-8").splitlines()[: options.articles]
        corpus, few = folder / "corpus.jsonl", folder / "few.jsonl"
        corpus.write_text("\n".join(lines), encoding="utf-8")
        few.write_text("\n".join(shortened(line, 20) for line in lines[:FEW]), encoding="utf-8")
        with cluster(address, in_hosts=options.hosts) as (scheduler, *workers):
            there = ["--cluster", f"tcp://{address}:{PORT}"]
            run(corpus, folder / "warm.db", *there)  # each worker has its model
            seconds = 0.0
            for number in range(options.rounds):
                stores = folder / str(number)
                stores.mkdir()
                seconds = one_round(corpus, few, stores, there, [scheduler, *workers])
            whole = content(folder / "0" / "jobs.db")
            print("cluster's store like the pool's:", content(folder / "0" / "cluster.db") == whole)
            kill_driver(corpus, folder, there, seconds, whole)
            kill_host(corpus, folder, there, seconds, workers)
        print("after a host was lost like the pool's:", content(folder / "lost.db") == whole)


def one_round(corpus: Path, few: Path, stores: Path, there: list[str], dask: list[subprocess.Popen[bytes]]) -> float:
    """Run both, print their ratios, and return the seconds of the cluster."""
    jobs = run(corpus, stores / "jobs.db", "--jobs", "2").without(run(few, stores / "few.db", "--jobs", "2"))
    work = [
        run(path, stores / name, *there, beside=dask) for path, name in ((corpus, "cluster.db"), (few, "few-there.db"))
    ]
    there_alone = work[0].without(work[1])
    print(
        f"--jobs 2: {jobs.wall:.1f} s, {jobs.cpu:.1f} CPU-s; cluster: {there_alone.wall:.1f} s, "
        f"{there_alone.cpu:.1f} CPU-s; ratio {jobs.wall / there_alone.wall:.2f} on the wall (must be 0.90 on idle "
        f"cores), {jobs.cpu / there_alone.cpu:.2f} of the CPU",
        flush=True,
    )
    return work[0].wall


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(description="Measure clusterdoc run --cluster.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=294)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hosts", action="store_true")
    return parser.parse_args()


def command(corpus: Path, store: Path, *options: str) -> list[str]:
    """Return the command line of a run."""
    return [sys.executable, "-m", "clusterdoc", "run", str(corpus), "--store", str(store), "--quiet", *options]


def run(corpus: Path, store: Path, *options: str, beside: Sequence[subprocess.Popen[bytes]] = ()) -> Cost:
    """Run clusterdoc; return what it cost, also in the processes beside it and in theirs."""
    before, start = cpu_seconds(beside), time.perf_counter()
    subprocess.run(command(corpus, store, *options), check=True, env=ENVIRONMENT)
    return Cost(time.perf_counter() - start, cpu_seconds(beside) - before)


def cpu_seconds(beside: Sequence[subprocess.Popen[bytes]]) -> float:
    """Return the CPU time of all programs that have ended, and of the sessions of some that run."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()  # from the third on: man 5 proc
            if int(fields[3]) in {process.pid for process in beside}:
                ticks += sum(map(int, fields[11:15]))
    return ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def kill_driver(corpus: Path, folder: Path, there: list[str], seconds: float, whole: Content) -> None:
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
    same = content(store) == whole
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
    """Start a scheduler and two workers, each a session of its own, and yield them in this order; end them."""
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
        yield started
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
