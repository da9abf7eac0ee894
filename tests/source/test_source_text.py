"""Files to text: no guess, no change, and one sentence when it cannot be."""

from __future__ import annotations

import gzip
import io
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdoc.extractor.unparsed import find_unparsed_figures
from clusterdoc.facts import Source
from clusterdoc.prose import read_prose
from clusterdoc.source import SourceError, files, read_file, read_sample, read_stdin, stdin_is_given
from clusterdoc.source.beginning import MARKS
from clusterdoc.source.text import decode_text

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parents[2] / "data" / "article.txt"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfwith a mark", "with a mark"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),
        (b"caf\xc3\xa9 \xe2\x80\x9cno\xe2\x80\x9d \xf0\x9f\x8f\xa0", "café “no” 🏠"),
        (b"a\x00b\x1b[2J\xc2\xa0c", "a\x00b\x1b[2J\xa0c"),
    ],
)
def test_text_is_taken_as_it_is(data: bytes, text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert read_file(tmp_path / "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_obeyed(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Wörter “no”".encode(encoding))
    assert read_file(tmp_path / "a.txt").text == "Wörter “no”"
    assert read_file(tmp_path / "a.txt", encoding="cp1252").text == "Wörter “no”"


def test_an_encoding_that_is_asked_for_is_obeyed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x93It\x92s\x94")
    assert read_file(tmp_path / "a.txt", encoding="cp1252").text == "“It’s”"
    with pytest.raises(SourceError, match=r"is not ASCII \(byte 0x93 at 0\)"):
        read_file(tmp_path / "a.txt", encoding="ascii")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"caf\xe9", r"is not UTF-8 \(byte 0xe9 at 3\): --encoding cp1252"),
        (b"It\x92s " * 800, r"byte 0x92 at 2\): --encoding cp1252"),
        (b"\x81\x8d word", r"byte 0x81 at 0\): --encoding NAME"),
        (b"\xed\xa0\x80\x81 word", "byte 0xed at 0"),
        (b"\x93\x00\x01\x02\x03word", "holds bytes that no text has: it is not an article"),
        ("It’s".encode()[:-2], "is cut off: it ends within a character of UTF-8"),
        ("Words".encode("utf-16-le"), "looks like UTF-16 without its mark: --encoding utf-16-le"),
        ("Words".encode("utf-16-be"), "--encoding utf-16-be"),
        ("Wörter".encode("utf-16")[:-1], "is cut off: it ends within a character of UTF-16"),
        (gzip.compress(b"text"), "is gzip-compressed, not an article: unpack it first, with gunzip"),
        (b"SQLite format 3\0...", "is an SQLite database, not an article"),
        (b"WARC/1.0\r\n", "is a WARC archive of web pages"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (b"RIFF1234WEBPVP8 ", "is a WebP picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office document"),
        (b"x" * 257 + b"ustar", "is a tar archive"),
    ],
)
def test_what_is_no_text_is_named_with_its_cure(data: bytes, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_bytes(data)
    with pytest.raises(SourceError, match=sentence) as caught:
        read_file(tmp_path / "a b.txt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nope.txt", "nope.txt cannot be read: No such file or directory"),
        (".", "is a directory: name the files in it"),
        ("/dev/zero", "is a device, not an article"),
        ("https://example.org/a", "is an address"),
        ("HTTP://EXAMPLE.ORG", "is an address"),
        ("a\0b", "is not a file name"),
        ("x" * 5000, "cannot be read: File name too long"),
    ],
)
def test_what_is_no_file_is_said_in_a_sentence(name: str, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        read_file(name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").touch(mode=0)
    with pytest.raises(SourceError, match="Permission denied"):
        read_file(tmp_path / "secret.txt")


def test_a_loop_of_links_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(SourceError, match="cannot be read"):
        read_file(tmp_path / "a")


def test_a_link_to_an_article_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(DATA)
    assert read_file(tmp_path / "link").text == DATA.read_text("utf-8")


def test_dev_null_is_an_empty_article() -> None:
    assert read_file("/dev/null").text == ""


def test_what_is_longer_than_any_article_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"a" * 1_000_001)
    with pytest.raises(SourceError, match="is longer than 1 MB"):
        read_file(tmp_path / "a.txt")


def test_a_file_name_that_is_no_text_becomes_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("x", "utf-8")
    assert read_file(os.fsdecode(path)).name == f"{tmp_path}/caf\\xe9.txt"


def test_a_fifo_that_stays_silent_is_said_to_be_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    fifo, said, heard = tmp_path / "fifo", [], threading.Event()
    os.mkfifo(fifo)

    def write() -> None:
        heard.wait(5)
        fifo.write_bytes(b"late words")

    def say(sentence: str) -> None:
        said.append(sentence)
        heard.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert read_file(fifo, say).text == "late words"
    writer.join()
    assert said == [f"waiting for {fifo}"]


def test_nothing_is_said_of_what_comes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    said: list[str] = []
    assert read_file(DATA, said.append).text
    assert said == []


def test_the_sample_is_the_article_under_data() -> None:
    assert read_sample().text == DATA.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "Standard input is empty"), (b"\xffwords", r"Standard input is not UTF-8 \(byte 0xff at 0\)")],
)
def test_standard_input_that_is_no_text_is_said_in_a_sentence(
    data: bytes, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    with pytest.raises(SourceError, match=sentence):
        read_stdin()


def test_standard_input_that_is_closed_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError, match="closed"):
        read_stdin()
    assert not stdin_is_given()


