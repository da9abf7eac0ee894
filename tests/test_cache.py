"""The cache gives back what was put in, never grows over its limit, and never stands in the way."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from clusterdoc.cache import FILE, MOST_UNPACKED, FactCache, digest, facts_key, is_damage, user_cache
from clusterdoc.cli import group
from clusterdoc.parse.kept import keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def test_what_was_put_in_comes_back(tmp_path: Path) -> None:
    cache = FactCache(tmp_path / "new")
    assert cache.get("a") is None
    cache.put("a", "Ott said “no”.")
    assert cache.get("a") == "Ott said “no”."
    assert FactCache(tmp_path / "new").get("a") == "Ott said “no”."
    assert (cache.info().articles, cache.get("b")) == (1, None)


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    cache = FactCache(tmp_path / "private")
    cache.put("a", "x")
    assert stat.S_IMODE(Path(cache.directory).stat().st_mode) == 0o700
    assert stat.S_IMODE(Path(cache.path).stat().st_mode) == 0o600


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    cache = FactCache(tmp_path, limit=3_000)
    noise = ["".join(digest((b"%d %d" % (n, i),)) for i in range(14)) for n in range(9)]  # about 500 bytes packed
    for n, body in enumerate(noise[:5]):
        cache.put(f"k{n}", body)
    assert cache.get("k0") == noise[0]
    for n in range(5, 9):
        cache.put(f"k{n}", noise[n])
    assert cache.info().size <= 3_000
    assert cache.get("k0") is not None
    assert cache.get("k1") is None


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    cache = FactCache(tmp_path)
    cache.put("a", "x")
    Path(cache.path).write_bytes(damage)
    assert cache.get("a") is None
    cache.put("a", "y")
    cache.put("a", "y")
    assert cache.get("a") == "y"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
@pytest.mark.parametrize("ending", ["", "-journal", "-wal", "-shm"])
def test_a_pipe_in_place_of_a_file_of_the_cache_makes_nobody_wait(tmp_path: Path, ending: str) -> None:
    cache = FactCache(tmp_path)
    cache.put("a", "x")
    Path(cache.path + ending).unlink(missing_ok=True)
    os.mkfifo(cache.path + ending)
    assert cache.get("a") is None
    cache.put("a", "y")
    assert cache.get("a") == "y"


@pytest.mark.parametrize(
    ("at", "damage"),
    [
        (b"TABLE facts", b"TABLE fa\xb4\xf2s"),  # no text: SQLite's message cannot be decoded
        (b"INDEX facts_used on", b"INDEX facts_used of"),
        (44, b"\x00\x00\x00\x63"),  # a file format of the future
        (100, bytes(300)),
        (0, b"SQLite format 4"),
    ],
    ids=str,
)
def test_a_file_with_other_bytes_is_made_anew(tmp_path: Path, at: bytes | int, damage: bytes) -> None:
    cache = FactCache(tmp_path)
    cache.put("one", "body")
    data = bytearray(Path(cache.path).read_bytes())
    start = data.index(at) if isinstance(at, bytes) else at
    data[start : start + len(damage)] = damage
    Path(cache.path).write_bytes(data)
    assert cache.get("one") is None
    cache.put("one", "body")
    assert cache.get("one") == "body"


@pytest.mark.parametrize(
    ("name", "damage"),
    [(None, True), ("SQLITE_ERROR", True), ("SQLITE_BUSY", False), ("SQLITE_FULL", False), ("SQLITE_INTERRUPT", False)],
)
def test_what_cannot_be_used_just_now_is_not_damaged(name: str | None, damage: bool) -> None:  # noqa: FBT001 -- a row
    error = sqlite3.OperationalError("of Python's own, without a name, where a text cannot be decoded")
    if name:
        error.sqlite_errorname = name
    assert is_damage(error) is damage


def test_a_damaged_entry_is_not_there(tmp_path: Path) -> None:
    cache = FactCache(tmp_path)
    cache.put("a", "x")
    with closing(sqlite3.connect(cache.path)) as database, database:
        database.execute("update facts set body = ?", (b"damaged",))
    database.close()
    assert cache.get("a") is None


def test_a_directory_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = FactCache(tmp_path / "file" / "below")
    cache.put("a", "x")
    assert cache.get("a") is None


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    cache = FactCache(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: cache.put(f"k{n}", str(n)), range(80)))
        assert list(pool.map(lambda n: cache.get(f"k{n}"), range(80))) == [str(n) for n in range(80)]


def test_clear_leaves_nothing(tmp_path: Path) -> None:
    cache = FactCache(tmp_path)
    cache.put("a", "x")
    cache.clear()
    assert (list(tmp_path.iterdir()), cache.info().articles) == ([], 0)


@pytest.mark.parametrize(("setting", "directory"), [("off", None), ("0", None), ("/some/where", "/some/where")])
def test_the_environment_turns_it_off_or_moves_it(
    monkeypatch: pytest.MonkeyPatch, setting: str, directory: str | None
) -> None:
    monkeypatch.setenv("CLUSTERDOC_CACHE", setting)
    cache = user_cache()
    assert (str(cache.directory) if cache else None) == directory


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such rights")
@pytest.mark.parametrize("through", ["itself", "a link"])
def test_what_is_another_users_or_everybodys_is_no_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, through: str
) -> None:
    (tmp_path / "cache").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to("cache")
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(tmp_path / ("link" if through == "a link" else "cache")))
    assert user_cache() is not None
    (tmp_path / "cache").chmod(0o777)
    assert user_cache() is None
    (tmp_path / "cache").chmod(0o700)
    user = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: user + 1)
    assert user_cache() is None
    keep("vectors-1", "test", b"x")
    assert list((tmp_path / "cache").iterdir()) == []
    said = CliRunner().invoke(group, ["cache"]).stdout
    assert said.startswith("The cache is off: ")
    assert said.endswith(" is somebody else's, or everybody may write there.\n")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such rights")
@pytest.mark.parametrize("rights", [0o500, 0o000])
def test_a_directory_that_cannot_be_written_or_read_is_no_error(unprivileged: Path, rights: int) -> None:
    cache = FactCache(unprivileged / "cache")
    cache.put("a", "x")
    Path(cache.path).chmod(0o400)
    (unprivileged / "cache").chmod(rights)
    cache.put("b", "y")
    assert cache.get("b") is None
    assert cache.get("a") in {"x", None}
    (unprivileged / "cache").chmod(0o700)
    assert FactCache(unprivileged / "cache").get("a") == "x"


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """Give a directory of a user who has no rights beyond his own: who runs the tests, or, for root, nobody."""
    with tempfile.TemporaryDirectory() as directory:
        user = os.geteuid()
        if not user:
            os.chown(directory, 65534, -1)
            os.seteuid(65534)
        yield Path(directory)
        os.seteuid(user)


def test_what_cannot_be_deleted_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(tmp_path))
    FactCache(tmp_path).put("a", "x")

    def refuse(_path: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "remove", refuse)
    done = CliRunner().invoke(group, ["cache", "--clear"])
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.endswith("cannot be deleted: Permission denied.\n")


def test_a_digest_tells_parts_apart() -> None:
    assert len({digest(parts) for parts in ((b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"ab", b"c", b""))}) == 4


def test_a_key_tells_bytes_and_options_apart() -> None:
    keys = {facts_key(b"a"), facts_key(b"b"), facts_key(b"a", "md"), facts_key(b"a", None), facts_key(b"a", "md", 1)}
    assert len(keys) == 5
    assert facts_key(b"a", "md", 1) == facts_key(b"a", "md", 1)


def test_what_is_too_long_is_not_kept(tmp_path: Path) -> None:
    cache = FactCache(tmp_path)
    cache.put("a", "x" * (MOST_UNPACKED + 1))
    assert cache.info().articles == 0


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), os.mkfifo, lambda path: path.symlink_to("/dev/full")])
def test_what_is_no_file_in_its_place_is_no_error(tmp_path: Path, make: Callable[[Path], None]) -> None:
    cache = FactCache(tmp_path)
    make(tmp_path / FILE)
    cache.put("a", "x")
    assert cache.get("a") in (None, "x")
    assert cache.info().articles in (0, 1)
