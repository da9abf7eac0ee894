"""A corpus may hold file names that are no text, folders without end, pipes without a writer: a run goes on."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from fake_run import OPTIONS

from clusterdoc.cli import group
from clusterdoc.corpus import Article, Corpus, Unreadable
from clusterdoc.corpus import folders as reading
from clusterdoc.run.passed import passed_over
from clusterdoc.run.scheduler import no_answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.run.options import Options

INTERRUPTED = """
import sys, clusterdoc.__main__ as started
module = sys.argv[1]
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == module: raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
sys.argv[1:] = ["quotes", "no such file"]
started.main()
"""


def test_a_file_name_that_is_no_text_is_read_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faked(options: Options, count: int) -> object:
        return real(type(options)(engine=OPTIONS.engine, batch=8), count)

    from clusterdoc.run import pool

    real = pool.Pool
    monkeypatch.setattr(pool, "Pool", faked)
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")
    Path(folder).mkdir()
    Path(folder, os.fsdecode(b"\xff.txt")).write_text("Ann says 1.")
    Path(folder, "b.txt").write_bytes(b"\xff")
    result = CliRunner().invoke(group, ["run", folder, "--store", str(tmp_path / "news.db"), "--list"])
    assert result.stdout == f"{tmp_path}/caf\\xe9/\\xff.txt\n"
    assert result.exit_code == 2
    assert f"Error: {tmp_path}/caf\\xe9/b.txt: " in result.stderr
    with closing(sqlite3.connect(tmp_path / "news.db")) as store, store:
        assert store.execute("SELECT article FROM documents").fetchall() == [(f"{tmp_path}/caf\\xe9/\\xff.txt",)]
    store.close()


@pytest.fixture
def deep(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder 1,500 folders deep.

    It is not pytest's, which removes what an interrupted run left, by recursion, and fails the next run when it cannot.
    """
    top = Path(tempfile.mkdtemp())
    try:
        with monkeypatch.context() as places:
            places.chdir(top)
            for _ in range(1_500):
                Path("d").mkdir()
                os.chdir("d")
            Path("a.txt").write_text("Ann says 1.")
        yield top
    finally:
        subprocess.run(["/bin/rm", "-r", top], check=True)  # Python's own rmtree is recursive


def test_folders_may_be_as_deep_as_a_path_is_long(deep: Path) -> None:
    (deep / "z.txt").write_text("Bob is silent.")
    (deep / "z.png").write_bytes(b"")
    items = list(Corpus((str(deep),)))
    left = passed_over(Corpus((str(deep),)))
    assert [type(item) for item in items] in ([Article, Article], [Unreadable, Article])
    assert isinstance(items[-1], Article)
    assert items[-1].text == "Bob is silent."
    assert left == "passed over 1 file of other kinds: 1 .png"


def test_files_come_in_the_order_of_their_names_at_every_depth(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/a/1.txt", "a.txt", "c.txt", "b.txt", "b/10.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [Path(path).relative_to(tmp_path).as_posix() for path in Corpus((str(tmp_path),)).files()]
    assert found == ["a.txt", "b/10.txt", "b/2.txt", "b/a/1.txt", "b.txt", "c.txt"]


def test_a_pipe_to_which_nobody_writes_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE_SECONDS", 0.05)
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "a.txt").write_text("Ann says 1.")
    items = list(Corpus((str(tmp_path / "fifo"), str(tmp_path / "a.txt"))))
    assert isinstance(items[0], Unreadable)
    assert items[0].message == "The file cannot be read: nothing came for 0.05 seconds."
    assert isinstance(items[1], Article)


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
@pytest.mark.parametrize(
    "path", ["/dev/zero", "/dev/ptmx", "/dev/full", "/proc/kmsg", "/proc/version", "/proc/self/mem"]
)
def test_devices_and_files_of_the_kernel_are_one_sentence_and_the_next_file_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.txt").write_text("Ann says 1.")
    items = list(Corpus((path, str(tmp_path / "a.txt"))))
    assert [type(item) for item in items] == [Unreadable, Article]


def test_a_pipe_that_is_written_to_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with subprocess.Popen(["/bin/sh", "-c", f"sleep 0.2; printf 'Ann says 1.' > {tmp_path}/fifo"]):
        (item,) = Corpus((str(tmp_path / "fifo"),))
    assert isinstance(item, Article)
    assert item.text == "Ann says 1."


@pytest.mark.parametrize("module", ["clusterdoc.cli", "click", "clusterdoc.cli.find", "clusterdoc.source.files"])
def test_ctrl_c_while_the_command_line_loads_ends_with_130_and_nothing_said(module: str) -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED, module], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def test_what_a_hostile_server_says_is_cleaned() -> None:
    sentence = no_answer("tcp://x", ValueError("in <" * 500 + "in <TCP local=tcp://x>: reset"))
    assert sentence.startswith("No Dask scheduler answers at tcp://x: ")


def test_what_a_scheduler_says_loses_the_addresses() -> None:
    said = no_answer("tls://x", ValueError("in <TLS (closed) local=tls://1.2.3.4 remote=tls://x>: SSLError: no."))
    assert said.startswith("No Dask scheduler answers at tls://x: SSLError: no. TLS is set up")


def test_nothing_of_python_is_imported_before_ctrl_c_is_met() -> None:
    script = "import sys; known = set(sys.modules); import clusterdoc.__main__; print(*set(sys.modules) - known)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"__future__", "gc", "clusterdoc", "clusterdoc.__main__", "clusterdoc.version"}