@pytest.mark.parametrize(
    ("opened", "given"),
    [(lambda _: os.open("/dev/null", os.O_RDONLY), False), (lambda _: os.pipe()[0], True),
     (lambda path: os.open(path, os.O_RDONLY), True)],
)  # fmt: skip
def test_a_pipe_or_a_file_is_given_and_nothing_else(
    opened: Callable[[Path], int],
    given: bool,  # noqa: FBT001 -- a column of the table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with os.fdopen(opened(DATA)) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert stdin_is_given() is given


@given(st.binary())
def test_any_bytes_are_text_or_one_sentence(data: bytes) -> None:
    mark, encoding = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = decode_text(data, "x")
    except SourceError as error:
        text, sentence = None, str(error)
    read = text == data.removeprefix(mark if encoding == "utf-8-sig" else b"").decode(encoding, "replace")
    assert read if text is not None else "\n" not in sentence


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost &pound;5m.", 5_000_000, "GBP"),
        ("It cost &euro;1.2bn.", 1_200_000_000, "EUR"),
        ("It cost &#8364;5m &amp; more.", 5_000_000, "EUR"),
        ("It cost &#xA3;3m&nbsp;net.", 3_000_000, "GBP"),
        ("It cost US&#36;5 million.", 5_000_000, "USD"),
        ("It cost 30&cent; a piece.", 0.3, "USD"),
        ("It rose 6&#37;, &lsquo;a lot&rsquo;.", 6, "percent"),
        ("It fell to 4&deg;C.", 4, "degree_Celsius"),
        ("Smith &amp; Sons made &yen;300.", 300, "JPY"),
    ],
)
def test_a_sign_that_html_names_in_a_text_is_that_sign(text: str, value: float, unit: str) -> None:
    (figure,) = find_unparsed_figures(Source("x", text)).figures
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("&ldquo;We&rsquo;ll rebuild,&rdquo; said Ana Ott.", "“We’ll rebuild,” said Ana Ott."),
        ("&#8220;No,&#8221; he said.", "“No,” he said."),
        ("&#x201C;No,&#x201D; he said.", "“No,” he said."),
        ("&quot;It&#39;s ours,&quot; said Zo&euml; Dahl.", '"It\'s ours," said Zoë Dahl.'),
        ("&laquo;No,&raquo; said Ott &mdash; twice.", "«No,» said Ott — twice."),
        ("&lsquo;No,&rsquo; said Ott.", "“No,” said Ott."),  # British single marks are read as double ones
        ("AT&T; R&D &c. cost more.", "AT&T; R&D &c. cost more."),
    ],
)
def test_marks_that_html_names_in_a_text_are_those_marks(text: str, prose: str) -> None:
    assert read_prose(text).text == prose


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        # cp1252 that says nothing of itself is never guessed at, and named where the bytes fit it
        ("“It’s closed,” said Ott.".encode("cp1252"), None, "--encoding cp1252 is that of old texts"),
        ("Café €5".encode("cp1252"), None, "--encoding cp1252 is that of old texts"),
        ("It’s a long text. ".encode("cp1252") * 500, None, "--encoding cp1252 is that of old texts"),
        ("naïve Zoë".encode("latin-1"), None, "--encoding cp1252 is that of old texts"),
        (b"It cost \xa35m", None, "--encoding cp1252 is that of old texts"),
        # what does not fit it is not said to be it
        ("Привет".encode("koi8-r") + b"\x81", None, "--encoding NAME reads it"),
        ("日本語です".encode("shift_jis") + b"\x81\x9d", None, "--encoding NAME reads it"),
        (b"word \x8f word", None, "--encoding NAME reads it"),
        (b"\x90 word", None, "--encoding NAME reads it"),
        (b"word \x9d.", None, "--encoding NAME reads it"),
        # cut off within a character
        ("Zoë said “no”".encode()[:-1], None, "is cut off"),
        ("It cost €".encode()[:-1], None, "is cut off"),
        ("Houses: 🏠".encode()[:-2], None, "is cut off"),
        ("Zoë".encode("utf-16")[:-1], None, "is cut off: it ends within a character of UTF-16"),
        ("Zoë".encode("utf-32")[:-1], None, "is cut off: it ends within a character of UTF-32"),
        # the encoding asked for does not fit either
        (b"\x81\x8d", "cp1252", "is not CP1252"),
        (b"\xff\xff", "utf-8", "is not UTF-8"),
        ("“".encode(), "ascii", "is not ASCII"),
        (b"\xff", "shift_jis", "is not SHIFT_JIS"),
        (b"words", "no-such", "no encoding known here"),
    ],
)
def test_what_is_in_another_encoding_is_said_to_be(data: bytes, encoding: str | None, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        decode_text(data, "a.txt", encoding)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("“Zoë”".encode("utf-16-le").join([b"\xff\xfe", b""]), "cp1252"),
        ("“Zoë”".encode("utf-16-be").join([b"\xfe\xff", b""]), None),
        (b"\xef\xbb\xbf" + "“Zoë”".encode(), "latin-1"),
        ("“Zoë”".encode("cp1252"), "windows-1252"),
        ("“Zoë”".encode("mac_roman"), "mac_roman"),
        ("“Zoë”".encode("utf-16-le"), "utf-16-le"),
        ("“Zoë”".encode("utf-32"), None),
    ],
)
def test_a_mark_comes_before_the_encoding_asked_for(data: bytes, encoding: str | None) -> None:
    assert decode_text(data, "a.txt", encoding) == "“Zoë”"


def test_a_directory_is_said_with_the_files_that_it_has(tmp_path: Path) -> None:
    for name in ("b c.html", "a.html", "z.txt", ".hidden.md"):
        (tmp_path / name).touch()
    with pytest.raises(SourceError, match=r"such as .*/\*\.html, or `clusterdoc run .* --store news\.db` reads all"):
        read_file(str(tmp_path))
