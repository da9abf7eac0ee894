"""What is derived from the model and from Python's compiler is kept, and gives what was there without it."""

from __future__ import annotations

import gc
import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import srsly
from spacy.vocab import Vocab

from clusterdoc.parse import kept, lean
from clusterdoc.parse.compiled import FILE, Patterns, kept_patterns
from clusterdoc.parse.kept import keep, read_kept
from clusterdoc.parse.lean import Groups
from clusterdoc.parse.pipeline import find_model
from clusterdoc.parse.vectors import SortedRows, has_table, kept_rows, made_rows, set_vectors
from clusterdoc.parse.weights import CHECKED, remember_state, remembered_states

if TYPE_CHECKING:
    from collections.abc import Callable

EXPRESSIONS = [
    (r"(?P<word>\w+) (?:and|or) (?P=word)", re.IGNORECASE),
    (r"[^\W\d_]{2,5}|[\u2018\u2019]+", 0),
    (r"(?x) a  b # no more", 0),
    ("\ud800", re.ASCII),
    (r"(a)(?:b(c))?(?(2)d|e)", re.DOTALL | re.MULTILINE),
]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_kept_is_read_for_its_purpose_only(cache: Path) -> None:
    assert read_kept("a.bin", "one") is None
    keep("a.bin", "one", b"some", b" bytes")
    assert bytes(read_kept("a.bin", "one") or b"") == b"some bytes"
    assert read_kept("a.bin", "two") is None
    assert [path.name for path in cache.iterdir()] == ["a.bin"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[:10],
        lambda data: data + b"x",
        lambda data: data[:40] + b"?" + data[41:],
        lambda data: b"?" + data[1:],
    ],
)
def test_a_damaged_file_is_none(cache: Path, damage: Callable[[bytes], bytes]) -> None:
    keep("a.bin", "one", bytes(range(100)))
    (cache / "a.bin").write_bytes(damage((cache / "a.bin").read_bytes()))
    assert read_kept("a.bin", "one") is None


def test_a_file_over_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("a.bin", "one", bytes(100))
    monkeypatch.setattr(kept, "MOST", 99)
    assert read_kept("a.bin", "one") is None


def sparse(path: Path, size: int) -> None:
    path.touch()
    os.truncate(path, size)


IN_ITS_PLACE: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a device without end": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a directory": Path.mkdir,
    "far too much": lambda path: sparse(path, 1 << 40),
    "brackets": lambda path: path.write_bytes(b"[" * 200_000),
    "a list": lambda path: path.write_bytes(b"[[1, 2]]"),
    "a number": lambda path: path.write_bytes(b"7"),
    "nothing": Path.touch,
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")
@pytest.mark.parametrize("what", IN_ITS_PLACE)
def test_whatever_lies_where_something_is_kept_nobody_waits_and_nothing_fails(cache: Path, what: str) -> None:
    cache.mkdir()
    for name in ("a.bin", CHECKED):
        IN_ITS_PLACE[what](cache / name)
    assert read_kept("a.bin", "one") is None
    assert remembered_states() == {}
    remember_state(Path("model"), [["ner", 1, 2, 3]])
    keep("a.bin", "one", b"some")
    replaced = not (cache / "a.bin").is_dir()
    assert remembered_states() == ({"model": [["ner", 1, 2, 3]]} if replaced else {})
    assert read_kept("a.bin", "one") == (b"some" if replaced else None)


