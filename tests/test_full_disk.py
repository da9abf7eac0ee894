"""A disk that is full, or a write that is cut off, is one sentence; what was whole stays whole.

A process may write no longer file than RLIMIT_FSIZE says: what it writes beyond that fails as on a full disk.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from made import DOCUMENT, TEXT

from clusterdoc.cache import FactCache
from clusterdoc.corpus import Article
from clusterdoc.store.connect import open_to_read, open_to_write
from clusterdoc.store.rows import document_rows
from clusterdoc.store.write import Found, Identity, Writer

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")

LIMITED = """
import resource, sys
from pathlib import Path
sys.dont_write_bytecode = True  # Python takes a module that was cut off for whole
limit, place = int(sys.argv[1]), Path(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
"""
CACHE = """
import random
from clusterdoc.cache import FactCache
cache = FactCache(place)
for n in range(50):
    cache.put(f"b{n}", random.Random(n).randbytes(5_000).hex())
print(cache.get("whole"))
"""
PAGE = """
from clusterdoc.cli.exits import exit_with
from clusterdoc.cli.report import write
exit_with(lambda: write("page " * 10_000, str(place / "page.html")))
"""
PART = """
from clusterdoc.run.parts import _write_whole
try: _write_whole(place / "part", "x" * 50_000)
except OSError as error: print(error.strerror)
"""
COMMAND = """
from clusterdoc.cli import main
sys.argv[1:] = sys.argv[3:]
main()
"""
COMMIT = """
from clusterdoc.corpus import Article
from clusterdoc.facts import Document, Source
from clusterdoc.store.connect import StoreError, open_to_write
from clusterdoc.store.rows import document_rows
from clusterdoc.store.write import Found, Identity, Writer
try:
    with open_to_write(place / "news.db") as connection:
        writer = Writer(connection, Identity("1.0", "fake 1"), ["corpus"], "1 jobs")
        for n in range(1_000):
            text = f"Words {n}. " * 100
            facts = document_rows(Document(Source(str(n), text), None))
            writer.commit([Found(Article(str(n), text, str(n), 0), facts)])
            print(n, flush=True)
except StoreError as error:
    print(error, file=sys.stderr)
"""


def limited(script: str, limit: int, place: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script in a process that may write no longer file than a limit."""
    command = [sys.executable, "-c", LIMITED + script, str(limit), str(place), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with open_to_write(tmp_path / "news.db") as connection:
        writer = Writer(connection, Identity("1.0", "fake 1"), ["corpus"], "1 jobs")
        for n in range(60):
            writer.commit([Found(Article(f"a{n}", TEXT + " " * n, f"a:{n}", 0), document_rows(DOCUMENT))])
        writer.end_run()
    return tmp_path / "news.db"


def test_a_cache_without_room_is_no_error_and_keeps_what_it_has(tmp_path: Path) -> None:
    FactCache(tmp_path).put("whole", "kept")
    done = limited(CACHE, 80_000, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "kept\n", "")
    assert FactCache(tmp_path).get("whole") == "kept"


def test_a_page_without_room_is_one_sentence_and_the_old_one_stays(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("the old page")
    done = limited(PAGE, 20_000, tmp_path)
    assert (done.returncode, done.stderr) == (2, f"Error: {tmp_path}/page.html cannot be written: File too large.\n")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("page.html", "the old page")]


def test_a_page_goes_where_a_link_leads_and_keeps_the_rights_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text("the old page")
    (tmp_path / "old.html").chmod(0o640)
    (tmp_path / "page.html").symlink_to("old.html")
    assert limited(PAGE, 200_000, tmp_path).returncode == 0
    assert (tmp_path / "page.html").is_symlink()
    assert (tmp_path / "old.html").read_text().startswith("page page")
    assert (tmp_path / "old.html").stat().st_mode & 0o777 == 0o640


def test_a_part_without_room_leaves_nothing(tmp_path: Path) -> None:
    assert limited(PART, 20_000, tmp_path).stdout == "File too large\n"
    assert list(tmp_path.iterdir()) == []


def test_an_export_without_room_is_one_sentence_and_the_old_one_stays(store: Path) -> None:
    folder = store.parent / "parquet"
    folder.mkdir()
    (folder / "documents.parquet").write_text("the old export")
    done = limited(COMMAND, 2_000, store.parent, "export", store, "--parquet", folder)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"Error: {folder} cannot be written: ")
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("documents.parquet", "the old export")]


@pytest.mark.parametrize("form", ["--jsonl", "--csv"])
def test_what_is_printed_without_room_is_one_sentence(store: Path, form: str) -> None:
    with (store.parent / "out").open("w") as out:
        command = [sys.executable, "-c", LIMITED + COMMAND, "5000", str(store.parent), "export", str(store), form]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "Error: The output cannot be written: File too large.\n")


def test_a_store_without_room_is_one_sentence_and_holds_all_that_was_reported(tmp_path: Path) -> None:
    done = limited(COMMIT, 400_000, tmp_path)
    reported = done.stdout.split()
    assert done.stderr.count("\n") == 1
    assert f"{tmp_path}/news.db" in done.stderr
    assert "holds all that was reported done" in done.stderr
    with open_to_read(tmp_path / "news.db") as connection:
        kept = [row[0] for row in connection.execute("SELECT article FROM documents ORDER BY id")]
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert len(reported) > 1
    assert kept[: len(reported)] == reported
    with open_to_write(tmp_path / "news.db") as connection:  # there is room again
        Writer(connection, Identity("1.0", "fake 1"), ["corpus"], "1 jobs").commit(
            [Found(Article("after", TEXT, "after", 0), document_rows(DOCUMENT))]
        )
    with open_to_read(tmp_path / "news.db") as connection:
        after = [row[0] for row in connection.execute("SELECT article FROM documents ORDER BY id")]
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert after == [*kept, "after"]