@pytest.mark.parametrize("setting", ["off", "/dev/null/cache"])
def test_where_nothing_can_be_kept_nothing_fails(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("CLUSTERDOC_CACHE", setting)
    keep("a.bin", "one", b"some")
    assert read_kept("a.bin", "one") is None


def compiled_anew() -> list[re.Pattern[str]]:
    re.purge()
    with kept_patterns():
        return [re.compile(expression, flags) for expression, flags in EXPRESSIONS]


def test_patterns_are_pythons_own(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = [re.compile(expression, flags) for expression, flags in EXPRESSIONS]
    first = compiled_anew()
    assert (cache / FILE).is_file()
    monkeypatch.setattr(import_module("re._parser"), "parse", None)  # the second time nothing is compiled
    second = compiled_anew()
    for made in (first, second):
        assert made == own  # of one code, by Python's comparison
        assert [(p.pattern, p.flags, p.groups, p.groupindex) for p in made] == [
            (p.pattern, p.flags, p.groups, p.groupindex) for p in own
        ]
    assert second[0].sub(r"<\g<word>>", "tea or TEA") == "<tea>"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]\n",
        b"{}\n",
        b"[[1]]\n",
        b"[" * 100_000,
        b'[["a", 0, 32, 1, 0, {}]]\n\xff\xff\xff\xff',
        b"[]\n\x00",
        b'[["a", 0, 32, 1, 0, 7]]\n' + bytes(4),
        b'[["a", 0, 32, 1, 4000000000, {}]]\n' + bytes(4),
        b'[["a", 0, 32, 1, "1", {}]]\n' + bytes(4),
        b'[["a", 0, 32, -1, 0, {}]]\n',
        b'[["a", 0, 32, 1, 1, {"n": 9}]]\n' + bytes(4),
    ],
)
def test_codes_that_are_none_are_made_anew(body: bytes) -> None:
    with kept_patterns():
        pass
    purpose = Patterns(import_module("re._compiler"), import_module("_sre")).purpose
    keep(FILE, purpose, body)
    re.purge()
    with kept_patterns():
        assert re.compile("a").fullmatch("a")


def test_rows_outside_of_the_table_are_made_anew() -> None:
    keep("vectors-1-0000000000000000.rows", "0" * 64, b"\x00" * 8, b"\xff\xff\xff\x7f")
    vocab = Vocab()
    set_vectors(vocab, find_model("md", trust=False), "0" * 64)
    assert len(vocab.vectors.key2row) == 514_157


def test_python_compiles_as_ever_afterwards() -> None:
    compiler = import_module("re._compiler")
    before = compiler.compile
    with kept_patterns(), pytest.raises(re.error, match="unterminated"):
        re.compile("(a")
    assert compiler.compile is before


def test_bytes_are_compiled_too() -> None:
    with kept_patterns():
        assert re.compile(b"[a-c]+q").fullmatch(b"abcq")


def test_rows_are_those_of_the_model() -> None:
    table = find_model("md", trust=False) / "vocab" / "key2row"
    made = made_rows(table, "0" * 64)
    found = kept_rows("0" * 64)
    assert found is not None
    assert len(found) == len(made) == 514_157
    keys = list(found)
    assert keys == sorted(set(keys))
    for key in (keys[0], keys[1_000], keys[-1]):
        assert found[key] == made[key] == found.get(key)
    for key in (keys[0] - 1, keys[-1] + 1, 2**64 - 1, 0):
        assert found.get(key, -1) == -1
        assert key not in found
    assert kept_rows("1" * 64) is None


def test_a_vocabulary_gets_vectors_and_its_words_their_rank() -> None:
    root = find_model("md", trust=False)
    assert has_table(root)
    assert not has_table(Path(__file__).parent)
    vocab = Vocab()
    word, other = vocab["fire"], vocab["zzqqx"]
    set_vectors(vocab, root, "0" * 64)
    assert word.has_vector
    assert word.rank == vocab.vectors.key2row[word.orth]
    assert not other.has_vector
    assert vocab.vectors.shape == (20_000, 300)


def test_rows_need_no_key() -> None:
    assert len(SortedRows(b"", b"")) == 0
    assert SortedRows(b"", b"").get(5) is None


def test_entry_points_by_group() -> None:
    assert Groups({"a": []}).select(group="b") == []


def test_nothing_is_collected_while_the_model_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """srsly enables the garbage collector after each file that it reads, whoever disabled it."""
    monkeypatch.delitem(sys.modules, "spacy")
    monkeypatch.setattr(lean, "import_spacy", lambda: None)
    collections: list[str] = []

    def called(phase: str, _: object) -> None:
        collections.append(phase)

    before = gc.get_threshold()
    gc.callbacks.append(called)
    try:
        with lean.loading():
            srsly.msgpack_loads(srsly.msgpack_dumps({"a": 1}))
            kept_lists = [[n] for n in range(5_000)]
    finally:
        gc.callbacks.remove(called)
        gc.unfreeze()
    assert (len(kept_lists), collections, gc.get_threshold(), gc.isenabled()) == (5_000, [], before, True)
